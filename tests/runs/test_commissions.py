"""What a painting is made of, as files: the same comes back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing.commission import Commission, StyleChoice
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.runs import commissions


@pytest.fixture
def commission() -> Commission:
    dice = np.random.default_rng(0)
    pixels = dice.integers(0, 256, (6, 8, 3), np.uint8)
    mask = np.where(dice.random((6, 8)) < 0.5, 0, 255).astype(np.uint8)
    styles = (
        StyleChoice("waves", pixels[::-1], 0.7, part=mask),
        StyleChoice("dots", pixels[:, ::-1], 0.3, region=mask),
    )
    return Commission("cat", pixels, styles, PaintingRecipe(), np.maximum(mask, 128))


def test_everything_comes_back(tmp_path: Path, commission: Commission) -> None:
    commissions.write(tmp_path, commission)
    found = commissions.read(tmp_path, commission.recipe)
    assert (found.name, found.recipe) == ("cat", commission.recipe)
    np.testing.assert_array_equal(found.content, commission.content)
    np.testing.assert_array_equal(found.alpha, commission.alpha)
    for ours, theirs in zip(found.styles, commission.styles, strict=True):
        assert (ours.name, ours.weight) == (theirs.name, theirs.weight)
        np.testing.assert_array_equal(ours.pixels, theirs.pixels)
        for mask, other in ((ours.part, theirs.part), (ours.region, theirs.region)):
            assert (mask is None) == (other is None)
            if mask is not None:
                np.testing.assert_array_equal(mask, other)
    assert commissions.names(tmp_path) == ["cat", "waves", "dots"]


def test_a_missing_word_is_said(tmp_path: Path) -> None:
    (tmp_path / commissions.MARK).write_text('{"name": "cat"}')
    with pytest.raises(Trouble, match="missing or damaged"):
        commissions.names(tmp_path)
