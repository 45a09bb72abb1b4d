"""StyleGAN2 as a family: styles, noise, and paths of even length."""

from __future__ import annotations

import pytest
import torch

from gendesk.core.sentence import Trouble
from gendesk.families.stylegan import StyleGan, StyleGanRecipe

from .game import Watched, batch
from .game import built as any_built


def small(**settings: object) -> StyleGanRecipe:
    few = {"size": 16, "width": 2, "latent": 6, "batch_size": 8, "depth": 2, "r1": 0.0}
    return StyleGanRecipe().changed(**few | settings)


def built(recipe: StyleGanRecipe) -> StyleGan:
    learner = any_built(recipe)
    assert isinstance(learner, StyleGan)
    return learner


def test_styles_in_w_and_for_each_layer_paint_what_z_decodes_to() -> None:
    learner = built(small())
    for part in learner.parts.values():
        part.eval()
    z = torch.randn(3, 6)
    with torch.no_grad():
        w = learner.styles(z)
        assert w.shape == (3, 6) and learner.layers == 6
        pictures = learner.painted(w)
        assert torch.equal(pictures, learner.decode(z))
        assert torch.equal(pictures, learner.painted(w.unsqueeze(1).expand(-1, 6, -1)))
        crossed = w.unsqueeze(1).repeat(1, 6, 1)
        crossed[:, 4:] = w.roll(1, 0).unsqueeze(1)
        assert not torch.equal(learner.painted(crossed), pictures)


def test_truncation_makes_pictures_alike() -> None:
    learner = built(small())
    z = torch.randn(16, 6)
    for _ in range(1000):
        learner.styles(z)
    with torch.no_grad():
        spread = [learner.decode(z, truncation=t).std(0).mean() for t in (0.0, 0.5, 1.0)]
    assert spread[0] < 1e-5 < spread[1] < spread[2]


def test_path_length_comes_lazily_and_steers_the_generator_alone() -> None:
    recipe = small(path=2.0, path_every=3)
    learner = built(recipe)
    lengths = []
    for step in range(1, 7):
        turn = Watched(learner, recipe, step)
        figures = learner.update(batch(), turn)
        assert ("path" in figures) == (step in (3, 6))
        assert turn.given == [{"discriminator"}, {"generator"}]
        lengths.append(learner.net.length.item())
    assert lengths[0] == lengths[1] == 0 < lengths[2] < lengths[5]
    assert "path" not in built(small(path=0.0)).update(batch(), Watched(learner, small(), 3))


def test_the_length_that_paths_shall_have_is_their_running_mean() -> None:
    recipe = small(path_every=1, lr=1e-7)
    learner = built(recipe)
    found = []
    for step in range(1, 31):
        learner.update(batch(), Watched(learner, recipe, step))
        found.append(learner.net.length.item())
    # 1 - 0.99ⁿ of the way from nothing
    assert found[29] / found[9] == pytest.approx((1 - 0.99**30) / (1 - 0.99**10), rel=0.1)


def test_styles_are_mixed_as_often_as_wanted() -> None:
    for mixing in (0.0, 0.5, 1.0):
        recipe = small(mixing=mixing)
        learner = built(recipe)
        with torch.no_grad():
            _, ws = learner._drawn(400, None, Watched(learner, recipe))
        differ = (ws != ws[:, :1]).any(2)
        assert differ.any(1).float().mean().item() == pytest.approx(mixing, abs=0.08)
        assert (differ.int().diff(dim=1) >= 0).all(), "from one layer on"
        if mixing:
            first = 6 - differ.sum(1)[differ.any(1)]
            assert set(first.tolist()) == {1, 2, 3, 4, 5}


def test_noise_reaches_training_but_not_what_is_shown() -> None:
    learner = built(small())
    with torch.no_grad():
        for layer in learner.net.synthesis.layers:
            layer.strength.fill_(1.0)
        z = torch.zeros(2, 6)
        shown = learner.decode(z)
        assert torch.equal(shown[0], shown[1])
        drawn, _ = learner.net(z, None, torch.randn(2, learner.net.synthesis.places))
    assert (drawn[0] - drawn[1]).abs().mean() > 0.01


def test_settings_out_of_range_are_refused() -> None:
    for settings, sentence in (
        ({"mixing": 2.0}, "mixing must lie between 0 and 1"),
        ({"size": 1024}, "size must lie between 16 and 512"),
        ({"depth": 0}, "depth must lie between 1 and 16"),
    ):
        with pytest.raises(Trouble, match=sentence):
            small(**settings)
