"""A run: one experiment as a folder on disk, made, found, read, renamed and branched.

recipe.json            the recipe as started
metrics.jsonl          a row a step (see `runs.rows`)
journal.jsonl          what happened, a row each: "what", "step", "time" and particulars
previews/KIND/STEP.png pictures of the progress
checkpoints/STEP/      all that is needed to go on; without manifest.json it does not exist
alive.json             who trains here now (see `runs.alive`)
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import send2trash

import gendesk.families  # noqa: F401  every family's recipe becomes known
from gendesk import paths
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.runs import rows
from gendesk.runs.alive import trainer
from gendesk.runs.naming import check, make, make_next, stem
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
_STEP = re.compile(r"\d{8,}")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list of runs shows of one, read without opening more than a few small files."""

    name: str
    status: str
    family: str
    data: str
    step: int  # reached
    steps: int  # wanted
    loss: float | None  # of the newest row
    started: float  # seconds since 1970


@dataclass(frozen=True, slots=True)
class Run:
    """A run folder. Nothing of it is kept in memory: every question reads the disk."""

    folder: Path

    @staticmethod
    def create(
        recipe: Recipe,
        name: str | None = None,
        folder: Path | None = None,
        origin: tuple[str, int] | None = None,
    ) -> Run:
        """A new, empty run.

        Args:
            recipe: what is to be trained.
            name: of its folder; without one it gets the next of "vae-digits-0001" and so on.
            folder: where the run's folder is put; without one it is `paths.runs()`.
            origin: the run's name and the step it branches from.

        Raises:
            Trouble: the name cannot be a folder's or is taken, or the disk does not take it.
        """
        parent = folder or paths.runs()
        if name is not None:
            check(name)
        try:
            parent.mkdir(parents=True, exist_ok=True)
            run = Run(make(parent / name) if name else make_next(parent, stem(recipe)))
            run._write_recipe(recipe)
        except OSError as error:
            raise Trouble(
                "{path} cannot be written: {why}.", path=parent, why=error.strerror or error
            ) from None
        branched = {"origin": {"run": origin[0], "step": origin[1]}} if origin else {}
        run.note("created", 0, **branched)
        return run

    @staticmethod
    def open(path_or_name: str | Path) -> Run:
        """The run in a folder, or with a name under `paths.runs()`.

        Raises:
            Trouble: there is none; names like it are given.
        """
        for folder in (Path(path_or_name).expanduser(), paths.runs() / path_or_name):
            if (folder / "recipe.json").is_file():
                return Run(folder.resolve())
        near = difflib.get_close_matches(
            Path(path_or_name).name, [run.name for run in all_runs()], n=3, cutoff=0.5
        )
        if near:
            raise Trouble(
                "There is no run {name}. Did you mean {near}?",
                name=path_or_name,
                near=", ".join(near),
            )
        raise Trouble(
            "There is no run {name}, neither as a folder nor under {folder}.",
            name=path_or_name,
            folder=paths.runs(),
        )

    @property
    def name(self) -> str:
        """Its folder's name."""
        return self.folder.name

    @property
    def recipe(self) -> Recipe:
        """The recipe as started, with the number of steps it was continued to since.

        Raises:
            Trouble: recipe.json cannot be read.
        """
        recipe = Recipe.read(self.folder / "recipe.json")
        wanted = self.steps_wanted
        return recipe.changed(steps=wanted) if wanted else recipe

    @property
    def steps_wanted(self) -> int:
        """How many steps the newest start or continuation aimed at, 0 before the first."""
        for row in reversed(self.journal()):
            if row["what"] in ("started", "continued") and isinstance(row.get("steps"), int):
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
            started=_started(self.folder),
        )

    def rename(self, name: str) -> Run:
        """The same run under a new name.

        Raises:
            Trouble: the name cannot be a folder's or is taken, or the run is being trained.
        """
        check(name)
        self._refuse_while_training()
        target = self.folder.with_name(name)
        if target.exists():
            raise Trouble("The name {name} is taken.", name=name)
        try:
            return Run(self.folder.rename(target))
        except OSError as error:
            raise Trouble(
                "{name} cannot be renamed: {why}.", name=self.name, why=error.strerror or error
            ) from None

    def to_bin(self) -> None:
        """Move the run to the system's bin, from where it can be taken back.

        Raises:
            Trouble: it is being trained, or there is no bin; nothing is ever deleted for good.
        """
        self._refuse_while_training()
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
    def journal_file(self) -> Path:
        """Where each row of `journal` is appended."""
        return self.folder / "journal.jsonl"

    def _write_recipe(self, recipe: Recipe) -> None:
        (self.folder / "recipe.json").write_text(recipe.to_json(), "utf-8")

    def _refuse_while_training(self) -> None:
        if trainer(self.folder):
            raise Trouble("{name} is being trained; stop it first.", name=self.name)


def all_runs(folder: Path | None = None) -> list[Run]:
    """The runs under `folder`, or under `paths.runs()`, newest first."""
    parent = folder or paths.runs()
    if not parent.is_dir():
        return []
    started = [(_started(child), child) for child in parent.iterdir()]
    return [Run(child) for when, child in sorted(started, reverse=True) if when]


def branch(
    run: Run,
    step: int,
    settings: Mapping[str, Any],
    name: str | None = None,
    folder: Path | None = None,
) -> Run:
    """A new run, in `folder` or beside `run`, that goes on from its checkpoint at `step` with changed knobs.

    The past up to that step comes along: the checkpoint, the curves and the previews.

    Raises:
        Trouble: there is no such checkpoint, or a knob cannot be set so.
    """
    there = dict(run.checkpoints())
    if step not in there:
        raise Trouble(
            "{name} has no checkpoint at step {step}; it has {steps}.",
            name=run.name,
            step=step,
            steps=", ".join(str(s) for s in there) or "none",
        )
    manifest = json.loads((there[step] / "manifest.json").read_bytes())
    then = Recipe.from_dict(manifest["recipe"])  # with the live knobs as they stood
    recipe = then.changed(**{"steps": run.recipe.steps} | dict(settings))
    new = Run.create(recipe, name, folder or run.folder.parent, origin=(run.name, step))
    try:
        shutil.copytree(there[step], new.folder / "checkpoints" / there[step].name)
        if run.metrics_file.exists():
            shutil.copy2(run.metrics_file, new.metrics_file)
            rows.cut(new.metrics_file, step)
        for kind, pictures in run.previews().items():
            (new.folder / "previews" / kind).mkdir(parents=True)
            for at, path in pictures:
                if at <= step:
                    shutil.copy2(path, new.folder / "previews" / kind)
    except OSError as error:
        shutil.rmtree(new.folder, ignore_errors=True)  # ours, seconds old, and of no use
        raise Trouble(
            "{name} could not be copied: {why}.", name=run.name, why=error.strerror or error
        ) from None
    return new


def sentence_in(row: Mapping[str, Any]) -> Sentence | None:
    """The sentence that a row of the journal holds, if any."""
    found = row.get("sentence")
    if isinstance(found, dict) and isinstance(found.get("text"), str):
        return Sentence(found["text"], dict(found.get("values") or {}))
    return None


def _started(folder: Path) -> float:
    """When the run in `folder` was made, 0 where it holds none: recipe.json is written once."""
    try:
        return (folder / "recipe.json").stat().st_mtime
    except OSError:
        return 0.0
