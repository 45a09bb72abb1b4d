"""The menu of files that can be made of a painting."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from gendesk.core.events import Event
from gendesk.jobs import Job, Work
from gendesk.ui import dialogs, icons
from gendesk.ui import stylizing_past as kept
from gendesk.ui import stylizing_work as work
from gendesk.ui.panels.written import tell_written
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.image import as_image
from gendesk.ui.words import Source, say, tr

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Frame, Task

PICTURES = ("png", "jpg", "tif", "webp")
FILMS = ("mp4", "gif")


class Saving(QMenu):
    """Asks where to, writes in a worker, and says where the file lies."""

    asked = Signal(str)  # the suffix of the file wanted

    def __init__(self, pool: Pool, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("style_save_menu")
        self._pool, self._notice = pool, notice
        self._add("png", "image", "Picture with its recipe (PNG)…")
        self._add("jpg", "image", "Picture (JPEG, TIFF, WebP)…")
        self._films = [
            self._add("mp4", "film", "Making-of (MP4)…"),
            self._add("gif", "film", "Making-of (GIF)…"),
        ]
        self.addSeparator()
        self._add("copy", "copy", "Copy the picture")
        self._task: Task | None = None
        self._frame: Frame | None = None
        self._folder: Path | None = None

    def set_subject(self, task: Task | None, frame: Frame | None, folder: Path | None) -> None:
        """What would be saved: a moment, what it was made of, and where all its moments lie."""
        self._task, self._frame, self._folder = task, frame, folder
        for action in self._films:
            action.setEnabled(folder is not None)

    def ask(self, kind: str) -> None:
        """Ask where a file of this kind goes, or copy the picture at once."""
        if self._frame is None:
            return
        if kind == "copy":
            self._copy(self._frame)
            return
        name = self._task.content.name if self._task is not None else "painting"
        dialog = dialogs.saver(
            self.parentWidget(), "style_save_dialog", tr("Save"),
            f"{name}-painted.{kind}", dialogs.Location.PicturesLocation,
        )  # fmt: skip
        if kind == "jpg":
            patterns = " ".join(f"*.{suffix}" for suffix in PICTURES)
            dialog.setNameFilters([tr("Pictures ({patterns})", patterns=patterns)])
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the picture, or for a film's suffix the making-of."""
        does: Work | None = None
        if path.suffix.lower().lstrip(".") in FILMS:
            if self._folder is not None:
                does = kept.film(path, self._folder)
        elif self._frame is not None and self._folder is not None:
            does = kept.save_moment(path, self._folder, self._frame.step)
        elif self._frame is not None and self._task is not None:
            does = work.save(path, self._frame, self._task)
        if does is not None:
            self._pool.start(Job(tr("Saving {name}", name=path.name), does), self._on_written)

    def _copy(self, frame: Frame) -> None:
        QGuiApplication.clipboard().setImage(as_image(frame.pixels))

    def _add(self, kind: str, icon: str, label: Source) -> QAction:
        action = self.addAction(icons.icon(icon), "")
        action.setObjectName(f"style_save_{kind}")
        say(action, "setText", label)
        action.triggered.connect(lambda: self.ask(kind))
        return action

    def _on_written(self, _: Job, events: Sequence[Event]) -> None:
        tell_written(self._notice, events)
