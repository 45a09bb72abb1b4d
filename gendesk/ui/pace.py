"""How fast counted work goes, and how many seconds are left of it."""

from __future__ import annotations

from collections import deque


class Pace:
    """Looks at the last `window_s` seconds of work, so that a pause or a slow start is forgotten."""

    def __init__(self, window_s: float = 20.0) -> None:
        self._window_s = window_s
        self._marks: deque[tuple[float, int]] = deque()  # (seconds, done)
        self._total = 0

    def add(self, done: int, total: int, now_s: float) -> None:
        """`done` of `total` at the time `now_s`; a step back begins anew."""
        if self._marks and done < self._marks[-1][1]:
            self._marks.clear()
        self._total = total
        if not self._marks or now_s - self._marks[-1][0] >= 0.2 or done >= total:
            self._marks.append((now_s, done))
        while len(self._marks) > 2 and now_s - self._marks[0][0] > self._window_s:
            self._marks.popleft()

    def pause(self) -> None:
        """Forget the past: what follows says nothing about the time before a pause."""
        self._marks.clear()

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1; 0 where the total is not known."""
        if not self._marks or not self._total:
            return 0.0
        return min(1.0, self._marks[-1][1] / self._total)

    @property
    def seconds_left(self) -> float | None:
        """None until at least half a second of work was seen."""
        if len(self._marks) < 2 or not self._total:
            return None
        (begin_s, first), (end_s, last) = self._marks[0], self._marks[-1]
        if end_s - begin_s < 0.5 or last <= first:
            return None
        return max(0.0, (self._total - last) * (end_s - begin_s) / (last - first))
