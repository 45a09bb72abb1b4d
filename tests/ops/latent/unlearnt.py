"""Small models of every family that can be walked in, and work driven to its end."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import torch

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.events import Event
from gendesk.core.recipe import Recipe
from gendesk.nn.start import initialise
from gendesk.ops.latent.space import Space
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint

SIDE = 16
FAMILIES: dict[str, dict[str, Any]] = {
    "autoencoder": {"net": "mlp", "hidden": 16, "latent": 4},
    "vae": {"net": "mlp", "hidden": 16, "latent": 3},
    "cvae": {"net": "mlp", "hidden": 16, "latent": 3, "classes": 3},
    "gan": {"latent": 6, "width": 4},
    "gan told": {"latent": 6, "width": 4, "classes": 3},
    "progressive": {"latent": 6, "width": 2},
    "msg_gan": {"latent": 6, "width": 2},
    "stylegan": {"latent": 8, "width": 2, "depth": 2},
    "stylegan told": {"latent": 8, "width": 2, "depth": 2, "classes": 3},
}
KINDS = ("ash", "birch", "oak")

Opened = Callable[..., Space]


def saved(folder: Path, family: str, step: int = 7, seed: int = 0, **settings: Any) -> Checkpoint:
    """A checkpoint with weights that were never trained, but vary enough to make pictures."""
    given = {"size": SIDE, "data": "digits", **FAMILIES[family], **settings}
    recipe = Recipe.from_dict({"family": family.split()[0], **given})
    learner = recipe.build(1)
    source = torch.Generator().manual_seed(seed)
    for part in learner.parts.values():
        initialise(part, source)
        for weight in part.parameters():
            if not weight.any():  # biases and noise's strength begin with nothing
                torch.nn.init.normal_(weight, 0, 0.1, generator=source)
            elif family.startswith("gan"):  # DCGAN begins with next to nothing
                weight.data.mul_(8)
    told = KINDS if given.get("classes") else ()
    manifest = {
        "step": step, "recipe": recipe.as_dict(), "channels": 1, "pictures": 30, "figures": {},
        "classes": told,
    }  # fmt: skip
    tensors = {"average": checkpoints.part_tensors(learner)}
    return checkpoints.load(checkpoints.save(folder, tensors, manifest, keep=5))


def driven(work: Generator[Event, None, Any]) -> tuple[Any, list[Event]]:
    """What the work returns, and all that it said."""
    events = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return end.value, events
