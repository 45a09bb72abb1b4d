"""The work that panels start: each imports what it needs on the worker thread, where it is used."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Curves, Event, Preview, Stage
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.runs.folder import Run

_GLANCE, _GLANCE_COLUMNS = 70, 10  # pictures in a glance at a data set
Events = Generator[Event, None, Any]


def get_ready(_: Controls) -> Events:
    """Import what trains and take one step with it, which costs seconds the first time.

    Returns what the arithmetic runs on, and on how many threads, such as ("CPU", 2).
    """
    yield Stage(Sentence("Loading the engine"))
    # Two threads that import a package and a part of it at the same time may wait for each other.
    import gendesk.data  # noqa: F401
    from gendesk.training.devices import fabric_for, named
    from gendesk.training.warmup import warm_up

    warm_up()
    return named(fabric_for().device)


def catalogue(_: Controls) -> Events:
    """What can be learnt from without another word."""
    yield from ()
    from gendesk.data import catalogue as listed

    return [(entry.source, entry.title, entry.about) for entry in listed()]


def survey(source: str) -> Work:
    """The report on a source of pictures."""

    def work(_: Controls) -> Events:
        from gendesk.data import survey as look

        return (yield from look(source))

    return work


def estimate(recipe: Recipe) -> Work:
    """A glance at the pictures, then how long learning them would take here, in how much memory."""

    def work(_: Controls) -> Events:
        from gendesk.runs.session import preflight

        yield from _glance(recipe)
        return (yield from preflight(recipe))

    return work


def train(run: Run, steps: int | None = None, from_step: int | None = None) -> Work:
    """The training of a run; one that is continued tells its past first."""

    def work(controls: Controls) -> Iterator[Event]:
        from gendesk.runs.session import train as trained

        yield from _past(run, from_step)
        yield from trained(run, controls, steps=steps, from_step=from_step)

    return work


def follow(run: Run) -> Work:
    """The past of a run, and its future as long as another process trains it."""

    def work(controls: Controls) -> Events:
        from gendesk.runs.follow import follow as followed

        return (yield from followed(run, controls))

    return work


def list_runs(thumbnails: dict[Path, NDArray[np.uint8]]) -> Work:
    """Every run with what a list shows of it: (Run, Summary, thumbnail or None).

    Args:
        thumbnails: those that were made before, by the picture they show; new ones are added.
    """

    def work(_: Controls) -> Events:
        from gendesk.runs.folder import all_runs

        listed: list[Any] = []
        for run in all_runs():
            yield Stage(Sentence("Looking at runs"), len(listed))
            pictures = run.previews_of("samples") or run.previews_of("restored")
            newest = pictures[-1][1] if pictures else None
            if newest is not None and newest not in thumbnails:
                thumbnails[newest] = _thumbnail(newest)
            listed.append((run, run.summary(), thumbnails.get(newest) if newest else None))
        return listed

    return work


def curves(runs: Sequence[Run]) -> Work:
    """The curves of several runs, by the run's name."""

    def work(_: Controls) -> Events:
        found: dict[str, Any] = {}
        for run in runs:
            yield Stage(Sentence("Reading curves"), len(found), len(runs))
            found[run.name] = run.metrics()
        return found

    return work


def to_bin(run: Run) -> Work:
    """Move a run to the system's bin."""

    def work(_: Controls) -> Events:
        yield from ()
        run.to_bin()

    return work


def publish(run: Run, name: str) -> Work:
    """Make a model of the newest checkpoint of a run."""

    def work(_: Controls) -> Iterator[Event]:
        from gendesk.ops.publishing import publish as published
        from gendesk.training import checkpoints

        newest = run.checkpoints()[-1][1]
        yield from published(checkpoints.load(newest), name)

    return work


def evaluate_beside(run: Run, data: str) -> Work:
    """Figures of the newest checkpoint of a run on its own pictures, and on those of `data`."""

    def work(_: Controls) -> Events:
        from gendesk.runs.evaluation import evaluate_beside as evaluated
        from gendesk.training import checkpoints

        newest = run.checkpoints()[-1][1]
        return (yield from evaluated(checkpoints.load(newest), data))

    return work


def picture(path: Path, kind: str, step: int) -> Work:
    """One of the pictures that a run keeps."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.runs.follow import read_picture

        return Preview(kind, step, read_picture(path))

    return work


def _glance(recipe: Recipe) -> Iterator[Event]:
    """Some of the pictures as they will be learnt, as a grid."""
    import numpy as np

    from gendesk.core.images import grid
    from gendesk.data import open_dataset

    dataset = yield from open_dataset(
        recipe.data,
        size=recipe.size,
        colour=recipe.colour,
        seed=recipe.seed,
        framing=recipe.framing,
    )
    some = np.linspace(0, len(dataset.pictures) - 1, _GLANCE).round().astype(int)
    pictures = np.asarray(dataset.pictures[np.unique(some)])
    yield Preview("glance", 0, grid(pictures, _GLANCE_COLUMNS))


def _thumbnail(path: Path) -> NDArray[np.uint8]:
    """The upper left of a grid, where a few of its pictures are large enough, (48, 48, C)."""
    import numpy as np
    from PIL import Image

    from gendesk.data.geometry import square

    with Image.open(path) as image:
        corner = (max(1, image.width * 3 // 8), max(1, image.height * 3 // 8))
        part = image.crop((0, 0, *corner))
        pixels = np.asarray(square(part, 48))
    return pixels[:, :, None] if pixels.ndim == 2 else pixels


def _past(run: Run, from_step: int | None) -> Iterator[Event]:
    from gendesk.runs import looks

    points = run.metrics()
    if from_step is not None:
        points = {
            name: (steps[steps <= from_step], values[steps <= from_step])
            for name, (steps, values) in points.items()
        }
    if points:
        yield Curves(points)
    for seen in looks.read(run.looks_file):
        if from_step is None or seen.step <= from_step:
            yield seen
