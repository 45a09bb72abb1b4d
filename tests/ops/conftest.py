"""A tiny model as a training leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.recipe import Recipe
from gendesk.nn.start import initialise
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    """A fully connected VAE of 16 px with three latent dimensions, untrained."""
    settings = {"net": "mlp", "latent": 3, "size": 16, "hidden": 16, "data": "digits"}
    recipe = Recipe.from_dict({"family": "vae", **settings})
    learner = recipe.build(1)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(0))
    manifest = {
        "step": 12, "recipe": recipe.as_dict(), "channels": 1, "pictures": 100,
        "figures": {"loss": 9.5}, "classes": ["none", "some"],
    }  # fmt: skip
    tensors = {"average": checkpoints.part_tensors(learner)}
    folder: Path = tmp_path_factory.mktemp("checkpoints")
    return checkpoints.load(checkpoints.save(folder, tensors, manifest, keep=1))
