"""How a walk goes from keyframe to keyframe: along which way, how long, and how often around."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from gendesk.ops.latent.point import Point
from gendesk.ops.latent.walk import Walk
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.dial import number
from gendesk.ui.widgets.flow import Flow, Together
from gendesk.ui.widgets.knobs import Exact
from gendesk.ui.widgets.switch import Switch
from gendesk.ui.words import Source, say

SECONDS, FPS = 6, 30


class Gait(QWidget):
    """Settings in a row, or in several where there is little room."""

    changed = Signal()  # by a person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Segments("latent_way")
        self.way.add("spherical", "Sphere")
        self.way.add("linear", "Straight")
        self.way.add("spline", "Curve")
        self.way.chosen.connect(lambda _: self.changed.emit())
        say(
            self.way, "setToolTip",
            "On a sphere pictures stay as usual as random ones; a curve has no corners",
        )  # fmt: skip
        self.loop = self._switch("latent_loop", "Loop")
        self.easing = self._switch("latent_easing", "Ease in and out")
        self._seconds = self._entry("latent_seconds", "Length in seconds", SECONDS, 600)
        self._fps = self._entry("latent_fps", "Pictures a second", FPS, 60)
        row = Flow(14, self)
        row.addWidget(self.way)
        row.addWidget(Together(_label("Loop"), self.loop))
        row.addWidget(Together(_label("Ease in and out"), self.easing))
        row.addWidget(Together(_label("Seconds"), self._seconds))
        row.addWidget(Together(_label("Pictures/s"), self._fps))

    def walk(self, points: Sequence[Point]) -> Walk:
        """The walk over these keyframes, two at least."""
        seconds, fps = _value(self._seconds, SECONDS), self.fps()
        return Walk(
            tuple(points),
            self.way.selected(),
            self.loop.isChecked(),
            self.easing.isChecked(),
            max(2, seconds * fps),
            fps,
        )

    def fps(self) -> int:
        """Pictures a second."""
        return _value(self._fps, FPS)

    def set_walk(self, walk: Walk) -> None:
        """Go as this one goes; emits nothing."""
        self.way.select(walk.way)
        self.loop.setChecked(walk.loop)
        self.easing.setChecked(walk.easing)
        self._seconds.set_value(max(1, round(walk.frames / walk.fps)))
        self._fps.set_value(walk.fps)

    def _switch(self, name: str, label: Source) -> Switch:
        switch = Switch()
        switch.setObjectName(name)
        say(switch, "setAccessibleName", label)
        switch.clicked.connect(lambda _: self.changed.emit())
        return switch

    def _entry(self, name: str, label: Source, value: int, high: int) -> Exact:
        entry = number(name, label, 1, high)
        entry.set_value(value)
        entry.primary().setFixedWidth(52)
        entry.edited.connect(lambda _: self.changed.emit())
        return entry


def _value(entry: Exact, usual: int) -> int:
    """What an entry says, or the usual where it says nothing that makes sense."""
    text = entry.primary().property("text")
    whole = str(text).isdecimal()
    return min(max(int(text), 1), int(entry.knob.high)) if whole else usual


def _label(text: Source) -> QLabel:
    label = QLabel()
    say(label, "setText", text)
    return label
