"""Events driven to their end in a terminal: told as they come, interrupted by signals."""

from __future__ import annotations

import os
import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from gendesk.cli.telling import speaks, teller
from gendesk.core.controls import Controls
from gendesk.core.events import Event

SIGNALS = (signal.SIGINT, signal.SIGTERM)
INTERRUPTED = 130

Tell = Callable[[Event], None]


class Interrupted(Exception):
    """Somebody asked to stop, and what there was is saved."""


def drive_told(
    args: Namespace,
    events: Iterator[Event],
    controls: Controls | None = None,
    work: str = "Training",
) -> Any:
    """`drive`, telling each event as `args.json` and the terminal want it; `work`: see `teller`."""
    tell = teller(args.json, speaks(), work)
    try:
        return drive(events, controls or Controls(), tell)
    finally:
        tell.close()


def drive(events: Iterator[Event], controls: Controls, tell: Tell) -> Any:
    """Tell every event; return what the iterator returns. It is closed, hence saved, in any case.

    Raises:
        Interrupted: SIGINT or SIGTERM came. A second one ends the process at once.
    """
    with _signals_to(controls):
        try:
            while True:
                try:
                    event = next(events)
                except StopIteration as end:
                    return end.value
                tell(event)
                if controls.cancelled:
                    raise Interrupted
        except BrokenPipeError:
            forget_output()
            raise Interrupted from None
        finally:
            close = getattr(events, "close", None)
            if close is not None:
                close()


def forget_output() -> None:
    """Whoever read our output has seen enough: the rest, and Python's last flush, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _signals_to(controls: Controls) -> Iterator[None]:
    """Turn the first signal into a cancellation."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_signal(_number: int, _frame: object) -> None:
        if controls.cancelled:
            os._exit(INTERRUPTED)
        controls.cancel()
        if sys.stderr.isatty():
            print("\nStopping and saving; once more to stop at once.", file=sys.stderr)

    before = {number: signal.signal(number, on_signal) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
