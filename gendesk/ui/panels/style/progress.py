"""Starts, pauses and stops the painting; before it says what it takes, meanwhile how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QWidget

from gendesk.core.events import Progress, Stage
from gendesk.core.sentence import Sentence
from gendesk.ui import amounts, icons
from gendesk.ui.pace import Pace
from gendesk.ui.widgets.cards import Card, Line
from gendesk.ui.words import Source, say, show, unsay

BUSY = ("running", "paused", "stopping")


class Estimate(Protocol):
    """What `ops.stylizing.estimate` finds."""

    @property
    def seconds(self) -> float: ...

    @property
    def bytes(self) -> int: ...

    @property
    def fits(self) -> bool: ...

    @property
    def size_that_fits(self) -> int: ...


class ProgressCard(Card):
    """One painting at a time."""

    start_asked = Signal()
    pause_asked = Signal()  # or to go on
    stop_asked = Signal()
    continue_asked = Signal()
    branch_asked = Signal()
    size_chosen = Signal(int)  # the one that fits

    def __init__(self, saving: QMenu, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("style_progress")
        self._pace = Pace()
        self._fitting = 0
        self._state = "idle"
        self._build(saving)
        self.offer(False)
        self.be("idle")

    @property
    def state(self) -> str:
        """ "idle", "running", "paused", "stopping", "finished", "stopped" or "failed"."""
        return self._state

    def offer(self, ready: bool) -> None:
        """Whether there is all that is needed to paint."""
        self.start_button.setEnabled(ready)
        if not ready:
            self.show_estimate(None)

    def show_estimate(self, estimate: Estimate | None, waiting: bool = False) -> None:
        """What painting would take; None where it is not known, or not yet."""
        self._fit.setVisible(estimate is not None and not estimate.fits)
        self._needs.setProperty("tone", "muted")
        if estimate is None:
            if waiting:
                say(self._needs, "setText", "Measuring how long it will take…")
            else:
                unsay(self._needs, "setText")
                self._needs.setText("")
        elif estimate.fits:
            say(
                self._needs, "setText", "About {time}, {memory} of memory",
                time=lambda: amounts.duration(estimate.seconds),
                memory=lambda: amounts.size(estimate.bytes),
            )  # fmt: skip
        else:
            self._fitting = estimate.size_that_fits
            self._needs.setProperty("tone", "warning")
            say(
                self._needs, "setText",
                "It would need {memory} of memory, more than there is. {size} pixels fit.",
                memory=lambda: amounts.size(estimate.bytes),
                size=lambda: amounts.count(self._fitting),
            )  # fmt: skip
            say(
                self._fit, "setText", "Paint {size} pixels",
                size=lambda: amounts.count(self._fitting),
            )  # fmt: skip
        self._needs.style().unpolish(self._needs)
        self._needs.style().polish(self._needs)
        self._refresh()

    def estimate_text(self) -> str:
        """What it says about time and memory."""
        return self._needs.text()

    def begin(self) -> None:
        """A painting begins."""
        self._pace = Pace()
        self._bar.setRange(0, 0)
        self._left.set_text("")
        self.tell(Sentence("Getting ready…"))
        self.be("running")

    def tell(self, sentence: Sentence) -> None:
        """What is being done, or came of it."""
        show(self._what, "setText", sentence)

    def text(self) -> str:
        """What it says is being done."""
        return self._what.text()

    def stage(self, stage: Stage) -> None:
        """What is done before the first step."""
        self.tell(stage.sentence)
        self._bar.setRange(0, stage.total)
        self._bar.setValue(stage.done)

    def advance(self, progress: Progress) -> None:
        """The newest step."""
        self.tell(
            Sentence(
                "Step {step} of {total}",
                {"step": amounts.count(progress.step), "total": amounts.count(progress.total)},
            )
        )
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.step)
        self._pace.add(progress.step, progress.total, time.monotonic())
        left = self._pace.seconds_left
        if left is not None and self._state == "running":
            say(self._left, "set_text", "about {time} left", time=amounts.duration(left))

    def be(self, state: str) -> None:
        """Show one of the states."""
        self._state = state
        if state == "paused":
            self._pace.pause()
            say(self._left, "set_text", "paused")
            say(self._pause, "setText", "Resume")
        else:
            say(self._pause, "setText", "Pause")
        if state == "stopping":
            say(self._left, "set_text", "stopping…")
        self._pause.setIcon(icons.icon("resume" if state == "paused" else "pause"))
        for button in (self._pause, self._stop):
            button.setEnabled(state != "stopping")
        self._what.setProperty("tone", "danger" if state == "failed" else "")
        self._what.style().unpolish(self._what)
        self._what.style().polish(self._what)
        self._refresh()

    def offer_branch(self, step: int | None) -> None:
        """From which moment another painting may go on, 0 for the sketch; None for none."""
        self._branch.setVisible(step is not None)
        if step:
            say(self._branch, "setText", "Branch from step {step}", step=amounts.count(step))
        elif step is not None:
            say(self._branch, "setText", "Paint from this sketch")

    def offer_saving(self, offered: bool) -> None:
        """Whether there is a picture to save."""
        self.save_button.setVisible(offered)

    def _refresh(self) -> None:
        busy = self._state in BUSY
        for part in (self._bar, self._left, self._pause, self._stop):
            part.setVisible(busy)
        self._what.setVisible(self._state != "idle")
        self.start_button.setVisible(not busy)
        self._needs.setVisible(not busy and bool(self._needs.text()))
        self._fit.setVisible(not busy and self._needs.property("tone") == "warning")
        self._continue.setVisible(self._state == "stopped")

    # how it is put together

    def _build(self, saving: QMenu) -> None:
        self._what, self._needs = QLabel(), QLabel()
        for name, label in (("style_what", self._what), ("style_needs", self._needs)):
            label.setObjectName(name)
            label.setWordWrap(True)
        self._left = Line(13, tone="muted")
        self._left.setObjectName("style_left")
        self._bar = QProgressBar()
        self._bar.setObjectName("style_bar")
        self._bar.setTextVisible(False)
        say(self._bar, "setAccessibleName", "Progress of the painting")
        self._pause = self._button("style_pause", "pause", "Pause", self.pause_asked.emit)
        self._stop = self._button("style_stop", "stop", "Stop", self.stop_asked.emit)
        self._continue = self._button(
            "style_continue", "resume", "Continue", self.continue_asked.emit
        )
        self._branch = self._button("style_branch", "branch", "Branch", self.branch_asked.emit)
        say(
            self._branch, "setToolTip",
            "Another painting goes on from the moment shown, with the settings as they are now",
        )  # fmt: skip
        self._branch.hide()
        self._fit = self._button(
            "style_fitting", "check", "Paint smaller", lambda: self.size_chosen.emit(self._fitting)
        )
        self.save_button = QPushButton()
        self.save_button.setObjectName("style_save")
        self.save_button.setIcon(icons.icon("save"))
        say(self.save_button, "setText", "Save")
        self.save_button.setMenu(saving)
        self.save_button.hide()
        self.start_button = self._button("style_start", "play", "Paint", self.start_asked.emit)
        self.start_button.setProperty("role", "primary")
        self.start_button.setProperty("large", True)
        self.start_button.setIcon(icons.icon("play", "on_accent"))
        steering, going_on = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (steering, (self._pause, self._stop)),
            (going_on, (self._continue, self.save_button)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button, 1)
        for part in (self._what, self._bar, self._left):
            self.body.addWidget(part)
        self.body.addLayout(steering)
        self.body.addWidget(self._branch)
        self.body.addLayout(going_on)
        self.body.addWidget(self._needs)
        self.body.addWidget(self._fit)
        self.body.addWidget(self.start_button)

    def _button(self, name: str, icon: str, label: Source, does: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setIcon(icons.icon(icon))
        say(button, "setText", label)
        button.clicked.connect(lambda: does())
        return button
