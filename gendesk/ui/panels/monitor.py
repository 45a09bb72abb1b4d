"""The training panel: a new training, the running one, and all past runs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.events import Event
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job
from gendesk.ui import dialogs, work
from gendesk.ui.panels.lesson import LessonStrip
from gendesk.ui.panels.panel import Panel, Stake
from gendesk.ui.panels.segments import Segments
from gendesk.ui.panels.setup import Setup
from gendesk.ui.panels.sources import FOLDER
from gendesk.ui.panels.tutor import Tutor
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.lessons.lesson import Lesson
    from gendesk.runs.folder import Run
    from gendesk.ui.panels.contest import Contest
    from gendesk.ui.panels.history import History
    from gendesk.ui.panels.lessons import Lessons
    from gendesk.ui.panels.run import RunPage

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".ppm", ".pgm"}


class Monitor(Panel):
    """Pages: setting up, the training that runs here, all runs, an opened run, and the lessons."""

    def __init__(self, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_monitor")
        self._pool, self._state = pool, state
        self.setup = Setup("monitor", pool, state)
        self._tabs = Segments("monitor_tab")
        self._tabs.add("setup", "New training")
        self._tabs.add("live", "This training")
        self._tabs.add("history", "Past runs")
        self._tabs.add("lessons", "Guided lessons")
        self._tabs.offer("live", False)
        self._tabs.chosen.connect(self._on_tab)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.setup)
        self.tutor = Tutor(LessonStrip("lesson"), self)
        self.tutor.training_asked.connect(self._learn)
        self.tutor.contest_asked.connect(self.show_contest)
        self.tutor.changed.connect(self._show_strip)
        bar = QHBoxLayout()
        bar.addWidget(self._tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.tutor.strip)
        column.addWidget(self._pages, 1)
        self.setup.start_asked.connect(self.start)
        self.setup.settled.connect(self._prepare)
        self.setup.folder_asked.connect(self.ask_pictures)

    # the pages that are not seen at first, each made when it is needed or nothing else is to do

    @cached_property
    def live(self) -> RunPage:
        """The training that runs here."""
        return self._make_run_page("monitor", leads_back=False)

    @cached_property
    def opened(self) -> RunPage:
        """A run that was opened from the list."""
        page = self._make_run_page("opened", leads_back=True)
        page.left.connect(self.show_history)
        return page

    @cached_property
    def history(self) -> History:
        """The list of runs."""
        from gendesk.ui.panels.history import History

        page = History("history", self._pool)
        page.opened.connect(self.open_run)
        page.new_asked.connect(self.show_setup)
        self._pages.addWidget(page)
        return page

    @cached_property
    def lessons(self) -> Lessons:
        """The lessons there are."""
        from gendesk.ui.panels.lessons import Lessons

        page = Lessons("lessons")
        page.chosen.connect(self._on_lesson)
        self._pages.addWidget(page)
        return page

    @cached_property
    def contest(self) -> Contest:
        """What two runs of a lesson draw."""
        from gendesk.ui.panels.contest import Contest

        page = Contest("contest", self._pool)
        page.opened.connect(self.open_run)
        page.left.connect(self.show_lessons)
        self._pages.addWidget(page)
        return page

    def _make_run_page(self, name: str, *, leads_back: bool) -> RunPage:
        from gendesk.ui.panels.run import RunPage

        page = RunPage(name, self._pool, leads_back=leads_back)
        page.continued.connect(self._on_continued)
        page.branched.connect(self._on_branched)
        page.cured.connect(self._on_branched)
        self._pages.addWidget(page)
        return page

    def _made(self, name: str) -> Any:
        """A page that has been made, else None."""
        return self.__dict__.get(name)

    # what is asked of it

    @property
    def training(self) -> bool:
        """Whether a training of this window runs or is paused."""
        live = self._made("live")
        return live is not None and live.training

    @property
    def stake(self) -> Stake | None:
        if not self.training:
            return None
        return Stake(
            tr("A training is running."),
            tr("Leaving saves it as it is now; it can be continued from Past runs at any time."),
            tr("Save and leave"),
            tr("Keep training"),
            saves=True,
        )

    @property
    def settled(self) -> bool:
        """Whether nothing is on its way to be shown."""
        made = (self._made("opened"), self._made("history"), self._made("contest"))
        return all(page is None or page.settled for page in made)

    def complete_one(self) -> bool:
        """Make one of the pages that are not seen yet; false when there is none left to make."""
        for name in ("live", "history", "opened", "lessons"):
            if self._made(name) is None:
                getattr(self, name)
                return True
        return False

    def set_ready(self) -> None:
        """The engine is warm."""
        self.setup.set_ready()

    def _prepare(self, recipe: Recipe) -> None:
        """Have a page at hand for a training like this."""
        if not self.training:
            self.live.prepare(recipe)

    def shows(self, job: Job) -> bool:
        """Bring the page of `job` to the front; false where it has none here."""
        for name, show in (("live", self.show_live), ("opened", self._show_opened)):
            page = self._made(name)
            if page is not None and page.job is job:
                show()
                return True
        if self.setup.job is job:
            self.show_setup()
            return True
        return False

    def show_setup(self) -> None:
        """The page of a new training."""
        self._to(self.setup, "setup")

    def show_live(self) -> None:
        """The page of the training that runs here, where there is one."""
        live = self._made("live")
        if live is not None and live.run is not None:
            self._to(live, "live")

    def show_history(self) -> None:
        """The list of all runs."""
        self.history.refresh()
        self._to(self.history, "history")

    def show_lessons(self) -> None:
        """The lessons there are."""
        self._to(self.lessons, "lessons")

    def show_contest(self, runs: Sequence[Run]) -> None:
        """What two runs have come to draw, side by side."""
        self.contest.show_runs(runs)
        self._to(self.contest, "lessons")

    def open(self, paths: Sequence[Path], at: QPoint | None = None) -> None:  # noqa: ARG002
        """The first: a run folder, a recipe, a folder of pictures, or a picture in one.

        Raises:
            Trouble: it is none of these.
        """
        path = paths[0]
        if (path / "recipe.json").is_file():
            from gendesk.runs.folder import Run

            self.open_run(Run.open(path))
        elif path.is_dir():
            self.choose(FOLDER + str(path))
        elif path.suffix.lower() == ".json":
            self.setup.take_recipe(Recipe.read(path))
            self.show_setup()
        elif path.suffix.lower() in PICTURES:
            self.choose(FOLDER + str(path.parent))
        else:
            raise Trouble(
                "{path} is neither a folder of pictures, nor a run, nor a recipe.", path=path
            )

    def choose(self, source: str) -> None:
        """Take these pictures for the next training."""
        self.setup.choose(source)
        self.show_setup()

    def ask_pictures(self) -> None:
        """Let a person choose a folder of pictures."""
        title = tr("Choose a folder of pictures")
        dialog = dialogs.chooser(self, "folder_dialog", title, dialogs.Mode.Directory)
        dialog.fileSelected.connect(lambda path: self.choose(FOLDER + path))
        dialog.open()

    def open_run(self, run: Run) -> None:
        """Show a run: the one that trains here, or another as it lies on disk."""
        if self.training and self.live.run is not None and self.live.run.folder == run.folder:
            self.show_live()
            return
        if self.opened.job is not None:
            self._pool.drop(self.opened.job)
        job = Job(tr("Opening {name}", name=run.name), work.follow(run))
        self.opened.begin(run, job, run.recipe, training=False)
        self._show_opened()
        self._pool.start(job, self.opened.receive)

    # what a person does

    def start(self) -> None:
        """Train what the page of a new training describes."""
        if self.training:
            self.show_live()
            return
        recipe = self.setup.recipe()
        if recipe is not None and (run := self._create(recipe, self.setup.notice)) is not None:
            self._train(run, recipe)

    def pause(self) -> None:
        """Pause the training, or go on."""
        if self.training:
            self.live.pause()

    def stop(self) -> None:
        """Save the training and end it."""
        if self.training:
            self.live.stop()

    def save(self) -> None:
        """Write a checkpoint now."""
        if self.training:
            self.live.save()

    def _on_lesson(self, lesson: Lesson) -> None:
        if self.training:
            sentence = Sentence("Another training is running; stop it first.")
            self.lessons.notice.tell(sentence, "warning")
            return
        self.lessons.notice.dismiss()
        self.tutor.begin(lesson)

    def _learn(self, recipe: Recipe) -> None:
        """A training of the lesson under way."""
        run = self._create(recipe, self.lessons.notice)
        if run is None:
            self.tutor.leave()
            self.show_lessons()
        else:
            self._train(run, recipe, of_lesson=True)
            self.tutor.strip.setFocus()  # what is read next, and gone on with by a key

    def _create(self, recipe: Recipe, notice: Notice) -> Run | None:
        """A new run; None where the disk does not take it, which is said."""
        from gendesk.runs.folder import Run

        try:
            return Run.create(recipe)
        except Trouble as trouble:
            notice.tell(trouble.sentence, "error")
            return None

    def _on_continued(self, run: Run, at: int, until: int) -> None:
        if not self._busy():
            self._train(run, run.recipe.changed(steps=until), steps=until, from_step=at)

    def _on_branched(self, run: Run, at: int, settings: dict[str, Any], remedy: str = "") -> None:
        if self._busy():
            return
        from gendesk.runs.folder import branch

        try:
            new = branch(run, at, settings, remedy=remedy)
        except Trouble as trouble:
            self._page().notice.tell(trouble.sentence, "error")
            return
        self._train(new, new.recipe)

    def _busy(self) -> bool:
        """Whether a training runs; then says so, as one at a time learns fastest."""
        if self.training:
            sentence = Sentence("Another training is running; stop it first.")
            self._page().notice.tell(sentence, "warning")
        return self.training

    def _train(
        self,
        run: Run,
        recipe: Recipe,
        steps: int | None = None,
        from_step: int | None = None,
        *,
        of_lesson: bool = False,
    ) -> None:
        if not of_lesson:
            self.tutor.leave()
        opened = self._made("opened")
        if opened is not None and opened.job is not None:
            self._pool.drop(opened.job)
            opened.clear()
        self.setup.rest()
        job = Job(tr("Training {name}", name=run.name), work.train(run, steps, from_step))
        self.live.begin(run, job, recipe, training=True)
        if of_lesson:
            self.tutor.follow(self.live, run, job)
        self._tabs.offer("live", True)
        self.show_live()
        self._pool.train(job, self._on_trained)

    def _on_trained(self, job: Job, events: Sequence[Event]) -> None:
        self.live.receive(job, events)
        self.tutor.hear(job, events)

    # pages

    def _page(self) -> RunPage:
        return self.opened if self._pages.currentWidget() is self._made("opened") else self.live

    def _show_opened(self) -> None:
        self._to(self.opened, "history")

    def _to(self, page: QWidget, tab: str) -> None:
        self._tabs.select(tab)
        self._pages.setCurrentWidget(page)
        self._show_strip()

    def _show_strip(self) -> None:
        """A lesson's strip stands above its training."""
        above = self._pages.currentWidget() is self._made("live")
        self.tutor.strip.setVisible(above and self.tutor.course is not None)

    def _on_tab(self, name: str) -> None:
        show = {
            "setup": self.show_setup,
            "live": self.show_live,
            "history": self.show_history,
            "lessons": self.show_lessons,
        }
        show[name]()
