"""A slider for every dimension of the latent space, the most active first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import amounts
from gendesk.ui.latent_work import maps
from gendesk.ui.panels.latent.eye import Eye
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.faders import Fader, Faders
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ops.latent.activity import Activity
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Seen

FARTHEST = 4.0  # standard deviations to either side


class Dimensions(QWidget):
    """Turns one number of the point at a time: of z, or where there are styles of w."""

    measured = Signal()  # it is known which dimensions do something
    failed = Signal(Sentence)

    def __init__(
        self, pool: Pool, whereabouts: Whereabouts, eye: Eye, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pool, self._whereabouts, self._eye = pool, whereabouts, eye
        self._measuring: Job | None = None
        self._space: Space | None = None
        self._activity: Activity | None = None
        self._ranges: dict[int, tuple[float, float]] = {}
        self._base: Point | None = None  # from where styles are turned
        self._numbers: dict[Hashable, float] = {}  # and what they are there
        self._turned: dict[int, float] = {}  # and how far from that they are turned
        self.faders = Faders("latent_dimension")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.faders)
        self.faders.turned.connect(self._on_turned)
        self.faders.settled.connect(eye.settle)
        whereabouts.moved.connect(self._on_moved)
        eye.seen.connect(self._on_seen)

    def begin(self, space: Space) -> None:
        """Another model; which dimensions do something is not known yet."""
        self._space, self._activity, self._ranges = space, None, {}
        self._base = self._measuring = None
        self._offer()

    def renew(self, space: Space) -> None:
        """A newer checkpoint of the same; `measure` comes with its map."""
        self._space = space

    @property
    def settled(self) -> bool:
        """Whether it is known which dimensions do something."""
        return self._measuring is None

    def measure(self, chart: Map) -> None:
        """Find out which dimensions do something, and how far styles may be turned."""
        self._ranges = {}
        if chart.space == "w":  # random z are known to be normal
            middle, spread = chart.codes.mean(0), chart.codes.std(0) + 1e-6
            for i, (at, far) in enumerate(zip(middle.tolist(), spread.tolist(), strict=True)):
                self._ranges[i] = (at - FARTHEST * far, at + FARTHEST * far)
        self._offer()
        if self._space is not None:
            job = Job("", maps.activity(self._space, chart))
            self._measuring = self._pool.latest("latent_activity", job, self._on_measured)

    def _on_measured(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is not self._measuring or not isinstance(last, Terminal):
            return
        self._measuring = None
        if isinstance(last, Finished):
            self._activity = last.result
            self._offer()
            self.measured.emit()
        elif isinstance(last, Failed):
            self.failed.emit(last.sentence)

    def order(self) -> Sequence[int]:
        """The dimensions as they are listed."""
        return [int(str(fader.key)) for fader in self.faders.faders()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()

    @property
    def _styled(self) -> bool:
        return self._space is not None and "w" in self._space.spaces

    def _offer(self) -> None:
        if self._space is None:
            return
        found, letter = self._activity, "w" if self._styled else "z"
        order = range(self._space.latent) if found is None else found.order.tolist()
        sliders = []
        for each in order:
            low, high = self._ranges.get(each, (-FARTHEST, FARTHEST))
            dead = found is not None and bool(found.dead[each])
            rest = (low + high) / 2
            name = f"{letter}{each + 1}"
            sliders.append(Fader(each, name, low, high, rest, faint=dead, tip=self._tip(each)))
        self.faders.set_faders(sliders)

    def _tip(self, dimension: int) -> str:
        found = self._activity
        if found is None:
            return tr("Double-click to put it back")
        if found.dead[dimension]:
            return tr("Not used: the model learnt to do without it, turning it changes nothing")
        return tr("Activity {amount}", amount=amounts.figure(float(found.strength[dimension])))

    def _on_turned(self, key: Hashable, value: float) -> None:
        here, dimension = self._whereabouts.point, int(str(key))
        if here is None:
            return
        if not self._styled:
            values = here.values.copy()
            values[dimension] = value
            self._whereabouts.drag(replace(here, values=values))
            return
        if self._base is None:
            self._base, self._turned = here, {}
        self._turned[dimension] = value - self._numbers.get(dimension, 0.0)
        self._eye.lead(self._base, turned=self._turned)

    def _on_moved(self) -> None:
        self._base = None
        here = self._whereabouts.point
        if here is not None and not self._styled:
            self.faders.set_values(dict(enumerate(here.values.tolist())))

    def _on_seen(self, seen: Seen) -> None:
        found: dict[Hashable, float] = dict(enumerate(seen.numbers.tolist()))
        if self._base is None:
            self._numbers = found
        if self._styled or self._whereabouts.point is seen.point:
            self.faders.set_values(found)
