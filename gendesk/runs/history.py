"""What happened while something was made, as a folder: what a run and a painting have in common.

recipe.json            the settings as started
metrics.jsonl          a row a step (see `runs.rows`)
looks.jsonl            what was seen of a GAN's pictures, where they were looked at (`runs.looks`)
journal.jsonl          what happened, a row each: "what", "step", "time" and particulars
previews/KIND/STEP.png pictures of the progress
checkpoints/STEP/      all that is needed to go on; without manifest.json it does not exist
alive.json             who works on it now (see `runs.alive`)
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import send2trash

from gendesk.core.events import Finding, Remedy
from gendesk.core.sentence import Sentence, Trouble
from gendesk.core.settings import Settings
from gendesk.runs import rows
from gendesk.runs.alive import trainer
from gendesk.runs.naming import check
from gendesk.runs.rows import Points, Row

_STATUSES = {
    "created": "new",
    "started": "stopped",
    "continued": "stopped",
    "paused": "stopped",
    "resumed": "stopped",
    "finished": "finished",
    "cancelled": "stopped",
    "failed": "failed",
}
AIMS = ("started", "continued", "aimed")  # rows that say up to which step it is to go
_STEP = re.compile(r"\d{8,}")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of one, read without opening more than a few small files."""

    name: str
    status: str
    family: str
    data: str
    step: int  # reached
    steps: int  # wanted
    loss: float | None  # of the newest row
    frechet: float | None  # at the newest look at a GAN's pictures
    started: float  # seconds since 1970


@dataclass(frozen=True, slots=True)
class History:
    """A folder. Nothing of it is kept in memory: every question reads the disk."""

    folder: Path

    @property
    def recipe(self) -> Settings:
        """The settings as started.

        Raises:
            Trouble: recipe.json cannot be read.
        """
        raise NotImplementedError

    @property
    def total(self) -> int:
        """The step that it aims at."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """Its folder's name."""
        return self.folder.name

    @property
    def steps_wanted(self) -> int:
        """The step that the newest start or continuation aimed at, 0 before the first."""
        for row in reversed(self.journal()):
            if row["what"] in AIMS and isinstance(row.get("steps"), int):
                return int(row["steps"])
        return 0

    def journal(self) -> list[Row]:
        """What happened, oldest first; every row has "what", "step" and "time"."""
        return [row for row in rows.read(self.journal_file) if "what" in row]

    def note(self, what: str, step: int, **particulars: Any) -> None:
        """Write a row into the journal."""
        row = {"time": round(time.time(), 3), "step": step, "what": what, **particulars}
        rows.append(self.journal_file, row)

    def metrics(self) -> dict[str, Points]:
        """The curves by name; those of held-out pictures begin with "held_out/"."""
        return {name: points for name, points in self.rows().items() if name not in rows.CLOCK}

    def rows(self) -> dict[str, Points]:
        """The curves, and with them each step's "time", "epoch" and "rate"."""
        return rows.collect(rows.Tail(self.metrics_file).more())

    def previews(self) -> dict[str, list[tuple[int, Path]]]:
        """By kind, each with its step, in order."""
        folder = self.folder / "previews"
        kinds = sorted(k for k in folder.iterdir() if k.is_dir()) if folder.is_dir() else []
        return {kind.name: self.previews_of(kind.name) for kind in kinds}

    def previews_of(self, kind: str) -> list[tuple[int, Path]]:
        """The previews of one kind, each with its step, in order."""
        found = (self.folder / "previews" / kind).glob("*.png")
        return sorted((int(p.stem), p) for p in found if _STEP.fullmatch(p.stem))

    def checkpoints(self) -> list[tuple[int, Path]]:
        """Each whole checkpoint with its step, in order."""
        found = (self.folder / "checkpoints").glob("*/manifest.json")
        return sorted(
            (int(p.parent.name), p.parent) for p in found if _STEP.fullmatch(p.parent.name)
        )

    @property
    def status(self) -> str:
        """ "new", "running", "paused", "finished", "stopped" or "failed"."""
        found = (row.get("what") for row in reversed(rows.read_last(self.journal_file)))
        last = next((str(what) for what in found if what in _STATUSES), "created")
        if trainer(self.folder):
            return "paused" if last == "paused" else "running"
        # Where the last word is not an end, it was killed before it could say one.
        return _STATUSES[last]

    @property
    def failure(self) -> Sentence | None:
        """Why the run could not go on, where it failed."""
        for row in reversed(rows.read_last(self.journal_file, 1 << 16)):
            if row.get("what") in ("started", "continued", "finished", "cancelled"):
                return None
            if row.get("what") == "failed":
                return sentence_in(row)
        return None

    def summary(self) -> Summary:
        """What a list shows of it; costs well under a millisecond on a local disk."""
        try:
            recipe = json.loads((self.folder / "recipe.json").read_bytes())
        except (OSError, ValueError):
            recipe = {}
        newest = rows.read_last(self.metrics_file, 2048)
        steps = [row["step"] for row in newest if isinstance(row.get("step"), int)]
        losses = [row["loss"] for row in newest if isinstance(row.get("loss"), float)]
        return Summary(
            name=self.name,
            status=self.status,
            family=str(recipe.get("family", "")),
            data=str(recipe.get("data", "")),
            step=steps[-1] if steps else 0,
            steps=self.steps_wanted or int(recipe.get("steps", 0)),
            loss=losses[-1] if losses else None,
            frechet=self._frechet(),
            started=started(self.folder),
        )

    def take_past(self, other: History, step: int) -> None:
        """Copy what `other` holds of the time up to `step`: its checkpoint there, curves, previews.

        Raises:
            OSError: the disk does not take it.
        """
        there = dict(other.checkpoints())
        if step in there:
            shutil.copytree(there[step], self.folder / "checkpoints" / there[step].name)
        if other.metrics_file.exists():
            shutil.copy2(other.metrics_file, self.metrics_file)
            rows.cut(self.metrics_file, step)
        if other.looks_file.exists():
            shutil.copy2(other.looks_file, self.looks_file)
            rows.cut(self.looks_file, step)
        for kind, pictures in other.previews().items():
            (self.folder / "previews" / kind).mkdir(parents=True)
            for at, path in pictures:
                if at <= step:
                    shutil.copy2(path, self.folder / "previews" / kind)

    def rename(self, name: str) -> Self:
        """The same under a new name.

        Raises:
            Trouble: the name cannot be a folder's or is taken, or it is still being made.
        """
        check(name)
        self._refuse_while_made()
        target = self.folder.with_name(name)
        if target.exists():
            raise Trouble("The name {name} is taken.", name=name)
        try:
            return type(self)(self.folder.rename(target))
        except OSError as error:
            raise Trouble(
                "{name} cannot be renamed: {why}.", name=self.name, why=error.strerror or error
            ) from None

    def to_bin(self) -> None:
        """Move it to the system's bin, from where it can be taken back.

        Raises:
            Trouble: it is still being made, or there is no bin; nothing is ever deleted for good.
        """
        self._refuse_while_made()
        try:
            send2trash.send2trash(self.folder)
        except OSError as error:
            raise Trouble(
                "{path} could not be moved to the bin ({why}); delete the folder by hand if you "
                "want it gone for good.",
                path=self.folder,
                why=error.strerror or error,
            ) from None

    @property
    def metrics_file(self) -> Path:
        """Where each step's row is appended."""
        return self.folder / "metrics.jsonl"

    @property
    def looks_file(self) -> Path:
        """Where each look at a GAN's pictures is appended; there is none for others."""
        return self.folder / "looks.jsonl"

    @property
    def journal_file(self) -> Path:
        """Where each row of `journal` is appended."""
        return self.folder / "journal.jsonl"

    def write_recipe(self, recipe: Settings) -> None:
        """Begin the folder with its settings."""
        (self.folder / "recipe.json").write_text(recipe.to_json(), "utf-8")

    def _frechet(self) -> float | None:
        """At the newest look that has it; a single phase is looked at without."""
        for row in reversed(rows.read_last(self.looks_file, 1 << 17)):
            for name, value in (row.get("figures") or {}).items():
                if name.endswith("/frechet") and isinstance(value, float):
                    return value
        return None

    def _refuse_while_made(self) -> None:
        if trainer(self.folder):
            raise Trouble("{name} is still being made; stop it first.", name=self.name)


