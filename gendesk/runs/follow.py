"""Watching a run that another process writes, here or in a shared folder, or one long past."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from gendesk.core.controls import Controls
from gendesk.core.events import (
    HELD_OUT,
    Curves,
    Diagnosed,
    Evaluated,
    Event,
    Paused,
    Phase,
    Preview,
    Progress,
    Resumed,
    Saved,
    Turned,
    Warned,
)
from gendesk.core.sentence import Trouble
from gendesk.runs import looks, rows
from gendesk.runs.alive import trainer
from gendesk.runs.history import AIMS, History, finding_in, sentence_in
from gendesk.runs.rows import CLOCK, Row

if TYPE_CHECKING:
    from gendesk.core.images import Picture  # which imports torch

POLL_SECONDS = 0.3


def follow(run: History, controls: Controls | None = None) -> Generator[Event, None, str]:
    """The events of a run from its files: its past at once, then each as it is written.

    The past comes as one `Curves`, the journal's events, the newest preview of each kind and the
    last `Progress`; a run that was continued from an earlier step says `Curves` again. Nothing is
    written into the folder. Returns the run's status once nobody trains in it.

    Raises:
        Trouble: the run failed; it is the run's own sentence.
    """
    watch = _Watch(run)
    yield from watch.past()
    while not (controls and controls.cancelled):
        living = trainer(run.folder) is not None  # asked first: what it wrote last is still read
        if not living:
            watch.folder_times.clear()
        yield from watch.news()
        if not living:
            if failure := run.failure:
                raise Trouble(failure.text, **failure.values)
            break
        time.sleep(POLL_SECONDS)
    return run.status


class _Watch:
    """What was read of a run's files so far."""

    def __init__(self, run: History) -> None:
        self.run = run
        self.metrics = rows.Tail(run.metrics_file)
        self.journal = rows.Tail(run.journal_file)
        self.looks = rows.Tail(run.looks_file)
        self.total = run.total
        self.shown: dict[str, int] = {}  # the newest preview's step by kind
        self.folder_times: dict[str, int] = {}  # too coarse to trust at the end of a run

    def past(self) -> Iterator[Event]:
        """Everything so far, in few events."""
        history = self._read_journal()
        yield from self._curves()
        yield from self._told(_one_past(history))
        yield from self._looked()
        yield from self._pictures()

    def news(self) -> Iterator[Event]:
        """What was written since the last call."""
        told = self._read_journal()
        if self.metrics.replaced() or any(row.get("what") == "continued" for row in told):
            yield from self._curves()
            self.shown.clear()
        for found in self.metrics.more():
            for row in found:
                if event := self._measured(row):
                    yield event
        yield from self._told(told)
        if self.looks.replaced():
            self.looks.restart()
        yield from self._looked()
        yield from self._pictures()

    def _curves(self) -> Iterator[Event]:
        self.metrics.restart()
        points = rows.collect(self.metrics.more())
        yield Curves({name: curve for name, curve in points.items() if name not in CLOCK})
        if "epoch" in points:
            steps, epochs = points["epoch"]
            rates = points["rate"][1] if "rate" in points else np.zeros(1)
            newest = {name: float(v[-1]) for name, (s, v) in points.items() if s[-1] == steps[-1]}
            metrics = {k: v for k, v in newest.items() if k not in CLOCK and HELD_OUT not in k}
            yield Progress(int(steps[-1]), self.total, metrics, float(rates[-1]), float(epochs[-1]))

    def _measured(self, row: Row) -> Progress | Evaluated | None:
        step = row.get("step")
        if not isinstance(step, int):
            return None
        numbers = {
            name: float("nan") if value is None else float(value)
            for name, value in row.items()
            if name not in ("step", *CLOCK) and isinstance(value, int | float | None)
        }
        held_out = {k.removeprefix(HELD_OUT): v for k, v in numbers.items() if HELD_OUT in k}
        if held_out:
            return Evaluated(step, held_out)
        return Progress(step, self.total, numbers, row.get("rate") or 0.0, row.get("epoch") or 0.0)

    def _read_journal(self) -> list[Row]:
        """What was told since; how far it goes is known before the rows that count towards it."""
        told = [row for found in self.journal.more() for row in found]
        for row in told:
            if row.get("what") in AIMS:
                self.total = row.get("steps") or self.total
        return told

    def _told(self, history: list[Row]) -> Iterator[Event]:
        for row in history:
            step = row.get("step")
            if not isinstance(step, int):
                continue
            match row.get("what"):
                case "turned":
                    before, after = row.get("before"), row.get("after")
                    remedy = str(row.get("remedy") or "")
                    yield Turned(step, str(row.get("name")), before, after, remedy)
                case "phase":
                    around = dict(row.get("before") or {}), dict(row.get("after") or {})
                    yield Phase(step, str(row.get("part")), *around)
                case "diagnosed":
                    yield Diagnosed(step, finding_in(row))
                case "saved":
                    path = self.run.folder / str(row.get("path"))
                    yield Saved(str(row.get("kind")), path, step)
                case "warned" if sentence := sentence_in(row):
                    yield Warned(sentence, step)
                case "paused":
                    yield Paused(step, sentence_in(row), row.get("remedy") or None)
                case "resumed":
                    yield Resumed(step)

    def _looked(self) -> Iterator[Event]:
        """What was seen of its pictures, where anybody looked."""
        for found in self.looks.more():
            for row in found:
                if seen := looks.looked(row):
                    yield seen

    def _pictures(self) -> Iterator[Event]:
        """The newest preview of each kind, where it is newer than the one shown."""
        folder = self.run.folder / "previews"
        for kind in sorted(folder.iterdir()) if folder.is_dir() else []:
            changed = kind.stat().st_mtime_ns
            if changed == self.folder_times.get(kind.name):
                continue
            self.folder_times[kind.name] = changed
            found = self.run.previews_of(kind.name)
            if found and found[-1][0] > self.shown.get(kind.name, -1):
                step, path = found[-1]
                try:
                    picture = read_picture(path)
                except OSError:
                    continue  # gone since: the run went back to an earlier step
                self.shown[kind.name] = step
                yield Preview(kind.name, step, picture)


def _one_past(history: list[Row]) -> list[Row]:
    """The journal without what happened after a step from which the run was continued later."""
    kept: list[Row] = []
    for row in history:
        if row.get("what") == "continued":
            kept = [k for k in kept if k.get("step", 0) <= row.get("step", 0)]
        kept.append(row)
    return kept


def read_picture(path: Path) -> Picture:
    """A preview as it was written: (H, W, C) uint8, C is 1 or 3."""
    with Image.open(path) as image:
        pixels = np.asarray(image)
    return pixels[:, :, None] if pixels.ndim == 2 else pixels
