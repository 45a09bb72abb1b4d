"""PSNR and SSIM against their definitions."""

from __future__ import annotations

import math

import pytest
import torch

from gendesk.nn import fidelity


def test_psnr_is_ten_logs_of_the_mean_squared_error() -> None:
    reference = torch.full((2, 3, 20, 20), 0.5)
    images = reference + torch.tensor([0.1, 0.01]).view(2, 1, 1, 1)
    assert fidelity.psnr(images, reference).tolist() == pytest.approx([20.0, 40.0], abs=1e-3)
    assert float(fidelity.psnr(reference, reference).max()) <= 100


def test_ssim_of_the_same_is_one_and_falls_with_noise() -> None:
    dice = torch.Generator().manual_seed(0)
    reference, noise = torch.rand(2, 1, 1, 32, 32, generator=dice)
    weak, strong = (reference + s * noise for s in (0.05, 0.3))
    assert float(fidelity.ssim(reference, reference)) == pytest.approx(1.0, abs=1e-6)
    assert 1 > float(fidelity.ssim(weak, reference)) > float(fidelity.ssim(strong, reference)) > 0


def test_ssim_by_its_formula_on_one_window() -> None:
    a, b = torch.rand(2, 1, 1, 11, 11, generator=torch.Generator().manual_seed(1))
    taps = torch.exp(-(torch.arange(11.0) - 5).square() / 4.5)
    window = torch.outer(taps, taps) / taps.sum() ** 2

    def mean(x: torch.Tensor) -> float:
        return float((x[0, 0] * window).sum())

    ma, mb = mean(a), mean(b)
    va, vb, cov = mean(a * a) - ma**2, mean(b * b) - mb**2, mean(a * b) - ma * mb
    expected = ((2 * ma * mb + 1e-4) * (2 * cov + 9e-4)) / (
        (ma**2 + mb**2 + 1e-4) * (va + vb + 9e-4)
    )
    assert float(fidelity.ssim(a, b)) == pytest.approx(expected, rel=1e-3)


def test_luma_of_white_black_and_grey() -> None:
    ends = torch.stack([torch.zeros(3, 2, 2), torch.ones(3, 2, 2)])
    assert fidelity.luma(ends)[:, 0, 0, 0].tolist() == pytest.approx([16 / 255, 235 / 255])
    grey = torch.rand(1, 1, 4, 4)
    assert fidelity.luma(grey) is grey
    assert math.isclose(
        float(fidelity.luma(torch.tensor([0.0, 1, 0]).view(1, 3, 1, 1))),
        144.553 / 255,
        rel_tol=1e-4,
    )


def test_an_error_map_is_black_where_nothing_is_lost_and_white_where_all_is() -> None:
    reference = torch.zeros(1, 1, 1, 4)
    images = torch.tensor([0.0, 1 / 6, 2 / 6, 1.0]).view(1, 1, 1, 4)
    colours = fidelity.error_map(images, reference)[0, :, 0].T  # (4, 3)
    expected = torch.tensor([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]])
    torch.testing.assert_close(colours, expected)
    assert fidelity.error_map(images.expand(-1, 3, -1, -1), reference).shape == (1, 3, 1, 4)
