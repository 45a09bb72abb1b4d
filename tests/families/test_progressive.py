"""Progressive growing as a family: how large it draws, when."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from gendesk.core.events import Preview, Progress
from gendesk.core.recipe import Material
from gendesk.families.progressive import Progressive, ProgressiveRecipe
from gendesk.training import checkpoints

from .conftest import Train
from .game import Watched, batch
from .game import built as any_built


def small(**settings: object) -> ProgressiveRecipe:
    few = {"size": 16, "width": 2, "latent": 5, "batch_size": 8, "phase": 3, "preview_every": 2}
    return ProgressiveRecipe().changed(**few | settings)


def built(recipe: ProgressiveRecipe) -> Progressive:
    learner = any_built(recipe)
    assert isinstance(learner, Progressive)
    return learner


def test_figures_say_how_large_it_draws_and_how_far_that_has_faded_in() -> None:
    recipe = small()
    learner = built(recipe)
    found = []
    for step in range(1, 17):
        figures = learner.update(batch(), Watched(learner, recipe, step))
        found.append((int(figures["side"]), round(figures["fade"].item(), 2)))
    assert found == [
        *[(4, 1.0)] * 4, (8, 0.33), (8, 0.67), *[(8, 1.0)] * 4, (16, 0.33), (16, 0.67), *[(16, 1.0)] * 4,
    ]  # fmt: skip


def test_what_is_saved_draws_as_large_as_it_had_grown(train: Train, tmp_path: Path) -> None:
    events = train(small(steps=6))
    sides = [event.metrics["side"] for event in events if isinstance(event, Progress)]
    assert sides == [4, 4, 4, 4, 8, 8]
    shown = [event for event in events if isinstance(event, Preview) and event.kind == "samples"]
    newest = checkpoints.newest(tmp_path)
    assert newest
    learner = checkpoints.load(newest).learner()
    assert isinstance(learner, Progressive)
    assert [net.level.item() for net in learner.growing] == pytest.approx([2 / 3] * 2)
    with torch.no_grad():
        drawn = learner.decode(torch.randn(4, 5))
    assert drawn.shape == (4, 1, 16, 16)
    assert torch.equal(drawn[..., ::2, ::2], drawn[..., 1::2, 1::2]), "pixels are still larger"
    assert {event.picture.shape for event in shown} == {(8 * 18 - 2, 8 * 18 - 2, 1)}


def test_weights_that_wake_up_have_no_past() -> None:
    recipe = small()
    learner = built(recipe)
    turn = Watched(learner, recipe)
    learner.update(batch(), turn)
    for part, net in zip(("generator", "discriminator"), learner.growing, strict=True):
        asleep = {id(weight) for weight in net.asleep()}
        assert asleep
        state = turn.optimizers[part].state
        for weight in learner.parts[part].parameters():
            assert (len(state[weight]) == 0) == (id(weight) in asleep)


def test_it_has_grown_up_after_two_thirds_of_the_steps() -> None:
    about = Material("folder:/cats", 900, 480, photographs=True, labels=0)
    recipe = ProgressiveRecipe.suited(about)
    learner = built(recipe.changed(width=2))
    assert recipe.size == 64 and learner.most == 4
    assert recipe.phase * (2 * learner.most) <= 2 * recipe.steps / 3
