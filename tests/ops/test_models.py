"""Models are found, checked and opened, and nothing that is none stands in the way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk import paths
from gendesk.core.events import Saved
from gendesk.core.sentence import Trouble
from gendesk.ops.models import Model, all_models, open_model
from gendesk.ops.pictures import sample
from gendesk.ops.publishing import publish
from gendesk.training.checkpoints import Checkpoint


@pytest.fixture
def model(checkpoint: Checkpoint) -> Model:
    last = list(publish(checkpoint, "tiny", "CC0-1.0"))[-1]
    assert isinstance(last, Saved) and last.kind == "model"
    return open_model(last.path)


def test_a_card_says_what_it_is(model: Model) -> None:
    card = json.loads((model.folder / "card.json").read_text())
    assert card["capabilities"][:2] == ["encodes", "decodes"]
    told = {name: card[name] for name in ("family", "size", "channels", "latent", "data")}
    assert told == {"family": "vae", "size": 16, "channels": 1, "latent": 3, "data": "digits"}
    assert (card["steps"], card["pictures"], card["licence"]) == (12, 100, "CC0-1.0")
    assert card["figures"] == model.figures == {"loss": 9.5}
    assert tuple(card["classes"]) == model.classes == ("none", "some")
    with Image.open(model.folder / "samples.png") as image:
        assert image.size == (8 * 18 - 2,) * 2


def test_a_model_makes_the_pictures_of_its_checkpoint(model: Model, checkpoint: Checkpoint) -> None:
    mine, its = sample(model.learner(), 4, seed=1), sample(checkpoint.learner(), 4, seed=1)
    assert np.array_equal(mine, its)
    assert model.recipe == checkpoint.recipe


def test_a_name_is_taken_once_and_is_a_folder(model: Model, checkpoint: Checkpoint) -> None:
    with pytest.raises(Trouble, match="already"):
        list(publish(checkpoint, "tiny"))
    for name in ("", "../out", ".hidden", "a/b"):
        with pytest.raises(Trouble, match="cannot be a model's name"):
            list(publish(checkpoint, name))
    assert [m.name for m in all_models()] == ["tiny"]
    assert [p.name for p in paths.models().iterdir()] == ["tiny"]


def test_publishing_that_is_interrupted_leaves_nothing(checkpoint: Checkpoint) -> None:
    events = publish(checkpoint, "half")
    next(events)
    events.close()
    assert all_models() == []


@pytest.mark.parametrize("damage", ["weights", "missing", "recipe"])
def test_a_model_that_is_not_what_it_says_is_refused(model: Model, damage: str) -> None:
    weights = model.folder / "weights.safetensors"
    if damage == "weights":
        weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    elif damage == "missing":
        weights.unlink()
    else:
        changed = model.recipe.changed(hidden=32)
        (model.folder / "recipe.json").write_text(changed.to_json())
    with pytest.raises(Trouble, match="weights of the model tiny"):
        model.learner()


def test_a_wrong_name_is_told_the_near_ones(model: Model) -> None:
    assert open_model("tiny").folder == model.folder
    with pytest.raises(Trouble, match="Did you mean tiny"):
        open_model("tinny")
    with pytest.raises(Trouble, match="There is no model zebra"):
        open_model("zebra")


def test_what_is_no_model_is_left_out(model: Model) -> None:
    for name, text in (("a", "{"), ("b", "[]"), ("c", '{"family": "vae"}'), ("d", "\0")):
        (paths.models() / name).mkdir()
        (paths.models() / name / "card.json").write_text(text)
    assert [m.name for m in all_models()] == ["tiny"]


def test_a_users_model_hides_a_shipped_namesake(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(model.folder, tmp_path / "shipped" / "tiny")
    shutil.copytree(model.folder, tmp_path / "shipped" / "given")
    monkeypatch.setattr(paths, "shipped_models", lambda: tmp_path / "shipped")
    found = {m.name: m.folder.parent.name for m in all_models()}
    assert found == {"given": "shipped", "tiny": "models"}
