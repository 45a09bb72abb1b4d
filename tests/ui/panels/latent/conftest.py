"""Tiny models to walk in, with the pictures they were trained with."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from gendesk.core.recipe import Recipe
from gendesk.runs.folder import Run
from gendesk.ui.panels.latent.explorer import Explorer
from gendesk.ui.panels.latent.panel import Latent
from gendesk.ui.pool import Pool
from gendesk.ui.state import State

from .parts import settle

SIZE = 16


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """24 pictures in two folders, whose names are their labels."""
    folder = tmp_path_factory.mktemp("pictures")
    dice = np.random.default_rng(0)
    for label, level in (("bright", 190), ("dark", 60)):
        (folder / label).mkdir()
        for i in range(12):
            pixels = np.clip(dice.normal(level, 30, (SIZE, SIZE)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / label / f"{i}.png")
    return folder


@pytest.fixture(scope="session")
def walkable(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Path:
    """A home with three runs, untrained but not blank: "styled" (stylegan), "told" (cvae), "plain" (vae)."""
    home = tmp_path_factory.mktemp("walkable")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GENDESK_HOME", str(home))
        few = {"size": SIZE, "width": 4, "latent": 5, "data": f"folder:{pictures}"}
        learn(Run.create(Recipe.known["stylegan"]().changed(**few), "styled"), step=6, seed=0)
        for name, family, told in (("told", "cvae", {"classes": 2}), ("plain", "vae", {})):
            settings = {"net": "mlp", "latent": 3, "size": SIZE, "hidden": 16, **told}
            recipe = Recipe.known[family]().changed(data=f"folder:{pictures}", **settings)
            learn(Run.create(recipe, name), step=6, seed=0)
    return home


def learn(run: Run, step: int, seed: int) -> None:
    """Give a run a checkpoint with random weights."""
    import torch

    from gendesk.training import checkpoints

    learner = run.recipe.build(1)
    dice = torch.Generator().manual_seed(seed)
    for part in learner.parts.values():
        for weights in part.parameters():
            torch.nn.init.normal_(weights, std=0.4, generator=dice)
    manifest = {
        "step": step, "recipe": run.recipe.as_dict(), "channels": 1, "pictures": 24,
        "classes": ["bright", "dark"], "figures": {},
    }  # fmt: skip
    tensors = {"average": checkpoints.part_tensors(learner)}
    checkpoints.save(run.folder / "checkpoints", tensors, manifest, keep=3)


@pytest.fixture
def runs(home: Path, walkable: Path) -> Path:
    """The three runs in the home of the test."""
    shutil.copytree(walkable, home, dirs_exist_ok=True)
    return home / "runs"


@pytest.fixture
def panel(qtbot: QtBot, pool: Pool, runs: Path) -> Latent:
    """The panel, open on "plain", with its map."""
    panel = Latent(pool, State(latent={"model": "plain"}))
    qtbot.addWidget(panel)
    panel.resize(1100, 740)
    panel.show()
    settle(qtbot, panel)
    return panel


@pytest.fixture
def explorer(panel: Latent) -> Explorer:
    return panel.explorer
