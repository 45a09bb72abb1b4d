"""The page with seeds: an endless sheet of new pictures, of relatives, of children, of mixes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.latent_work import seeds
from gendesk.ui.panels.latent.pins import Pins
from gendesk.ui.panels.latent.whereabouts import Whereabouts
from gendesk.ui.panels.segments import Segments
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.widgets.contacts import Contacts
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, tr

if TYPE_CHECKING:
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space

LARGEST, SMALLEST = 128, 64  # pixels of a cell
COARSE, MIDDLE, FINE = "coarse", "middle", "fine"
NEW, RELATIVES, CHILDREN, SAME, MIXES = "new", "relatives", "children", "same", "mixes"


class SeedsPage(QWidget):
    """A click goes there, space or a double click pins it."""

    pinned = Signal(object)  # Point
    failed = Signal(Sentence)

    def __init__(
        self, pool: Pool, whereabouts: Whereabouts, pins: Pins, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("latent_seeds_page")
        self._pool, self._whereabouts, self._pins = pool, whereabouts, pins
        self._space: Space | None = None
        self._first = 0  # the seed of the first cell
        self._told: tuple[Point | None, tuple[Point, ...]] = (None, ())
        self._points: dict[int, Point] = {}
        self._asked: Job | None = None
        self.kinds = Segments("latent_sheet")
        self.kinds.add(NEW, "New")
        self.kinds.add(RELATIVES, "Relatives")
        self.kinds.add(CHILDREN, "Children")
        self.kinds.add(SAME, "Same")
        self.kinds.add(MIXES, "Mixes")
        self.kinds.chosen.connect(lambda _: self.renew())
        self.band = CalmCombo()
        self.band.setObjectName("latent_band")
        self.band.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        say(self.band, "setAccessibleName", "What is taken from others")
        self.band.activated.connect(lambda: self.renew())
        self.again = quiet_button("dice", "latent_again", "Other pictures")
        self.again.clicked.connect(self.reroll)
        self.about = Line(13, tone="muted")
        self.about.setObjectName("latent_sheet_about")
        self.sheet = Contacts("latent_sheet_cells", "There is nothing to show.", side=76)
        say(
            self.sheet, "setAccessibleName",
            "Sheet of pictures; arrow keys walk, space pins the chosen one",
        )  # fmt: skip
        self.setFocusProxy(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addStretch(1)
        row.addWidget(self.again)
        column.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.band)
        column.addLayout(row)
        column.addWidget(self.sheet, 1)
        self.sheet.wanted.connect(self._on_wanted)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.pinned.connect(self._on_pinned)
        self._offer_bands()

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether all cells that were asked for are there."""
        return self._asked is None

    def begin(self, space: Space) -> None:
        """Another model, or a newer checkpoint of the same."""
        self._space, self._asked = space, None
        offered = {SAME: space.spreads, MIXES: "w+" in space.spaces}
        for kind, can in offered.items():
            self.kinds.offer(kind, can)
        if not offered.get(self.kinds.selected(), True):
            self.kinds.select(NEW)
        self.sheet.set_side(min(max(2 * space.size, SMALLEST), LARGEST))
        self.renew()

    def reroll(self) -> None:
        """Other pictures of the same kind."""
        self._first += 10_000
        self.renew()

    def retell(self) -> None:
        """Kind or truncation of what is seen have become others: the new pictures follow."""
        here, before = self._whereabouts.point, self._told[0]
        if here is None or before is None or self.kinds.selected() != NEW:
            return
        if (here.kind, here.truncation) != (before.kind, before.truncation):
            self.renew()

    def renew(self) -> None:
        """Begin the sheet anew, from where one is now."""
        mode = self.kinds.selected()
        parents = tuple(pin.point for pin in self._pins.all()[-2:])
        self._told = (self._whereabouts.point, parents)
        self._points, self._asked = {}, None
        self.band.setVisible(mode == MIXES)
        if self._space is None or (mode == CHILDREN and len(parents) < 2):
            self.sheet.begin(0)
        else:
            self.sheet.begin(None)
        self._describe(mode)

    # what a person does

    def _on_wanted(self, cells: Sequence[int]) -> None:
        here, parents = self._told
        if self._space is None or here is None:
            return
        does = seeds.bred(
            self._space, self.kinds.selected(), here, parents, str(self.band.currentData()),
            self._first, cells,
        )  # fmt: skip
        told = self._told
        self._asked = self._pool.latest(
            "latent_seeds", Job("", does), lambda job, events: self._on_bred(job, events, told)
        )

    def _on_chosen(self, cell: int) -> None:
        if cell in self._points:
            self._whereabouts.go(self._points[cell])

    def _on_pinned(self, cell: int) -> None:
        if cell in self._points:
            self.pinned.emit(self._points[cell])
            self.sheet.mark(self.sheet.marked() | {cell})

    # what comes back

    def _on_bred(self, job: Job, events: Sequence[Event], told: object) -> None:
        last = events[-1]
        if job is self._asked and isinstance(last, Finished | Failed):
            self._asked = None
        if isinstance(last, Finished) and told is self._told:
            pictures, points = last.result
            self._points.update(points)
            self.sheet.add(pictures)
        elif isinstance(last, Failed):
            self.failed.emit(last.sentence)

    # how it is put together

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            chosen = self.band.currentIndex()
            self._offer_bands()
            self.band.setCurrentIndex(chosen)

    def _offer_bands(self) -> None:
        self.band.clear()
        self.band.addItem(tr("Fine styles of others"), FINE)
        self.band.addItem(tr("Middle styles of others"), MIDDLE)
        self.band.addItem(tr("Coarse styles of others"), COARSE)

    def _describe(self, mode: str) -> None:
        if mode == NEW:
            say(self.about, "set_text", "Drawn at random. Click to go there, double-click to pin.")
        elif mode == RELATIVES:
            say(self.about, "set_text", "Like the picture where you are, each a little different.")
        elif mode == CHILDREN:
            say(self.about, "set_text", "Children of the last two pins.")
            say(self.sheet, "set_empty_text", "Pin two pictures first: these are their children.")
        elif mode == SAME:
            say(
                self.about, "set_text",
                "What the encoder takes for the picture where you are: z_mean ± z_sigma.",
            )  # fmt: skip
        else:
            say(self.about, "set_text", "The picture where you are, with some styles of others.")
