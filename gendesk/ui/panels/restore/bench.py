"""The restoring panel once there are pictures: list, easel, settings, test and the order of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import restoring_work as work
from gendesk.ui.panels.columns import Columns, stacked
from gendesk.ui.panels.restore.choices import Choices
from gendesk.ui.panels.restore.compare import Subject
from gendesk.ui.panels.restore.easel import Easel
from gendesk.ui.panels.restore.models import Entry
from gendesk.ui.panels.restore.order import Order
from gendesk.ui.panels.restore.pictures import Dropped, Pictures
from gendesk.ui.panels.restore.progress import ProgressCard
from gendesk.ui.panels.restore.settings import Settings
from gendesk.ui.panels.restore.trial import Trial
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Card, Notice
from gendesk.ui.words import shown, tr

if TYPE_CHECKING:
    from gendesk.ui.restoring_parts import Judgement
    from gendesk.ui.restoring_work import Opened

NOISY = 8.0  # σ in 1/255: a picture with more is no good measure for what comes back


class Workbench(QWidget):
    """Shows one picture through what is chosen, and restores all of them when asked to."""

    emptied = Signal()  # the last picture was taken off the list
    model_asked = Signal()  # a person wants to add a model's file

    def __init__(self, pool: Pool, state: State, notice: Notice) -> None:
        super().__init__()
        self.setObjectName("restore_bench")
        self._pool, self._state, self._notice = pool, state, notice
        self._given: Opened | None = None  # the picture as it is
        self._spoilt: Opened | None = None  # and as a test spoilt it
        self._opening: Job | None = None
        self._spoiling: Job | None = None
        choices = Choices.read(state.restore)
        self._model_before = choices.model
        self.pictures = Pictures()
        self.easel = Easel(pool)
        self.settings = Settings(choices)
        self.trial = Trial(choices.noise)
        self.progress = ProgressCard()
        self._build()
        self.pictures.shown.connect(self._on_shown)
        self.pictures.changed.connect(self._on_list_changed)
        self.easel.stepped.connect(self.pictures.step)
        self.easel.mode_chosen.connect(self._on_mode)
        self.easel.save_asked.connect(self.ask_save)
        self.easel.previewer.judged.connect(self._on_judged)
        self.easel.previewer.failed.connect(lambda why: self._notice.tell(why, "error"))
        self.settings.changed.connect(self._on_settings)
        self.settings.file_asked.connect(self.model_asked)
        self.trial.switched.connect(self._on_trial)
        self.trial.noise_turned.connect(self._on_noise)
        self.trial.view_chosen.connect(lambda _: self._show_errors())
        self.progress.order_asked.connect(self.ask_order)

    # what is asked of it

    @property
    def restoring(self) -> bool:
        """Whether an order is being carried out."""
        return self.progress.job is not None

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        waiting = self._opening is not None or self._spoiling is not None
        return not waiting and self.easel.settled()

    def add(self, dropped: Sequence[Dropped]) -> None:
        """More pictures; the first of them is looked at."""
        self.pictures.add(dropped)

    def offer(self, entries: Sequence[Entry]) -> None:
        """The models there are."""
        self.settings.offer(entries)
        self.easel.compare.offer(entries)
        self._retask()

    def choose_model(self, name: str) -> None:
        """Restore with this one from now on."""
        self.settings.set_choices(replace(self.settings.choices(), model=name))
        self._on_settings()

    def ask_order(self) -> None:
        """Ask where the restored pictures go."""
        if self.pictures.total():
            paths = self.pictures.paths()
            self._ask(paths, paths[0], self.pictures.first(), self.pictures.total())

    def ask_save(self) -> None:
        """Ask where the restored picture that is looked at goes."""
        entry, path = self.pictures.entry(), self.pictures.current()
        if entry is not None and path is not None:
            self._ask([path], entry.path, path, 1)

    def _ask(self, paths: Sequence[Path], source: Path, first: Path, total: int) -> None:
        if self.restoring:
            return
        if self.settings.models.entry() is None:
            self._notice.tell(Sentence("There is no model to restore with yet."), "warning")
            return
        dialog = Order(self.settings.choices(), source, first, total, self.window())
        dialog.agreed.connect(lambda choices: self.order(choices, paths))
        dialog.open()

    # the picture that is looked at

    def _on_shown(self, path: Path | None) -> None:
        self.easel.show_position(self.pictures.position(), self.pictures.total())
        for job in (self._opening, self._spoiling):
            if job is not None:
                self._pool.drop(job)
        self._opening = self._spoiling = None
        self._look_at(None)
        if path is not None:
            job = Job(tr("Opening {name}", name=shown(work.called(path))), work.open_picture(path))
            self._opening = self._pool.latest("restore_open", job, self._on_opened)

    def _on_opened(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._opening:
            return
        last = events[-1]
        if isinstance(last, Finished):
            self._opening = None
            self._look_at(last.result)
        elif isinstance(last, Failed):
            self._opening = None
            self.easel.show_trouble(last.sentence)

    def _look_at(self, opened: Opened | None) -> None:
        self._given, self._spoilt = opened, None
        if opened is not None and self.trial.switch.isChecked():
            self._respoil()
            return
        self.easel.show_picture(opened, self._name())
        self.settings.set_measured(None if opened is None else opened.noise)
        self._retask()

    def _name(self) -> Sentence | None:
        """Of the picture that is looked at."""
        path = self.pictures.current()
        return None if path is None else work.called(path)

    # what the preview restores

    def _subject(self) -> Subject | None:
        """The picture to restore, and what should come back in a test."""
        entry = self.settings.models.entry()
        testing = self.trial.switch.isChecked()
        given = self._spoilt if testing else self._given
        if given is None or entry is None:
            return None
        options = self.settings.options(testing=testing)
        return Subject(given, self._given if testing else None, entry.scale, options)

    def _retask(self) -> None:
        entry, subject = self.settings.models.entry(), self._subject()
        if subject is None or entry is None:
            self.easel.set_subject(None, None)
        else:
            self.easel.set_subject(subject, entry)

    def _on_settings(self) -> None:
        before, self._model_before = self._model_before, self.settings.choices().model
        self._keep()
        if self.trial.switch.isChecked() and before != self._model_before:
            self._respoil()
        else:
            self._retask()

    def _on_mode(self) -> None:
        if self.easel.compares():
            entry = self.settings.models.entry()
            if entry is not None:
                self.easel.compare.begin(entry.name, self.settings.noise())
        self._show_trial()
        self._retask()

    # testing

    def _on_trial(self, on: bool) -> None:
        self._show_trial()
        if self._spoiling is not None:
            self._pool.drop(self._spoiling)
            self._spoiling = None
        if on:
            self._respoil()
        else:
            self._look_at(self._given)
        self._show_errors()

    def _on_noise(self, noise: float) -> None:
        self.settings.set_choices(replace(self.settings.choices(), noise=noise))
        self._keep()
        self._respoil()

    def _respoil(self) -> None:
        entry = self.settings.models.entry()
        self._show_trial()
        if self._given is None or entry is None:
            return
        if self._spoiling is not None:
            self._spoiling.controls.cancel()
        noise = self.settings.choices().noise
        job = Job(tr("Spoiling the picture"), work.spoil(self._given, entry.name, noise))
        self._spoiling = self._pool.latest("restore_spoil", job, self._on_spoilt)

    def _on_spoilt(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._spoiling:
            return
        last = events[-1]
        if isinstance(last, Finished):
            self._spoiling, self._spoilt = None, last.result
            self.easel.show_picture(last.result, self._name())
            self.settings.set_measured(last.result.noise)
            self._retask()
        elif isinstance(last, Failed):
            self._spoiling = None
            self._notice.tell(last.sentence, "error")

    def _show_trial(self) -> None:
        entry = self.settings.models.entry()
        denoises = entry is None or entry.scale == 1
        noisy = self._given is not None and self._given.noise > NOISY
        self.trial.show_trial(
            self.trial.switch.isChecked(), denoises, noisy, alone=not self.easel.compares()
        )

    def _show_errors(self) -> None:
        self.easel.show_errors(self.trial.view() == "error")

    def _on_judged(self, judgement: Judgement | None) -> None:
        figures = judgement.figures if judgement is not None else None
        self.trial.show_figures(
            None
            if figures is None
            else (figures.psnr_before, figures.psnr, figures.ssim_before, figures.ssim)
        )

    # all of them

    def order(self, choices: Choices, paths: Sequence[Path]) -> None:
        """Restore these files and folders as chosen; not while something is being restored."""
        if self.restoring:
            return
        self.settings.set_choices(choices)
        self._keep()
        out = Path(choices.out).expanduser()
        job = Job(
            tr("Restoring pictures"),
            work.restore_all(paths, choices.model, out, self.settings.order()),
        )
        self.progress.begin(job, out)
        self._pool.start(job, self.progress.receive)

    def _on_list_changed(self) -> None:
        self.progress.offer(self.pictures.total())
        if not self.pictures.total():
            self.emptied.emit()

    def _keep(self) -> None:
        self._state.restore = self.settings.choices().as_dict()

    # how it is put together

    def _build(self) -> None:
        for card in (self.settings, self.trial):
            card.set_frameless()
        inside, holder = stacked((self.settings, 0), (self.trial, 0), room=28), Card()
        holder.body.addWidget(Scroll(inside), 1)
        columns = Columns("restore_split")
        columns.add(self.pictures, 200, least=180)
        columns.add(self.easel, 650, least=330, stretch=1)
        columns.add(stacked((holder, 1), (self.progress, 0)), 290, least=250)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
