"""How many threads compute: fewer while something else keeps the cores busy."""

from __future__ import annotations

import math
import time
from statistics import median

import torch

from gendesk.training.devices import use_threads

_COLLAPSED = 3.0  # times slower than it was
_WORTH_IT = 0.7  # of the time, for fewer threads to be kept
_PATIENCE_S = 60.0


class Pace:
    """Watches how long steps take, and computes with half the threads when they take much longer.

    Each product waits for the slowest of its threads. Where another program takes one of two cores,
    two threads may be far slower than one. Whether fewer threads help
    is measured, not assumed, and all of them are tried again after a minute.
    """

    def __init__(self) -> None:
        self._full = torch.get_num_threads()
        self._usual_s = math.inf
        self._slow_s = math.inf
        self._lowered = 0.0
        self._window: list[float] = []

    def mind(self, step_s: float) -> int:
        """Take the seconds of one step; return the number of threads that compute from now on."""
        self._window.append(step_s)
        if len(self._window) >= 20 and sum(self._window) >= 1.0:
            self._judge(median(self._window))
            self._window.clear()
        return torch.get_num_threads()

    def _judge(self, step_s: float) -> None:
        threads, now = torch.get_num_threads(), time.monotonic()
        if threads < self._full:
            if step_s > _WORTH_IT * self._slow_s:  # it is the work that grew, not the company
                use_threads(self._full)
                self._usual_s = self._slow_s
            elif now - self._lowered > _PATIENCE_S:
                use_threads(self._full)
        elif step_s > _COLLAPSED * self._usual_s and threads > 1:
            use_threads(max(1, threads // 2))
            self._slow_s, self._lowered = step_s, now
        else:
            self._usual_s = min(self._usual_s, step_s)
