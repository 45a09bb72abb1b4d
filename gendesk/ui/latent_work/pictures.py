"""What lies at points of a latent space."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space

    Picture = NDArray[np.uint8]  # (H, W, C)

Place = tuple[float, float]  # x and y on a map


@dataclass(frozen=True, eq=False, slots=True)
class Seen:
    """What lies at a point."""

    point: Point
    picture: Picture
    place: Place | None  # on the map, where there is one
    numbers: NDArray[np.float32]  # (latent,) in "w" where there are styles, otherwise in "z"


def look(
    space: Space,
    point: Point,
    moves: Sequence[tuple[Direction, float]] = (),
    turned: Mapping[int, float] | None = None,
    chart: Map | None = None,
) -> Work:
    """What lies at a point, or somewhere as seen from it.

    Args:
        space: where.
        point: from where.
        moves: how far to go in some directions.
        turned: what to add to some numbers of its style.
        chart: the map on which that is found.
    """

    def work(_: Controls) -> Events:
        yield from ()
        there = point
        if moves:
            from gendesk.ops.latent.directions import moved

            there = moved(space, point, list(moves))
        if turned:
            there = _restyled(space, there, turned)
        picture = space.decoded([there])[0]
        numbers = space.styled(there, "w").values
        return Seen(there, picture, _place(chart, there, numbers), numbers)

    return work


def several(space: Space, points: Sequence[Point], numbers: Sequence[int]) -> Work:
    """What lies at several points, by their numbers."""

    def work(_: Controls) -> Events:
        yield from ()
        return dict(zip(numbers, space.decoded(points), strict=True))

    return work


def _restyled(space: Space, point: Point, turned: Mapping[int, float]) -> Point:
    styled = point if point.space == "w+" else space.styled(point, "w")
    values = styled.values.copy()
    for number, amount in turned.items():
        values[..., number] += amount
    return replace(styled, values=values)


def _place(chart: Map | None, point: Point, numbers: NDArray[np.float32]) -> Place | None:
    """Where a point lies on a map: of what has styles by its style, None for a style on a map of z."""
    if chart is None or (chart.space == "z" and point.space != "z"):
        return None
    x, y = chart.project(numbers[None])[0]
    return float(x), float(y)
