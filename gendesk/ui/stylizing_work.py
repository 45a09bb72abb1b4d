"""The work that paints for the style panel; as in `work`, imports lie where they are used."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Curves, Event, Preview, Saved, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Work
from gendesk.ui.stylizing_parts import (
    Chosen,
    Frame,
    Frames,
    Gathered,
    Offer,
    Opened,
    Task,
    frame_of,
    seen,
    task_of,
    thumb_of,
)

if TYPE_CHECKING:
    from gendesk.core.family import Features
    from gendesk.ops.stylizing.recipe import PaintingRecipe
    from gendesk.ops.stylizing.samples import Sample
    from gendesk.runs.paintings import Painting
    from gendesk.ui.stylizing_parts import Pixels

Events = Generator[Event, None, Any]

MOMENT = "moment"  # the kind of what is said of each picture that a branch brings along
_opened: dict[tuple[str, str], Features] = {}  # the one that is used, by name and pooling
_opened_lock = Lock()


# what can be chosen


def open_pictures(contents: Sequence[Path], styles: Sequence[Path]) -> Work:
    """Read what was dropped or chosen: `Gathered`.

    A content that is a painting of ours brings back all that it was made of.
    """

    def work(_: Controls) -> Events:
        from gendesk.ops.stylizing.files import recipe_in

        content, task, chosen, troubles = None, None, [], []
        for place, path in enumerate((*contents, *styles)):
            yield Stage(Sentence("Opening pictures"), place, len(contents) + len(styles))
            try:
                if place >= len(contents):
                    chosen.append(_style(path))
                elif (held := recipe_in(path)) is not None:
                    task = task_of(held)
                else:
                    content = _content(path)
            except Trouble as trouble:
                troubles.append(trouble.sentence)
        return Gathered(content, tuple(chosen), task, tuple(troubles))

    return work


def samples(_: Controls) -> Events:
    """What comes with gendesk to try it on: (contents, styles), each a list of `Offer`."""
    yield Stage(Sentence("Looking at the samples"))
    from gendesk.ops.stylizing.samples import contents, styles

    return [_offered(each) for each in contents()], [_offered(each) for each in styles()]


def trial() -> tuple[list[Path], list[Path]]:
    """A content and a style to try it on."""
    from gendesk.ops.stylizing.samples import contents, styles

    return [contents()[0].path], [styles()[0].path]


def features(_: Controls) -> Events:
    """What pictures can be compared by."""
    yield from ()
    from gendesk.ops.stylizing.features import all_features

    return all_features()


def download(name: str) -> Work:
    """Fetch features that do not come with gendesk: the file's path."""

    def work(_: Controls) -> Events:
        from gendesk.ops.stylizing.features import download as fetched

        return (yield from fetched(name))

    return work


# what is made of it


def sketch(task: Task, frames: Frames) -> Work:
    """A quick idea of the painting."""

    def work(controls: Controls) -> Events:
        from gendesk.ops.stylizing.painting import preview

        opened = yield from _features(task.recipe)
        commission = task.commission()
        yield from _showing(
            preview(commission.subject, commission.manners, opened, task.recipe, controls), frames
        )

    return work


def estimate(task: Task) -> Work:
    """How long painting it would take, in how much memory."""

    def work(_: Controls) -> Events:
        from gendesk.ops.stylizing.estimate import estimate as measured

        opened = yield from _features(task.recipe)
        height, width = task.content.pixels.shape[:2]
        commission = task.commission()
        return (yield from measured((height, width), commission.manners, opened, task.recipe))

    return work


def paint(task: Task, frames: Frames, start: Pixels | None = None) -> Work:
    """A new painting, begun with the picture `start` where there is one; where it lies is said first."""

    def work(controls: Controls) -> Events:
        yield Stage(Sentence("Getting ready"))
        from gendesk.runs.paintings import KIND, Painting

        painting = Painting.create(task.commission())
        yield Saved(KIND, painting.folder)
        yield from _painting(painting, frames, controls, start)

    return work


