"""One style over many pictures, into a folder of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Preview, Stage
from gendesk.core.sentence import Sentence
from gendesk.ops.batches import SUFFIXES, Summary, make_each, targets
from gendesk.ops.photo import WRITES
from gendesk.ops.stylizing.commission import Commission, StyleChoice
from gendesk.ops.stylizing.files import open_subject, save_painting
from gendesk.ops.stylizing.painting import paint, preview
from gendesk.ops.stylizing.recipe import PaintingRecipe

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gendesk.core.family import Features

__all__ = ["Summary", "stylize_folder"]


def stylize_folder(
    paths: Sequence[Path],
    out: Path,
    styles: Sequence[StyleChoice],
    features: Features,
    recipe: PaintingRecipe,
    controls: Controls,
    *,
    format: str = "",
    fast: bool = False,
) -> Generator[Event, None, Summary]:
    """Paint files, and all pictures in folders, into `out`; see `ops.batches.make_each`.

    Args:
        paths: files and folders; a folder's tree is mirrored.
        out: the output folder.
        styles: for every picture; a region is stretched over each.
        features: what compares the pictures.
        recipe: of each painting; what its picture is begun with, and how large it becomes.
        controls: a pause, knobs turned for the picture at work.
        format: "png", "jpeg", "webp" or "tiff"; as each picture where it is empty.
        fast: the fast preview of each is enough.

    Raises:
        Trouble: there is no picture, or `out` is an input folder or cannot be written.
    """
    out = out.expanduser().resolve()
    yield Stage(Sentence("Looking for pictures"))
    wanted = targets(paths, out, lambda file: _named(file, format))
    batch = _Batch(tuple(styles), features, recipe, controls, fast)
    settings = [batch.facts(), format, fast]
    title = Sentence("Painting pictures")
    return (yield from make_each(wanted, out, title, settings, batch.make, controls))


def _named(file: Path, format: str) -> str:
    if format:
        return file.stem + SUFFIXES[format]
    return file.stem + (file.suffix if file.suffix.lower() in WRITES else ".png")


@dataclass(frozen=True, slots=True)
class _Batch:
    """What all pictures have in common."""

    styles: tuple[StyleChoice, ...]
    features: Features
    recipe: PaintingRecipe
    controls: Controls
    fast: bool

    def facts(self) -> list[Any]:
        """All that a painting depends on beside its picture."""
        styles = [
            [style.weight, _digest(style.pixels), _digest(style.part), _digest(style.region)]
            for style in self.styles
        ]
        return [styles, self.recipe.as_dict()]

    def make(self, source: Path, whole: Stage) -> Generator[Event, None, Callable[[Path], None]]:
        """Read and paint one picture."""
        content, alpha = open_subject(source)
        commission = Commission(source.stem, content, self.styles, self.recipe, alpha)
        yield whole
        work = preview if self.fast else paint
        events = work(
            commission.subject, commission.manners, self.features, self.recipe, self.controls
        )
        with closing(events):
            pixels = yield from _without_previews(events)
        return lambda target: save_painting(target, pixels, commission)


def _without_previews(events: Generator[Event, None, Any]) -> Generator[Event, None, Any]:
    """Each picture's progress, and one look at it when it is done."""
    newest = None
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            if newest is not None:
                yield newest
            return end.value
        if isinstance(event, Preview):
            newest = event
        else:
            yield event


def _digest(values: NDArray[Any] | None) -> str:
    if values is None:
        return ""
    return hashlib.sha256(repr(values.shape).encode() + values.tobytes()).hexdigest()
