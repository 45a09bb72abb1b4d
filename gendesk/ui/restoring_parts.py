"""The part of a picture that is seen, restored tile by tile, its middle first."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.restoring_work import Opened, opened_restorer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.photo import Photo
    from gendesk.ops.restoring.options import Options
    from gendesk.ops.restoring.trial import Figures
    from gendesk.ui.widgets.pyramid import Pyramid

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels

TILE = 192  # pixels along a side that are restored at a time
PACE_S = 0.1  # between two looks at what is restored by now
_KEPT_BYTES = 96 << 20  # of restored tiles of one picture


@dataclass(frozen=True, eq=False)
class Task:
    """A picture, a model and its options, with what was made of the picture so far."""

    given: Opened
    model: str
    options: Options
    reference: Photo | None = None  # what should come back, where `given` was spoilt
    done: dict[Box, NDArray[np.uint8]] = field(default_factory=dict)  # for the worker alone

    def keep(self, tile: Box, pixels: NDArray[np.uint8]) -> None:
        """Remember a tile; the oldest are forgotten."""
        self.done[tile] = pixels
        while sum(each.nbytes for each in self.done.values()) > _KEPT_BYTES:
            del self.done[next(iter(self.done))]


@dataclass(frozen=True, eq=False)
class Patch:
    """A part of a picture with what was made of it."""

    box: Box
    pyramid: Pyramid
    scale: float  # of its pixels


@dataclass(frozen=True, eq=False)
class Judgement:
    """How near a part of a restored picture is to what it should be."""

    box: Box
    figures: Figures | None  # None where the part is too small
    errors: Pyramid


def preview(task: Task, seen: Box, shown: SimpleQueue[Patch], under: Patch | None = None) -> Work:
    """What a model makes of the part of a picture that is seen.

    Nothing is written. Each pixel is what the whole result would have there.

    Args:
        task: the picture, the model and its options.
        seen: the part.
        shown: gets the part again and again, each time with more of it restored.
        under: what was shown until now; it stays where nothing newer is there yet, if it is of the
            same part.

    Returns:
        a `Judgement`, where there is something to compare the part with.
    """

    def work(_: Controls) -> Generator[Event, None, Any]:
        restorer = yield from opened_restorer(task.model)
        from gendesk.ops.restoring.picture import region, result_box

        photo, options = task.given.photo, task.options
        sheet = _Sheet(
            task.given, seen, lambda box: result_box(photo, restorer, options, box), under
        )
        missing = []
        for tile in _tiles(seen, photo.width, photo.height):
            if tile in task.done:
                sheet.lay(tile, task.done[tile])
            else:
                missing.append(tile)
        if not (sheet.begun and missing):
            shown.put(sheet.patch())
        told_s = -math.inf
        for place, tile in enumerate(missing):
            yield Stage(Sentence("Restoring what is seen"), place, len(missing))
            task.keep(tile, region(photo, restorer, options, tile))
            sheet.lay(tile, task.done[tile])
            if time.monotonic() >= told_s + PACE_S or tile is missing[-1]:
                shown.put(sheet.patch())
                told_s = time.monotonic()
        yield Stage(Sentence("Restoring what is seen"), len(missing), len(missing))
        return _judged(task, restorer.scale, sheet) if task.reference is not None else None

    return work


class _Sheet:
    """The part that is seen: tiles of the result, and an enlargement where there is none yet."""

    def __init__(
        self, given: Opened, seen: Box, in_result: Callable[[Box], Box], under: Patch | None
    ) -> None:
        import numpy as np
        from PIL import Image

        left, top, right, bottom = self.seen = seen
        self._in_result = in_result
        self.box = in_result(seen)
        size = self.box[2] - self.box[0], self.box[3] - self.box[1]
        self.scale = size[0] / (right - left)
        part = given.pyramid.pixels[top:bottom, left:right]
        if size != (right - left, bottom - top):
            enlarged = Image.fromarray(part.squeeze(2) if part.shape[2] == 1 else part)
            part = np.asarray(enlarged.resize(size, Image.Resampling.BICUBIC))
            part = part.reshape(size[1], size[0], -1)
        self.plain: NDArray[np.uint8] = part
        self.pixels: NDArray[np.uint8] = part.copy()
        self.begun = False
        if under is not None and under.box == seen and under.pyramid.pixels.shape == part.shape:
            self.pixels, self.begun = under.pyramid.pixels.copy(), True

    def lay(self, tile: Box, restored: NDArray[np.uint8]) -> None:
        """Put a tile in its place, as far as it is seen."""
        x, y, _, _ = self._in_result(tile)
        left, top = self.box[:2]
        into = self.pixels[max(y - top, 0) :, max(x - left, 0) :]
        piece = restored[max(top - y, 0) :, max(left - x, 0) :]
        height, width = min(into.shape[0], piece.shape[0]), min(into.shape[1], piece.shape[1])
        into[:height, :width] = piece[:height, :width]

    def patch(self) -> Patch:
        """As it stands now."""
        from gendesk.ui.widgets.pyramid import Pyramid

        return Patch(self.seen, Pyramid.build(self.pixels.copy()), self.scale)


def _tiles(seen: Box, width: int, height: int) -> list[Box]:
    """The tiles that are seen, always at the same places of a picture, from the middle outwards."""
    left, top, right, bottom = seen
    across = range(left // TILE * TILE, right, TILE)
    down = range(top // TILE * TILE, bottom, TILE)
    found = [
        (x, y, min(x + TILE, width), min(y + TILE, height))
        for y, x in itertools.product(down, across)
    ]

    def off_centre(tile: Box) -> float:
        return math.hypot(
            tile[0] + tile[2] - left - right,
            tile[1] + tile[3] - top - bottom,
        )

    return sorted(found, key=off_centre)


def _judged(task: Task, scale: int, sheet: _Sheet) -> Judgement | None:
    """Compare with the same part of the picture as it was before it was spoilt.

    None where the result has another size than the picture had.
    """
    from dataclasses import replace

    from gendesk.ops.photo import to_srgb8
    from gendesk.ops.restoring.trial import errors, figures
    from gendesk.ui.widgets.heat import heat
    from gendesk.ui.widgets.pyramid import Pyramid

    assert task.reference is not None
    left, top, right, bottom = sheet.box
    pixels = task.reference.pixels[top:bottom, left:right]
    wanted = to_srgb8(replace(task.reference, pixels=pixels, alpha=None))
    if wanted.shape != sheet.pixels.shape:
        return None
    return Judgement(
        sheet.seen,
        figures(sheet.pixels, sheet.plain, wanted, luma=scale > 1),
        Pyramid.build(heat(errors(sheet.pixels, wanted))),
    )
