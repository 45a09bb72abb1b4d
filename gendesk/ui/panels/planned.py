"""A panel that is not built yet: it says what it will do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets.cards import Emblem
from gendesk.ui.words import Source, say


class Planned(QWidget):
    """An honest empty place: a title, one sentence, and what will be possible here."""

    def __init__(
        self,
        name: str,
        icon: str,
        title: Source,
        sentence: Source,
        promises: list[tuple[str, Source]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel_{name}")
        middle = QWidget()
        middle.setMaximumWidth(620)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addWidget(Emblem(icon, 56, "accent_text"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_label(title, 26, 600))
        column.addWidget(_label(sentence, 15, tone="muted"))
        column.addSpacing(10)
        for promise_icon, promise in promises:
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Emblem(promise_icon, 20, "muted"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_label(promise, 14), 1)
            column.addLayout(row)
        column.addSpacing(10)
        soon = _label("Not built yet: it comes with a later version.", 13, tone="muted")
        soon.setObjectName(f"{name}_soon")
        column.addWidget(soon)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(middle, 8, Qt.AlignmentFlag.AlignVCenter)
        whole.addStretch(1)


def all_planned() -> list[Planned]:
    """The panels of the rail that are not built yet."""
    return [_latent()]


def _latent() -> Planned:
    return Planned(
        "latent",
        "latent",
        "Walk through what it has learnt",
        "Every trained model keeps a small space of its own, in which like pictures lie close.",
        [
            ("eye", "See all your pictures as a map, and decode any point of it by pointing."),
            ("compare", "Melt one picture into another, or turn one of its properties alone."),
            ("film", "Record a walk as a film."),
        ],
    )


def _label(text: Source, size: int, weight: int = 400, tone: str = "") -> QLabel:
    label = QLabel()
    label.setFont(theme.font(size, weight))
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    say(label, "setText", text)
    return label
