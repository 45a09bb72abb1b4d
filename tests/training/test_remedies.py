"""Remedies fit the recipe: only knobs that it has, values that it takes, and a change."""

from __future__ import annotations

import pytest

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.events import Remedy
from gendesk.core.recipe import Recipe
from gendesk.training.remedies import remedies
from gendesk.training.rules import RULES


def recipe(**settings: object) -> Recipe:
    return Recipe.known["gan"]().changed(**settings)


@pytest.mark.parametrize("finding", [rule.name for rule in RULES])
@pytest.mark.parametrize("loss", ["non-saturating", "hinge", "least-squares", "wgan-gp"])
def test_each_finding_has_remedies_that_change_something(finding: str, loss: str) -> None:
    begun = recipe(loss=loss, lr=1e-5, batch_size=64)
    for rewind in (0, 300):
        found = remedies(finding, begun, rewind)
        assert found
        for remedy in found:
            assert remedy.rewind in (None, rewind)
            assert begun.changed(**remedy.settings) != begun
            assert all(begun.knobs()[name].live for name in remedy.settings)


def test_the_first_remedy_can_also_be_tried_from_the_checkpoint() -> None:
    found = remedies("divergence", recipe(lr=0.1), 200)
    assert found[0] == Remedy({"lr": 0.01})
    assert found[-1] == Remedy({"lr": 0.01}, 200)


def test_a_racing_discriminator_is_slowed_and_where_nothing_was_ever_well_from_the_start() -> None:
    racing = recipe(d_lr=20.0, d_steps=4)
    slowed = {"d_lr": 1.0, "d_steps": 1}
    assert remedies("discriminator", racing, 200)[0] == Remedy(slowed)
    assert remedies("discriminator", racing, 0)[:2] == (Remedy(slowed, 0), Remedy(slowed))


def test_a_collapse_is_not_slowed_below_the_usual_learning_rate() -> None:
    assert remedies("collapse", recipe(lr=4e-3, d_lr=0.1))[0].settings == {
        "lr": 1e-3,
        "d_lr": 1.0,
    }
    assert remedies("collapse", recipe(lr=3e-4, d_lr=0.1))[0].settings == {
        "lr": 2e-4,
        "d_lr": 1.0,
    }
    assert remedies("collapse", recipe(lr=1e-4, d_lr=0.1))[0].settings == {"d_lr": 1.0}
    assert remedies("collapse", recipe(lr=1e-4))[0].settings == {"r1": 1.0}


def test_what_is_as_it_should_be_is_not_proposed() -> None:
    found = remedies("memorising", recipe(augment="diff"))
    assert all("augment" not in each.settings for each in found)


def test_a_recipe_without_these_knobs_has_none() -> None:
    assert remedies("memorising", Recipe.known["vae"](), 10) == ()
