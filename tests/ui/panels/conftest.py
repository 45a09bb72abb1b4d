"""Runs as a training leaves them, made without one, and models that restore."""

from __future__ import annotations

import json
import shutil
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


@pytest.fixture(scope="session")
def restorers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two tiny models that change pictures: the denoiser "clean", "large" (× 2)."""
    import torch

    from gendesk.ops.publishing import publish
    from gendesk.training import checkpoints

    home = tmp_path_factory.mktemp("restorers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GENDESK_HOME", str(home))
        for name, task in (("clean", "denoise"), ("large", "upscale")):
            settings = {"task": task, "width": 8, "blocks": 1, "size": 48, "patch": 24}
            recipe = Recipe.known["restorer"]().changed(**settings)
            learner = recipe.build(3)
            dice = torch.Generator().manual_seed(0)
            for weights in learner.parts["restorer"].parameters():
                torch.nn.init.normal_(weights, std=0.05, generator=dice)
            manifest = {
                "step": 6, "recipe": recipe.as_dict(), "channels": 3, "pictures": 9, "figures": {},
            }  # fmt: skip
            tensors = {"average": checkpoints.part_tensors(learner)}
            folder = checkpoints.save(home / task, tensors, manifest, keep=1)
            list(publish(checkpoints.load(folder), name))
    return home / "models"


@pytest.fixture
def models(home: Path, restorers: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The two models in the home of the test, and none that ships."""
    monkeypatch.setattr("gendesk.paths.shipped_models", lambda: home / "none")
    shutil.copytree(restorers, home / "models")
    return home / "models"


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder with a picture, a broken one, and a picture in a folder of its own."""
    folder = tmp_path / "photos"
    (folder / "more").mkdir(parents=True)
    y, x = np.mgrid[:150, :260]
    waves = [127 + 90 * np.sin(x / (5 + c)) * np.cos(y / (9 + c)) for c in range(3)]
    picture = Image.fromarray(np.stack(waves, 2).astype(np.uint8))
    picture.save(folder / "a.png")
    picture.save(folder / "more" / "c.jpg")
    (folder / "b.png").write_text("no picture")
    return folder
