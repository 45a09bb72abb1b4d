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


def nearest(
    space: Space, galleries: dict[tuple[str, str], Gallery], point: Point, source: str
) -> Work:
    """The real pictures of a source most like what lies at a point.

    Args:
        space: where.
        galleries: those that were seen, by model and source; kept from one call to the next.
        point: whose picture is compared.
        source: of the pictures; empty for those it was trained with.
    """

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.nearest import gallery

        if (key := (space.name, source)) not in galleries:
            galleries[key] = yield from gallery(space, source)
        return galleries[key].nearest(space.decoded([point])[0])

    return work
