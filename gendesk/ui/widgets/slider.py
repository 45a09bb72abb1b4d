"""A slider through the moments of a run, with a button that plays them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from gendesk.ui import icons
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.words import say, spaced


class HistorySlider(QWidget):
    """Chooses one of a run's steps; the newest is kept while a run grows, until one is chosen."""

    chosen = Signal(int)  # the step to show

    INTERVAL_MS = 80

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._steps: list[int] = []
        self.play_button = quiet_button("play", f"{name}_play", "Play")
        self.play_button.clicked.connect(self.toggle)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(f"{name}_slider")
        say(self.slider, "setAccessibleName", "Step shown")
        self.slider.setRange(0, 0)
        self.slider.valueChanged.connect(self._on_moved)
        self._label = Line(13, tone="muted")
        self._label.setFixedWidth(92)
        self._timer = QTimer(self)
        self._timer.setInterval(self.INTERVAL_MS)
        self._timer.timeout.connect(self._on_tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.play_button)
        row.addWidget(self.slider, 1)
        row.addWidget(self._label)
        self._refresh()

    def set_steps(self, steps: Sequence[int]) -> None:
        """Other steps to choose from, ascending; who looked at the newest goes on doing so."""
        before = self.step()
        newest = self.slider.value() == self.slider.maximum()
        self._steps = list(steps)
        place = len(self._steps) - 1 if newest else bisect_right(self._steps, before or 0) - 1
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(len(self._steps) - 1, 0))
        self.slider.setValue(max(place, 0))
        self.slider.blockSignals(False)
        self._refresh()

    def step(self) -> int | None:
        """The step chosen, None where there is none."""
        return self._steps[self.slider.value()] if self._steps else None

    def choose(self, step: int) -> None:
        """Go to the last of the steps that is not after `step`."""
        self.slider.setValue(max(bisect_right(self._steps, step) - 1, 0))

    def playing(self) -> bool:
        """Whether the steps are running past."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Play from here, or from the start when at the end; or stop playing."""
        if self.playing():
            self._timer.stop()
        elif len(self._steps) > 1:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start()
        self._refresh()

    def _on_tick(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._timer.stop()
            self._refresh()

    def _on_moved(self) -> None:
        self._refresh()
        step = self.step()
        if step is not None:
            self.chosen.emit(step)

    def _refresh(self) -> None:
        self.setEnabled(len(self._steps) > 1)
        self.play_button.setIcon(icons.icon("pause" if self.playing() else "play"))
        if self._steps:
            say(self._label, "set_text", "Step {step}", step=spaced(self.step() or 0))
        else:
            self._label.set_text("")
