"""A place for a picture of any size that is zoomed and moved with mouse, fingers and keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QStyle, QWidget

from gendesk.ui.widgets.layers import Frame
from gendesk.ui.widgets.sight import Sight

LARGEST = 64.0  # pixels of the screen for one pixel of the picture
STEP = 1.25  # one notch of the wheel, one press of a key
SETTLE_MS = 120  # without movement, until what is seen is worth computing
GLIDE_MS = 140  # from one size to the next, where the style wants anything to glide
STRIDE = 0.1  # of the smaller side: how far an arrow key moves


class Canvas(QWidget):
    """Knows which part of a picture is seen, and lets a person choose it; paints nothing itself.

    The wheel and two fingers zoom around the cursor, dragging and the arrow keys move, a double
    click goes between the whole picture and 100 %: one pixel of the picture on one of the screen.
    """

    zoomed = Signal(float)  # screen pixels for one pixel of the picture
    box_changed = Signal(QRect)  # what is seen, in pixels of the picture, once it has come to rest

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._size = QSize()  # of the picture
        self._last_size = QSize()  # of the last one, also where there is none now
        self._sight = Sight()
        self._sight.moved.connect(self._on_moved)
        self._sight.turned.connect(self._on_turned)
        self._grabbed: QPointF | None = None
        self._box = QRect()  # what was last said to be seen
        self._told = 0.0  # the size that was last said
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._on_settled)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._on_glided)
        self._start = 1.0  # the size that the glide comes from
        self._goal = 0.0  # the one it goes to, 0 for the whole picture
        self._pivot = QPointF()  # what stays in its place meanwhile

    # where one looks

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        if self._size.isEmpty():
            return 1.0
        return self._fitting() if self._sight.fitted else self._sight.span / self._size.width()

    def fitted(self) -> bool:
        """Whether the whole picture is shown, and stays so when the widget's size changes."""
        return self._sight.fitted

    def fit(self) -> None:
        """Show the whole picture, as large as it goes."""
        self._glide.stop()
        self._sight.fit()

    def zoom_to(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom while the point `around` of the widget, or its middle, stays where it is."""
        self._glide.stop()
        self._zoom(scale, self._middle() if around is None else around)

    def show_box(self, box: QRectF) -> None:
        """Show a part of the picture, in its pixels, as large as it goes."""
        if not self._size.isEmpty() and not box.isEmpty():
            self._glide.stop()
            ratio = self.devicePixelRatioF()
            scale = min(self.width() / box.width(), self.height() / box.height()) * ratio
            self._look(box.center(), self._bounded(scale))

    def frame(self) -> Frame:
        """Where the picture lies."""
        return Frame.around(self._middle(), self._centre(), self._unit(), self.devicePixelRatioF())

    def to_picture(self, at: QPointF) -> QPointF:
        """The point of the picture, in its pixels, below a point of the widget."""
        return self.frame().to_picture(at)

    def box(self) -> QRect:
        """What is seen, in pixels of the picture."""
        if self._size.isEmpty():
            return QRect()
        frame, room = self.frame(), QRectF(self.rect())
        seen = QRectF(frame.to_picture(room.topLeft()), frame.to_picture(room.bottomRight()))
        # A hair less: what a pixel only touches is not seen.
        seen.adjust(1e-6, 1e-6, -1e-6, -1e-6)
        return seen.toAlignedRect() & QRect(0, 0, self._size.width(), self._size.height())

    def link_to(self, others: Iterable[Canvas]) -> None:
        """Let others look where this one looks, and follow them, until they are unlinked.

        Pictures of different sizes show the same part of what is in them.
        """
        for other in others:
            other._take(self._sight)

    def unlink(self) -> None:
        """Move alone from now on."""
        self._take(self._sight.copy())

    @property
    def moving(self) -> bool:
        """Whether another look was taken only just now."""
        return self._settling.isActive()

    # for those that paint

    def _set_size(self, size: QSize) -> None:
        """The size of the picture; a picture of the same size is seen where the last one was."""
        self._glide.stop()
        self._box = QRect()  # the same part of another picture is news
        self._size = size
        if not size.isEmpty():
            another = not self._last_size.isEmpty() and size != self._last_size
            self._last_size = size
            if another:
                self._sight.fit()
        self._on_moved()

    def _on_turned(self) -> None:
        """The split, the lens or the cursor of the sight is another."""

    def _on_moved(self) -> None:
        if not self._size.isEmpty() and self.scale() != self._told:
            self._told = self.scale()
            self.zoomed.emit(self._told)
        self._settling.start()
        self.update()

    def _on_settled(self) -> None:
        self.update()  # what was painted in haste
        box = self.box()
        if not box.isEmpty() and box != self._box:
            self._box = box
            self.box_changed.emit(box)

    def _take(self, sight: Sight) -> None:
        if sight is not self._sight:
            self._sight.moved.disconnect(self._on_moved)
            self._sight.turned.disconnect(self._on_turned)
            self._sight = sight
            sight.moved.connect(self._on_moved)
            sight.turned.connect(self._on_turned)
            self._on_moved()

    # geometry

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _unit(self) -> float:
        """Device-independent pixels for one pixel of the picture."""
        return self.scale() / self.devicePixelRatioF()

    def _fitting(self) -> float:
        ratio = self.devicePixelRatioF()
        across = self.width() * ratio / self._size.width()
        best = min(across, self.height() * ratio / self._size.height(), LARGEST)
        # A magnified picture of a few pixels looks best where every pixel is equally large.
        return float(int(best)) if best >= 3 else best

    def _bounded(self, scale: float) -> float:
        return min(max(scale, min(self._fitting(), 1.0)), LARGEST)

    def _centre(self) -> QPointF:
        """The point of the picture in the middle of the widget."""
        width, height = self._size.width(), self._size.height()
        if self._sight.fitted:
            return QPointF(width / 2, height / 2)
        shares = self._sight.centre
        return self._kept(QPointF(shares.x() * width, shares.y() * height), self._unit())

    def _kept(self, centre: QPointF, unit: float) -> QPointF:
        """Centre what is smaller than the widget, leave no gap beside what is larger."""

        def kept(at: float, size: int, room: int) -> float:
            half = room / 2 / unit
            return size / 2 if size <= 2 * half else min(max(at, half), size - half)

        return QPointF(
            kept(centre.x(), self._size.width(), self.width()),
            kept(centre.y(), self._size.height(), self.height()),
        )

    def _look(self, centre: QPointF, scale: float) -> None:
        at = self._kept(centre, scale / self.devicePixelRatioF())
        width, height = self._size.width(), self._size.height()
        self._sight.look(QPointF(at.x() / width, at.y() / height), scale * width)

    def _zoom(self, scale: float, around: QPointF) -> None:
        if self._size.isEmpty():
            return
        offset, wanted = around - self._middle(), self._bounded(scale)
        if wanted <= self._fitting() <= 1:
            self._sight.fit()  # as small as it goes: it stays whole when the widget's size changes
            return
        fixed = self._centre() + offset / self._unit()
        self._look(fixed - offset / (wanted / self.devicePixelRatioF()), wanted)

    def _move(self, by: QPointF) -> None:
        """Move the picture by device-independent pixels."""
        if not self._size.isEmpty() and not self._sight.fitted:
            self._look(self._centre() - by / self._unit(), self.scale())

    # gliding from one size to another

    def _glide_to(self, scale: float, around: QPointF | None = None) -> None:
        """As `zoom_to`, over a few frames; the whole picture for 0."""
        if self._size.isEmpty():
            return
        self._glide.stop()
        self._start, self._goal = self.scale(), scale
        self._pivot = self._middle() if around is None else around
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0:
            self._glide.start()
        else:
            self._on_glided(1.0)

    def _glide_by(self, factor: float, around: QPointF | None = None) -> None:
        running = self._glide.state() == QVariantAnimation.State.Running and self._goal
        self._glide_to(self._bounded((self._goal if running else self.scale()) * factor), around)

    def _on_glided(self, share: float) -> None:
        end = self._bounded(self._goal) if self._goal else self._fitting()
        if share < 1:
            self._zoom(self._start * (end / self._start) ** share, self._pivot)
        elif self._goal:
            self._zoom(end, self._pivot)
        else:
            self._sight.fit()

    # what a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._size.isEmpty():
            event.ignore()
            return
        event.accept()
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        fingers = event.device().type() == QInputDevice.DeviceType.TouchPad
        if fingers and not zooms and not event.pixelDelta().isNull():
            self._move(QPointF(event.pixelDelta()))
        elif abs(event.angleDelta().y()) >= 120:
            self._glide_by(STEP ** (event.angleDelta().y() / 120), event.position())
        else:  # a wheel that turns without notches is smooth by itself
            factor = STEP ** (event.angleDelta().y() / 120)
            self.zoom_to(self.scale() * factor, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._glide.stop()
            self._grabbed = event.position()
            self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._move(event.position() - self._grabbed)
            self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._glide_to(1.0 if self._sight.fitted else 0.0, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        factors = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
        arrows = {
            Qt.Key.Key_Left: QPointF(1, 0),
            Qt.Key.Key_Right: QPointF(-1, 0),
            Qt.Key.Key_Up: QPointF(0, 1),
            Qt.Key.Key_Down: QPointF(0, -1),
        }
        key = Qt.Key(event.key())
        if key in factors:
            self._glide_by(factors[key])
        elif key in arrows and not self._size.isEmpty() and not self._sight.fitted:
            self._move(arrows[key] * (STRIDE * min(self.width(), self.height())))
        elif key == Qt.Key.Key_0:
            self._glide_to(0.0)
        elif key == Qt.Key.Key_1:
            self._glide_to(1.0)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_to(self.scale() * (1 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                around = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
                self.zoom_to(self.scale() * pinch.scaleFactor(), around)
                self._move(pinch.centerPoint() - pinch.lastCenterPoint())
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._on_moved()
        return super().event(event)

    def _show_cursor(self, _at: QPointF) -> None:
        """The cursor that tells what a press does there."""
        if self._grabbed is not None and not self._sight.fitted and not self._size.isEmpty():
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.unsetCursor()
