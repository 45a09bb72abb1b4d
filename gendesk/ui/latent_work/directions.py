"""Directions in a latent space, and sums of points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space


def directions(space: Space, found: Map | None, how: str) -> Work:
    """Directions found in a space: "pca" of its codes, of its "activations", or "sefa"."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent import directions as ways

        if how == "activations":
            return (yield from ways.activations(space))
        yield Stage(Sentence("Looking for directions"))
        if how == "sefa":
            return ways.closed_form(space)
        codes = found.codes if found is not None else space.draw(range(2000))
        return ways.principal(codes, "z" if found is None else found.space)

    return work


def between(found: Map, without: NDArray[np.int64], having: NDArray[np.int64], name: str) -> Work:
    """The direction that leads from one group to another."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.directions import between as led

        return led(found.codes[without], found.codes[having], name, found.space)

    return work


def add_up(space: Space, a: Point, b: Point, c: Point) -> Work:
    """A − B + C."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.breeding import sum_of

        return sum_of(space, a, b, c)

    return work
