"""What was pinned: points to come back to, in an order that makes a walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gendesk.ops.latent.point import Point

if TYPE_CHECKING:
    from gendesk.ui.latent_work.pictures import Picture


@dataclass(frozen=True, eq=False, slots=True)
class Pin:
    """A point, and what lies there; its number stays with it wherever it is moved to."""

    number: int
    point: Point
    picture: Picture | None = None


class Pins(QObject):
    """The pins of one model."""

    changed = Signal()  # there are more, fewer, or in another order
    pictured = Signal()  # the same pins, with pictures

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pins: list[Pin] = []
        self._next = 0

    def __len__(self) -> int:
        return len(self._pins)

    def all(self) -> Sequence[Pin]:
        """In their order."""
        return tuple(self._pins)

    def pin(self, number: int) -> Pin | None:
        """The one with this number."""
        return next((pin for pin in self._pins if pin.number == number), None)

    def begin(self, points: Sequence[Point]) -> None:
        """Those of another model; their pictures are not known yet."""
        self._pins = [Pin(self._next + i, point) for i, point in enumerate(points)]
        self._next += len(points)
        self.changed.emit()

    def add(self, point: Point, picture: Picture | None) -> None:
        """One more, the last."""
        self._pins.append(Pin(self._next, point, picture))
        self._next += 1
        self.changed.emit()

    def picture(self, pictures: dict[int, Picture]) -> None:
        """What lies at some of them, by their numbers."""
        self._pins = [
            replace(pin, picture=pictures.get(pin.number, pin.picture)) for pin in self._pins
        ]
        self.pictured.emit()

    def forget_pictures(self) -> None:
        """The model has learnt more: the same points look different."""
        self._pins = [replace(pin, picture=None) for pin in self._pins]

    def remove(self, number: int) -> None:
        """Let one go."""
        self._pins = [pin for pin in self._pins if pin.number != number]
        self.changed.emit()

    def order(self, numbers: Sequence[int]) -> None:
        """Another order."""
        self._pins.sort(key=lambda pin: numbers.index(pin.number))
        self.changed.emit()

    def clear(self) -> None:
        """Let all go."""
        self._pins = []
        self.changed.emit()
