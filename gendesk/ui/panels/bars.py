"""A few counts as small upright bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gendesk.ui import amounts, theme

NARROWEST = 3.0  # pixels of a bar; more bars than fit are left out at the right
WIDEST = 72.0
WORDS = 18  # pixels below the bars


class Bars(QWidget):
    """One bar for each (label, count), the highest as high as the widget; a tip tells the count."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._counts: list[tuple[str, int]] = []

    def set_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show these."""
        self._counts = list(counts)
        self.setAccessibleDescription(", ".join(f"{label}: {n}" for label, n in counts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        highest = max((n for _, n in self._counts), default=0) or 1
        colour = theme.colour("accent_text")
        colour.setAlphaF(0.75)
        for label, n, place in self._places():
            height = max(2.0, (place.height() - WORDS) * n / highest)
            bar = QRectF(place.left(), place.bottom() - WORDS - height, place.width(), height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, min(3, bar.width() / 2), min(3, height / 2))
            words = QRectF(place.left() - 1, place.bottom() - WORDS, place.width() + 2, WORDS)
            if painter.fontMetrics().horizontalAdvance(label) <= words.width():
                painter.setPen(theme.colour("muted"))
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, label)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for label, n, place in self._places():
                if place.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), f"{label}: {amounts.count(n)}", self)
                    return True
            QToolTip.hideText()
        return super().event(event)

    def _places(self) -> list[tuple[str, int, QRectF]]:
        """Each label with its count and where its bar and its word stand."""
        gap = 3.0 if len(self._counts) <= 30 else 1.0
        fitting = min(len(self._counts), int(self.width() / (NARROWEST + gap)))
        if not fitting:
            return []
        wide = min(WIDEST, self.width() / fitting - gap)
        return [
            (label, n, QRectF(i * (wide + gap), 0, wide, self.height()))
            for i, (label, n) in enumerate(self._counts[:fitting])
        ]
