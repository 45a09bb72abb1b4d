"""Sheets of new pictures, of relatives, of children, of mixes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space

RELATED = 0.45  # how strange relatives are: 0 is a twin, 1 as any


def bred(
    space: Space,
    how: str,
    here: Point,
    parents: Sequence[Point],
    band: str,
    first: int,
    cells: Sequence[int],
) -> Work:
    """Cells of an endless sheet: ({cell: picture}, {cell: point}).

    Args:
        space: where.
        how: "new" pictures, "relatives" of where one is, "children" of two parents, "mixes" of where
            one is with others' styles, or what the encoder takes for the "same" picture:
            z_mean ± z_sigma.
        here: where one is.
        parents: of children.
        band: which styles are others': "coarse", "middle" or "fine".
        first: the seed of the first cell.
        cells: which ones are wanted.
    """

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent import breeding

        seeds = [first + cell for cell in cells]
        if how == "same":
            codes = space.encode(space.decoded([here]))
            assert codes.deviations is not None
            spread = codes.means + codes.deviations * space.draw(seeds)
            points = [replace(here, values=z, truncation=1.0) for z in spread]
        elif how == "relatives":
            points = [breeding.mutated(space, here, seed, RELATED) for seed in seeds]
        elif how == "children":
            points = [breeding.crossed(space, parents[0], parents[1], seed) for seed in seeds]
        else:
            drawn = space.draw(seeds)
            points = [replace(here, values=z, space="z") for z in drawn]
            if how == "mixes":
                points = [_mixed(space, here, other, band) for other in points]
        pictures = dict(zip(cells, space.decoded(points), strict=True))
        return pictures, dict(zip(cells, points, strict=True))

    return work


def _mixed(space: Space, here: Point, other: Point, band: str) -> Point:
    from gendesk.ops.latent.breeding import mixed

    parts = [other if name == band else here for name in ("coarse", "middle", "fine")]
    return mixed(space, *parts)
