"""Keeps the sketch and the estimate in step with what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.jobs import Job
from gendesk.ui import stylizing_work as work
from gendesk.ui.pool import Pool
from gendesk.ui.stylizing_parts import newest

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Frame, Task


class Sketcher(QObject):
    """Sketches the task whenever it is another, and then measures what painting it would take."""

    framed = Signal(object)  # Frame
    estimated = Signal(object)  # Estimate
    failed = Signal(object)  # Sentence
    changed = Signal()  # `sketching` or `measuring` is another

    rest_ms = 120  # a slider that is dragged is waited for

    def __init__(self, pool: Pool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._task: Task | None = None
        self._job: Job | None = None
        self._frames: SimpleQueue[Frame] = SimpleQueue()
        self.sketching = False
        self.measuring = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.rest_ms)
        self._timer.timeout.connect(self._begin)

    @property
    def settled(self) -> bool:
        """Whether all that should be known is known."""
        return not (self.sketching or self.measuring)

    def set_task(self, task: Task | None) -> None:
        """Sketch this one; None for nothing."""
        self._task = task
        self._cancel()
        self.sketching, self.measuring = task is not None, task is not None
        if task is not None:
            self._timer.start()
        self.changed.emit()

    def _cancel(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.controls.cancel()
            self._job = None

    def _begin(self) -> None:
        if self._task is not None:
            self._frames = SimpleQueue()  # what still comes of the task before is not heard
            job = Job("", work.sketch(self._task, self._frames))
            self._job = self._pool.latest(self, job, self.receive)

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Hand on what the sketching or the measuring has said."""
        if job is not self._job:
            return
        frame = newest(self._frames)
        if frame is not None:
            self.framed.emit(frame)
        last = events[-1]
        if not isinstance(last, Terminal):
            return
        self._job = None
        if isinstance(last, Failed):
            self.sketching = self.measuring = False
            self.failed.emit(last.sentence)
        elif isinstance(last, Finished) and self.sketching and self._task is not None:
            self.sketching = False
            job = Job("", work.estimate(self._task))
            self._job = self._pool.latest(self, job, self.receive)
        elif isinstance(last, Finished):
            self.measuring = False
            self.estimated.emit(last.result)
        self.changed.emit()
