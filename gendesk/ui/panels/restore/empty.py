"""The restoring panel before anything was dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gendesk.ui import icons, theme
from gendesk.ui.widgets.cards import Emblem
from gendesk.ui.words import Source, say

WIDTH = 560  # of what it says: lines of this length are easily read


class Empty(QWidget):
    """Says what can be done here, and offers three ways to begin."""

    pictures_asked = Signal()
    folder_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore_empty")
        self._over = False  # something is held over it that can be dropped
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Emblem("restore", 52, "accent_text"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(_words("Drop pictures or folders here", 24, 600))
        about = _words(
            "Noise is taken out, or pictures are made larger, by models that run on this "
            "machine. You see the result at once; nothing is written until you say so.",
            15,
            tone="muted",
        )
        about.setMinimumWidth(WIDTH)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(about)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(_button("restore_open", "image", "Open pictures…", self.pictures_asked))
        row.addWidget(_button("restore_open_folder", "folder", "Open a folder…", self.folder_asked))
        row.addWidget(_button("restore_sample", "eye", "Try it on a sample", self.sample_asked))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

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


def _words(text: Source, size: int, weight: int = 400, tone: str = "") -> QLabel:
    label = QLabel()
    label.setFont(theme.font(size, weight))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    say(label, "setText", text)
    return label


def _button(name: str, icon: str, label: Source, asked: SignalInstance) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    first = name == "restore_open"
    button.setIcon(icons.icon(icon, "on_accent" if first else "text"))
    button.setProperty("role", "primary" if first else "")
    button.setProperty("large", True)
    say(button, "setText", label)
    button.clicked.connect(lambda: asked.emit())
    return button
