"""What turns one knob: a slider with an entry, an entry, a choice or a switch."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence, Trouble
from gendesk.core.settings import Knob
from gendesk.ui import theme
from gendesk.ui.widgets.axes import pointed
from gendesk.ui.widgets.switch import Switch
from gendesk.ui.words import shown, translated

NOTCHES = 1000  # places of a slider
NARROWEST, USUAL = 108, 136  # pixels of a list of words
WIDEST = {int: 1000, float: 100}  # a wider range on a linear slider could not be aimed at


class Editor(QWidget):
    """Turns one knob.

    `edited` carries what a person set: a value in range, or text that is none (yet).
    """

    edited = Signal(object)
    settled = Signal()  # the slider was let go, the entry left: nothing more follows at once

    def __init__(self, knob: Knob) -> None:
        super().__init__()
        self.knob = knob

    def set_value(self, value: Any) -> None:
        """Show a value; emits nothing."""
        raise NotImplementedError

    def primary(self) -> QWidget:
        """The part that takes the keyboard."""
        raise NotImplementedError

    def name(self, label: str) -> None:
        """Tell screen readers what this turns."""
        self.primary().setAccessibleName(label)


class Entry(QLineEdit):
    """Exact text for a number, with the language's decimal point; a comma or a point will do.

    The arrow keys step it.
    """

    edited = Signal(object)

    def __init__(self, knob: Knob) -> None:
        super().__init__()
        self._knob = knob
        self._value: Any = knob.default
        if knob.kind in (int, float):
            self.setFont(theme.font(14, figures=True))
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.setFixedWidth(92)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_left)

    def set_value(self, value: Any) -> None:
        """Show a value; emits nothing."""
        self._value = value
        # Not while a person types: 0.0 is on its way to 0.05.
        if not (self.hasFocus() and self._parsed() == value):
            self.setText(written(value))
        self._mark(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if direction is None or self._knob.kind not in (int, float):
            super().keyPressEvent(event)
            return
        self._value = stepped(self._knob, self._value, direction)
        self.setText(written(self._value))
        self._mark(True)
        self.edited.emit(self._value)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_left()

    def _on_edited(self) -> None:
        parsed = self._parsed()
        self._mark(parsed is not None)
        if parsed is not None:
            self._value = parsed
        self.edited.emit(self._typed() if parsed is None else parsed)

    def _on_left(self) -> None:
        parsed = self._parsed()
        if parsed is not None:
            self.setText(written(parsed))

    def _typed(self) -> str:
        text = self.text()
        if self._knob.kind in (int, float):
            text = text.replace(",", ".").replace("−", "-")
        return text

    def _parsed(self) -> Any:
        try:
            return self._knob.parse(self._typed().strip())
        except Trouble:
            return None

    def _mark(self, right: bool) -> None:
        if self.property("wrong") != (not right):
            self.setProperty("wrong", not right)
            self.style().unpolish(self)
            self.style().polish(self)


class Exact(Editor):
    """An entry alone, where a slider could not be aimed."""

    def __init__(self, knob: Knob) -> None:
        super().__init__(knob)
        self._entry = Entry(knob)
        self._entry.setObjectName(f"form_{knob.name}")
        self._entry.edited.connect(self.edited)
        self._entry.editingFinished.connect(self.settled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._entry)

    def set_value(self, value: Any) -> None:
        self._entry.set_value(value)

    def primary(self) -> QWidget:
        return self._entry


class Range(Exact):
    """An entry with a slider, which stands below the label and the entry."""

    def __init__(self, knob: Knob) -> None:
        super().__init__(knob)
        self.slider = CalmSlider()
        self.slider.setObjectName(f"form_{knob.name}_slider")
        self.slider.setRange(0, NOTCHES)
        self.slider.setPageStep(NOTCHES // 10)
        self.slider.setSingleStep(NOTCHES // 100)
        self.slider.valueChanged.connect(self._on_slid)
        self.slider.sliderReleased.connect(self.settled)

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(NOTCHES * share(self.knob, value)))
            self.slider.blockSignals(False)

    def name(self, label: str) -> None:
        super().name(label)
        self.slider.setAccessibleName(label)

    def _on_slid(self, place: int) -> None:
        value = at_share(self.knob, place / NOTCHES)
        self._entry.set_value(value)
        self.edited.emit(value)


class Choice(Editor):
    """A few words to choose from."""

    def __init__(self, knob: Knob) -> None:
        super().__init__(knob)
        self._combo = CalmCombo()
        self._combo.setObjectName(f"form_{knob.name}")
        self._combo.setMinimumWidth(NARROWEST)
        for word in knob.choices:
            self._combo.add(word, word)
        self._combo.activated.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._combo)

    def set_value(self, value: Any) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), USUAL), hint.height())

    def primary(self) -> QWidget:
        return self._combo

    def _on_chosen(self) -> None:
        self.edited.emit(self._combo.currentData())
        self.settled.emit()


class Toggle(Editor):
    """On or off."""

    def __init__(self, knob: Knob) -> None:
        super().__init__(knob)
        self._switch = Switch()
        self._switch.setObjectName(f"form_{knob.name}")
        self._switch.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(self._switch)

    def set_value(self, value: Any) -> None:
        self._switch.setChecked(value)

    def primary(self) -> QWidget:
        return self._switch

    def _on_clicked(self, on: bool) -> None:
        self.edited.emit(on)
        self.settled.emit()


class CalmSlider(QSlider):
    """A slider that leaves the wheel to the page it stands on."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


