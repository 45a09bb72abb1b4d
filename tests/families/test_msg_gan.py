"""MSG-GAN as a family: all scales at once."""

from __future__ import annotations

import torch

from gendesk.families.msg_gan import MsgGan, MsgGanRecipe
from gendesk.training.dice import CountedDice

from .game import Watched, batch, built


def small(**settings: object) -> MsgGanRecipe:
    few = {"size": 16, "width": 2, "latent": 5, "batch_size": 8}
    return MsgGanRecipe().changed(**few | settings)


def test_the_discriminator_sees_every_scale_of_real_pictures_and_fakes() -> None:
    recipe = small(augment="diff")
    learner = built(recipe)
    assert isinstance(learner, MsgGan) and learner.scales == 3
    given: list[list[tuple[int, ...]]] = []
    learner.parts["discriminator"].register_forward_hook(
        lambda _, seen, __: given.append([tuple(view.shape) for view in seen[0]])
    )
    learner.update(batch(), Watched(learner, recipe))
    assert given == [[(8, 1, 4, 4), (8, 1, 8, 8), (8, 1, 16, 16)]] * 3


def test_every_scale_of_the_generator_learns_from_it() -> None:
    recipe = small(r1=0.0)
    learner = built(recipe)
    colours = learner.parts["generator"].colours
    before = [each.weight.detach().clone() for each in colours]
    learner.update(batch(), Watched(learner, recipe))
    after = [each.weight.detach() for each in colours]
    assert not any(torch.equal(*pair) for pair in zip(before, after, strict=True))


def test_the_preview_shows_the_same_samples_at_every_scale() -> None:
    learner = built(small())
    with torch.no_grad():
        shown = learner.preview(batch(), CountedDice(0, "preview", torch.device("cpu")))
    assert set(shown) == {"samples", "fresh", "scales"}
    scales = shown["scales"]
    assert scales.shape == (3, 8, 1, 16, 16) and scales.min() >= 0 and scales.max() <= 1
    assert torch.equal(scales[0, :, :, ::4, ::4], scales[0, :, :, 3::4, 3::4])
    assert not torch.equal(scales[2, :, :, ::4, ::4], scales[2, :, :, 3::4, 3::4])