@contextmanager
def copying(old: History, new: History) -> Iterator[None]:
    """Where the disk does not take what is copied, say so, and let nothing of `new` stay."""
    try:
        yield
    except OSError as error:
        shutil.rmtree(new.folder, ignore_errors=True)  # ours, seconds old, and of no use
        raise Trouble(
            "{name} could not be copied: {why}.", name=old.name, why=error.strerror or error
        ) from None


def newest_first(parent: Path) -> list[Path]:
    """The folders under `parent` that were begun, none where there is no `parent`."""
    if not parent.is_dir():
        return []
    found = [(started(child), child) for child in parent.iterdir()]
    return [child for when, child in sorted(found, reverse=True) if when]


def sentence_in(row: Mapping[str, Any]) -> Sentence | None:
    """The sentence that a row of the journal holds, if any."""
    found = row.get("sentence")
    if isinstance(found, dict) and isinstance(found.get("text"), str):
        return Sentence(found["text"], dict(found.get("values") or {}))
    return None


def finding_in(row: Mapping[str, Any]) -> Finding | None:
    """What a doctor found, by a row of the journal; None where it was healthy."""
    found = row.get("finding")
    if not isinstance(found, dict) or (sentence := sentence_in(found)) is None:
        return None
    given = found.get("remedies") or ()
    return Finding(
        name=str(found.get("name")),
        sentence=sentence,
        since=int(found.get("since") or 0),
        evidence=dict(found.get("evidence") or {}),
        remedies=tuple(Remedy(dict(each["settings"]), each.get("rewind")) for each in given),
    )


def started(folder: Path) -> float:
    """When what lies in `folder` was begun, 0 where it holds none: recipe.json is written once."""
    try:
        return (folder / "recipe.json").stat().st_mtime
    except OSError:
        return 0.0
