"""A model with the wrong number of channels."""

from __future__ import annotations

from typing import Any

import numpy as np

from gendesk.ops.restoring.channels import suited_to
from tests.ops.blurring import Blurring


class Tinting(Blurring):
    """Treats channels differently."""

    def run(self, pixels: Any, strength: float) -> Any:
        assert pixels.shape[2] == self.channels
        return pixels * np.linspace(0.5, 1.0, self.channels, dtype=np.float32)


PIXELS = np.random.default_rng(0).random((5, 4, 3), np.float32)


def test_one_that_fits_is_taken_as_it_is() -> None:
    model: Any = Tinting()
    assert suited_to(model, 3) is model


def test_a_colour_model_sees_grey_as_colour_and_the_mean_is_taken() -> None:
    model: Any = Tinting(2)
    suited = suited_to(model, 1)
    assert (suited.channels, suited.scale, suited.radius) == (1, 2, 1)
    assert np.allclose(suited.run(PIXELS[:, :, :1], 0), PIXELS[:, :, :1] * 0.75)


def test_a_grey_model_sees_one_channel_after_the_other() -> None:
    model: Any = Tinting(channels=1)
    assert np.allclose(suited_to(model, 3).run(PIXELS, 0), PIXELS * 0.5)
