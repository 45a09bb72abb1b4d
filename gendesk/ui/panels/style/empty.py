"""The style panel before anything was dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gendesk.ui import icons, theme
from gendesk.ui.panels.style.shelf import Shelf
from gendesk.ui.widgets.cards import Emblem
from gendesk.ui.words import Source, say

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Offer

WIDTH = 600  # of what it says: lines of this length are easily read
SIDE = 76  # of a sample, in pixels


class Empty(QWidget):
    """Says what can be done here, and offers what to begin with."""

    content_asked = Signal()
    trial_asked = Signal()  # a sample content with a sample style
    earlier_asked = Signal()  # the paintings of earlier days
    content_chosen = Signal(object)  # Offer
    style_chosen = Signal(object)  # Offer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_empty")
        self._over = False  # something is held over it that can be dropped
        self.contents = Shelf("style_empty_content", 8, SIDE)
        self.contents.chosen.connect(self.content_chosen)
        self.styles = Shelf("style_empty_style", 8, SIDE)
        self.styles.chosen.connect(self.style_chosen)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Emblem("style", 52, "accent_text"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(_words("Drop a picture to repaint here", 24, 600))
        about = _words(
            "Then give it the style of another one, or of several. A sketch appears at once; "
            "the painting itself is made on this machine while you watch.",
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
        row.addWidget(_button("style_open", "image", "Open a picture…", self.content_asked))
        row.addWidget(_button("style_try", "eye", "Try it on a sample", self.trial_asked))
        row.addWidget(_button("style_past", "history", "Earlier paintings", self.earlier_asked))
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(18)
        column.addWidget(_words("Or take a photograph", 13, tone="muted"))
        column.addWidget(self.contents, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(_words("and a style", 13, tone="muted"))
        column.addWidget(self.styles, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def offer(self, contents: Sequence[Offer], styles: Sequence[Offer]) -> None:
        """The samples there are."""
        self.contents.offer(contents)
        self.styles.offer(styles)

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
    first = name == "style_open"
    button.setIcon(icons.icon(icon, "on_accent" if first else "text"))
    button.setProperty("role", "primary" if first else "")
    button.setProperty("large", True)
    say(button, "setText", label)
    button.clicked.connect(lambda: asked.emit())
    return button
