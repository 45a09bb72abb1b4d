"""A training that begins with what a model has learnt."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from lightning_fabric import Fabric

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Warned
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.data.dataset import Dataset
from gendesk.ops.models import open_model
from gendesk.ops.publishing import publish
from gendesk.training import checkpoints
from gendesk.training.fit import fit

Start = tuple[dict[str, torch.Tensor], list[Event]]


@pytest.fixture
def model(
    recipe: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, torch.Tensor]:
    """A model named "teacher" was published; its weights."""
    monkeypatch.setenv("GENDESK_HOME", str(tmp_path / "home"))
    short = recipe.changed(steps=2, seed=7)
    list(fit(short, digits, tmp_path / "old", fabric=fabric, controls=Controls()))
    newest = checkpoints.newest(tmp_path / "old")
    assert newest
    list(publish(checkpoints.load(newest), "teacher"))
    return checkpoints.part_tensors(open_model("teacher").learner())


def begun(recipe: Recipe, digits: Dataset, folder: Path, fabric: Fabric) -> Start:
    """The weights after a step so short that it changes next to nothing, and what was said."""
    tiny = recipe.changed(steps=1, lr=1e-7, start="teacher")
    events = list(fit(tiny, digits, folder, fabric=fabric, controls=Controls()))
    newest = checkpoints.newest(folder)
    assert newest
    return checkpoints.load(newest).tensors("weights"), events


def test_all_weights_are_taken_over(
    model: dict[str, torch.Tensor], recipe: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    weights, events = begun(recipe, digits, tmp_path / "new", fabric)
    assert all(torch.allclose(weights[key], model[key], atol=1e-5) for key in model)
    assert not [event for event in events if isinstance(event, Warned)]


def test_what_does_not_fit_begins_anew_and_is_said(
    model: dict[str, torch.Tensor], recipe: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    weights, events = begun(recipe.changed(latent=5), digits, tmp_path / "new", fabric)
    same = [key for key in model if model[key].shape == weights[key].shape]
    assert 0 < len(same) < len(model)
    assert all(torch.allclose(weights[key], model[key], atol=1e-5) for key in same)
    (warned,) = [event for event in events if isinstance(event, Warned)]
    assert warned.sentence.values["taken"] == len(same)


def test_a_model_of_which_nothing_fits_is_refused(
    model: dict[str, torch.Tensor], digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    other = Recipe.known["restorer"]().changed(size=32, patch=24)
    with pytest.raises(Trouble, match="Nothing of the model teacher fits"):
        begun(other, digits, tmp_path / "new", fabric)


def test_a_published_recipe_names_the_model_and_not_its_folder(recipe: Recipe) -> None:
    assert recipe.changed(start="/home/me/models/teacher").placeless().start == "teacher"
