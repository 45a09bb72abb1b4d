"""A whole folder in one style: where from, where to, how far it is, and what failed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Cancelled, Event, Failed, Finished, Paused, Resumed, Stage, Warned
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import amounts, icons
from gendesk.ui import stylizing_work as work
from gendesk.ui.pace import Pace
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line
from gendesk.ui.words import Source, say, show, shown, tr

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Task

ALL = "Painting pictures"  # what a batch says of all its pictures, and not of one of them
FINE = 1000  # parts of one picture that the bar can show
MOST_REASONS = 1000  # lines of the list of failures


class Folder(QWidget):
    """Paints every picture of a folder as the one that is looked at; the others go on if one fails."""

    ended = Signal()

    def __init__(self, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_folder")
        self._pool = pool
        self._task: Task | None = None
        self._job: Job | None = None
        self._pace = Pace()
        self._whole: Stage | None = None  # of all pictures, how many are done
        self._state = "idle"
        self._build()
        self._be("idle")

    @property
    def job(self) -> Job | None:
        """What paints the folder now."""
        return self._job

    @property
    def state(self) -> str:
        """ "idle", "running", "paused", "stopping", "finished", "stopped" or "failed"."""
        return self._state

    def set_task(self, task: Task | None) -> None:
        """The styles and settings that the next folder gets; a content is not needed."""
        self._task = task
        self._check()

    def set_source(self, folder: Path) -> None:
        """Take the pictures of this folder; results go into one beside it."""
        self.source.setText(str(folder))
        self.out.setText(str(folder.with_name(tr("{name} painted", name=folder.name))))

    def begin(self) -> None:
        """Paint them all."""
        if self._task is None or self._job is not None or self._trouble() is not None:
            return
        source, out = (Path(each.text().strip()).expanduser() for each in (self.source, self.out))
        self._pace, self._whole = Pace(), None
        self._reasons.clear()
        self._reasons.hide()
        self._bar.setRange(0, 0)
        self._left.set_text("")
        say(self._what, "setText", "Getting ready…")
        job = Job(tr("Painting pictures"), work.paint_folder(source, out, self._task))
        self._job = job
        self._be("running")
        self._pool.train(job, self.receive)

    def pause(self) -> None:
        """Stand still, or go on."""
        if self._job is None:
            return
        if self._state == "paused":
            self._job.controls.resume()
            self._be("running")
        elif self._state == "running":
            self._job.controls.pause()
            self._pace.pause()
            self._be("paused")

    def cancel(self) -> None:
        """Stop; what is finished stays."""
        if self._job is not None:
            self._job.controls.cancel()
            self._be("stopping")

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Show what happened."""
        if job is not self._job:
            return
        for event in events:
            if isinstance(event, Stage):
                self._advance(event)
            elif isinstance(event, Warned):
                self._add_reason(shown(event.sentence))
            elif isinstance(event, Paused):
                self._be("paused")
            elif isinstance(event, Resumed) and self._state == "paused":
                self._be("running")
            elif isinstance(event, Finished | Cancelled | Failed):
                self._end(event)

    def reasons(self) -> list[str]:
        """The lines of the list of failures."""
        return [self._reasons.item(i).text() for i in range(self._reasons.count())]

    def text(self) -> str:
        """What it says now."""
        return self._what.text()

    # what happens

    def _advance(self, stage: Stage) -> None:
        """Count pictures, and within one of them what is done of it."""
        if stage.sentence.text == ALL:
            self._whole, part = stage, 0.0
        else:
            part = min(stage.done / stage.total, 1.0) if stage.total else 0.0
        if self._whole is None:
            show(self._what, "setText", stage.sentence)
            return
        done, total = self._whole.done, self._whole.total
        say(
            self._what, "setText", "Painting {number} of {total} pictures",
            number=amounts.count(min(done + 1, total)), total=amounts.count(total),
        )  # fmt: skip
        self._bar.setRange(0, FINE * total)
        self._bar.setValue(round(FINE * (done + part)))
        self._pace.add(self._bar.value(), FINE * total, time.monotonic())
        left = self._pace.seconds_left
        if left is not None:
            say(self._left, "set_text", "about {time} left", time=amounts.duration(left))

    def _add_reason(self, reason: str) -> None:
        if self._reasons.count() < MOST_REASONS:
            item = QListWidgetItem(icons.icon("warning", "warning"), reason)
            item.setToolTip(reason)
            self._reasons.addItem(item)
        self._reasons.show()

    def _end(self, event: Finished | Cancelled | Failed) -> None:
        self._job = None
        if isinstance(event, Finished):
            summary = event.result
            say(self._what, "setText", "{done} painted, {failed} failed, {skipped} there before",
                done=summary.done, failed=len(summary.failed), skipped=summary.skipped)  # fmt: skip
            self._be("finished")
        elif isinstance(event, Cancelled):
            say(
                self._what,
                "setText",
                "Stopped. Painting the folder again goes on where it stopped.",
            )
            self._be("stopped")
        else:
            show(self._what, "setText", event.sentence)
            self._be("failed")
        self.ended.emit()

    def _be(self, state: str) -> None:
        self._state = state
        busy = state in ("running", "paused", "stopping")
        for part in (self._bar, self._left, self._pause, self._cancel):
            part.setVisible(busy)
        self._start.setVisible(not busy)
        for entry in (self.source, self.out):
            entry.setEnabled(not busy)
        self._open.setVisible(state in ("finished", "stopped"))
        self._pause.setEnabled(state != "stopping")
        self._cancel.setEnabled(state != "stopping")
        self._pause.setIcon(icons.icon("resume" if state == "paused" else "pause"))
        if state == "paused":
            say(self._pause, "setText", "Resume")
            say(self._left, "set_text", "paused")
        else:
            say(self._pause, "setText", "Pause")
        if state == "stopping":
            say(self._left, "set_text", "stopping…")
        if not busy:
            self._check()

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
        self._start.setEnabled(trouble is None)
        if self._state == "idle" and trouble is not None:
            show(self._what, "setText", trouble)
        elif self._state == "idle":
            say(self._what, "setText", "Nothing is written over; a picture that fails is listed.")

    def _ask(self, entry: QLineEdit, title: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("style_folder_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if entry is self.source:
            dialog.fileSelected.connect(lambda path: self.set_source(Path(path)))
        else:
            dialog.fileSelected.connect(entry.setText)
        dialog.open()

    # how it is put together

    def _build(self) -> None:
        self.source, self.out = QLineEdit(), QLineEdit()
        self._what = QLabel()
        self._what.setObjectName("style_folder_what")
        self._what.setWordWrap(True)
        self._left = Line(13, tone="muted")
        self._bar = QProgressBar()
        self._bar.setObjectName("style_folder_bar")
        self._bar.setTextVisible(False)
        say(self._bar, "setAccessibleName", "Progress of the folder")
        self._reasons = QListWidget()
        self._reasons.setObjectName("style_folder_failed")
        self._reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reasons.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._reasons.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._reasons.setWordWrap(True)
        self._reasons.setIconSize(QSize(16, 16))
        say(self._reasons, "setAccessibleName", "Pictures that could not be painted")
        self._reasons.hide()
        self._pause = self._button("style_folder_pause", "pause", "Pause", self.pause)
        self._cancel = self._button("style_folder_cancel", "stop", "Cancel", self.cancel)
        self._open = self._button("style_folder_open", "folder", "Open folder", self._open_out)
        self._start = self._button("style_folder_start", "play", "Paint the folder", self.begin)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._start, self._pause, self._cancel, self._open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(*self._row("style_folder_source", "Pictures in", self.source))
        form.addRow(*self._row("style_folder_out", "Paintings into", self.out))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        about = QLabel()
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        say(
            about, "setText",
            "Every picture of a folder is painted in these styles, with these settings.",
        )  # fmt: skip
        column.addWidget(about)
        column.addLayout(form)
        for part in (self._what, self._bar, self._left):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._reasons, 1)
        column.addStretch(0)

    def _row(self, name: str, label: Source, entry: QLineEdit) -> tuple[QLabel, QHBoxLayout]:
        entry.setObjectName(name)
        entry.textChanged.connect(lambda _: self._check())
        say(entry, "setAccessibleName", label)
        words, choose = QLabel(), QPushButton()
        say(words, "setText", label)
        choose.setObjectName(f"{name}_choose")
        choose.setIcon(icons.icon("folder"))
        say(choose, "setText", "Choose…")
        choose.clicked.connect(lambda: self._ask(entry, tr("Choose a folder")))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(entry, 1)
        line.addWidget(choose)
        return words, line

    def _open_out(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.out.text().strip()))

    def _button(self, name: str, icon: str, label: Source, does: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setIcon(icons.icon(icon))
        say(button, "setText", label)
        button.clicked.connect(lambda: does())
        return button
