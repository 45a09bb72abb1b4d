"""A first try that suits small drawings, many photographs, and a handful of pictures."""

from __future__ import annotations

import pytest

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.recipe import Material, Recipe

DIGITS = {"source": "digits", "pictures": 1797, "side": 8, "photographs": False, "labels": 10}
CATS = {"source": "folder:/cats", "pictures": 900, "side": 480, "photographs": True, "labels": 0}


@pytest.mark.parametrize(
    ("material", "wanted"),
    [
        (DIGITS, {"size": 32, "latent": 2, "likelihood": "bernoulli", "flip": False}),
        (DIGITS | {"side": 28}, {"size": 28}),
        (DIGITS | {"side": 30}, {"size": 32}),
        (DIGITS | {"side": 50}, {"size": 32}),
        (DIGITS | {"labels": 47}, {"latent": 16}),
        (CATS, {"size": 64, "latent": 64, "likelihood": "gaussian", "flip": True}),
        (CATS | {"labels": 2}, {"flip": False}),
        (CATS | {"pictures": 40}, {"batch_size": 10, "steps": 1500, "data": "folder:/cats"}),
        (CATS | {"pictures": 60_000}, {"batch_size": 128, "steps": 14_100}),
        (CATS | {"pictures": 3}, {"batch_size": 1}),
    ],
)
def test_suited(material: dict[str, object], wanted: dict[str, object]) -> None:
    recipe = Recipe.known["vae"].suited(Material(**material))  # type: ignore[arg-type]
    recipe.check()
    assert {name: getattr(recipe, name) for name in wanted} == wanted
