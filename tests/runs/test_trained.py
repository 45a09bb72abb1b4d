"""Models and runs by their names, and by their weights."""

from __future__ import annotations

import json

import pytest
import torch

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.nn.start import initialise
from gendesk.ops.publishing import publish
from gendesk.runs.folder import Run
from gendesk.runs.trained import explorable, holder, newest_checkpoint, open_trained
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint


def learnt(run: Run, step: int) -> Checkpoint:
    recipe = run.recipe
    learner = recipe.build(1)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(step))
    manifest = {
        "step": step, "recipe": recipe.as_dict(), "channels": 1, "pictures": 9, "figures": {},
    }  # fmt: skip
    tensors = {"average": checkpoints.part_tensors(learner)}
    return checkpoints.load(checkpoints.save(run.folder / "checkpoints", tensors, manifest, keep=5))


@pytest.fixture
def run() -> Run:
    settings = {"net": "mlp", "hidden": 16, "size": 16}
    return Run.create(Recipe.from_dict({"family": "vae", **settings}), "faces")


def test_a_run_is_opened_as_its_newest_checkpoint(run: Run) -> None:
    with pytest.raises(Trouble, match="no checkpoint yet"):
        open_trained("faces")
    first, second = learnt(run, 5), learnt(run, 9)
    assert open_trained("faces").step == 9
    assert newest_checkpoint(run) == second.folder
    assert open_trained(first.folder).step == 5
    with pytest.raises(Trouble, match="Did you mean faces"):
        open_trained("face")


def test_all_that_makes_pictures_can_be_explored(run: Run) -> None:
    assert list(explorable()) == []
    checkpoint = learnt(run, 5)
    list(publish(checkpoint, "portraits"))
    Run.create(Recipe.from_dict({"family": "vae"}), "empty")
    restorer = Run.create(Recipe.from_dict({"family": "restorer"}), "cleaner")
    (restorer.folder / "checkpoints" / "00000003").mkdir(parents=True)
    (restorer.folder / "checkpoints" / "00000003" / "manifest.json").write_text("{}")
    found = [
        (each.name, each.family, each.step, each.model, each.training) for each in explorable()
    ]
    assert found == [("portraits", "vae", 5, True, False), ("faces", "vae", 5, False, False)]
    assert [open_trained(each.folder).step for each in explorable()] == [5, 5]


def test_weights_are_found_by_their_digest(run: Run) -> None:
    first, second = learnt(run, 5), learnt(run, 9)
    digests = [each.manifest["files"]["average"] for each in (first, second)]
    assert holder(digests[1]) == "faces"
    assert holder(digests[0]) == str(first.folder)
    assert holder("0" * 64) is None
    list(publish(first, "portraits"))
    assert holder(digests[0]) == "portraits"
    (run.folder / "checkpoints" / "00000007").mkdir()
    (run.folder / "checkpoints" / "00000007" / "manifest.json").write_text(json.dumps([]))
    assert holder("0" * 64) is None
