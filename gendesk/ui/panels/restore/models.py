"""The chooser of models that restore: those that ship, one's own, and those of the community."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say


class Entry(Protocol):
    """A model in the list, as `ops.restorers.all_restorers` gives it."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def scale(self) -> int: ...

    @property
    def levels(self) -> tuple[float, float] | None: ...

    @property
    def origin(self) -> str: ...  # "shipped", "own" or "community"

    @property
    def folder(self) -> Path: ...


class Models(QWidget):
    """A list to choose from, and what the chosen one does."""

    chosen = Signal(str)  # the name that a person chose

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, Entry] = {}
        self._name = ""
        self.combo = CalmCombo()
        self.combo.setObjectName("restore_model")
        self.combo.setMinimumContentsLength(10)
        self.combo.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        say(self.combo, "setAccessibleName", "Model")
        self.combo.activated.connect(lambda: self._on_activated())
        self.about = QLabel()
        self.about.setObjectName("restore_model_about")
        self.about.setProperty("tone", "muted")
        self.about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.combo)
        column.addWidget(self.about)
        say(self.about, "setText", "Looking for models…")

    def offer(self, entries: Sequence[Entry]) -> None:
        """What can be chosen; the chosen one stays where it is still there."""
        self._entries = {each.name: each for each in entries}
        fill(self.combo, entries)
        if self._name not in self._entries:
            self._name = next(iter(self._entries), "")
        self.choose(self._name)

    def choose(self, name: str) -> None:
        """Show this one as chosen; emits nothing. A name that is not there is remembered."""
        self._name = name
        self.combo.setCurrentIndex(self.combo.findData(name) if name in self._entries else -1)
        if entry := self._entries.get(name):
            say(
                self.about, "setText", "{does} {origin}",
                does=_does(entry), origin=_ORIGINS[entry.origin],
            )  # fmt: skip
        elif not self._entries:
            say(self.about, "setText", "There is no model yet; train one, or add a model file.")

    def entries(self) -> Sequence[Entry]:
        """All that can be chosen."""
        return list(self._entries.values())

    def entry(self, name: str = "") -> Entry | None:
        """The model with this name, or the chosen one; None where there is none."""
        return self._entries.get(name or self._name)

    def _on_activated(self) -> None:
        self.choose(str(self.combo.currentData()))
        self.chosen.emit(self._name)


_ORIGINS = {
    "shipped": Sentence("Comes with gendesk."),
    "own": Sentence("Your own."),
    "community": Sentence("From the community."),
}

_HEADINGS = {
    "shipped": Sentence("Come with gendesk"),
    "own": Sentence("Your own"),
    "community": Sentence("From the community"),
}


def _does(entry: Entry) -> Sentence:
    if entry.scale > 1:
        return Sentence("Makes pictures {scale} times larger.", {"scale": entry.scale})
    if entry.levels is not None:
        return Sentence("Takes out noise up to σ {most}.", {"most": round(entry.levels[1])})
    return Sentence("Cleans pictures and keeps their size.")


def fill(combo: CalmCombo, entries: Sequence[Entry]) -> None:
    """Put models into a list, under a heading for each origin."""
    combo.clear()
    for origin, heading in _HEADINGS.items():
        some = [each for each in entries if each.origin == origin]
        if some:
            combo.head(heading)
        for each in some:
            combo.add(Sentence("{name}", {"name": each.name}), each.name, each.title)