_SAID = Qt.ItemDataRole.UserRole + 1  # what an item says, before it is translated
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class CalmCombo(QComboBox):
    """A combo box that follows the language, and leaves the wheel to the page it stands on."""

    def add(self, text: Sentence | str, data: Any = None, about: Sentence | str = "") -> None:
        """One more item, and its tip; both are translated now and when the language changes."""
        self.addItem("", data)
        place = self.count() - 1
        for number, said in enumerate((text, about)):
            self.setItemData(place, said, _SAID + number)
        self._translate(place)

    def head(self, text: Sentence | str) -> None:
        """Words above the items that follow, which cannot be chosen."""
        self.add(text)
        items = self.model()
        assert isinstance(items, QStandardItemModel)
        items.item(self.count() - 1).setFlags(Qt.ItemFlag.NoItemFlags)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for place in range(self.count()):
                self._translate(place)

    def _translate(self, place: int) -> None:
        for number, role in enumerate(_SHOWN):
            said = self.itemData(place, _SAID + number)
            if said is not None:
                text = shown(said) if isinstance(said, Sentence) else translated(said)
                self.setItemData(place, text, role)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def editor(knob: Knob) -> Editor:
    """What suits this knob."""
    if knob.kind is bool:
        return Toggle(knob)
    if knob.choices:
        return Choice(knob)
    span = knob.high - knob.low
    if knob.kind in WIDEST and (
        (knob.log and knob.low > 0 and math.isfinite(span)) or span <= WIDEST[knob.kind]
    ):
        return Range(knob)
    return Exact(knob)


def share(knob: Knob, value: float) -> float:
    """How far between the knob's ends a value lies, from 0 to 1."""
    if knob.log:
        return math.log(value / knob.low) / math.log(knob.high / knob.low)
    return (value - knob.low) / (knob.high - knob.low)


def at_share(knob: Knob, part: float) -> Any:
    """The round value at this share of the way between the knob's ends."""
    if knob.log:
        value = knob.low * (knob.high / knob.low) ** part
        value = float(f"{value:.2g}")
    else:
        value = knob.low + part * (knob.high - knob.low)
        finest = 10 ** math.floor(math.log10((knob.high - knob.low) / 100))
        value = round(round(value / finest) * finest, 12)
    value = min(max(value, knob.low), knob.high)
    return round(value) if knob.kind is int else value


def stepped(knob: Knob, value: Any, direction: int) -> Any:
    """The next value up or down: a tenth of its own size on a logarithmic knob."""
    if knob.kind is int and not knob.log:
        moved = value + direction
    elif knob.log:
        size = 10.0 ** math.floor(math.log10(value) - (1e-9 if direction < 0 else 0))
        moved = float(f"{value + direction * max(size, knob.kind is int):.6g}")
    else:
        moved = round(value + direction * _finest(knob, value), 12)
    moved = min(max(moved, knob.low), knob.high)
    return round(moved) if knob.kind is int else moved


def _finest(knob: Knob, value: float) -> float:
    span = knob.high - knob.low
    size = span if math.isfinite(span) and span <= WIDEST[float] else max(abs(value), 1.0)
    return float(10 ** math.floor(math.log10(size / 100)))


def written(value: Any) -> str:
    """A value as a person writes it, with the language's decimal point: 0.001, 3e-5, 3000."""
    if not isinstance(value, float):
        return str(value)
    short = f"{value:.6g}"
    if float(short) != value:
        short = repr(value)
    mantissa, e, exponent = short.partition("e")
    return pointed(f"{mantissa}e{int(exponent)}" if e else short)
