"""A job: one iterator of events, driven on any thread and collected on another. No Qt."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any

from gendesk.core.controls import Controls
from gendesk.core.events import Cancelled, Event, Failed, Finished, Paused, Preview, Terminal
from gendesk.core.sentence import Sentence, Trouble

Work = Callable[[Controls], Iterator[Event]]


class Job:
    """Drives `work(controls)` to its end, never raises, and posts exactly one terminal event.

    Work that can be paused says `Paused` where it may stand still, and is held there.
    `run` belongs to the worker thread; everything else may be called from anywhere.
    """

    def __init__(self, title: str, work: Work) -> None:
        self.title = title
        self.controls = Controls()
        self._work = work
        self._lock = Lock()
        self._inbox: list[Event] = []
        self._previews: dict[str, Preview] = {}
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether the terminal event has been posted."""
        return self._ended

    def run(self) -> None:
        """Drive the work to its end on this thread."""
        self._post(self._drive())

    def drain(self) -> list[Event]:
        """Everything since the last call; of each kind of preview the newest alone, put first."""
        with self._lock:
            events, self._inbox = self._inbox, []
            previews, self._previews = self._previews, {}
        return [*previews.values(), *events]

    def _drive(self) -> Terminal:
        try:
            events = self._work(self.controls)
            try:
                return Finished(self._pass_on(events))
            except _Stop:
                return Cancelled()
            finally:
                close = getattr(events, "close", None)
                if close is not None:
                    close()  # runs the iterator's `finally`: that is where work is saved
        except Trouble as trouble:
            return Failed(trouble.sentence, traceback.format_exc())
        except Exception as error:
            return Failed(unforeseen(error), traceback.format_exc())

    def _pass_on(self, events: Iterator[Event]) -> Any:
        """Post each event; return what the iterator returns, raise `_Stop` when cancelled."""
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                return end.value
            self._post(event)
            if isinstance(event, Paused):
                self.controls.wait()
            if self.controls.cancelled:
                raise _Stop

    def _post(self, event: Event) -> None:
        with self._lock:
            if isinstance(event, Preview):
                self._previews[event.kind] = event
            else:
                self._inbox.append(event)
            self._ended = isinstance(event, Terminal)


class _Stop(Exception):
    """The work was cancelled."""


def unforeseen(error: Exception) -> Sentence:
    """One sentence for an exception that nobody planned for."""
    return Sentence(
        "Something went wrong that gendesk did not foresee ({kind}: {what}). The log has the details.",
        {"kind": type(error).__name__, "what": str(error).strip().split("\n")[0][:200]},
    )
