"""How large a part of a picture can be painted at once: as memory allows, and a quick answer."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.ops.restoring import footprint
from gendesk.ops.restoring.precision import one_thread
from gendesk.ops.stylizing.goal import Found, Goal, Pattern
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight, finished

_TRIAL = 128  # pixels of the measured picture's sides
_TRIALS, _SECONDS = 3, 0.5
_AT_ONCE = 400 * 400  # pixels that are painted whole, unseen: they take little memory and time
_SHARE = 0.5  # of the free memory
_MOST = 3 << 30  # bytes for one tile: larger ones save no more work
_PATIENCE_S = 0.15  # of the longest operation: nothing can be cancelled within
_MARGINS = 5  # the least core, in margins: smaller tiles do more than twice the work
_GRAIN = 64  # pixels that a side is a multiple of


@dataclass(frozen=True, slots=True)
class Cost:
    """What one evaluation of a pixel costs, measured."""

    bytes: float
    seconds: float
    longest_s: float  # the operation that takes longest


def measured(sight: Sight, recipe: PaintingRecipe) -> Cost:
    """By a trial on a small picture of noise, painted in itself."""
    images = torch.rand(1, 3, _TRIAL, _TRIAL, generator=torch.Generator().manual_seed(0))
    images = images.to(sight.device)
    trial = Sight(sight.features, sight.style_layers, sight.content_layer, Controls())
    goal = finished(Goal.prepare(trial, images, [(None, [Pattern(images, None, 1.0)])]))
    evaluate = partial(goal.evaluate, images.flip(3), recipe)
    pixels = _TRIAL * _TRIAL
    with one_thread():  # several wait for one another where a machine is busy
        held = footprint.peak(lambda: finished(evaluate()), sight.device)
        seconds_of_one, longest_s = _clocked(evaluate)
    seconds, _ = _clocked(evaluate)
    return Cost(held / pixels, min(seconds, seconds_of_one) / pixels, longest_s / pixels)


def _clocked(evaluate: Callable[[], Generator[Event, None, Found]]) -> tuple[float, float]:
    """Seconds of an evaluation, and of its longest operation on the processor: the least of trials."""
    watch, seconds, longest_s = _Stopwatch(), math.inf, math.inf
    begun = time.perf_counter()
    for _ in range(_TRIALS):
        watch.longest_s, before = 0.0, time.perf_counter()
        with watch:
            finished(evaluate())
        seconds = min(seconds, time.perf_counter() - before)
        longest_s = min(longest_s, watch.longest_s)
        if time.perf_counter() - begun > _SECONDS:
            break
    return seconds, longest_s


def side_that_fits(sight: Sight, shape: tuple[int, int], recipe: PaintingRecipe) -> int | None:
    """The side of the tiles' cores, in pixels; None where the whole picture is seen at once.

    Within half of the free memory, and so that no single operation takes longer than 0.15 s, as far
    as the margins allow.
    """
    if shape[0] * shape[1] <= _AT_ONCE:
        return None
    return side_for(sight, shape, measured(sight, recipe), footprint.free(sight.device))


def side_for(sight: Sight, shape: tuple[int, int], cost: Cost, free: int) -> int | None:
    """The same, of a cost and free memory that are known."""
    roomy = min(_SHARE * free, _MOST) / cost.bytes  # pixels
    quick = _PATIENCE_S / max(cost.longest_s, 1e-12)
    if shape[0] * shape[1] <= max(_AT_ONCE, min(roomy, quick)) or sight.reach() is None:
        return None
    reach = sight.reach()
    assert reach is not None
    within = [math.sqrt(pixels) - 2 * reach.margin for pixels in (roomy, quick)]
    side = min(within[0], max(within[1], _MARGINS * reach.margin))
    grain = math.lcm(_GRAIN, reach.stride)
    return max(grain, int(side) // grain * grain)


class _Stopwatch(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Finds the operation that takes longest: on the thread's clock, as other programs run, too."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.longest_s = 0.0

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """As for `Interruptible`."""
        return False

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        before = time.thread_time()
        result = func(*args, **(kwargs or {}))
        self.longest_s = max(self.longest_s, time.thread_time() - before)
        return result
