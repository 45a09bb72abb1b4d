"""What was trained and can be used by its name: the newest checkpoint of a run, or a model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.family import Decodes
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.ops.models import all_models, open_model
from gendesk.runs.alive import trainer
from gendesk.runs.folder import Run, all_runs

if TYPE_CHECKING:
    from gendesk.ops.models import Trained


@dataclass(frozen=True, slots=True)
class Explorable:
    """A model or run that turns latent vectors into pictures."""

    name: str
    family: str
    step: int
    model: bool  # otherwise a run
    training: bool  # there will be a newer checkpoint
    folder: Path  # opens it, as its name does


def open_trained(name: str | Path) -> Trained:
    """The newest checkpoint of a run, or a model; by name or folder. A checkpoint's folder, too.

    Raises:
        Trouble: there is none of these, or the run has no checkpoint yet.
    """
    folder = Path(name).expanduser()
    if (folder / "card.json").is_file():
        return open_model(folder)
    if (folder / "manifest.json").is_file():
        from gendesk.training.checkpoints import load

        return load(folder.resolve())
    try:
        run = Run.open(name)
    except Trouble as no_run:
        try:
            return open_model(name)
        except Trouble:
            raise no_run from None
    newest = newest_checkpoint(run)
    from gendesk.training.checkpoints import load

    return load(newest)


def newest_checkpoint(run: Run) -> Path:
    """The folder of a run's newest checkpoint.

    Raises:
        Trouble: there is none yet.
    """
    there = run.checkpoints()
    if not there:
        raise Trouble("{name} has no checkpoint yet; train it a little longer.", name=run.name)
    return there[-1][1]


def explorable() -> Iterator[Explorable]:
    """All that can be walked in: models by name, then runs, the newest first."""
    for model in all_models():
        if "decodes" in model.card["capabilities"]:
            family = str(model.card["family"])
            yield Explorable(model.name, family, model.step, True, False, model.folder)
    for run in all_runs():
        there = run.checkpoints()
        family = run.summary().family
        if there and _decodes(family):
            busy = trainer(run.folder) is not None
            yield Explorable(run.name, family, there[-1][0], False, busy, run.folder)


def holder(sha256: str) -> str | None:
    """The name of the model, or the run, that has these averaged weights; None where none has them.

    Checkpoints that a run keeps beside the newest are named by their folder.
    """
    for model in all_models():
        if model.card["sha256"] == sha256:
            return model.name
    for run in all_runs():
        there = [folder for _, folder in run.checkpoints()]
        for folder in reversed(there):
            try:
                files = json.loads((folder / "manifest.json").read_bytes())["files"]
            except (OSError, ValueError, KeyError, TypeError):
                continue
            if files.get("average") == sha256:
                return run.name if folder == there[-1] else str(folder)
    return None


@cache
def _decodes(family: str) -> bool:
    """Whether a family turns latent vectors into pictures: asked of its smallest networks, once."""
    recipe = Recipe.known.get(family)
    return recipe is not None and isinstance(recipe().build(3), Decodes)
