"""Curves that grow while they are watched: smoothing, zoom, crosshair, several runs at once."""

from __future__ import annotations

from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets import readout
from gendesk.ui.widgets.legend import Legend
from gendesk.ui.widgets.plot import Curve, Mark, Plot
from gendesk.ui.widgets.series import Series
from gendesk.ui.widgets.stretch import Stretch
from gendesk.ui.words import Source, say, tr


class Curves(Stretch):
    """Curves over the steps of one run or several; the values' axis always fits what is seen."""

    def __init__(self, name: str, empty: Source = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 120)
        self._curves: dict[tuple[str, str], Curve] = {}
        self._names: list[str] = []  # in the order of their hues
        self._groups: list[str] = []  # in the order of their dashes
        self._marks: list[Mark] = []
        self._smoothing = 0.0
        self._log = False
        self._empty = ""
        self._plot: Plot | None = None  # as it was painted last
        self._stale = True  # since then something has changed
        self._painted = QPixmap()
        self.legend = Legend(f"{name}_legend", self)
        self.legend.toggled.connect(self._on_toggled)
        say(self, "setAccessibleName", "Curves")
        if empty:
            say(self, "set_empty_text", empty)
        else:
            say(self, "set_empty_text", "Curves appear here as soon as a training runs.")

    # what is drawn

    def set_curve(
        self,
        name: str,
        steps: ArrayLike,
        values: ArrayLike,
        colour: str | None = None,
        group: str = "",
    ) -> None:
        """Show a whole curve, in place of the one with the same name and group.

        Args:
            name: of what was measured; the same name has the same hue in every group.
            steps: (n,) ascending.
            values: (n,); what is not finite leaves a gap.
            colour: ``#rrggbb`` in place of the hue that its name has.
            group: the run it belongs to.
        """
        curve = self._curve(name, group)
        curve.series = Series(self._smoothing)
        curve.series.extend(steps, values)
        curve.own_colour = colour
        self._refresh()

    def append(self, name: str, step: float, value: float, group: str = "") -> None:
        """One more point; a step that is not after the last takes back what came after it."""
        self._curve(name, group).series.extend(step, value)
        self._refresh()

    def extend(self, name: str, steps: ArrayLike, values: ArrayLike, group: str = "") -> None:
        """More points at once."""
        self._curve(name, group).series.extend(steps, values)
        self._refresh()

    def remove(self, name: str | None = None, group: str = "") -> None:
        """Take away one curve, or all of a group."""
        for key in [k for k in self._curves if k[1] == group and name in (None, k[0])]:
            del self._curves[key]
        self._groups = [g for g in self._groups if any(k[1] == g for k in self._curves)]
        self._dress()

    def clear(self) -> None:
        """Take away everything, and show all steps of what comes next."""
        self._curves.clear()
        self._names.clear()
        self._groups.clear()
        self._marks.clear()
        self._range = None
        self._relabel()

    def mark(self, step: float, text: str) -> None:
        """Mark a moment; its text, already in the person's language, shows near the cursor."""
        self._marks.append(Mark(step, text))
        self._refresh()

    def set_smoothing(self, smoothing: float) -> None:
        """How much of the average before is kept at each point, 0 to 0.99."""
        self._smoothing = min(max(smoothing, 0.0), 0.99)
        for curve in self._curves.values():
            curve.series.set_smoothing(self._smoothing)
        self._refresh()

    def set_log(self, log: bool) -> None:
        """Whether the values' axis is logarithmic."""
        self._log = log
        self._refresh()

    def curves(self) -> list[tuple[str, str]]:
        """The names and groups of all curves."""
        return list(self._curves)

    def set_empty_text(self, text: str) -> None:
        """What stands where there is no curve yet."""
        self._empty = text
        self.update()

    def render_image(self, size: QSize, scale: float = 2.0) -> QImage:
        """All that is seen, without the cursor, as a picture.

        Args:
            size: in device-independent pixels.
            scale: device pixels for each of them.
        """
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(theme.colour("card"))
        painter = QPainter(image)
        height = self.legend.paint_entries(painter, size.width())
        plot = self._laid_out(QRectF(0, height, size.width(), size.height() - height))
        if plot is not None:
            plot.paint(painter)
        painter.end()
        return image

    # keeping order

    def _curve(self, name: str, group: str) -> Curve:
        key = (name, group)
        if key not in self._curves:
            if name not in self._names:
                self._names.append(name)
            if group not in self._groups:
                self._groups.append(group)
            self._curves[key] = Curve(name, group, Series(self._smoothing))
            self._dress()
        return self._curves[key]

    def _dress(self) -> None:
        """The same name has the same hue, the same group the same dashes.

        Where there is but one name, its groups are told apart more easily by their hues.
        """
        for curve in self._curves.values():
            curve.place, curve.shade = (
                self._names.index(curve.name),
                self._groups.index(curve.group),
            )
            if len(self._names) == 1:
                curve.place, curve.shade = curve.shade, 0
        self._relabel()

    def _relabel(self) -> None:
        self.legend.set_curves(list(self._curves.values()))
        self._refresh()

    def _refresh(self) -> None:
        """Paint anew soon; many calls before that cost nothing."""
        self._stale = True
        self.update()

    def _on_toggled(self) -> None:
        self._refresh()

    def _all_steps(self) -> tuple[float, float]:
        seen = [c.series.steps for c in self._curves.values() if c.visible and len(c.series)]
        if not seen:
            return 0.0, 1.0
        low = min(float(steps[0]) for steps in seen)
        high = max(float(steps[-1]) for steps in seen)
        if low <= 0.05 * high:
            low = min(low, 0.0)
        return low, max(high, low + 1)

    def _inner(self) -> QRectF | None:
        return QRectF(self._plot.inner) if self._plot is not None else None

    def _laid_out(self, area: QRectF) -> Plot | None:
        seen = [c for c in self._curves.values() if c.visible and len(c.series)]
        if not seen:
            return None
        low, high = self.shown_steps()
        return Plot(seen, self._marks, area, low, high, self._log)

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.legend.setGeometry(0, 0, self.width(), self.legend.heightForWidth(self.width()))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._relabel()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._stale:
            self._paint_plot()
        painter.drawPixmap(0, 0, self._painted)
        if self._plot is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_choice(painter)
            self._paint_cursor(painter, self._plot)
        if self.hasFocus():
            painter.setPen(theme.colour("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_plot(self) -> None:
        """Paint all but the cursor into a pixmap, so that the cursor can move at no cost."""
        self._stale = False
        ratio = self.devicePixelRatioF()
        self._painted = QPixmap(self.size() * ratio)
        self._painted.setDevicePixelRatio(ratio)
        self._painted.fill(Qt.GlobalColor.transparent)
        top = self.legend.heightForWidth(self.width())
        if self.legend.height() != top:
            self.legend.setGeometry(0, 0, self.width(), top)
        self._plot = self._laid_out(QRectF(0, top, self.width(), self.height() - top))
        painter = QPainter(self._painted)
        if self._plot is not None:
            self._plot.paint(painter)
            if self._plot.beyond:
                self._paint_remark(painter, tr("Values of 0 and below are not shown."))
        else:
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font(14))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            hidden = tr("All curves are hidden.") if self._curves else self._empty
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), middle, hidden)
        painter.end()

    def _paint_remark(self, painter: QPainter, text: str) -> None:
        assert self._plot is not None
        painter.setPen(theme.colour("muted"))
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(self._plot.inner.adjusted(0, 2, -4, 0), corner, text)

    def _paint_choice(self, painter: QPainter) -> None:
        chosen = self._chosen()
        if chosen is not None:
            ground = theme.colour("accent_text")
            ground.setAlphaF(0.16)
            painter.fillRect(chosen, ground)

    def _paint_cursor(self, painter: QPainter, plot: Plot) -> None:
        at = self._pointed()
        if at is not None:
            step = self._step_near(plot.step_at(at.x()))
            readout.paint(painter, plot, step, at.x(), self.legend.label)

    def _step_near(self, step: float) -> float:
        """The step of a point of any curve that is nearest to this one."""
        found = [
            float(curve.series.steps[index])
            for curve in self._curves.values()
            if curve.visible and (index := curve.series.nearest(step)) is not None
        ]
        return min(found, key=lambda each: abs(each - step))
