"""Colour under what is transparent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gendesk.ops.restoring.bleeding import bled


@pytest.mark.parametrize("kind", ["uint8", "uint16"])
@pytest.mark.parametrize("size", [(37, 51), (64, 64), (1, 9)])
def test_what_is_shown_stays_and_the_rest_comes_from_near(
    kind: str, size: tuple[int, int], tmp_path: Path
) -> None:
    height, width = size
    full = np.iinfo(kind).max
    pixels = np.zeros((height, width, 3), kind)
    shown = np.zeros(size, bool)
    shown[:, 3 : width // 3] = shown[:, width // 2 :] = True
    pixels[:, : width // 3] = (full, 0, full // 2)
    pixels[:, width // 2 :] = (0, full, full // 4)
    pixels[~shown] = 0
    filled = bled(pixels, shown, tmp_path)
    assert np.array_equal(filled[shown], pixels[shown])
    if width > 9:
        assert (filled[:, 2] == (full, 0, full // 2)).all()  # beside one colour alone
        assert (filled.sum(2) > full // 2).all()  # no black is left
    assert not pixels[~shown].any()  # the picture itself is as it was


def test_nothing_to_bleed_or_to_fill(tmp_path: Path) -> None:
    pixels = np.ones((4, 4, 1), np.uint8)
    assert bled(pixels, np.ones((4, 4), bool), tmp_path) is pixels
    assert bled(pixels, np.zeros((4, 4), bool), tmp_path) is pixels
