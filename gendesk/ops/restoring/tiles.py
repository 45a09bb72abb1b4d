"""A picture of any size through a model, tile by tile, as if it were done at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Stage, Warned
from gendesk.core.later import later
from gendesk.core.sentence import Sentence, Trouble

if TYPE_CHECKING:
    from gendesk.ops.restoring.restorers import Restorer
    from gendesk.training import devices
else:  # torch loads when the first picture is restored
    devices = later("gendesk.training.devices")

Box = tuple[int, int, int, int]  # left, top, right, bottom
Edges = list[tuple[int, int]]

_CONTEXT = 24  # pixels that a tile sees around its own, where there is no radius
_FADE = 8  # pixels to both sides of a cut in which two such tiles are blended
_LEAST = 32  # pixels of a side that are worth a tile


def restored(
    restorer: Restorer,
    pixels: NDArray[Any],
    strength: float,
    out: NDArray[Any],
    *,
    tile: int | None = None,
    controls: Controls,
) -> Iterator[Event]:
    """Restore `pixels` into `out`, whose rows are finished from top to bottom.

    Yields a `Stage` after each tile. With a model that has a radius the result is the whole
    picture's: of each tile only what no cut can have changed is kept. Tiles of others fade into one
    another. When the memory runs out, smaller tiles go on below the rows
    that are finished. Cancelled, it stops; what is finished stays.

    Args:
        restorer: an opened model.
        pixels: (H, W, C) uint8 or uint16, C as the model's.
        strength: of the model, in 1/255.
        out: (scale·H, scale·W, C) of the same dtype; may be mapped from a file.
        tile: pixels along a tile's side; without it as many as suit the memory.
        controls: pause and cancel.

    Raises:
        Trouble: the memory does not hold even the smallest tile.
    """
    height, width = pixels.shape[:2]
    order = _Order(restorer, pixels, strength, out, (0, 0, width, height))
    yield from order.filled(tile or restorer.side, controls)


def region(
    restorer: Restorer, pixels: NDArray[Any], box: Box, strength: float, *, tile: int | None = None
) -> NDArray[Any]:
    """What `restored` gives in a part of the picture, reading no more than it needs.

    Args:
        restorer: an opened model.
        pixels: (H, W, C) uint8 or uint16, C as the model's.
        box: left, top, right and bottom in pixels of `pixels`, within them.
        strength: of the model, in 1/255.
        tile: as for `restored`.

    Returns:
        (scale·h, scale·w, C)

    Raises:
        Trouble: the memory does not hold even the smallest tile.
    """
    left, top, right, bottom = box
    shape = ((bottom - top) * restorer.scale, (right - left) * restorer.scale, pixels.shape[2])
    order = _Order(restorer, pixels, strength, np.empty(shape, pixels.dtype), box, again=True)
    for _ in order.filled(tile or restorer.side, Controls()):
        pass
    return order.out


@dataclass(frozen=True)
class _Order:
    """A part of a picture that is to be restored into `out`."""

    restorer: Restorer
    pixels: NDArray[Any]
    strength: float
    out: NDArray[Any]
    box: Box
    again: bool = False  # whether other parts of the same tiles are likely to be wanted soon

    def filled(self, side: int, controls: Controls) -> Iterator[Event]:
        """Tile after tile, smaller ones where the memory ran out."""
        work = self._blended if self.restorer.radius is None else self._kept
        top, done = self.box[1], 0
        while top < self.box[3]:
            try:
                for finished, missing in work(top, side):
                    top, done = finished, done + 1
                    yield Stage(Sentence("Restoring the picture"), done, done + missing)
                    if controls.paused:
                        yield Paused(0)
                        yield Resumed(0)
                    if controls.cancelled:
                        return
            except (RuntimeError, MemoryError) as error:
                if not devices.is_out_of_memory(error):
                    raise
                error.__traceback__ = None  # it holds the tensors that fill the memory
                devices.give_back_memory()
                side //= 2
                if side < _LEAST:
                    raise Trouble(
                        "There is not enough memory to restore pictures with {model}; close other "
                        "programs, or choose a smaller model.",
                        model=self.restorer.title,
                    ) from None
                yield Warned(
                    Sentence("The memory is full; tiles of {side} pixels go on.", {"side": side})
                )

    def _kept(self, top: int, side: int) -> Iterator[tuple[int, int]]:
        """Tiles of which the middle is kept: after each, how far rows are finished, tiles missing.

        A tile is larger than what is kept of it by the radius on all sides, except where the picture
        ends: so nothing that is kept knows of the cut. All cuts lie at multiples of the stride.
        """
        stride = self.restorer.stride
        around = _aligned(max(self.restorer.radius or 0, 1), stride)
        height, width = self.pixels.shape[:2]
        left, _, right, bottom = self.box
        rows = _cores(top, bottom, height, side, around, stride)
        columns = _cores(left, right, width, side, around, stride)
        missing = len(rows) * len(columns)
        for upper, lower in rows:
            for begin, end in columns:
                tile, x, y = self._tile((begin, upper, end, lower), around)
                core = max(begin, left), max(upper, top), min(end, right), min(lower, bottom)
                self._write(_cut(tile, (x, y), core, self.restorer.scale), core)
                missing -= 1
                yield (lower if end >= right else max(upper, top)), missing

    def _blended(self, top: int, side: int) -> Iterator[tuple[int, int]]:
        """Tiles that fade into one another, at the same places whatever part is wanted."""
        scale, stride = self.restorer.scale, self.restorer.stride
        around = _aligned(_CONTEXT, stride)
        height, width, channels = self.pixels.shape
        left, _, right, bottom = self.box
        rows = _fading(_cores(0, height, height, side, around, stride), height, top, bottom)
        columns = _fading(_cores(0, width, width, side, around, stride), width, left, right)
        missing = len(rows) * len(columns)
        carried = np.zeros((0, (right - left) * scale, channels), np.float32)
        for row in rows:
            sums = np.zeros(((row.end - row.begin) * scale, *carried.shape[1:]), np.float32)
            sums[: len(carried)] = carried
            for column in columns:
                core = (column.core[0], row.core[0], column.core[1], row.core[1])
                tile, x, y = self._tile(core, around)
                claim = max(column.begin, left), row.begin, min(column.end, right), row.end
                part = _cut(tile, (x, y), claim, scale)
                across = column.weights(scale)[(claim[0] - column.begin) * scale :]
                part = part * row.weights(scale)[:, None, None] * across[: part.shape[1], None]
                begin = (claim[0] - left) * scale
                sums[:, begin : begin + part.shape[1]] += part
                missing -= 1
                if column is not columns[-1]:
                    yield max(row.begin, top), missing
            finished = max(row.finished, top)  # a row above may only fade into what is wanted
            ready = left, max(row.begin, top), right, min(finished, bottom)
            if ready[1] < ready[3]:
                self._write(_cut(sums, (left, row.begin), ready, scale), ready)
            carried = sums[(row.finished - row.begin) * scale :]
            yield finished, missing

    def _tile(self, core: Box, around: int) -> tuple[NDArray[np.float32], int, int]:
        """What the model makes of `core` with what lies around it, and where that begins."""
        height, width = self.pixels.shape[:2]
        left, top = max(0, core[0] - around), max(0, core[1] - around)
        right, bottom = min(width, core[2] + around), min(height, core[3] + around)
        given = self.pixels[top:bottom, left:right].astype(np.float32)
        given /= np.iinfo(self.pixels.dtype).max
        if self.again and self.restorer.radius is None:  # such models are slow
            work = partial(self.restorer.run, given, self.strength)
            return self.restorer.recent.result(given, self.strength, work), left, top
        return self.restorer.run(given, self.strength), left, top

    def _write(self, part: NDArray[np.float32], place: Box) -> None:
        left, top, right, bottom = (side * self.restorer.scale for side in place)
        x, y = (side * self.restorer.scale for side in self.box[:2])
        part = part * np.float32(np.iinfo(self.out.dtype).max)
        self.out[top - y : bottom - y, left - x : right - x] = np.rint(part, out=part)


@dataclass(frozen=True)
class _Fading:
    """A piece of a side that fades into its neighbours."""

    core: tuple[int, int]
    begin: int  # where it begins to appear
    end: int  # where it has faded away
    finished: int  # where the next one begins to appear

    def weights(self, scale: int) -> NDArray[np.float32]:
        """Its share from `begin` to `end`; those of two that meet add up to 1."""
        weights = np.ones((self.end - self.begin) * scale, np.float32)
        angles = (np.arange(2 * _FADE * scale, dtype=np.float32) + 0.5) / (_FADE * scale)
        rising = np.square(np.sin(angles * (np.pi / 4)))
        if self.begin < self.core[0]:
            weights[: len(rising)] = rising
        if self.end > self.core[1]:
            weights[-len(rising) :] = 1 - rising
        return weights


def _fading(cores: Edges, length: int, begin: int, end: int) -> list[_Fading]:
    """Those of the pieces of a whole side that matter between `begin` and `end`."""
    pieces = []
    for first, last in cores:
        at_end = last >= length
        piece = _Fading(
            (first, min(last, length)),
            first - _FADE if first else 0,
            length if at_end else last + _FADE,
            length if at_end else last - _FADE,
        )
        if piece.begin < end and piece.end > begin:
            pieces.append(piece)
    return pieces


def _aligned(pixels: int, stride: int) -> int:
    return -(-pixels // stride) * stride


def _cores(begin: int, end: int, length: int, side: int, around: int, stride: int) -> Edges:
    """Even pieces from `begin` to `end` of a picture's edge, cut at multiples of `stride`.

    With `around` pixels to both sides, as far as the edge has them, they are about `side` long. None
    is shorter than half of `_LEAST`, so that of pieces that fade no more than two meet.
    """
    first, last = begin // stride, -(-end // stride)
    pixels = (last - first) * stride
    whole = min(length, last * stride + around) - max(0, first * stride - around)
    count = 1 if whole <= side else -(-pixels // max(side - 2 * around, _LEAST + 2 * stride))
    cuts = ((first + (last - first) * i // count) * stride for i in range(count + 1))
    return list(pairwise(cuts))


def _cut(
    tile: NDArray[np.float32], place: tuple[int, int], wanted: Box, scale: int
) -> NDArray[np.float32]:
    """The part `wanted` of a restored tile that begins at `place`, both in pixels of the input."""
    x, y = place
    rows = slice((wanted[1] - y) * scale, (wanted[3] - y) * scale)
    return tile[rows, (wanted[0] - x) * scale : (wanted[2] - x) * scale]
