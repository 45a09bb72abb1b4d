"""The window: the rail, the panels, the status line, what is dropped, and how one leaves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QMimeData, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job
from gendesk.ui.dialogs import ask
from gendesk.ui.panels.monitor import Monitor
from gendesk.ui.panels.panel import Panel, Stake
from gendesk.ui.pool import Pool
from gendesk.ui.preferences import Preferences
from gendesk.ui.shortcuts import Shortcuts
from gendesk.ui.state import State
from gendesk.ui.status import StatusLine
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from gendesk.ui.panels.latent.panel import Latent
    from gendesk.ui.panels.restore.panel import Restore
    from gendesk.ui.panels.style.panel import Style

Made = TypeVar("Made", bound=Panel)


class Window(QMainWindow):
    """Everything a person sees."""

    save_within_ms = 5000
    end_within_ms = 1000  # where nothing is to be saved

    def __init__(self, pool: Pool, state: State) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("gendesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        self._pool, self._state = pool, state
        self._leaving = self._may_close = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._close)
        self._rail, self._panels = Rail(), QStackedWidget()
        self.monitor = self._add(Monitor(pool, state))
        self._by_name: dict[str, Callable[[], Panel]] = {
            "monitor": lambda: self.monitor,
            "latent": lambda: self.latent,
            "restore": lambda: self.restore,
            "style": lambda: self.style_panel,
        }
        self.notice = Notice("window_notice")
        self.status = StatusLine(pool)
        self.status.clicked.connect(self._on_job_clicked)
        self._fill_rail()
        self._put_together()
        self._add_shortcuts()
        self.show_panel(state.panel)
        self.monitor.setup.sources.list.setFocus()
        if state.geometry:
            self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))

    # the panels, all but one made when they are first shown

    @cached_property
    def latent(self) -> Latent:
        """The panel that walks through models."""
        from gendesk.ui.panels.latent.panel import Latent

        panel = self._add(Latent(self._pool, self._state))
        panel.training_asked.connect(self._bringing(self.monitor.show_setup))
        panel.run_asked.connect(lambda run: self._bringing(lambda: self.monitor.open_run(run))())
        return panel

    @cached_property
    def restore(self) -> Restore:
        """The panel that restores pictures."""
        from gendesk.ui.panels.restore.panel import Restore

        return self._add(Restore(self._pool, self._state))

    @cached_property
    def style_panel(self) -> Style:
        """The panel that paints."""
        from gendesk.ui.panels.style.panel import Style

        return self._add(Style(self._pool, self._state))

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front: "monitor", "latent", "restore" or "style"."""
        name = name if name in self._by_name else "monitor"
        self._panels.setCurrentWidget(self._by_name[name]())
        self._rail.select(name)
        self._state.panel = name

    def complete_one(self) -> bool:
        """Make one of the pages that are not seen yet; false when there is none left to make."""
        return any(panel().complete_one() for panel in self._by_name.values())

    def open(self, path: Path) -> None:
        """A run folder, a recipe's file, a folder of pictures or a picture in it."""
        self.show_panel("monitor")
        try:
            self.monitor.open([path])
        except Trouble as trouble:
            self.notice.tell(trouble.sentence, "error")

    def set_ready(self, device: str, threads: int = 0) -> None:
        """The engine is warm and runs on `device`, with so many threads where it has some."""
        self.status.set_device(device, threads)
        self.monitor.set_ready()

    def _add(self, panel: Made) -> Made:
        self._panels.addWidget(panel)
        return panel

    def _made(self) -> list[Panel]:
        """The panels that have been made."""
        found = [self._panels.widget(place) for place in range(self._panels.count())]
        return [panel for panel in found if isinstance(panel, Panel)]

    def _front(self) -> Panel:
        """The panel in front."""
        panel = self._panels.currentWidget()
        assert isinstance(panel, Panel)
        return panel

    # how it is put together

    def _fill_rail(self) -> None:
        self._rail.add_panel("monitor", "train", "Train")
        self._rail.add_panel("latent", "latent", "Latent")
        self._rail.add_panel("restore", "restore", "Restore")
        self._rail.add_panel("style", "style", "Style")
        self._rail.selected.connect(self.show_panel)
        self.preferences = Preferences(self._rail, self._state)
        helping = self._rail.add_tool("help", "help", "Keyboard shortcuts")
        helping.clicked.connect(lambda: self.shortcuts.toggle_sheet())

    def _put_together(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.notice)
        column.addWidget(self._panels, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)

    def _add_shortcuts(self) -> None:
        monitor = self.monitor
        self.shortcuts = keys = Shortcuts(self)
        keys.note("Ctrl+1", "Train")
        keys.note("Ctrl+2", "Latent")
        keys.note("Ctrl+3", "Restore")
        keys.note("Ctrl+4", "Style")
        keys.add("Ctrl+N", "New training", self._bringing(monitor.show_setup))
        keys.add("Ctrl+L", "The running training", self._bringing(monitor.show_live))
        keys.add("Ctrl+H", "Past runs", self._bringing(monitor.show_history))
        keys.add(
            "Ctrl+O", "Choose pictures for the panel in front", lambda: self._front().ask_pictures()
        )
        keys.add(
            "Ctrl+Return",
            "Start training, restoring all, or painting",
            lambda: self._worker().start(),
        )
        keys.add("Ctrl+P", "Pause or resume", lambda: self._worker().pause())
        keys.add(
            "Ctrl+S",
            "Save a checkpoint, or the picture that is seen",
            lambda: self._front().save(),
        )
        keys.add("Ctrl+.", "Stop what runs", lambda: self._worker().stop())
        keys.note("Space", "Pin the latent picture")
        keys.note("R", "A random latent picture")
        keys.add("Alt+Left", "The picture before", lambda: self._front().step(-1))
        keys.add("Alt+Right", "The next picture", lambda: self._front().step(1))
        keys.add("Ctrl+D", "Light or dark", self.preferences.toggle_theme)
        keys.add("F1", "This sheet", keys.toggle_sheet)
        QShortcut(QKeySequence("?"), self).activated.connect(keys.toggle_sheet)
        keys.add("Ctrl+Q", "Leave", lambda: QTimer.singleShot(0, self.close))

    def _bringing(self, does: Callable[[], None]) -> Callable[[], None]:
        """`does`, with the training panel brought to the front first."""

        def both() -> None:
            self.show_panel("monitor")
            does()

        return both

    def _worker(self) -> Panel:
        """Whose work the keys mean: the panel's in front, or the training where that has none."""
        front = self._front()
        return front if front.works else self.monitor

    def _on_job_clicked(self, job: Job) -> None:
        for panel in self._made():
            if panel.shows(job):
                self.show_panel(panel.objectName().removeprefix("panel_"))

    # what is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()
            self._front().hold_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._front().hold_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event.mimeData())
        if not paths:
            return
        event.acceptProposedAction()
        self._front().hold_over(False)
        if self._front() is self.monitor:
            self.open(paths[0])
        else:
            self._front().open(paths, self.mapToGlobal(event.position().toPoint()))

    # how one leaves

    def leave(self) -> None:
        """Save whatever runs and close within five seconds, without asking."""
        if self._leaving:
            return
        self._leaving = True
        saving = any(stake.saves for stake in self._stakes())
        for panel in self._made():
            panel.keep()
        self._state.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._state.write()
        self._pool.cancel()
        if self._pool.idle:
            self._close()
            return
        self.notice.tell(Sentence("Saving, then closing…"))
        self._pool.emptied.connect(self._close)
        self._patience.start(self.save_within_ms if saving else self.end_within_ms)

    def _stakes(self) -> list[Stake]:
        """What leaving would cut short, a training first."""
        return [stake for panel in self._made() if (stake := panel.stake) is not None]

    def _close(self) -> None:
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)
        if self._may_close or self._leaving:
            return
        stakes = self._stakes()
        if stakes:
            stake = stakes[0]
            ask(self, "close", stake.what, stake.then, stake.leave, stake.stay, self.leave)
        else:
            QTimer.singleShot(0, self, self.leave)  # closing within closing would do nothing


def _dropped(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
