"""The page with the manifold: a latent plane as a grid of pictures, finer wherever one looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.latent_work import manifold
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.panels.latent.tools import Tools
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import quiet_button
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.widgets.manifold import Manifold
from gendesk.ui.words import Source, say

if TYPE_CHECKING:
    from gendesk.ops.latent.point import Point, Values
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Seen

CELLS = (8, 12, 16, 20, 30, 40)
USUAL = 20
FEW_PIXELS = 450_000  # of all pictures: larger ones are laid out in fewer cells at first
REST_MS = 60  # for which the view rests before its part is decoded
_NORMAL = NormalDist()  # the standard one: latents are spread so


class ManifoldPage(QWidget):
    """Two dimensions of the space as a plane; the other ones are those of the point one is at."""

    pin_asked = Signal()
    export_asked = Signal()
    failed = Signal(Sentence)

    def __init__(self, pool: Pool, whereabouts: Whereabouts, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_manifold_page")
        self._pool, self._whereabouts, self._name = pool, whereabouts, name
        self._space: Space | None = None
        self._order: Sequence[int] = ()  # dimensions, the most active first
        self._seen: Values | None = None  # what the last picture's place is in its space's frame
        self._shown: bytes = b""  # what the picture was made of
        self._asked: Job | None = None  # the whole
        self._sharper: Job | None = None  # a part
        self.view = Manifold(f"{name}_manifold")
        say(
            self.view, "setAccessibleName",
            "Manifold of the latent space; arrow keys move, space pins what is there",
        )  # fmt: skip
        self.busy = Busy(f"{name}_manifold_busy", "Drawing the manifold")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._sharpen)
        self._build()
        self.view.moved.connect(self._on_walked)
        self.view.settled.connect(whereabouts.settle)
        self.view.pin_asked.connect(self.pin_asked)
        self.view.part_wanted.connect(lambda _: self._rest.start())
        whereabouts.moved.connect(self.look)

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        return self._asked is None and self._sharper is None and not self._rest.isActive()

    def begin(self, space: Space) -> None:
        """Another model."""
        self._space, self._order = space, range(space.latent)
        self._asked = self._sharper = self._seen = None
        self._shown = b""
        self.view.set_whole(None)
        self.view.fit()
        few = [n for n in CELLS if (n * space.size) ** 2 <= FEW_PIXELS]
        usual = min(max(few, default=CELLS[0]), USUAL)
        self.cells.setCurrentIndex(self.cells.findData(usual))
        self._offer_dimensions()
        self.look()

    def renew(self, space: Space) -> None:
        """A newer checkpoint of the same."""
        self._space, self._shown = space, b""
        self.look()

    def set_order(self, order: Sequence[int]) -> None:
        """Dimensions, the most active first: the plane is that of the first two."""
        if list(order) != list(self._order):
            self._order = order
            self._offer_dimensions()
            self.look()

    def showing(self) -> manifold.Plane:
        """What is seen, as finely as a person chose."""
        cells, part = int(self.cells.currentData()), self.view.part()
        window = (part.left(), part.top(), part.right(), part.bottom())
        return manifold.Plane(cells, cells, window, self.dimensions())

    def dimensions(self) -> tuple[int, int]:
        """Those that go to the right and up."""
        return int(self.across.currentData() or 0), int(self.up.currentData() or 0)

    def base(self) -> Point | None:
        """The point whose other dimensions are those of the plane."""
        here, numbers = self._whereabouts.point, self._numbers()
        if self._space is None or here is None or numbers is None:
            return None
        return self._point(here, numbers)

    def show_seen(self, seen: Seen) -> None:
        """What is seen has a place on the plane, too."""
        if self._space is not None:
            self._seen = self._space.frame.numbers(seen.numbers)
            self.look()

    def look(self) -> None:
        """Decode the plane where it has become another, if anybody looks at it."""
        base = self.base()
        if self._space is None or base is None or not self.isVisible():
            return
        numbers = self._numbers()
        across, up = self.dimensions()
        if numbers is not None and not self.view.dragging():
            place = (_NORMAL.cdf(float(numbers[each])) for each in (across, up))
            self.view.set_cursor_at(QPointF(*place))
        made_of = self._made_of(base)
        if made_of != self._shown:
            self._shown = made_of
            cells = int(self.cells.currentData())
            plane = manifold.Plane(cells, cells, dimensions=(across, up))
            job = Job("", manifold.lay_out(self._space, plane, base))
            self._asked = self._pool.latest(f"{self._name}_manifold", job, self._on_laid_out)

    # what a person does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def _on_walked(self, x: float, y: float) -> None:
        here, numbers = self._whereabouts.point, self._numbers()
        if here is None or numbers is None:
            return
        there = numbers.copy()
        for dimension, share in zip(self.dimensions(), (x, y), strict=True):
            there[dimension] = _NORMAL.inv_cdf(share)
        self._whereabouts.drag(self._point(here, there))

    def _numbers(self) -> Values | None:
        """Where one is, in the numbers of the frame; what is not there at once is seen soon."""
        here = self._whereabouts.point
        if self._space is None or here is None:
            return None
        frame = self._space.frame
        return frame.numbers(here.values) if here.space == frame.space else self._seen

    def _point(self, here: Point, numbers: Values) -> Point:
        """The point with these numbers, told as much as the one where one is."""
        assert self._space is not None
        frame = self._space.frame
        kind = here.kind if frame.space == "z" else None
        return replace(here, values=frame.values(numbers), space=frame.space, kind=kind)

    def _on_chosen(self) -> None:
        self._shown = b""
        self.look()

    def _made_of(self, base: Point) -> bytes:
        """All that the picture of the whole hangs on."""
        assert self._space is not None
        values = self._space.frame.numbers(base.values).round(3)  # styles come back not to the bit
        values[list(self.dimensions())] = 0
        told = (self.cells.currentData(), self.dimensions(), base.kind, base.truncation)
        return values.astype(np.float32).tobytes() + repr(told).encode()

    def _sharpen(self) -> None:
        """Decode the part that is seen, where one has come closer."""
        base, part = self.base(), self.view.part()
        if self._space is None or base is None or part.isEmpty() or self.view.zoom() < 1.2:
            return
        cells = int(self.cells.currentData())
        across = max(2, min(cells, round(cells * part.width() / max(part.width(), part.height()))))
        down = max(2, min(cells, round(cells * part.height() / max(part.width(), part.height()))))
        window = (part.left(), part.top(), part.right(), part.bottom())
        plane = manifold.Plane(down, across, window, self.dimensions())
        job = Job("", manifold.lay_out(self._space, plane, base))
        shown = self._shown
        self._sharper = self._pool.latest(
            f"{self._name}_part", job, lambda job, events: self._on_part(job, events, part, shown)
        )

    # what comes back

    def _on_laid_out(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is self._asked and isinstance(last, Finished | Failed):
            self._asked = None
        if isinstance(last, Finished):
            self.view.set_whole(last.result)
            if self.view.zoom() >= 1.2:
                self._rest.start()
        elif isinstance(last, Failed):
            self.failed.emit(last.sentence)

    def _on_part(self, job: Job, events: Sequence[Event], part: QRectF, shown: bytes) -> None:
        last = events[-1]
        if job is self._sharper and isinstance(last, Finished | Failed):
            self._sharper = None
        if isinstance(last, Finished) and shown == self._shown:
            self.view.set_part(last.result, part)

    # how it is put together

    def _offer_dimensions(self) -> None:
        styled = self._space is not None and self._space.frame.space == "w"
        letter = "PC " if styled else "z"
        for combo, place in ((self.across, 0), (self.up, 1)):
            combo.clear()
            for dimension in self._order:
                combo.addItem(f"{letter}{dimension + 1}", dimension)
            combo.setCurrentIndex(min(place, len(self._order) - 1))
        if len(self._order) == 2:  # as they are named
            self.across.setCurrentIndex(self.across.findData(0))
            self.up.setCurrentIndex(self.up.findData(1))
        self.choices.setVisible(len(self._order) > 2)

    def _build(self) -> None:
        self.cells = _combo(f"{self._name}_cells", "Pictures along each side")
        for count in CELLS:
            self.cells.addItem(f"{count} × {count}", count)
        self.cells.setCurrentIndex(self.cells.findData(USUAL))
        self.across = _combo(f"{self._name}_across", "Dimension that grows to the right")
        self.up = _combo(f"{self._name}_up", "Dimension that grows upwards")
        for combo in (self.cells, self.across, self.up):
            combo.activated.connect(lambda: self._on_chosen())
        self.choices, arrow = QWidget(), QLabel("×")
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.across, arrow, self.up):
            row.addWidget(part)
        self.choices.hide()
        self.export_button = quiet_button(
            "export", f"{self._name}_manifold_export", "Save the manifold as a picture to print…"
        )
        self.export_button.clicked.connect(self.export_asked)
        self.tools = Tools(f"{self._name}_manifold", self.view)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.busy)
        self.foot = QWidget(self)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.cells)
        row.addWidget(self.choices)
        row.addStretch(1)
        row.addWidget(self.export_button)


def _combo(name: str, label: Source) -> CalmCombo:
    combo = CalmCombo()
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
    say(combo, "setAccessibleName", label)
    say(combo, "setToolTip", label)
    return combo
