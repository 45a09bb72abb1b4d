"""Walks from keyframe to keyframe, shown and written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space
    from gendesk.ops.latent.walk import Walk
    from gendesk.ui.latent_work.pictures import Picture

_FRAMES = 16  # of a walk, decoded at a time


def frames(space: Space, walk: Walk, shown: list[Picture]) -> Work:
    """All pictures of a walk, put into `shown` as they are decoded."""

    def work(_: Controls) -> Events:
        points = walk.points(space)
        for at in range(0, len(points), _FRAMES):
            shown.extend(space.decoded(points[at : at + _FRAMES]))
            yield Stage(Sentence("Decoding the walk"), len(shown), len(points))

    return work


def export_walk(space: Space, walk: Walk, path: Path, kind: str) -> Work:
    """A walk as a film, an animation, pictures or a sheet."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.export import export_walk as exported

        return (yield from exported(space, walk, path, kind))

    return work
