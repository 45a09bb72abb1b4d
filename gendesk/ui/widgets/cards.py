"""Cards, figures, notices and empty places: what panels are put together from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.sentence import Sentence
from gendesk.ui import icons, theme
from gendesk.ui.words import Source, say, show, unsay


class Card(QFrame):
    """A framed area: a title with room for tools at its right, and a body below."""

    def __init__(self, title: Source = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.font(16, 600))
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.header = QHBoxLayout()
        self.header.setSpacing(4)
        self.header.addWidget(self._title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 16)
        whole.setSpacing(10)
        whole.addLayout(self.header)
        whole.addLayout(self.body, 1)
        self._title.setVisible(bool(title))
        if title:
            say(self._title, "setText", title)

    def set_frameless(self) -> None:
        """Stand within another card."""
        whole = self.layout()
        assert whole is not None
        whole.setContentsMargins(0, 0, 0, 0)

    def set_title(self, text: str) -> None:
        """Another title, already in the person's language: ``say(card, "set_title", ...)``."""
        unsay(self._title, "setText")
        self._title.setText(text)
        self._title.show()

    def title(self) -> str:
        """What the title says now."""
        return self._title.text()

    def add_tool(self, icon: str, name: str, tip: Source) -> QToolButton:
        """A small icon button at the right of the title; `name` becomes its object name."""
        tool = quiet_button(icon, name, tip)
        self.header.addWidget(tool)
        return tool


def quiet_button(icon: str, name: str, tip: Source) -> QToolButton:
    """An icon without a frame; its tip is also its accessible name."""
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "quiet")
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    say(button, "setToolTip", tip)
    say(button, "setAccessibleName", tip)
    return button


class Stat(Card):
    """One figure: what it is, the figure in large, and a small note below."""

    NOTHING = "–"

    def __init__(self, label: Source, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._label = Line(13, tone="muted")
        self._value = Line(22, 600)
        self._note = Line(13, tone="muted")
        self.body.setSpacing(1)
        self.body.addWidget(self._label)
        self.body.addWidget(self._value)
        self.body.addWidget(self._note)
        inside = self.layout()
        assert inside is not None
        inside.setContentsMargins(16, 10, 16, 11)
        inside.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say(self._label, "set_text", label)
        self.set_value(self.NOTHING)

    def set_value(self, text: str) -> None:
        """The figure."""
        self._value.set_text(text)
        self.setAccessibleName(f"{self._label.text()}: {text}")

    def set_note(self, text: str) -> None:
        """The small line below it."""
        self._note.set_text(text)

    def value(self) -> str:
        """The figure shown now."""
        return self._value.text()

    def note(self) -> str:
        """The note shown now."""
        return self._note.text()


class Line(QWidget):
    """One line of text that never asks for more room: it ends in … where it does not fit.

    Digits are equally wide, and another text only repaints: nothing around it moves.
    """

    def __init__(self, size: int = 14, weight: int = 400, tone: str = "text") -> None:
        super().__init__()
        self._text = ""
        self._tone = tone
        self.setFont(theme.font(size, weight, figures=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self._offer_whole_text()
            self.update()

    def text(self) -> str:
        """The whole text, even where it is cut."""
        return self._text

    def set_tone(self, tone: str) -> None:
        """A colour of `theme.Theme`, such as "muted" or "danger"."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.fontMetrics().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_whole_text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.setPen(getattr(colours, self._tone) if self.isEnabled() else colours.faint)
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._cut()
        )

    def _cut(self) -> str:
        return self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())

    def _offer_whole_text(self) -> None:
        self.setToolTip(self._text if self._cut() != self._text else "")


Kind = Literal["info", "good", "warning", "error"]
_TONES = {"info": "accent_text", "good": "good", "warning": "warning", "error": "danger"}
_ICONS = {"info": "info", "good": "check", "warning": "warning", "error": "error"}


class Notice(QFrame):
    """A bar with one sentence, and at most one thing to do about it. It never blocks anything."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = Emblem("info", 20)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.setObjectName(f"{name}_action")
        self._action.clicked.connect(self._on_acted)
        self._then: Callable[[], None] | None = None
        self._close = quiet_button("close", f"{name}_close", "Close this notice")
        self._close.setIconSize(QSize(14, 14))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.kind: Kind = "info"
        self.hide()

    def tell(
        self,
        sentence: Sentence,
        kind: Kind = "info",
        action: Source | Sentence = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show one sentence; `action` labels a button that closes the bar and calls `then`."""
        self.kind = kind
        self._then = then
        show(self._text, "setText", sentence)
        show(self, "setAccessibleName", sentence)
        self._action.setVisible(bool(action))
        if isinstance(action, Sentence):
            show(self._action, "setText", action)
        elif action:
            say(self._action, "setText", action)
        self._icon.set_icon(_ICONS[kind], _TONES[kind])
        self.show()
        self.update()

    def text(self) -> str:
        """The sentence shown, empty where none is."""
        return self._text.text() if not self.isHidden() else ""

    def dismiss(self) -> None:
        """Take the bar away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _on_acted(self) -> None:
        then, self._then = self._then, None
        self.dismiss()
        if then is not None:
            then()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = theme.colour(_TONES[self.kind])
        ground = theme.mixed(tone, theme.colour("card"), 0.12)
        painter.setPen(theme.mixed(tone, theme.colour("card"), 0.45))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class EmptyState(QWidget):
    """Says in the middle of an empty place what will be there, and how to get it."""

    acted = Signal()

    def __init__(
        self,
        name: str,
        icon: str,
        sentence: Source,
        action: Source = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = Emblem(icon, 44, "faint")
        self._text = QLabel()
        self._text.setProperty("tone", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(420)
        self._text.setMinimumWidth(120)
        say(self._text, "setText", sentence)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        self.button = QPushButton()
        self.button.setObjectName(f"{name}_action")
        self.button.clicked.connect(self.acted)
        self.button.setVisible(bool(action))
        if action:
            say(self.button, "setText", action)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_sentence(self, text: str) -> None:
        """Another sentence: ``say(empty, "set_sentence", ...)``."""
        unsay(self._text, "setText")
        self._text.setText(text)


class Emblem(QWidget):
    """An icon to look at, in the colours of the theme."""

    def __init__(self, icon: str, size: int, tone: str = "muted") -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self.set_icon(icon, tone)

    def set_icon(self, icon: str, tone: str) -> None:
        """Another icon, in a colour of `theme.Theme`."""
        self._icon = icons.icon(icon, tone)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())
