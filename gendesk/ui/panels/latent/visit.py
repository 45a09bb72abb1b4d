"""A visit to a model: where one is in it, what is seen there, its map and its manifold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.latent_work import models
from gendesk.ui.panels.latent.eye import Eye
from gendesk.ui.panels.latent.manifold import ManifoldPage
from gendesk.ui.panels.latent.mapping import Mapping
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space
    from gendesk.ui.panels.latent.chooser import Entry


class Visit(QObject):
    """Opens a model by its name, and stays with it while it learns: all that is seen moves with it.

    What was opened is entered by `leave` and `begin`, between which its owner prepares what else
    belongs to it.
    """

    opened = Signal(object)  # Space: another model is there to be entered
    renewed = Signal(object)  # Space: a newer checkpoint of the same
    failed = Signal(Sentence)

    def __init__(self, pool: Pool, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool, self._name = pool, name
        self._opening: Job | None = None
        self.space: Space | None = None
        self.whereabouts = Whereabouts(self)
        self.eye = Eye(pool, self.whereabouts, name, self)
        self.map = Mapping(pool, self.whereabouts, name)
        self.manifold = ManifoldPage(pool, self.whereabouts, name)
        self.eye.seen.connect(self.map.show_seen)
        self.map.charted.connect(self._on_charted)
        self.eye.seen.connect(self.manifold.show_seen)
        for part in (self.eye, self.map, self.manifold):
            part.failed.connect(self.failed)

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        parts = (self.eye, self.map, self.manifold)
        return self._opening is None and all(part.settled for part in parts)

    @property
    def opening(self) -> bool:
        """Whether a model is on its way."""
        return self._opening is not None

    def open(self, name: str) -> None:
        """Open this one; what was on its way is not wanted any more."""
        self._open(Job(tr("Opening {name}", name=name), models.open_space(name)))

    def open_principal(self, other: Visit) -> None:
        """Open the principal components of what another visit's model has learnt from."""
        if other.space is not None:
            does = models.principal(other.space, other.map.source)
            self._open(Job(tr("Finding principal components"), does))

    def _open(self, job: Job) -> None:
        self.give_up()
        self._opening = self._pool.start(job, self._on_opened)

    def give_up(self) -> None:
        """Open nothing."""
        if self._opening is not None:
            self._pool.drop(self._opening)
            self._opening = None

    def leave(self) -> None:
        """Be nowhere: nothing that was there means anything in another model."""
        self.whereabouts.leave()
        self.space = None

    def begin(self, space: Space, point: Point, source: str = "") -> None:
        """Enter a model at a point of it; its map is of a source, where it is not of what it learnt."""
        self.space = space
        self.eye.begin(space)
        self.map.begin(space, source)
        self.manifold.begin(space)
        self.whereabouts.begin(point)

    def follow(self, entries: Sequence[Entry]) -> None:
        """Take the newest checkpoint, where there is a newer one than that which is seen."""
        space = self.space
        if space is not None and any(
            each.name == space.name and each.step != space.step for each in entries
        ):
            self._pool.latest(
                f"{self._name}_renew", Job("", models.renew(space)),
                lambda _, events: self._on_renewed(space, events),
            )  # fmt: skip

    # what comes back

    def _on_charted(self) -> None:
        self.eye.chart = self.map.found
        self.eye.look()  # where on it one is

    def _on_opened(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._opening:
            return
        last = events[-1]
        if isinstance(last, Terminal):
            self._opening = None
        if isinstance(last, Finished):
            self.opened.emit(last.result)
        elif isinstance(last, Failed):
            self.failed.emit(last.sentence)

    def _on_renewed(self, before: Space, events: Sequence[Event]) -> None:
        last = events[-1]
        if not isinstance(last, Finished) or self.space is not before or last.result is before:
            return
        self.space = last.result
        self.eye.begin(last.result)
        self.eye.look()
        self.map.renew(last.result)
        self.manifold.renew(last.result)
        self.renewed.emit(last.result)
