"""Our own icons, drawn in the colours of the theme at any resolution."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from gendesk.paths import resource
from gendesk.ui import theme


@cache
def icon(name: str, tone: str = "text") -> QIcon:
    """The icon `resources/icons/<name>.svg`, recoloured whenever it is painted.

    Each is made once and kept: PySide destroys an engine that is written in Python twice when its
    icon is collected as part of a cycle.

    Args:
        name: of the file.
        tone: the colour of `theme.Theme` it has; what is checked takes the accent, what is
            disabled fades.
    """
    return QIcon(_Engine(name, tone))


def application_icon() -> QIcon:
    """The mark of gendesk, in its own colours."""
    return QIcon(str(resource("icons", "gendesk.svg")))


def pixmap(name: str, size: int, colour: str, scale: float = 1.0) -> QPixmap:
    """The icon as a square of `size` device-independent pixels in one colour."""
    side = max(1, round(size * scale))  # a button without room asks for a negative size
    key = f"gendesk/{name}/{colour}/{side}/{scale}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, made)
    return made


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._colour(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._name, side, self._colour(mode, state), scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        now = theme.current()
        if mode == QIcon.Mode.Disabled:
            return now.faint
        if state == QIcon.State.On:
            return now.accent_text
        return str(getattr(now, self._tone))


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = _source(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))
