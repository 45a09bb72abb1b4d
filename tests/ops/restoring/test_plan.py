"""What happens to a photograph of a size."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gendesk.ops.photo import Photo
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.plan import Plan, strength_for
from tests.ops.blurring import blurring

PHOTO = Photo(np.full((40, 60, 3), 100, np.uint8), name="a.png")


@pytest.mark.parametrize(
    ("scale", "set", "passes", "size"),
    [
        (1, {}, [(60, 40)], (60, 40)),
        (1, {"width": 15}, [(60, 40)], (15, 10)),
        (2, {}, [(120, 80)], (120, 80)),
        (2, {"scale": 1.5}, [(120, 80)], (90, 60)),
        (2, {"width": 121}, [(120, 80), (240, 160)], (121, 81)),
        (2, {"scale": 16}, [(60 * 2**n, 40 * 2**n) for n in (1, 2, 3, 4)], (960, 640)),
        (3, {"width": 60}, [], (60, 40)),
        (4, {"scale": 0.1}, [], (6, 4)),
    ],
)
def test_runs_and_sizes(
    scale: int, set: dict[str, Any], passes: list[tuple[int, int]], size: tuple[int, int]
) -> None:
    plan = Plan.of(PHOTO, blurring(scale), Options(**set))
    assert list(plan.passes) == passes
    assert plan.size == size
    assert plan.finishes == (size != (passes[-1] if passes else (60, 40)))


def test_a_part_of_the_picture_becomes_whole_pixels_of_the_result() -> None:
    plan = Plan.of(PHOTO, blurring(2), Options(scale=1.5))
    assert plan.result_box((0, 0, 60, 40)) == (0, 0, 90, 60)
    assert plan.result_box((3, 5, 4, 6)) == (4, 7, 6, 9)


def test_strength_is_within_what_the_model_was_made_for() -> None:
    wild = Photo(np.random.default_rng(0).integers(0, 256, (99, 99, 3), np.uint8), name="a.png")
    assert strength_for(wild, blurring(), Options()) == 50
    assert strength_for(PHOTO, blurring(), Options()) == 0
    assert strength_for(wild, blurring(2), Options(strength=30)) == 0
    assert strength_for(PHOTO, blurring(), Options(strength=30)) == 30
