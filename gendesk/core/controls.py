"""The handles of a running job: what a person asks of it, taken between two of its steps."""

from __future__ import annotations

from threading import Event as Flag
from threading import Lock
from typing import Any


class Controls:
    """Cancel, pause, turn a knob, ask for something. Safe to call from any thread.

    The asking side calls `cancel`, `pause`, `resume`, `turn` and `ask`; the work itself reads
    `cancelled` and `paused` and takes what was turned and asked.
    """

    def __init__(self) -> None:
        self._cancelled = Flag()
        self._going = Flag()
        self._going.set()
        self._lock = Lock()
        self._turned: dict[str, Any] = {}
        self._cures: dict[str, str] = {}
        self._asked: set[str] = set()

    def cancel(self) -> None:
        """Stop at the next step; also ends a pause."""
        self._cancelled.set()
        self._going.set()

    def pause(self) -> None:
        """Stand still at the next step until `resume` or `cancel`."""
        self._going.clear()

    def resume(self) -> None:
        """Go on after `pause`."""
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
        """Whether the work should stand still."""
        return not self._going.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Block the worker while paused; true when it may go on."""
        return self._going.wait(seconds)

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
