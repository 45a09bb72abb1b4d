"""What the style panel and its work hand to each other: pictures, styles, tasks, moments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from gendesk.core.sentence import Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.stylizing.commission import Commission
    from gendesk.ops.stylizing.recipe import PaintingRecipe
    from gendesk.ui.widgets.pyramid import Pyramid

    Pixels = NDArray[np.uint8]  # (H, W, 3)
    Mask = NDArray[np.uint8]  # (h, w), 255 where it is marked

SMOOTH = 640  # pixels along the longer side of a moment that is shown as it is
THUMB = 320  # pixels along the longer side of what a list or a card shows


@dataclass(frozen=True, eq=False)
class Opened:
    """A picture that was chosen."""

    name: str
    path: Path | None  # None where it came out of another picture's file
    pyramid: Pyramid
    thumb: Pixels
    alpha: Mask | None = None

    @property
    def label(self) -> Sentence:
        """What a person calls it."""
        from gendesk.ops.stylizing.samples import called

        return called(self.name, self.path)

    @property
    def pixels(self) -> Pixels:
        """(H, W, 3)."""
        return self.pyramid.pixels


@dataclass(frozen=True, eq=False)
class Chosen:
    """A style: a picture, how much it counts, which part of it, and where it goes."""

    opened: Opened
    weight: float = 1.0
    part: Mask | None = None  # of the style; None is all of it
    region: Mask | None = None  # of the content; None is everywhere


@dataclass(frozen=True, eq=False)
class Task:
    """All that is needed to paint."""

    content: Opened
    styles: tuple[Chosen, ...]
    recipe: PaintingRecipe

    def commission(self) -> Commission:
        """The same as the engine takes it."""
        from gendesk.ops.stylizing.commission import Commission, StyleChoice

        styles = tuple(
            StyleChoice(each.opened.name, each.opened.pixels, each.weight, each.part, each.region)
            for each in self.styles
        )
        content = self.content
        return Commission(content.name, content.pixels, styles, self.recipe, content.alpha)


@dataclass(frozen=True, eq=False)
class Gathered:
    """What came of files that were chosen."""

    content: Opened | None = None
    styles: tuple[Chosen, ...] = ()
    task: Task | None = None  # a painting that held all it was made of
    troubles: tuple[Sentence, ...] = ()


@dataclass(frozen=True, eq=False)
class Frame:
    """A moment of a painting, ready to be shown."""

    step: int
    pixels: Pixels
    pyramid: Pyramid  # of its pixels, or of an enlargement where there are few


@dataclass(frozen=True, eq=False)
class Offer:
    """A sample that can be chosen."""

    title: str
    path: Path
    thumb: Pixels


@dataclass(frozen=True, eq=False)
class Past:
    """A painting of an earlier day, as a list shows it."""

    folder: Path
    names: list[str]  # of what it shows, and of its styles
    status: str
    started: float  # seconds since 1970
    thumb: Pixels | None  # None where there is no picture of it yet

    @property
    def labels(self) -> list[Sentence]:
        """What a person calls the pictures that it is made of."""
        from gendesk.ops.stylizing.samples import called

        return [called(name) for name in self.names]


@dataclass(frozen=True, eq=False)
class Recalled:
    """A painting of an earlier day, opened."""

    folder: Path
    task: Task
    steps: list[int]  # of its moments
    points: Any  # of its curves
    status: str


Frames = SimpleQueue[Frame]


def newest(frames: Frames) -> Frame | None:
    """Of all that the worker has shown since the last time, the newest."""
    found = None
    try:
        while True:
            found = frames.get_nowait()
    except Empty:
        return found


def frame_of(step: int, pixels: Pixels) -> Frame:
    """A moment to be shown: a small picture is enlarged smoothly: it would be seen as squares otherwise."""
    import numpy as np
    from PIL import Image

    from gendesk.ui.widgets.pyramid import Pyramid

    shown, times = pixels, -(-SMOOTH // max(pixels.shape[:2]))
    if times > 1:
        size = (times * pixels.shape[1], times * pixels.shape[0])
        shown = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC))
    return Frame(step, pixels, Pyramid.build(shown))


def task_of(commission: Commission) -> Task:
    """What a painting was made of."""
    styles = tuple(
        Chosen(seen(each.name, None, each.pixels), each.weight, each.part, each.region)
        for each in commission.styles
    )
    content = seen(commission.name, None, commission.content, commission.alpha)
    return Task(content, styles, commission.recipe)


def seen(name: str, path: Path | None, pixels: Pixels, alpha: Mask | None = None) -> Opened:
    """A picture, ready to be shown."""
    from gendesk.ui.widgets.pyramid import Pyramid

    return Opened(name, path, Pyramid.build(pixels), thumb_from(pixels), alpha)


def thumb_from(pixels: Pixels) -> Pixels:
    """A picture, small."""
    import numpy as np
    from PIL import Image

    image = Image.fromarray(pixels)
    image.thumbnail((THUMB, THUMB))
    return np.asarray(image)


def thumb_of(path: Path) -> Pixels | None:
    """A picture on disk, small; None where it cannot be read."""
    import numpy as np
    from PIL import Image

    try:
        with Image.open(path) as image:
            image.draft("RGB", (THUMB, THUMB))
            return thumb_from(np.asarray(image.convert("RGB")))
    except OSError:
        return None
