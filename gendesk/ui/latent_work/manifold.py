"""A latent plane as a grid of pictures, on the screen and to print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Picture

Window = tuple[float, float, float, float]  # left, bottom, right and top, in quantiles


@dataclass(frozen=True, slots=True)
class Plane:
    """Which part of which latent plane is laid out, and how finely."""

    rows: int
    columns: int
    window: Window = (0.0, 0.0, 1.0, 1.0)
    dimensions: tuple[int, int] = (0, 1)


def lay_out(space: Space, plane: Plane, base: Point) -> Work:
    """Pictures of a latent plane as one picture; `base` lies in the space of the space's frame."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.manifold import grid

        frame = space.frame
        numbers = grid(
            space.latent, plane.rows, plane.columns, plane.window, plane.dimensions,
            frame.numbers(base.values),
        )  # fmt: skip
        pictures = space.decode(frame.values(numbers), frame.space, base.kind, base.truncation)
        return mosaic(pictures, plane.rows, plane.columns)

    return work


def mosaic(pictures: NDArray[np.uint8], rows: int, columns: int) -> Picture:
    """(rows * columns, H, W, C) side by side without a gap."""
    _, height, width, channels = pictures.shape
    laid = pictures.reshape(rows, columns, height, width, channels).swapaxes(1, 2)
    return laid.reshape(rows * height, columns * width, channels)


def export_manifold(space: Space, path: Path, cells: int, plane: Plane, base: Point) -> Work:
    """A latent plane as a picture to be printed."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.manifold import export_manifold as exported

        return (
            yield from exported(
                space, path, cells, plane.window, plane.dimensions,
                base.values, base.kind, base.truncation,
            )
        )  # fmt: skip

    return work
