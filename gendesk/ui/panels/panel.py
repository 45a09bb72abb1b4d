"""A panel: what the window asks of each of its places, and the shell that most of them have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Kind, Notice

Room = TypeVar("Room", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Stake:
    """Work that leaving would cut short, already in the person's language."""

    what: str  # is going on
    then: str  # becomes of it
    leave: str  # what leaving is called
    stay: str
    saves: bool  # whether leaving waits until it is saved


class Panel(QWidget):
    """Answers what concerns it; what does not, it leaves as it is here."""

    works = True  # whether it has work of its own, to be started, paused and stopped

    @property
    def stake(self) -> Stake | None:
        """What leaving would cut short."""
        return None

    def complete_one(self) -> bool:
        """Make one of the pages that are not seen yet; false when there is none left to make."""
        return False

    def shows(self, job: Job) -> bool:
        """Whether `job` is one of this panel's; where it has several pages, that of `job` is shown."""
        raise NotImplementedError

    def open(self, paths: Sequence[Path], at: QPoint | None = None) -> None:
        """Take what was dropped, `at` a point of the screen, or chosen."""
        raise NotImplementedError

    def hold_over(self, held: bool) -> None:
        """Files are held over the window, or are not any more."""

    def ask_pictures(self) -> None:
        """Let a person choose pictures."""
        raise NotImplementedError

    def start(self) -> None:
        """Begin the work."""

    def pause(self) -> None:
        """Pause the work, or go on."""

    def stop(self) -> None:
        """End the work; what is finished stays."""

    def save(self) -> None:
        """Keep what is there now."""

    def step(self, by: int) -> None:
        """Look at the next picture (1) or the one before (-1)."""

    def keep(self) -> None:
        """Remember what is not to be lost when the window closes."""


class Shell(Panel, Generic[Room]):
    """A notice, and below it pages: first an empty one, later the room where one works.

    The room is made when it is needed; `_pages` takes the empty page from whoever knows it.
    """

    def __init__(self, name: str, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel_{name}")
        self._pool, self._state = pool, state
        self.notice = Notice(f"{name}_notice")
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    @cached_property
    def room(self) -> Room:
        """Where one works, made now if it was not."""
        room = self._make_room()
        self._pages.addWidget(room)
        return room

    @property
    def _made(self) -> Room | None:
        """The room, where there is one."""
        found: Room | None = self.__dict__.get("room")
        return found

    def _make_room(self) -> Room:
        raise NotImplementedError

    def complete_one(self) -> bool:
        if self._made is not None:
            return False
        self.room  # noqa: B018  it is made now
        return True

    def _tell_troubles(self, troubles: Sequence[Sentence], kind: Kind = "error") -> None:
        """Say in one sentence what could not be taken."""
        if len(troubles) == 1:
            self.notice.tell(troubles[0], kind)
        elif troubles:
            values = {"count": len(troubles), "why": troubles[0]}
            self.notice.tell(
                Sentence("{count} of them could not be taken; the first: {why}", values), kind
            )
