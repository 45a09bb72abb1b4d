"""What two runs have come to draw, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished
from gendesk.jobs import Job
from gendesk.ui import amounts, icons, lesson_work
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card, Line, Notice
from gendesk.ui.widgets.pictures import PictureView
from gendesk.ui.words import say, show, tr, translated

if TYPE_CHECKING:
    from gendesk.runs.comparison import Drawn
    from gendesk.runs.folder import Run


class Contest(QWidget):
    """Two grids of samples; each can be opened as the run that drew it."""

    opened = Signal(object)  # Run
    left = Signal()

    def __init__(self, name: str, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self._pool = pool
        self._job: Job | None = None
        self._runs: Sequence[Run] = ()
        self.notice = Notice(f"{name}_notice")
        self.sides = [_Side(f"{name}_{number}") for number in range(2)]
        for number, side in enumerate(self.sides):
            side.asked.connect(lambda number=number: self.opened.emit(self._runs[number]))
        told = QLabel()
        told.setWordWrap(True)
        told.setObjectName(f"{name}_told")
        say(
            told,
            "setText",
            "The autoencoder is punished for every pixel that is off, so where it is not sure it draws "
            "the mean, which is soft. The GAN must deceive somebody, and the mean deceives nobody: its "
            "strokes are crisp, even where they are no digit. Nobody asks it to draw them all, either.",
        )
        back = QPushButton()
        back.setObjectName(f"{name}_back")
        back.setIcon(icons.icon("back"))
        say(back, "setText", "Guided lessons")
        back.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(told, 1)
        foot.addWidget(back)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        for side in self.sides:
            pictures.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addLayout(pictures, 1)
        column.addLayout(foot)

    @property
    def settled(self) -> bool:
        """Whether everything is on the screen."""
        return self._job is None

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Compare these two."""
        self._runs = runs
        self.notice.dismiss()
        for side, run in zip(self.sides, runs, strict=True):
            side.clear(translated(run.recipe.title))
        job = Job(tr("Comparing"), lesson_work.compare(runs))
        self._job = self._pool.start(job, self._on_compared)

    def _on_compared(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._job or not job.ended:
            return
        self._job = None
        last = events[-1]
        if isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")
        elif isinstance(last, Finished):
            for side, drawn in zip(self.sides, last.result, strict=True):
                side.show_drawn(drawn)


class _Side(Card):
    asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("Pictures")
        self.setObjectName(name)
        self.view = PictureView(f"{name}_picture", "The samples are being drawn…")
        self.figure = Line(14, tone="muted")
        self.figure.setObjectName(f"{name}_figure")
        self.add_tool("eye", f"{name}_open", "Open this run").clicked.connect(self.asked)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.figure)

    def clear(self, title: str) -> None:
        """Nothing is drawn yet."""
        self.set_title(title)
        self.view.set_picture(None)
        show(self.figure, "set_text", "")

    def show_drawn(self, drawn: Drawn) -> None:
        """The samples, and how good they are."""
        self.view.set_picture(drawn.picture, self.title())
        if drawn.frechet is not None:
            say(
                self.figure,
                "set_text",
                "Fréchet distance to the digits (texture): {distance}",
                distance=amounts.figure(drawn.frechet),
            )
