"""One number of a panel: an entry for the exact value, with a label and a slider or without."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gendesk.core.sentence import Trouble
from gendesk.core.settings import Knob
from gendesk.ui.widgets.knobs import Exact, Range
from gendesk.ui.words import Source, say


def number(name: str, label: Source, low: int, high: int) -> Exact:
    """An entry for a whole number without a slider, where none could be aimed."""
    entry = Exact(_knob(name, int, low, high))
    entry.primary().setObjectName(name)
    entry.primary().setFixedWidth(72)
    say(entry, "name", label)
    return entry


def _knob(name: str, kind: type, low: float, high: float) -> Knob:
    return Knob(
        name=name, kind=kind, default=low, label="", help="",
        low=low, high=high, choices=(), live=True, log=False, basic=True,
    )  # fmt: skip


class Dial(QWidget):
    """Turns a number that is no knob of a recipe; `turned` carries only values in range."""

    turned = Signal(object)  # int or float, as `kind`

    def __init__(
        self,
        name: str,
        label: Source,
        help: Source,
        kind: type,
        low: float,
        high: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_dial")
        self._name = name
        self._label = QLabel()
        self.line = QHBoxLayout()  # more may stand between label and entry
        self.line.setSpacing(6)
        self.line.addWidget(self._label, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(self.line)
        self._low, self._high, self._kind = low, high, kind
        self._build()
        say(self._label, "setText", label)
        say(self, "_name_editor", label)
        say(self, "setToolTip", help)

    def value(self) -> Any:
        """The newest value that was in range."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show a value, brought into range; emits nothing."""
        self._value = self._kind(min(max(value, self._low), self._high))
        self.editor.set_value(self._value)

    def set_high(self, high: float) -> None:
        """Another largest value."""
        if high != self._high:
            self._high = high
            self.line.removeWidget(self.editor)
            for part in (self.editor, self.editor.slider):
                part.setParent(None)
                part.deleteLater()
            self._build(self._value)
            self._name_editor(self._label.text())

    def _build(self, value: float | None = None) -> None:
        self.editor = Range(_knob(self._name, self._kind, self._low, self._high))
        self.editor.primary().setObjectName(self._name)
        self.editor.primary().setFixedWidth(64)
        self.editor.slider.setObjectName(f"{self._name}_slider")
        self.editor.edited.connect(self._on_edited)
        self._label.setBuddy(self.editor.primary())
        self.line.addWidget(self.editor)
        self._column.addWidget(self.editor.slider)
        self.set_value(self._low if value is None else value)

    def _name_editor(self, label: str) -> None:
        self.editor.name(label)

    def _on_edited(self, value: Any) -> None:
        try:
            parsed = self.editor.knob.parse(value)
        except Trouble:
            return  # not a value yet; the entry shows that
        self._value = parsed
        self.turned.emit(parsed)
