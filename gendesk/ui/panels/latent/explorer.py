"""The latent panel once there is a model: its pages, what lies where one is, and the sliders."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.jobs import Job
from gendesk.ui.latent_work import models
from gendesk.ui.panels.latent.beside import Beside
from gendesk.ui.panels.latent.chooser import Entry
from gendesk.ui.panels.latent.dials import DIRECTIONS, Dials
from gendesk.ui.panels.latent.dimensions import Dimensions
from gendesk.ui.panels.latent.errands import Errands
from gendesk.ui.panels.latent.eye import Eye
from gendesk.ui.panels.latent.files import Files
from gendesk.ui.panels.latent.following import Follower
from gendesk.ui.panels.latent.here import Here
from gendesk.ui.panels.latent.likeness import LikenessPage
from gendesk.ui.panels.latent.manifold import ManifoldPage
from gendesk.ui.panels.latent.mapping import Mapping
from gendesk.ui.panels.latent.memory import Memory, directions_of, fits, fitting
from gendesk.ui.panels.latent.model import ModelCard
from gendesk.ui.panels.latent.pages import MANIFOLD, MAP, SEEDS, WALK, Pages
from gendesk.ui.panels.latent.pins import Pins
from gendesk.ui.panels.latent.seeds import SeedsPage
from gendesk.ui.panels.latent.tools import row
from gendesk.ui.panels.latent.walking import WalkPage
from gendesk.ui.panels.latent.ways import Ways
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.space import Space
    from gendesk.ops.latent.walk import Walk


class Explorer(QWidget):
    """One model, one point in its space; every page shows where that is and moves it."""

    def __init__(self, pool: Pool, state: State, notice: Notice) -> None:
        super().__init__()
        self.setObjectName("latent_explorer")
        self._pool, self._state, self._notice = pool, state, notice
        self._opening: Job | None = None
        self.space: Space | None = None
        self.whereabouts, self.pins = Whereabouts(self), Pins(self)
        self.eye = Eye(pool, self.whereabouts, parent=self)
        self.model = ModelCard()
        self.here = Here()
        self.map = Mapping(pool, self.whereabouts)
        self.manifold = ManifoldPage(pool, self.whereabouts)
        self.dimensions = Dimensions(pool, self.whereabouts, self.eye)
        self.ways = Ways(pool, self.whereabouts, self.eye)
        self.likeness = LikenessPage(pool, self.whereabouts)
        self.files = Files(pool, notice, self)
        self.seeds = SeedsPage(pool, self.whereabouts, self.pins)
        self.walk = WalkPage(pool, self.pins, self.files)
        self.beside = Beside(pool, self.map)
        self.errands = Errands(self, pool, notice)
        self.follower = Follower(pool, self)
        self._build()
        self._connect()
        page = str(state.latent.get("page", MAP))
        self.pages.choose(page if page in (MAP, MANIFOLD, SEEDS, WALK) else MAP)

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        parts = (
            self.eye, self.map, self.manifold, self.likeness, self.seeds, self.walk, self.errands,
            self.ways, self.beside, self.dimensions,
        )  # fmt: skip
        return self._opening is None and all(part.settled for part in parts)

    def offer(self, entries: Sequence[Entry]) -> None:
        """The models and runs there are; the chosen one is opened, where none is open."""
        self.model.chooser.offer(entries)
        if self.space is None and self._opening is None and entries:
            names = [each.name for each in entries]
            wanted = str(self._state.latent.get("model", ""))
            self.open_model(wanted if wanted in names else names[0])
        self._follow()

    def open_model(self, name: str) -> None:
        """Walk in this one."""
        self.model.chooser.choose(name)
        if self._opening is not None:
            self._pool.drop(self._opening)
        job = Job(tr("Opening {name}", name=name), models.open_space(name))
        self._opening = self._pool.start(job, self._on_opened)

    def open(self, paths: Sequence[Path]) -> None:
        """Go where a position leads, or where a picture of one's own lies."""
        for path in paths[:1]:
            self.files.open(path)

    def keep(self) -> None:
        """Remember where one is, and the pins."""
        if self.space is not None:
            ways = [way.as_dict() for way in self.ways.own()]
            points = [pin.point for pin in self.pins.all()]
            Memory(self.whereabouts.point, points, ways).keep(self.space.name)

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

    def _on_opened(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._opening:
            return
        last = events[-1]
        if isinstance(last, Terminal):
            self._opening = None
        if isinstance(last, Finished):
            self._enter(last.result)
        elif isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
            self.model.chooser.choose(self.space.name if self.space is not None else "")

    def _enter(self, space: Space) -> None:
        """Walk in a model from where one was when one left it."""
        self.keep()
        self.space = space
        self._state.latent["model"] = space.name
        memory = Memory.of(space.name)
        self.whereabouts.leave()
        self.eye.begin(space)
        for part in (self.here, self.dimensions, self.map, self.manifold, self.likeness):
            part.begin(space)
        self.ways.begin(space, directions_of(memory.directions))
        self.whereabouts.begin(fitting(memory.point, space))
        self.pins.begin([point for point in memory.pins if fits(point, space)])
        self.seeds.begin(space)
        self.walk.begin(space)
        self.map.bar.leave_out.setVisible(self._is_run())
        self.model.describe(space)
        self._follow()
        self.errands.arrived()

    def _is_run(self) -> bool:
        entry = None if self.space is None else self.model.chooser.entry(self.space.name)
        return entry is not None and not entry.model

    def _on_charted(self) -> None:
        first = self.eye.chart is None
        self.eye.chart = self.map.found
        if first and self.map.isVisible() and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.pages.focus()  # there was nothing to walk on before
        self.ways.set_chart(self.map.found)
        self.eye.look()
        if self.map.found is not None:
            self.dimensions.measure(self.map.found)

    def _on_measured(self) -> None:
        if self.space is not None and self.space.spaces == ("z",):
            self.manifold.set_order(self.dimensions.order())

    # a training that is followed

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pages.focus()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow()
        self.keep()

    def _follow(self) -> None:
        """Stay with a training, as long as there may be a newer checkpoint and anybody looks."""
        entry = None if self.space is None else self.model.chooser.entry(self.space.name)
        training = entry is not None and entry.training
        self.follower.follow(self.space, grows=training and self.isVisible())

    def _on_renewed(self, space: Space) -> None:
        """A newer checkpoint: what is seen becomes another, where one is stays."""
        self.space = space
        self.eye.begin(space)
        self.eye.look()
        self.map.renew(space)
        self.manifold.renew(space)
        self.seeds.begin(space)
        self.pins.forget_pictures()
        self.walk.begin(space)
        self.model.describe(space)

    # how it is put together

    def _on_way(self) -> None:
        way = self.whereabouts
        self.here.show_way(back=way.can_undo, forth=way.can_redo)

    def _connect(self) -> None:
        self.model.chooser.chosen.connect(self.open_model)
        self.pages.chosen.connect(self._on_page)
        self.eye.seen.connect(self.here.show_seen)
        self.eye.seen.connect(self.map.show_seen)
        self.eye.seen.connect(lambda _: self.manifold.look())
        self.whereabouts.left.connect(self._on_way)
        self.map.charted.connect(self._on_charted)
        self.dimensions.measured.connect(self._on_measured)
        self.follower.renewed.connect(self._on_renewed)
        self.ways.changed.connect(self.keep)
        for page in (self.map, self.manifold):
            page.pin_asked.connect(self.pin)
        self.seeds.pinned.connect(lambda point: self.pins.add(point, None))
        self.pins.changed.connect(self._on_pins_changed)
        self.walk.pin_chosen.connect(self._on_pin_chosen)
        self.whereabouts.settled.connect(self.seeds.retell)
        self.model.beside_chosen.connect(self.beside.open_model)
        self.beside.changed.connect(self._on_beside)
        for part in (
            self.eye, self.map, self.manifold, self.ways, self.seeds, self.walk,
            self.beside, self.dimensions,
        ):  # fmt: skip
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
                MAP: (self.map, self.map.tools),
                MANIFOLD: (self.manifold, self.manifold.tools),
                SEEDS: (self.seeds, row(self.seeds.kinds, self.seeds.again)),
                WALK: (self.walk, self.walk.export_button),
            },
            self.beside,
        )
        self.dials = Dials(self.dimensions, self.ways, self.likeness)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.model)
        column.addWidget(self.here, 3)
        column.addWidget(self.dials, 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("latent_split")
        split.setHandleWidth(12)
        split.setChildrenCollapsible(False)
        for place, (part, narrowest) in enumerate(((self.pages, 420), (side, 270))):
            part.setMinimumWidth(narrowest)
            split.addWidget(part)
            split.setStretchFactor(place, 1 - place)
        split.setSizes([860, 300])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
