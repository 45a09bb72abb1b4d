"""What a test on a spoilt picture says: figures, and where the errors are."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.ops.restoring.trial import WORST, errors, figures


def flat(value: int, side: int = 16) -> np.ndarray:
    return np.full((side, side, 3), value, np.uint8)


def test_figures_before_and_after() -> None:
    wanted = flat(100)
    wanted.setflags(write=False)  # as a picture that is mapped from a file
    found = figures(flat(101), flat(110), wanted, luma=False)
    assert found is not None
    assert found.psnr_before == pytest.approx(20 * np.log10(255 / 10), abs=1e-4)
    assert found.psnr == pytest.approx(20 * np.log10(255), abs=1e-4)
    assert found.ssim_before < found.ssim < 1


def test_luma_leaves_out_what_only_colour_lost() -> None:
    wanted, restored = flat(100), flat(100)
    restored[..., 2] = 130  # blue counts for a tenth
    colour = figures(restored, restored, wanted, luma=False)
    luma = figures(restored, restored, wanted, luma=True)
    assert colour is not None and luma is not None
    assert luma.psnr > colour.psnr + 10


def test_a_piece_smaller_than_the_window_has_no_figures() -> None:
    assert figures(flat(1, 10), flat(2, 10), flat(3, 10), luma=False) is None


def test_errors_are_told_apart_up_to_the_worst() -> None:
    wanted, restored = flat(100), flat(100)
    restored[3, 4] += WORST // 2
    restored[5, 6] = 255
    found = errors(restored, wanted)
    assert (found[0, 0], found[3, 4], found[5, 6]) == (0, 128, 255)
