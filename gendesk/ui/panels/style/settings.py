"""How it is painted: what compares the pictures, a preset, and every knob."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.panels.style.features import Features
from gendesk.ui.panels.style.presets import CUSTOM, PRESETS, applied, recognised
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card, Notice
from gendesk.ui.widgets.form import KnobForm
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say


class Settings(Card):
    """Always a whole recipe; while it is being painted, only its live knobs can be turned."""

    changed = Signal(object)  # PaintingRecipe
    turned = Signal(str, object)  # a knob and its value, while it is being painted
    file_asked = Signal()  # weights from a file

    def __init__(self, recipe: PaintingRecipe, pool: Pool, notice: Notice) -> None:
        super().__init__("Settings")
        self.setObjectName("style_settings")
        self._running = False
        self.features = Features(pool, notice)
        self.features.chosen.connect(lambda name: self._set(features=name))
        self.add_tool("plus", "style_features_file", "Compare by weights from a file…").clicked.connect(
            self.file_asked
        )  # fmt: skip
        self._preset = CalmCombo()
        self._preset.setObjectName("style_preset")
        say(self._preset, "setAccessibleName", "Preset")
        self._preset.activated.connect(lambda: self._on_preset())
        self.form = KnobForm()
        self.form.changed.connect(self._on_changed)
        self._preset_row = self._make_preset_row()
        self.body.addWidget(self._preset_row)
        self.body.addWidget(self.features)
        self.body.addWidget(Scroll(self.form), 1)
        for name, (label, _) in PRESETS.items():
            self._preset.add(label, name)
        self.set_recipe(recipe)

    def recipe(self) -> PaintingRecipe:
        """As it stands."""
        recipe = self.form.recipe()
        assert isinstance(recipe, PaintingRecipe)
        return recipe

    def set_recipe(self, recipe: PaintingRecipe) -> None:
        """Show another recipe; emits nothing."""
        self.form.set_recipe(recipe)
        self.features.choose(recipe.features)
        self._show_preset()

    def set_running(self, running: bool) -> None:
        """While it is being painted, only the live knobs can be turned."""
        self._running = running
        self.form.set_running(running)
        self.features.setEnabled(not running)
        self._preset_row.setEnabled(not running)

    def choose_features(self, name: str) -> None:
        """Compare by these from now on."""
        self.features.choose(name)
        self._set(features=name)

    def _set(self, **settings: Any) -> None:
        self.set_recipe(self.recipe().changed(**settings))
        self.changed.emit(self.recipe())

    def _on_changed(self, name: str, value: Any) -> None:
        self._show_preset()
        if self._running:
            self.turned.emit(name, value)
        self.changed.emit(self.recipe())

    def _on_preset(self) -> None:
        preset = self._preset.currentData()
        if preset != CUSTOM:
            self.set_recipe(applied(self.recipe(), preset))
            self.changed.emit(self.recipe())

    def _show_preset(self) -> None:
        """The one that the knobs say; "Custom" is offered only where it is what they say."""
        preset, last = recognised(self.recipe()), self._preset.count() - 1
        if self._preset.itemData(last) == CUSTOM:
            self._preset.removeItem(last)
        if preset == CUSTOM:
            self._preset.add(Sentence("Custom"), CUSTOM)
        self._preset.setCurrentIndex(self._preset.findData(preset))

    def _make_preset_row(self) -> QWidget:
        row, words = QWidget(), QLabel()
        say(words, "setText", "Preset")
        words.setBuddy(self._preset)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        line.addWidget(self._preset)
        return row
