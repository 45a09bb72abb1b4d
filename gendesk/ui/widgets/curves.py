"""Curves that grow while they are watched: smoothing, zoom, crosshair, several runs at once."""

from __future__ import annotations

from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets import readout
from gendesk.ui.widgets.legend import Legend
from gendesk.ui.widgets.plot import Curve, Mark, Plot
from gendesk.ui.widgets.series import Series
from gendesk.ui.words import Source, say, tr

ZOOM = 1.25  # one notch of the wheel
NEAR = 5  # pixels that a drag is longer than a click


class Curves(QWidget):
    """Curves over the steps of one run or several.

    The wheel zooms the steps around the cursor, dragging chooses a range of them, dragging with
    Shift or the middle button moves, a double click shows everything again. The values' axis
    always fits what is seen.
    """

    def __init__(self, name: str, empty: Source = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 120)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._curves: dict[tuple[str, str], Curve] = {}
        self._names: list[str] = []  # in the order of their hues
        self._groups: list[str] = []  # in the order of their dashes
        self._marks: list[Mark] = []
        self._smoothing = 0.0
        self._log = False
        self._range: tuple[float, float] | None = None  # the steps zoomed to
        self._empty = ""
        self._cursor: QPointF | None = None
        self._dragged: QPointF | None = None  # where the choice of a range began
        self._moved: QPointF | None = None  # where moving was last
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

    def show_steps(self, low: float, high: float) -> None:
        """Zoom to the steps between two."""
        first, last = self._all_steps()
        least = min(max((last - first) / 1e4, 2.0), last - first)
        width = min(max(high - low, least), last - first)
        low = min(max(low, first), last - width)
        self._range = None if width >= (last - first) * 0.999 else (low, low + width)
        self._refresh()

    def show_all(self) -> None:
        """Show every step, also those still to come."""
        self._range = None
        self._refresh()

    def shown_steps(self) -> tuple[float, float]:
        """The first and the last step that are seen."""
        return self._range or self._all_steps()

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
        if self._dragged is None or self._cursor is None or self._plot is None:
            return
        left, right = sorted((self._dragged.x(), self._cursor.x()))
        chosen = QRectF(self._plot.inner)
        chosen.setLeft(max(left, chosen.left()))
        chosen.setRight(min(right, self._plot.inner.right()))
        ground = theme.colour("accent_text")
        ground.setAlphaF(0.16)
        painter.fillRect(chosen, ground)

    def _paint_cursor(self, painter: QPainter, plot: Plot) -> None:
        at = self._cursor
        if at is not None and self._dragged is None and plot.inner.contains(at):
            step = self._step_near(plot.step_at(at.x()))
            readout.paint(painter, plot, step, at.x(), self.legend.label)

    def _step_at(self, x: float) -> float:
        """Which step lies there, also where the plot has not been painted since it changed."""
        assert self._plot is not None
        low, high = self.shown_steps()
        share = (x - self._plot.inner.left()) / self._plot.inner.width()
        return low + share * (high - low)

    def _step_near(self, step: float) -> float:
        """The step of a point of any curve that is nearest to this one."""
        found = [
            float(curve.series.steps[index])
            for curve in self._curves.values()
            if curve.visible and (index := curve.series.nearest(step)) is not None
        ]
        return min(found, key=lambda each: abs(each - step))

    # what a person does

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._plot is None:
            event.ignore()
            return
        low, high = self.shown_steps()
        sideways = event.angleDelta().x() / 120
        factor = ZOOM ** (-event.angleDelta().y() / 120)
        at = self._step_at(event.position().x())
        shift = -sideways * (high - low) / 10
        self.show_steps(at - (at - low) * factor + shift, at + (high - at) * factor + shift)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and shifted
        ):
            self._moved = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._cursor = event.position()
        if self._moved is not None and self._plot is not None:
            low, high = self.shown_steps()
            across = (self._moved.x() - event.position().x()) / self._plot.inner.width()
            self._moved = event.position()
            if self._range is not None:
                self.show_steps(low + across * (high - low), high + across * (high - low))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        began, self._dragged, self._moved = self._dragged, None, None
        self.unsetCursor()
        if began is not None and self._plot is not None:
            left, right = sorted((began.x(), event.position().x()))
            if right - left > NEAR:
                self.show_steps(self._step_at(left), self._step_at(right))
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._cursor = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        low, high = self.shown_steps()
        tenth, middle = (high - low) / 10, (high + low) / 2
        half = (high - low) / 2
        moves = {
            Qt.Key.Key_Left: (low - tenth, high - tenth),
            Qt.Key.Key_Right: (low + tenth, high + tenth),
            Qt.Key.Key_Plus: (middle - half / ZOOM, middle + half / ZOOM),
            Qt.Key.Key_Minus: (middle - half * ZOOM, middle + half * ZOOM),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.show_steps(*moves[key])
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)
