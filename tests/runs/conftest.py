"""A small run, and a training that only talks."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from gendesk.core.events import Event, Preview, Progress, Saved
from gendesk.core.recipe import Recipe
from gendesk.runs.folder import Run


@pytest.fixture
def recipe() -> Recipe:
    return Recipe.from_dict({"family": "vae", "steps": 30, "data": "digits"})


@pytest.fixture
def run(recipe: Recipe) -> Run:
    return Run.create(recipe)


@pytest.fixture
def talk(run: Run) -> Callable[..., Iterator[Event]]:
    """What a training says from step `first` to `last`: a preview and a checkpoint every ten."""
    return partial(talking, run)


def talking(
    run: Run, first: int = 1, last: int = 30, total: int = 30
) -> Generator[Event, None, str]:
    for step in range(first, last + 1):
        yield Progress(step, total, {"loss": 100.0 / step, "kl": float(step)}, 50.0, step / 10)
        if step % 10 == 0:
            yield Preview("samples", step, np.full((8, 8, 1), step, np.uint8))
            yield Saved("checkpoint", make_checkpoint(run, step), step)
    return "done"


def make_checkpoint(run: Run, step: int) -> Path:
    folder = run.folder / "checkpoints" / f"{step:08d}"
    folder.mkdir(parents=True)
    (folder / "weights.safetensors").write_bytes(b"w" * step)
    manifest = {"recipe": run.recipe.changed(beta=2.5).as_dict()}  # turned while it ran
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder
