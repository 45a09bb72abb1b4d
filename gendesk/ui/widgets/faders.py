"""A list of sliders with names and values: the dimensions of a latent space, or its directions."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from gendesk.ui import amounts
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.words import say, tr

NOTCHES = 400  # places of a slider
FIRST, MORE = 10, 20  # sliders at first, and those that come with a press
_NAME, _VALUE = 74, 42  # pixels of a name and of a value
_NARROWEST = 44  # of a slider, in pixels


@dataclass(frozen=True, slots=True)
class Fader:
    """What one slider turns."""

    key: Hashable
    label: str  # in the person's language
    low: float
    high: float
    rest: float = 0.0  # where a double click puts it
    faint: bool = False  # turning it changes nothing that can be seen
    own: bool = False  # a person made it: it can be saved and removed
    tip: str = ""


class Faders(QWidget):
    """The first few at once, the others when asked for: a window of 512 sliders helps nobody."""

    turned = Signal(object, float)  # key, value
    settled = Signal()  # a hand has let go
    save_asked = Signal(object)  # key
    removed = Signal(object)  # key

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._faders: list[Fader] = []
        self._rows: dict[Hashable, _Row] = {}
        self._values: dict[Hashable, float] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.more = QPushButton()
        self.more.setObjectName(f"{name}_more")
        self.more.setProperty("role", "chip")
        self.more.clicked.connect(lambda: self._show_up_to(len(self._rows) + MORE))
        self.more.hide()
        self._column.addWidget(self.more)
        self._column.addStretch(1)

    def set_faders(self, faders: Sequence[Fader]) -> None:
        """Show these, in this order."""
        if list(faders) == self._faders:
            return
        shown = max(FIRST, len(self._rows)) if self._faders else FIRST
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.setParent(None)  # nobody finds it by its name any more
            row.deleteLater()
        self._rows.clear()
        self._faders = list(faders)
        self._show_up_to(shown)

    def faders(self) -> Sequence[Fader]:
        """All of them, the hidden ones as well."""
        return self._faders

    def set_values(self, values: dict[Hashable, float]) -> None:
        """Show these values, emitting nothing; what a hand holds stays as it is."""
        self._values.update(values)
        for key, row in self._rows.items():
            if key in values and not row.slider.isSliderDown():
                row.set_value(values[key])

    def value(self, key: Hashable) -> float:
        """What a slider shows."""
        return self._values.get(key, 0.0)

    def _show_up_to(self, count: int) -> None:
        for fader in self._faders[len(self._rows) : count]:
            row = _Row(f"{self.objectName()}_{len(self._rows)}", fader)
            row.set_value(self._values.get(fader.key, fader.rest))
            row.turned.connect(lambda value, key=fader.key: self._on_turned(key, value))
            row.settled.connect(self.settled)
            row.save_asked.connect(lambda key=fader.key: self.save_asked.emit(key))
            row.removed.connect(lambda key=fader.key: self.removed.emit(key))
            self._column.insertWidget(len(self._rows), row)
            self._rows[fader.key] = row
        left = len(self._faders) - len(self._rows)
        self.more.setVisible(left > 0)
        if left > 0:
            say(self.more, "setText", "{count} more", count=amounts.count(left))

    def _on_turned(self, key: Hashable, value: float) -> None:
        self._values[key] = value
        self.turned.emit(key, value)


class _Row(QWidget):
    turned = Signal(float)
    settled = Signal()
    save_asked = Signal()
    removed = Signal()

    def __init__(self, name: str, fader: Fader) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self._fader = fader
        label = Line(13, tone="faint" if fader.faint else "text")
        label.set_text(fader.label)
        label.setFixedWidth(_NAME)
        self._value = Line(13, tone="faint" if fader.faint else "muted")
        self._value.setFixedWidth(_VALUE)
        self.slider = _Slider()
        self.slider.setObjectName(name)
        self.slider.setAccessibleName(fader.label)
        self.slider.setRange(0, NOTCHES)
        self.slider.setMinimumWidth(_NARROWEST)
        self.slider.setPageStep(NOTCHES // 20)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self.settled)
        self.slider.rested.connect(self._on_rested)
        tip = fader.tip or tr("Double-click to put it back")
        self.setToolTip(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        if fader.own:
            save = quiet_button("save", f"{name}_save", "Save it as a small file…")
            save.clicked.connect(self.save_asked)
            row.addWidget(save)
            away = quiet_button("close", f"{name}_remove", "Remove")
            away.clicked.connect(self.removed)
            row.addWidget(away)

    def set_value(self, value: float) -> None:
        span = self._fader.high - self._fader.low
        notch = round((value - self._fader.low) / span * NOTCHES)
        self.slider.blockSignals(True)
        self.slider.setValue(min(max(notch, 0), NOTCHES))
        self.slider.blockSignals(False)
        self._value.set_text(amounts.decimal(value, 2))

    def _on_moved(self, notch: int) -> None:
        value = self._fader.low + notch / NOTCHES * (self._fader.high - self._fader.low)
        self._value.set_text(amounts.decimal(value, 2))
        self.turned.emit(value)
        if not self.slider.isSliderDown():  # a key, or a click beside the handle
            self.settled.emit()

    def _on_rested(self) -> None:
        self.set_value(self._fader.rest)
        self.turned.emit(self._fader.rest)
        self.settled.emit()


class _Slider(QSlider):
    rested = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.rested.emit()
