"""The latent panel once there is a model: its pages, what lies where one is, and the sliders."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.sentence import Sentence
from gendesk.ui.panels.columns import Columns
from gendesk.ui.panels.latent.beside import Beside
from gendesk.ui.panels.latent.chooser import Entry
from gendesk.ui.panels.latent.dials import DIRECTIONS, Dials
from gendesk.ui.panels.latent.dimensions import Dimensions
from gendesk.ui.panels.latent.errands import Errands
from gendesk.ui.panels.latent.files import Files
from gendesk.ui.panels.latent.here import Here
from gendesk.ui.panels.latent.likeness import LikenessPage
from gendesk.ui.panels.latent.memory import Memory, directions_of, fits, fitting
from gendesk.ui.panels.latent.model import ModelCard
from gendesk.ui.panels.latent.pages import MANIFOLD, MAP, SEEDS, WALK, Page, Pages
from gendesk.ui.panels.latent.pins import Pins
from gendesk.ui.panels.latent.seeds import SeedsPage
from gendesk.ui.panels.latent.visit import Visit
from gendesk.ui.panels.latent.walking import WalkPage
from gendesk.ui.panels.latent.ways import Ways
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Notice

if TYPE_CHECKING:
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.space import Space
    from gendesk.ops.latent.walk import Walk


class Explorer(QWidget):
    """One model, one point in its space; every page shows where that is and moves it."""

    run_asked = Signal(object)  # Run, to be trained further

    def __init__(self, pool: Pool, state: State, notice: Notice) -> None:
        super().__init__()
        self.setObjectName("latent_explorer")
        self._state, self._notice = state, notice
        self._begun = False  # whether a model was opened; where it could not be, a person chooses
        self.visit, self.pins = Visit(pool, "latent", self), Pins(self)
        self.whereabouts, self.eye = self.visit.whereabouts, self.visit.eye
        self.map, self.manifold = self.visit.map, self.visit.manifold
        self.model = ModelCard()
        self.here = Here()
        self.dimensions = Dimensions(pool, self.whereabouts, self.eye)
        self.ways = Ways(pool, self.whereabouts, self.eye)
        self.likeness = LikenessPage(pool, self.whereabouts, self.map)
        self.files = Files(pool, notice, self)
        self.seeds = SeedsPage(pool, self.whereabouts, self.pins)
        self.walk = WalkPage(pool, self.pins, self.files)
        self.beside = Beside(pool, self.visit)
        self.errands = Errands(self, pool, notice)
        self._build()
        self._connect()
        page = str(state.latent.get("page", MAP))
        self.pages.choose(page if page in (MAP, MANIFOLD, SEEDS, WALK) else MAP)

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        parts = (
            self.visit, self.beside, self.likeness, self.seeds, self.walk, self.errands, self.ways,
            self.dimensions,
        )  # fmt: skip
        return all(part.settled for part in parts)

    @property
    def space(self) -> Space | None:
        """What is walked in."""
        return self.visit.space

    def offer(self, entries: Sequence[Entry]) -> None:
        """The models and runs there are now; the chosen one is opened, where none is open."""
        self.model.chooser.offer(entries)
        if not self._begun and entries:
            self._begun = True
            names = [each.name for each in entries]
            wanted = str(self._state.latent.get("model", ""))
            self.open_model(wanted if wanted in names else names[0])
        self.visit.follow(entries)
        self.beside.visit.follow(entries)

    def open_model(self, name: str) -> None:
        """Walk in this one."""
        self.model.chooser.choose(name)
        self.visit.open(name)

    def open(self, paths: Sequence[Path]) -> None:
        """Go where a position leads, or where a picture of one's own lies."""
        for path in paths[:1]:
            self.files.open(path)

    def keep(self) -> None:
        """Remember where one is, and the pins."""
        if self.space is not None:
            ways = [way.as_dict() for way in self.ways.own()]
            points = [pin.point for pin in self.pins.all()]
            Memory(self.whereabouts.point, points, ways, self.map.source).keep(self.space.name)

    def pin(self) -> None:
        """Keep what lies where one is."""
        here = self.whereabouts.point
        if here is not None:
            self.pins.add(here, self.here.view.picture())

    def go_random(self) -> None:
        """Somewhere else."""
        here = self.whereabouts.point
        if self.space is not None and here is not None:
            values = self.space.draw(random.getrandbits(32))[0]  # nobody repeats this draw
            self.whereabouts.go(replace(here, values=values, space="z"))

    def go_home(self) -> None:
        """To the middle."""
        here = self.whereabouts.point
        if self.space is not None:
            self.whereabouts.go(self.space.origin(None if here is None else here.kind))

    def show_direction(self, direction: Direction) -> None:
        """A direction of one's own, ready to be turned."""
        self.dials.choose(DIRECTIONS)
        self.ways.add(direction)

    def show_walk(self, walk: Walk) -> None:
        """The keyframes and settings of a file."""
        self.pages.choose(WALK)
        self.walk.set_walk(walk)

    # what a person does

    def _on_kind(self, kind: int) -> None:
        if self.whereabouts.point is not None and self.space is not None:
            here = self.whereabouts.point
            if here.space == "z":
                self.whereabouts.go(replace(here, kind=kind))

    def _on_truncated(self, truncation: float) -> None:
        if self.whereabouts.point is not None:
            self.whereabouts.drag(replace(self.whereabouts.point, truncation=truncation))

    def _on_pins_changed(self) -> None:
        self.here.offer_sum(len(self.pins) > 2)
        self.keep()

    def _on_page(self, name: str) -> None:
        self._state.latent["page"] = name

    def _on_beside(self) -> None:
        beside = self.beside.space
        self.model.set_beside("" if beside is None else beside.name)

    def _on_pin_chosen(self, number: int) -> None:
        pin = self.pins.pin(number)
        if pin is not None:
            self.whereabouts.go(pin.point)

    # what comes back

    def _on_failed(self, why: Sentence) -> None:
        self._notice.tell(why, "error")
        if self.space is not None and not self.visit.opening:  # it may be the other that failed
            self.model.chooser.choose(self.space.name)

    def _enter(self, space: Space) -> None:
        """Walk in a model from where one was when one left it."""
        self.keep()
        self._state.latent["model"] = space.name
        memory = Memory.of(space.name)
        self.visit.leave()
        for part in (self.here, self.dimensions, self.likeness):
            part.begin(space)
        self.ways.begin(space, directions_of(memory.directions))
        self.visit.begin(space, fitting(memory.point, space), memory.source)
        self.walk.begin(space)
        self.pins.begin([point for point in memory.pins if fits(point, space)])
        self.seeds.begin(space)
        self.map.bar.leave_out.setVisible(space.grows)
        self.model.describe(space)
        self.beside.arrived(space)
        self.errands.arrived()

    def _on_charted(self) -> None:
        if (
            self.ways.chart is None
            and self.map.isVisible()
            and not isinstance(QApplication.focusWidget(), QLineEdit)
        ):
            self.pages.focus()  # there was nothing to walk on before
        self.ways.set_chart(self.map.found)
        if self.map.found is not None:
            self.dimensions.measure(self.map.found)

    def _on_measured(self) -> None:
        if self.space is not None and self.space.spaces == ("z",):
            self.manifold.set_order(self.dimensions.order())

    # a training that is followed

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pages.focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()

    def _on_renewed(self, space: Space) -> None:
        """A newer checkpoint: what is seen becomes another, where one is stays."""
        for part in (self.dimensions, self.ways, self.likeness):
            part.renew(space)
        self.seeds.begin(space)
        self.pins.forget_pictures()
        self.walk.renew(space)
        self.model.describe(space)

    # how it is put together

    def _on_way(self) -> None:
        way = self.whereabouts
        self.here.show_way(back=way.can_undo, forth=way.can_redo)

    def _connect(self) -> None:
        self.model.chooser.chosen.connect(self.open_model)
        self.pages.chosen.connect(self._on_page)
        self.eye.seen.connect(self.here.show_seen)
        self.whereabouts.left.connect(self._on_way)
        self.map.charted.connect(self._on_charted)
        self.map.sourced.connect(self.likeness.renew_pictures)
        self.dimensions.measured.connect(self._on_measured)
        self.visit.opened.connect(self._enter)
        self.visit.renewed.connect(self._on_renewed)
        self.visit.failed.connect(self._on_failed)
        self.ways.changed.connect(self.keep)
        for page in (self.map, self.manifold):
            page.pin_asked.connect(self.pin)
        self.seeds.pinned.connect(lambda point: self.pins.add(point, None))
        self.pins.changed.connect(self._on_pins_changed)
        self.walk.pin_chosen.connect(self._on_pin_chosen)
        self.whereabouts.settled.connect(self.seeds.retell)
        self.model.beside_chosen.connect(self.beside.open_model)
        self.model.principal_chosen.connect(self.beside.open_principal)
        self.beside.changed.connect(self._on_beside)
        for part in (self.ways, self.seeds, self.walk, self.beside, self.dimensions):
            part.failed.connect(lambda why: self._notice.tell(why, "error"))
        here = self.here
        here.pin_asked.connect(self.pin)
        here.random_asked.connect(self.go_random)
        here.home_asked.connect(self.go_home)
        here.undo_asked.connect(self.whereabouts.undo)
        here.redo_asked.connect(self.whereabouts.redo)
        here.kind_chosen.connect(self._on_kind)
        here.truncated.connect(self._on_truncated)
        here.truncation.editor.settled.connect(self.whereabouts.settle)
        for keys, does in (
            ("Ctrl+Z", self.whereabouts.undo),
            ("Ctrl+Shift+Z", self.whereabouts.redo),
            ("R", self.go_random),
            ("Home", self.go_home),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _build(self) -> None:
        self.pages = Pages(
            {
                MAP: Page(self.map, self.map.tools, self.map.foot),
                MANIFOLD: Page(self.manifold, self.manifold.tools, self.manifold.foot),
                SEEDS: Page(self.seeds),
                WALK: Page(self.walk, self.walk.export_button),
            },
            self.beside,
        )
        self.dials = Dials(self.dimensions, self.ways, self.likeness)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.model)
        column.addWidget(self.here, 5)
        column.addWidget(self.dials, 4)
        columns = Columns("latent_split")
        columns.add(self.pages, 860, least=420, stretch=1)
        columns.add(side, 300, least=270)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)
