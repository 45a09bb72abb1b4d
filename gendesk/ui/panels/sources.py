"""The list of pictures one can learn from: what ships, what was used before, any folder."""

from __future__ import annotations

from collections.abc import Sequence
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
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gendesk.core.sentence import Sentence
from gendesk.ui import icons, theme
from gendesk.ui.widgets.cards import Card
from gendesk.ui.words import say, shown

FOLDER = "folder:"
Entry = tuple[str, Sentence, Sentence]  # the source, its title, a line about it
_Index = QModelIndex | QPersistentModelIndex


class Sources(Card):
    """Chooses a source of pictures by its name, such as "digits" or "folder:/home/me/cats"."""

    chosen = Signal(str)
    folder_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("Pictures", parent)
        self.setObjectName(f"{name}_sources")
        self._model = _Model()
        self.list = QListView()
        self.list.setObjectName(f"{name}_source")
        say(self.list, "setAccessibleName", "Pictures to learn from")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.folder_button = QPushButton()
        self.folder_button.setObjectName(f"{name}_folder")
        self.folder_button.setIcon(icons.icon("folder"))
        say(self.folder_button, "setText", "Choose a folder…")
        self.folder_button.clicked.connect(self.folder_asked)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.folder_button)

    def offer(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """What can be chosen: what ships, and recent folders."""
        chosen = self.source()
        known = {source for source, _, _ in entries}
        folders = [
            (
                source,
                Sentence("{name}", {"name": Path(path).name}),
                Sentence("{path}", {"path": path}),
            )
            for source in recent
            if source not in known and (path := source.removeprefix(FOLDER))
        ]
        self._model.fill([*folders, *entries])
        self.show_source(chosen)

    def source(self) -> str:
        """What is chosen, empty where nothing is."""
        return str(self.list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def show_source(self, source: str) -> None:
        """Mark `source` as chosen, if it is in the list; emits nothing."""
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        row = self._model.row_of(source)
        self.list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        selection.blockSignals(False)
        self.list.viewport().update()

    def _on_current(self) -> None:
        if self.source():
            self.chosen.emit(self.source())


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Entry] = []

    def fill(self, rows: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, source: str) -> int:
        return next((i for i, row in enumerate(self._rows) if row[0] == source), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        source, title, sentence = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(sentence)
        return source if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    """An icon, the title, and below it two muted lines."""

    height = 74

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(160, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, -1, -1), 8, 8)
        source = str(index.data(Qt.ItemDataRole.UserRole))
        name = "folder" if source.startswith(FOLDER) else "data"
        tone = "accent_text" if chosen else "muted"
        icons.icon(name, tone).paint(painter, QRect(rect.left() + 10, rect.top() + 12, 22, 22))
        words = rect.adjusted(44, 8, -8, -6)
        painter.setFont(theme.font(14, 600 if chosen else 500))
        painter.setPen(theme.colour("text"))
        title = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        about = str(index.data(Qt.ItemDataRole.ToolTipRole))
        for number, line in enumerate(_two_lines(about, painter.fontMetrics(), words.width())):
            below = words.adjusted(0, 22 + 16 * number, 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignTop, line)
        painter.restore()


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The text broken between words, or before a slash, and cut at the end of the second line."""
    first = text
    while metrics.horizontalAdvance(first) > width:
        at = max(first.rfind(" "), first.rfind("/"))
        if at <= 0:
            return [metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)]
        first = first[:at]
    rest = text[len(first) :].strip()
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
