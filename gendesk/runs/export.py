"""A run as files for elsewhere, by the kinds that the window and the command line offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.ops import export as exports
from gendesk.ops import film
from gendesk.runs.history import History

# What is added to a run's name for a file of each kind, or for TensorBoard's folder.
ENDINGS = {
    "grid": "-grid.png",
    "curves": "-curves.png",
    "csv": "-curves.csv",
    "mp4": ".mp4",
    "gif": ".gif",
    "tensorboard": "-tensorboard",
}


def export(run: History, kind: str, path: Path, picture: str = "samples") -> Iterator[Event]:
    """Write one kind of `ENDINGS` to `path`: stages, then `Saved`; closed early it leaves nothing.

    Args:
        run: it may be training meanwhile.
        kind: a key of `ENDINGS`.
        path: the file, or the folder for TensorBoard; what is there already is replaced.
        picture: the kind of preview for "grid", "mp4" and "gif".

    Raises:
        Trouble: there is nothing to export yet, or `path` cannot be written.
    """
    match kind:
        case "grid":
            return exports.grid(path, run.previews_of(picture), run.recipe)
        case "curves":
            return exports.curves_png(path, run.metrics(), run.name, run.recipe)
        case "csv":
            return exports.curves_csv(path, run.metrics())
        case "mp4":
            return film.mp4(path, run.previews_of(picture))
        case "gif":
            return film.gif(path, run.previews_of(picture))
        case "tensorboard":
            return exports.tensorboard(path, run.rows(), run.previews(), run.recipe)
    raise Trouble(
        "There is no export {kind}; there are {kinds}.", kind=kind, kinds=", ".join(ENDINGS)
    )
