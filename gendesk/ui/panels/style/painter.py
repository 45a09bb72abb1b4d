"""Drives one painting: begun, steered, gone back in, continued, branched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gendesk.core.events import (
    Cancelled,
    Curves,
    Event,
    Failed,
    Finished,
    Paused,
    Preview,
    Progress,
    Resumed,
    Saved,
    Stage,
    Terminal,
    Turned,
    Warned,
)
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job, Work
from gendesk.ui import amounts
from gendesk.ui import stylizing_past as kept
from gendesk.ui import stylizing_work as work
from gendesk.ui.panels.charts import Charts
from gendesk.ui.panels.style.easel import PAINTING, Easel
from gendesk.ui.panels.style.progress import ProgressCard
from gendesk.ui.pool import Pool
from gendesk.ui.stylizing_parts import newest
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.knobs import written
from gendesk.ui.words import shown, tr

if TYPE_CHECKING:
    from gendesk.ops.stylizing.recipe import PaintingRecipe
    from gendesk.ui.stylizing_parts import Frame, Frames, Pixels, Recalled, Task

PAINTED = "painting"  # the kind of its previews, and of what says where it lies


class Painter(QObject):
    """Shows what a painting reports on easel, charts and progress card; `receive` takes it."""

    ended = Signal()
    changed = Signal()  # it paints, or does not any more, or another painting is shown

    def __init__(
        self, pool: Pool, easel: Easel, charts: Charts, progress: ProgressCard, notice: Notice
    ) -> None:
        super().__init__(easel)
        self._pool = pool
        self._easel, self._charts, self._progress = easel, charts, progress
        self._notice = notice
        self._job: Job | None = None
        self._frames: Frames = SimpleQueue()
        self._steps: list[int] = []
        self._step = 0
        self._reading: Job | None = None  # an earlier moment
        self._counting: Job | None = None
        self._next: tuple[str, Work, Frames] | None = None  # to be begun when this one has ended
        self.folder: Path | None = None  # of the painting that is shown
        easel.step_chosen.connect(self._on_step_chosen)
        progress.pause_asked.connect(self.pause)
        progress.stop_asked.connect(self.stop)

    # what is asked of it

    @property
    def job(self) -> Job | None:
        """What paints now."""
        return self._job

    @property
    def painting(self) -> bool:
        """Whether something is being painted."""
        return self._job is not None

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        working = (self._job, self._reading, self._counting)
        return working == (None, None, None) and not self._charts.waiting

    def paint(self, task: Task, start: Pixels | None = None) -> None:
        """Paint this, begun as its recipe says, or with the picture `start`."""
        frames: Frames = SimpleQueue()
        title = tr("Painting {name}", name=shown(task.content.label))
        self._begin(title, work.paint(task, frames, start), frames)

    def go_on(self) -> None:
        """Paint on where the painting that is shown was stopped."""
        if self.folder is not None:
            frames: Frames = SimpleQueue()
            title = tr("Painting {name}", name=self.folder.name)
            self._begin(title, work.go_on(self.folder, frames), frames, keep=True)

    def branch(self, step: int, recipe: PaintingRecipe) -> None:
        """Another painting from a moment of the one that is shown; that one stays as it is."""
        if self.folder is None:
            return
        frames: Frames = SimpleQueue()
        title = tr("Painting {name}", name=self.folder.name)
        branched = work.branch(self.folder, step, recipe, frames)
        if self.painting:
            self._next = (title, branched, frames)
            self.stop()
        else:
            self._begin(title, branched, frames)

    def show_past(self, past: Recalled) -> None:
        """A painting of an earlier day, as it lies on disk; nothing is painted."""
        self.forget()
        self.folder, self._steps = past.folder, list(past.steps)
        self._charts.replace(past.points)
        self._easel.set_steps(list(past.steps))
        if past.steps:
            self._read(past.steps[-1])
        finished = past.status == "finished"
        self._progress.be("finished" if finished else "stopped")
        self._progress.tell(
            Sentence("Painted to its end.") if finished else Sentence("Not painted to its end yet.")
        )
        self.changed.emit()

    def forget(self) -> None:
        """No painting is shown any more; what is on disk stays there."""
        self.folder, self._steps, self._step = None, [], 0
        self._charts.clear()
        self._easel.forget_painting()
        self._progress.be("idle")
        self.changed.emit()

    def turn(self, name: str, value: Any) -> None:
        """A live knob has another value."""
        if self._job is not None:
            self._job.controls.turn(name, value)

    def pause(self) -> None:
        """Stand still, or go on."""
        if self._job is None:
            return
        if self._progress.state == "paused":
            self._job.controls.resume()
            self._progress.be("running")
        elif self._progress.state == "running":
            self._job.controls.pause()
            self._progress.be("paused")

    def stop(self) -> None:
        """Save and end."""
        if self._job is not None:
            self._job.controls.cancel()
            self._progress.be("stopping")

    # what happens

    def _begin(self, title: str, does: Work, frames: Frames, *, keep: bool = False) -> None:
        if self._job is not None:
            return
        if not keep:
            self.forget()
        self._notice.dismiss()
        self._frames = frames
        self._job = Job(title, does)
        self._progress.begin()
        self.changed.emit()
        self._pool.train(self._job, self.receive)

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Show what happened."""
        if job is not self._job:
            return
        frame = newest(self._frames)
        if frame is not None:
            self._show(frame)
        progressed = None
        for event in events:
            if isinstance(event, Progress):
                self._charts.add(event)
                progressed = event
            elif not isinstance(event, Terminal):
                self._take(event)
        if progressed is not None:
            self._step = progressed.step
            self._progress.advance(progressed)
        if isinstance(events[-1], Terminal):
            self._end(events[-1])

    def _take(self, event: Event) -> None:
        match event:
            case Stage() if not self._step:
                self._progress.stage(event)
            case Curves(points):
                self._charts.replace(points)
            case Saved(kind, path) if kind == PAINTED:
                self.folder = path
                self.changed.emit()
            case Preview(kind, step) if kind == PAINTED:
                self._keep(step)
            case Saved(kind, _, step) if kind == work.MOMENT:
                self._keep(step)
            case Turned(step, name, _, after):
                self._charts.mark(step, f"{name} = {written(after)}")
            case Warned(sentence):
                self._notice.tell(sentence, "warning")
            case Paused(_, sentence):
                self._progress.be("paused")
                self._recount()
                if sentence is not None:
                    self._notice.tell(sentence, "warning")
            case Resumed(step):
                if self._progress.state == "paused":
                    self._progress.be("running")

    def _keep(self, step: int) -> None:
        """A moment more; where it went back to an earlier one, there is another future."""
        del self._steps[bisect_left(self._steps, step) :]
        self._steps.append(step)
        self._easel.set_steps(list(self._steps))

    def _show(self, frame: Frame) -> None:
        first = not self._steps
        self._easel.show_frame(PAINTING, frame)
        if first:
            self._easel.choose(PAINTING)

    def _end(self, last: Terminal) -> None:
        self._job = None
        self._charts.flush()
        step = amounts.count(self._step)
        if isinstance(last, Failed):
            self._progress.be("failed")
            self._progress.tell(last.sentence)
        elif isinstance(last, Cancelled):
            self._progress.be("stopped" if self._step else "idle")
            self._progress.tell(Sentence("Stopped at step {step} and saved.", {"step": step}))
        else:
            assert isinstance(last, Finished)
            self._progress.be("finished")
            self._progress.tell(Sentence("Painted in {step} steps.", {"step": step}))
        self._recount()
        following, self._next = self._next, None
        if following is not None:
            self._begin(*following)
        else:
            self.changed.emit()
            self.ended.emit()

    def _recount(self) -> None:
        """Offer all moments that are on disk, also those that came too quickly to be seen."""
        if self.folder is not None:
            job = Job("", kept.moments(self.folder))
            self._counting = self._pool.latest((self, "moments"), job, self._on_counted)

    def _on_counted(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is self._counting and isinstance(last, Terminal):
            self._counting = None
        if isinstance(last, Finished) and last.result[0] == self.folder:
            self._steps = sorted({*last.result[1], *self._steps})
            self._easel.set_steps(list(self._steps))

    # going back

    def _on_step_chosen(self, step: int) -> None:
        self._read(step)

    def _read(self, step: int) -> None:
        if self.folder is not None:
            job = Job("", kept.moment(self.folder, step))
            self._reading = self._pool.latest((self, "moment"), job, self._on_read)

    def _on_read(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is self._reading and isinstance(last, Terminal):
            self._reading = None
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
        elif isinstance(last, Finished) and last.result[0] == self.folder:
            frame = last.result[1]
            if self._easel.painted():
                self._easel.show_earlier(frame)
            else:
                self._easel.show_frame(PAINTING, frame)
                self._easel.choose(PAINTING)
