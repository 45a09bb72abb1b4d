"""Quality while it learns: what samples are like, by a small encoder of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from gendesk.core.family import Decodes
from gendesk.core.images import to_float
from gendesk.data.dataset import Dataset
from gendesk.training import quality as module
from gendesk.training.quality import Quality, Sight, embedding, quality


class Encoder:
    """Random filters, then filters on these: enough to tell digits from noise."""

    layers = ("shallow", "middle", "deep")

    def __init__(self) -> None:
        g = torch.Generator().manual_seed(0)
        self._first = torch.randn(6, 3, 3, 3, generator=g)
        self._second = torch.randn(8, 6, 3, 3, generator=g)

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        middle = functional.conv2d(images, self._first, stride=2).relu()
        found = {"middle": middle, "deep": functional.conv2d(middle, self._second).relu()}
        return [found[layer] for layer in layers]


class Draws:
    """A generator by a function of the latent vectors."""

    latent = 2

    def __init__(self, draw: object) -> None:
        self.decode = draw

    def encode(self) -> None: ...


def seen(digits: Dataset, draw: object, times: int = 1) -> Sight:
    found = Quality(Encoder(), "small", digits, 0, torch.device("cpu"))
    learner: Decodes = Draws(draw)  # type: ignore[assignment]
    sight = found.measure(learner)
    for _ in range(times - 1):
        sight = found.measure(learner, sight.looks)
    return sight


def judged(digits: Dataset, draw: object, times: int = 1) -> dict[str, float]:
    figures = seen(digits, draw, times).figures
    return {name.removeprefix("small/"): value for name, value in figures.items()}


def test_pictures_learnt_from_are_good_diverse_and_no_news(digits: Dataset) -> None:
    pictures = to_float(torch.from_numpy(digits.pictures[digits.train]))
    figures = judged(digits, lambda z: pictures[torch.randint(270, (len(z),))])
    assert figures["frechet"] < 1
    assert figures["precision"] == 1
    assert figures["recall"] > 0.8
    assert figures["coverage"] > 0.8
    assert figures["diversity"] == pytest.approx(1, abs=0.1)
    assert figures["novelty"] == pytest.approx(0, abs=1e-3)


def test_one_picture_again_and_again_is_a_collapse(digits: Dataset) -> None:
    one = to_float(torch.from_numpy(digits.pictures[digits.held_out[:1]]))
    figures = judged(digits, lambda z: one.expand(len(z), -1, -1, -1))
    assert figures["diversity"] == pytest.approx(0, abs=1e-3)
    assert figures["recall"] == 0
    assert figures["coverage"] < 0.2


def test_noise_is_far_from_everything(digits: Dataset) -> None:
    figures = judged(digits, lambda z: torch.rand(len(z), 1, 16, 16))
    assert figures["frechet"] > 10
    assert max(figures["precision"], figures["coverage"]) < 0.1
    assert figures["novelty"] > 1


def test_motion_is_known_from_the_second_time_on(digits: Dataset) -> None:
    def drift(z: Tensor) -> Tensor:
        drift.count += 1  # type: ignore[attr-defined]
        return torch.full((len(z), 1, 16, 16), 0.1 * drift.count)  # type: ignore[attr-defined]

    drift.count = 0  # type: ignore[attr-defined]
    assert "motion" not in judged(digits, drift)
    assert judged(digits, drift, 2)["motion"] > 0.05
    still = torch.rand(64, 1, 16, 16)
    assert judged(digits, lambda z: still[: len(z)], 2)["motion"] == 0


def test_the_latent_vectors_are_always_the_same(digits: Dataset) -> None:
    given = []
    judged(digits, lambda z: given.append(z) or torch.rand(len(z), 1, 16, 16), 2)
    half = len(given) // 2
    assert torch.equal(torch.cat(given[:half]), torch.cat(given[half:]))
    assert sum(map(len, given[:half])) == module.SAMPLES


def test_what_is_not_finite_has_no_figures(digits: Dataset) -> None:
    sight = seen(digits, lambda z: torch.full((len(z), 1, 16, 16), torch.nan))
    assert sight.figures == {} and sight.kinds == () and sight.pairs is None


def test_below_each_sample_stands_the_picture_learnt_from_that_is_nearest(digits: Dataset) -> None:
    pictures = to_float(torch.from_numpy(digits.pictures[digits.train]))
    copied = torch.randint(len(pictures), (module.SAMPLES,), generator=torch.Generator())
    pairs = seen(digits, lambda z: pictures[copied[: len(z)]]).pairs
    assert pairs is not None and pairs.shape == (6, 8, 1, 16, 16)
    assert torch.equal(pairs[::2].flatten(0, 1), pictures[copied[:24]])
    assert torch.equal(pairs[1::2], pairs[::2])


def test_it_says_how_many_kinds_are_drawn(digits: Dataset, labelled: Dataset) -> None:
    assert labelled.labels is not None
    few = torch.from_numpy(np.isin(labelled.labels, (3, 8)))
    pictures = to_float(torch.from_numpy(labelled.pictures))[few]
    sight = seen(labelled, lambda z: pictures[: len(z)])
    assert sight.figures["kinds"] == 0.2
    assert [kind.name for kind in sight.kinds if not kind.missing] == ["3", "8"]
    assert "kinds" not in seen(digits, lambda z: pictures[: len(z)]).figures


def test_features_are_compared_by_their_metric() -> None:
    class Doubled(Encoder):
        def metric(self, layer: str) -> Tensor | None:
            return 2 * torch.eye(6 if layer == "middle" else 8)

    grey = torch.rand(3, 1, 16, 16)
    assert torch.allclose(embedding(Doubled(), grey), 2 * embedding(Encoder(), grey))
    assert embedding(Encoder(), grey).shape == (3, 2 * (6 + 8))


def test_there_is_none_without_encoder_generator_or_pictures(
    digits: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = Draws(lambda z: torch.rand(len(z), 1, 16, 16))
    assert quality(draws, digits, 0, torch.device("cpu")) is None  # type: ignore[arg-type]
    encoder = Encoder()
    encoder.parts = {"texture": torch.nn.Identity()}  # type: ignore[attr-defined]
    opened = SimpleNamespace(learner=lambda: encoder)
    monkeypatch.setattr(module, "open_model", lambda name: opened)
    assert quality(draws, digits, 0, torch.device("cpu")) is not None  # type: ignore[arg-type]
    few = replace(digits, train=digits.train[:5])
    assert quality(draws, few, 0, torch.device("cpu")) is None  # type: ignore[arg-type]
    assert quality(Encoder(), digits, 0, torch.device("cpu")) is None  # type: ignore[arg-type]
