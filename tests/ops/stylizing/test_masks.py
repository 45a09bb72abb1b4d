"""Regions of a picture, and the styles in them."""

from __future__ import annotations

import numpy as np
import torch

from gendesk.ops.stylizing.masks import at_layer, at_size, regions
from gendesk.ops.stylizing.painting import Style, Subject
from tests.ops.stylizing.painting_parts import photograph

PIXELS = photograph(20, 30)
STYLES = [Style(PIXELS, 1.0), Style(PIXELS, 2.0), Style(PIXELS, 3.0)]
LEFT = np.zeros((20, 30), np.uint8)
LEFT[:, :15] = 255


def test_without_masks_all_styles_are_blended_everywhere() -> None:
    (region,) = regions(Subject(PIXELS), STYLES)
    assert region.mask is None
    assert region.styles == tuple(STYLES)


def test_a_style_without_a_mask_goes_where_the_others_are_not() -> None:
    first, rest = regions(Subject(PIXELS, [LEFT]), STYLES)
    assert first.styles == (STYLES[0],)
    assert rest.styles == tuple(STYLES[1:])
    assert first.mask is not None and rest.mask is not None
    assert torch.equal(first.mask + rest.mask, torch.ones(20, 30))
    assert first.share == rest.share == 0.5


def test_a_mask_that_covers_everything_is_none() -> None:
    (region,) = regions(Subject(PIXELS, [np.full((20, 30), 255, np.uint8)]), STYLES[:1])
    assert region.mask is None


def test_styles_of_one_mask_are_blended_in_it() -> None:
    both, rest = regions(Subject(PIXELS, [LEFT, LEFT.copy(), None]), STYLES)
    assert both.styles == tuple(STYLES[:2])
    assert rest.styles == (STYLES[2],)


def test_a_style_that_weighs_nothing_is_left_out() -> None:
    (region,) = regions(Subject(PIXELS), [Style(PIXELS, 0.0), STYLES[1]])
    assert region.styles == (STYLES[1],)


def test_layers_see_the_mean_over_their_cells() -> None:
    mask = torch.zeros(21, 34)
    mask[:, :12] = 1
    seen = at_layer(mask, (2, 4))
    assert torch.equal(seen, torch.tensor([1.0, 0.5, 0.0, 0.0]).expand(2, 4))
    assert at_layer(torch.ones(17, 17), (3, 3), 8).shape == (3, 3)
    assert at_size(mask, (42, 68)).shape == (42, 68)
