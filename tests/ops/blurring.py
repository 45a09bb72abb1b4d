"""A restorer that can be reckoned with: it repeats pixels and blurs over its neighbours."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event
from gendesk.ops.restoring.restorers import Restorer


class Blurring:
    """The mean of nine pixels, each `scale` times as large; a denoiser where `scale` is 1."""

    name = "blurring"
    title = "Blurring"
    stride = 1
    radius = 1
    side = 24  # of its tiles: even a small picture has several

    def __init__(self, scale: int = 1, channels: int = 3) -> None:
        self.scale = scale
        self.weights = f"{9 * scale} ones"
        self.channels = channels
        self.levels = (0.0, 50.0) if scale == 1 else None
        self.seen: list[float] = []

    def run(self, pixels: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
        assert pixels.shape[2] == self.channels
        self.seen.append(strength)
        height, width = pixels.shape[:2]
        wide = np.pad(pixels, ((1, 1), (1, 1), (0, 0)), mode="edge")
        nine = [wide[y : y + height, x : x + width] for y in range(3) for x in range(3)]
        blurred: NDArray[np.float32] = np.mean(nine, axis=0, dtype=np.float32)
        return blurred.repeat(self.scale, 0).repeat(self.scale, 1)


def blurring(scale: int = 1, channels: int = 3) -> Restorer:
    return cast("Restorer", Blurring(scale, channels))


def drive(events: Generator[Event, None, Any]) -> tuple[list[Event], Any]:
    """All events, and what came of them."""
    told = []
    while True:
        try:
            told.append(next(events))
        except StopIteration as end:
            return told, end.value
