"""A switch: on or off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gendesk.ui import theme


class Switch(QAbstractButton):
    """A checkable button that looks like a switch; space or a click turns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(38, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, 3, 34, 18)
        on = self.isChecked()
        ground = ("accent" if on else "line") if self.isEnabled() else "line"
        edge = (
            "accent_text" if self.hasFocus() or self.underMouse() else ("accent" if on else "muted")
        )
        painter.setPen(QPen(theme.colour(edge if self.isEnabled() else "line"), 1.2))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(track, 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#ffffff") if self.isEnabled() else theme.colour("faint"))
        painter.drawEllipse(QRectF(20 if on else 5, 6, 12, 12).adjusted(0.5, 0, 0.5, 0))
