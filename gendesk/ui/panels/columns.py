"""Parts of a panel side by side, or below one another, with the room that is everywhere between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

ROOM = 12  # pixels between cards


class Columns(QSplitter):
    """Columns whose widths a person may change, down to what each needs."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setHandleWidth(ROOM)
        self.setChildrenCollapsible(False)
        self._widths: list[int] = []

    def add(self, part: QWidget, width: int, least: int, stretch: int = 0) -> None:
        """One more at the right.

        Args:
            part: the column.
            width: in a window of 1280 pixels.
            least: the narrowest that it may be.
            stretch: its share of what a wider window has more.
        """
        part.setMinimumWidth(least)
        self.addWidget(part)
        self.setStretchFactor(self.count() - 1, stretch)
        self._widths.append(width)
        self.setSizes(self._widths)


def stacked(*parts: tuple[QWidget, int], room: int = ROOM) -> QWidget:
    """Parts below one another, each with its share of the height that is left over."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(room)
    for part, stretch in parts:
        column.addWidget(part, stretch)
    return whole
