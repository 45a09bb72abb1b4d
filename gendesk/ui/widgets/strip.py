"""A strip of small pictures in an order that a person chooses by dragging them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from gendesk.ui.widgets.image import as_image

SIDE = 72  # pixels of a picture
_KEY = Qt.ItemDataRole.UserRole


class Strip(QListWidget):
    """Pictures from left to right; each has a number that stays with it wherever it is moved to.

    Dragging or Ctrl with an arrow key moves one, Delete takes it away, a click chooses it.
    """

    chosen = Signal(int)  # the number of the one that was clicked, or walked to
    ordered = Signal(object)  # list[int], the numbers in their new order
    removed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setSpacing(3)
        self.setFixedHeight(SIDE + 30)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.model().rowsMoved.connect(self._on_moved)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_KEY)))

    def set_pictures(self, pictures: Sequence[tuple[int, NDArray[np.uint8] | None]]) -> None:
        """Show these, by their numbers; the chosen one stays so where it is still there."""
        before = self.chosen_number()
        self.blockSignals(True)
        self.clear()
        for number, picture in pictures:
            item = QListWidgetItem()
            item.setData(_KEY, number)
            item.setIcon(QIcon(_pixmap(picture)))
            item.setSizeHint(QSize(SIDE + 8, SIDE + 8))
            self.addItem(item)
            if number == before:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def numbers(self) -> list[int]:
        """The numbers in their order."""
        return [int(self.item(row).data(_KEY)) for row in range(self.count())]

    def chosen_number(self) -> int | None:
        """The number of the chosen one."""
        item = self.currentItem()
        return None if item is None else int(item.data(_KEY))

    def choose(self, number: int) -> None:
        """Show this one as chosen; emits nothing."""
        if number in self.numbers():
            self.setCurrentRow(self.numbers().index(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, row = self.chosen_number(), self.currentRow()
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if number is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(number)
        elif by is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if 0 <= row + by < self.count():
                # The row before which it goes, as it is counted while it still stands in its place.
                to = row + by + (by > 0)
                self.model().moveRow(QModelIndex(), row, QModelIndex(), to)
        elif by is not None:
            super().keyPressEvent(event)
            walked = self.chosen_number()
            if walked is not None and walked != number:
                self.chosen.emit(walked)
        else:
            super().keyPressEvent(event)

    def _on_moved(self) -> None:
        self.ordered.emit(self.numbers())


def _pixmap(picture: NDArray[np.uint8] | None) -> QPixmap:
    """The picture as large as the strip shows it."""
    if picture is None:
        made = QPixmap(SIDE, SIDE)
        made.fill(Qt.GlobalColor.transparent)
        return made
    scaled = as_image(picture).scaled(
        SIDE,
        SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return QPixmap.fromImage(scaled)
