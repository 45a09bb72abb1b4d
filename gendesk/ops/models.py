"""Models: what was learnt, in a folder of its own that can be used, kept and given away.

weights.safetensors    the averaged weights
card.json              what it is, what it can do, what it was trained on, and the weights' hash
recipe.json            the recipe it was trained by
samples.png            what it makes

A community model (`ops.community`) has no recipe.json: others trained it.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from gendesk import paths
from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble

COMMUNITY = "community"  # the family on the cards of other people's models


class Trained(Protocol):
    """Something that can be opened as a learner: a model, or a run's checkpoint."""

    @property
    def step(self) -> int: ...

    @property
    def recipe(self) -> Recipe: ...

    @property
    def channels(self) -> int: ...

    @property
    def classes(self) -> tuple[str, ...]: ...

    @property
    def figures(self) -> Mapping[str, float]: ...

    def learner(self) -> Learner: ...


@dataclass(frozen=True, slots=True)
class Model:
    """A model's folder and what its card says."""

    folder: Path
    card: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its folder's name."""
        return self.folder.name

    @property
    def step(self) -> int:
        """How many steps it learnt."""
        return int(self.card["steps"])

    @property
    def channels(self) -> int:
        """1 for grey pictures, 3 for colour."""
        return int(self.card["channels"])

    @property
    def classes(self) -> tuple[str, ...]:
        """What the labels mean that it was trained with; empty without labels."""
        return tuple(map(str, self.card.get("classes", ())))

    @property
    def figures(self) -> Mapping[str, float]:
        """Figures on the pictures held out of its training, by name; empty where none are known."""
        figures: Mapping[str, float] = self.card.get("figures", {})
        return figures

    @property
    def recipe(self) -> Recipe:
        """How it was trained.

        Raises:
            Trouble: recipe.json cannot be read, or there is none, as others trained the model.
        """
        if self.card["family"] == COMMUNITY:
            raise Trouble(
                "{name} is a model of other people: it can restore pictures and nothing else.",
                name=self.name,
            )
        return Recipe.read(self.folder / "recipe.json")

    def learner(self) -> Learner:
        """Its networks with their weights, on the CPU, in evaluation mode.

        Raises:
            Trouble: a file is missing, or the weights are not those that the card describes.
        """
        from safetensors import SafetensorError  # here: a list of models needs no torch
        from safetensors.torch import load_file

        from gendesk.training.checkpoints import load_parts, sha256

        learner = self.recipe.build(self.channels)
        weights = self.folder / "weights.safetensors"
        try:
            if sha256(weights) == self.card["sha256"]:
                load_parts(learner, load_file(weights))
                return learner
        except (OSError, SafetensorError, RuntimeError):
            pass
        raise Trouble(
            "The weights of the model {name} are missing or are not those that its card describes; "
            "get or publish it again.",
            name=self.name,
        )


def all_models() -> list[Model]:
    """The user's models and those that ship, by name; a user's one hides a shipped namesake."""
    found: dict[str, Model] = {}
    for folder in (paths.shipped_models(), paths.models()):
        for card in folder.glob("[!.]*/card.json"):
            if model := _read(card):
                found[model.name] = model
    return [found[name] for name in sorted(found)]


def open_model(path_or_name: str | Path) -> Model:
    """The model in a folder, or with a name among `all_models`.

    Raises:
        Trouble: there is none; names like it are given.
    """
    if model := _read(Path(path_or_name).expanduser() / "card.json"):
        return model
    models = {model.name: model for model in all_models()}
    if found := models.get(str(path_or_name)):
        return found
    near = difflib.get_close_matches(Path(path_or_name).name, models, n=3, cutoff=0.5)
    if near:
        raise Trouble(
            "There is no model {name}. Did you mean {near}?",
            name=path_or_name,
            near=", ".join(near),
        )
    raise Trouble("There is no model {name}.", name=path_or_name)


def _read(card: Path) -> Model | None:
    """The model with this card; None where it is none that we could open."""
    try:
        about = json.loads(card.read_bytes())
        known = {"family": str, "channels": int, "steps": int, "sha256": str, "capabilities": list}
        whole = all(isinstance(about[key], kind) for key, kind in known.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Model(card.parent.resolve(), about) if whole else None
