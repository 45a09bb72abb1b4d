"""A grey model for colour pictures, a colour model for grey ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from gendesk.ops.restoring.restorers import Restorer


def suited_to(restorer: Restorer, channels: int) -> Restorer:
    """`restorer` as pictures of `channels` channels need it.

    Grey is shown to a colour model as colour, and the mean of what comes is taken. Colours go
    through a grey model one channel after the other, for there is noise in each of them.
    """
    if channels == restorer.channels:
        return restorer
    return cast("Restorer", _Suited(restorer, channels))


class _Suited:
    """A model with another number of channels; all else is asked of the model itself."""

    def __init__(self, restorer: Restorer, channels: int) -> None:
        self._restorer = restorer
        self.channels = channels

    def __getattr__(self, name: str) -> Any:
        return getattr(self._restorer, name)

    def run(self, pixels: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
        """Grey through a colour model, or each channel through a grey one."""
        run = self._restorer.run
        if self.channels == 1:
            mean: NDArray[np.float32] = run(pixels.repeat(3, 2), strength).mean(2, keepdims=True)
            return mean
        planes = [run(pixels[:, :, c : c + 1], strength) for c in range(self.channels)]
        return np.concatenate(planes, 2)
