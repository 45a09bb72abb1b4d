"""A panel before anything was dropped on it: a dashed frame, large words, ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gendesk.ui import icons, theme
from gendesk.ui.words import Source, say


class Invitation(QWidget):
    """The frame; it lights up while something is held over the window that it would take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False

    def set_over(self, over: bool) -> None:
        """Show whether what is held over the window would be taken."""
        if over != self._over:
            self._over = over
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent_text" if self._over else "line"), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_soft" if self._over else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)


def centred(text: Source, size: int, weight: int = 400, tone: str = "") -> QLabel:
    """Words in the middle of it."""
    label = QLabel()
    label.setFont(theme.font(size, weight))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    say(label, "setText", text)
    return label


def inviting(
    name: str, icon: str, label: Source, asked: SignalInstance, first: bool = False
) -> QPushButton:
    """A large button for one way to begin; the `first` is the one that is proposed."""
    button = QPushButton()
    button.setObjectName(name)
    button.setIcon(icons.icon(icon, "on_accent" if first else "text"))
    button.setProperty("role", "primary" if first else "")
    button.setProperty("large", True)
    say(button, "setText", label)
    button.clicked.connect(lambda: asked.emit())
    return button
