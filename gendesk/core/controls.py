"""The handles of a running job: what a person asks of it, taken between two of its steps."""

from __future__ import annotations

from collections import deque
from threading import Event as Flag
from threading import Lock
from typing import Any


class Controls:
    """Cancel, pause, play a phase, turn a knob, ask for something. Safe to call from any thread.

    The asking side calls `cancel`, `pause`, `resume`, `play`, `turn` and `ask`; the work itself
    reads `cancelled` and `paused` and takes what was turned, asked and is to be played.
    """

    def __init__(self) -> None:
        self._cancelled = Flag()
        self._paused = False
        self._going = Flag()  # unset where it is to stand still
        self._going.set()
        self._lock = Lock()
        self._phases: deque[str] = deque()
        self._turned: dict[str, Any] = {}
        self._cures: dict[str, str] = {}
        self._asked: set[str] = set()

    def cancel(self) -> None:
        """Stop at the next step; also ends a pause."""
        self._cancelled.set()
        self._going.set()

    def pause(self) -> None:
        """Stand still at the next step until `resume`, `play` or `cancel`."""
        self._stand(True)

    def resume(self) -> None:
        """Go on after `pause`."""
        self._stand(False)

    def play(self, part: str) -> None:
        """Take one step in which `part` of a model learns alone, and stand still before and after."""
        with self._lock:
            self._paused = True
            self._phases.append(part)
            self._going.set()

    def turn(self, name: str, value: Any, remedy: str = "") -> None:
        """Give the live knob `name` a new value at the next step; the newest value wins.

        `remedy` names the finding that it shall cure, where that is why.
        """
        with self._lock:
            self._turned[name] = value
            self._cures[name] = remedy

    def ask(self, what: str) -> None:
        """Ask for something once, at the next step: "save" a checkpoint, a "preview" now."""
        with self._lock:
            self._asked.add(what)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        """Whether the work should stand still, but for what is to be played."""
        return self._paused and not self.cancelled

    def wait(self, seconds: float | None = None) -> bool:
        """Block the worker while paused; true when it may go on, or has something to play."""
        return self._going.wait(seconds)

    def take_phase(self) -> str:
        """The part that shall learn alone in this step; empty for a whole step."""
        if not self._phases:
            return ""
        with self._lock:
            part = self._phases.popleft() if self._phases else ""
            if not self._phases and self.paused:
                self._going.clear()
        return part

    def take_turned(self) -> dict[str, Any]:
        """The knobs turned since the last call."""
        if not self._turned:
            return {}
        with self._lock:
            turned, self._turned = self._turned, {}
        return turned

    def cures(self, name: str) -> str:
        """The finding that the newest turn of the knob `name` shall cure; empty without one."""
        return self._cures.get(name, "")

    def take_asked(self) -> set[str]:
        """What was asked for since the last call."""
        if not self._asked:
            return set()
        with self._lock:
            asked, self._asked = self._asked, set()
        return asked

    def _stand(self, still: bool) -> None:
        with self._lock:
            self._paused = still
            self._phases.clear()
            if still and not self.cancelled:
                self._going.clear()
            else:
                self._going.set()
