"""A GAN's training phase by phase: one at a press, or one after the other in slow motion."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gendesk.core.events import Phase
from gendesk.core.sentence import Sentence
from gendesk.ui import amounts
from gendesk.ui.widgets.cards import Line
from gendesk.ui.words import Source, say, show

_OTHER = {"discriminator": "generator", "generator": "discriminator"}
_LEARNT = {
    "discriminator": Sentence("The discriminator learnt"),
    "generator": Sentence("The generator learnt"),
}
_SCORES = {
    "real": Sentence("real {before} → {after}"),
    "held_out": Sentence("held-out {before} → {after}"),
    "fake": Sentence("fake {before} → {after}"),
}


class Phases(QWidget):
    """Asks for phases and shows what each did to the scores; `tell` takes what was played."""

    asked = Signal(str)  # the part that shall learn alone, while the training stands still
    released = Signal()  # slow motion is over: go on as ever

    pace_ms = 1000  # from one phase of slow motion to the next

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._next = "discriminator"
        self._text = Line(13, tone="muted")
        self._text.setObjectName(f"{name}_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 8, 0)
        row.setSpacing(8)
        judge = _button(
            f"{name}_discriminator", "Step D", "One phase of the discriminator, then a pause"
        )
        forger = _button(f"{name}_generator", "Step G", "One phase of the generator, then a pause")
        self.slow = _button(
            f"{name}_slow", "Slow motion", "One phase after the other, about one a second"
        )
        judge.clicked.connect(lambda: self._on_step("discriminator"))
        forger.clicked.connect(lambda: self._on_step("generator"))
        self.slow.setCheckable(True)
        self.slow.clicked.connect(self._on_slow)
        for button in (judge, forger, self.slow):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._text, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.pace_ms)
        self._timer.timeout.connect(lambda: self.asked.emit(self._next))
        self.clear()

    @property
    def slowly(self) -> bool:
        """Whether it is slow motion now."""
        return self.slow.isChecked()

    def clear(self) -> None:
        """Nothing was played."""
        self.rest()
        self._next = "discriminator"
        say(self._text, "set_text", "Watch the two networks learn in turn.")

    def rest(self) -> None:
        """Slow motion is over, whatever comes next."""
        self._timer.stop()
        self.slow.setChecked(False)

    def tell(self, played: Phase) -> None:
        """A phase was played; in slow motion the other network's is next."""
        scores = {
            name: replace(sentence, values=_around(played, name))
            for name, sentence in _SCORES.items()
        }
        values = {"learnt": _LEARNT[played.part], **scores}
        show(self._text, "set_text", Sentence("{learnt}: {real}, {fake}, {held_out}.", values))
        self._next = _OTHER[played.part]
        if self.slowly:
            self._timer.start()

    def _on_step(self, part: str) -> None:
        self.rest()
        self.asked.emit(part)

    def _on_slow(self, on: bool) -> None:
        if on:
            self.asked.emit(self._next)
        else:
            self._timer.stop()
            self.released.emit()


def _around(played: Phase, name: str) -> dict[str, str]:
    """A mean score before and after, as they are written."""
    before, after = played.before[name], played.after[name]
    digits = 3 if max(abs(before), abs(after)) < 10 else 1
    return {"before": amounts.decimal(before, digits), "after": amounts.decimal(after, digits)}


def _button(name: str, label: Source, tip: Source) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    say(button, "setText", label)
    say(button, "setToolTip", tip)
    return button
