"""Where one is in a latent space, and where one was: every way of moving goes through here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gendesk.ops.latent.point import Point

MOST = 200  # places one can go back to


class Whereabouts(QObject):
    """One point, with undo and redo; a drag counts as one step once the hand lets go."""

    moved = Signal()  # `point` is another one
    settled = Signal()  # and will stay for a moment
    left = Signal()  # undo or redo became possible or impossible

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[Point] = []
        self._future: list[Point] = []
        self._rested: Point | None = None  # where the hand let go the last time
        self.point: Point | None = None

    def leave(self) -> None:
        """Be nowhere: another space is about to be entered."""
        self.point = self._rested = None

    def begin(self, point: Point) -> None:
        """Be in another space: nothing that was before means anything there."""
        self._past, self._future = [], []
        self.point = self._rested = point
        self.left.emit()
        self.moved.emit()
        self.settled.emit()

    def drag(self, point: Point) -> None:
        """Be here, for now."""
        self.point = point
        self.moved.emit()

    def arrive(self, point: Point) -> None:
        """Be here, where it has been seen already."""
        self.point = point

    def settle(self) -> None:
        """The hand has let go: this is where one can come back to."""
        if self.point is None or self.point is self._rested:
            return
        if self._rested is not None:
            self._past = [*self._past, self._rested][-MOST:]
        self._future, self._rested = [], self.point
        self.left.emit()
        self.settled.emit()

    def go(self, point: Point) -> None:
        """Be here at once."""
        self.drag(point)
        self.settle()

    def undo(self) -> None:
        """Back to where one was."""
        self._travel(self._past, self._future)

    def redo(self) -> None:
        """And forth again."""
        self._travel(self._future, self._past)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to come back to."""
        return bool(self._future)

    def _travel(self, there: list[Point], back: list[Point]) -> None:
        if there and self._rested is not None:
            back.append(self._rested)
            self.point = self._rested = there.pop()
            self.left.emit()
            self.moved.emit()
            self.settled.emit()
