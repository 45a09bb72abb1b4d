"""A run: one experiment as a folder on disk, made, found and branched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gendesk.families  # noqa: F401  every family's recipe becomes known
from gendesk import paths
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.ops.files import writing
from gendesk.runs.history import History, Summary, copying, newest_first
from gendesk.runs.naming import alike, check, find, make, make_next, stem

__all__ = ["Run", "Summary", "all_runs", "branch"]


@dataclass(frozen=True, slots=True)
class Run(History):
    """A training."""

    @staticmethod
    def create(
        recipe: Recipe,
        name: str | None = None,
        folder: Path | None = None,
        origin: tuple[str, int] | None = None,
        remedy: str = "",
    ) -> Run:
        """A new, empty run.

        Args:
            recipe: what is to be trained.
            name: of its folder; without one it gets the next of "vae-digits-0001" and so on.
            folder: where the run's folder is put; without one it is `paths.runs()`.
            origin: the run's name and the step it branches from.
            remedy: the finding that the branch shall cure, where that is why it is made.

        Raises:
            Trouble: the name cannot be a folder's or is taken, or the disk does not take it.
        """
        parent = folder or paths.runs()
        if name is not None:
            check(name)
        with writing(parent):
            parent.mkdir(parents=True, exist_ok=True)
            run = Run(make(parent / name) if name else make_next(parent, stem(recipe)))
            run.write_recipe(recipe)
        branched = {"origin": {"run": origin[0], "step": origin[1]}} if origin else {}
        why = {"remedy": remedy} if remedy else {}
        run.note("created", 0, **branched, **why)
        return run

    @staticmethod
    def open(path_or_name: str | Path) -> Run:
        """The run in a folder, or with a name under `paths.runs()`.

        Raises:
            Trouble: there is none; names like it are given.
        """
        if folder := find(path_or_name, paths.runs(), "recipe.json"):
            return Run(folder)
        if near := alike(path_or_name, (run.name for run in all_runs())):
            raise Trouble(
                "There is no run {name}. Did you mean {near}?", name=path_or_name, near=near
            )
        raise Trouble(
            "There is no run {name}, neither as a folder nor under {folder}.",
            name=path_or_name,
            folder=paths.runs(),
        )

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
    def total(self) -> int:
        """The step that it aims at."""
        return self.recipe.steps


def all_runs(folder: Path | None = None) -> list[Run]:
    """The runs under `folder`, or under `paths.runs()`, newest first."""
    return [Run(child) for child in newest_first(folder or paths.runs())]


def branch(
    run: Run,
    step: int,
    settings: Mapping[str, Any],
    name: str | None = None,
    folder: Path | None = None,
    remedy: str = "",
) -> Run:
    """A new run, in `folder` or beside `run`, that goes on from its checkpoint at `step` with changed knobs.

    The past up to that step comes along: the checkpoint, the curves and the previews. At step 0 there
    is none: it begins anew. `remedy` names the finding that it shall cure, for the journals of both.

    Raises:
        Trouble: there is no such checkpoint, or a knob cannot be set so.
    """
    there = dict(run.checkpoints())
    if step and step not in there:
        raise Trouble(
            "{name} has no checkpoint at step {step}; it has {steps}.",
            name=run.name,
            step=step,
            steps=", ".join(str(s) for s in there) or "none",
        )
    then = run.recipe
    if step:  # with the live knobs as they stood
        manifest = json.loads((there[step] / "manifest.json").read_bytes())
        then = Recipe.from_dict(manifest["recipe"])
    recipe = then.changed(**{"steps": run.recipe.steps} | dict(settings))
    origin = (run.name, step)
    new = Run.create(recipe, name, folder or run.folder.parent, origin, remedy)
    with copying(run, new):
        new.take_past(run, step)
    if remedy:
        run.note("branched", step, name=new.name, remedy=remedy)
    return new
