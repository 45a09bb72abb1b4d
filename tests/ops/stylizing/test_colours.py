"""Colours carried over and kept."""

from __future__ import annotations

import pytest
import torch

from gendesk.ops.stylizing.colours import luminance, matched_luminance, recoloured, with_luminance
from tests.ops.stylizing.painting_parts import noise

MIX = torch.tensor([[0.5, 0.2, 0.0], [0.1, 0.3, 0.2], [0.0, 0.1, 0.6]])


def test_a_recoloured_picture_has_the_mean_and_covariance_of_the_other() -> None:
    images = noise(30, 40, 1) * 0.4 + 0.3
    like = torch.einsum("ij,bjhw->bihw", MIX, noise(20, 50, 2) * 0.5) + 0.2
    moved, wanted = (x[0].flatten(1) for x in (recoloured(images, like), like))
    assert torch.allclose(moved.mean(1), wanted.mean(1), atol=1e-3)
    assert torch.allclose(torch.cov(moved), torch.cov(wanted), atol=1e-3)


def test_a_picture_in_its_own_colours_stays() -> None:
    images = noise(30, 40, 1)
    assert torch.allclose(recoloured(images, images), images, atol=1e-4)


def test_only_what_the_mask_shows_gives_colours() -> None:
    like = torch.cat([torch.full((1, 3, 20, 10), 0.2), torch.full((1, 3, 20, 10), 0.9)], 3)
    mask = torch.zeros(20, 20)
    mask[:, :10] = 1
    assert recoloured(noise(30, 40, 1), like, mask).mean() == pytest.approx(0.2, abs=0.01)


def test_flat_pictures_have_no_colours_to_carry() -> None:
    flat = torch.full((1, 3, 20, 20), 0.5)
    assert torch.allclose(recoloured(flat, noise(30, 40, 1)).std((2, 3)), torch.zeros(3), atol=1e-3)
    assert bool(recoloured(noise(30, 40, 1), flat).isfinite().all())
    assert bool(matched_luminance(flat, noise(30, 40, 1)).isfinite().all())


def test_colours_with_another_luminance() -> None:
    colours, painted = noise(20, 20, 1) * 0.2 + 0.4, noise(20, 20, 2) * 0.2 + 0.4
    both = with_luminance(colours, painted)
    assert torch.allclose(luminance(both), luminance(painted), atol=1e-5)
    assert torch.allclose(both[:, 0] - both[:, 2], colours[:, 0] - colours[:, 2], atol=1e-5)


def test_luminance_is_matched_in_mean_and_spread() -> None:
    matched = matched_luminance(noise(20, 20, 1) ** 3, noise(30, 30, 2) * 0.3 + 0.3)
    wanted = luminance(noise(30, 30, 2) * 0.3 + 0.3)
    assert float(matched.mean()) == pytest.approx(float(wanted.mean()), abs=0.01)
    assert float(matched.std()) == pytest.approx(float(wanted.std()), abs=0.01)
