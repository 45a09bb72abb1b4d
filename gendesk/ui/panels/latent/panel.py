"""The latent panel: walks through whatever makes pictures, or says that there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.jobs import Job
from gendesk.ui.latent_work import models
from gendesk.ui.panels.panel import Shell
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import EmptyState

if TYPE_CHECKING:
    from gendesk.ui.panels.latent.chooser import Entry
    from gendesk.ui.panels.latent.explorer import Explorer


EVERY_MS = 2000  # while it is seen, what there is to walk in is looked for


class Latent(Shell["Explorer"]):
    """The explorer, or an empty place where no model makes pictures yet."""

    training_asked = Signal()
    run_asked = Signal(object)  # Run, to be trained further

    works = False

    def __init__(self, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__("latent", pool, state, parent)
        self._looking: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look_for_models)
        self.empty = EmptyState(
            "latent_empty", "latent",
            "No model makes pictures yet. Train one, and walk here through all that it has "
            "learnt, even while it learns.",
            "New training",
        )  # fmt: skip
        self.empty.acted.connect(self.training_asked)
        self._pages.addWidget(QWidget())  # until it is known what there is
        self._pages.addWidget(self.empty)

    @property
    def explorer(self) -> Explorer:
        """Where one walks."""
        return self.room

    def _make_room(self) -> Explorer:
        from gendesk.ui.panels.latent.explorer import Explorer

        explorer = Explorer(self._pool, self._state, self.notice)
        explorer.run_asked.connect(self.run_asked)
        return explorer

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        return self._looking is None and (self._made is None or self._made.settled)

    def look_for_models(self) -> None:
        """Ask again what can be walked in, what trains, and how far that is."""
        if self._looking is None:
            self._looking = self._pool.start(Job("", models.models), self._on_models)

    def open(self, paths: Sequence[Path], at: QPoint | None = None) -> None:  # noqa: ARG002
        """Go where a position leads, or where a picture of one's own lies."""
        self.notice.dismiss()
        self.explorer.open(paths)

    def keep(self) -> None:
        """Remember where one is, and what was pinned."""
        if self._made is not None:
            self._made.keep()

    def ask_pictures(self) -> None:
        """Let a person choose a picture of their own, or a position."""
        self.explorer.files.ask_open()

    def save(self) -> None:
        """Ask where the picture that is seen is written."""
        self.explorer.errands.ask_save()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_for_models()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.keep()

    # what comes back

    def _on_models(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is not self._looking or not isinstance(last, Terminal):
            return
        self._looking = None
        if isinstance(last, Finished):
            self._offer(last.result)
        elif isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")

    def _offer(self, entries: Sequence[Entry]) -> None:
        if entries:
            self._pages.setCurrentWidget(self.explorer)
        else:
            self._pages.setCurrentWidget(self.empty)
        if self._made is not None:
            self._made.offer(entries)
