"""New points out of others: crossed, mutated, mixed by layers, added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gendesk.core.images import Picture, grid
from gendesk.core.sentence import Trouble
from gendesk.ops.latent.point import SPACES, Point, Values
from gendesk.ops.latent.space import Space

BANDS = ("coarse", "middle", "fine")  # of styles


def crossed(space: Space, a: Point, b: Point, seed: int) -> Point:
    """A child of two points: it has each number of z from one of them, as a coin says.

    In w and w+ the coin is thrown for whole layers, which mean something on their own. The kind
    and the truncation are a parent's, too.
    """
    numbers = np.random.Generator(np.random.Philox(key=seed))
    finest = max(a.space, b.space, key=SPACES.index)
    finest = "w+" if finest == "w" else finest
    a, b = space.styled(a, finest), space.styled(b, finest)
    coins = numbers.random(len(a.values)) < 0.5
    if coins.all() or not coins.any():  # else a twin
        coins[numbers.integers(len(coins))] ^= True
    chosen = coins[:, None] if finest == "w+" else coins
    parent = a if numbers.random() < 0.5 else b
    values = np.where(chosen, a.values, b.values).astype(np.float32)
    return Point(values, finest, parent.kind, parent.truncation)


def mutated(space: Space, point: Point, seed: int, strength: float = 0.3) -> Point:
    """A relative of a point: 0 is its twin, 1 is as strange as any.

    In z the numbers stay normally distributed. In w and w+ the point moves towards the style of a
    random z.
    """
    z = space.draw(seed)
    if point.space == "z":
        kept = np.float32(np.sqrt(max(0.0, 1 - strength**2)))
        return replace(point, values=kept * point.values + np.float32(strength) * z[0])
    stranger = space.styles(z, point.kind)[0]
    return replace(point, values=point.values + np.float32(strength) * (stranger - point.values))


def bands(layers: int) -> tuple[slice, slice, slice]:
    """The coarse, middle and fine ones of `layers` styles: shapes, features, colours and strokes.

    Karras 2018 calls sides up to 8 coarse, up to 32 middle; ours, which end at 32 to 512 pixels, are
    parted in three.
    """
    first, second = max(1, round(layers / 3)), max(2, round(2 * layers / 3))
    return slice(0, first), slice(first, second), slice(second, layers)


def mixed(space: Space, coarse: Point, middle: Point, fine: Point) -> Point:
    """The coarse styles of one point, the middle ones of another and the fine ones of a third.

    Raises:
        Trouble: this model has no styles.
    """
    if "w+" not in space.spaces:
        raise Trouble("{name} has no styles to mix; choose a StyleGAN.", name=space.name)
    values = space.styled(coarse, "w+").values.copy()
    for point, band in zip((middle, fine), bands(space.layers)[1:], strict=True):
        values[band] = space.styled(point, "w+").values[band]
    return Point(values, "w+", None, coarse.truncation)


def mixing_table(
    space: Space, rows: Sequence[Point], columns: Sequence[Point], band: str
) -> Picture:
    """Pictures with the styles of one band from the left, and all others from above (Karras 2018).

    The first column and the first row show where the styles are from; the corner is empty.

    Args:
        space: with styles.
        rows: the points at the left.
        columns: the points above.
        band: "coarse", "middle" or "fine".

    Raises:
        Trouble: this model has no styles.
    """
    taken = BANDS.index(band)
    points = [*columns]
    for left in rows:
        points.append(left)
        points += [
            mixed(space, *(left if i == taken else above for i in range(3))) for above in columns
        ]
    made = space.decoded(points)
    return grid(np.concatenate([np.full_like(made[:1], 128), made]), len(columns) + 1)


def sum_of(space: Space, a: Point, b: Point, c: Point) -> Point:
    """A - B + C: what makes A other than B, done to C (Mikolov 2013, Radford 2015)."""
    finest = max((point.space for point in (a, b, c)), key=SPACES.index)
    if finest == "z" and "w" in space.spaces:
        finest = "w"  # where straight lines mean most
    values: list[Values] = [space.styled(point, finest).values for point in (a, b, c)]
    return replace(c, values=values[0] - values[1] + values[2], space=finest)
