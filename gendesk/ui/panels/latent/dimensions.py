"""A slider for every dimension of the latent space, the most active first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gendesk.ui import amounts
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.widgets.faders import Fader, Faders
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ops.latent.activity import Activity
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space

FARTHEST = 4.0  # standard deviations to either side


class Dimensions(QWidget):
    """Turns one number of the point at a time; in w+ all layers alike."""

    def __init__(self, whereabouts: Whereabouts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whereabouts = whereabouts
        self._activity: Activity | None = None
        self._space: Space | None = None
        self.faders = Faders("latent_dimension")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.faders)
        self.faders.turned.connect(self._on_turned)
        self.faders.settled.connect(whereabouts.settle)
        whereabouts.moved.connect(self._show_values)

    def begin(self, space: Space) -> None:
        """Another model; which dimensions do something is not known yet."""
        self._space, self._activity = space, None
        self._offer()

    def show_activity(self, activity: Activity) -> None:
        """Which dimensions do something."""
        self._activity = activity
        self._offer()

    def order(self) -> Sequence[int]:
        """The dimensions as they are listed."""
        return [int(str(fader.key)) for fader in self.faders.faders()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()

    def _offer(self) -> None:
        if self._space is None:
            return
        found = self._activity
        order = range(self._space.latent) if found is None else found.order.tolist()
        self.faders.set_faders(
            [
                Fader(
                    each, f"z{each + 1}", -FARTHEST, FARTHEST,
                    faint=found is not None and bool(found.dead[each]),
                    tip=self._tip(each),
                )
                for each in order
            ]
        )  # fmt: skip
        self._show_values()

    def _tip(self, dimension: int) -> str:
        found = self._activity
        if found is None:
            return tr("Double-click to put it back")
        if found.dead[dimension]:
            return tr("Not used: the model learnt to do without it, turning it changes nothing")
        return tr("Activity {amount}", amount=amounts.figure(float(found.strength[dimension])))

    def _on_turned(self, key: Hashable, value: float) -> None:
        here = self._whereabouts.point
        if here is not None:
            values = here.values.copy()
            values[..., int(str(key))] = value
            self._whereabouts.drag(replace(here, values=values))

    def _show_values(self) -> None:
        here = self._whereabouts.point
        if here is not None:
            self.faders.set_values(dict(enumerate(_flat(here))))


def _flat(point: Point) -> list[float]:
    """A number for each dimension; in w+ the mean over all layers."""
    values = point.values if point.values.ndim == 1 else point.values.mean(0)
    return [float(value) for value in values]
