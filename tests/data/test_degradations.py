"""Pictures are spoilt as much as was asked for, and by the dice that were given alone."""

from __future__ import annotations

from itertools import permutations

import pytest
import torch

from gendesk.data import degradations
from gendesk.training.dice import CountedDice

CPU = torch.device("cpu")
SPOILING = [*degradations.NOISES.values(), degradations.with_mixed_noise]


def dice(step: int = 1, rank: int = 0, world: int = 1) -> CountedDice:
    return CountedDice(0, step, CPU, rank, world)


def level(sigma: float, count: int = 8) -> torch.Tensor:
    return torch.full((count, 1, 1, 1), sigma)


@pytest.mark.parametrize("spoil", SPOILING)
@pytest.mark.parametrize("channels", [1, 3])
def test_it_depends_on_the_dice_alone(spoil, channels: int) -> None:
    images = torch.rand(8, channels, 16, 16)
    before, state = images.clone(), torch.get_rng_state()
    noisy = spoil(images, level(0.2), dice())
    assert noisy.shape == images.shape and noisy.dtype == torch.float32
    assert torch.equal(noisy, spoil(images, level(0.2), dice()))
    assert not torch.equal(noisy, images)
    assert torch.equal(images, before) and torch.equal(state, torch.get_rng_state())


@pytest.mark.parametrize("spoil", SPOILING)
def test_two_processes_spoil_their_rows_as_one_would(spoil) -> None:
    images = torch.rand(16, 1, 16, 16)
    whole = spoil(images, level(0.2, 16), dice())
    for rank in range(2):
        rows = slice(8 * rank, 8 * rank + 8)
        mine = spoil(images[rows], level(0.2), dice(rank=rank, world=2))
        assert torch.equal(mine, whole[rows])


@pytest.mark.parametrize("spoil", SPOILING)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_pictures(spoil, count: int) -> None:
    assert spoil(torch.rand(count, 1, 16, 16), level(0.2, count), dice()).shape[0] == count


def test_photons() -> None:
    grey = torch.full((4, 1, 100, 100), 0.25)
    noisy = degradations.with_photon_noise(grey, level(0.2, 4), dice())
    assert noisy.mean().item() == pytest.approx(0.25, abs=0.005)
    # 25 photons are white: a quarter of it is 6.25 on average, with a variance of 6.25.
    assert noisy.var().item() == pytest.approx(0.25 / 25, rel=0.05)
    assert (noisy * 25 - (noisy * 25).round()).abs().max() < 1e-4, "whole photons"
    assert degradations.with_photon_noise(torch.zeros(1, 1, 8, 8), level(0.2, 1), dice()).max() == 0


def test_salt_and_pepper() -> None:
    grey = torch.full((4, 3, 100, 100), 0.5)
    noisy = degradations.with_salt_and_pepper(grey, level(0.3, 4), dice())
    assert set(noisy.unique().tolist()) == {0.0, 0.5, 1.0}
    assert (noisy == 0).float().mean().item() == pytest.approx(0.09, abs=0.01)
    assert (noisy == 1).float().mean().item() == pytest.approx(0.09, abs=0.01)
    assert torch.equal(noisy[:, 0], noisy[:, 1]), "all channels of a pixel together"


def test_jpeg_loses_more_the_stronger_it_is() -> None:
    down, across = torch.meshgrid(torch.arange(32.0), torch.arange(32.0), indexing="ij")
    picture = ((down / 3).sin() * (across / 2).cos() > 0).float().expand(1, 1, 32, 32)
    errors = [
        (degradations.with_jpeg(picture, level(sigma, 1), dice()) - picture).square().mean().item()
        for sigma in (0.0, 0.2, 0.4)
    ]
    assert 0 < errors[0] < errors[1] < errors[2] < 0.1


