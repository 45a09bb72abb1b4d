"""The colours of errors: more is lighter."""

from __future__ import annotations

import numpy as np

from gendesk.ui.widgets.heat import heat


def test_a_larger_error_is_never_darker() -> None:
    colours = heat(np.arange(256, dtype=np.uint8)[None])[0].astype(float)
    luminance = colours @ (0.2126, 0.7152, 0.0722)
    assert (np.diff(luminance) >= 0).all()
    assert luminance[0] < 10 < 240 < luminance[-1]


def test_colours_stand_where_the_errors_were() -> None:
    errors = np.zeros((3, 5), np.uint8)
    errors[1, 2] = 255
    colours = heat(errors)
    assert colours.shape == (3, 5, 3) and colours.dtype == np.uint8
    assert colours[1, 2].sum() > 600 > 30 > colours[0, 0].sum()
