"""How pictures are restored: the model, its strength, the size wanted, blend and grain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ops.restoring.options import Options
from gendesk.ui.panels.restore.choices import WIDEST, Choices
from gendesk.ui.panels.restore.models import Entry, Models
from gendesk.ui.widgets.cards import Card
from gendesk.ui.widgets.dial import Dial, number
from gendesk.ui.widgets.knobs import CalmCombo, written
from gendesk.ui.widgets.switch import Switch
from gendesk.ui.words import Source, say

WIDTH = 4000  # of a result in pixels, where a width is wanted and none was said
WIDE = "width"  # the choice of a width instead of a scale
BETWEEN = (3.0, 2.0, 1.5)  # scales that are reached by enlarging and then reducing


class Settings(Card):
    """Shows only what the chosen model can be told."""

    changed = Signal()  # `choices()` are others now
    file_asked = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__("Model", parent)
        self.setObjectName("restore_settings")
        self._choices = choices
        self._measured: float | None = None  # the noise of the picture looked at
        self.models = Models()
        self.models.choose(choices.model)
        self.models.chosen.connect(lambda name: self._set(model=name))
        self.add_tool("plus", "restore_add_model", "Add a model file…").clicked.connect(
            self.file_asked
        )
        self._strength = Dial(
            "restore_strength", "Strength",
            "How much noise is taken out, as its standard deviation in 1/255.", float, 0, 100,
        )  # fmt: skip
        self._blend = Dial(
            "restore_blend", "Blend (%)",
            "How much of the result is mixed with the picture as it was.", int, 0, 100,
        )  # fmt: skip
        self._grain = Dial(
            "restore_grain", "Grain",
            "Fine grain put back over the result, so that it does not look like plastic.",
            float, 0, 20,
        )  # fmt: skip
        self._build()
        self._strength.turned.connect(lambda value: self._set(strength=value))
        self._blend.turned.connect(lambda value: self._set(blend=value / 100))
        self._grain.turned.connect(lambda value: self._set(grain=value))
        self._refresh()

    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    def set_choices(self, choices: Choices) -> None:
        """Show other choices; emits nothing."""
        self._choices = choices
        self.models.choose(choices.model)
        self._refresh()

    def offer(self, entries: Sequence[Entry]) -> None:
        """The models there are; where the chosen one is gone, another is chosen."""
        self.models.offer(entries)
        entry = self.models.entry()
        if entry is not None and entry.name != self._choices.model:
            self._choices = replace(self._choices, model=entry.name)
        self._refresh()

    def set_measured(self, noise: float | None) -> None:
        """The noise of the picture looked at, σ in 1/255, for where none is chosen."""
        self._measured = noise
        self._refresh()

    def strength(self) -> float:
        """The strength in use: what was chosen, or what was measured."""
        entry = self.models.entry()
        if entry is None or entry.levels is None:
            return 0.0
        return min(max(self.noise(), entry.levels[0]), entry.levels[1])

    def noise(self) -> float:
        """How much noise there is to take out, chosen or measured, whatever the model."""
        chosen = self._choices.strength
        return (self._measured or 0.0) if chosen is None else chosen

    def options(self, *, testing: bool = False) -> Options:
        """What the model is told for the picture looked at.

        Args:
            testing: the result must have the size that the model makes by itself.
        """
        entry, choices = self.models.entry(), self._choices
        scale, width = None, None
        if entry is not None and entry.scale > 1 and not testing:
            width = choices.width
            scale = choices.scale if (choices.scale or 0) < entry.scale and not width else None
        return Options(
            strength=self.strength(),
            scale=scale,
            width=width,
            blend=choices.blend,
            thorough=choices.thorough,
            grain=choices.grain,
            format=choices.format,
            quality=choices.quality,
            pattern=choices.pattern,
        )

    def order(self) -> Options:
        """What the model is told for all pictures, each with its own noise."""
        auto = self._choices.strength is None
        return replace(self.options(), strength=None if auto else self.strength())

    # what a person does

    def _set(self, **settings: Any) -> None:
        self._choices = replace(self._choices, **settings)
        self._refresh()
        self.changed.emit()

    def _on_auto(self, auto: bool) -> None:
        self._set(strength=None if auto else self.strength())

    def _on_target(self) -> None:
        kind = self._target.currentData()
        self._set(
            scale=kind if isinstance(kind, float) else None,
            width=(self._choices.width or WIDTH) if kind == WIDE else None,
        )

    def _on_width(self, value: Any) -> None:
        if isinstance(value, int):  # otherwise it is not a number yet
            self._set(width=value)

    # what is shown

    def _refresh(self) -> None:
        entry = self.models.entry()
        denoises = entry is not None and entry.levels is not None
        enlarges = entry is not None and entry.scale > 1
        self._strength.setVisible(denoises)
        self._sized.setVisible(enlarges)
        self._wide.setVisible(False)
        if entry is not None and entry.levels is not None:
            self._strength.set_high(entry.levels[1])
            self._strength.set_value(round(self.strength(), 1))
            self._auto.setChecked(self._choices.strength is None)
        if enlarges and entry is not None:
            self._offer_targets(entry.scale)
        self._blend.set_value(round(100 * self._choices.blend))
        self._grain.set_value(self._choices.grain)
        self._thorough.setChecked(self._choices.thorough)

    def _offer_targets(self, scale: int) -> None:
        self._target.clear()
        self._target.addItem(f"× {scale}", None)
        for smaller in BETWEEN:
            if smaller < scale:
                self._target.add(_times(smaller), smaller)
        self._target.add(Sentence("To a width"), WIDE)
        wanted = WIDE if self._choices.width else self._choices.scale
        self._target.setCurrentIndex(max(0, self._target.findData(wanted)))
        wide = self._target.currentData() == WIDE
        self._wide.setVisible(wide)
        if wide:
            self._width.set_value(self._choices.width)

    def _build(self) -> None:
        self._auto = QPushButton()
        self._auto.setObjectName("restore_auto")
        self._auto.setProperty("role", "segment")
        self._auto.setCheckable(True)
        self._auto.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(self._auto, "setText", "Auto")
        say(self._auto, "setToolTip", "Take out as much noise as each picture has")
        say(self._auto, "setAccessibleName", "As much noise as each picture has")
        self._auto.clicked.connect(self._on_auto)
        self._strength.line.insertWidget(1, self._auto)
        self._target = CalmCombo()
        self._target.setObjectName("restore_target")
        say(self._target, "setAccessibleName", "Size of the result")
        self._target.activated.connect(lambda: self._on_target())
        self._thorough = Switch()
        self._thorough.setObjectName("restore_thorough")
        say(self._thorough, "setAccessibleName", "Thorough")
        say(
            self._thorough,
            "setToolTip",
            "Looks at each picture from all eight sides: a little better, and eight times slower",
        )
        self._thorough.clicked.connect(lambda on: self._set(thorough=on))
        self._width = number("restore_width", "Width of the result in pixels", 16, WIDEST)
        self._width.set_value(WIDTH)
        self._width.edited.connect(self._on_width)
        self._sized, self._wide = _row("Size", self._target), _row("Width in pixels", self._width)
        for part in (
            self.models,
            self._strength,
            self._sized,
            self._wide,
            _row("Thorough", self._thorough),
            self._blend,
            self._grain,
        ):
            self.body.addWidget(part)


def _times(scale: float) -> Sentence:
    return Sentence("{name}", {"name": lambda: f"× {written(scale)}"})  # no word to translate


def _row(label: Source, part: QWidget) -> QWidget:
    """A label, and at the right what it names."""
    row, words = QWidget(), QLabel()
    say(words, "setText", label)
    words.setBuddy(part)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(words, 1)
    line.addWidget(part)
    return row
