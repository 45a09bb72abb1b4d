"""Files of the latent panel: positions and pictures that are opened, whatever is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from gendesk.core.events import Event, Failed, Finished
from gendesk.jobs import Job, Work
from gendesk.ui import dialogs
from gendesk.ui.latent_work import positions
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.panels.written import tell_written
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.words import tr

Write = Callable[[Path], Work]  # what writes to a path


class Files(QObject):
    """Asks where to and where from; works in a worker, one file at a time where that takes long."""

    opened = Signal(object)  # ops.latent.positions.Position
    picture_opened = Signal(Path)  # a picture that carries no position
    folder_opened = Signal(Path)

    def __init__(self, pool: Pool, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool, self._notice, self._window = pool, notice, parent

    # opening

    def ask_open(self) -> None:
        """Let a person choose a picture of their own, or a position."""
        title = tr("Open a picture or a position")
        dialog = dialogs.chooser(
            self._window, "latent_open_dialog", title, dialogs.Mode.ExistingFile
        )
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        dialog.open()

    def ask_folder(self) -> None:
        """Let a person choose a folder of pictures for the map."""
        title = tr("Choose a folder of pictures")
        dialog = dialogs.chooser(
            self._window, "latent_folder_dialog", title, dialogs.Mode.Directory
        )
        dialog.fileSelected.connect(lambda chosen: self.folder_opened.emit(Path(chosen)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Take a position file, a picture that carries one, any other picture, or a folder."""
        if path.is_dir():
            self.folder_opened.emit(path)
            return
        job = Job(tr("Opening {name}", name=path.name), positions.read_position(path))
        self._pool.start(job, lambda _, events: self._on_read(path, events))

    def _on_read(self, path: Path, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
        elif isinstance(last, Finished) and last.result is None:
            self.picture_opened.emit(path)
        elif isinstance(last, Finished):
            self.opened.emit(last.result)

    # writing

    def ask_file(self, name: str, suffix: str, write: Write, busy: Busy | None = None) -> None:
        """Ask for a file's place and write it there.

        Args:
            name: proposed, without its suffix.
            suffix: such as "png".
            write: what writes it.
            busy: where it is shown how far that is, where it takes long.
        """
        dialog = dialogs.saver(
            self._window, "latent_save_dialog", tr("Save"),
            f"{name}.{suffix}", dialogs.Location.PicturesLocation,
        )  # fmt: skip
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), write, busy))
        dialog.open()

    def ask_new_folder(self, name: str, write: Write, busy: Busy | None = None) -> None:
        """Ask for a folder, and write into a new one of that name within it."""
        title = tr("Choose where the folder goes")
        dialog = dialogs.chooser(self._window, "latent_into_dialog", title, dialogs.Mode.Directory)
        dialog.setDirectory(QStandardPaths.writableLocation(dialogs.Location.PicturesLocation))
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen) / name, write, busy))
        dialog.open()

    def write(self, path: Path, write: Write, busy: Busy | None = None) -> Job:
        """Write to a path in a worker, and say where it lies."""
        job = Job(tr("Saving {name}", name=path.name), write(path))
        if busy is not None:
            busy.begin(job)
        return self._pool.start(job, lambda _, events: self._on_written(events, busy))

    def _on_written(self, events: Sequence[Event], busy: Busy | None) -> None:
        if busy is not None:
            busy.follow(events)
        tell_written(self._notice, events)
