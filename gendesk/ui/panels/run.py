"""The page of one run: trained here, watched while another process trains it, or long past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.events import (
    HELD_OUT,
    Curves,
    Diagnosed,
    Evaluated,
    Event,
    Failed,
    Finished,
    Looked,
    Paused,
    Phase,
    Preview,
    Progress,
    Resumed,
    Saved,
    Stage,
    Terminal,
    Turned,
    Warned,
)
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import amounts
from gendesk.ui.panels import statuses
from gendesk.ui.panels.afterwards import Afterwards
from gendesk.ui.panels.charts import Charts
from gendesk.ui.panels.exports import Exports
from gendesk.ui.panels.gallery import Gallery
from gendesk.ui.panels.health import Health
from gendesk.ui.panels.phases import Phases
from gendesk.ui.panels.runbar import RunBar
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.panels.tiles import Tiles
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card, Notice
from gendesk.ui.widgets.form import KnobForm
from gendesk.ui.widgets.knobs import written
from gendesk.ui.words import tr, translated

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


class RunPage(QWidget):
    """Shows a run and what can be done with it; `receive` takes the events of its job."""

    continued = Signal(object, int, int)  # Run, from the checkpoint at this step, up to this step
    branched = Signal(object, int, dict)  # Run, from the checkpoint at this step, settings
    cured = Signal(object, int, dict, str)  # as `branched`, and the finding that it shall cure
    left = Signal()  # back to where the page was opened from

    def __init__(self, name: str, pool: Pool, *, leads_back: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"{name}_page")
        self._pool = pool
        self._run: Run | None = None
        self._job: Job | None = None
        self._training = False  # by us: it can be paused and turned
        self._state = "new"
        self._step = 0
        self._saving = False
        self._cure: tuple[int, dict[str, Any], str] | None = None  # once it has stopped
        self.notice = Notice(f"{name}_notice")
        self.tiles = Tiles(f"{name}_tiles")
        self.charts = Charts(f"{name}_charts")
        self.gallery = Gallery(f"{name}_gallery", pool)
        self.health = Health(f"{name}_health")
        self.health.treated.connect(self._on_treated)
        self.health.rewound.connect(self._on_rewound)
        self.phases = Phases(f"{name}_phases")
        self.phases.asked.connect(self._on_phase_asked)
        self.phases.released.connect(self._resume)
        self.health.body.addWidget(self.phases)
        self.gallery.looked_back.connect(self.charts.verdicts.look_back)
        self._exports = Exports(f"{name}_export", pool, self.notice, self)
        self._afterwards = Afterwards(pool, self.notice, self)
        self._afterwards.continued.connect(self.continued)
        self._afterwards.branched.connect(self.branched)
        self.bar = RunBar(name, self._exports, leads_back=leads_back)
        for asked, does in (
            (self.bar.pause_asked, self.pause),
            (self.bar.save_asked, self.save),
            (self.bar.stop_asked, self.stop),
            (self.bar.continue_asked, self._afterwards.go_on),
            (self.bar.branch_asked, self._afterwards.branch),
            (self.bar.try_asked, self._afterwards.try_elsewhere),
            (self.bar.publish_asked, self._afterwards.publish),
            (self.bar.back_asked, self.left),
        ):
            asked.connect(does)
        self._build(name)
        self.clear()

    # what a test, a status line and the window ask

    @property
    def job(self) -> Job | None:
        """The job whose events are shown."""
        return self._job

    @property
    def run(self) -> Run | None:
        """The run that is shown."""
        return self._run

    @property
    def settled(self) -> bool:
        """Whether everything that is known is on the screen."""
        return self._state not in ("training", "watching") and not self.charts.waiting

    @property
    def training(self) -> bool:
        """Whether a training of this window is shown and has not ended."""
        return self._training

    # what it shows

    def clear(self) -> None:
        """Nothing is shown."""
        self._run = self._job = None
        self._training = False
        self.tiles.clear()
        self.charts.clear()
        self.gallery.clear()
        self.health.clear()
        self.phases.clear()
        self._cure = None
        self.notice.dismiss()
        self.bar.name_run("", "")
        self.bar.show_stage(None)
        self._step = 0
        self._be("new")

    def prepare(self, recipe: Recipe) -> None:
        """Build and paint unseen what a training like this shows, so that Start costs no time."""
        self._form.set_recipe(recipe)
        self.grab()

    def begin(self, run: Run, job: Job, recipe: Recipe, *, training: bool) -> None:
        """Show `run`, whose events come from `job`; `training` is true where it can be steered."""
        self.clear()
        self._run, self._job, self._training = run, job, training
        self.bar.name_run(run.name, f"{translated(recipe.title)} · {recipe.data}")
        self._exports.set_run(run)
        self._afterwards.set_run(run)
        self.gallery.clear(run)
        self._form.set_recipe(recipe)
        self._form.set_running(True)
        self._knobs.setVisible(training)
        self.health.begin(recipe, training=training)
        self.phases.setVisible(training)
        self.charts.offer_verdicts(isinstance(recipe, AdversarialRecipe))
        self._be("training" if training else "watching")

    def guide(self, guided: bool) -> None:
        """Whether somebody else says what to turn, such as a lesson; the curves get the knobs' room."""
        self.health.guide(guided)
        self._knobs.setVisible(self._training and not guided)

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Show what happened; what another job than the shown one says is not for this page."""
        if job is not self._job:
            return
        newest = None
        for event in events:
            if isinstance(event, Progress):
                self.charts.add(event)
                newest = event
            elif not isinstance(event, Terminal):
                self._take(event)
        if newest is not None:
            self.tiles.advance(newest)
            if self._state in ("paused", "slow"):  # a single phase was played
                self.tiles.rest(statuses.sentence(self._state))
            self._step = newest.step
            self.bar.show_stage(None)
        if isinstance(events[-1], Terminal):
            self._end(events[-1])

    def _take(self, event: Event) -> None:
        match event:
            case Stage() if not self._step:
                self.bar.show_stage(event)
            case Curves(points):
                self.charts.replace(points)
                if HELD_OUT + "loss" in points:
                    steps, losses = points[HELD_OUT + "loss"]
                    self.tiles.judge(Evaluated(int(steps[-1]), {"loss": float(losses[-1])}))
            case Evaluated():
                self.charts.judge(event)
                self.tiles.judge(event)
            case Preview():
                self.gallery.add(event)
            case Looked(_, _, _, figures):
                self.charts.look(event)
                if "texture/novelty" in figures:
                    self.gallery.judge_novelty(figures["texture/novelty"])
            case Phase():
                self.phases.tell(event)
            case Turned(step, name, _, after):
                self.charts.mark(step, f"{name} = {written(after)}")
            case Diagnosed():
                self.health.tell(event)
            case Saved("checkpoint", _, step):
                self._on_saved(step)
            case Warned(sentence):
                self.notice.tell(sentence, "warning")
            case Paused():
                self._on_paused(event)
            case Resumed(step):
                self.charts.mark(step, tr("resumed"))
                if self._state == "paused":
                    self._be("training")

    def _end(self, last: Terminal) -> None:
        trained, self._training = self._training, False
        self.bar.show_stage(None)
        self.gallery.recount()
        self._knobs.hide()
        self.health.rest()
        self.phases.hide()
        self.phases.rest()
        step = amounts.count(self._step)
        if isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")
            self._be("failed")
        elif not trained and isinstance(last, Finished):
            self._be(str(last.result))
        elif isinstance(last, Finished):
            self.notice.tell(Sentence("It has learnt all {step} steps.", {"step": step}), "good")
            self._be("finished")
        else:
            self.notice.tell(Sentence("Stopped at step {step} and saved.", {"step": step}), "info")
            self._be("stopped")
        if self._cure is not None and self._run is not None:
            self.cured.emit(self._run, *self._cure)

    def _on_saved(self, step: int) -> None:
        if self._saving:
            self._saving = False
            sentence = Sentence("Saved at step {step}.", {"step": amounts.count(step)})
            self.notice.tell(sentence, "good")

    def _on_paused(self, event: Paused) -> None:
        if self._state == "training":
            self._be("paused")
        if event.sentence is None:
            return
        if not event.remedy or not self._training:
            self.notice.tell(event.sentence, "warning")
            return
        remedy = dict(event.remedy)
        name, value = next(iter(remedy.items()))
        label = translated(self._form.recipe().knobs()[name].label)
        self.notice.tell(
            event.sentence,
            "warning",
            Sentence("Use {knob} {value} and resume", {"knob": label, "value": written(value)}),
            lambda: self._remedy(remedy),
        )

    def _remedy(self, remedy: Mapping[str, Any]) -> None:
        if self._job is not None:
            for name, value in remedy.items():
                self._job.controls.turn(name, value)
            self._form.set_recipe(self._form.recipe().changed(**remedy))
            self._resume()

    def _be(self, state: str) -> None:
        """Show "training", "paused", "slow", "watching", "finished", "stopped", "failed" …"""
        self._state = state
        self.bar.show_state(state)
        if state not in ("new", "training", "watching"):
            self.tiles.rest(statuses.sentence(state))

    # what a person does

    def pause(self) -> None:
        """Pause what trains, or go on."""
        if self._job is None or not self._training:
            return
        if self._state == "paused":
            self._resume()
        else:
            self.phases.rest()
            self._job.controls.pause()
            self._be("paused")

    def _on_phase_asked(self, part: str) -> None:
        """Let one network learn for one step, and stand still around it."""
        if self._job is not None and self._training and self._state != "stopping":
            self._job.controls.play(part)
            self._be("slow" if self.phases.slowly else "paused")

    def _resume(self) -> None:
        if self._job is not None and self._training:
            self.phases.clear()
            self._job.controls.resume()
            self.notice.dismiss()
            self._be("training")

    def stop(self) -> None:
        """Save and end what trains."""
        if self._job is not None and self._training:
            self.phases.rest()
            self._job.controls.cancel()
            self._be("stopping")

    def save(self) -> None:
        """Write a checkpoint at the next step."""
        if self._job is not None and self._training:
            self._saving = True
            self._job.controls.ask("save")

    def _on_turned(self, name: str, value: Any) -> None:
        if self._job is not None and self._training:
            self._job.controls.turn(name, value)

    def _on_treated(self, finding: str, settings: dict[str, Any]) -> None:
        if self._job is not None and self._training:
            for name, value in settings.items():
                self._job.controls.turn(name, value, finding)
            self._form.set_recipe(self._form.recipe().changed(**settings))

    def _on_rewound(self, finding: str, step: int, settings: dict[str, Any]) -> None:
        """Branch from `step`; what trains here is stopped before that."""
        if self._run is None:
            return
        if self._training:
            self._cure = (step, settings, finding)
            self.stop()
        else:
            self.cured.emit(self._run, step, settings, finding)

    # how it is put together

    def _build(self, name: str) -> None:
        self._knobs = Card("Turn while it runs")
        self._knobs.setObjectName(f"{name}_knobs")
        self._form = KnobForm(live_only=True)
        self._form.changed.connect(self._on_turned)
        self._knobs.body.addWidget(Scroll(self._form))
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.setSpacing(12)
        left_column.addWidget(self.charts, 3)
        left_column.addWidget(self._knobs, 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName(f"{name}_split")
        split.setHandleWidth(12)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.gallery)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addWidget(self.tiles)
        column.addWidget(self.health)
        column.addWidget(split, 1)
