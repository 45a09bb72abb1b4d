"""A place that scrolls up and down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from gendesk.ui.widgets.cards import Card

WIDTH = 10  # of the bar, in pixels; see style.qss
GAP = 3  # before a bar in the padding of a card


class Scroll(QScrollArea):
    """Shows a widget at full width, and scrolls where it is higher than the room.

    Within a card the bar stands in the card's padding, so that what is inside lines up with what
    stands above and below. Elsewhere the bar takes room, where there is one.
    """

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(inside)
        self._column.addStretch(1)
        self._outside: QScrollBar | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)
        self.verticalScrollBar().rangeChanged.connect(lambda: self._on_range())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        card = self.parentWidget()
        arrived = event.type() == QEvent.Type.ParentChange and self._outside is None
        if arrived and isinstance(card, Card):
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            own, self._outside = self.verticalScrollBar(), QScrollBar(card)
            own.valueChanged.connect(self._outside.setValue)
            self._outside.valueChanged.connect(own.setValue)
            self._on_range()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_range()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._on_range()

    def _on_range(self) -> None:
        own, bar = self.verticalScrollBar(), self._outside
        scrolls = own.maximum() > 0
        if bar is None:
            self._column.setContentsMargins(0, 0, WIDTH if scrolls else 0, 0)
            return
        bar.setRange(0, own.maximum())
        bar.setPageStep(own.pageStep())
        bar.setSingleStep(own.singleStep())
        bar.setVisible(scrolls and not self.isHidden())

    def _place_bar(self) -> None:
        if self._outside is not None:
            place = self.geometry()
            self._outside.setGeometry(place.right() + 1 + GAP, place.y(), WIDTH, place.height())
