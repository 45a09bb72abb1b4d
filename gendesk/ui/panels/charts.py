"""The curves of a run: what it learns by, and what one looks at when it goes wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QSlider, QStackedWidget, QWidget

from gendesk.core.events import HELD_OUT, Evaluated, Looked, Progress
from gendesk.ui.panels.segments import Segments
from gendesk.ui.panels.verdicts import Verdicts
from gendesk.ui.widgets.cards import Card
from gendesk.ui.widgets.curves import Curves
from gendesk.ui.words import Source, say

HELD: Source = "held-out"  # the group of figures on held-out pictures


@dataclass(frozen=True, slots=True)
class Metric:
    """How a measured figure is called and on which chart it stands."""

    label: Source
    chart: str = "losses"


METRICS = {
    "loss": Metric("Loss"),
    "d_loss": Metric("Discriminator"),
    "g_loss": Metric("Generator"),
    "penalty": Metric("Gradient penalty"),
    "r1": Metric("R1"),
    "real_score": Metric("Real pictures", "scores"),
    "fake_score": Metric("Fakes", "scores"),
    "d_skipped": Metric("Discriminator rests", "scores"),
    "reconstruction": Metric("Reconstruction"),
    "kl": Metric("KL"),
    "psnr": Metric("PSNR", "quality"),
    "psnr_before": Metric("PSNR before", "quality"),
    "psnr_pca": Metric("PSNR by PCA", "quality"),
    "ssim": Metric("SSIM", "likeness"),
    "ssim_before": Metric("SSIM before", "likeness"),
    "active_units": Metric("Active units", "units"),
    "style": Metric("Style"),
    "style/": Metric("Style", "layers"),
    "content": Metric("Content"),
    "tv": Metric("Variation (L1)"),
    "tv2": Metric("Variation (L2)"),
    "lr": Metric("Learning rate", "rate"),
    "grad_norm": Metric("Gradient norm", "gradient"),
    "texture/frechet": Metric("Fréchet (texture)", "distance"),
    "texture/kernel": Metric("Kernel (texture)", "distance"),
    "texture/precision": Metric("Precision (texture)", "variety"),
    "texture/recall": Metric("Recall (texture)", "variety"),
    "texture/density": Metric("Density (texture)", "variety"),
    "texture/coverage": Metric("Coverage (texture)", "variety"),
    "texture/diversity": Metric("Diversity (texture)", "variety"),
    "texture/motion": Metric("Motion (texture)", "variety"),
    "texture/novelty": Metric("Novelty (texture)", "variety"),
    "r_t": Metric("Overfitting (r_t)", "scores"),
    "r_v": Metric("Overfitting (r_v)", "scores"),
    "augment": Metric("Augmentation", "scores"),
    "kinds": Metric("Kinds drawn", "variety"),
}


def metric(name: str) -> Metric:
    """What is known of a figure; one that nobody described is a loss under its own name.

    Where a family trains several parts, "lr/generator" is the generator's learning rate; "style/relu1_1"
    is a layer's share of a painting's style loss.
    """
    base, slash, part = name.partition("/")
    if name in METRICS:
        return METRICS[name]
    known = METRICS.get(base + slash) or METRICS.get(base)
    if known is None:
        return Metric(name.replace("_", " "))
    return Metric(part, known.chart) if part else known


class Charts(Card):
    """Several charts, one shown at a time; new points are drawn a few times a second.

    For a GAN there is also what the discriminator says of single pictures.
    """

    flush_ms = 150

    def __init__(self, name: str, empty: Source = "", parent: QWidget | None = None) -> None:
        """Nothing yet.

        Args:
            name: of the card as an object.
            empty: what stands where there is no curve yet, if not that a training will draw some.
            parent: the widget it stands in.
        """
        super().__init__("", parent)
        self.setObjectName(name)
        self._waiting: list[Progress] = []
        self._shown = "losses"
        self._awaited = ""  # to be shown as soon as it has curves
        self._stack = QStackedWidget()
        self._charts: dict[str, Curves] = {}
        self._choice = Segments(f"{name}_choice")
        self.verdicts = Verdicts(f"{name}_verdicts")
        for chart, label in _charts_of():
            self._choice.add(chart, label)
            self._charts[chart] = Curves(f"{name}_{chart}", empty)
            self._stack.addWidget(self._charts[chart])
            if chart == "scores":
                self._choice.add("verdicts", "Verdicts")
                self._stack.addWidget(self.verdicts)
        self._choice.chosen.connect(self._on_chosen)
        self.header.insertWidget(0, self._choice)
        self.header.insertStretch(1, 1)
        self._make_smoothing(name)
        self.log_button = self.add_tool("logarithm", f"{name}_log", "Logarithmic axis")
        self.log_button.setCheckable(True)
        self.log_button.toggled.connect(self._on_log)
        fit = self.add_tool("fit", f"{name}_fit", "Show all steps")
        fit.clicked.connect(lambda: self.shown().show_all())
        self._tools = (self.smoothing, self.log_button, fit)
        self.body.addWidget(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.flush_ms)
        self._timer.timeout.connect(self.flush)
        self._on_smoothed(self.smoothing.value())
        self.clear()

    @property
    def waiting(self) -> bool:
        """Whether points are still to be drawn."""
        return bool(self._waiting)

    def shown(self) -> Curves:
        """The chart that is seen, or was before the verdicts."""
        return self._charts[self._shown]

    def choose(self, chart: str) -> None:
        """Show a chart now, or as soon as it has curves, unless a person chooses another before.

        Args:
            chart: such as "losses"; empty leaves the one that is shown.
        """
        if chart in self._choice.offered():
            self._choice.select(chart)
            self._on_chosen(chart)
        elif chart:
            self._awaited = chart

    def clear(self) -> None:
        """Take away everything."""
        self._take_curves_away()
        self.verdicts.clear()
        self.offer_verdicts(False)

    def offer_verdicts(self, offered: bool) -> None:
        """Whether there is a discriminator whose verdicts can be looked at."""
        self._choice.offer("verdicts", offered)

    def look(self, seen: Looked) -> None:
        """What the discriminator said of single pictures."""
        self.offer_verdicts(True)
        self.verdicts.add(seen)

    def add(self, progress: Progress) -> None:
        """One more point on each curve; it is drawn within `flush_ms`."""
        self._waiting.append(progress)
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Draw what waits."""
        waiting, self._waiting = self._waiting, []
        xs: dict[str, list[float]] = defaultdict(list)
        ys: dict[str, list[float]] = defaultdict(list)
        for progress in waiting:
            for name, value in progress.metrics.items():
                xs[name].append(progress.step)
                ys[name].append(value)
        for name in xs:
            self._on(name).extend(metric(name).label, xs[name], ys[name])

    def replace(self, points: Mapping[str, tuple[Any, Any]]) -> None:
        """All points so far, in place of what was drawn; held-out figures have a prefix."""
        self._take_curves_away()
        for name, (steps, values) in points.items():
            plain = name.removeprefix(HELD_OUT)
            group = HELD if plain != name else ""
            self._on(plain).set_curve(metric(plain).label, steps, values, group=group)

    def judge(self, evaluated: Evaluated) -> None:
        """Figures on held-out pictures: the same hue, dashed."""
        self.flush()
        for name, value in evaluated.metrics.items():
            self._on(name).append(metric(name).label, evaluated.step, value, HELD)

    def mark(self, step: int, text: str) -> None:
        """Mark a moment on every chart."""
        for curves in self._charts.values():
            curves.mark(step, text)

    def picture(self, size: QSize) -> QImage:
        """The chart that is seen, for a file."""
        return self.shown().render_image(size)

    def _take_curves_away(self) -> None:
        self._timer.stop()
        self._waiting.clear()
        for chart, curves in self._charts.items():
            curves.clear()
            self._choice.offer(chart, chart == "losses")
        self._choice.select("losses")
        self._on_chosen("losses")

    def _on(self, name: str) -> Curves:
        chart = metric(name).chart
        if chart not in self._choice.offered():
            self._choice.offer(chart, True)
            self._make_room()
            if chart == self._awaited:
                self.choose(chart)
        return self._charts[chart]

    def _make_smoothing(self, name: str) -> None:
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setObjectName(f"{name}_smoothing")
        self.smoothing.setRange(0, 99)
        self.smoothing.setValue(90)
        self.smoothing.setFixedWidth(90)
        say(self.smoothing, "setAccessibleName", "Smoothing")
        say(
            self.smoothing, "setToolTip",
            "Smoothing: how much of the average before is kept at each point",
        )  # fmt: skip
        self.smoothing.valueChanged.connect(self._on_smoothed)
        self.header.addWidget(self.smoothing)

    def _on_smoothed(self, percent: int) -> None:
        for curves in self._charts.values():
            curves.set_smoothing(percent / 100)

    def _on_log(self, log: bool) -> None:
        for curves in self._charts.values():
            curves.set_log(log)

    def _on_chosen(self, chart: str) -> None:
        self._awaited = ""
        curves = self._charts.get(chart)
        self._stack.setCurrentWidget(curves or self.verdicts)
        self._shown = chart if curves else self._shown
        self._make_room()

    def _make_room(self) -> None:
        """Verdicts have no use for the tools, and where there is little room the words go first."""
        room = self.width() - self._choice.minimumSizeHint().width()
        if layout := self.layout():
            room -= layout.contentsMargins().left() + layout.contentsMargins().right()
        wide = [max(tool.minimumWidth(), tool.sizeHint().width()) for tool in self._tools]
        fits = sum(wide) + len(wide) * self.header.spacing() <= room
        for tool in self._tools:
            tool.setVisible(fits and self._stack.currentWidget() is not self.verdicts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


def _chart(name: str, label: Source) -> tuple[str, Source]:
    return name, label


def _charts_of() -> list[tuple[str, Source]]:
    return [
        _chart("losses", "Losses"),
        _chart("scores", "Scores"),
        _chart("layers", "Layers"),
        _chart("quality", "Quality"),
        _chart("likeness", "Likeness"),
        _chart("units", "Units"),
        _chart("rate", "Rate"),
        _chart("gradient", "Gradient"),
        _chart("distance", "Distance"),
        _chart("variety", "Variety"),
    ]
