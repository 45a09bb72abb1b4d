"""Figures on held-out pictures, by whoever learnt."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from gendesk.core.events import Event, Stage
from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe
from gendesk.runs.evaluation import evaluate


class Fresh:
    """Something untrained that can be opened as a learner."""

    step, channels, classes, figures = 0, 1, (), {}
    settings = {"net": "mlp", "size": 16, "hidden": 16}  # noqa: RUF012
    recipe = Recipe.from_dict({"family": "vae", **settings})

    def learner(self) -> Learner:
        return self.recipe.build(self.channels)


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
