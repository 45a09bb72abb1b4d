"""A contact sheet: many pictures in rows, asked for as they come into sight, without an end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from gendesk.ui import icons, theme
from gendesk.ui.widgets import marks
from gendesk.ui.widgets.image import as_image
from gendesk.ui.words import Source, say

GAP, EDGE = 6, 3  # between cells, and around all of them: the frame of a chosen one needs room
ROUND = 4.0
_AHEAD = 4  # rows that an endless sheet has below what is seen
_KEPT = 4000  # pictures that are kept


class Contacts(QAbstractScrollArea):
    """Cells of one size from left to right; those that are seen are asked for.

    A click chooses a cell, a double click or space pins it; arrow keys walk.
    """

    wanted = Signal(object)  # list[int], the cells that are seen and have no picture yet
    chosen = Signal(int)
    pinned = Signal(int)

    def __init__(
        self, name: str, empty: Source, side: int = 76, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._least = side
        self._count: int | None = 0
        self._images: dict[int, QImage] = {}
        self._captions: Mapping[int, str] = {}
        self._marked: set[int] = set()
        self._chosen = -1
        self._asked: list[int] = []
        self._empty = ""
        self.verticalScrollBar().valueChanged.connect(self._measure)
        say(self, "set_empty_text", empty)

    # what is on it

    def set_empty_text(self, text: str) -> None:
        """What stands where there is no cell: ``say(sheet, "set_empty_text", ...)``."""
        self._empty = text
        self.viewport().update()

    def begin(self, count: int | None) -> None:
        """Begin anew with so many cells, or without an end where it is None."""
        self._count = count
        self._images.clear()
        self._captions, self._marked, self._chosen, self._asked = {}, set(), -1, []
        self.verticalScrollBar().setValue(0)
        self._measure()

    def count(self) -> int | None:
        """How many cells there are, None where there is no end."""
        return self._count

    def add(self, pictures: Mapping[int, NDArray[np.uint8]]) -> None:
        """Pictures (H, W, C) of cells."""
        self._asked = []
        for cell, picture in pictures.items():
            self._images.pop(cell, None)
            self._images[cell] = as_image(picture)
        while len(self._images) > _KEPT:
            del self._images[next(iter(self._images))]
        self.viewport().update()

    def set_captions(self, captions: Mapping[int, str]) -> None:
        """A few letters for the foot of cells."""
        self._captions = dict(captions)
        self.viewport().update()

    def mark(self, cells: set[int]) -> None:
        """Show these as pinned."""
        self._marked = set(cells)
        self.viewport().update()

    def marked(self) -> set[int]:
        """The pinned ones."""
        return self._marked

    def set_side(self, side: int) -> None:
        """Cells of another size; they are a little larger where that fills the rows."""
        self._least = side
        self._measure()

    def choose(self, cell: int) -> None:
        """Show this one as chosen (-1 for none), in sight; emits nothing."""
        self._chosen = cell
        if cell >= 0:
            top = EDGE + cell // self.columns() * self._pitch()
            bar = self.verticalScrollBar()
            if top < bar.value():
                bar.setValue(top - EDGE)
            elif top + self._pitch() > bar.value() + self.viewport().height():
                bar.setValue(top + self._pitch() - self.viewport().height())
        self.viewport().update()

    def chosen_cell(self) -> int:
        """The chosen cell, -1 for none."""
        return self._chosen

    def columns(self) -> int:
        """How many cells stand in a row."""
        return max(1, (self.viewport().width() - 2 * EDGE + GAP) // (self._least + GAP))

    def place(self, cell: int) -> QRectF:
        """Where in the viewport a cell lies."""
        row, column = divmod(cell, self.columns())
        y = EDGE + row * self._pitch() - self.verticalScrollBar().value()
        side = self._pitch() - GAP
        return QRectF(EDGE + column * self._pitch(), y, side, side)

    def cell_at(self, x: float, y: float) -> int:
        """The cell at a point of the viewport, -1 for none."""
        column, row = int((x - EDGE) // self._pitch()), int(self._row_at(y))
        cell = row * self.columns() + column
        inside = 0 <= column < self.columns() and 0 <= cell < self._shown_count()
        return cell if inside and self.place(cell).contains(x, y) else -1

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def _pitch(self) -> int:
        """From one cell to the next: rows are filled, unless there are few cells."""
        room = self.viewport().width() - 2 * EDGE + GAP
        return max(self._least + GAP, min(room // self.columns(), self._least * 3 // 2 + GAP))

    def _row_at(self, y: float) -> float:
        return (y + self.verticalScrollBar().value() - EDGE) // self._pitch()

    def _shown_count(self) -> int:
        if self._count is not None:
            return self._count
        bar = self.verticalScrollBar()
        seen = bar.value() + self.viewport().height()
        rows = seen // self._pitch() + 1 + _AHEAD
        return int(max(rows, self._chosen // self.columns() + 1 + _AHEAD) * self.columns())

    def _measure(self) -> None:
        rows = -(-self._shown_count() // self.columns())
        height = 2 * EDGE - GAP + rows * self._pitch()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._pitch() // 2)
        bar.setRange(0, max(0, height - self.viewport().height()))
        self.viewport().update()

    # what a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and cell >= 0:
            self._go(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # nobody else wants it

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and cell >= 0:
            self.pinned.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns(),
            Qt.Key.Key_Down: self.columns(),
        }.get(Qt.Key(event.key()))
        if by is not None:
            cell = 0 if self._chosen < 0 else self._chosen + by
            if cell >= 0 and (self._count is None or cell < self._count):
                self._go(cell)
        elif event.key() == Qt.Key.Key_Space and self._chosen >= 0:
            self.pinned.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def _go(self, cell: int) -> None:
        self.choose(cell)
        self._measure()
        self.chosen.emit(cell)

    # what is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._count == 0:
            marks.paint_empty(
                painter, self.viewport().rect(), icons.icon("grid", "faint"), self._empty
            )
            return
        first = max(0, int(self._row_at(event.rect().top()))) * self.columns()
        last = (int(self._row_at(event.rect().bottom())) + 1) * self.columns()
        cells = range(first, min(last, self._shown_count()))
        for cell in cells:
            self._paint_cell(painter, cell)
        self._ask(cells)

    def _paint_cell(self, painter: QPainter, cell: int) -> None:
        place = self.place(cell)
        clip = QPainterPath()
        clip.addRoundedRect(place, ROUND, ROUND)
        painter.fillPath(clip, theme.colour("backdrop"))
        if cell in self._images:
            painter.drawImage(place, self._images[cell])
        if caption := self._captions.get(cell):
            foot = QRectF(place.left(), place.bottom() - 18, place.width(), 18)
            painter.fillRect(foot, marks.GROUND)
            painter.setPen(marks.INK)
            painter.setFont(theme.font(12, figures=True))
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, caption)
        if cell in self._marked:
            spot = QRectF(place.right() - 21, place.top() + 4, 17, 17)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(spot)
            icons.icon("pin", "on_accent").paint(painter, spot.adjusted(3, 3, -3, -3).toRect())
        if cell == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent_text"), 2.5))
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), ROUND, ROUND)

    def _ask(self, cells: Sequence[int]) -> None:
        missing = [cell for cell in cells if cell not in self._images]
        if missing and missing != self._asked:
            self._asked = missing
            self.wanted.emit(missing)
