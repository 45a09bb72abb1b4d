"""What was computed lately is given again, within limits."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from gendesk.ops.recent import Recent


def test_the_same_is_made_once() -> None:
    recent, made = Recent(1000), []

    def make(values: NDArray[Any]) -> NDArray[Any]:
        made.append(values)
        return values * 2

    one, other = np.arange(6.0), np.arange(6.0) + 1
    for values, settings in (
        (one, 1),
        (one.copy(), 1),
        (other, 1),
        (one, 2),
        (one.reshape(2, 3), 1),
    ):
        result = recent.result(values, settings, partial(make, values))
        assert np.array_equal(result, values * 2)
    assert len(made) == 4
    with pytest.raises(ValueError, match="read-only"):
        result += 1


def test_the_oldest_are_forgotten() -> None:
    recent, made = Recent(250), []

    def make(value: int) -> NDArray[Any]:
        made.append(value)
        return np.zeros(100, np.uint8)

    for value in (1, 2, 1, 3, 1, 2):
        recent.result(np.array([value]), None, partial(make, value))
    assert made == [1, 2, 3, 2]
    assert len(recent.result(np.array([9]), None, lambda: np.zeros(999))) == 999
