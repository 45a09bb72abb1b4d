"""Directions along which pictures change in one respect: found in the model, or one's own."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.latent_work import directions
from gendesk.ui.panels.latent.eye import Eye
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.faders import Fader, Faders
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, tr

if TYPE_CHECKING:
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space

FARTHEST = 3.0  # times as far as 1 is
PCA, NETWORK, WEIGHTS, YOURS = "pca", "activations", "sefa", "yours"


class Ways(QWidget):
    """Strengths add up: the point goes so far along each from where one was."""

    new_asked = Signal()
    save_asked = Signal(object)  # Direction
    changed = Signal()  # the directions of one's own
    failed = Signal(Sentence)

    def __init__(
        self, pool: Pool, whereabouts: Whereabouts, eye: Eye, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pool, self._whereabouts, self._eye = pool, whereabouts, eye
        self._space: Space | None = None
        self.chart: Map | None = None
        self._found: dict[str, list[Direction]] = {}
        self._base: Point | None = None  # from where the strengths lead
        self._asked: Job | None = None
        self.how = CalmCombo()
        self.how.setObjectName("latent_how")
        self.how.setMinimumContentsLength(6)
        self.how.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        say(self.how, "setAccessibleName", "How directions are found")
        self.how.activated.connect(lambda: self._on_chosen())
        self.new = QPushButton()
        self.new.setObjectName("latent_new_direction")
        say(self.new, "setText", "New…")
        say(self.new, "setToolTip", "A direction from pictures without something to those with it")
        self.new.clicked.connect(self.new_asked)
        self.busy = Busy("latent_directions_busy", "Looking for directions")
        self.faders = Faders("latent_direction")
        self.faders.turned.connect(self._on_turned)
        self.faders.settled.connect(eye.settle)
        self.faders.removed.connect(self._on_removed)
        self.faders.save_asked.connect(lambda key: self.save_asked.emit(self._own(key)))
        whereabouts.moved.connect(self._on_moved)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.how, 1)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.busy)
        column.addWidget(self.faders)
        self._offer()

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether the directions are found."""
        return self._asked is None

    def begin(self, space: Space, own: Sequence[Direction]) -> None:
        """Another model, and the directions that a person found for it."""
        self._space, self.chart, self._asked = space, None, None
        self._found = {YOURS: list(own)}
        self.busy.end()
        self._offer()
        self._show()

    def renew(self, space: Space) -> None:
        """A newer checkpoint of the same: what is turned stays, what is not seen is found anew."""
        self._space = space
        kept = (YOURS, self._chosen())
        self._found = {how: ways for how, ways in self._found.items() if how in kept}

    def set_chart(self, chart: Map | None) -> None:
        """The map whose points directions may be found among."""
        self.chart = chart
        self._found.pop(PCA, None)
        self._show()

    def own(self) -> Sequence[Direction]:
        """The directions of one's own."""
        return self._found.get(YOURS, [])

    def add(self, direction: Direction) -> None:
        """One more of one's own, shown at once."""
        self._found.setdefault(YOURS, []).append(direction)
        self.how.setCurrentIndex(self.how.findData(YOURS))
        self._show()
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    # what a person does

    def _on_chosen(self) -> None:
        how = self._chosen()
        if how != YOURS and not self._found.get(how):  # perhaps it was cancelled, or failed, before
            self._found.pop(how, None)
        self._show()

    def _on_turned(self, _key: Hashable, _value: float) -> None:
        here = self._whereabouts.point
        if here is None:
            return
        if self._base is None:
            self._base = here
        ways = self._found.get(self._chosen(), [])
        moves = [(way, self.faders.value(i)) for i, way in enumerate(ways) if self.faders.value(i)]
        self._eye.lead(self._base, moves)

    def _on_moved(self) -> None:
        """One went elsewhere by other means: the strengths begin anew there."""
        if self._base is not None:
            self._base = None
            self.faders.set_values(dict.fromkeys(range(len(self.faders.faders())), 0.0))

    def _own(self, key: Hashable) -> Direction:
        return self._found[YOURS][int(str(key))]

    def _on_removed(self, key: Hashable) -> None:
        del self._found[YOURS][int(str(key))]
        self._show()
        self.changed.emit()

    # what comes back

    def _show(self) -> None:
        """The sliders of what is chosen; it is looked for where nobody has yet."""
        how = self._chosen()
        self.new.setVisible(how == YOURS)
        if how in self._found:
            sliders = self._sliders(self._found[how], how)
            if sliders != list(self.faders.faders()):
                self._base = None
                self.faders.set_faders(sliders)
                self.faders.set_values(dict.fromkeys(range(len(sliders)), 0.0))
        elif self._space is not None and self.isVisible():
            self._base = None
            self.faders.set_faders([])
            space = self._space
            job = Job(tr("Looking for directions"), directions.directions(space, self.chart, how))
            self._asked = self._pool.latest(
                "latent_directions", job, lambda job, events: self._on_found(job, events, how)
            )
            self.busy.begin(job)

    def _sliders(self, ways: Sequence[Direction], how: str) -> list[Fader]:
        return [
            Fader(
                i, way.name if how == YOURS else tr("Way {number}", number=way.name),
                -FARTHEST, FARTHEST, own=how == YOURS,
            )
            for i, way in enumerate(ways)
        ]  # fmt: skip

    def _on_found(self, job: Job, events: Sequence[Event], how: str) -> None:
        if job is not self._asked:
            return
        self.busy.follow(events)
        last = events[-1]
        if isinstance(last, Finished):
            self._asked, self._found[how] = None, last.result
            self._show()
        elif isinstance(last, Terminal):  # it is not looked for again without being asked
            self._asked, self._found[how] = None, []
            if isinstance(last, Failed):
                self.failed.emit(last.sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            chosen = self.how.currentIndex()
            self._offer()
            self.how.setCurrentIndex(chosen)
            self._show()

    def _chosen(self) -> str:
        return str(self.how.currentData())

    def _offer(self) -> None:
        self.how.clear()
        self.how.addItem(tr("What varies most (PCA)"), PCA)
        self.how.addItem(tr("Within the network (GANSpace)"), NETWORK)
        self.how.addItem(tr("From the weights (SeFa)"), WEIGHTS)
        self.how.addItem(tr("My own"), YOURS)
