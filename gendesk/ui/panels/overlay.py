"""Several runs in one plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from gendesk.core.events import HELD_OUT, Event, Finished
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import theme, work
from gendesk.ui.panels.charts import metric
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card
from gendesk.ui.widgets.curves import Curves
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, translated

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


class Overlay(Card):
    """One figure of each run, a colour a run."""

    def __init__(self, name: str, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__("Side by side", parent)
        self.setObjectName(name)
        self._pool = pool
        self._names: list[str] = []
        self._found: Mapping[str, Mapping[str, Any]] = {}
        self._figure = CalmCombo()
        self._figure.setObjectName(f"{name}_figure")
        say(self._figure, "setAccessibleName", "Figure")
        self._figure.activated.connect(self._draw)
        self.curves = Curves(f"{name}_curves")
        self.curves.set_smoothing(0.9)
        self.header.addWidget(self._figure)
        log = self.add_tool("logarithm", f"{name}_log", "Logarithmic axis")
        log.setCheckable(True)
        log.toggled.connect(self.curves.set_log)
        self.body.addWidget(self.curves, 1)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show these; with none there is nothing to see."""
        names = [run.name for run in runs]
        self.setVisible(bool(runs))
        if names == self._names:
            return
        self._names = names
        if runs:
            self._pool.latest(self, Job("curves", work.curves(runs)), self._on_read)

    def _on_read(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if not isinstance(last, Finished):
            return
        self._found = last.result
        figures = list(dict.fromkeys(name for run in self._found.values() for name in run))
        chosen = self._figure.currentData() or "loss"
        self._figure.clear()
        for figure in figures:
            self._figure.add(_label(figure), figure)
        self._figure.setCurrentIndex(max(self._figure.findData(chosen), 0))
        self._draw()

    def _draw(self) -> None:
        figure = self._figure.currentData()
        colours = theme.current().curves
        self.curves.clear()
        for i, (name, points) in enumerate(self._found.items()):
            if figure in points:
                steps, values = points[figure]
                self.curves.set_curve(name, steps, values, colour=colours[i % len(colours)])


def _label(figure: str) -> Sentence | str:
    plain = figure.removeprefix(HELD_OUT)
    label = metric(plain).label
    if plain == figure:
        return label
    return Sentence("{figure}, held-out", {"figure": lambda: translated(label)})
