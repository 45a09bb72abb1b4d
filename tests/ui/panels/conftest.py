"""Runs as a training leaves them, made without one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.core.recipe import Recipe
from gendesk.runs.folder import Run
from gendesk.runs.rows import encode

MakeRun = Callable[..., Run]


@pytest.fixture
def make_run(home: Path) -> MakeRun:
    """Makes a run with curves, pictures and checkpoints: ``make_run("name", steps=60)``."""

    def make(name: str, steps: int = 60, finished: bool = True) -> Run:
        run = Run.create(Recipe.known["vae"]().changed(steps=steps, size=16), name)
        run.note("started", 0, steps=steps)
        with run.metrics_file.open("ab") as file:
            for step in range(1, steps + 1):
                row = {"step": step, "time": 1e9 + step, "epoch": step / 10, "rate": 500.0}
                file.write(encode({**row, "loss": 100 / step, "kl": 2.0}))
        for step in range(20, steps + 1, 20):
            picture = run.folder / "previews" / "samples" / f"{step:08d}.png"
            picture.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.full((50, 50), step, np.uint8)).save(picture)
            checkpoint = run.folder / "checkpoints" / f"{step:08d}"
            checkpoint.mkdir(parents=True)
            (checkpoint / "manifest.json").write_text(json.dumps({"recipe": run.recipe.as_dict()}))
        if finished:
            run.note("finished", steps)
        return run

    return make
