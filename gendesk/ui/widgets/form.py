"""One form for all settings: a row for each of their knobs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.sentence import Sentence, Trouble
from gendesk.core.settings import Knob, Settings
from gendesk.ui import icons
from gendesk.ui.widgets.axes import pointed
from gendesk.ui.widgets.cards import quiet_button
from gendesk.ui.widgets.knobs import Editor, Range, editor, written
from gendesk.ui.words import say, show, translated, unsay

ELSEWHERE = {"data", "features"}  # knobs that panels ask for in ways of their own
PACE_MS = 50  # between two signals while a slider is dragged


class KnobForm(QWidget):
    """Settings of a recipe.

    The recipe is always a valid one: what a person set and does not fit yet stays in its row,
    with one sentence that says why, until it fits.
    """

    changed = Signal(str, object)  # a knob of `recipe()` and its new value
    troubled = Signal(bool)  # whether something set does not fit

    def __init__(self, parent: QWidget | None = None, *, live_only: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self._live_only = live_only  # leave out what cannot be turned in mid-run
        self._recipe = Settings()
        self._defaults = Settings()
        self._told = Settings()  # what listeners know
        self._pending: dict[str, Any] = {}  # what was set and does not fit
        self._rows: dict[str, _Row] = {}
        self._running = False
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._tell)
        self._trouble = QLabel(self)  # stands in the row that it is about
        self._trouble.setObjectName("form_trouble")
        self._trouble.setProperty("tone", "danger")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._basic = _column()
        self._more = QToolButton()
        self._more.setObjectName("form_more")
        self._more.setProperty("role", "fold")
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setIconSize(QSize(14, 14))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say(self._more, "setText", "More settings")
        self._more.toggled.connect(self._on_more)
        self._rest = QWidget()
        self._rest_column = _column(self._rest)
        column = _column(self)
        column.addLayout(self._basic)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rest)
        self._on_more(False)

    def set_recipe(self, recipe: Settings, defaults: Settings | None = None) -> None:
        """Show a recipe; emits nothing.

        Args:
            recipe: what the rows show.
            defaults: what "reset" goes back to, the family's own defaults where not given.
        """
        same = type(recipe) is type(self._recipe) and self._rows
        self._recipe = self._told = recipe
        self._defaults = defaults or type(recipe)()
        self._pending.clear()
        if not same:
            self._build()
        for name, row in self._rows.items():
            row.show_value(getattr(recipe, name), getattr(self._defaults, name))
        self._complain(None)

    def recipe(self) -> Settings:
        """The settings as they stand, always valid together."""
        return self._recipe

    def trouble(self) -> str:
        """Why something that was set is not in the recipe; empty when all is well."""
        return self._trouble.text() if self._pending else ""

    def set_running(self, running: bool) -> None:
        """While it runs, only the knobs that it takes in mid-run can be turned."""
        self._running = running
        for row in self._rows.values():
            row.set_locked(running and not row.knob.live)

    def _build(self) -> None:
        self._trouble.setParent(self)
        self._trouble.hide()
        for row in self._rows.values():
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()
        for name, knob in self._recipe.knobs().items():
            if name in ELSEWHERE or (self._live_only and not knob.live):
                continue
            row = _Row(knob)
            row.editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
            row.editor.settled.connect(self._tell)
            row.reset.clicked.connect(lambda _, name=name: self._on_reset(name))
            (self._basic if knob.basic else self._rest_column).addWidget(row)
            self._rows[name] = row
        self._more.setVisible(any(not row.knob.basic for row in self._rows.values()))
        self.set_running(self._running)

    def _on_more(self, shown: bool) -> None:
        self._more.setIcon(icons.icon("chevron_down" if shown else "chevron", "muted"))
        self._rest.setVisible(shown)

    def _on_reset(self, name: str) -> None:
        value = getattr(self._defaults, name)
        self._rows[name].show_value(value, value)
        self._rows[name].editor.primary().setFocus()
        self._on_edited(name, value)
        self._tell()

    def _on_edited(self, name: str, value: Any) -> None:
        self._pending[name] = value
        try:
            self._recipe = self._recipe.changed(**self._pending)
        except Trouble as trouble:
            self._rows[name].hold(self._trouble)
            self._complain(_in_words(trouble.sentence, self._recipe.knobs()))
            return
        self._pending.clear()
        self._complain(None)
        self._rows[name].offer_reset(value != getattr(self._defaults, name))
        if not self._pace.isActive():
            self._tell()

    def _tell(self) -> None:
        """Say what changed since the last time, at the pace that listeners can follow."""
        before, self._told = self._told, self._recipe
        for name in self._rows:
            value = getattr(self._recipe, name)
            if value != getattr(before, name):
                self._pace.start()
                self.changed.emit(name, value)

    def _complain(self, sentence: Sentence | None) -> None:
        had = not self._trouble.isHidden()
        if sentence is None:
            unsay(self._trouble, "setText")
            self._trouble.hide()
        else:
            show(self._trouble, "setText", sentence)
            self._trouble.show()
        if had != (sentence is not None):
            self.troubled.emit(not had)


class _Row(QWidget):
    """A label, a way back to the default, and what turns the knob."""

    def __init__(self, knob: Knob) -> None:
        super().__init__()
        self.knob = knob
        self.editor: Editor = editor(knob)
        self._label = QLabel()
        self._label.setBuddy(self.editor.primary())
        self._label.setWordWrap(True)
        self.reset = quiet_button("reset", f"form_{knob.name}_reset", "Back to the default")
        self.reset.setIcon(icons.icon("reset", "muted"))
        self.reset.setIconSize(QSize(14, 14))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it appears
        self.reset.setSizePolicy(policy)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._label, 1)
        line.addWidget(self.reset)
        line.addWidget(self.editor)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(line)
        if isinstance(self.editor, Range):
            whole.addWidget(self.editor.slider)
        show(self._label, "setText", knob.label)
        show(self, "name", knob.label)
        self.set_locked(False)

    def name(self, label: str) -> None:
        """Tell screen readers what is turned here."""
        self.editor.name(label)

    def show_value(self, value: Any, default: Any) -> None:
        """Show a value, and the way back where it is not the default."""
        self.editor.set_value(value)
        self.offer_reset(value != default)

    def offer_reset(self, offered: bool) -> None:
        """Show or hide the way back to the default."""
        self.reset.setVisible(offered and self._label.isEnabled())

    def hold(self, remark: QWidget) -> None:
        """Make room for a remark below everything else."""
        self._whole.addWidget(remark)

    def set_locked(self, locked: bool) -> None:
        """Take the knob out of reach, and say why."""
        parts = [self._label, self.editor, self.reset]
        if isinstance(self.editor, Range):
            parts.append(self.editor.slider)
        for part in parts:
            part.setEnabled(not locked)
        if locked:
            say(self, "setToolTip", "This is fixed while it runs.")
        elif self.knob.help:
            show(self, "setToolTip", self.knob.help)


def _in_words(sentence: Sentence, knobs: dict[str, Knob]) -> Sentence:
    """The sentence with the knob's label where it has its name, and numbers as one writes them."""
    values = sentence.values
    name = values.get("name")
    if name not in knobs:
        return sentence
    said: dict[str, Any] = {"name": lambda: translated(knobs[name].label)}
    if "low" in values:
        said["low"] = lambda: pointed(values["low"])
        said["high"] = lambda: pointed(values["high"])
        said["value"] = lambda: written(values["value"])
    return Sentence(sentence.text, values | said)


def _column(widget: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout() if widget is None else QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column