def test_blur_keeps_the_light_and_widens() -> None:
    point = torch.zeros(2, 1, 31, 31)
    point[:, 0, 15, 15] = 1
    soft = degradations.blurred(point, torch.tensor([0.5, 2.0]).view(2, 1, 1, 1))
    torch.testing.assert_close(soft.sum((1, 2, 3)), torch.ones(2))
    away = (torch.arange(31) - 15).float().square()
    spread = (soft[:, 0].sum(1) * away).sum(1)
    assert spread[1].item() == pytest.approx(4.0, rel=0.02)
    assert soft[0].max() > soft[1].max()
    torch.testing.assert_close(
        degradations.blurred(torch.ones(1, 3, 16, 16), level(2.0, 1)), torch.ones(1, 3, 16, 16)
    )


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_shrinking_anyhow(scale: int) -> None:
    images = torch.rand(7, 3, 32, 32)
    small = degradations.shrunk_anyhow(images, scale, dice())
    assert small.shape == (7, 3, 32 // scale, 32 // scale)
    assert torch.equal(small, degradations.shrunk_anyhow(images, scale, dice()))
    torch.testing.assert_close(small * 255, (small * 255).round())
    torch.testing.assert_close(small.mean((2, 3)), images.mean((2, 3)), rtol=0, atol=0.05)
    assert degradations.enlarged_to(small, 32, 32).shape == images.shape


def test_recoloured_pictures_have_their_colours_in_another_order() -> None:
    images = torch.rand(32, 3, 4, 4, generator=torch.Generator().manual_seed(0))
    turned = degradations.recoloured(images, dice())
    kinds = set()
    for before, after in zip(images, turned, strict=True):
        upright = [o for o in permutations(range(3)) if torch.equal(before[list(o)], after)]
        inverted = [o for o in permutations(range(3)) if torch.equal(1 - before[list(o)], after)]
        assert len(upright) + len(inverted) == 1
        kinds.add((bool(upright), *(upright or inverted)[0]))
    assert len(kinds) > 8


def test_textures_drawn_by_formula_differ_and_repeat() -> None:
    first, again = (degradations.spectral(6, 24, dice()) for _ in range(2))
    assert torch.equal(first, again) and first.shape == (6, 3, 24, 24)
    assert first.min() >= 0 and first.max() <= 1 and bool((first.std((1, 2, 3)) > 0.01).all())
    assert len({round(float(t.diff(dim=2).abs().mean()), 3) for t in first}) == 6


def test_contrast_is_raised_for_some_and_never_lowered() -> None:
    images = 0.4 + 0.1 * torch.rand(16, 3, 12, 12, generator=torch.Generator().manual_seed(0))
    hard = degradations.contrasted(images, CountedDice(0, 1, CPU))
    changed = (hard != images).flatten(1).any(1)
    assert 0 < changed.sum() < 16
    assert hard.min() >= 0 and hard.max() <= 1
    assert bool((hard.flatten(1).std(1) >= images.flatten(1).std(1)).all())


def test_engravings_are_ink_on_paper_and_darker_where_the_picture_is() -> None:
    ramp = torch.linspace(0, 1, 48).expand(64, 3, 48, 48)
    first, again = (degradations.engraved(ramp, dice()) for _ in range(2))
    assert torch.equal(first, again) and first.min() >= 0 and first.max() <= 1
    changed = (first != ramp).flatten(1).any(1)
    assert 12 <= changed.sum() <= 34  # about a third of them
    for picture in first[changed]:
        dark, light = picture[..., :12].mean(), picture[..., -12:].mean()
        assert dark < light
        ink, paper = picture.flatten(1).quantile(torch.tensor([0.02, 0.98]), dim=1)
        between = (picture.flatten(1) > ink[:, None] + 0.2) & (
            picture.flatten(1) < paper[:, None] - 0.2
        )
        assert between.float().mean() < 0.35  # edges alone


@pytest.mark.parametrize("channels", [1, 3])
def test_shapes_on_each_other_have_sharp_edges_and_any_saturation(channels: int) -> None:
    first, again = (degradations.leaves(12, 32, channels, dice()) for _ in range(2))
    assert torch.equal(first, again) and first.shape == (12, channels, 32, 32)
    assert first.min() >= 0 and first.max() <= 1
    steps = first.diff(dim=3).abs()
    # Most neighbours have one colour, and where two shapes meet it changes from one to the next.
    assert bool((steps.flatten(1).median(1).values < 0.1).all())
    assert float(steps.amax((1, 2, 3)).median()) > 0.2
    if channels == 3:  # from grey to colourful
        colour = first.std(1).mean((1, 2))
        assert colour.min() < 0.3 * colour.max()


def test_patches_of_a_larger_span_are_scaled_down() -> None:
    # Stripes two pixels wide: at half the scale and below no stripe is left.
    stripes = (torch.arange(64) // 2 % 2).float().expand(64, 3, 64, 64)
    own = degradations.patches(stripes, 16, dice())
    far = degradations.patches(stripes, 16, dice(), 4.0)
    assert far.shape == own.shape == (64, 3, 16, 16)
    contrast = far.flatten(1).std(1)
    assert bool((own.flatten(1).std(1) > 0.4).all())
    assert 4 < (contrast > 0.4).sum() < 32  # about a quarter of them are not scaled
    assert bool((contrast < 0.2).any()) and far.min() >= 0 and far.max() <= 1


def test_patches_of_a_span_beyond_the_picture_are_all_of_it() -> None:
    images = torch.rand(6, 3, 18, 18)
    assert degradations.patches(images, 12, dice(), 100.0).shape == (6, 3, 12, 12)
