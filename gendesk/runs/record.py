"""The recorder: whatever a training reports is on disk before anybody sees it."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import asdict
from io import FileIO
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk import __version__
from gendesk.core.events import (
    HELD_OUT,
    Diagnosed,
    Evaluated,
    Event,
    Looked,
    Paused,
    Phase,
    Preview,
    Progress,
    Resumed,
    Saved,
    Turned,
    Warned,
)
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import unforeseen
from gendesk.ops.files import beside
from gendesk.runs import looks
from gendesk.runs.history import History
from gendesk.runs.rows import append, cut, encode
from gendesk.training import checkpoints


def record(
    run: History, events: Iterator[Event], steps: int, step: int = 0, **particulars: Any
) -> Generator[Event, None, Any]:
    """Pass `events` through, and write each into the run's folder before it is passed on.

    A row a step goes straight to the system, so that a killed process loses nothing that was
    reported. Closing this iterator closes `events`; what they return is returned.

    Args:
        run: it is held (`runs.alive.hold`) by the caller.
        events: of a training.
        steps: the step that is aimed at.
        step: where it goes on from; what the run holds of later steps is removed first.
        particulars: for the journal, such as the device.

    Raises:
        Trouble: the disk does not take it.
    """
    rewind(run, step)
    with _Recorder(run, step, steps) as recorder:
        what = "continued" if step else "started"
        recorder.note(what, steps=steps, gendesk=__version__, **particulars)
        try:
            while True:
                try:
                    event = next(events)
                except StopIteration as end:
                    recorder.note("finished" if recorder.step >= recorder.total else "cancelled")
                    return end.value
                recorder.write(event)
                yield event
        except GeneratorExit:
            _close(events)
            recorder.leave()
            raise
        except Trouble as trouble:
            recorder.fail(trouble.sentence)
            raise
        except Exception as error:
            recorder.fail(unforeseen(error))
            raise
        finally:
            _close(events)


def rewind(run: History, step: int) -> None:
    """Remove what the run holds of the time after `step`: rows, looks, previews and checkpoints.

    Going on from an older checkpoint would otherwise leave two futures in one folder.
    """
    cut(run.metrics_file, step)
    cut(run.looks_file, step)
    for pictures in run.previews().values():
        for at, path in pictures:
            if at > step:
                path.unlink()
    for at, path in run.checkpoints():
        if at > step:
            checkpoints.remove(path)


class _Recorder:
    """Writes one event at a time."""

    def __init__(self, run: History, step: int, total: int) -> None:
        self.run = run
        self.step = step
        self.total = total
        self._why_paused: Sentence | None = None

    def __enter__(self) -> _Recorder:
        self._metrics = FileIO(self.run.metrics_file, "a")  # unbuffered: a row is one system call
        return self

    def __exit__(self, *_: object) -> None:
        self._metrics.close()

    def note(self, what: str, **particulars: Any) -> None:
        self.run.note(what, self.step, **particulars)

    def leave(self) -> None:
        """Somebody stopped it: as asked, or because it stood still for a reason."""
        if self._why_paused:
            self.fail(self._why_paused)
        else:
            self.note("cancelled")

    def fail(self, why: Sentence) -> None:
        """As far as the disk still takes it: its being full may be why."""
        try:
            self.note("failed", sentence=asdict(why))
        except OSError:
            return

    def write(self, event: Event) -> None:
        try:
            self._write(event)
        except OSError as error:
            raise Trouble(
                "{path} cannot be written: {why}. The run can be continued from its newest "
                "checkpoint.",
                path=self.run.folder,
                why=error.strerror or str(error),
            ) from error

    def _write(self, event: Event) -> None:
        match event:
            case Progress(step, total, metrics, rate, epoch):
                self.step = step
                if total != self.total:  # it has found out what there is to do
                    self.total = total
                    self.note("aimed", steps=total)
                self._row(step, metrics, epoch=epoch, rate=rate)
            case Evaluated(step, metrics):
                self._row(step, {HELD_OUT + name: value for name, value in metrics.items()})
            case Preview(kind, step, picture):
                _write_picture(self.run.folder / "previews" / kind / f"{step:08d}.png", picture)
            case Looked():
                append(self.run.looks_file, looks.row(event))
            case Phase(step, part, before, after):
                self.run.note("phase", step, part=part, before=before, after=after)
            case Saved(kind, path):
                self.note("saved", kind=kind, path=_inside(path, self.run.folder))
            case Turned(step, name, before, after, remedy):
                why = {"remedy": remedy} if remedy else {}
                self.run.note("turned", step, name=name, before=before, after=after, **why)
            case Diagnosed(_, finding):
                self.note("diagnosed", finding=asdict(finding) if finding else None)
            case Warned(sentence):
                self.note("warned", sentence=asdict(sentence))
            case Paused(_, sentence, remedy):
                self._why_paused = sentence
                said = {"sentence": asdict(sentence)} if sentence else {}
                self.note("paused", **said, remedy=dict(remedy or {}))
            case Resumed():
                self._why_paused = None
                self.note("resumed")

    def _row(self, step: int, metrics: Mapping[str, float], **clock: float) -> None:
        row: dict[str, float | None] = {"step": step, "time": round(time.time(), 3), **clock}
        for name, value in metrics.items():
            row[name] = float(value) if isfinite(value) else None
        self._metrics.write(encode(row))


def _write_picture(path: Path, picture: NDArray[np.uint8]) -> None:
    image = Image.fromarray(picture[:, :, 0] if picture.shape[2] == 1 else picture)
    with beside(path) as place:  # a reader never sees half of it
        image.save(place, "PNG", compress_level=1)


def _inside(path: Path, folder: Path) -> str:
    """Relative to the run, so that it survives renaming."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _close(events: Iterator[Event]) -> None:
    close = getattr(events, "close", None)
    if close is not None:
        close()
