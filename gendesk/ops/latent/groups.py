"""A group of pictures on a map: taken out as files, or left out of what is learnt from."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk import paths
from gendesk.core.events import Event, Saved, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.opening import picture_names
from gendesk.ops.files import beside, writing
from gendesk.ops.latent.maps import Map

LIST = "pictures.txt"  # of what a group holds
_SAID = 50  # files between two events

Indices = Sequence[int] | NDArray[np.int64]


def export_group(chart: Map, indices: Indices, folder: Path) -> Iterator[Event]:
    """Write a group's pictures as PNG files into a new folder, and beside them the list of their names.

    Raises:
        Trouble: the map shows drawn points, the folder is there already or cannot be written.
    """
    names = yield from _named(chart, indices)
    if folder.exists():
        raise Trouble("{folder} is there already; choose another name.", folder=folder)
    assert chart.dataset is not None
    partial = folder.with_name(f".{folder.name}")
    with writing(folder):
        try:
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir(parents=True)
            digits = len(str(len(names)))
            for done, index in enumerate(indices, 1):
                pixels = np.asarray(chart.dataset.pictures[index])
                image = Image.fromarray(pixels.squeeze(2) if pixels.shape[2] == 1 else pixels)
                image.save(partial / f"{done:0{digits}d}.png", "PNG")
                if done % _SAID == 0:
                    yield Stage(Sentence("Writing pictures"), done, len(names))
            (partial / LIST).write_text("\n".join(names) + "\n", "utf-8")
            partial.rename(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    yield Saved("file", folder)


def leave_out(chart: Map, indices: Indices, exclude: str = "") -> Generator[Event, None, Path]:
    """A list of a group's pictures for the knob `exclude`, with all those that `exclude` lists.

    Raises:
        Trouble: the map shows drawn points, a list cannot be read or written.
    """
    names = yield from _named(chart, indices)
    if exclude:
        with writing(Path(exclude)):
            names = [*Path(exclude).read_text("utf-8").splitlines(), *names]
    folder = paths.home() / "lists"
    number = 1
    while (path := folder / f"left-out-{number:04d}.txt").exists():
        number += 1
    with beside(path) as place:
        place.write_text("\n".join(dict.fromkeys(filter(None, names))) + "\n", "utf-8")
    return path


def _named(chart: Map, indices: Indices) -> Generator[Event, None, list[str]]:
    if chart.dataset is None:
        raise Trouble("This map shows random points; there are no pictures behind them.")
    if not len(indices):
        raise Trouble("The group is empty; draw a line around some pictures first.")
    names = yield from picture_names(
        chart.dataset.source,
        size=chart.dataset.size,
        colour="grey" if chart.dataset.channels == 1 else "rgb",
    )
    return [names[index] for index in indices]
