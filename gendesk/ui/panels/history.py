"""All runs: found, filtered, renamed, binned, opened, and laid over one another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Event, Failed, Finished
from gendesk.core.sentence import Trouble
from gendesk.jobs import Job
from gendesk.ui import icons, work
from gendesk.ui.dialogs import ask
from gendesk.ui.panels import runlist
from gendesk.ui.panels.overlay import Overlay
from gendesk.ui.panels.runlist import Filtered, RunList
from gendesk.ui.panels.written import show_folder
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card, EmptyState, Notice
from gendesk.ui.words import Source, say, tr

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


class History(QWidget):
    """The list of runs, and below it the curves of those that are ticked."""

    opened = Signal(object)  # Run
    new_asked = Signal()

    refresh_ms = 3000  # while it is seen: other processes train, too

    def __init__(self, name: str, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self._pool = pool
        self._thumbnails: dict[Path, NDArray[np.uint8]] = {}
        self._listing: Job | None = None
        self.notice = Notice(f"{name}_notice")
        self.runs = RunList()
        self._rows = Filtered(self.runs)
        self.table = self._make_table(name)
        self.overlay = Overlay(f"{name}_overlay", pool)
        self.overlay.hide()
        self._build(name)
        self.runs.ticked.connect(lambda: self.overlay.show_runs(self.runs.ticked_runs()))
        self.runs.renamed.connect(self._on_renamed)
        self._timer = QTimer(self)
        self._timer.setInterval(self.refresh_ms)
        self._timer.timeout.connect(self.refresh)

    @property
    def settled(self) -> bool:
        """Whether the list has been read."""
        return self._listing is None

    def refresh(self) -> None:
        """Look at the runs on disk again."""
        job = Job("runs", work.list_runs(self._thumbnails))
        self._listing = self._pool.latest(self, job, self._on_listed)

    def selected(self) -> Run | None:
        """The run in the current row."""
        run: Run | None = self.table.currentIndex().data(runlist.RUN)
        return run

    # what a person does

    def open_selected(self) -> None:
        """Open the run in the current row."""
        run = self.selected()
        if run is not None:
            self.opened.emit(run)

    def rename_selected(self) -> None:
        """Edit the name in its place."""
        index = self.table.currentIndex()
        if index.isValid():
            self.table.edit(index.siblingAtColumn(runlist.NAME))

    def ask_to_bin(self) -> None:
        """Move the run in the current row to the bin, after asking."""
        run = self.selected()
        if run is None:
            return
        ask(
            self, "bin", tr("Move {name} to the bin?", name=run.name),
            tr("Its curves, pictures and checkpoints go with it."),
            tr("Move to the bin"), tr("Keep it"), lambda: self._bin(run),
        )  # fmt: skip

    def _bin(self, run: Run) -> None:
        job = Job(tr("Moving {name} to the bin", name=run.name), work.to_bin(run))
        self._pool.start(job, self._on_binned)

    def _on_renamed(self, run: Run, name: str) -> None:
        try:
            run.rename(name)
        except Trouble as trouble:
            self.notice.tell(trouble.sentence, "error")
        self.refresh()

    def _on_binned(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")
        self.refresh()

    def _on_listed(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is self._listing and job.ended:
            self._listing = None
        if isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")
        elif isinstance(last, Finished):
            selected = self.selected()
            self.runs.fill(last.result)
            self._pages.setCurrentIndex(0 if last.result else 1)
            self._filter.setEnabled(bool(last.result))
            if selected is not None:
                row = self.runs.row_of(selected.folder)
                self.table.setCurrentIndex(
                    self._rows.mapFromSource(self.runs.index(max(row, 0), runlist.NAME))
                )
            self._on_current()

    def _on_current(self) -> None:
        for button in self._buttons:
            button.setEnabled(self.selected() is not None)

    def _on_menu(self, at: QPoint) -> None:
        run = self.selected()
        if run is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("eye"), tr("Open"), self.open_selected)
        menu.addAction(icons.icon("rename"), tr("Rename"), self.rename_selected)
        menu.addAction(icons.icon("folder"), tr("Show the folder"), lambda: show_folder(run.folder))
        menu.addAction(icons.icon("bin"), tr("Move to the bin…"), self.ask_to_bin)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # how it is put together

    def _make_table(self, name: str) -> QTreeView:
        table = QTreeView()
        table.setObjectName(f"{name}_runs")
        say(table, "setAccessibleName", "Past runs")
        table.setModel(self._rows)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSortingEnabled(True)
        table.sortByColumn(runlist.STARTED, Qt.SortOrder.DescendingOrder)
        table.setIconSize(QSize(48, 48))
        table.setAllColumnsShowFocus(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu)
        table.activated.connect(self._on_activated)
        table.selectionModel().currentChanged.connect(self._on_current)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.ask_to_bin)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(runlist.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (runlist.DATA, 190),
            (runlist.STEPS, 150),
            (runlist.LOSS, 120),
            (runlist.STATUS, 130),
            (runlist.STARTED, 150),
        ):
            header.resizeSection(column, width)
        return table

    def _on_activated(self, _: QModelIndex) -> None:
        self.open_selected()

    def _build(self, name: str) -> None:
        self._filter = QLineEdit()
        self._filter.setObjectName(f"{name}_filter")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(320)
        self._filter.addAction(
            icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        say(self._filter, "setPlaceholderText", "Filter by name, pictures, status…")
        say(self._filter, "setAccessibleName", "Filter")
        self._filter.textChanged.connect(self._rows.set_filter)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._filter, 1)
        tools.addStretch(1)
        self._buttons = [
            _button(f"{name}_open", "eye", "Open", self.open_selected),
            _button(f"{name}_rename", "rename", "Rename", self.rename_selected),
            _button(f"{name}_bin", "bin", "Move to the bin…", self.ask_to_bin),
        ]
        for button in self._buttons:
            tools.addWidget(button)
        empty = EmptyState(
            f"{name}_empty",
            "history",
            "Every training is kept here, with its curves and pictures from the first step on.",
            "Start one",
        )
        empty.acted.connect(self.new_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(empty)
        card = Card()
        card.body.addLayout(tools)
        card.body.addWidget(self._pages, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(12)
        split.setChildrenCollapsible(False)
        split.addWidget(card)
        split.addWidget(self.overlay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addWidget(split, 1)
        self._on_current()


def _button(name: str, icon: str, label: Source, slot: object) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setIcon(icons.icon(icon))
    say(button, "setText", label)
    button.clicked.connect(slot)
    return button
