"""A walk as a film, an animation, single pictures or a contact sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from gendesk.core.events import Event, Saved, Stage
from gendesk.core.images import Picture, grid
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops import film
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.positions import position, save_picture, save_sheet
from gendesk.ops.latent.space import Space
from gendesk.ops.latent.walk import Walk

# What is added to a name for a file of each kind, or for the folder of pictures.
ENDINGS = {"mp4": ".mp4", "gif": ".gif", "png": "-frames", "sheet": "-sheet.png"}

_VIDEO_SIDE, _GIF_SIDE = 512, 320  # pixels, at least
_GIF_FPS = 20  # at most
_CELLS = 36  # on a contact sheet


def export_walk(space: Space, walk: Walk, path: Path, kind: str = "mp4") -> Iterator[Event]:
    """Write a walk: stages, then `Saved`; closed early it leaves no half film.

    Pictures of "png" and "sheet" are exact, and tell their position; those of films are made as fast
    as can be.

    Args:
        space: where it walks.
        walk: its keyframes and ways.
        path: the file, or for "png" the folder.
        kind: a key of `ENDINGS`.

    Raises:
        Trouble: there are too few keyframes, or the file cannot be written.
    """
    points = walk.points(space)
    match kind:
        case "mp4":
            frames = _enlarged(space, points, _VIDEO_SIDE)
            yield from film.film(path, frames, len(points), walk.fps)
        case "gif":
            chosen = points[:: math.ceil(walk.fps / _GIF_FPS)]
            still_ms = round(1000 * len(points) / walk.fps / len(chosen))
            frames = _enlarged(space, chosen, _GIF_SIDE)
            yield from film.animation(path, frames, len(chosen), still_ms)
        case "png":
            yield from _pictures(space, points, path)
        case "sheet":
            yield from _sheet(space, walk, points, path)
        case _:
            raise Trouble(
                "There is no export {kind}; there are {kinds}.",
                kind=kind,
                kinds=", ".join(ENDINGS),
            )
    yield Saved("file", path, space.step)


def _enlarged(space: Space, points: Sequence[Point], least: int) -> Iterator[Image.Image]:
    """The points' pictures by whole pixels, so that both sides are even and at least that long."""
    times = math.ceil(least / space.size)
    side = times * space.size + times * space.size % 2
    for at in range(0, len(points), space.rows):
        for picture in space.decoded(points[at : at + space.rows]):
            yield _image(picture).convert("RGB").resize((side, side), Image.Resampling.NEAREST)


def _pictures(space: Space, points: Sequence[Point], folder: Path) -> Iterator[Event]:
    digits = len(str(len(points)))
    for i, point in enumerate(points, 1):
        save_picture(space, point, folder / f"{i:0{digits}d}.png")
        yield Stage(Sentence("Writing pictures"), i, len(points))


def _sheet(space: Space, walk: Walk, points: Sequence[Point], path: Path) -> Iterator[Event]:
    chosen = np.linspace(0, len(points) - 1, min(_CELLS, len(points))).round().astype(int)
    cells = []
    for i in chosen:
        cells.append(space.picture(points[i]))
        yield Stage(Sentence("Writing pictures"), len(cells), len(chosen))
    save_sheet(path, grid(np.stack(cells)), position(space, walk))


def _image(picture: Picture) -> Image.Image:
    return Image.fromarray(picture.squeeze(2) if picture.shape[2] == 1 else picture)
