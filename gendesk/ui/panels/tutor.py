"""Who conducts a lesson: lets its training stand still while somebody reads, and turns the knobs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gendesk.core.events import Event
from gendesk.jobs import Job
from gendesk.lessons.course import Course, State
from gendesk.lessons.lesson import Lesson
from gendesk.ui.panels.lesson import LessonStrip

if TYPE_CHECKING:
    from gendesk.runs.folder import Run
    from gendesk.ui.panels.run import RunPage


class Tutor(QObject):
    """One lesson at a time, beside the page of the training that runs here."""

    training_asked = Signal(object)  # Recipe: of the lesson's first or next training
    contest_asked = Signal(object)  # the runs of a lesson that has several, at its end
    changed = Signal()  # a lesson is under way, or is no more

    def __init__(self, strip: LessonStrip, parent: QObject) -> None:
        super().__init__(parent)
        self.strip = strip
        self.strip.went_on.connect(self.go_on)
        self.strip.left.connect(self.leave)
        self.course: Course | None = None
        self._page: RunPage | None = None
        self._job: Job | None = None  # the training that is followed
        self._runs: list[Run] = []
        self._held = False  # the training stands still because of us

    def begin(self, lesson: Lesson, seed: int = 0) -> None:
        """Ask for the first training of a lesson."""
        self.course = Course(lesson, seed)
        self._runs = []
        self._ask()

    def follow(self, page: RunPage, run: Run, job: Job) -> None:
        """The training that was asked for has begun."""
        self._page, self._job, self._held = page, job, False
        self._runs.append(run)
        page.guide(True)
        self._point()

    def hear(self, job: Job, events: Sequence[Event]) -> None:
        """What the training says, after its page has shown it."""
        if self.course is None or job is not self._job:
            return
        moved = [self.course.take(event) for event in events]
        if any(moved):
            self._tell()
            self._hold(self.course.state is State.SEEN)

    def go_on(self) -> None:
        """It has been read: cure, train the next, or end."""
        course = self.course
        if course is None:
            return
        if course.state is State.MISSED:
            self.begin(course.lesson, course.seed + 1)
            return
        part, settings = course.part, course.settings
        if settings and self._page is not None:
            self._page.health.treat(settings)
        course.go_on()
        if course.state is State.OVER:
            self.leave()
            if len(self._runs) > 1:
                self.contest_asked.emit(self._runs)
        elif course.part != part:
            self._ask()
        else:
            self._hold(course.state is State.SEEN)
            self._tell()

    def leave(self) -> None:
        """End the lesson; its trainings stay as they are."""
        if self.course is not None:
            self._hold(False)
            if self._page is not None:
                self._page.guide(False)
            self.course = self._job = self._page = None
            self.changed.emit()

    def _ask(self) -> None:
        assert self.course is not None
        self._tell()
        self.training_asked.emit(self.course.recipe)

    def _tell(self) -> None:
        if self.course is not None:
            self.strip.tell(self.course)
            self._point()
            self.changed.emit()

    def _point(self) -> None:
        """Bring forward what there is to look at."""
        course, page = self.course, self._page
        if course is not None and page is not None and course.state is State.WATCHING:
            page.charts.choose(course.stage.chart)

    def _hold(self, still: bool) -> None:
        """Let the training stand still, or go on where it is we who stopped it."""
        page, job = self._page, self._job
        if page is None or job is None or not page.training or page.job is not job:
            return
        if still != job.controls.paused and (still or self._held):
            page.pause()
        self._held = still
