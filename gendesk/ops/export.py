"""A run's pictures and curves as files for elsewhere; each export is an iterator of events."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gendesk import __version__
from gendesk.core.events import Event, Saved, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.core.settings import Settings
from gendesk.ops.chart import DPI, Points, chart
from gendesk.ops.files import Previews, beside, some, writing


def grid(path: Path, previews: Previews, recipe: Settings) -> Iterator[Event]:
    """The newest picture as PNG, with the recipe in its metadata.

    Raises:
        Trouble: there is no picture yet, or the file cannot be written.
    """
    step, newest = some(previews)[-1]
    with Image.open(newest) as image:
        save_png(path, image, recipe, step)
    yield Saved("file", path, step)


def save_png(path: Path, image: Image.Image, recipe: Settings, step: int) -> None:
    """Write a picture that says what made it.

    Raises:
        Trouble: the file cannot be written.
    """
    about = PngInfo()
    about.add_text("Software", f"gendesk {__version__}")
    about.add_text("Recipe", json.dumps(recipe.as_dict()))
    about.add_text("Step", str(step))
    with beside(path) as file:
        image.save(file, "PNG", pnginfo=about, dpi=image.info.get("dpi"))


def curves_csv(path: Path, curves: Mapping[str, Points]) -> Iterator[Event]:
    """A row a step, a column a curve; empty where a curve has no point.

    Raises:
        Trouble: there is no curve yet, or the file cannot be written.
    """
    _refuse_no_curves(curves)
    steps = np.unique(np.concatenate([steps for steps, _ in curves.values()]))
    columns = np.full((len(steps), len(curves)), np.nan)
    for i, (at, values) in enumerate(curves.values()):
        columns[np.searchsorted(steps, at), i] = values
    with beside(path) as place, place.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["step", *curves])
        for begin in range(0, len(steps), 10_000):
            part = slice(begin, begin + 10_000)
            for step, row in zip(steps[part].tolist(), columns[part].tolist(), strict=True):
                writer.writerow([step, *("" if math.isnan(value) else value for value in row)])
            yield Stage(Sentence("Writing curves"), min(begin + 10_000, len(steps)), len(steps))
    yield Saved("file", path)


def curves_png(
    path: Path, curves: Mapping[str, Points], name: str, recipe: Settings
) -> Iterator[Event]:
    """All curves drawn for print, with the recipe in the metadata.

    Raises:
        Trouble: there is no curve yet, or the file cannot be written.
    """
    _refuse_no_curves(curves)
    yield Stage(Sentence("Drawing curves"))
    image = chart(curves, name, _in_a_line(recipe))
    image.info["dpi"] = (DPI, DPI)
    last = max(int(steps[-1]) for steps, _ in curves.values())
    save_png(path, image, recipe, last)
    yield Saved("file", path, last)


def tensorboard(
    folder: Path, rows: Mapping[str, Points], previews: Mapping[str, Previews], recipe: Settings
) -> Iterator[Event]:
    """Event files that TensorBoard reads: scalars at the time they were measured, pictures, recipe.

    Args:
        folder: the log directory; it gets one file more.
        rows: the curves with each step's "time", as a run's `rows` has them.
        previews: by kind.
        recipe: shown as text.

    Raises:
        Trouble: the extra is not installed, or the folder cannot be written.
    """
    try:
        from tensorboard.compat.proto.event_pb2 import Event as Entry
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.plugins.text.summary_v2 import text_pb
        from tensorboard.summary.writer.event_file_writer import EventFileWriter
    except ImportError:
        raise Trouble(
            "TensorBoard is not installed; `pip install 'gendesk[tensorboard]'` brings it."
        ) from None
    clock = rows.get("time", (np.zeros(1, np.int64), np.zeros(1)))
    curves = {k: points for k, points in rows.items() if k not in ("time", "epoch")}
    total = sum(len(steps) for steps, _ in curves.values()) + sum(map(len, previews.values()))
    done = 0
    with writing(folder):
        writer = EventFileWriter(str(folder))
        try:
            shown = "```\n" + recipe.to_json() + "```"
            writer.add_event(Entry(step=0, wall_time=clock[1][0], summary=text_pb("recipe", shown)))
            for name, (steps, values) in curves.items():
                times = np.interp(steps, *clock)
                for step, value, when in zip(
                    steps.tolist(), values.tolist(), times.tolist(), strict=True
                ):
                    scalar = Summary.Value(tag=name, simple_value=value)
                    summary = Summary(value=[scalar])
                    writer.add_event(Entry(step=step, wall_time=when, summary=summary))
                    done += 1
                    if done % 1000 == 0:
                        yield Stage(Sentence("Writing TensorBoard events"), done, total)
            for kind, pictures in previews.items():
                for step, path in pictures:
                    encoded = Summary.Image(encoded_image_string=path.read_bytes())
                    summary = Summary(value=[Summary.Value(tag=kind, image=encoded)])
                    when = float(np.interp(step, *clock))
                    writer.add_event(Entry(step=step, wall_time=when, summary=summary))
                    done += 1
                    yield Stage(Sentence("Writing TensorBoard events"), done, total)
        finally:
            writer.close()
    yield Saved("file", folder)


def _refuse_no_curves(curves: Mapping[str, Points]) -> None:
    if not curves:
        raise Trouble("There are no curves yet; let it go on a little longer.")


def _in_a_line(recipe: Settings) -> str:
    """The knobs that a person would ask for first."""
    basics = [name for name, knob in recipe.knobs().items() if knob.basic]
    return " · ".join([recipe.title, *(f"{name} {getattr(recipe, name)}" for name in basics)])
