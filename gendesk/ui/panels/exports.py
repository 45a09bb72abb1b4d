"""The menu of files that can be made of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.jobs import Job
from gendesk.ui import dialogs, icons
from gendesk.ui.panels.written import tell_written
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.words import Source, say, tr

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


class Exports(QMenu):
    """Asks where to, writes in a worker, and says where the file lies."""

    def __init__(self, name: str, pool: Pool, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_menu")
        self._pool = pool
        self._notice = notice
        self._run: Run | None = None
        self._add("grid", "image", "Sample grid (PNG)…")
        self._add("mp4", "film", "Time-lapse (MP4)…")
        self._add("gif", "film", "Time-lapse (GIF)…")
        self.addSeparator()
        self._add("curves_png", "train", "Curves (PNG)…")
        self._add("curves_csv", "data", "Curves (CSV)…")
        self._add("tensorboard", "folder", "TensorBoard events…")

    def set_run(self, run: Run | None) -> None:
        """Which run is exported."""
        self._run = run

    def write(self, kind: str, path: Path) -> None:
        """Make the file, or for TensorBoard the folder, `path` of the run."""
        if self._run is not None:
            run = self._run

            def work(_: Controls) -> Iterator[Event]:
                return _exporting(kind, path, run)

            self._pool.start(Job(tr("Exporting {name}", name=path.name), work), self._on_written)

    def _add(self, kind: str, icon: str, label: Source) -> None:
        action = self.addAction(icons.icon(icon), "")
        action.setObjectName(f"export_{kind}")
        say(action, "setText", label)
        action.triggered.connect(lambda: self._ask(kind))

    def _ask(self, kind: str) -> None:
        if self._run is None:
            return
        parent, name, where = (
            self.parentWidget(),
            "export_dialog",
            dialogs.Location.DocumentsLocation,
        )
        suffix = {"grid": "png", "curves_png": "png", "curves_csv": "csv"}.get(kind, kind)
        what = {"grid": "samples", "mp4": "film", "gif": "film"}.get(kind, "curves")
        if kind == "tensorboard":
            dialog = dialogs.chooser(parent, name, tr("Export"), dialogs.Mode.Directory)
        else:
            file = f"{self._run.name}-{what}.{suffix}"
            dialog = dialogs.saver(parent, name, tr("Export"), file, where)
        dialog.fileSelected.connect(lambda path: self.write(kind, Path(path)))
        dialog.open()

    def _on_written(self, _: Job, events: Sequence[Event]) -> None:
        tell_written(self._notice, events)


def _exporting(kind: str, path: Path, run: Run) -> Iterator[Event]:
    from gendesk.ops import export, film

    if kind == "grid":
        return export.grid(path, run.previews_of("samples"), run.recipe)
    if kind == "mp4":
        return film.mp4(path, run.previews_of("samples"))
    if kind == "gif":
        return film.gif(path, run.previews_of("samples"))
    if kind == "curves_png":
        return export.curves_png(path, run.metrics(), run.name, run.recipe)
    if kind == "curves_csv":
        return export.curves_csv(path, run.metrics())
    return export.tensorboard(path, run.rows(), run.previews(), run.recipe)
