"""The head of a run's page: its name and state, what is being done, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Stage
from gendesk.ui import icons, theme
from gendesk.ui.panels import statuses
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.words import Source, say, show


class RunBar(QWidget):
    """Offers what suits the state: steering while it trains here, going on once it has ended."""

    pause_asked = Signal()  # or to resume
    save_asked = Signal()
    stop_asked = Signal()
    continue_asked = Signal()
    branch_asked = Signal()
    try_asked = Signal()
    publish_asked = Signal()
    back_asked = Signal()

    def __init__(self, name: str, exports: QMenu, *, leads_back: bool) -> None:
        super().__init__()
        self._name = name
        self._title, self._facts = Line(18, 600), Line(13, tone="muted")
        self._title.setObjectName(f"{name}_title")
        self._status = QLabel()
        self._status.setObjectName(f"{name}_status")
        self._status.setFont(theme.font(13, 600))
        self._stage = Line(13, tone="muted")
        self._stage.setObjectName(f"{name}_stage")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        back = quiet_button("back", f"{name}_back", "Back to all runs")
        back.clicked.connect(self.back_asked)
        back.setVisible(leads_back)
        self._pause = self._button("pause", "pause", "Pause", self.pause_asked)
        save = self._button("save", "save", "Save now", self.save_asked)
        self._stop = self._button("stop", "stop", "Stop", self.stop_asked)
        self._here = (self._pause, save, self._stop)
        self._past = (
            self._button("continue", "resume", "Continue…", self.continue_asked),
            self._button("branch", "branch", "Branch…", self.branch_asked),
            self._button("try", "compare", "Try on…", self.try_asked),
            self._button("publish", "publish", "Publish…", self.publish_asked),
        )
        export = self._button("export", "export", "Export", None)
        export.setMenu(exports)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._status)
        below.addWidget(self._facts, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(back)
        row.addLayout(names, 1)
        row.addWidget(self._stage, 1)
        row.addWidget(self._bar)
        for button in (*self._here, *self._past, export):
            row.addWidget(button)

    def name_run(self, title: str, facts: str) -> None:
        """Which run it is, and a line about it."""
        self._title.set_text(title)
        self._facts.set_text(facts)

    def show_stage(self, stage: Stage | None) -> None:
        """What is done before the first step; None for nothing."""
        self._stage.setVisible(stage is not None)
        self._bar.setVisible(stage is not None)
        if stage is not None:
            show(self._stage, "set_text", stage.sentence)
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)

    def show_state(self, state: str) -> None:
        """One of "training", "paused", "slow", "watching", "stopping", or how a run has ended."""
        here = state in ("training", "paused", "slow", "stopping")
        for button in self._here:
            button.setVisible(here)
            button.setEnabled(state != "stopping")
        for button in self._past:
            button.setVisible(not here and state != "watching")
        show(self._status, "setText", statuses.sentence(state))
        self._status.setProperty("tone", statuses.tone(state))
        self._status.style().unpolish(self._status)
        self._status.style().polish(self._status)
        if state == "paused":
            say(self._pause, "setText", "Resume")
        else:
            say(self._pause, "setText", "Pause")
        self._pause.setIcon(icons.icon("resume" if state == "paused" else "pause"))

    def _button(
        self, what: str, icon: str, label: Source, signal: SignalInstance | None
    ) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{self._name}_{what}")
        button.setIcon(icons.icon(icon))
        say(button, "setText", label)
        if signal is not None:
            button.clicked.connect(lambda: signal.emit())
        return button
