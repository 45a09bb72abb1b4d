"""Figures on held-out pictures, by whoever learnt."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from gendesk.core.events import Event, Stage
from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.nn.start import initialise
from gendesk.runs.evaluation import evaluate, evaluate_beside


class Fresh:
    """Something untrained that can be opened as a learner."""

    step, channels = 0, 1
    classes = tuple("0123456789")
    settings = {"net": "mlp", "size": 16, "hidden": 16}  # noqa: RUF012

    def __init__(self, family: str = "vae", data: str = "digits", **figures: float) -> None:
        self.recipe = Recipe.from_dict({"family": family, "data": data, **self.settings})
        self.figures = figures

    def learner(self) -> Learner:
        learner = self.recipe.build(self.channels)
        for part in learner.parts.values():
            initialise(part, torch.Generator().manual_seed(0))
        return learner


def finish(events: Generator[Event, None, Any]) -> tuple[list[Event], Any]:
    told = []
    while True:
        try:
            told.append(next(events))
        except StopIteration as end:
            return told, end.value


def test_a_familys_figures_and_its_likelihood() -> None:
    told, figures = finish(evaluate(Fresh(), "cpu", samples=2))
    assert set(figures) == {"loss", "reconstruction", "kl", "active_units", "nll"}
    assert figures["loss"] > 0
    assert any(isinstance(event, Stage) and event.done == event.total for event in told)
    _, fewer = finish(evaluate(Fresh(), "cpu"))
    assert "nll" not in fewer


@pytest.fixture
def noise(tmp_path: Path) -> str:
    """A folder of pictures that look like nothing, in colours and without labels."""
    source = np.random.default_rng(0)
    for i in range(12):
        pixels = source.integers(0, 256, (20, 20, 3), np.uint8)
        Image.fromarray(pixels).save(tmp_path / f"{i}.png")
    return f"folder:{tmp_path}"


@pytest.mark.parametrize("family", ["vae", "autoencoder", "cvae"])
def test_figures_on_pictures_of_another_kind_stand_beside_its_own(family: str, noise: str) -> None:
    _, (own, other) = finish(evaluate_beside(Fresh(family), noise, "cpu"))
    assert own.keys() == other.keys()
    assert own["loss"] != other["loss"]
    _, alone = finish(evaluate(Fresh(family), "cpu"))
    assert alone == own


def test_where_its_own_pictures_are_gone_their_figures_are_remembered(noise: str) -> None:
    far = Fresh(data="folder:/far/away", loss=9.5)
    _, (own, other) = finish(evaluate_beside(far, noise, "cpu"))
    assert own == {"loss": 9.5}
    assert other["loss"] > 0
    with pytest.raises(Trouble):
        finish(evaluate_beside(Fresh(data="folder:/far/away"), noise, "cpu"))
    with pytest.raises(Trouble):
        finish(evaluate_beside(far, "folder:/nowhere", "cpu"))
