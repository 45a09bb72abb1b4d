"""The work on paintings that are kept; as in `work`, imports lie where they are used."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Saved, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Work
from gendesk.ui.stylizing_parts import Past, Recalled, frame_of, task_of, thumb_of

Events = Generator[Event, None, Any]


def past(_: Controls) -> Events:
    """All paintings that are kept, the newest first: [`Past`]."""
    from gendesk.runs.paintings import all_paintings

    found: list[Past] = []
    for painting in all_paintings():
        yield Stage(Sentence("Looking at paintings"), len(found))
        summary, moments = painting.summary(), painting.moments()
        thumb = thumb_of(moments[-1][1]) if moments else None
        try:
            names = painting.names()
        except Trouble:
            names = [painting.name]
        found.append(Past(painting.folder, names, summary.status, summary.started, thumb))
    return found


def recall(folder: Path) -> Work:
    """A painting with all that it was made of: `Recalled`."""

    def work(_: Controls) -> Events:
        yield Stage(Sentence("Opening the painting"))
        from dataclasses import replace

        from gendesk.runs.paintings import Painting

        painting = Painting.open(folder)
        steps = [step for step, _ in painting.moments()]
        recipe = painting.recipe_at(steps[-1]) if steps else painting.recipe
        task = task_of(replace(painting.commission(), recipe=recipe))
        return Recalled(folder, task, steps, painting.metrics(), painting.status)

    return work


def moments(folder: Path) -> Work:
    """The steps of which a painting has a picture."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.runs.paintings import Painting

        return folder, [step for step, _ in Painting(folder).moments()]

    return work


def moment(folder: Path, step: int) -> Work:
    """A painting as it was at a step: (folder, `Frame`)."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.runs.follow import read_picture
        from gendesk.runs.paintings import Painting

        for at, path in Painting(folder).moments():
            if at == step:
                try:
                    return folder, frame_of(step, read_picture(path))
                except OSError:
                    break
        raise Trouble("The picture of step {step} is not there any more.", step=step)

    return work


def to_bin(folder: Path) -> Work:
    """Move a painting to the system's bin."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.runs.paintings import Painting

        Painting(folder).to_bin()

    return work


def save_moment(path: Path, folder: Path, step: int) -> Work:
    """Write a painting as it was at a step; a PNG file holds all that it was made of."""

    def work(_: Controls) -> Events:
        yield Stage(Sentence("Writing the picture"))
        from gendesk.runs.paintings import Painting

        Painting(folder).save(path, step)
        yield Saved("file", path)

    return work


def film(path: Path, folder: Path) -> Work:
    """How a painting came to be, as a film or an animation."""

    def work(_: Controls) -> Iterator[Event]:
        from gendesk.ops import film as films
        from gendesk.runs.paintings import Painting

        write = films.gif if path.suffix.lower() == ".gif" else films.mp4
        yield from write(path, Painting(folder).moments())

    return work
