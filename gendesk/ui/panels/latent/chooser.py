"""The chooser of what to walk in: models that make pictures, and runs, also while they train."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from gendesk.core.recipe import Recipe
from gendesk.ui import amounts
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import Source, say, tr, translated


class Entry(Protocol):
    """A model or a run, as `runs.trained.explorable` gives it."""

    @property
    def name(self) -> str: ...

    @property
    def family(self) -> str: ...

    @property
    def step(self) -> int: ...

    @property
    def model(self) -> bool: ...

    @property
    def training(self) -> bool: ...

    @property
    def folder(self) -> Path: ...


class Chooser(CalmCombo):
    """Models and runs under a heading each."""

    chosen = Signal(str)  # the name that a person chose

    def __init__(self, name: str, label: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        say(self, "setAccessibleName", label)
        self._entries: list[Entry] = []
        self.activated.connect(lambda: self.chosen.emit(str(self.currentData())))

    def offer(self, entries: Sequence[Entry]) -> None:
        """What can be chosen; the chosen one stays."""
        if list(entries) == self._entries or self.view().isVisible():
            return  # nothing is torn away below a hand that chooses
        before = self.name()
        self._entries = list(entries)
        self._fill()
        self.choose(before)

    def choose(self, name: str) -> None:
        """Show this one as chosen; emits nothing."""
        self.setCurrentIndex(self.findData(name))

    def name(self) -> str:
        """The chosen one; empty for none."""
        return str(self.currentData() or "")

    def entry(self, name: str) -> Entry | None:
        """The model or run with this name."""
        return next((each for each in self._entries if each.name == name), None)

    def entries(self) -> Sequence[Entry]:
        """All that can be chosen."""
        return self._entries

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._entries:
            before = self.name()
            self._fill()
            self.choose(before)

    def _fill(self) -> None:
        self.clear()
        items = self.model()
        assert isinstance(items, QStandardItemModel)
        for model, heading in ((True, tr("Models")), (False, tr("Runs"))):
            some = [each for each in self._entries if each.model is model]
            if not some:
                continue
            self.addItem(heading)
            items.item(self.count() - 1).setFlags(Qt.ItemFlag.NoItemFlags)
            for each in some:
                label = tr("{name} · training", name=each.name) if each.training else each.name
                self.addItem(label, each.name)
                steps = tr("{count} steps", count=amounts.count(each.step))
                about = f"{translated(title(each.family))} · {steps}"
                self.setItemData(self.count() - 1, about, Qt.ItemDataRole.ToolTipRole)


def title(family: str) -> str:
    """What a family is called, in English."""
    known = Recipe.known.get(family)
    return known.title if known is not None else family
