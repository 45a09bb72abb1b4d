"""How far the work on many pictures is, and what became of those that failed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from gendesk.core.events import Cancelled, Event, Failed, Finished, Paused, Resumed, Stage, Warned
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import amounts, icons
from gendesk.ui.pace import Pace
from gendesk.ui.panels.written import show_folder
from gendesk.ui.widgets.cards import Card, Line
from gendesk.ui.words import Source, say, show, shown

FINE = 1000  # parts of one picture that the bar can show
MOST_REASONS = 1000  # lines of the list of failures
REASONS_HEIGHT = 120


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is said of one kind of work.

    Args:
        all: what the batch says of all its pictures, and not of one of them.
        one: which of how many is in hand: {number} of {total}.
        result: what came of it: {done}, {failed}, {skipped}.
        stopped: it was stopped, and how it goes on.
        bar: what the bar shows, for a screen reader.
        failures: what the list holds, for a screen reader.
    """

    all: str
    one: Callable[[dict[str, Any]], Sentence]
    result: Callable[[dict[str, Any]], Sentence]
    stopped: Source
    bar: Source
    failures: Source


class BatchCard(Card):
    """One order at a time: what is being done, time left, pause and cancel; then what came of it."""

    ended = Signal()
    order_asked = Signal()

    def __init__(self, name: str, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName(f"{name}_progress")
        self._phrases = phrases
        self._job: Job | None = None
        self._out = Path()
        self._pace = Pace()
        self._whole: Stage | None = None  # of all pictures, how many are done
        self._build(name)
        self._be("idle")

    @property
    def job(self) -> Job | None:
        """What works now."""
        return self._job

    @property
    def state(self) -> str:
        """ "idle", "running", "paused", "stopping", "finished", "stopped" or "failed"."""
        return self._state

    def begin(self, job: Job, out: Path) -> None:
        """`job` writes into the folder `out` from now on."""
        self._job, self._out, self._pace, self._whole = job, out, Pace(), None
        self._reasons.clear()
        self._reasons.hide()
        self._bar.setRange(0, 0)
        say(self._what, "setText", "Getting ready…")
        self._left.set_text("")
        self._be("running")

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Show what happened."""
        if job is not self._job:
            return
        for event in events:
            if isinstance(event, Stage):
                self._advance(event)
            elif isinstance(event, Warned):
                self._add_reason(shown(event.sentence))
            elif isinstance(event, Paused):
                self._pace.pause()
                self._be("paused")
            elif isinstance(event, Resumed):
                self._be("running")
            elif isinstance(event, Finished | Cancelled | Failed):
                self._end(event)

    def pause(self) -> None:
        """Stand still as soon as it can, or go on."""
        if self._job is None:
            return
        if self._state == "paused":
            self._job.controls.resume()
            self._be("running")
        elif self._state == "running":
            self._job.controls.pause()
            self._pace.pause()
            self._be("paused")

    def cancel(self) -> None:
        """Stop as soon as it can; what is finished stays."""
        if self._job is not None and self._state in ("running", "paused"):
            self._job.controls.cancel()
            self._be("stopping")

    def reasons(self) -> list[str]:
        """The lines of the list of failures."""
        return [self._reasons.item(i).text() for i in range(self._reasons.count())]

    def text(self) -> str:
        """What it says now."""
        return self._what.text()

    # what happens

    def _advance(self, stage: Stage) -> None:
        """Count pictures, and within one of them what is done of it."""
        if stage.sentence.text == self._phrases.all:
            self._whole, part = stage, 0.0
        else:
            part = min(stage.done / stage.total, 1.0) if stage.total else 0.0
        if self._whole is None:
            show(self._what, "setText", stage.sentence)
            return
        done, total = self._whole.done, self._whole.total
        number = {"number": amounts.count(min(done + 1, total)), "total": amounts.count(total)}
        show(self._what, "setText", self._phrases.one(number))
        self._bar.setRange(0, FINE * total)
        self._bar.setValue(round(FINE * (done + part)))
        self._pace.add(self._bar.value(), FINE * total, time.monotonic())
        left = self._pace.seconds_left
        if left is not None:
            say(self._left, "set_text", "about {time} left", time=amounts.duration(left))

    def _add_reason(self, reason: str) -> None:
        if self._reasons.count() < MOST_REASONS:
            item = QListWidgetItem(icons.icon("warning", "warning"), reason)
            item.setToolTip(reason)
            self._reasons.addItem(item)
        self._reasons.show()

    def _end(self, event: Finished | Cancelled | Failed) -> None:
        self._job = None
        if isinstance(event, Finished):
            summary = event.result
            came = {
                "done": summary.done,
                "failed": len(summary.failed),
                "skipped": summary.skipped,
            }
            show(self._what, "setText", self._phrases.result(came))
            self._be("finished")
        elif isinstance(event, Cancelled):
            show(self._what, "setText", self._phrases.stopped)
            self._be("stopped")
        else:
            show(self._what, "setText", event.sentence)
            self._be("failed")
        self.ended.emit()

    def _be(self, state: str) -> None:
        self._state = state
        busy = state in ("running", "paused", "stopping")
        for part in (self._bar, self._left, self._pause, self._cancel):
            part.setVisible(busy)
        self._what.setVisible(state != "idle")
        self.start_button.setVisible(not busy)
        self._open.setVisible(state in ("finished", "stopped"))
        self._pause.setEnabled(state != "stopping")
        self._cancel.setEnabled(state != "stopping")
        self._pause.setIcon(icons.icon("resume" if state == "paused" else "pause"))
        if state == "paused":
            say(self._pause, "setText", "Resume")
            say(self._left, "set_text", "paused")
        else:
            say(self._pause, "setText", "Pause")
        if state == "stopping":
            say(self._left, "set_text", "stopping…")
        self._what.setProperty("tone", "danger" if state == "failed" else "")
        self._what.style().unpolish(self._what)
        self._what.style().polish(self._what)

    def _open_folder(self) -> None:
        show_folder(self._out)

    # how it is put together

    def _build(self, name: str) -> None:
        self._what = QLabel()
        self._what.setObjectName(f"{name}_what")
        self._what.setWordWrap(True)
        self._left = Line(13, tone="muted")
        self._left.setObjectName(f"{name}_left")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setTextVisible(False)
        show(self._bar, "setAccessibleName", self._phrases.bar)
        self._reasons = QListWidget()
        self._reasons.setObjectName(f"{name}_failed")
        self._reasons.setFixedHeight(REASONS_HEIGHT)
        self._reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reasons.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._reasons.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._reasons.setWordWrap(True)
        self._reasons.setSpacing(2)
        self._reasons.setIconSize(QSize(16, 16))
        show(self._reasons, "setAccessibleName", self._phrases.failures)
        self._reasons.hide()
        self._pause = self._button(f"{name}_pause", "pause", "Pause", self.pause)
        self._cancel = self._button(f"{name}_cancel", "stop", "Cancel", self.cancel)
        self._open = self._button(f"{name}_open_out", "folder", "Open folder", self._open_folder)
        self.start_button = self._button(f"{name}_all", "play", "Start", self.order_asked.emit)
        self.start_button.setProperty("role", "primary")
        self.start_button.setProperty("large", True)
        self.start_button.setIcon(icons.icon("play", "on_accent"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._pause, self._cancel, self._open):
            buttons.addWidget(button, 1)
        for part in (self._what, self._bar, self._left, self._reasons):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self.start_button)

    def _button(self, name: str, icon: str, label: Source, does: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setIcon(icons.icon(icon))
        say(button, "setText", label)
        button.clicked.connect(lambda: does())
        return button
