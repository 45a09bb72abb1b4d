"""The page with the map: all pictures where they lie, and a cursor that decodes wherever it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import amounts
from gendesk.ui.latent_work import maps
from gendesk.ui.panels.latent.group import GroupBar
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.panels.latent.tip import Tip
from gendesk.ui.panels.latent.tools import Tools
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import EmptyState
from gendesk.ui.widgets.cloud import Cloud, Places
from gendesk.ui.widgets.groups import Groups
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, show, tr

if TYPE_CHECKING:
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Seen


class Mapping(QWidget):
    """Lays the pictures out, in a worker, and walks over them.

    Its `tools` and its `foot`, with the legend, stand where the owner wants them.
    """

    charted = Signal()  # `found` is another map, or None
    sourced = Signal()  # `source` is another one
    pin_asked = Signal()
    pictures_asked = Signal()  # others than those it was trained with
    failed = Signal(Sentence)

    def __init__(self, pool: Pool, whereabouts: Whereabouts, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_map_page")
        self._pool, self._whereabouts, self._name = pool, whereabouts, name
        self._space: Space | None = None
        self.source = ""
        self._job: Job | None = None  # what lays out
        self._hovering = -1
        self.found: Map | None = None
        self.cloud = Cloud(f"{name}_map")
        say(
            self.cloud, "setAccessibleName",
            "Map of the latent space; arrow keys move, space pins what is there",
        )  # fmt: skip
        self.groups = Groups(f"{name}_groups")
        self.groups.set_names([])
        self.bar = GroupBar(f"{name}_group")
        self.busy = Busy(f"{name}_map_busy", "Laying out the map")
        self.tip = Tip(self.cloud)
        self.nothing = EmptyState(
            f"{name}_map_empty", "latent", "The map appears here as soon as it is laid out.",
            "Choose a folder of pictures…",
        )  # fmt: skip
        self.nothing.button.hide()  # as long as it may appear
        self.method = CalmCombo()
        self.method.hide()  # until there is a model to be laid out
        self.method.setObjectName(f"{name}_method")
        self.method.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        say(self.method, "setAccessibleName", "How the map is laid out")
        say(
            self.method, "setToolTip",
            "Principal components keep distances; t-SNE and UMAP keep neighbours together",
        )  # fmt: skip
        self.own = QPushButton()
        self.own.setObjectName(f"{name}_own_pictures")
        self.own.setProperty("role", "chip")
        say(self.own, "setText", "Its own pictures")
        say(self.own, "setToolTip", "Lay out the pictures that the model has learnt from again")
        self.own.clicked.connect(lambda: self.set_source(""))
        self.own.hide()
        self.tools = Tools(f"{name}_map", self.cloud, lasso=True)
        self._build()
        self._connect()

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether the map is laid out."""
        return self._job is None

    def begin(self, space: Space, source: str = "") -> None:
        """Another model: its map is laid out as suits it, or as a person chose last."""
        same = self._space is not None and self._space.latent == space.latent
        self._space, self.source = space, source
        self._offer_methods(str(self.method.currentData()) if same else "")
        self._take(None)
        self.lay_out()

    def renew(self, space: Space) -> None:
        """A newer checkpoint of the same: what is seen moves, the view stays."""
        self._space = space
        if self._job is None:
            self.lay_out()

    def set_source(self, source: str) -> None:
        """Lay out these pictures instead of those that it was trained with."""
        self.source = source
        self.sourced.emit()
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the map out anew."""
        if self._space is None:
            return
        if self._job is not None:
            self._pool.drop(self._job)
        self.own.setVisible(bool(self.source))
        name = self._space.name
        method = str(self.method.currentData() or "auto")
        job = Job(tr("Map of {name}", name=name), maps.chart(self._space, self.source, method))
        self._job = self._pool.start(job, self._on_charted)
        self.busy.begin(job)
        if self.found is None:
            say(self.nothing, "set_sentence", "The map appears here as soon as it is laid out.")
            self.nothing.button.hide()

    def show_seen(self, seen: Seen) -> None:
        """Put the cursor where this lies, unless a hand holds it."""
        if not self.cloud.dragging():
            self.cloud.set_cursor_at(None if seen.place is None else QPointF(*seen.place))

    # what a person does

    def _on_walked(self, x: float, y: float) -> None:
        here = self._whereabouts.point
        if self.found is None or here is None:
            return
        base = here.values if here.space == self.found.space else None
        values = self.found.at(np.array([[x, y]], np.float32), base)[0]
        if here.space == self.found.space:
            self._whereabouts.drag(replace(here, values=values))
        else:
            told = replace(self.found.point(0), values=values, truncation=here.truncation)
            self._whereabouts.drag(told)

    def _on_hovered(self, place: int) -> None:
        self._hovering = place
        if place < 0 or self.found is None or self._space is None:
            self.tip.hide()
            return
        job = Job("", maps.known(self._space, self.found, place))
        self._pool.latest(f"{self._name}_hover", job, self._on_known)

    def _on_thumbs_wanted(self, places: Places) -> None:
        if self.found is not None and self._space is not None:
            job = Job("", maps.thumbs(self._space, self.found, places))
            found = self.found
            self._pool.latest(
                f"{self._name}_thumbs", job, lambda _, events: self._on_thumbs(found, events)
            )

    def _on_method(self) -> None:
        self.lay_out()

    # what comes back

    def _on_charted(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._job:
            return
        self.busy.follow(events)
        last = events[-1]
        if isinstance(last, Terminal):
            self._job = None
        if isinstance(last, Terminal) and not isinstance(last, Finished) and self.found is not None:
            self.method.setCurrentIndex(self.method.findData(self.found.method))
        if isinstance(last, Finished):
            self._take(last.result)
        elif isinstance(last, Failed) and self.found is None:
            show(self.nothing, "set_sentence", last.sentence)
            self.nothing.button.show()
        elif isinstance(last, Failed):
            self.failed.emit(last.sentence)
        elif isinstance(last, Terminal) and self.found is None:
            say(self.nothing, "set_sentence", "There is no map: laying it out was cancelled.")

    def _take(self, found: Map | None) -> None:
        before, self.found = self.found, found
        self.tip.hide()
        chosen = np.empty(0, np.int64)
        if found is None:
            self.cloud.set_points(np.empty((0, 2), np.float32))
            self.groups.set_names([])
        else:
            if _same_pictures(before, found):
                chosen = self.cloud.chosen()
            labels = found.labels if found.classes else None
            keeps = before is not None and before.method == found.method
            self.cloud.set_points(found.places, labels, len(found.classes), keep=keeps)
            if before is None or before.classes != found.classes:
                self.groups.set_names(found.classes if labels is not None else [])
            self.cloud.set_hidden(self.groups.hidden())
            self.cloud.choose(chosen)
        self.bar.set_group(chosen)
        self._stack.setCurrentWidget(self.nothing if found is None else self.cloud)
        self._describe()
        self.charted.emit()

    def _on_known(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished) and last.result.place == self._hovering:
            self.tip.show_known(last.result, self._pointer())

    def _on_thumbs(self, found: Map, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished) and found is self.found:
            self.cloud.add_thumbs(*last.result)

    def _pointer(self) -> QPoint:
        point = self.cloud.point(self._hovering)
        return self.cloud.to_widget(point).toPoint()

    # how it is put together

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._offer_methods(str(self.method.currentData() or ""))
            self._describe()

    def _describe(self) -> None:
        """How many points there are, for the head of the card."""
        count = amounts.count(len(self.found)) if self.found is not None else "0"
        self.cloud.setAccessibleDescription(tr("{count} points", count=count))

    def _offer_methods(self, chosen: str) -> None:
        offered: list[tuple[str, Any]] = []
        if self._space is not None and self._space.latent == 2 and self._space.encodes:
            offered.append((tr("As it is"), "plane"))
        offered += [("PCA", "pca"), ("t-SNE", "tsne"), ("UMAP", "umap")]
        self.method.clear()
        for label, data in offered:
            self.method.addItem(label, data)
        self.method.setVisible(self._space is not None)
        self.method.setCurrentIndex(max(0, self.method.findData(chosen)))

    def _connect(self) -> None:
        self.cloud.moved.connect(self._on_walked)
        self.cloud.settled.connect(self._whereabouts.settle)
        self.cloud.pin_asked.connect(self.pin_asked)
        self.cloud.hovered.connect(self._on_hovered)
        self.cloud.viewed.connect(self.tip.hide)
        self.cloud.thumbs_wanted.connect(self._on_thumbs_wanted)
        self.cloud.selected.connect(self.bar.set_group)
        self.bar.dismissed.connect(lambda: self.cloud.choose(None))
        self.groups.changed.connect(self.cloud.set_hidden)
        self.method.activated.connect(lambda: self._on_method())
        self.nothing.acted.connect(self.pictures_asked)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.cloud)
        self.setFocusProxy(self.cloud)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.busy)
        below = QHBoxLayout()
        below.addWidget(self.groups, 1)
        below.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.method, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.foot = QWidget(self)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(below)


def _same_pictures(before: Map | None, now: Map) -> bool:
    """Whether two maps are of the same pictures; random points are others in another space."""
    if before is None or len(before) != len(now):
        return False
    if before.dataset is None or now.dataset is None:
        return before.dataset is now.dataset
    return before.dataset.key == now.dataset.key
