"""Sensible settings for the pictures in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gendesk.core.recipe import Recipe

if TYPE_CHECKING:
    from gendesk.data import Report

DRAWN = {"digits", "glyphs"}  # pictures that mean something else when mirrored
TINY = 32  # pixels: up to this size a picture is learnt as it is
EPOCHS = 30
FEWEST_STEPS, MOST_STEPS = 1500, 20_000
GOOD_MAP = 20  # labels: so many still find room in a latent space of two dimensions


def advised(recipe: Recipe, report: Report) -> Recipe:
    """`recipe` as a good first try for these pictures: size, length, batch and latent space."""
    side = min(report.median)
    photographs = report.grey < report.pictures / 2
    batch = 128 if report.pictures >= 512 else max(8, report.pictures // 4)
    steps = max(FEWEST_STEPS, min(MOST_STEPS, EPOCHS * report.pictures // batch))
    wanted: dict[str, Any] = {
        "size": _size(side),
        "flip": photographs and not report.labels and report.source not in DRAWN,
        "batch_size": batch,
        "steps": round(steps, -2),
    }
    if photographs:
        wanted |= {"latent": 64, "likelihood": "gaussian"}
    elif len(report.labels) > GOOD_MAP:
        wanted |= {"latent": 16}
    else:
        wanted |= {"latent": 2}
    known = recipe.knobs()
    return recipe.changed(**{k: v for k, v in wanted.items() if k in known})


def _size(side: int) -> int:
    """The side to learn at: as they are where they are small, 64 where they are not."""
    if 16 <= side <= TINY:
        return -(-side // 4) * 4
    return 64 if side >= 64 else TINY
