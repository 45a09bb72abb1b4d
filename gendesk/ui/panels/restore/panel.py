"""The restoring panel: pictures are dropped, seen through a model at once, and written when asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gendesk.core.events import Event, Failed, Finished
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import dialogs
from gendesk.ui import restoring_work as work
from gendesk.ui.panels.panel import Shell, Stake
from gendesk.ui.panels.restore.empty import Empty
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ui.panels.restore.bench import Workbench

MODEL_FILES = (".safetensors", ".pth", ".pt", ".ckpt")


class Restore(Shell["Workbench"]):
    """An empty place to drop pictures on, then the workbench."""

    ended = Signal()  # an order has been carried out, or was stopped

    def __init__(self, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__("restore", pool, state, parent)
        self._gathering: Job | None = None
        self.empty = Empty()
        self.empty.pictures_asked.connect(self.ask_pictures)
        self.empty.folder_asked.connect(self.ask_folder)
        self.empty.sample_asked.connect(self.open_samples)
        self._pages.addWidget(self.empty)

    @property
    def bench(self) -> Workbench:
        """Where pictures are looked at and restored."""
        return self.room

    def _make_room(self) -> Workbench:
        from gendesk.ui.panels.restore.bench import Workbench

        bench = Workbench(self._pool, self._state, self.notice)
        bench.emptied.connect(self._on_emptied)
        bench.pictures.pictures_asked.connect(self.ask_pictures)
        bench.pictures.folder_asked.connect(self.ask_folder)
        bench.model_asked.connect(self.ask_model)
        bench.progress.ended.connect(self.ended)
        self.look_for_models()
        return bench

    # what is asked of it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._made is not None:
            self.look_for_models()  # one may have been trained meanwhile

    @property
    def restoring(self) -> bool:
        """Whether pictures are being restored into a folder."""
        return self._made is not None and self._made.restoring

    @property
    def stake(self) -> Stake | None:
        if not self.restoring:
            return None
        return Stake(
            tr("Pictures are being restored."),
            tr("Those that are finished stay; restoring again goes on with the others."),
            tr("Leave"),
            tr("Keep restoring"),
            saves=False,
        )

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        return self._gathering is None and (self._made is None or self._made.settled)

    def shows(self, job: Job) -> bool:
        return self.restoring and self.bench.progress.job is job

    def hold_over(self, held: bool) -> None:
        self.empty.set_over(held)

    def open(self, paths: Sequence[Path], at: QPoint | None = None) -> None:  # noqa: ARG002
        """Take pictures and folders of them, and models of strangers."""
        self.notice.dismiss()
        models = [path for path in paths if path.suffix.lower() in MODEL_FILES]
        for path in models:
            self.add_model(path)
        pictures = [path for path in paths if path not in models]
        if pictures:
            if self._gathering is not None:
                self._pool.drop(self._gathering)
            job = Job(tr("Looking for pictures"), work.gather(pictures))
            self._gathering = self._pool.start(job, self._on_gathered)

    def open_samples(self) -> None:
        """Take the pictures that come with scikit-learn, spoilt a little."""
        if self._gathering is None:
            job = Job(tr("Preparing the sample"), work.samples)
            self._gathering = self._pool.start(job, self._on_samples)

    def look_for_models(self) -> None:
        """Ask which models there are, again."""
        self._pool.start(Job("models", work.models), self._on_models)

    def add_model(self, path: Path) -> None:
        """Take a stranger's model, once it has been found to be harmless."""
        job = Job(tr("Examining {name}", name=path.name), work.add_model(path))
        self._pool.start(job, self._on_model_added)

    def start(self) -> None:
        """Ask where all of the pictures go."""
        if self._made is not None:
            self._made.ask_order()

    def pause(self) -> None:
        """Pause what restores all of them, or go on."""
        if self.restoring:
            self.bench.progress.pause()

    def stop(self) -> None:
        """End what restores all of them; what is finished stays."""
        if self.restoring:
            self.bench.progress.cancel()

    def save(self) -> None:
        """Ask where the picture that is looked at goes, restored."""
        if self._made is not None:
            self._made.ask_save()

    def step(self, by: int) -> None:
        if self._made is not None:
            self._made.pictures.step(by)

    # what a person chooses

    def ask_pictures(self) -> None:
        """Let a person choose pictures."""
        dialog = dialogs.chooser(
            self, "restore_pictures_dialog", tr("Choose pictures"), dialogs.Mode.ExistingFiles
        )
        dialog.filesSelected.connect(lambda chosen: self.open([Path(each) for each in chosen]))
        dialog.open()

    def ask_folder(self) -> None:
        """Let a person choose a folder of pictures."""
        dialog = dialogs.chooser(
            self,
            "restore_folder_dialog",
            tr("Choose a folder of pictures"),
            dialogs.Mode.Directory,
        )
        dialog.fileSelected.connect(lambda chosen: self.open([Path(chosen)]))
        dialog.open()

    def ask_model(self) -> None:
        """Let a person choose a model's file."""
        dialog = dialogs.chooser(
            self, "restore_model_dialog", tr("Choose a model's file"), dialogs.Mode.ExistingFile
        )
        patterns = " ".join(f"*{suffix}" for suffix in MODEL_FILES)
        dialog.setNameFilters([tr("Models ({patterns})", patterns=patterns), tr("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.add_model(Path(chosen)))
        dialog.open()

    def _on_emptied(self) -> None:
        work.forget_restorers()
        self._pages.setCurrentWidget(self.empty)

    # what comes back

    def _on_gathered(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._gathering:
            return
        last = events[-1]
        if isinstance(last, Finished):
            self._gathering = None
            found, troubles = last.result
            self._take(found)
            self._tell_troubles(troubles, "warning" if found else "error")
        elif isinstance(last, Failed):
            self._gathering = None
            self.notice.tell(last.sentence, "error")

    def _take(self, found: Sequence[tuple[Path, tuple[Path, ...], bool]]) -> None:
        if found:
            from gendesk.ui.panels.restore.pictures import Dropped

            first = self._pages.currentWidget() is self.empty
            self._pages.setCurrentWidget(self.bench)
            if first:
                self.bench.pictures.list.setFocus()
            self.bench.add([Dropped(*each) for each in found])

    def _on_samples(self, job: Job, events: Sequence[Event]) -> None:
        if job is not self._gathering:
            return
        last = events[-1]
        if isinstance(last, Finished):
            self._gathering = None
            self._take([(path, (path,), False) for path in last.result])
        elif isinstance(last, Failed):
            self._gathering = None
            self.notice.tell(last.sentence, "error")

    def _on_models(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished):
            if list(last.result) != list(self.bench.settings.models.entries()):
                self.bench.offer(last.result)
        elif isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")

    def _on_model_added(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished):
            self.notice.tell(Sentence("{name} can be chosen now.", {"name": last.result}), "good")
            self.bench.choose_model(last.result)
            self.look_for_models()
        elif isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")
