"""The strip of the lesson that is under way: what to look at, what happened, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.lessons.course import Course, State
from gendesk.ui import amounts, theme
from gendesk.ui.widgets.cards import Card, Emblem, Line, quiet_button
from gendesk.ui.widgets.knobs import written
from gendesk.ui.words import say, show, translated

_LINES = 2  # of text that there is always room for: the curves below do not move


class LessonStrip(Card):
    """Shows where a course stands; the button is there while somebody reads of what has happened."""

    went_on = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._emblem = Emblem("help", 20)
        self._title = QLabel()
        self._title.setFont(theme.font(14, 600))
        self._title.setObjectName(f"{name}_title")
        self._place = Line(13, tone="muted")
        self._text = QLabel()
        self._text.setObjectName(f"{name}_text")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._text.setMinimumHeight(_LINES * self._text.fontMetrics().lineSpacing())
        self._button = QPushButton()
        self._button.setObjectName(f"{name}_go_on")
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(self.went_on)
        self._close = quiet_button("close", f"{name}_leave", "Leave the lesson; the training stays")
        self._close.clicked.connect(self.left)
        self._build()
        self.hide()

    def tell(self, course: Course) -> None:
        """Say what is to be said now."""
        icon, tone = _LOOKS[course.state]
        self._emblem.set_icon(icon, tone)
        show(self._title, "setText", course.lesson.title)
        say(
            self._place,
            "set_text",
            "stage {number} of {count}",
            number=course.at + 1,
            count=len(course.lesson.stages),
        )
        said = course.sentence
        values = {name: _written(name, value) for name, value in said.values.items()}
        show(self._text, "setText", Sentence(said.text, values))
        show(self, "setAccessibleName", Sentence(said.text, values))
        self._show_button(course.state is not State.WATCHING)
        if course.settings:
            settings = settings_of(course.settings, course.recipe)
            show(self._button, "setText", Sentence("Set {settings}", {"settings": settings}))
        elif course.state is State.MISSED:
            say(self._button, "setText", "Begin again")
        elif course.last and len(course.lesson.parts) > 1:
            say(self._button, "setText", "Show both")
        elif course.last:
            say(self._button, "setText", "Finish")
        else:
            say(self._button, "setText", "Go on")

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def _show_button(self, there: bool) -> None:
        """Whoever uses the keys goes on with the button, and never lands on what ends the lesson."""
        focused = self._button.hasFocus() or self.hasFocus()
        if focused:
            self.setFocus()
        self._button.setVisible(there)
        if focused and there:
            self._button.setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._emblem)
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        inside = self.layout()
        assert inside is not None
        inside.setContentsMargins(16, 8, 8, 10)
        inside.setSpacing(0)


_LOOKS = {
    State.WATCHING: ("eye", "muted"),
    State.SEEN: ("info", "accent_text"),
    State.MISSED: ("warning", "warning"),
    State.OVER: ("check", "good"),
}


def settings_of(settings: Mapping[str, Any], recipe: Recipe) -> str:
    """ "Learning rate 0.0002, Discriminator's pace 1"."""
    knobs = recipe.knobs()
    return ", ".join(f"{translated(knobs[n].label)} {written(v)}" for n, v in settings.items())


def _written(name: str, value: float) -> str:
    return amounts.count(value) if name == "step" else amounts.figure(value)
