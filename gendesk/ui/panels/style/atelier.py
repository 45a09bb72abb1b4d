"""The style panel once there is something to paint: pictures, easel, settings, progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ui.panels.charts import Charts
from gendesk.ui.panels.columns import Columns, stacked
from gendesk.ui.panels.style.earlier import Earlier
from gendesk.ui.panels.style.easel import SKETCH, Easel
from gendesk.ui.panels.style.folder import Folder
from gendesk.ui.panels.style.masking import Masking
from gendesk.ui.panels.style.pages import EASEL, Pages
from gendesk.ui.panels.style.painter import Painter
from gendesk.ui.panels.style.progress import ProgressCard
from gendesk.ui.panels.style.saving import Saving
from gendesk.ui.panels.style.settings import Settings
from gendesk.ui.panels.style.sheet import Sheet
from gendesk.ui.panels.style.sketcher import Sketcher
from gendesk.ui.panels.style.sources import Content, Styles
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Notice

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Chosen, Frame, Offer, Opened, Pixels, Recalled, Task

PART, REGION = "part", "region"  # what of a style counts, and where on the content it goes


class Atelier(QWidget):
    """Sketches whatever is chosen at once, and paints it when asked to."""

    content_asked = Signal()
    styles_asked = Signal()
    sample_content_chosen = Signal(object)  # Offer
    sample_style_chosen = Signal(object)  # Offer
    weights_asked = Signal()  # features from a file

    def __init__(self, pool: Pool, state: State, notice: Notice) -> None:
        super().__init__()
        self.setObjectName("style_atelier")
        self._pool, self._state, self._notice = pool, state, notice
        self._content: Opened | None = None
        self._marking: tuple[int, str] | None = None  # which mask of which style
        self._count = 0  # of styles
        self.content, self.styles = Content(), Styles()
        self.settings = Settings(remembered(state), pool, notice)
        self.saving = Saving(pool, notice, self)
        self.progress = ProgressCard(self.saving)
        self.easel = Easel()
        self.charts = Charts(
            "style_charts", "Curves appear here as soon as something is being painted."
        )
        self.sheet = Sheet(pool, notice)
        self.folder = Folder(pool)
        self.earlier = Earlier(pool, notice)
        self.masking = Masking()
        self.sketcher = Sketcher(pool, self)
        self.painter = Painter(pool, self.easel, self.charts, self.progress, notice)
        self._build()
        self._connect()
        self.settings.features.look()

    # what is asked of it

    @property
    def painting(self) -> bool:
        """Whether something is being painted that would be missed."""
        return self.painter.painting or self.folder.job is not None

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        parts = (self.sketcher, self.painter, self.earlier, self.settings.features)
        return all(part.settled for part in parts)

    def offer(self, contents: Sequence[Offer], styles: Sequence[Offer]) -> None:
        """The samples there are."""
        self.content.offer(contents)
        self.styles.offer(styles)

    @property
    def has_content(self) -> bool:
        """Whether there is a picture to paint."""
        return self._content is not None

    def task(self) -> Task | None:
        """What would be painted, None where something is missing."""
        styles = self.styles.styles()
        if self._content is None or not styles or not self.settings.features.available():
            return None
        from gendesk.ui.stylizing_parts import Task

        return Task(self._content, tuple(styles), self.settings.recipe())

    def set_content(self, opened: Opened) -> None:
        """Paint this one; what was marked on the one before means nothing any more."""
        self._content = opened
        self.content.show_content(opened)
        self.easel.show_content(opened)
        for place, style in enumerate(self.styles.styles()):
            if style.region is not None:
                self.styles.replace(place, region=None)
        self._close_masking()
        self._renew()

    def add_styles(self, styles: Sequence[Chosen]) -> None:
        """More styles."""
        self.styles.add(styles)

    def set_task(self, task: Task) -> None:
        """Everything at once, such as what a painting's file held."""
        self._content = task.content
        self.content.show_content(task.content)
        self.easel.show_content(task.content)
        self.styles.set_styles(task.styles)
        self.settings.set_recipe(task.recipe)
        self._close_masking()
        self._remember()
        self.sheet.set_task(self.task())
        self.folder.set_task(self._manner())

    def bring_back(self, task: Task) -> None:
        """Everything at once, and a sketch of it."""
        self.set_task(task)
        self._renew()

    def start(self, begin_with: Pixels | None = None) -> None:
        """Paint it, begun as its recipe says, or with a picture."""
        task = self.task()
        if task is None or self.painter.painting:
            return
        self.sketcher.set_task(None)
        self._close_masking()
        self._pages.choose(EASEL)
        self.painter.paint(task, begin_with)

    def takes_styles_at(self, at: QPoint) -> bool:
        """Whether what is dropped at a point of the screen is meant as a style."""
        return self.styles.rect().contains(self.styles.mapFromGlobal(at))

    def takes_content_at(self, at: QPoint) -> bool:
        """Whether what is dropped at a point of the screen is meant as the content."""
        return self.content.rect().contains(self.content.mapFromGlobal(at))

    def show_folder(self, folder: Path) -> None:
        """Offer to paint this folder."""
        self.folder.set_source(folder)
        self._pages.choose("folder")

    def show_earlier(self) -> None:
        """The list of earlier paintings."""
        self._pages.choose("earlier")

    # what changed

    def _renew(self) -> None:
        """Other pictures: what was painted of those before is on disk, and not shown any more."""
        if not self.painter.painting:
            self.painter.forget()
        self._resketch()

    def _resketch(self) -> None:
        """Something that is seen in the sketch has changed."""
        task = self.task()
        self.sheet.set_task(task)
        self.folder.set_task(self._manner())
        self.progress.offer(task is not None)
        if self.painter.painting:
            return
        if task is None:
            self.sketcher.set_task(None)
            return
        self.progress.show_estimate(None, waiting=True)
        self.sketcher.set_task(task)

    def _manner(self) -> Task | None:
        """What a folder is painted with: a content is not needed."""
        styles = self.styles.styles()
        if not styles or not self.settings.features.available():
            return None
        from gendesk.ui.stylizing_parts import Task

        content = self._content if self._content is not None else styles[0].opened
        return Task(content, tuple(styles), self.settings.recipe())

    def _on_styles(self) -> None:
        count = len(self.styles.styles())
        if count < self._count:
            self._close_masking()  # it may have been that style's
        self._count = count
        self._renew()

    def _on_recipe(self, _: PaintingRecipe) -> None:
        self._remember()
        self._resketch()

    def _remember(self) -> None:
        self._state.style = {"recipe": self.settings.recipe().as_dict()}

    def _on_sketched(self, frame: Frame) -> None:
        if not self.painter.painting:
            self.easel.show_frame(SKETCH, frame)
            self.easel.choose(SKETCH)

    def _on_sketcher(self) -> None:
        self.easel.say_status(Sentence("Sketching…") if self.sketcher.sketching else None)

    def _on_sketch_failed(self, sentence: Sentence) -> None:
        self.progress.show_estimate(None)
        self._notice.tell(sentence, "error")

    def _on_painter(self) -> None:
        self.settings.set_running(self.painter.painting)
        self.progress.offer(self.task() is not None)
        self._show_offers()

    def _on_painted(self) -> None:
        if self.isVisible() and self.earlier.isVisible():
            self.earlier.refresh()

    def _show_offers(self) -> None:
        """What can be done with the moment that is seen."""
        step, frame, folder = self.easel.step(), self.easel.frame(), self.painter.folder
        if step is None and frame is not None and not self.painter.painting:
            self.progress.offer_branch(0)
        else:
            self.progress.offer_branch(step if folder is not None and step else None)
        self.progress.offer_saving(frame is not None)
        self.saving.set_subject(self.task(), frame, folder if step is not None else None)

    # what a person does

    def _on_branch(self) -> None:
        step, frame = self.easel.step(), self.easel.frame()
        if step:
            self.sketcher.set_task(None)
            self.painter.branch(step, self.settings.recipe())
        elif frame is not None:
            self.start(frame.pixels)

    def _on_size(self, size: int) -> None:
        self.settings.set_recipe(self.settings.recipe().changed(size=size))
        self._on_recipe(self.settings.recipe())

    def _on_cell(self, weight: float, scale: float) -> None:
        recipe = self.settings.recipe().changed(style_weight=weight, style_scale=scale)
        self.settings.set_recipe(recipe)
        self._remember()
        self.start()

    def _on_features(self) -> None:
        if not self.painter.painting:
            self._resketch()

    def _on_recalled(self, past: Recalled) -> None:
        if self.painter.painting:
            self._notice.tell(
                Sentence("Something is being painted; stop it before you open another."), "warning"
            )
            return
        self.sketcher.set_task(None)
        self.set_task(past.task)
        self._pages.choose(EASEL)
        self.painter.show_past(past)

    # marking

    def _on_marking(self, place: int, which: str) -> None:
        if which == REGION and self._content is None:
            self._notice.tell(Sentence("Choose the picture to repaint first."), "info")
            return
        self._marking = (place, which)
        self.masking.mark(self.styles.styles()[place], self._content if which == REGION else None)
        self._middle.setCurrentWidget(self.masking)
        self.masking.brush.setFocus()

    def _on_marked(self, mask: Any) -> None:
        if self._marking is not None:
            place, which = self._marking
            self.styles.replace(place, **{which: mask})

    def _close_masking(self) -> None:
        self._marking = None
        self._middle.setCurrentWidget(self._pages)

    # how it is put together

    def _connect(self) -> None:
        self.content.file_asked.connect(self.content_asked)
        self.content.sample_chosen.connect(self.sample_content_chosen)
        self.styles.files_asked.connect(self.styles_asked)
        self.styles.sample_chosen.connect(self.sample_style_chosen)
        self.styles.changed.connect(self._on_styles)
        self.styles.part_asked.connect(lambda place: self._on_marking(place, PART))
        self.styles.region_asked.connect(lambda place: self._on_marking(place, REGION))
        self.masking.edited.connect(self._on_marked)
        self.masking.done.connect(self._close_masking)
        self.settings.changed.connect(self._on_recipe)
        self.settings.turned.connect(self.painter.turn)
        self.settings.file_asked.connect(self.weights_asked)
        self.settings.features.offered.connect(self._on_features)
        self.sketcher.framed.connect(self._on_sketched)
        self.sketcher.estimated.connect(self.progress.show_estimate)
        self.sketcher.failed.connect(self._on_sketch_failed)
        self.sketcher.changed.connect(self._on_sketcher)
        self.painter.changed.connect(self._on_painter)
        self.painter.ended.connect(self._on_painted)
        self.easel.shown_changed.connect(self._show_offers)
        self.progress.start_asked.connect(lambda: self.start())
        self.progress.continue_asked.connect(self.painter.go_on)
        self.progress.branch_asked.connect(self._on_branch)
        self.progress.size_chosen.connect(self._on_size)
        self.sheet.chosen.connect(self._on_cell)
        self.earlier.recalled.connect(self._on_recalled)

    def _build(self) -> None:
        self._pages = Pages(
            {
                EASEL: self.easel, "charts": self.charts, "sheet": self.sheet,
                "folder": self.folder, "earlier": self.earlier,
            }
        )  # fmt: skip
        self._middle = QStackedWidget()
        self._middle.addWidget(self._pages)
        self._middle.addWidget(self.masking)
        left = stacked((self.content, 2), (self.styles, 3))
        right = stacked((self.settings, 1), (self.progress, 0))
        columns = Columns("style_split")
        columns.add(left, 250, least=200)
        columns.add(self._middle, 610, least=320, stretch=1)
        columns.add(right, 290, least=240)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)


def remembered(state: State) -> PaintingRecipe:
    """The recipe of the last time; the usual one where it makes no sense any more."""
    try:
        return PaintingRecipe.from_dict(state.style.get("recipe", {}))
    except (Trouble, TypeError, AttributeError):
        return PaintingRecipe()
