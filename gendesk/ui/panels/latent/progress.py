"""A line that says how far some work is, and can end it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from gendesk.core.events import Event, Progress, Stage, Terminal
from gendesk.jobs import Job
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.words import Source, say, show


class Busy(QWidget):
    """One piece of work at a time; it is seen only while there is one."""

    def __init__(self, name: str, label: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._job: Job | None = None
        self._label = label
        self._what = Line(13, tone="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        say(self._bar, "setAccessibleName", label)
        self.cancel_button = quiet_button("close", f"{name}_cancel", "Cancel")
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._what, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    @property
    def job(self) -> Job | None:
        """What works now."""
        return self._job

    def begin(self, job: Job) -> None:
        """Show this work."""
        self._job = job
        show(self._what, "set_text", self._label)
        self._bar.setRange(0, 0)
        self.show()

    def follow(self, events: Sequence[Event]) -> None:
        """How far it is; it goes when the work has ended."""
        for event in events:
            if isinstance(event, Stage):
                show(self._what, "set_text", event.sentence)
                self._advance(event.done, event.total)
            elif isinstance(event, Progress):
                show(self._what, "set_text", self._label)
                self._advance(event.step, event.total)
            elif isinstance(event, Terminal):
                self.end()

    def end(self) -> None:
        """There is none any more."""
        if self._job is not None:
            self._job = None
            self.hide()

    def cancel(self) -> None:
        """End it before it is done."""
        if self._job is not None:
            self._job.controls.cancel()

    def _advance(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
