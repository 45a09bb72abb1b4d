"""What a discriminator says of single pictures."""

from __future__ import annotations

import pytest
import torch
from lightning_fabric import Fabric

from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.nn.adversarial import Adversarial
from gendesk.training.state import State
from gendesk.training.verdicts import PICTURES, overfitting, verdicts


@pytest.fixture
def state(digits: Dataset, fabric: Fabric) -> State:
    recipe = Recipe.known["gan"]().changed(
        size=16, net="mlp", hidden=16, latent=8, batch_size=24, pack=2
    )
    return State(recipe, digits, fabric)


def test_it_is_asked_about_as_many_of_each(state: State) -> None:
    learner = state.average.learner
    assert isinstance(learner, Adversarial)
    found = verdicts(learner, state)
    packs = -(-min(PICTURES, len(state.dataset.held_out)) // 2)
    assert {name: each.shape for name, each in found.items()} == dict.fromkeys(
        ("real", "held_out", "fake"), (packs,)
    )
    again = verdicts(learner, state)
    assert all(torch.equal(found[name], again[name]) for name in found)
    assert not torch.equal(found["real"], found["held_out"])


def test_a_small_batch_is_a_memory_that_holds_no_more(state: State) -> None:
    state.turn("batch_size", 4)
    learner = state.average.learner
    assert isinstance(learner, Adversarial)
    assert len(verdicts(learner, state)["real"]) == 8


def test_overfitting_is_a_doubt_of_what_was_not_learnt_from() -> None:
    real, fake = torch.full((16,), 0.9), torch.full((16,), 0.1)
    assert overfitting({"real": real, "held_out": real, "fake": fake}) == 0
    half = torch.full((16,), 0.5)
    assert overfitting({"real": real, "held_out": half, "fake": fake}) == pytest.approx(0.5)
    assert overfitting({"real": fake, "held_out": half, "fake": real}) is None
    assert overfitting({"real": real, "held_out": half[:15], "fake": fake}) is None
