"""A picture to look at: fitted or magnified, moved with the mouse, crisp to the pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gendesk.ui import dialogs, icons, theme
from gendesk.ui.widgets import marks
from gendesk.ui.widgets.image import looking_into
from gendesk.ui.words import Source, say, tr

LARGEST = 64.0  # device pixels for one pixel of the picture
STEP = 1.25  # one notch of the wheel


class PictureView(QWidget):
    """Shows one uint8 picture.

    The wheel zooms around the cursor, dragging moves, a double click goes between the whole
    picture and 100 %. Pixels stay crisp when magnified and are averaged when reduced; 100 % means
    one pixel of the picture on one pixel of the screen.
    """

    zoomed = Signal(float)  # screen pixels for one pixel of the picture

    def __init__(
        self, name: str, empty: Source, icon: str = "image", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = icons.icon(icon, "faint")
        self._empty = ""
        self._caption = ""
        self._image = QImage()
        self._buffer: NDArray[np.uint8] | None = None  # what the QImage looks into
        self._levels: dict[int, QImage] = {}  # the picture reduced by 2, 4, 8 …, where it was seen
        self._fitted = True
        self._scale = 1.0  # screen pixels for one pixel of the picture
        self._centre = QPointF()  # the point of the picture in the middle of the widget
        self._grabbed: QPointF | None = None
        say(self, "set_empty_text", empty)

    def set_empty_text(self, text: str) -> None:
        """What stands where there is no picture: ``say(view, "set_empty_text", ...)``."""
        self._empty = text
        self._describe()
        self.update()

    def set_picture(self, picture: NDArray[np.uint8] | None, caption: str = "") -> None:
        """Show another picture; a picture of the same size keeps the zoom and the place.

        Args:
            picture: (H, W, C) uint8, C is 1 or 3, or None for none. It is kept, not copied, where
                it is contiguous: whoever goes on writing to it shows what they write.
            caption: what it is, for a screen reader and for the name of a saved file.
        """
        size = self._image.size()
        self._buffer = None if picture is None else np.ascontiguousarray(picture)
        self._image = QImage() if self._buffer is None else looking_into(self._buffer)
        self._levels.clear()
        self._caption = caption
        if self._image.size() != size:
            self._fitted = True
        self._lay_out()
        self._describe()
        self.update()

    def picture(self) -> NDArray[np.uint8] | None:
        """The picture shown, (H, W, C)."""
        return self._buffer

    def caption(self) -> str:
        """What the picture is."""
        return self._caption

    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        return self._scale

    def fit(self) -> None:
        """Show the whole picture, as large as it goes."""
        self._fitted = True
        self._lay_out()
        self.update()

    def zoom_to(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom while the point `around` of the widget, or its middle, stays where it is."""
        if self._image.isNull():
            return
        at = QRectF(self.rect()).center() if around is None else around
        fixed = self.to_picture(at)
        self._fitted = False
        self._scale = min(max(scale, min(self._fitting(), 1.0) / 4), LARGEST)
        self._centre = fixed - (at - QRectF(self.rect()).center()) / self._unit()
        self._keep_in_sight()
        self.zoomed.emit(self._scale)
        self.update()

    def to_picture(self, at: QPointF) -> QPointF:
        """The point of the picture, in its pixels, below a point of the widget."""
        return (at - QRectF(self.rect()).center()) / self._unit() + self._centre

    def target(self) -> QRectF:
        """Where in the widget the picture lies."""
        unit, ratio = self._unit(), self.devicePixelRatioF()
        corner = QRectF(self.rect()).center() - self._centre * unit
        # On whole pixels of the screen, so that those of the picture are equally large.
        x, y = round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio
        return QRectF(x, y, self._image.width() * unit, self._image.height() * unit)

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def _unit(self) -> float:
        """Device-independent pixels for one pixel of the picture."""
        return self._scale / self.devicePixelRatioF()

    def _fitting(self) -> float:
        ratio = self.devicePixelRatioF()
        across = self.width() * ratio / self._image.width()
        return min(across, self.height() * ratio / self._image.height())

    def _lay_out(self) -> None:
        if self._image.isNull():
            return
        if self._fitted:
            best = self._fitting()
            # A magnified picture of a few pixels looks best where every pixel is equally large.
            self._scale = float(int(best)) if best >= 3 else best
            self._centre = QRectF(self._image.rect()).center()
            self.zoomed.emit(self._scale)
        else:
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Centre what is smaller than the widget, leave no gap beside what is larger."""
        unit = self._unit()

        def kept(centre: float, size: int, room: int) -> float:
            half = room / 2 / unit
            return size / 2 if size <= 2 * half else min(max(centre, half), size - half)

        self._centre = QPointF(
            kept(self._centre.x(), self._image.width(), self.width()),
            kept(self._centre.y(), self._image.height(), self.height()),
        )

    def _describe(self) -> None:
        self.setAccessibleName(self._caption if not self._image.isNull() else self._empty)

    # what is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = marks.rounded(room)
        painter.fillPath(frame, theme.colour("backdrop"))
        if self._image.isNull():
            marks.paint_empty(painter, self.rect(), self._icon, self._empty)
        else:
            painter.setClipPath(frame)
            self._paint_picture(painter, QRectF(event.rect()))
        if self.hasFocus():
            painter.setClipping(False)
            marks.paint_focus(painter, room)

    def _paint_picture(self, painter: QPainter, exposed: QRectF) -> None:
        """Only the pixels that are seen are handed to the painter."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._scale < 1)
        target = self.target()
        seen = QRectF(
            self.to_picture(exposed.topLeft()), self.to_picture(exposed.bottomRight())
        ).toAlignedRect()
        source = seen.adjusted(-2, -2, 2, 2) & self._image.rect()
        unit = self._unit()
        part = QRectF(
            target.x() + source.x() * unit,
            target.y() + source.y() * unit,
            source.width() * unit,
            source.height() * unit,
        )
        level, factor = self._level()
        corners = QRectF(source).topLeft() / factor, QRectF(source).bottomRight() / factor
        painter.drawImage(part, level, QRectF(*corners))

    def _level(self) -> tuple[QImage, int]:
        """The picture reduced so far that the painter has less than half of the way left.

        The painter looks at four pixels for one: more of them in its place would be noise.
        """
        factor = 1
        while self._scale * factor <= 0.5 and min(self._image.size().toTuple()) > 2 * factor:
            factor *= 2
        if factor == 1:
            return self._image, 1
        if factor not in self._levels:
            self._levels[factor] = self._image.scaled(
                self._image.size() / factor,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._levels[factor], factor

    # what a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._image.isNull():
            event.ignore()
            return
        notches = event.angleDelta().y() / 120
        self.zoom_to(self._scale * STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            if not self._image.isNull() and not self._fitted:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None and not self._image.isNull() and not self._fitted:
            self._centre -= (event.position() - self._grabbed) / self._unit()
            self._grabbed = event.position()
            self._keep_in_sight()
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fitted:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        factors = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
        key = Qt.Key(event.key())
        if key in factors:
            self.zoom_to(self._scale * factors[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.zoom_to(1.0)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._image.isNull():
            return
        menu = self.menu()
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the picture."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Whole picture"), self.fit)
        menu.addAction(tr("One to one (100 %)"), lambda: self.zoom_to(1.0))
        menu.addSeparator()
        menu.addAction(icons.icon("copy"), tr("Copy picture"), self.copy)
        menu.addAction(icons.icon("save"), tr("Save picture…"), self.save)
        return menu

    def copy(self) -> None:
        """Put the picture into the clipboard."""
        QGuiApplication.clipboard().setImage(self._image.copy())

    def save(self) -> None:
        """Ask for a place and write the picture there."""
        name = "".join(c if c.isalnum() else "_" for c in self._caption) or "picture"
        dialog = dialogs.saver(
            self, "picture_save_dialog", tr("Save picture"),
            f"{name}.png", dialogs.Location.PicturesLocation,
        )  # fmt: skip
        dialog.setNameFilter(tr("PNG pictures (*.png)"))
        image = self._image.copy()  # a newer one may be shown by the time that a place is chosen
        dialog.fileSelected.connect(lambda path: self._write(image, path))
        dialog.open()

    def _write(self, image: QImage, path: str) -> None:
        if not image.save(path):
            text = tr("{path} cannot be written.", path=path)
            dialogs.message(self, "picture_save_trouble", text).open()
