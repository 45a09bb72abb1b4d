"""Pictures become tensors and come back unchanged."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from gendesk.core.images import grid, rows, to_float, to_uint8


@pytest.mark.parametrize("channels", [1, 3])
def test_there_and_back_is_the_same(channels: int) -> None:
    pictures = np.random.default_rng(0).integers(0, 256, (3, 5, 7, channels), np.uint8)
    images = to_float(torch.from_numpy(pictures))
    assert images.shape == (3, channels, 5, 7) and images.is_contiguous()
    assert images.min() >= 0 and images.max() <= 1
    assert np.array_equal(to_uint8(images), pictures)
    assert images[1, -1, 2, 3] == pytest.approx(pictures[1, 2, 3, -1] / 255)


def test_values_out_of_range_are_clamped_and_rounded() -> None:
    images = torch.tensor([-1.0, 0.0, 0.4999 / 255, 0.6 / 255, 1.0, 9.0]).reshape(1, 1, 1, 6)
    assert to_uint8(images).ravel().tolist() == [0, 0, 0, 1, 255, 255]


def test_a_grid_reads_like_a_page() -> None:
    pictures = np.stack([np.full((2, 3, 1), value, np.uint8) for value in range(1, 6)])
    sheet = grid(pictures, gap=1)
    assert sheet.shape == (2 * 3 - 1, 3 * 4 - 1, 1)  # 3 columns, 2 rows
    assert [sheet[0, x, 0] for x in (0, 3, 4, 8)] == [1, 128, 2, 3]
    assert sheet[3, 0, 0] == 4 and sheet[3, 4, 0] == 5 and sheet[3, 8, 0] == 128
    assert grid(pictures, columns=5, gap=0).shape == (2, 15, 1)
    assert grid(pictures[:1]).shape == (2, 3, 1)


def test_rows_of_batches_alternate() -> None:
    batches = [torch.full((18, 1, 1, 1), float(value)) for value in (0, 1)]
    shown = rows(*batches)  # the two pictures too many are left out
    assert shown.shape == (4, 8, 1, 1, 1)
    assert shown.flatten(1).tolist() == [[0.0] * 8, [1.0] * 8] * 2
    counted = torch.arange(16.0).view(16, 1, 1, 1)
    assert rows(counted).flatten().tolist() == list(range(16))
    assert rows(counted[:3]).shape == (1, 3, 1, 1, 1)
