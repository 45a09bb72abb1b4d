"""A map of many points: coloured by group, pictures as one comes close, a loop around some."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gendesk.ui import theme
from gendesk.ui.widgets.image import as_image
from gendesk.ui.widgets.plane import Plane

Points = NDArray[np.float32]  # (N, 2)
Places = NDArray[np.int64]  # indices of points

REACH = 12.0  # pixels within which the pointer finds a point
THUMB = 44  # pixels of a picture on the map
CLOSE = 2.5  # the zoom from which pictures are shown
STAMPS = 600_000  # pixels that may be stamped for one frame
_KEPT = 2000  # pictures
_RADII = (3.2, 2.4, 1.5, 0.9)  # of a point in pixels, the largest that can be afforded
_FADED = 0.18  # how much of its colour a point has that is not meant
_MORE = {"light": ("#6a4fc4", "#5b8a00"), "dark": ("#b392f5", "#9ad14b")}  # beside `Theme.curves`

_Ring = tuple[float, list[int]]  # how much of its colour a point has there, and offsets of pixels


class Cloud(Plane):
    """Stamps each point into a picture of its own, which takes some milliseconds for 70,000.

    Attributes:
        hovered: a signal: the point under the pointer is another one; -1 for none.
        thumbs_wanted: a signal: points whose pictures would be shown, and are not here yet.
        selected: a signal: a loop was drawn around these points.
    """

    hovered = Signal(int)
    thumbs_wanted = Signal(object)  # Places
    selected = Signal(object)  # Places

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._x = self._y = np.empty(0, np.float32)
        self._groups: Places = np.empty(0, np.int64)
        self._order: Places = np.empty(0, np.int64)  # in which they are stamped
        self._of = 1
        self._hidden: set[int] = set()
        self._chosen: NDArray[np.bool_] | None = None
        self._hover = -1
        self._image: QImage | None = None  # the points as they are seen now
        self._buffer: NDArray[np.uint32] | None = None  # what it looks into
        self._thumbs: dict[int, QImage] = {}
        self._asked: list[int] = []  # pictures that were asked for and have not come
        self._placed: list[tuple[int, QPointF]] = []  # the thumbs that are seen, and where
        self.viewed.connect(self._forget_image)
        self.lassoed.connect(self._on_lassoed)
        theme.changed.connect(self._forget_image)

    # what is on it

    def set_points(
        self,
        points: Points,
        groups: NDArray[np.int64] | None = None,
        kinds: int = 0,
        *,
        keep: bool = False,
    ) -> None:
        """Show other points.

        Args:
            points: (N, 2), N may be 0.
            groups: (N,), which colour each has, from 0 on; None for one colour.
            kinds: how many groups there are, where some may have no point.
            keep: whether one goes on seeing as much of them as before; otherwise all are shown.
        """
        self._x = np.ascontiguousarray(points[:, 0], np.float32)
        self._y = np.ascontiguousarray(points[:, 1], np.float32)
        self._groups = np.zeros(len(points), np.int64) if groups is None else groups
        self._of = max(kinds, int(self._groups.max(initial=0)) + 1)
        # A data set is often sorted by its labels: without this the last would cover the first.
        self._order = np.random.default_rng(0).permutation(len(points))
        self._hidden.clear()
        self._chosen, self._hover = None, -1
        self._thumbs.clear()
        self._asked = []
        self.set_bounds(_around(self._x, self._y), keep=keep)

    def count(self) -> int:
        """How many points there are."""
        return len(self._x)

    def point(self, place: int) -> QPointF:
        """Where a point lies on the plane."""
        return QPointF(float(self._x[place]), float(self._y[place]))

    def set_hidden(self, groups: set[int]) -> None:
        """Leave these groups out of what is seen."""
        self._hidden = set(groups)
        self._forget_image()

    def choose(self, places: Places | None) -> None:
        """Show these points as chosen, the others faded; None for no choice."""
        self._chosen = None
        if places is not None and len(places):
            self._chosen = np.zeros(len(self._x), bool)
            self._chosen[places] = True
        self._forget_image()

    def chosen(self) -> Places:
        """The points that are chosen."""
        return np.empty(0, np.int64) if self._chosen is None else np.flatnonzero(self._chosen)

    def point_out(self, place: int) -> None:
        """Draw a ring around a point, as if the pointer were there; -1 for none. Emits nothing."""
        self._hover = place if place < len(self._x) else -1
        self.update()

    def add_thumbs(self, places: Places, pictures: NDArray[np.uint8]) -> None:
        """The pictures (N, H, W, C) of points that were wanted."""
        self._asked = []
        for place, picture in zip(places.tolist(), pictures, strict=True):
            self._thumbs[place] = as_image(picture)
        while len(self._thumbs) > _KEPT:
            del self._thumbs[next(iter(self._thumbs))]
        self.update()

    def nearest(self, at: QPointF) -> int:
        """The visible point closest to a point of the widget, -1 where none is within reach."""
        if not len(self._x):
            return -1
        point = self.to_plane(at)
        reach = REACH / self.unit()
        dx, dy = self._x - np.float32(point.x()), self._y - np.float32(point.y())
        far = dx * dx + dy * dy
        if self._hidden:
            far[np.isin(self._groups, list(self._hidden))] = np.inf
        place = int(far.argmin())
        return place if far[place] <= reach * reach else -1

    def inside(self, loop: QPolygonF) -> Places:
        """The visible points within a loop in pixels of the widget."""
        x, y = self._on_widget()
        width, height = max(self.width(), 1), max(self.height(), 1)
        mask = QImage(width, height, QImage.Format.Format_Grayscale8)
        mask.fill(0)
        painter = QPainter(mask)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255))
        painter.drawPolygon(loop)
        painter.end()
        pixels = np.frombuffer(mask.constBits(), np.uint8).reshape(height, mask.bytesPerLine())
        seen = self._visible(x, y, 0)
        seen[seen] = pixels[y[seen].astype(np.int64), x[seen].astype(np.int64)] > 0
        return np.flatnonzero(seen)

    # what a person does

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        rests = event.buttons() == Qt.MouseButton.NoButton
        self._hover_over(self.nearest(event.position()) if rests else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(-1)

    def _hover_over(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.update()
            self.hovered.emit(place)

    def _on_lassoed(self, loop: QPolygonF) -> None:
        places = self.inside(loop) if loop.size() > 2 else np.empty(0, np.int64)
        self.choose(places)
        self.selected.emit(places)

    # what is painted

    def paint_plane(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        if self._image is None or self._image.devicePixelRatioF() != ratio:
            self._stamp(ratio)
        assert self._image is not None
        painter.drawImage(0, 0, self._image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        missing = [place for place, _ in self._placed if place not in self._thumbs]
        for place, at in self._placed:
            if place in self._thumbs:
                self._paint_thumb(painter, place, at)
        if missing and missing != self._asked:
            self._asked = missing
            self.thumbs_wanted.emit(np.array(missing))

    def paint_over(self, painter: QPainter) -> None:
        if self._hover >= 0:
            at = self.to_widget(self.point(self._hover))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text"), 1.6))
            painter.drawEllipse(at, 6, 6)

    def _paint_thumb(self, painter: QPainter, place: int, at: QPointF) -> None:
        target = QRectF(at.x() - THUMB / 2, at.y() - THUMB / 2, THUMB, THUMB)
        painter.fillRect(target.adjusted(-2, -2, 2, 2), self._colours()[self._groups[place]])
        painter.drawImage(target, self._thumbs[place])

    def _colours(self) -> list[QColor]:
        return group_colours(self._of)

    def _forget_image(self) -> None:
        self._image = None
        self.update()

    def _on_widget(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Where in the widget every point lies."""
        unit, middle = self.unit(), QRectF(self.rect()).center()
        x = (self._x - np.float32(self._centre.x())) * np.float32(unit) + np.float32(middle.x())
        y = (np.float32(self._centre.y()) - self._y) * np.float32(unit) + np.float32(middle.y())
        return x, y

    def _visible(
        self, x: NDArray[np.float32], y: NDArray[np.float32], margin: float
    ) -> NDArray[np.bool_]:
        """Which points lie within the widget, a margin from its edges, in groups that are shown."""
        seen: NDArray[np.bool_] = (
            (x >= margin) & (y >= margin)
            & (x < self.width() - margin) & (y < self.height() - margin)
        )  # fmt: skip
        if self._hidden:
            seen &= ~np.isin(self._groups, list(self._hidden))
        return seen

    def _stamp(self, ratio: float) -> None:
        """Draw every point that is seen into the buffer."""
        width, height = max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)
        ground = theme.colour("backdrop")
        self._buffer = np.full((height, width), ground.rgb(), np.uint32)
        x, y = self._on_widget()
        seen = self._visible(x, y, 5)
        places = self._order[seen[self._order]]
        radius = next(
            (r for r in _RADII if len(places) * 4 * (r * ratio) ** 2 < STAMPS), _RADII[-1]
        )
        at = (y[places] * ratio).astype(np.int32) * width + (x[places] * ratio).astype(np.int32)
        groups, disc = self._groups[places], _disc(radius * ratio, width)
        if self._chosen is not None:
            others = ~self._chosen[places]
            self._stamp_at(at[others], groups[others], disc[-1:], _FADED)
            at, groups = at[~others], groups[~others]
        self._stamp_at(at, groups, disc, 1.0)
        kind = QImage.Format.Format_RGB32
        self._image = QImage(self._buffer.data, width, height, 4 * width, kind)
        self._image.setDevicePixelRatio(ratio)
        self._place_thumbs(x, y, places)

    def _stamp_at(
        self, at: NDArray[np.int32], groups: Places, disc: Sequence[_Ring], strength: float
    ) -> None:
        """Draw points at these places of the buffer: rims first, so that none cuts a neighbour."""
        assert self._buffer is not None
        flat, ground = self._buffer.reshape(-1), theme.colour("backdrop")
        for share, offsets in disc:
            shades = [theme.mixed(c, ground, share * strength).rgb() for c in self._colours()]
            palette = np.array(shades, np.uint32)[groups]
            for off in offsets:
                flat[at + off] = palette

    def _place_thumbs(self, x: NDArray[np.float32], y: NDArray[np.float32], places: Places) -> None:
        """Of the points that are seen as many as have room for a picture, none over another."""
        self._placed = []
        if self._zoom < CLOSE or not len(places):
            return
        side = THUMB + 6
        places = np.sort(places)
        # Cells are fixed to the plane, so that pictures stay while one pans.
        unit = self.unit()
        columns = np.floor(self._x[places] * unit / side).astype(np.int64)
        rows = np.floor(self._y[places] * unit / side).astype(np.int64)
        _, first = np.unique(columns * 1_000_003 + rows, return_index=True)
        taken: dict[tuple[int, int], QPointF] = {}
        for i in np.sort(first).tolist():
            place, column, row = int(places[i]), int(columns[i]), int(rows[i])
            at = QPointF(float(x[place]), float(y[place]))
            around = (taken.get((column + i, row + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))
            if all(
                max(abs(at.x() - other.x()), abs(at.y() - other.y())) >= side
                for other in around
                if other is not None
            ):
                taken[column, row] = at
                self._placed.append((place, at))


def group_colours(count: int) -> list[QColor]:
    """One colour for each group on the current backdrop, told apart as well as so many can be."""
    now = theme.current()
    few = [*now.curves, *_MORE[now.name]]
    if count <= len(few):
        return [QColor(name) for name in few[:count]]
    lights = (0.62, 0.74, 0.5) if now.name == "dark" else (0.45, 0.36, 0.54)
    return [
        QColor.fromHslF((0.58 + i / count) % 1.0, 0.68, lights[i % len(lights)])
        for i in range(count)
    ]


def _around(x: NDArray[np.float32], y: NDArray[np.float32]) -> QRectF:
    """All points with some room, at least a unit; strays far outside are left out."""
    if not len(x):
        return QRectF(-3, -3, 6, 6)
    (left, right), (low, high) = (np.percentile(each, (0.1, 99.9)) for each in (x, y))
    room = 0.06 * max(right - left, high - low, 1e-3)
    return QRectF(QPointF(left - room, low - room), QPointF(right + room, high + room))


def _disc(radius: float, width: int) -> list[_Ring]:
    """A point as rings from the faintest to the full one, in a buffer so wide."""
    reach = int(radius + 1)
    rings: dict[float, list[int]] = {}
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            covered = radius + 0.5 - (dx * dx + dy * dy) ** 0.5
            share = 1.0 if dx == dy == 0 else min(round(covered * 4) / 4, 1.0)
            if share > 0:
                rings.setdefault(share, []).append(dy * width + dx)
    return sorted(rings.items())
