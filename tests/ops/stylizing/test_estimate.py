"""Time and memory are foretold, and a size that fits is proposed."""

from __future__ import annotations

import pytest

from gendesk.core.controls import Controls
from gendesk.ops.restoring import footprint
from gendesk.ops.stylizing import estimate as module
from gendesk.ops.stylizing.estimate import Estimate, estimate
from gendesk.ops.stylizing.footing import Cost, side_for
from gendesk.ops.stylizing.painting import Style
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight
from tests.ops.stylizing.painting_parts import drive, photograph, small_vgg

RECIPE = PaintingRecipe(size=512)


def estimated(recipe: PaintingRecipe = RECIPE) -> Estimate:
    events, found = drive(estimate((300, 400), [Style(photograph())], small_vgg(), recipe))
    assert events
    return found  # type: ignore[no-any-return]


def test_more_pixels_and_steps_take_longer_and_more_memory() -> None:
    once, larger = estimated(), estimated(RECIPE.changed(size=2048))
    assert once.fits
    assert once.size_that_fits == 512
    assert once.seconds > 0
    assert larger.bytes > 4 * once.bytes
    assert larger.seconds > 3 * once.seconds


def test_a_size_that_fits_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footprint, "free", lambda _device: 400 << 20)
    monkeypatch.setattr(module, "measured", lambda *_: Cost(4000, 1e-9))
    found = estimated(RECIPE.changed(size=4096))
    assert not found.fits
    assert 256 <= found.size_that_fits < 4096
    assert estimated(RECIPE.changed(size=found.size_that_fits)).fits


def test_tiles_are_as_large_as_memory_and_patience_allow() -> None:
    sight = Sight.of(small_vgg(), RECIPE, Controls())
    quick, slow = Cost(4000, 1e-9), Cost(4000, 1e-6)
    assert side_for(sight, (300, 400), slow, 8 << 30) is None
    assert side_for(sight, (1000, 700), quick, 8 << 30) is None
    rushed, tight = (
        side_for(sight, (1500, 2000), slow, 8 << 30),
        side_for(sight, (1500, 2000), quick, 1 << 30),
    )
    assert rushed is not None and 128 <= rushed < 400
    assert tight is not None and 128 <= tight < 400
    assert rushed % 64 == tight % 64 == 0
