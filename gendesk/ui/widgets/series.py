"""The points of one curve: they only grow, are smoothed once each, and reduced to what is seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
_BLOCK = 64  # points that are smoothed at once


class Series:
    """Steps in ascending order with a value each; a value that is not finite is a gap.

    `smooth` is the exponential moving average with the bias of its start taken out (Kingma & Ba
    2015, section 3), as TensorBoard draws it; gaps are left out of it.
    """

    def __init__(self, smoothing: float = 0.0) -> None:
        self._count = 0
        self._room = np.empty((3, 256))
        self._smoothing = smoothing
        self._sum = 0.0  # the average before its bias is taken out
        self._seen = 0  # finite values in it

    def __len__(self) -> int:
        return self._count

    @property
    def smoothing(self) -> float:
        """From 0 (none) to 0.99."""
        return self._smoothing

    @property
    def steps(self) -> Floats:
        """(n,)"""
        return self._room[0, : self._count]

    @property
    def values(self) -> Floats:
        """(n,), NaN for a gap."""
        return self._room[1, : self._count]

    @property
    def smooth(self) -> Floats:
        """(n,), NaN for a gap."""
        return self._room[2, : self._count]

    def extend(self, steps: ArrayLike, values: ArrayLike) -> None:
        """Add points. A step that is not after the last takes back what came after it."""
        new_steps = np.atleast_1d(np.asarray(steps, np.float64))
        new_values = np.atleast_1d(np.asarray(values, np.float64))
        if not len(new_steps):
            return
        if self._count and new_steps[0] <= self.steps[-1]:
            self._take_back(float(new_steps[0]))
        before, self._count = self._count, self._count + len(new_steps)
        if self._count > self._room.shape[1]:
            grown = np.empty((3, 2 * self._count))
            grown[:, :before] = self._room[:, :before]
            self._room = grown
        self.steps[before:] = new_steps
        self.values[before:] = np.where(np.isfinite(new_values), new_values, np.nan)
        self._smoothe(before)

    def set_smoothing(self, smoothing: float) -> None:
        """Another smoothing, from 0 (none) to 0.99."""
        if smoothing != self._smoothing:
            self._smoothing = smoothing
            self._sum, self._seen = 0.0, 0
            self._smoothe(0)

    def nearest(self, step: float) -> int | None:
        """The index of the point nearest to a step."""
        if not self._count:
            return None
        after = int(np.searchsorted(self.steps, step))
        if after == self._count or (
            after and step - self.steps[after - 1] <= self.steps[after] - step
        ):
            after -= 1
        return after

    def _take_back(self, step: float) -> None:
        self._count = int(np.searchsorted(self.steps, step))
        finite = self.smooth[np.isfinite(self.smooth)]
        self._seen = len(finite)
        weight = 1 - self._smoothing**self._seen
        self._sum = float(finite[-1]) * weight if len(finite) else 0.0

    def _smoothe(self, begin: int) -> None:
        """Compute `smooth` from index `begin` on."""
        new = self.values[begin:]
        if not self._smoothing:
            self.smooth[begin:] = new
            self._seen += int(np.isfinite(new).sum())
            return
        finite = np.isfinite(new)
        values = new[finite]
        if not len(values):
            self.smooth[begin:] = np.nan
            return
        averages = _moving_average(values, self._smoothing, self._sum)
        self._sum = float(averages[-1])
        counts = self._seen + np.arange(1, len(values) + 1)
        self._seen += len(values)
        smooth = np.full(len(new), np.nan)
        smooth[finite] = averages / -np.expm1(counts * np.log(self._smoothing))
        self.smooth[begin:] = smooth


def _moving_average(values: Floats, s: float, start: float) -> Floats:
    """a[i] = s·a[i-1] + (1-s)·values[i], in blocks instead of one value at a time."""
    if len(values) <= 8:
        averages = np.empty(len(values))
        for i, value in enumerate(values):
            start = averages[i] = s * start + (1 - s) * value
        return averages
    blocks = -(-len(values) // _BLOCK)
    padded = np.zeros(blocks * _BLOCK)
    padded[: len(values)] = values
    powers = s ** np.arange(_BLOCK)
    within = np.cumsum(padded.reshape(blocks, _BLOCK) / powers, axis=1) * powers * (1 - s)
    carried = np.empty(blocks)  # the average that each block begins with
    for i, end in enumerate(within[:, -1].tolist()):
        carried[i] = start
        start = s**_BLOCK * start + end
    whole: Floats = within + carried[:, None] * powers * s
    return whole.ravel()[: len(values)]


def envelope(
    steps: Floats, values: Floats, low: float, high: float, columns: int
) -> tuple[Floats, Floats]:
    """The points between two steps, reduced to the smallest and largest value of each column.

    One point before and one after are kept, so that lines reach the edges.

    Returns:
        Steps and values to draw a line through; at most two points for a column.
    """
    begin = max(int(np.searchsorted(steps, low)) - 1, 0)
    end = min(int(np.searchsorted(steps, high, "right")) + 1, len(steps))
    if end - begin <= 2 * columns:
        return steps[begin:end], values[begin:end]
    starts = np.searchsorted(steps[begin:end], np.linspace(low, high, columns + 1)[:-1])
    starts = np.unique(starts[starts < end - begin])
    seen = values[begin:end]
    drawn = np.empty((len(starts), 2))
    drawn[:, 0] = np.fmin.reduceat(seen, starts)
    drawn[:, 1] = np.fmax.reduceat(seen, starts)
    return np.repeat(steps[begin + starts], 2), drawn.ravel()


def thinned(
    steps: Floats, values: Floats, low: float, high: float, columns: int
) -> tuple[Floats, Floats]:
    """The points between two steps, reduced to the last of each column: for a smooth line."""
    begin = max(int(np.searchsorted(steps, low)) - 1, 0)
    end = min(int(np.searchsorted(steps, high, "right")) + 1, len(steps))
    if end - begin <= columns:
        return steps[begin:end], values[begin:end]
    edges = np.searchsorted(steps[begin:end], np.linspace(low, high, columns + 1)[1:], "right")
    lasts = np.unique(np.concatenate(([0], np.maximum(edges - 1, 0), [end - begin - 1])))
    return steps[begin + lasts], values[begin + lasts]
