"""The window: the rail, the panels, the status line, and how one leaves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job
from gendesk.ui import theme
from gendesk.ui.panels.monitor import Monitor
from gendesk.ui.pool import Pool
from gendesk.ui.shortcuts import Shortcuts
from gendesk.ui.state import State
from gendesk.ui.status import StatusLine
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.rail import Rail
from gendesk.ui.words import languages, say, set_language, tr

if TYPE_CHECKING:
    from gendesk.ui.panels.latent.panel import Latent
    from gendesk.ui.panels.restore.panel import Restore
    from gendesk.ui.panels.style.panel import Style


class Window(QMainWindow):
    """Everything a person sees."""

    save_within_ms = 5000
    end_within_ms = 1000  # where nothing trains

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
        self.monitor = Monitor(pool, state)
        self.notice = Notice("window_notice")
        self._rail, self._panels = Rail(), QStackedWidget()
        self._add_panels()
        self._add_choices()
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
        self.status = StatusLine(pool)
        self.status.clicked.connect(self._on_job_clicked)
        self.setStatusBar(self.status)
        self._add_shortcuts()
        self.show_panel(state.panel)
        self.monitor.setup.sources.list.setFocus()
        if state.geometry:
            self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))

    @cached_property
    def latent(self) -> Latent:
        """The panel that walks through models, made when it is first shown."""
        from gendesk.ui.panels.latent.panel import Latent

        panel = Latent(self._pool, self._state)
        panel.training_asked.connect(self._bringing(self.monitor.show_setup))
        self._panels.addWidget(panel)
        return panel

    @cached_property
    def restore(self) -> Restore:
        """The panel that restores pictures, made when it is first shown."""
        from gendesk.ui.panels.restore.panel import Restore

        panel = Restore(self._pool, self._state)
        self._panels.addWidget(panel)
        return panel

    @cached_property
    def style_panel(self) -> Style:
        """The panel that paints, made when it is first shown."""
        from gendesk.ui.panels.style.panel import Style

        panel = Style(self._pool, self._state)
        self._panels.addWidget(panel)
        return panel

    # what is where

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front: "monitor", "latent", "restore" or "style"."""
        if name == "latent":
            self.latent  # noqa: B018  it is made now
        elif name == "restore":
            self.restore  # noqa: B018  it is made now
        elif name == "style":
            self.style_panel  # noqa: B018  it is made now
        panel = self._panels.findChild(QWidget, f"panel_{name}") or self.monitor
        name = panel.objectName().removeprefix("panel_")
        self._state.panel = name
        self._rail.select(name)
        self._panels.setCurrentWidget(panel)

    def set_theme(self, name: str) -> None:
        """ "system", "light" or "dark"."""
        self._state.theme = name
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name)  # type: ignore[arg-type]
        self._check(self._themes, name)

    def set_language(self, code: str) -> None:
        """ "system", or one of `words.languages()`."""
        self._state.language = code
        set_language(code)
        self._check(self._languages, code)

    def set_ready(self, device: str) -> None:
        """The engine is warm and runs on `device`, such as "CPU · 2 threads"."""
        self.status.set_device(device)
        self.monitor.set_ready()

    def complete_one(self) -> bool:
        """Make one of the pages that are not seen yet; false when there is none left to make."""
        panels = (
            lambda: self.monitor, lambda: self.latent, lambda: self.restore,
            lambda: self.style_panel,
        )  # fmt: skip
        return any(panel().complete_one() for panel in panels)

    def open(self, path: Path) -> None:
        """A run folder, a recipe's file, a folder of pictures or a picture in it."""
        self.show_panel("monitor")
        try:
            self.monitor.open(path)
        except Trouble as trouble:
            self.notice.tell(trouble.sentence, "error")

    def _add_panels(self) -> None:
        self._rail.add_panel("monitor", "train", "Train")
        self._rail.add_panel("latent", "latent", "Latent")
        self._rail.add_panel("restore", "restore", "Restore")
        self._rail.add_panel("style", "style", "Style")
        self._panels.addWidget(self.monitor)
        self._rail.selected.connect(self.show_panel)

    def _add_choices(self) -> None:
        """Language, theme and help at the foot of the rail."""
        speak = self._rail.add_tool("language", "language", "Language")
        self._languages = _menu(speak)
        paint = self._rail.add_tool("theme", "moon", "Light or dark")
        self._themes = _menu(paint)
        for menu, choose in ((self._languages, self.set_language), (self._themes, self.set_theme)):
            system = menu.addAction("")
            system.setData("system")
            say(system, "setText", "As the system")
            menu.triggered.connect(lambda action, choose=choose: choose(action.data()))
        for code, name in languages().items():
            self._languages.addAction(name).setData(code)
        light, dark = self._themes.addAction(""), self._themes.addAction("")
        light.setData("light")
        dark.setData("dark")
        say(light, "setText", "Light")
        say(dark, "setText", "Dark")
        for menu in (self._languages, self._themes):
            group = QActionGroup(menu)
            for action in menu.actions():
                action.setCheckable(True)
                group.addAction(action)
        self._check(self._languages, self._state.language)
        self._check(self._themes, self._state.theme)
        helping = self._rail.add_tool("help", "help", "Keyboard shortcuts")
        helping.clicked.connect(lambda: self.shortcuts.toggle_sheet())

    def _check(self, menu: QMenu, code: str) -> None:
        for action in menu.actions():
            action.setChecked(action.data() == code)

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
        keys.add("Ctrl+O", "Choose pictures for the panel in front", self._ask_pictures)
        keys.add("Ctrl+Return", "Start training, restoring all, or painting", self._start)
        keys.add("Ctrl+P", "Pause or resume", lambda: self._front().pause())
        keys.add("Ctrl+S", "Save a checkpoint, the painting, or the latent picture", self._save)
        keys.add("Ctrl+.", "Stop what runs", lambda: self._front().stop())
        keys.note("Space", "Pin the latent picture")
        keys.note("R", "A random latent picture")
        keys.add("Alt+Left", "The picture before", lambda: self._step(-1))
        keys.add("Alt+Right", "The next picture", lambda: self._step(1))
        keys.add("Ctrl+D", "Light or dark", self._on_theme_toggled)
        keys.add("F1", "This sheet", keys.toggle_sheet)
        QShortcut(QKeySequence("?"), self).activated.connect(keys.toggle_sheet)
        keys.add("Ctrl+Q", "Leave", lambda: QTimer.singleShot(0, self.close))

    def _bringing(self, does: Callable[[], None]) -> Callable[[], None]:
        """`does`, with the training panel brought to the front first."""

        def both() -> None:
            self.show_panel("monitor")
            does()

        return both

    def _in_front(self, name: str) -> bool:
        panel = self._panels.currentWidget()
        return panel is not None and panel.objectName() == f"panel_{name}"

    def _front(self) -> Monitor | Restore | Style:
        """The panel in front that has work of its own."""
        if self._in_front("restore"):
            return self.restore
        return self.style_panel if self._in_front("style") else self.monitor

    def _start(self) -> None:
        if self._front() is self.monitor:
            self.show_panel("monitor")
        self._front().start()

    def _save(self) -> None:
        if self._in_front("style"):
            self.style_panel.save()
        elif self._in_front("latent"):
            self.latent.save()
        else:
            self.monitor.save()

    def _step(self, by: int) -> None:
        if self._in_front("restore"):
            self.restore.step(by)

    def _ask_pictures(self) -> None:
        if self._in_front("latent"):
            self.latent.ask_file()
        elif self._in_front("restore"):
            self.restore.ask_pictures()
        elif self._in_front("style"):
            self.style_panel.ask_content()
        else:
            self._bringing(self.monitor.ask_folder)()

    def _on_theme_toggled(self) -> None:
        self.set_theme("light" if theme.current().name == "dark" else "dark")

    def _on_job_clicked(self, job: Job) -> None:
        if self.monitor.shows(job):
            self.show_panel("monitor")
        elif self._restoring and self.restore.shows(job):
            self.show_panel("restore")
        elif "style_panel" in self.__dict__ and self.style_panel.shows(job):
            self.show_panel("style")

    # what is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()
            self._hold_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hold_over(False)
        super().dragLeaveEvent(event)

    def _hold_over(self, held: bool) -> None:
        if self._in_front("restore"):
            self.restore.empty.set_over(held)
        elif self._in_front("style"):
            self.style_panel.empty.set_over(held)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event.mimeData())
        if not paths:
            return
        event.acceptProposedAction()
        self._hold_over(False)
        if self._in_front("latent"):
            self.latent.open(paths)
        elif self._in_front("restore"):
            self.restore.open(paths)
        elif self._in_front("style"):
            self.style_panel.open(paths, self.mapToGlobal(event.position().toPoint()))
        else:
            self.open(paths[0])

    # how one leaves

    @property
    def _restoring(self) -> bool:
        return "restore" in self.__dict__ and self.restore.restoring

    @property
    def _painting(self) -> bool:
        return "style_panel" in self.__dict__ and self.style_panel.painting

    @property
    def leaving(self) -> bool:
        """Whether the window saves and closes as soon as it can."""
        return self._leaving

    def leave(self) -> None:
        """Save whatever runs and close within five seconds, without asking."""
        if self._leaving:
            return
        self._leaving = True
        saving = self.monitor.training or self._painting
        if "latent" in self.__dict__:
            self.latent.keep()
        self._state.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._state.write()
        self._pool.cancel()
        if self._pool.idle:
            self._close()
            return
        self.notice.tell(Sentence("Saving, then closing…"))
        self._pool.emptied.connect(self._close)
        self._patience.start(self.save_within_ms if saving else self.end_within_ms)

    def _close(self) -> None:
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)
        if self._may_close or self._leaving:
            return
        if self.monitor.training:
            self._ask_before_leaving(
                tr("A training is running."),
                tr(
                    "Leaving saves it as it is now; it can be continued from Past runs at any time."
                ),
                tr("Save and leave"),
                tr("Keep training"),
            )
        elif self._restoring:
            self._ask_before_leaving(
                tr("Pictures are being restored."),
                tr("Those that are finished stay; restoring again goes on with the others."),
                tr("Leave"),
                tr("Keep restoring"),
            )
        elif self._painting:
            self._ask_before_leaving(
                tr("A picture is being painted."),
                tr("Leaving saves it as it is now; it can be continued at any time."),
                tr("Save and leave"),
                tr("Keep painting"),
            )
        else:
            QTimer.singleShot(0, self, self.leave)  # closing within closing would do nothing

    def _ask_before_leaving(self, what: str, then: str, go: str, keep: str) -> None:
        box = QMessageBox(self)
        box.setObjectName("close_dialog")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("gendesk")
        box.setText(what)
        box.setInformativeText(then)
        leave = box.addButton(go, QMessageBox.ButtonRole.AcceptRole)
        leave.setObjectName("close_leave")
        stay = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
        stay.setObjectName("close_stay")
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(self.leave)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _dropped(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _menu(button: QToolButton) -> QMenu:
    """A menu that opens as soon as the button is pressed."""
    menu = QMenu(button)
    menu.setObjectName(f"{button.objectName()}_menu")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return menu
