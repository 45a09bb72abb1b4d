"""Small files that lead to a point, a walk or a direction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Saved, Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space


def save_picture(space: Space, point: Point, path: Path) -> Work:
    """The exact picture of a point, which carries its position."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.positions import save_picture as saved

        yield Stage(Sentence("Saving the picture"))
        saved(space, point, path)
        yield Saved("file", path)

    return work


def read_position(path: Path) -> Work:
    """What a position file says, or a picture that carries one; None where there is none in it."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.positions import NoPosition, read

        try:
            return read(path)
        except NoPosition:
            return None

    return work


def write_position(space: Space, thing: Any, path: Path) -> Work:
    """A point, a walk or a direction as a small file."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.positions import position, write

        write(path, position(space, thing))
        yield Saved("file", path)

    return work
