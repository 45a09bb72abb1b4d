"""A whole folder in one style: where from, where to, how far it is, and what failed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import dialogs, icons
from gendesk.ui import stylizing_work as work
from gendesk.ui.panels.batch import BatchCard, Phrases
from gendesk.ui.pool import Pool
from gendesk.ui.words import Source, say, show, tr

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Task

_PHRASES = Phrases(
    all="Painting pictures",
    one=lambda values: Sentence("Painting {number} of {total} pictures", values),
    result=lambda values: Sentence(
        "{done} painted, {failed} failed, {skipped} there before", values
    ),
    stopped="Stopped. Painting the folder again goes on where it stopped.",
    bar="Progress of the folder",
    failures="Pictures that could not be painted",
)


class Folder(QWidget):
    """Paints every picture of a folder in the styles that are chosen."""

    ended = Signal()

    def __init__(self, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_folder")
        self._pool = pool
        self._task: Task | None = None
        self.source, self.out = QLineEdit(), QLineEdit()
        self._hint = QLabel()
        self.progress = BatchCard("style_folder", _PHRASES)
        say(self.progress.start_button, "setText", "Paint the folder")
        self.progress.order_asked.connect(self.begin)
        self.progress.ended.connect(self.ended)
        self.progress.ended.connect(self._check)
        self._build()
        self._check()

    @property
    def job(self) -> Job | None:
        """What paints the folder now."""
        return self.progress.job

    def set_task(self, task: Task | None) -> None:
        """The styles and settings that the next folder gets; its content does not count."""
        self._task = task
        self._check()

    def set_source(self, folder: Path) -> None:
        """Take the pictures of this folder; results go into one beside it."""
        self.source.setText(str(folder))
        self.out.setText(str(folder.with_name(tr("{name} painted", name=folder.name))))

    def begin(self) -> None:
        """Paint them all."""
        if self._task is None or self.job is not None or self._trouble() is not None:
            return
        source, out = (Path(each.text().strip()).expanduser() for each in (self.source, self.out))
        job = Job(tr("Painting pictures"), work.paint_folder(source, out, self._task))
        self.progress.begin(job, out)
        self._check()
        self._pool.train(job, self.progress.receive)

    def hint(self) -> str:
        """What is missing yet, or what will be done."""
        return self._hint.text()

    def _trouble(self) -> Sentence | None:
        """What is missing yet."""
        source, out = (each.text().strip() for each in (self.source, self.out))
        if self._task is None:
            return Sentence("Choose a style first.")
        if not source:
            return Sentence("Choose a folder of pictures.")
        if not Path(source).expanduser().is_dir():
            return Sentence("{path} is no folder.", {"path": source})
        if not out:
            return Sentence("Choose a folder to write to.")
        if Path(out).expanduser().is_file():
            return Sentence("{path} is a file; choose a folder.", {"path": out})
        return None

    def _check(self) -> None:
        trouble = self._trouble()
        self.progress.start_button.setEnabled(trouble is None)
        for part in (self.source, self.out, *self._choosers):
            part.setEnabled(self.job is None)
        show(
            self._hint, "setText",
            trouble or Sentence("Nothing is written over; a picture that fails is listed."),
        )  # fmt: skip

    def _ask(self, entry: QLineEdit) -> None:
        title = tr("Choose a folder")
        dialog = dialogs.chooser(self, "style_folder_dialog", title, dialogs.Mode.Directory)
        if entry is self.source:
            dialog.fileSelected.connect(lambda path: self.set_source(Path(path)))
        else:
            dialog.fileSelected.connect(entry.setText)
        dialog.open()

    # how it is put together

    def _build(self) -> None:
        about = QLabel()
        say(
            about, "setText",
            "Every picture of a folder is painted in these styles, with these settings.",
        )  # fmt: skip
        self._hint.setObjectName("style_folder_hint")
        for label in (about, self._hint):
            label.setProperty("tone", "muted")
            label.setWordWrap(True)
        self._choosers: list[QPushButton] = []
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(*self._titled("style_folder_source", "Pictures in", self.source))
        form.addRow(*self._titled("style_folder_out", "Paintings into", self.out))
        self.progress.set_frameless()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(14)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addWidget(self.progress)
        column.addStretch(1)

    def _titled(self, name: str, label: Source, entry: QLineEdit) -> tuple[QLabel, QHBoxLayout]:
        entry.setObjectName(name)
        entry.textChanged.connect(lambda _: self._check())
        say(entry, "setAccessibleName", label)
        words, choose = QLabel(), QPushButton()
        say(words, "setText", label)
        choose.setObjectName(f"{name}_choose")
        choose.setIcon(icons.icon("folder"))
        say(choose, "setText", "Choose…")
        choose.clicked.connect(lambda: self._ask(entry))
        self._choosers.append(choose)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(entry, 1)
        line.addWidget(choose)
        return words, line
