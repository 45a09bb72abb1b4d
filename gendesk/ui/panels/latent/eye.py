"""The eye of the explorer: decodes wherever one is, always the newest place, while one drags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.latent_work import pictures
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool

if TYPE_CHECKING:
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space


class Eye(QObject):
    """Asks for what lies at the point one is at, and hands on what comes back.

    Of several places that are asked for while one is decoded, only the newest is decoded next.
    """

    seen = Signal(object)  # pictures.Seen
    failed = Signal(Sentence)

    def __init__(
        self,
        pool: Pool,
        whereabouts: Whereabouts,
        name: str = "latent",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pool, self._whereabouts, self._name = pool, whereabouts, name
        self.space: Space | None = None
        self.chart: Map | None = None
        self._asked: Job | None = None  # the newest
        self._leads = False  # whether the newest decides where one is
        self._settles = False  # whether the hand has let go meanwhile
        whereabouts.moved.connect(self.look)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for has been seen."""
        return self._asked is None

    def begin(self, space: Space) -> None:
        """Another model, or a newer checkpoint; what is still on its way is of no use."""
        self.space, self._asked = space, None

    def look(self) -> None:
        """At the point one is at."""
        if self.space is not None and self._whereabouts.point is not None:
            self._ask(self._whereabouts.point)

    def lead(
        self,
        base: Point,
        moves: Sequence[tuple[Direction, float]] = (),
        turned: Mapping[int, float] | None = None,
    ) -> None:
        """Go so far from a point in some directions, or turn numbers of its style, and look there."""
        if self.space is not None:
            self._ask(base, moves, turned or {})

    def settle(self) -> None:
        """The hand has let go: stay where one is led, once one is there."""
        if self._asked is not None and self._leads:
            self._settles = True
        else:
            self._whereabouts.settle()

    def _ask(
        self,
        point: Point,
        moves: Sequence[tuple[Direction, float]] = (),
        turned: Mapping[int, float] | None = None,
    ) -> None:
        """Look at a point; where something may be `turned`, it decides where one is."""
        space = self.space
        assert space is not None
        job = Job("", pictures.look(space, point, moves, turned, self.chart))
        self._asked, self._leads, self._settles = job, turned is not None, False
        self._pool.latest(
            f"{self._name}_eye", job, lambda job, events: self._on_seen(job, events, space)
        )

    def _on_seen(self, job: Job, events: Sequence[Event], space: Space) -> None:
        last = events[-1]
        newest = job is self._asked
        if isinstance(last, Terminal) and newest:
            self._asked = None
        if space is not self.space:
            return
        if isinstance(last, Failed):
            self.failed.emit(last.sentence)
        elif isinstance(last, Finished):
            if newest and self._leads:
                self._whereabouts.arrive(last.result.point)
            self.seen.emit(last.result)
            if newest and self._settles:
                self._settles = False
                self._whereabouts.settle()
