"""Follows a training: a newer checkpoint is asked for again and again while it is walked in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gendesk.core.events import Event, Finished
from gendesk.jobs import Job
from gendesk.ui.latent_work import models
from gendesk.ui.pool import Pool

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space

EVERY_MS = 2000


class Follower(QObject):
    """Says when the space that is followed has a newer one."""

    renewed = Signal(object)  # Space

    def __init__(self, pool: Pool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._space: Space | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.ask)

    def follow(self, space: Space | None, *, grows: bool) -> None:
        """Follow this one, where there may be newer ones; None for none."""
        self._space = space
        if space is not None and grows:
            self._timer.start()
        else:
            self._timer.stop()

    def ask(self) -> None:
        """Ask whether there is a newer one."""
        space = self._space
        if space is not None:
            self._pool.latest(
                "latent_renew", Job("", models.renew(space)),
                lambda _, events: self._on_asked(space, events),
            )  # fmt: skip

    def _on_asked(self, before: Space, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished) and self._space is before and last.result is not before:
            self._space = last.result
            self.renewed.emit(last.result)
