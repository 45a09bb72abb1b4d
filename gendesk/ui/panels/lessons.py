"""The page of the guided lessons: what there is to learn, and how long it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gendesk.lessons.catalogue import LESSONS
from gendesk.lessons.lesson import Lesson
from gendesk.ui import icons, theme
from gendesk.ui.panels.invitation import centred
from gendesk.ui.widgets.cards import Card, Emblem, Notice
from gendesk.ui.words import say, show

COLUMNS = 2
WIDTH = 860  # of both columns: what a lesson is about is easily read then


class Lessons(QWidget):
    """A card a lesson; a press begins it."""

    chosen = Signal(object)  # Lesson

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self.notice = Notice(f"{name}_notice")
        cards = QWidget()
        cards.setMaximumWidth(WIDTH)
        grid = QGridLayout(cards)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for place, lesson in enumerate(LESSONS):
            grid.addWidget(self._card(name, lesson), *divmod(place, COLUMNS))
            grid.setColumnStretch(place % COLUMNS, 1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(cards, 1000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addStretch(2)
        column.addWidget(centred("Trainings that break on purpose", 24, 600))
        column.addWidget(
            centred(
                "A small network learns small digits, and goes wrong. You are told where to look, wait "
                "until it happens, and cure it.",
                15,
                tone="muted",
            )
        )
        column.addSpacing(16)
        column.addLayout(middle)
        column.addStretch(3)

    def _card(self, name: str, lesson: Lesson) -> Card:
        card = Card()
        card.setObjectName(f"{name}_{lesson.name}")
        title, about, minutes = QLabel(), QLabel(), QLabel()
        title.setFont(theme.font(16, 600))
        show(title, "setText", lesson.title)
        about.setWordWrap(True)
        about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        about.setMinimumHeight(2 * about.fontMetrics().lineSpacing())
        show(about, "setText", lesson.about)
        minutes.setProperty("tone", "muted")
        say(minutes, "setText", "About %n minutes", lesson.minutes)
        begin = QPushButton()
        begin.setObjectName(f"{name}_{lesson.name}_begin")
        begin.setIcon(icons.icon("play"))
        say(begin, "setText", "Begin")
        show(begin, "setAccessibleName", lesson.title)
        begin.clicked.connect(lambda: self.chosen.emit(lesson))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Emblem(lesson.icon, 22, "accent_text"))
        head.addWidget(title, 1)
        foot.addWidget(minutes, 1)
        foot.addWidget(begin)
        card.body.addLayout(head)
        card.body.addWidget(about, 1)
        card.body.addLayout(foot)
        return card
