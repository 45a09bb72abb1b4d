"""Where one looks: shared by viewers that move in step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal


class Sight(QObject):
    """The place, the size and the tools of one look at a picture.

    Everything is kept in shares of the picture, so that pictures of different sizes are seen alike.
    """

    moved = Signal()  # another place or size
    turned = Signal()  # another split, lens or cursor

    def __init__(self) -> None:
        super().__init__()
        self.fitted = True  # the whole picture, in each viewer as large as it goes
        self.centre = QPointF(0.5, 0.5)  # what is in the middle, as shares of width and height
        self.span = 0.0  # pixels of the screen for the width of the picture
        self.split = 0.5  # of the viewer's width: the before side
        self.lens = False
        self.cursor: QPointF | None = None  # what is pointed at, as shares

    def copy(self) -> Sight:
        """The same look, from now on on its own."""
        other = Sight()
        other.fitted, other.span, other.centre = self.fitted, self.span, self.centre
        other.split, other.lens = self.split, self.lens
        return other

    def fit(self) -> None:
        """Look at the whole picture."""
        self.fitted = True
        self.moved.emit()

    def look(self, centre: QPointF, span: float) -> None:
        """Look elsewhere."""
        self.fitted, self.centre, self.span = False, centre, span
        self.moved.emit()

    def set_split(self, share: float) -> None:
        """Divide before from after elsewhere."""
        self.split = min(max(share, 0.0), 1.0)
        self.turned.emit()

    def set_lens(self, on: bool) -> None:
        """Hold the lens, or put it away."""
        self.lens = on
        self.turned.emit()

    def point(self, cursor: QPointF | None) -> None:
        """Point at a place of the picture, or at none."""
        self.cursor = cursor
        self.turned.emit()
