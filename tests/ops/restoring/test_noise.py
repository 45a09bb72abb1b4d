"""The noise that a picture has, and grain."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gendesk.ops.restoring.noise import estimated_noise, grain


def scene(bits: int = 8) -> Any:
    """Sky, a textured half, a white border and a black one."""
    y, x = np.mgrid[:300, :400]
    dice = np.random.default_rng(1)
    values = np.stack([0.4 + 0.2 * np.sin(y / 90 + c) + x / 2000 for c in range(3)], 2)
    values[150:] += 0.15 * dice.uniform(-1, 1, (150, 400, 1))
    values[:, :60], values[:, -60:] = 1, 0
    return values.clip(0, 1) * (2**bits - 1)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("sigma", [2, 10, 25, 50])
def test_white_noise_is_found_to_a_tenth(sigma: float, bits: int) -> None:
    full = 2**bits - 1
    noise = np.random.default_rng(0).normal(0, sigma / 255 * full, (300, 400, 3))
    noisy = np.rint(scene(bits) + noise).clip(0, full).astype(f"uint{bits}")
    assert estimated_noise(noisy) == pytest.approx(sigma, rel=0.1)
    assert estimated_noise(noisy[:, :, :1]) == pytest.approx(sigma, rel=0.1)


def test_a_picture_without_noise_has_none() -> None:
    assert estimated_noise(np.rint(scene()).astype(np.uint8)) < 0.6


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 500, 1), (3, 3, 3), (33, 20, 1)])
def test_small_pictures_do_not_matter(shape: tuple[int, ...]) -> None:
    assert estimated_noise(np.full(shape, 77, np.uint8)) == 0


def test_an_all_white_page_says_nothing() -> None:
    assert estimated_noise(np.full((200, 200, 3), 255, np.uint8)) == 0


def test_grain_of_a_part_is_what_the_whole_has_there() -> None:
    whole = grain((0, 0, 50, 40), 3.0, seed=5)
    assert whole.shape == (40, 50, 1)
    assert np.array_equal(grain((10, 20, 30, 33), 3.0, seed=5), whole[20:33, 10:30])
    assert not np.array_equal(grain((0, 0, 50, 40), 3.0, seed=6), whole)
