"""A model's card says what it can do."""

from __future__ import annotations

from gendesk.core.family import Learner, capabilities


class Decoder(Learner):
    latent = 2

    def decode(self, z: object) -> object:
        return z


class Both(Decoder):
    def encode(self, images: object) -> object:
        return images


def test_capabilities_are_what_a_learner_has() -> None:
    assert capabilities(Learner()) == []
    assert capabilities(Decoder()) == ["decodes"]
    assert capabilities(Both()) == ["encodes", "decodes"]
