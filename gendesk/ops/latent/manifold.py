"""The latent space as a grid of pictures: two dimensions of it, evenly spread by probability."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Saved, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.files import beside
from gendesk.ops.latent.point import Kind, Point, Values

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space

Window = tuple[float, float, float, float]  # left, bottom, right, top as quantiles in [0, 1]

WHOLE: Window = (0.0, 0.0, 1.0, 1.0)
_NORMAL = NormalDist()
_MOST_PIXELS = 20_000  # of a side: more than a metre and a half at 300 dots an inch
_OUTERMOST = 1e-6  # quantiles no nearer to 0 and 1 than this: those have no finite value


def quantiles(values: NDArray[Any]) -> NDArray[np.float64]:
    """Values of a standard normal number → how much of all lies below them, in [0, 1]."""
    return _each(_NORMAL.cdf, np.asarray(values, np.float64))


def of_quantiles(shares: NDArray[Any]) -> NDArray[np.float64]:
    """The inverse of `quantiles`; what is nearly 0 or 1 becomes about ∓4.75."""
    inside = np.clip(np.asarray(shares, np.float64), _OUTERMOST, 1 - _OUTERMOST)
    return _each(_NORMAL.inv_cdf, inside)


def grid(
    latent: int,
    rows: int,
    columns: int,
    window: Window = WHOLE,
    dimensions: tuple[int, int] = (0, 1),
    base: Values | None = None,
) -> Values:
    """Points at the middles of the cells of a window, row by row from its top.

    Kingma & Welling 2013, figure 4: "linearly spaced coordinates on the unit square were transformed
    through the inverse CDF of the Gaussian".

    Args:
        latent: numbers of a point.
        rows: of the grid.
        columns: of the grid.
        window: what of the square is seen.
        dimensions: which numbers go to the right, and up.
        base: the other numbers (latent,); 0 where there is none.

    Returns:
        (rows * columns, latent)
    """
    left, bottom, right, top = window
    across = left + (np.arange(columns) + 0.5) / columns * (right - left)
    down = top - (np.arange(rows) + 0.5) / rows * (top - bottom)
    origin = np.zeros(latent, np.float32) if base is None else base
    values = np.tile(np.asarray(origin, np.float32), (rows, columns, 1))
    values[..., dimensions[0]] = of_quantiles(across)[None, :]
    values[..., dimensions[1]] = of_quantiles(down)[:, None]
    return values.reshape(rows * columns, latent)


def _each(function: Callable[[float], float], values: NDArray[np.float64]) -> NDArray[np.float64]:
    flat = [function(value) for value in values.ravel().tolist()]
    return np.array(flat, np.float64).reshape(values.shape)


def export_manifold(
    space: Space,
    path: Path,
    cells: int = 20,
    window: Window = WHOLE,
    dimensions: tuple[int, int] = (0, 1),
    base: Values | None = None,
    kind: Kind | None = None,
    truncation: float = 1.0,
) -> Iterator[Event]:
    """The grid of `cells` × `cells` pictures as a PNG, each computed exactly; up to print size.

    The dimensions are those of the space's frame; `base` lies in the frame's space.

    Raises:
        Trouble: the file cannot be written, or would be larger than any printer wants it.
    """
    from PIL import Image  # here: the window reads this module before it paints

    side, channels = space.size, space.channels
    if cells * side > _MOST_PIXELS:
        raise Trouble(
            "{cells} cells of {side} pixels make a picture that few programs open; take at most {most}.",
            cells=cells,
            side=side,
            most=_MOST_PIXELS // side,
        )
    sheet = np.empty((cells * side, cells * side, channels), np.uint8)
    frame = space.frame
    if base is None and kind is not None:
        base = space.styled(space.origin(kind), frame.space).values
    numbers = None if base is None else frame.numbers(base)
    values = frame.values(grid(space.latent, cells, cells, window, dimensions, numbers))
    for i, value in enumerate(values):
        y, x = i // cells * side, i % cells * side
        sheet[y : y + side, x : x + side] = space.picture(
            Point(value, frame.space, kind, truncation)
        )
        if (i + 1) % cells == 0:
            yield Stage(Sentence("Drawing the manifold"), i + 1, len(values))
    image = Image.fromarray(sheet.squeeze(2) if channels == 1 else sheet)
    with beside(path) as place:
        image.save(place, "PNG", dpi=(300, 300))
    yield Saved("file", path, space.step)
