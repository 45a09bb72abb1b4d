"""The style panel: what is dropped or chosen becomes content or style, and is painted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gendesk.core.events import Event, Failed, Finished, Terminal
from gendesk.jobs import Job
from gendesk.ui import dialogs
from gendesk.ui import stylizing_work as work
from gendesk.ui.panels.panel import Shell, Stake
from gendesk.ui.panels.style.empty import Empty
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ui.panels.style.atelier import Atelier
    from gendesk.ui.stylizing_parts import Gathered, Offer

WEIGHT_FILES = (".safetensors", ".pth", ".pt")


class Style(Shell["Atelier"]):
    """An empty place to begin at, then the atelier."""

    ended = Signal()  # a painting has ended

    def __init__(self, pool: Pool, state: State, parent: QWidget | None = None) -> None:
        super().__init__("style", pool, state, parent)
        self._opening: set[Job] = set()
        self._samples: tuple[list[Offer], list[Offer]] | None = None
        self._looking: Job | None = None  # for samples
        self.empty = Empty()
        self.empty.content_asked.connect(self.ask_pictures)
        self.empty.trial_asked.connect(self.open_samples)
        self.empty.earlier_asked.connect(self.show_earlier)
        self.empty.content_chosen.connect(lambda sample: self.take([sample.path], []))
        self.empty.style_chosen.connect(lambda sample: self.take([], [sample.path]))
        self._pages.addWidget(self.empty)

    @property
    def atelier(self) -> Atelier:
        """Where pictures are sketched and painted."""
        return self.room

    def _make_room(self) -> Atelier:
        from gendesk.ui.panels.style.atelier import Atelier

        atelier = Atelier(self._pool, self._state, self.notice)
        atelier.content_asked.connect(self.ask_pictures)
        atelier.styles_asked.connect(self.ask_styles)
        atelier.sample_content_chosen.connect(lambda sample: self.take([sample.path], []))
        atelier.sample_style_chosen.connect(lambda sample: self.take([], [sample.path]))
        atelier.weights_asked.connect(self.ask_weights)
        atelier.painter.ended.connect(self.ended)
        atelier.folder.ended.connect(self.ended)
        if self._samples is not None:
            atelier.offer(*self._samples)
        return atelier

    # what is asked of it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._samples is None and self._looking is None:
            self._looking = self._pool.start(Job("", work.samples), self._on_samples)
        if self._made is not None:
            self._made.settings.features.look()  # one may have been trained meanwhile

    @property
    def painting(self) -> bool:
        """Whether something is being painted."""
        return self._made is not None and self._made.painting

    @property
    def stake(self) -> Stake | None:
        if not self.painting:
            return None
        return Stake(
            tr("A picture is being painted."),
            tr("Leaving saves it as it is now; it can be continued at any time."),
            tr("Save and leave"),
            tr("Keep painting"),
            saves=True,
        )

    @property
    def settled(self) -> bool:
        """Whether all that should be seen is seen."""
        if self._opening or self._looking is not None:
            return False
        return self._made is None or self._made.settled

    def shows(self, job: Job) -> bool:
        made = self._made
        return made is not None and job in (made.painter.job, made.folder.job, made.sheet.job)

    def hold_over(self, held: bool) -> None:
        self.empty.set_over(held)

    def open(self, paths: Sequence[Path], at: QPoint | None = None) -> None:
        """Take pictures, a painting with its recipe, a folder, or weights to compare by.

        Args:
            paths: what was dropped or chosen.
            at: where on the screen it was dropped: on the styles it is one. Elsewhere the first
                picture is the content if there is none yet, and all others are styles.
        """
        self.notice.dismiss()
        pictures = []
        for path in paths:
            if path.suffix.lower() in WEIGHT_FILES:
                self._show_atelier()
                self.atelier.settings.choose_features(str(path.resolve()))
            elif path.is_dir():
                self._show_atelier()
                self.atelier.show_folder(path)
            else:
                pictures.append(path)
        contents, styles = self._shared_out(pictures, at)
        if pictures:
            self.take(contents, styles)

    def take(self, contents: Sequence[Path], styles: Sequence[Path]) -> None:
        """Take these pictures; of several contents the last is painted."""
        job = Job(tr("Opening pictures"), work.open_pictures(contents, styles))
        self._opening.add(self._pool.start(job, self._on_opened))

    def open_samples(self) -> None:
        """Begin with a sample content and a sample style."""
        from gendesk.ui.stylizing_work import trial

        self.take(*trial())

    def show_earlier(self) -> None:
        """The list of earlier paintings."""
        self._show_atelier()
        self.atelier.show_earlier()

    def start(self) -> None:
        """Paint what is sketched."""
        if self._made is not None:
            self._made.start()

    def pause(self) -> None:
        """Pause what paints, or go on."""
        if self._made is not None:
            for each in (self._made.painter, self._made.folder.progress):
                each.pause()

    def stop(self) -> None:
        """End what paints; what is finished stays."""
        if self._made is not None:
            self._made.painter.stop()
            self._made.folder.progress.cancel()

    def save(self) -> None:
        """Ask where the picture that is seen is written."""
        if self._made is not None:
            self._made.saving.ask("png")

    # what a person chooses

    def ask_pictures(self) -> None:
        """Let a person choose the picture to repaint."""
        dialog = dialogs.chooser(
            self,
            "style_content_dialog",
            tr("Choose a picture to repaint"),
            dialogs.Mode.ExistingFile,
        )
        dialog.fileSelected.connect(lambda chosen: self.take([Path(chosen)], []))
        dialog.open()

    def ask_styles(self) -> None:
        """Let a person choose pictures as styles."""
        dialog = dialogs.chooser(
            self,
            "style_styles_dialog",
            tr("Choose pictures as styles"),
            dialogs.Mode.ExistingFiles,
        )
        dialog.filesSelected.connect(lambda chosen: self.take([], [Path(c) for c in chosen]))
        dialog.open()

    def ask_weights(self) -> None:
        """Let a person choose a file of weights to compare by."""
        dialog = dialogs.chooser(
            self,
            "style_weights_dialog",
            tr("Choose a file of weights"),
            dialogs.Mode.ExistingFile,
        )
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHT_FILES)
        dialog.setNameFilters([tr("Weights ({patterns})", patterns=patterns), tr("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.open([Path(chosen)]))
        dialog.open()

    def _shared_out(self, pictures: list[Path], at: QPoint | None) -> tuple[list[Path], list[Path]]:
        """Which of them are contents, and which styles."""
        made = self._made
        if made is None or not made.isVisible():
            return pictures[:1], pictures[1:]
        if at is not None and made.takes_styles_at(at):
            return [], pictures
        if made.has_content and not (at is not None and made.takes_content_at(at)):
            return [], pictures
        return pictures[:1], pictures[1:]

    # what comes back

    def _show_atelier(self) -> None:
        self._pages.setCurrentWidget(self.atelier)

    def _on_opened(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Terminal):
            self._opening.discard(job)
        if isinstance(last, Finished):
            self._take(last.result)
        elif isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")

    def _take(self, gathered: Gathered) -> None:
        if gathered.task is not None or gathered.content is not None or gathered.styles:
            self._show_atelier()
        if gathered.task is not None:
            self.atelier.bring_back(gathered.task)
        if gathered.content is not None:
            self.atelier.set_content(gathered.content)
        if gathered.styles:
            self.atelier.add_styles(gathered.styles)
        self._tell_troubles(gathered.troubles)

    def _on_samples(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Terminal):
            self._looking = None
        if isinstance(last, Finished):
            self._samples = last.result
            self.empty.offer(*last.result)
            if self._made is not None:
                self._made.offer(*last.result)
        elif isinstance(last, Failed):
            self.notice.tell(last.sentence, "error")
