"""Advice: what suits small drawings, many photographs, and a handful of pictures."""

from __future__ import annotations

import pytest

from gendesk.core.recipe import Recipe
from gendesk.data import Report
from gendesk.ui.panels.advice import advised

from .reports import report

PHOTOGRAPHS = {
    "source": "folder:/cats",
    "grey": 0,
    "labels": {},
    "smallest": (300, 300),
    "median": (640, 480),
    "largest": (4000, 3000),
}


@pytest.mark.parametrize(
    ("about", "wanted"),
    [
        (report(), {"size": 32, "latent": 2, "likelihood": "bernoulli", "flip": False}),
        (report(median=(28, 28)), {"size": 28}),
        (report(median=(30, 30)), {"size": 32}),
        (report(median=(50, 60)), {"size": 32}),
        (report(labels={str(i): 9 for i in range(47)}), {"latent": 16}),
        (
            report(**PHOTOGRAPHS),
            {"size": 64, "latent": 64, "likelihood": "gaussian", "flip": True},
        ),
        (report(pictures=40), {"batch_size": 10, "steps": 1500}),
        (report(pictures=60_000), {"batch_size": 128, "steps": 14_100}),
        (report(pictures=3), {"batch_size": 8}),
    ],
)
def test_advice(about: Report, wanted: dict[str, object]) -> None:
    recipe = advised(Recipe.known["vae"](), about)
    assert {name: getattr(recipe, name) for name in wanted} == wanted


def test_what_was_said_about_the_data_stays(recipe: Recipe | None = None) -> None:
    before = Recipe.known["vae"]().changed(data="folder:/cats", seed=7, net="mlp")
    after = advised(before, report(**PHOTOGRAPHS))
    assert (after.data, after.seed) == ("folder:/cats", 7)
