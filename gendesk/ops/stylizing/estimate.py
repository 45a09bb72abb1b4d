"""How long a painting will take and in how much memory, before it is begun."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.family import Features
from gendesk.core.sentence import Sentence
from gendesk.ops.restoring import footprint
from gendesk.ops.restoring.precision import one_thread
from gendesk.ops.stylizing.footing import Cost, measured, side_for, trial
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight
from gendesk.ops.stylizing.subject import Style, scaled

_KEPT = {"adam": 180, "lbfgs": 480}  # bytes a pixel: content, canvas, what an optimizer remembers
_STYLE = 40  # bytes a pixel of a style picture while it is looked at
_SAFE = 0.8  # of the free memory
_AGAIN = 1.5  # a tile is seen twice, once without a way back
_EVALUATIONS = {"adam": 1.0, "lbfgs": 1.2}  # in a step
_TIMED = (
    256  # pixels of the sides of a picture that is timed: a smaller one waits more than it works
)
_SECONDS = 0.25  # of timing, twice
_GRAIN = 32  # pixels that a proposed size is a multiple of


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a painting takes."""

    seconds: float
    bytes: int  # beside what is held already
    fits: bool
    size_that_fits: int  # the recipe's, where it fits; otherwise the largest that does


def estimate(
    subject_size: tuple[int, int],
    styles: Sequence[Style],
    features: Features,
    recipe: PaintingRecipe,
) -> Generator[Event, None, Estimate]:
    """Measured by painting a small picture, and scaled; within 20 to 30% on a calm machine.

    Args:
        subject_size: (height, width) of the content.
        styles: as they will be painted.
        features: what will compare the pictures.
        recipe: the settings.
    """
    yield Stage(Sentence("Estimating time and memory"))
    sight = Sight.of(features, recipe, Controls())
    cost, free = measured(sight, recipe), footprint.free(sight.device)
    pixel_s = _pixel_s(sight, recipe)
    largest = max((_style_pixels(style, recipe) for style in styles), default=0)
    room = int(_SAFE * free) - largest * _STYLE

    def needed(size: int) -> int:
        return _bytes(sight, scaled(subject_size, size), cost, free, recipe)

    fitting = recipe.size
    while needed(fitting) > room and fitting > _GRAIN:
        fitting = (fitting - 1) // _GRAIN * _GRAIN
    return Estimate(
        seconds=sum(
            scale.steps
            * pixel_s
            * _seen(sight, scaled(subject_size, scale.size), cost, free, recipe)
            for scale in recipe.scales()
        ),
        bytes=needed(recipe.size) + largest * _STYLE,
        fits=fitting == recipe.size,
        size_that_fits=fitting,
    )


def _bytes(
    sight: Sight, shape: tuple[int, int], cost: Cost, free: int, recipe: PaintingRecipe
) -> int:
    """What painting at one size holds at once."""
    pixels = shape[0] * shape[1]
    return int(
        pixels * _KEPT[recipe.optimizer] + _largest_tile(sight, shape, cost, free) * cost.bytes
    )


def _pixel_s(sight: Sight, recipe: PaintingRecipe) -> float:
    """Seconds of an evaluation for each pixel.

    The least of trials with one thread and with all: on a busy machine several wait for one another.
    One thread on a processor has a clock of its own, which stands still while other programs run.
    """
    evaluate = trial(sight, recipe, _TIMED)
    with one_thread():
        on_cpu = sight.device.type == "cpu"
        alone = _least(evaluate, time.thread_time if on_cpu else time.perf_counter)
    return min(alone, _least(evaluate, time.perf_counter)) / _TIMED**2


def _least(evaluate: Callable[[], object], clock: Callable[[], float]) -> float:
    """Seconds of the fastest of some evaluations."""
    least, begun = math.inf, time.perf_counter()
    while least == math.inf or time.perf_counter() - begun < _SECONDS:
        before = clock()
        evaluate()
        least = min(least, clock() - before)
    return least


def _seen(
    sight: Sight, shape: tuple[int, int], cost: Cost, free: int, recipe: PaintingRecipe
) -> float:
    """The pixels that are evaluated in a step."""
    tiles = _tiles(sight, shape, cost, free)
    again = _AGAIN if len(tiles) > 1 else 1.0
    return again * sum(tiles) * _EVALUATIONS[recipe.optimizer]


def _largest_tile(sight: Sight, shape: tuple[int, int], cost: Cost, free: int) -> int:
    return max(_tiles(sight, shape, cost, free))


def _tiles(sight: Sight, shape: tuple[int, int], cost: Cost, free: int) -> list[int]:
    """The pixels of each tile, with its margins."""
    side = side_for(sight, shape, cost, free)
    boxes = [tile.outer for tile in sight.tiles(shape, side)]
    return [(bottom - top) * (right - left) for top, left, bottom, right in boxes]


def _style_pixels(style: Style, recipe: PaintingRecipe) -> int:
    """Of a style picture at the largest scale."""
    size = min(round(recipe.size * recipe.style_scale), max(style.pixels.shape[:2]))
    height, width = scaled(style.pixels.shape, size)
    return height * width
