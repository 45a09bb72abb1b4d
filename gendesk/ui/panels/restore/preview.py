"""Keeps the after side of a viewer in step with what is seen and what is chosen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from gendesk.core.events import Event, Failed, Finished, Stage
from gendesk.jobs import Job
from gendesk.ui.pool import Pool

if TYPE_CHECKING:
    from gendesk.ui.restoring_parts import Judgement, Patch, Task
    from gendesk.ui.widgets.viewer import Viewer

MOST_PIXELS = 1_600_000  # of a picture: more is not restored for one look
MOST_RESULT = 8_000_000  # pixels that come of it


class Previewer(QObject):
    """Restores what one viewer shows, and nothing else, whenever that or the task changes."""

    advanced = Signal(int, int)  # tiles done, of how many
    judged = Signal(object)  # Judgement
    failed = Signal(object)  # Sentence

    def __init__(self, viewer: Viewer, pool: Pool) -> None:
        super().__init__(viewer)
        self._viewer, self._pool = viewer, pool
        self._task: Task | None = None
        self._scale = 1.0  # of the model
        self._job: Job | None = None
        self._shown: SimpleQueue[Patch] = SimpleQueue()
        self._patch: Patch | None = None
        self._judgement: Judgement | None = None
        self._errors = False
        self.partial = False  # more is seen than is restored for one look
        self.settled = True  # what should be seen is seen
        viewer.box_changed.connect(lambda _: self.look())

    def set_task(self, task: Task | None, scale: float = 1.0) -> None:
        """Another picture, model or strength; `scale` is that of the result."""
        before = self._task
        if before is None or task is None or task.given is not before.given:
            self._patch = None
        if before is None or task is None or task.model != before.model or self._patch is None:
            self._shown = (
                SimpleQueue()
            )  # what still comes of the picture or model before is not heard
        self._task, self._scale = task, scale
        self._cancel()
        self._set_judgement(None)
        self.settled = task is None
        if task is None:
            self._viewer.set_after(None)
        else:
            self.look()

    def show_errors(self, on: bool) -> None:
        """Lay the map of errors over what is seen, or take it away."""
        self._errors = on
        self._set_judgement(self._judgement)

    def look(self) -> None:
        """Restore what is seen now."""
        if self._task is None or not self._viewer.isVisible():
            return
        from gendesk.ui.restoring_parts import preview

        seen, self.partial = _bounded(self._viewer.box(), self._scale)
        if seen.isEmpty():
            return
        self._cancel()
        self._set_judgement(None)
        self.settled = False
        box = (seen.left(), seen.top(), seen.left() + seen.width(), seen.top() + seen.height())
        job = Job("", preview(self._task, box, self._shown, self._patch))
        # A model is not held up by the slow tile of another.
        self._job = self._pool.latest((self, self._task.model), job, self._receive)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.controls.cancel()  # after the tile in hand
            self._job = None

    def _receive(self, job: Job, events: Sequence[Event]) -> None:
        self._show_newest()
        if job is not self._job:
            return
        for event in events:
            if isinstance(event, Stage) and event.total:
                self.advanced.emit(event.done, event.total)
        last = events[-1]
        if isinstance(last, Finished):
            self._job, self.settled = None, True
            self._set_judgement(last.result)
            self.advanced.emit(1, 1)
        elif isinstance(last, Failed):
            self._job, self.settled = None, True
            self.failed.emit(last.sentence)

    def _show_newest(self) -> None:
        """Of all that the worker has made since the last time, the newest."""
        newest = None
        try:
            while True:
                newest = self._shown.get_nowait()
        except Empty:
            pass
        if newest is not None and self._task is not None:
            self._patch = newest
            left, top, right, bottom = newest.box
            box = QRect(left, top, right - left, bottom - top)
            self._viewer.set_patch(box, newest.pyramid, newest.scale)

    def _set_judgement(self, judgement: Judgement | None) -> None:
        self._judgement = judgement
        if judgement is None or not self._errors:
            self._viewer.set_overlay(None)
        else:
            left, top, right, bottom = judgement.box
            box = QRect(left, top, right - left, bottom - top)
            self._viewer.set_overlay(judgement.errors, box)
        self.judged.emit(judgement)


def _bounded(seen: QRect, scale: float) -> tuple[QRect, bool]:
    """What is seen, or its middle where that would take too long; whether it is that."""
    most = min(MOST_PIXELS, MOST_RESULT / scale**2)
    pixels = seen.width() * seen.height()
    if pixels <= most:
        return seen, False
    share = math.sqrt(most / pixels)
    middle = QRect(0, 0, max(1, int(seen.width() * share)), max(1, int(seen.height() * share)))
    middle.moveCenter(seen.center())
    return middle, True
