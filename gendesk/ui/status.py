"""The status line: the device, the memory, and each running job with its progress."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from gendesk.core.events import Event, Paused, Progress, Resumed, Stage
from gendesk.jobs import Job
from gendesk.ui import amounts, theme
from gendesk.ui.pace import Pace
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Emblem, Line
from gendesk.ui.words import say, show, tr, unsay


class StatusLine(QStatusBar):
    """Always at the bottom of the window; a click on a job leads to where it is shown.

    A job without a title is a panel's own affair, and not announced here.
    """

    clicked = Signal(Job)

    memory_interval_ms = 2000
    shown_after_s = 0.4  # what is over sooner is not announced
    HEIGHT = 28  # with jobs or without: nothing above moves when one comes or goes

    def __init__(self, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.setFixedHeight(self.HEIGHT)
        self._device, self._memory = QLabel(), Line(tone="muted")  # jobs may need its room
        self._device.setContentsMargins(0, 0, 14, 0)
        for name, icon, label, stretch in (
            ("status_device", "chip", self._device, 0),
            ("status_memory", "memory", self._memory, 1),
        ):
            label.setObjectName(name)
            self.addWidget(Emblem(icon, 16))
            self.addWidget(label, stretch)
        say(self._device, "setAccessibleName", "Device")
        say(self._memory, "setAccessibleName", "Memory in use")
        say(self._device, "setText", "Getting ready…")
        self._began: dict[Job, float] = {}
        self._told: dict[Job, Sequence[Event]] = {}  # what jobs said that have no chip yet
        self._chips: dict[Job, _Chip] = {}
        pool.started.connect(self._on_started)
        pool.advanced.connect(self._on_advanced)
        pool.ended.connect(self._on_ended)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(100)
        self._later.timeout.connect(self._announce)
        self._timer = QTimer(self)
        self._timer.setInterval(self.memory_interval_ms)
        self._timer.timeout.connect(self.measure_memory)
        self._timer.start()

    def set_device(self, device: str, threads: int = 0) -> None:
        """Say what the arithmetic runs on, and on how many threads where it has some."""
        if threads:
            say(self._device, "setText", "{device} · %n threads", threads, device=device)
        else:
            unsay(self._device, "setText")
            self._device.setText(device)

    def measure_memory(self) -> None:
        """Say how much memory gendesk has, and how much of the machine's is taken."""
        import psutil  # takes 40 ms, and nobody looks at memory before the first paint

        own, machine = psutil.Process().memory_info().rss, psutil.virtual_memory()
        say(
            self._memory, "set_text", "gendesk {own} · {used} of {all} in use",
            own=lambda: amounts.size(own),
            used=lambda: amounts.size(machine.total - machine.available),
            all=lambda: amounts.size(machine.total),
        )  # fmt: skip

    def _on_started(self, job: Job) -> None:
        if job.title:
            self._began[job] = time.monotonic()

    def _on_advanced(self, job: Job, events: Sequence[Event]) -> None:
        told = [e for e in events if isinstance(e, Progress | Stage | Paused | Resumed)]
        if not told or job not in self._began:
            return
        if job in self._chips:
            self._chips[job].tell(told)
        else:
            self._told[job] = told
            self._announce()

    def _announce(self) -> None:
        """Give a chip to each job that has run long enough, and come back for the others."""
        for job, told in tuple(self._told.items()):
            if time.monotonic() - self._began[job] >= self.shown_after_s:
                del self._told[job]
                chip = self._chips[job] = _Chip(job)
                chip.clicked.connect(partial(self.clicked.emit, job))
                self.addPermanentWidget(chip)
                chip.tell(told)
        if self._told and not self._later.isActive():
            self._later.start()

    def _on_ended(self, job: Job) -> None:
        self._began.pop(job, None)
        self._told.pop(job, None)
        if chip := self._chips.pop(job, None):
            self.removeWidget(chip)
            chip.deleteLater()


class _Chip(QPushButton):
    """One job: what it does, how far it is, how long it will take."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.setObjectName("status_job")
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._job = job
        self._pace = Pace()
        self._counted = False  # it has begun to count steps: other stages are beside the point
        self._title, self._bar, self._left = QLabel(job.title), QProgressBar(), QLabel()
        self._left.setFont(theme.font(13, figures=True))
        self._bar.setFixedWidth(130)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for part in (self._title, self._bar, self._left):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.setAccessibleName(job.title)
        say(self, "setToolTip", "Go to this work")

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def tell(self, events: Sequence[Event]) -> None:
        """Take over the newest of what the job said."""
        event = events[-1]
        if isinstance(event, Paused):
            self._pace.pause()
            say(self._left, "setText", "paused")
        elif isinstance(event, Progress):
            if not self._counted:
                self._counted = True
                self._pace = Pace()
                unsay(self._title, "setText")
                self._title.setText(self._job.title)
            self._advance(event.step, event.total)
        elif isinstance(event, Stage) and not self._counted:
            show(self._title, "setText", event.sentence)
            self._advance(event.done, event.total)

    def _advance(self, done: int, total: int) -> None:
        self._pace.add(done, total, time.monotonic())
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(round(1000 * self._pace.share))
            left = self._pace.seconds_left
            text = amounts.share(self._pace.share)
            if left is not None:
                text = tr("{share} · {time} left", share=text, time=amounts.clock(left))
            self._left.setText(text)
