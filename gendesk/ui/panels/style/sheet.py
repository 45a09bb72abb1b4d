"""The contact sheet: the same painting with other weights and scales, small, to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Preview, Stage, Terminal
from gendesk.jobs import Job
from gendesk.ui import icons, theme
from gendesk.ui import stylizing_work as work
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.knobs import written
from gendesk.ui.widgets.thumb import Thumb
from gendesk.ui.words import say, show, tr

if TYPE_CHECKING:
    from gendesk.ops.stylizing.recipe import PaintingRecipe
    from gendesk.ui.stylizing_parts import Task

CELL = "cell-"  # before the number of a cell, in the kind of its preview
WEIGHTS = (1 / 3, 1.0, 3.0)  # times the style's weight: from faithful to wild
SCALES = (0.5, 1.0, 2.0)  # times the style's scale: from fine to coarse


class Sheet(QWidget):
    """Rows of weights, columns of scales; a cell that is pressed is painted large."""

    chosen = Signal(float, float)  # style weight, style scale

    def __init__(self, pool: Pool, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_sheet")
        self._pool, self._notice = pool, notice
        self._task: Task | None = None
        self._made: Task | None = None  # what the cells show
        self._job: Job | None = None
        self._settings: list[tuple[float, float]] = []
        self._build()
        self._refresh()

    @property
    def job(self) -> Job | None:
        """What fills the sheet now."""
        return self._job

    def set_task(self, task: Task | None) -> None:
        """What the next sheet would be made of; the one that is there stays until then."""
        self._task = task
        self._refresh()

    def begin(self) -> None:
        """Fill the sheet."""
        if self._task is None or self._job is not None:
            return
        self._made = self._task
        weights, scales = spread(self._task.recipe)
        self._settings = [(weight, scale) for weight in weights for scale in scales]
        for cell in self._cells:
            cell.set_picture(None)
            cell.setEnabled(False)
        for label in (*self._rows, *self._columns):
            label.show()
        for label, weight in zip(self._rows, weights, strict=True):
            say(label, "setText", "Style {weight}", weight=_number(weight))
        for label, scale in zip(self._columns, scales, strict=True):
            say(label, "setText", "Scale {scale}", scale=_number(scale))
        job = Job(tr("Making a contact sheet"), work.sheet(self._task, weights, scales))
        self._job = self._pool.start(job, self.receive)
        self._refresh()

    def cancel(self) -> None:
        """Make no more cells."""
        if self._job is not None:
            self._job.controls.cancel()

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Show the cells as they come."""
        if job is not self._job:
            return
        for event in events:
            if isinstance(event, Preview) and event.kind.startswith(CELL):
                cell = self._cells[int(event.kind.removeprefix(CELL))]
                cell.set_picture(event.picture)
                cell.setEnabled(True)
            elif isinstance(event, Stage):
                show(self._status, "setText", event.sentence)
        last = events[-1]
        if isinstance(last, Terminal):
            self._job = None
            self._refresh()
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")

    def _on_cell(self, place: int) -> None:
        if self._settings:
            self.chosen.emit(*self._settings[place])

    def _refresh(self) -> None:
        busy = self._job is not None
        self._make.setVisible(not busy)
        self._make.setEnabled(self._task is not None)
        self._cancel.setVisible(busy)
        if not busy:
            say(
                self._status,
                "setText",
                "Nine small paintings from faithful to wild; press one to paint it large.",
            )

    def _build(self) -> None:
        count = len(WEIGHTS) * len(SCALES)
        self._cells = [
            Thumb(f"style_sheet_{place}", covers=False, icon="style") for place in range(count)
        ]
        self._rows, self._columns = [_axis() for _ in WEIGHTS], [_axis() for _ in SCALES]
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, cell in enumerate(self._cells):
            row, column = divmod(place, len(SCALES))
            cell.setEnabled(False)
            cell.clicked.connect(lambda _=False, place=place: self._on_cell(place))
            grid.addWidget(cell, row + 1, column + 1)
            grid.setRowStretch(row + 1, 1)
            grid.setColumnStretch(column + 1, 1)
        for column, label in enumerate(self._columns):
            grid.addWidget(label, 0, column + 1)
        for row, label in enumerate(self._rows):
            grid.addWidget(label, row + 1, 0)
        self._make = QPushButton()
        self._make.setObjectName("style_sheet_make")
        self._make.setIcon(icons.icon("grid"))
        say(self._make, "setText", "Make a contact sheet")
        self._make.clicked.connect(self.begin)
        self._cancel = QPushButton()
        self._cancel.setObjectName("style_sheet_cancel")
        say(self._cancel, "setText", "Cancel")
        self._cancel.clicked.connect(self.cancel)
        self._status = QLabel()
        self._status.setObjectName("style_sheet_status")
        self._status.setProperty("tone", "muted")
        self._status.setFont(theme.font(13))
        self._status.setWordWrap(True)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._status, 1)
        below.addWidget(self._make)
        below.addWidget(self._cancel)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(10)
        column_.addLayout(grid, 1)
        column_.addLayout(below)


def spread(recipe: PaintingRecipe) -> tuple[list[float], list[float]]:
    """The style weights and the style scales around a recipe's own, within their ranges."""
    knobs = recipe.knobs()
    found = []
    for name, factors in (("style_weight", WEIGHTS), ("style_scale", SCALES)):
        low, high = knobs[name].low, knobs[name].high
        own = getattr(recipe, name) or knobs[name].default
        found.append([float(f"{min(max(own * each, low), high):.2g}") for each in factors])
    return found[0], found[1]


def _number(value: float) -> Callable[[], str]:
    """As the language writes it at the time."""
    return lambda: written(value)


def _axis() -> QLabel:
    label = QLabel()
    label.setProperty("tone", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.hide()  # until there is something to say
    return label
