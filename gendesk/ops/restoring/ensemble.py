"""A model that looks at a picture from all sides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from gendesk.ops.recent import Recent

if TYPE_CHECKING:
    from gendesk.ops.restoring.restorers import Restorer

_RECENT_BYTES = 128 << 20


def thorough(restorer: Restorer) -> Restorer:
    """`restorer` that takes the mean of what it makes of a picture turned and mirrored.

    The geometric self-ensemble of Timofte 2016, "Seven ways to improve example-based single image
    super resolution": nothing is learnt, a model's whims in one direction are averaged away, and it
    takes eight times as long.
    """
    return cast("Restorer", _Ensemble(restorer))


class _Ensemble:
    """All eight ways for each picture; all else is asked of the model itself."""

    def __init__(self, restorer: Restorer) -> None:
        self._restorer = restorer
        self.recent = Recent(_RECENT_BYTES)  # the model's own keeps what one look gave

    def __getattr__(self, name: str) -> Any:
        return getattr(self._restorer, name)

    def run(self, pixels: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
        """As `Restorer.run`."""
        height, width = pixels.shape[:2]
        stride, scale = self._restorer.stride, self._restorer.scale
        # Turned pictures must be continued where the upright one is, else their grids differ.
        edges = (0, -height % stride), (0, -width % stride), (0, 0)
        whole = np.pad(pixels, edges, mode="reflect") if edges[0][1] or edges[1][1] else pixels
        looks = (self._restorer.run(turned, strength) for turned in _turned(whole))
        total = reduce(np.add, (_upright(look, way) for way, look in enumerate(looks)))
        mean: NDArray[np.float32] = total * np.float32(1 / 8)
        return mean[: height * scale, : width * scale]


def _turned(pixels: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """The eight ways to lay a picture down."""
    for way in range(8):
        turned = np.rot90(pixels, way % 4)
        yield np.ascontiguousarray(turned[:, ::-1] if way >= 4 else turned)


def _upright(pixels: NDArray[np.float32], way: int) -> NDArray[np.float32]:
    return np.rot90(pixels[:, ::-1] if way >= 4 else pixels, -(way % 4))
