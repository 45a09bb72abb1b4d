"""The page of a new training: which pictures, which model, with which settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import gendesk.families  # noqa: F401  every family's recipe becomes known
from gendesk.core.events import Event, Failed, Finished, Preview, Stage
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job
from gendesk.ui import amounts, icons, work
from gendesk.ui.panels.columns import Columns
from gendesk.ui.panels.report import ReportCard
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.panels.sources import FOLDER, Entry, Sources
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Card, Notice
from gendesk.ui.widgets.form import KnobForm
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, show

if TYPE_CHECKING:
    from gendesk.data import Report

DIGITS = (
    "digits",
    Sentence("Digits"),
    Sentence("1,797 small handwritten digits; quick to learn, and always there."),
)


class Setup(QWidget):
    """Three columns: the pictures, what is in them, and the model that will learn them."""

    start_asked = Signal()
    folder_asked = Signal()
    settled = Signal(object)  # the recipe, where nothing has been changed for a while

    estimate_after_ms = 700  # without another change

    def __init__(self, name: str, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_setup")
        self._pool, self._state = pool, state
        self._survey: Job | None = None
        self._estimate: Job | None = None
        self._catalogue: Sequence[Entry] = [DIGITS]
        self._ready = False  # the engine is warm: an estimate would measure its loading
        self._touched = False  # a person has set a knob: advice no longer changes the form
        self._material: Material | None = None  # what is known of the pictures that are chosen
        self.notice = Notice(f"{name}_setup_notice")
        self.sources = Sources(name)
        self.report = ReportCard(name)
        self.form = KnobForm()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(self.estimate_after_ms)
        self._wait.timeout.connect(self._measure)
        self._build(name)
        self.sources.offer(self._catalogue, state.recent)
        self.report.advance(Stage(Sentence("Getting ready…")))
        self.sources.chosen.connect(self.choose)
        self.sources.folder_asked.connect(self.folder_asked)
        self.form.changed.connect(self._on_knob)
        self.form.troubled.connect(self._refresh_start)
        self._on_family()

    @property
    def job(self) -> Job | None:
        """What looks at the pictures now."""
        return self._survey

    @property
    def measured(self) -> bool:
        """Whether the engine is warm and nothing is being looked at or measured."""
        idle = self._survey is None and self._estimate is None and not self._wait.isActive()
        return self._ready and idle

    def set_ready(self) -> None:
        """The engine is warm: look for what can be chosen, and at what is chosen."""
        self._ready = True
        self._pool.start(Job("catalogue", work.catalogue), self._on_catalogue)
        self.choose(self._state.source or DIGITS[0])

    def choose(self, source: str) -> None:
        """Take other pictures, and look at them."""
        if source.startswith(FOLDER):
            self._state.remember(source)
            self.sources.offer(self._catalogue, self._state.recent)
        self._state.source = source
        self.sources.show_source(source)
        self.form.set_recipe(self._in_hand().changed(data=source))
        self._touched = False
        self._refresh_start()
        self._look(source)

    def take_recipe(self, recipe: Recipe) -> None:
        """Show a recipe from elsewhere, and look at its pictures."""
        self._family.setCurrentIndex(self._family.findData(recipe.family))
        self.choose(recipe.data)
        self.form.set_recipe(recipe)
        self._touched = True

    def recipe(self) -> Recipe | None:
        """What would be trained; None while something does not fit."""
        if self.form.trouble() or not self._in_hand().data:
            return None
        return self._in_hand()

    def rest(self) -> None:
        """Look at nothing and measure nothing: a training needs the machine."""
        self._wait.stop()
        for job in (self._survey, self._estimate):
            if job is not None:
                self._pool.drop(job)
        self._survey = self._estimate = None

    def _in_hand(self) -> Recipe:
        return cast(Recipe, self.form.recipe())

    # looking at the pictures

    def _look(self, source: str) -> None:
        self.rest()
        self.report.clear()
        self._material = None
        say(self._takes, "setText", "")
        if not self._ready:
            return
        job = Job(source, work.survey(source))
        self._survey = self._pool.start(job, self._on_survey)

    def _on_catalogue(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished):
            self._catalogue = last.result
            self.sources.offer(self._catalogue, self._state.recent)
            self.sources.show_source(self._in_hand().data)

    def _on_survey(self, _: Job, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, Stage):
                self.report.advance(event)
        last = events[-1]
        if isinstance(last, Finished):
            self._survey = None
            self._on_report(last.result)
        elif isinstance(last, Failed):
            self._survey = None
            self._state.forget(self._in_hand().data)
            self.report.fail(last.sentence)
            self._refresh_start()

    def _on_report(self, report: Report) -> None:
        self.report.show_report(report)
        self._material = report.material
        if not self._touched:
            self._suit()
        self._refresh_start()
        self._wait.start()

    def _suit(self) -> None:
        """Fill the form with what suits the pictures, where they are known."""
        if self._material is not None:
            recipe = type(self._in_hand()).suited(self._material)
            self.form.set_recipe(recipe, recipe)

    # measuring

    def _measure(self) -> None:
        recipe = self.recipe()
        if self._estimate is not None:
            self._pool.drop(self._estimate)
            self._estimate = None
        if recipe is None or not self._ready or self.report.failed:
            return
        self.settled.emit(recipe)
        say(self._takes, "setText", "Measuring how long it will take…")
        job = Job("estimate", work.estimate(recipe))
        self._estimate = self._pool.start(job, self._on_estimate)

    def _on_estimate(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._estimate:
            return
        for event in events:
            if isinstance(event, Preview):
                self.report.show_glance(event)
        last = events[-1]
        if isinstance(last, Finished):
            self._estimate = None
            say(
                self._takes,
                "setText",
                "This will take about {time} here and {memory}.",
                time=lambda: amounts.duration(last.result.seconds),
                memory=lambda: amounts.size(last.result.bytes),
            )
        elif isinstance(last, Failed):
            self._estimate = None
            show(self._takes, "setText", last.sentence)

    # what a person does

    def _on_family(self) -> None:
        family = Recipe.known[self._family.currentData()]
        source = self._state.source or DIGITS[0]
        self.form.set_recipe(family().changed(data=source))
        self._touched = False
        self._suit()
        self._refresh_start()
        if self._ready:
            self._wait.start()

    def _on_knob(self, _name: str, _value: Any) -> None:
        self._touched = True
        self._refresh_start()
        self._wait.start()

    def _refresh_start(self) -> None:
        fits = self.recipe() is not None and not self.report.failed
        self.start_button.setEnabled(fits and self._kinds_fit())

    def _kinds_fit(self) -> bool:
        """Whether there are the labels that the model needs; the estimate says what is wrong."""
        try:
            if self._material is not None:
                self._in_hand().check_kinds(self._material.labels)
        except Trouble:
            return False
        return True

    # how it is put together

    def _build(self, name: str) -> None:
        self._family = CalmCombo()
        self._family.setObjectName(f"{name}_family")
        say(self._family, "setAccessibleName", "Family")
        for family, kind in Recipe.known.items():
            self._family.add(kind.title, family)
        self._family.setCurrentIndex(self._family.findData("vae"))  # what most begin with
        self._family.activated.connect(self._on_family)
        self._takes = QLabel()
        self._takes.setObjectName(f"{name}_estimate")
        self._takes.setProperty("tone", "muted")
        self._takes.setWordWrap(True)
        self._takes.setMinimumHeight(38)
        self._takes.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.start_button = QPushButton()
        self.start_button.setObjectName(f"{name}_start")
        self.start_button.setProperty("role", "primary")
        self.start_button.setProperty("large", True)
        self.start_button.setIcon(icons.icon("play", "on_accent"))
        say(self.start_button, "setText", "Start training")
        self.start_button.clicked.connect(self.start_asked)
        model = Card("Model")
        model.body.addWidget(self._family)
        model.body.addWidget(Scroll(self.form), 1)
        model.body.addWidget(self._takes)
        model.body.addWidget(self.start_button)
        columns = Columns(f"{name}_split")
        columns.add(self.sources, 290, least=210, stretch=290)
        columns.add(self.report, 480, least=240, stretch=480)
        columns.add(model, 380, least=300, stretch=380)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addWidget(columns, 1)