def go_on(folder: Path, frames: Frames) -> Work:
    """The painting in a folder, on from where it was stopped."""

    def work(controls: Controls) -> Events:
        from gendesk.runs.paintings import Painting

        yield from _painting(Painting.open(folder), frames, controls)

    return work


def branch(folder: Path, step: int, recipe: PaintingRecipe, frames: Frames) -> Work:
    """Another painting, from a moment of the one in a folder; where it lies is said first."""

    def work(controls: Controls) -> Events:
        yield Stage(Sentence("Getting ready"))
        from gendesk.runs.paintings import KIND, Painting

        settings = {name: getattr(recipe, name) for name in recipe.knobs()}
        painting = Painting.open(folder).branch(step, settings)
        yield Saved(KIND, painting.folder)
        yield Curves(painting.metrics())
        for at, _ in painting.moments():
            yield Saved(MOMENT, painting.folder, at)
        yield from _painting(painting, frames, controls)

    return work


def sheet(task: Task, weights: Sequence[float], scales: Sequence[float]) -> Work:
    """The same painting, small, with these style weights and scales: previews "cell-0" …"""

    def work(controls: Controls) -> Events:
        from gendesk.ops.stylizing.sheet import contact_sheet

        opened = yield from _features(task.recipe)
        commission = task.commission()
        return (
            yield from contact_sheet(
                commission.subject, commission.manners, opened, task.recipe,
                weights, scales, controls,
            )
        )  # fmt: skip

    return work


def paint_folder(source: Path, out: Path, task: Task) -> Work:
    """Every picture of a folder in the styles of a task, into another folder."""

    def work(controls: Controls) -> Events:
        from gendesk.ops.stylizing.batch import stylize_folder

        opened = yield from _features(task.recipe)
        styles = task.commission().styles
        return (yield from stylize_folder([source], out, styles, opened, task.recipe, controls))

    return work


def save(path: Path, frame: Frame, task: Task) -> Work:
    """Write a picture; a PNG file holds all that it was made of."""

    def work(_: Controls) -> Events:
        yield Stage(Sentence("Writing the picture"))
        from gendesk.ops.stylizing.files import save_painting

        save_painting(path, frame.pixels, task.commission())
        yield Saved("file", path)

    return work


# parts of these


def forget_features() -> None:
    """Let go of the features that are open."""
    with _opened_lock:
        _opened.clear()


def _painting(
    painting: Painting, frames: Frames, controls: Controls, start: Pixels | None = None
) -> Events:
    from gendesk.runs.paintings import paint as painted

    opened = yield from _features(painting.recipe)
    return (yield from _showing(painted(painting, controls, features=opened, start=start), frames))


def _showing(events: Generator[Event, None, Any], frames: Frames) -> Events:
    """Pass events on, each picture of the painting made ready to be shown first."""
    try:
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                return end.value
            if isinstance(event, Preview):
                frames.put(frame_of(event.step, event.picture))
            yield event
    finally:
        events.close()


def _features(recipe: PaintingRecipe) -> Generator[Event, None, Features]:
    """What the recipe compares pictures by, opened once and kept while it is used."""
    from gendesk.ops.stylizing.features import open_features

    key = (recipe.features, recipe.pooling)
    with _opened_lock:
        found = _opened.get(key)
    if found is None:
        found = yield from open_features(recipe.features, pooling=recipe.pooling)
        with _opened_lock:
            _opened.clear()
            _opened[key] = found
    return found


def _content(path: Path) -> Opened:
    from gendesk.ops.stylizing.files import open_subject

    return seen(path.stem, path, *open_subject(path))


def _style(path: Path) -> Chosen:
    from gendesk.ops.stylizing.files import open_style

    pixels, part = open_style(path)
    return Chosen(seen(path.stem, path, pixels), part=part)


def _offered(sample: Sample) -> Offer:
    thumb = thumb_of(sample.path)
    assert thumb is not None, "a sample ships and can be read"
    return Offer(sample.title, sample.path, thumb)
