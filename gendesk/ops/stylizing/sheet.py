"""A contact sheet: the same painting, small, with several style weights and scales."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Preview, Progress, Resumed, Stage
from gendesk.core.family import Features
from gendesk.core.images import Picture
from gendesk.core.sentence import Sentence
from gendesk.ops.stylizing.painting import paint
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.subject import Style, Subject

SIDE = 192  # pixels of a cell's longer side
_TIMES_WEIGHT, _TIMES_SCALE = (0.25, 0.5, 1.0, 2.0), (0.5, 1.0, 2.0)
_STEPS = 40  # at each of a cell's scales


@dataclass(frozen=True, eq=False)
class Cell:
    """One painting of the sheet."""

    style_weight: float
    style_scale: float
    pixels: Picture  # (H, W, 3)


def contact_sheet(
    subject: Subject,
    styles: Sequence[Style],
    features: Features,
    recipe: PaintingRecipe,
    weights: Sequence[float],
    scales: Sequence[float],
    controls: Controls,
) -> Generator[Event, None, list[Cell]]:
    """Paint small with each of the weights and scales, row by row; a row has one scale.

    While they come, each says `Preview("cell-<i>")`, counted from 0. The strokes are as large beside
    the picture as they would be in the large painting.

    Args:
        subject: the content.
        styles: at least one.
        features: what compares the pictures.
        recipe: all other settings.
        weights: values of `style_weight`.
        scales: values of `style_scale`.
        controls: a pause.

    Raises:
        Trouble: a value is out of range, or the pictures do not do.
    """
    cells = [
        small(recipe).changed(style_weight=weight, style_scale=scale)
        for scale in scales
        for weight in weights
    ]
    painted = []
    for i, settings in enumerate(cells):
        yield Stage(Sentence("Painting the contact sheet"), i, len(cells))
        with closing(paint(subject, styles, features, settings, controls)) as events:
            pixels = yield from _told(events, i)
        painted.append(Cell(settings.style_weight, settings.style_scale, pixels))
    yield Stage(Sentence("Painting the contact sheet"), len(cells), len(cells))
    return painted


def around(recipe: PaintingRecipe) -> tuple[list[float], list[float]]:
    """Style weights and scales about the recipe's own, from which a person may choose."""
    knobs = recipe.knobs()
    weights = {min(recipe.style_weight * t, knobs["style_weight"].high) for t in _TIMES_WEIGHT}
    scales = {
        min(max(recipe.style_scale * t, knobs["style_scale"].low), knobs["style_scale"].high)
        for t in _TIMES_SCALE
    }
    return sorted(weights), sorted(scales)


def small(recipe: PaintingRecipe) -> PaintingRecipe:
    """The recipe at a cell's size, in as few steps as show what it is about."""
    return recipe.changed(
        size=min(SIDE, recipe.size),
        coarsest=min(96, recipe.coarsest),
        steps=min(_STEPS, recipe.steps),
        preview_every=_STEPS,
    )


def _told(events: Generator[Event, None, Picture], number: int) -> Generator[Event, None, Picture]:
    """Of a cell's painting: its pictures under its own name, and that it stands still."""
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            pixels: Picture = end.value
            return pixels
        if isinstance(event, Preview):
            yield replace(event, kind=f"cell-{number}")
        elif isinstance(event, Paused | Resumed):
            yield event
        elif isinstance(event, Progress):
            yield Stage(Sentence("Painting a small picture"), event.step, event.total)
