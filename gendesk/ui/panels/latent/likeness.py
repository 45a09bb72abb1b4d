"""The real pictures most like the one that is seen: is it new, or remembered?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished, Stage, Terminal
from gendesk.jobs import Job
from gendesk.ui import amounts, theme
from gendesk.ui.latent_work import finding
from gendesk.ui.panels.latent.mapping import Mapping
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.contacts import Contacts
from gendesk.ui.words import say, show, unsay

if TYPE_CHECKING:
    from gendesk.ops.latent.nearest import Gallery
    from gendesk.ops.latent.space import Space


SHEET = 170  # pixels: two rows of three, where there is room for three alone


class LikenessPage(QWidget):
    """Compares only while it is seen: the first time, all real pictures have to be looked at."""

    def __init__(self, pool: Pool, whereabouts: Whereabouts, shown: Mapping) -> None:
        super().__init__()
        self._pool, self._whereabouts, self._map = pool, whereabouts, shown
        self._space: Space | None = None
        self._galleries: dict[tuple[str, str], Gallery] = {}
        self._asked: Job | None = None
        self._barred = False  # the real pictures are not to be had
        self.verdict = QLabel()
        self.verdict.setObjectName("latent_verdict")
        self.verdict.setWordWrap(True)
        self.verdict.setFont(theme.font(14, 500))
        say(
            self.verdict, "setToolTip",
            "How far the nearest real picture is, as a share of how far real ones are from one "
            "another: 0 is a copy, about 1 is new",
        )  # fmt: skip
        self.sheet = Contacts(
            "latent_nearest", "The most similar real pictures appear here.", side=56
        )
        self.sheet.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.setFixedHeight(SHEET)
        self.busy = Busy("latent_nearest_busy", "Comparing with the real pictures")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.verdict)
        column.addWidget(self.busy)
        column.addWidget(self.sheet)
        whereabouts.settled.connect(self.look)

    @property
    def settled(self) -> bool:
        """Whether the comparison is done."""
        return self._asked is None

    def begin(self, space: Space) -> None:
        """Another model."""
        self._space, self._asked, self._barred = space, None, False
        self.busy.end()
        self.sheet.begin(0)
        unsay(self.verdict, "setText")
        self.verdict.clear()
        self.look()

    def renew(self, space: Space) -> None:
        """A newer checkpoint of the same."""
        self._space = space
        self.look()

    def renew_pictures(self) -> None:
        """A person says where the real pictures are."""
        self._barred = False
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Compare what is seen, if anybody looks."""
        here = self._whereabouts.point
        if self._space is None or here is None or self._barred or not self.isVisible():
            return
        does = finding.nearest(self._space, self._galleries, here, self._map.source)
        self._asked = self._pool.latest("latent_nearest", Job("", does), self._on_found)

    def _on_found(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if any(isinstance(event, Stage) for event in events):
            if self.busy.job is not job and not isinstance(last, Terminal):
                self.busy.begin(job)
            self.busy.follow(events)
        if isinstance(last, Terminal):
            self.busy.end()
        if job is self._asked and isinstance(last, Terminal):
            self._asked = None
        if isinstance(last, Failed):
            self._barred = True
            self.sheet.begin(0)
            show(self.verdict, "setText", last.sentence)
        elif isinstance(last, Finished):
            found = last.result
            score = amounts.decimal(float(found.score), 2)
            if found.remembered:
                say(self.verdict, "setText", "Remembered: copying score {score}", score=score)
            else:
                say(self.verdict, "setText", "New: copying score {score}", score=score)
            self.sheet.begin(len(found.pictures))
            self.sheet.add(dict(enumerate(found.pictures)))
            distances = enumerate(found.distances.tolist())
            self.sheet.set_captions({i: amounts.decimal(d, 2) for i, d in distances})
