"""How large a part of a picture can be painted at once: as memory allows, and a quick answer."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from gendesk.core.controls import Controls
from gendesk.ops.restoring import footprint
from gendesk.ops.restoring.precision import one_thread
from gendesk.ops.stylizing.goal import Found, Goal, Pattern
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight, finished

_TRIAL = 128  # pixels of the measured picture's sides
_TRIALS = 3
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
    longest_s: float  # the operation that takes longest


def measured(sight: Sight, recipe: PaintingRecipe) -> Cost:
    """By a trial on a small picture."""
    evaluate = trial(sight, recipe, _TRIAL)
    pixels = _TRIAL * _TRIAL
    with one_thread():  # several wait for one another where a machine is busy
        held = footprint.peak(evaluate, sight.device)
        longest_s = min(_longest(evaluate) for _ in range(_TRIALS))
    return Cost(held / pixels, longest_s / pixels)


def trial(sight: Sight, recipe: PaintingRecipe, side: int) -> Callable[[], Found]:
    """One evaluation of a square of noise, painted in itself."""
    images = torch.rand(1, 3, side, side, generator=torch.Generator().manual_seed(0))
    images = images.to(sight.device)
    alone = Sight(sight.features, sight.style_layers, sight.content_layer, Controls())
    goal = finished(Goal.prepare(alone, images, [(None, [Pattern(images, None, 1.0)])]))
    return lambda: finished(goal.evaluate(images.flip(3), recipe))


def _longest(evaluate: Callable[[], Found]) -> float:
    """Seconds of the operation on the processor that takes longest."""
    watch = _Stopwatch()
    with watch:
        evaluate()
    return watch.longest_s


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
