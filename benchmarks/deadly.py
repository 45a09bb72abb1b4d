"""A process that dies in the middle of writing: at a chosen one of chosen calls."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence


def die_at(count: int, calls: Sequence[tuple[str, object]], pipe: int, last_words: bytes) -> None:
    """Make the `count`-th of these calls this process's last (SIGKILL); it says so into `pipe`.

    Args:
        count: from 0.
        calls: a function's name and the class or module it belongs to.
        pipe: a file descriptor.
        last_words: what is written there before.
    """
    left = [count]
    for name, owner in calls:
        _make_deadly(name, owner, left, pipe, last_words)


def _make_deadly(name: str, owner: object, left: list[int], pipe: int, last_words: bytes) -> None:
    call = getattr(owner, name)

    def dying(*args: object, **options: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            os.write(pipe, last_words)
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **options)

    setattr(owner, name, dying)
