"""How far networks look is found out, and tiles cover a picture exactly once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import torch
from torch import Tensor

from gendesk.ops.stylizing.tiling import Reach, reach
from tests.ops.stylizing.painting_parts import small_vgg

CPU = torch.device("cpu")


def test_the_reach_of_a_vgg() -> None:
    found = reach(small_vgg(), ["relu1_1", "relu2_1", "relu4_1"], CPU)
    assert found is not None
    assert found.strides == {"relu1_1": 1, "relu2_1": 2, "relu4_1": 8}
    # relu4_1 sees: 2 convolutions of pixels, 1 of pairs, 2 of fours, 1 of eights
    assert found.pixels == 2 * 1 + 1 * 2 + 2 * 4 + 1 * 8
    assert found.margin == 24


class Normed:
    """Features that look at the whole picture."""

    layers: tuple[str, ...] = ("all",)

    def features(self, images: Tensor, _layers: Sequence[str]) -> list[Tensor]:
        return [images / images.mean()]


class Shrunk(Normed):
    """Features whose cells are no whole number of pixels."""

    def features(self, images: Tensor, _layers: Sequence[str]) -> list[Tensor]:
        return [images[:, :, 2:-2, 2:-2]]


@pytest.mark.parametrize("features", [Normed(), Shrunk()])
def test_some_networks_must_see_the_whole(features: Normed) -> None:
    assert reach(features, ["all"], CPU) is None


@pytest.mark.parametrize("shape", [(100, 300), (64, 64), (257, 129)])
def test_tiles_cover_each_pixel_once(shape: tuple[int, int]) -> None:
    tiles = Reach({"a": 4}, 9).tiles(shape, 64)
    covered = torch.zeros(shape)
    for tile in tiles:
        (top, left, bottom, right), (above, before, below, after) = tile.core, tile.outer
        covered[top:bottom, left:right] += 1
        assert top % 4 == left % 4 == above % 4 == before % 4 == 0
        assert above == max(0, top - 12) and before == max(0, left - 12)
        assert below == min(shape[0], bottom + 12) and after == min(shape[1], right + 12)
    assert bool((covered == 1).all())
