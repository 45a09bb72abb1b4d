"""The contact sheet: a cell for each weight and scale, small, each with its own look."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import Preview, Progress, Stage
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sheet import SIDE, around, contact_sheet, small
from gendesk.ops.stylizing.subject import Style, Subject
from tests.ops.blurring import drive
from tests.ops.stylizing.painting_parts import small_vgg

RECIPE = PaintingRecipe(size=64, coarsest=64, steps=4)


def waves(shift: float) -> np.ndarray:
    y, x = np.mgrid[:48, :64]
    return np.stack([127 + 100 * np.sin(x / (3 + c) + y * shift) for c in range(3)], 2).astype(
        np.uint8
    )


def sheet(weights: list[float], scales: list[float]) -> tuple[list, list]:
    subject, styles = Subject(waves(0.0)), [Style(waves(0.8))]
    return drive(contact_sheet(subject, styles, small_vgg(), RECIPE, weights, scales, Controls()))


def test_every_pair_is_painted_row_by_row_of_one_scale() -> None:
    told, cells = sheet([0.0, 4.0], [0.5, 1.0])
    assert [(cell.style_weight, cell.style_scale) for cell in cells] == [
        (0.0, 0.5), (4.0, 0.5), (0.0, 1.0), (4.0, 1.0),
    ]  # fmt: skip
    for number, cell in enumerate(cells):
        assert cell.pixels.shape == (48, 64, 3)
        previews = [e for e in told if isinstance(e, Preview) and e.kind == f"cell-{number}"]
        assert np.array_equal(previews[-1].picture, cell.pixels)
    nothing, much = cells[0].pixels.astype(int), cells[1].pixels.astype(int)
    own = waves(0.0).astype(int)
    assert np.abs(nothing - own).mean() < np.abs(much - own).mean()
    assert not any(isinstance(event, Progress) for event in told), "no curves of small pictures"
    assert told[-1] == Stage(told[-1].sentence, 4, 4)


def test_a_value_out_of_range_is_said_before_anything_is_painted() -> None:
    with pytest.raises(Trouble, match="style_scale must lie between"):
        sheet([1.0], [1.0, 9.0])


def test_cells_are_small_whatever_the_painting_is() -> None:
    recipe = small(PaintingRecipe(size=3000, steps=1000, keep_colour="luminance"))
    assert (recipe.size, recipe.keep_colour) == (SIDE, "luminance")
    assert recipe.total_steps < 200


@pytest.mark.parametrize(("weight", "scale"), [(1.0, 1.0), (10.0, 4.0), (0.0, 0.1)])
def test_what_is_offered_lies_about_the_recipe_and_in_range(weight: float, scale: float) -> None:
    recipe = PaintingRecipe(style_weight=weight, style_scale=scale)
    weights, scales = around(recipe)
    assert weight in weights and scale in scales
    for each in weights:
        recipe.changed(style_weight=each)
    for each in scales:
        recipe.changed(style_scale=each)
