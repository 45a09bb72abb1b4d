"""A run's checkpoint becomes a model."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PIL import Image

from gendesk import __version__, paths
from gendesk.core.events import Event, Saved, Stage
from gendesk.core.family import Decodes, Learner, Restores, capabilities
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.sources import without_place
from gendesk.ops.export import save_png
from gendesk.ops.files import writing
from gendesk.ops.pictures import samples
from gendesk.ops.restoring.radius import facts
from gendesk.training.checkpoints import Checkpoint, sha256


def publish(checkpoint: Checkpoint, name: str, licence: str = "") -> Iterator[Event]:
    """Make a model of what a run has learnt by `checkpoint`, under `paths.models()`.

    It is made to be given away: where the pictures lie on this computer is not in it.

    Args:
        checkpoint: its averaged weights are taken.
        name: of the model.
        licence: under which others may use it, where it is to be given away.

    Raises:
        Trouble: the name is taken or cannot be a folder's, or the disk does not take it.
    """
    _check_name(name)
    place = paths.models() / name
    if place.exists():
        raise Trouble("There is a model {name} already; choose another name.", name=name)
    yield Stage(Sentence("Publishing the model"))
    learner = checkpoint.learner()
    recipe = checkpoint.recipe.placeless()
    recipe = replace(recipe, data=without_place(recipe.data))
    beside = place.with_name(f".{name}")
    with writing(place):
        try:
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(parents=True)
            weights = beside / "weights.safetensors"
            shutil.copyfile(checkpoint.folder / "average.safetensors", weights)
            card = _card(checkpoint, recipe, learner, licence, sha256(weights))
            (beside / "card.json").write_text(json.dumps(card, indent=2) + "\n", "utf-8")
            (beside / "recipe.json").write_text(recipe.to_json(), "utf-8")
            if isinstance(learner, Decodes):
                picture = Image.fromarray(samples(learner, 64, seed=0).squeeze())
                save_png(beside / "samples.png", picture, recipe, checkpoint.step)
            beside.rename(place)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    yield Saved("model", place, checkpoint.step)


def _card(
    checkpoint: Checkpoint, recipe: Recipe, learner: Learner, licence: str, weights_hash: str
) -> dict[str, Any]:
    return {
        "family": recipe.family,
        "title": recipe.title,
        "capabilities": capabilities(learner),
        "size": recipe.size,
        "channels": checkpoint.channels,
        "latent": getattr(learner, "latent", None),
        **(facts(learner) if isinstance(learner, Restores) else {}),
        "data": recipe.data,
        "pictures": checkpoint.manifest["pictures"],
        "classes": list(checkpoint.classes),
        "steps": checkpoint.step,
        "figures": dict(checkpoint.figures),
        "licence": licence,
        "sha256": weights_hash,
        "gendesk": __version__,
        "published": time.strftime("%Y-%m-%d"),
    }


def _check_name(name: str) -> None:
    if not name.strip(" .") or name[0] == "." or re.search(r'[/\\:*?"<>|\x00-\x1f]', name):
        raise Trouble(
            "{name} cannot be a model's name: it has to work as a folder.", name=repr(name)
        )
