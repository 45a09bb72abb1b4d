"""A second model beside the first: the same pictures on its map, its own manifold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.events import Event, Finished
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import amounts
from gendesk.ui.latent_work import maps
from gendesk.ui.panels.latent.chooser import title
from gendesk.ui.panels.latent.memory import fitting
from gendesk.ui.panels.latent.visit import Visit
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.widgets.cloud import Places
from gendesk.ui.widgets.flow import Flow
from gendesk.ui.widgets.pictures import PictureView
from gendesk.ui.words import say, show, tr, unsay

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Seen

SIDE = 72  # pixels of its picture


class Beside(QWidget):
    """Follows the first map: what is pointed at or chosen there is shown here as well.

    Its picture, name and tools are its `foot`, which stands where that of the first stands.
    """

    changed = Signal()  # there is another one, or none any more
    failed = Signal(Sentence)

    def __init__(self, pool: Pool, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latent_beside")
        self._pool, self._other, self._first = pool, visit, visit.map
        self._principal = (
            False  # whether it is no model, but the components of the first's pictures
        )
        self._pointed = -1  # the picture that is pointed at on the first map
        self.visit = Visit(pool, "beside", self)
        self.map, self.manifold = self.visit.map, self.visit.manifold
        self.view = PictureView("beside_picture", "")
        self.view.setFixedSize(SIDE, SIDE)
        self._name, self._about = Line(15, 600), Line(13, tone="muted")
        self._error = Line(13, tone="muted")
        self._build()
        self.visit.opened.connect(self._enter)
        self.visit.failed.connect(self.failed)
        self.visit.eye.seen.connect(self._on_seen)
        self.map.charted.connect(self._on_charted)
        first = self._first
        first.cloud.hovered.connect(self._on_pointed)
        first.cloud.selected.connect(self._on_chosen)
        first.groups.changed.connect(self.map.cloud.set_hidden)
        first.cloud.settled.connect(self._on_settled)
        self.hide()

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        return self.visit.settled

    @property
    def space(self) -> Space | None:
        """The second model's, None where there is none."""
        return self.visit.space

    def open_model(self, name: str) -> None:
        """Show this one beside the first; none where the name is empty."""
        self._principal = False
        if name:
            self.visit.open(name)
        else:
            self.visit.give_up()
            self.visit.leave()
            self.changed.emit()

    def open_principal(self) -> None:
        """Show the principal components of the first's pictures beside it."""
        self._principal = True
        self.visit.open_principal(self._other)

    def arrived(self, space: Space) -> None:
        """The first is another one: its pictures have other components."""
        if self._principal and space.encodes:
            self.open_principal()
        elif self._principal:
            self.open_model("")

    def show_page(self, name: str) -> None:
        """The same page as the first's: "map" or "manifold"."""
        page = self.manifold if name == "manifold" else self.map
        self._pages.setCurrentWidget(page)
        for each, tools in self._tools.items():
            tools.setVisible(each is page)

    # what comes back

    def _enter(self, space: Space) -> None:
        self._name.set_text(space.name)
        if self._principal:
            say(self._about, "set_text", "Principal components")
        else:
            show(self._about, "set_text", title(space.recipe.family))
        self._pointed = -1
        self.visit.leave()
        self.visit.begin(space, fitting(None, space))
        self.changed.emit()

    def _on_seen(self, seen: Seen) -> None:
        if self._pointed >= 0:
            return
        self.view.set_picture(seen.picture, tr("Beside"))
        unsay(self._error, "set_text")
        self._error.set_text("")

    def _on_charted(self) -> None:
        self.map.cloud.set_hidden(self._first.groups.hidden())
        self._on_chosen(self._first.cloud.chosen())
        self._on_settled()

    # what is done on the first map

    def _same(self) -> bool:
        """Whether both maps show the same pictures."""
        here, there = self.map.found, self._first.found
        if here is None or there is None or here.dataset is None or there.dataset is None:
            return False
        return here.dataset.source == there.dataset.source and len(here) == len(there)

    def _on_pointed(self, place: int) -> None:
        if self.space is None or self.map.found is None or not self._same():
            return
        self._pointed = place
        self.map.cloud.point_out(place)
        if place < 0:
            self.visit.eye.look()
        else:
            job = Job("", maps.known(self.space, self.map.found, place))
            self._pool.latest("beside_hover", job, self._on_known)

    def _on_known(self, _: Job, events: Sequence[Event]) -> None:
        """What is left here of the picture that is pointed at."""
        last = events[-1]
        if isinstance(last, Finished) and last.result.place == self._pointed:
            self.view.set_picture(last.result.rebuilt, tr("Beside"))
            say(self._error, "set_text", "error {error}", error=amounts.figure(last.result.error))

    def _on_chosen(self, places: Places) -> None:
        if self._same():
            self.map.cloud.choose(places)

    def _on_settled(self) -> None:
        """Go where the picture lies that is nearest to the first cursor."""
        at = self._first.cloud.cursor_at()
        if at is not None and self._same() and self.map.found is not None:
            place = self._first.cloud.nearest(self._first.cloud.to_widget(at))
            if place >= 0:
                self.visit.whereabouts.go(self.map.found.point(place))

    # how it is put together

    def _build(self) -> None:
        close = quiet_button("close", "beside_close", "No model beside")
        close.clicked.connect(lambda: self.open_model(""))
        self._tools: dict[QWidget, QWidget] = {
            self.map: _flowing(self.map.method, self.map.tools),
            self.manifold: _flowing(
                self.manifold.cells, self.manifold.choices, self.manifold.tools
            ),
        }
        for page in (self.map, self.manifold):
            page.foot.hide()  # groups and what is done with them are the first's
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(close)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addLayout(first)
        said.addWidget(self._about)
        said.addWidget(self._error)
        said.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.view)
        above.addLayout(said, 1)
        self.foot = QWidget(self)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addLayout(above)
        for tools in self._tools.values():
            foot.addWidget(tools)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.map)
        self._pages.addWidget(self.manifold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.show_page("map")


def _flowing(*parts: QWidget) -> QWidget:
    whole = QWidget()
    flow = Flow(6, whole)
    for part in parts:
        flow.addWidget(part)
    return whole
