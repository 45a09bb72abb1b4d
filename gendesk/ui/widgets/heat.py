"""The colours of an error map: from black, where nothing is wrong, to nearly white."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

# Told apart by people with any colour vision, since each is lighter than the one before.
_RAMP = ("#05060d", "#2b1463", "#7d1f73", "#c93b54", "#f07f2c", "#f8c64a", "#fdfbd8")


def heat(errors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Errors as colours.

    Args:
        errors: (H, W) uint8, 0 is none and 255 the most that is told apart.

    Returns:
        (H, W, 3) uint8.
    """
    return _table()[errors]


@cache
def _table() -> NDArray[np.uint8]:
    """(256, 3) the colour of each error."""
    stops = np.array([[int(name[i : i + 2], 16) for i in (1, 3, 5)] for name in _RAMP])
    places = np.linspace(0, 255, len(stops))
    each = [np.interp(np.arange(256), places, stops[:, channel]) for channel in range(3)]
    return np.stack(each, axis=1).round().astype(np.uint8)
