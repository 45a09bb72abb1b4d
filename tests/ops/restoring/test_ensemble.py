"""A model that looks at a picture from all sides."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from gendesk.ops.restoring.ensemble import thorough
from tests.ops.blurring import Blurring, blurring
from tests.ops.restoring.test_tiles import denoiser, noise, tiled, upscaler

Floats = NDArray[np.float32]


class Leaning(Blurring):
    """Takes each pixel from its right neighbour."""

    def run(self, pixels: Floats, strength: float) -> Floats:
        self.seen.append(strength)
        return np.roll(pixels, -1, 1)


def test_a_lean_to_one_side_is_averaged_away() -> None:
    leaning = Leaning()
    pixels = np.zeros((7, 7, 3), np.float32)
    pixels[3, 3] = 1
    seen = thorough(cast("Any", leaning)).run(pixels, 5)
    assert leaning.seen == [5] * 8
    for turn in range(4):
        assert np.array_equal(seen, np.rot90(seen, turn))
    assert seen[3, 2, 0] == seen[2, 3, 0] == 0.25


def test_a_model_without_a_lean_says_the_same() -> None:
    model = blurring(scale=2)
    pixels = np.random.default_rng(0).random((9, 14, 3), np.float32)
    looked = thorough(model)
    assert np.allclose(looked.run(pixels, 0), model.run(pixels, 0), atol=1e-6)
    assert (looked.scale, looked.radius, looked.name) == (2, 1, "blurring")


@pytest.mark.parametrize("model", [upscaler(), denoiser()])
@pytest.mark.parametrize(("height", "width"), [(91, 127), (128, 64)])
def test_tiles_and_the_whole_picture_are_equal(model: Any, height: int, width: int) -> None:
    pixels = noise(height, width, np.uint16, high=8)
    looked = thorough(model)
    assert np.array_equal(tiled(looked, pixels, 57), tiled(looked, pixels, 1000))
    assert not np.array_equal(tiled(looked, pixels, 57), tiled(model, pixels, 57))
