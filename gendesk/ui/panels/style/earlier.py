"""The paintings of earlier days: opened again, found on disk, or moved to the bin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.jobs import Job
from gendesk.ui import icons
from gendesk.ui import stylizing_past as kept
from gendesk.ui.dialogs import ask
from gendesk.ui.panels import statuses
from gendesk.ui.panels.written import show_folder
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import EmptyState, Notice
from gendesk.ui.widgets.image import as_icon
from gendesk.ui.words import language, say, shown, tr

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Past

SIDE = 132  # of a picture in the list
CELL = QSize(156, 196)
PAST = Qt.ItemDataRole.UserRole


class Earlier(QWidget):
    """Every painting that is kept, the newest first."""

    recalled = Signal(object)  # Recalled: a painting was opened

    def __init__(self, pool: Pool, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_earlier")
        self._pool, self._notice = pool, notice
        self._listing: Job | None = None
        self._opening: Job | None = None
        self.list = self._make_list()
        empty = EmptyState(
            "style_earlier_empty", "history",
            "Every painting is kept here, with its settings and every moment of it.",
        )  # fmt: skip
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    @property
    def settled(self) -> bool:
        """Whether the list has been read, and what was chosen in it."""
        return self._listing is None and self._opening is None

    def refresh(self) -> None:
        """Look at what is on disk again."""
        self._listing = self._pool.latest(self, Job("", kept.past), self._on_listed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def selected(self) -> Past | None:
        """The painting that is chosen in the list."""
        item = self.list.currentItem()
        past: Past | None = None if item is None else item.data(PAST)
        return past

    # what a person does

    def open_selected(self) -> None:
        """Show the painting that is chosen."""
        past = self.selected()
        if past is not None:
            job = Job(tr("Opening {name}", name=_name(past)), kept.recall(past.folder))
            self._opening = self._pool.start(job, self._on_recalled)

    def ask_to_bin(self) -> None:
        """Move the painting that is chosen to the bin, after asking."""
        past = self.selected()
        if past is None:
            return
        ask(
            self, "style_bin", tr("Move {name} to the bin?", name=_name(past)),
            tr("Its settings and all its moments go with it."),
            tr("Move to the bin"), tr("Keep it"), lambda: self._bin(past.folder),
        )  # fmt: skip

    def _bin(self, folder: Path) -> None:
        job = Job(tr("Moving {name} to the bin", name=folder.name), kept.to_bin(folder))
        self._pool.start(job, self._on_binned)

    def _on_binned(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
        self.refresh()

    def _on_menu(self, at: QPoint) -> None:
        past = self.selected()
        if past is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("eye"), tr("Open"), self.open_selected)
        menu.addAction(
            icons.icon("folder"), tr("Show the folder"), lambda: show_folder(past.folder)
        )
        menu.addAction(icons.icon("bin"), tr("Move to the bin…"), self.ask_to_bin)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _on_recalled(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is not self._opening or not isinstance(last, Terminal):
            return
        self._opening = None
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
        elif isinstance(last, Finished):
            self.recalled.emit(last.result)

    # what is shown

    def _on_listed(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is self._listing and job.ended:
            self._listing = None
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
        elif isinstance(last, Finished):
            self._fill(last.result)

    def _fill(self, paintings: Sequence[Past]) -> None:
        chosen = self.selected()
        self.list.clear()
        for past in paintings:
            item = QListWidgetItem(_icon(past), "")
            item.setData(PAST, past)
            self._name_item(item)
            item.setSizeHint(CELL)
            self.list.addItem(item)
            if chosen is not None and past.folder == chosen.folder:
                self.list.setCurrentItem(item)
        self._pages.setCurrentIndex(0 if paintings else 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for place in range(self.list.count()):
                self._name_item(self.list.item(place))

    def _name_item(self, item: QListWidgetItem) -> None:
        past: Past = item.data(PAST)
        item.setText(_words(past))
        item.setToolTip(_name(past))

    def _make_list(self) -> QListWidget:
        found = QListWidget()
        found.setObjectName("style_earlier_list")
        say(found, "setAccessibleName", "Earlier paintings")
        found.setViewMode(QListWidget.ViewMode.IconMode)
        found.setResizeMode(QListWidget.ResizeMode.Adjust)
        found.setMovement(QListWidget.Movement.Static)
        found.setIconSize(QSize(SIDE, SIDE))
        found.setGridSize(CELL)
        found.setWordWrap(True)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        found.customContextMenuRequested.connect(self._on_menu)
        found.itemActivated.connect(lambda _: self.open_selected())
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), found)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.ask_to_bin)
        return found


def _name(past: Past) -> str:
    """What it shows, and in which styles."""
    return " · ".join(map(shown, past.labels))


def _words(past: Past) -> str:
    """What it shows, and when it was begun, or that it is not painted to its end."""
    if past.status in ("running", "paused"):
        return f"{_name(past)}\n{tr('Being painted')}"
    if past.status != "finished":
        return f"{_name(past)}\n{shown(statuses.sentence(past.status))}"
    when = QDateTime.fromSecsSinceEpoch(int(past.started))
    return f"{_name(past)}\n{QLocale(language()).toString(when, QLocale.FormatType.ShortFormat)}"


def _icon(past: Past) -> QIcon:
    """The middle of it."""
    if past.thumb is None:
        return icons.icon("style", "faint")
    side = min(past.thumb.shape[:2])
    top, left = ((length - side) // 2 for length in past.thumb.shape[:2])
    return as_icon(past.thumb[top : top + side, left : left + side])
