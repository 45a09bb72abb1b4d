"""The list of what was dropped on the restoring panel: pictures, and folders with their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from gendesk.ui import icons, theme
from gendesk.ui import restoring_work as work
from gendesk.ui.amounts import count
from gendesk.ui.widgets.cards import Card, Line
from gendesk.ui.words import say, shown, tr

DROPPED = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Dropped:
    """A picture, or a folder with the pictures in it and in its folders."""

    path: Path
    pictures: tuple[Path, ...]
    folder: bool


class Pictures(Card):
    """What will be restored; one of its pictures is looked at."""

    shown = Signal(object)  # the Path of the picture to look at, None where there is none
    changed = Signal()  # something came or went
    pictures_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Pictures", parent)
        self.setObjectName("restore_pictures")
        self._model = _Model()
        self._place = 0  # of the picture looked at, within what is chosen in the list
        self._add_tools()
        self.list = QListView()
        self.list.setObjectName("restore_list")
        say(self.list, "setAccessibleName", "Pictures to restore")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        self._total = Line(13, tone="muted")
        self._total.setObjectName("restore_total")
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._total)

    # what there is

    def entries(self) -> Sequence[Dropped]:
        """All that was dropped, in order."""
        return self._model.rows

    def paths(self) -> list[Path]:
        """The files and folders, as they were dropped."""
        return [each.path for each in self._model.rows]

    def total(self) -> int:
        """How many pictures there are."""
        return sum(len(each.pictures) for each in self._model.rows)

    def first(self) -> Path:
        """The first picture of all."""
        return self._model.rows[0].pictures[0]

    def add(self, dropped: Sequence[Dropped]) -> None:
        """More pictures; the first new one is looked at. What is there already stays where it is."""
        known = set(self.paths())
        new = [each for each in dropped if each.path not in known]
        first = len(self._model.rows)
        if new:
            self._model.fill([*self._model.rows, *new])
        elif dropped:
            first = self.paths().index(dropped[0].path)
        if dropped:
            self._choose(first, 0)
        self._refresh()

    def remove(self) -> None:
        """Take what is chosen off the list; the files stay where they are."""
        row = self.list.currentIndex().row()
        if row < 0:
            return
        rows = list(self._model.rows)
        del rows[row]
        self._model.fill(rows)
        self._choose(min(row, len(rows) - 1), 0)
        self._refresh()

    # which one is looked at

    def entry(self) -> Dropped | None:
        """What is chosen in the list."""
        chosen: Dropped | None = self.list.currentIndex().data(DROPPED)
        return chosen

    def current(self) -> Path | None:
        """The picture looked at."""
        chosen = self.entry()
        return chosen.pictures[self._place] if chosen is not None else None

    def position(self) -> int:
        """Its number among all pictures, from 1; 0 where there is none."""
        row = self.list.currentIndex().row()
        if row < 0:
            return 0
        before = sum(len(each.pictures) for each in self._model.rows[:row])
        return before + self._place + 1

    def step(self, by: int) -> None:
        """Look at the next picture (1) or the one before (-1), across all folders."""
        row = self.list.currentIndex().row()
        place = self._place + by
        if row < 0:
            return
        if place < 0:
            row -= 1
            place = len(self._model.rows[row].pictures) - 1
        elif place >= len(self._model.rows[row].pictures):
            row, place = row + 1, 0
        if 0 <= row < len(self._model.rows):
            self._choose(row, place)

    def _choose(self, row: int, place: int) -> None:
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        selection.blockSignals(False)
        self.list.scrollTo(index)
        self.list.viewport().update()
        self._place = place
        self.shown.emit(self.current())

    def _on_current(self) -> None:
        self._place = 0
        self.shown.emit(self.current())

    def _refresh(self) -> None:
        say(self._total, "set_text", "%n pictures in all", self.total())
        self._remove_button.setEnabled(bool(self._model.rows))
        self.changed.emit()

    def _add_tools(self) -> None:
        add = self.add_tool("plus", "restore_add", "Add pictures or a folder")
        menu = QMenu(add)
        menu.setObjectName("restore_add_menu")
        for icon, name, asked in (
            ("image", "restore_add_pictures", self.pictures_asked),
            ("folder", "restore_add_folder", self.folder_asked),
        ):
            action = menu.addAction(icons.icon(icon), "")
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, asked=asked: asked.emit())
        pictures, folder = menu.actions()
        say(pictures, "setText", "Add pictures…")
        say(folder, "setText", "Add a folder…")
        add.setMenu(menu)
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._remove_button = self.add_tool(
            "close", "restore_remove", "Take off the list; the file stays where it is"
        )
        self._remove_button.setIconSize(QSize(14, 14))
        self._remove_button.clicked.connect(self.remove)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Dropped] = []

    def fill(self, rows: Sequence[Dropped]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _name(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _described(row)
        return row if role == DROPPED else None


class _Delegate(QStyledItemDelegate):
    """An icon, the name, and for a folder the number of its pictures."""

    height = 36

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: Dropped = index.data(DROPPED)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, -1, -1), 8, 8)
        tone = "accent_text" if chosen else "muted"
        place = QRect(rect.left() + 8, rect.center().y() - 9, 18, 18)
        icons.icon("folder" if row.folder else "image", tone).paint(painter, place)
        words = rect.adjusted(34, 0, -8, 0)
        if row.folder:
            words = self._paint_count(painter, words, count(len(row.pictures)))
        painter.setFont(theme.font(14, 600 if chosen else 400))
        painter.setPen(theme.colour("text"))
        name = painter.fontMetrics().elidedText(
            _name(row), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_count(self, painter: QPainter, words: QRect, number: str) -> QRect:
        """Paint the number at the right; return the room left of it."""
        painter.setFont(theme.font(13, figures=True))
        painter.setPen(theme.colour("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        return words.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(number) - 8, 0)


def _described(dropped: Dropped) -> str:
    """For a screen reader: the name, and for a folder how many pictures it holds."""
    if not dropped.folder:
        return _name(dropped)
    return tr("{name}, %n pictures", len(dropped.pictures), name=_name(dropped))


def _name(dropped: Dropped) -> str:
    return shown(work.called(dropped.path))
