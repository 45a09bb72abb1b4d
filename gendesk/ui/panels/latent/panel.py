"""The latent panel: walks through whatever makes pictures, or says that there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.jobs import Job
from gendesk.ui import latent_work as work
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import EmptyState, Notice

if TYPE_CHECKING:
    from gendesk.ui.panels.latent.chooser import Entry
    from gendesk.ui.panels.latent.explorer import Explorer


class Latent(QWidget):
    """The explorer, made when it is needed, or an empty place where no model makes pictures yet."""

    training_asked = Signal()

    def __init__(self, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_latent")
        self._pool, self._state = pool, state
        self._looking: Job | None = None
        self.notice = Notice("latent_notice")
        self.empty = EmptyState(
            "latent_empty", "latent",
            "No model makes pictures yet. Train one, and walk here through all that it has "
            "learnt, even while it learns.",
            "New training",
        )  # fmt: skip
        self.empty.acted.connect(self.training_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # until it is known what there is
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    @cached_property
    def explorer(self) -> Explorer:
        """Where one walks, made when it is needed."""
        from gendesk.ui.panels.latent.explorer import Explorer

        explorer = Explorer(self._pool, self._state, self.notice)
        self._pages.addWidget(explorer)
        return explorer

    @property
    def _made(self) -> Explorer | None:
        """The explorer where there is one."""
        found: Explorer | None = self.__dict__.get("explorer")
        return found

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        return self._looking is None and (self._made is None or self._made.settled)

    def look_for_models(self) -> None:
        """Ask what can be walked in, again."""
        self._looking = self._pool.start(Job("", work.models), self._on_models)

    def open(self, paths: Sequence[Path]) -> None:
        """Go where a position leads, or where a picture of one's own lies."""
        self.notice.dismiss()
        self.explorer.open(paths)

    def complete_one(self) -> bool:
        """Make what is not seen yet; false when there is nothing left to make."""
        if self._made is not None:
            return False
        self.explorer  # noqa: B018  it is made now
        return True

    def keep(self) -> None:
        """Remember where one is, and what was pinned."""
        if self._made is not None:
            self._made.keep()

    def ask_file(self) -> None:
        """Let a person choose a picture of their own, or a position."""
        self.explorer.files.ask_open()

    def save(self) -> None:
        """Ask where the picture that is seen is written."""
        self.explorer.errands.ask_save()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_for_models()  # one may have been trained meanwhile

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
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
