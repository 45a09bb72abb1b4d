"""Where pictures of one's own lie, and which real ones are most like a made one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    from gendesk.ops.latent.nearest import Gallery
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space


def find(space: Space, path: Path) -> Work:
    """Where a picture of one's own lies: encoded at once, or looked for."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.inversion import invert
        from gendesk.ops.pictures import as_learnt

        yield Stage(Sentence("Opening the picture"))
        return (yield from invert(space, as_learnt(path, space.size, space.channels)))

    return work


def nearest(space: Space, galleries: dict[str, Gallery], point: Point) -> Work:
    """The training pictures most like what lies at a point; `galleries`, by the model's name, are kept."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.nearest import gallery

        if space.name not in galleries:
            galleries[space.name] = yield from gallery(space)
        return galleries[space.name].nearest(space.decoded([point])[0])

    return work
