"""Models that restore are listed, opened by whatever names them, and take pictures of any size."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

import gendesk.families  # noqa: F401
from gendesk import paths
from gendesk.core.events import Event, Stage, Warned
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.nn.start import initialise
from gendesk.ops.community import opening as community
from gendesk.ops.publishing import publish
from gendesk.ops.restoring import radius
from gendesk.ops.restoring.restorers import Restorer, all_restorers, open_restorer
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint
from tests.ops.hostile_models import sound


@pytest.fixture(autouse=True)
def nothing_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "shipped_models", lambda: tmp_path / "nowhere")


def saved(folder: Path, **settings: Any) -> Checkpoint:
    """A checkpoint of a small restorer, untrained but for its last layer."""
    recipe = Recipe.known["restorer"]().changed(width=8, blocks=1, **settings)
    learner = recipe.build(3)
    dice = torch.Generator().manual_seed(0)
    for part in learner.parts.values():
        tail: Any = initialise(part, dice)
        torch.nn.init.normal_(tail.body.tail.weight, 0, 0.02, generator=dice)
    manifest = {
        "step": 5, "recipe": recipe.as_dict(), "channels": 3, "pictures": 9, "figures": {},
        "classes": [],
    }  # fmt: skip
    tensors = {"average": checkpoints.part_tensors(learner)}
    return checkpoints.load(checkpoints.save(folder, tensors, manifest, keep=1))


@pytest.fixture
def denoiser(tmp_path: Path) -> Path:
    """A published one."""
    list(publish(saved(tmp_path / "a", task="denoise", noise=40.0), "clean"))
    return paths.models() / "clean"


def opened(name: str | Path) -> Restorer:
    events: Generator[Event, None, Restorer] = open_restorer(name, "cpu")
    while True:
        try:
            assert isinstance(next(events), Stage)
        except StopIteration as end:
            restorer: Restorer = end.value
            return restorer


def test_models_that_restore_are_listed(
    denoiser: Path, checkpoint: Checkpoint, tmp_path: Path
) -> None:
    list(publish(checkpoint, "digits"))
    list(publish(saved(tmp_path / "b", task="upscale", scale=3), "large"))
    first, second = all_restorers()
    assert (first.name, first.scale, first.levels, first.origin) == ("clean", 1, (0, 40), "own")
    assert (second.name, second.scale, second.levels) == ("large", 3, None)
    assert first.folder == denoiser.resolve() and first.title == "Denoiser and upscaler"


def test_the_list_loads_no_torch(denoiser: Path) -> None:
    program = (
        "import sys; from gendesk.ops.restoring.restorers import all_restorers; "
        "print('clean' in [entry.name for entry in all_restorers()], 'torch' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert told.stdout == "True False\n"


def test_shipped_ones_are_told_from_the_user_s_own(
    denoiser: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "shipped_models", lambda: denoiser.parent.resolve())
    monkeypatch.setenv("GENDESK_HOME", str(tmp_path / "elsewhere"))
    assert [entry.origin for entry in all_restorers()] == ["shipped"]


def test_models_folders_and_runs_are_opened(denoiser: Path, tmp_path: Path) -> None:
    run = paths.runs() / "mine"
    saved(run / "checkpoints", task="upscale", scale=2)
    for name, expected in (
        ("clean", (1, 2, 8)),
        (denoiser, (1, 2, 8)),
        ("mine", (2, 1, 4)),
        (run, (2, 1, 4)),
    ):
        model = opened(name)
        assert (model.scale, model.stride, model.radius) == expected
        assert model.name == Path(name).name and model.channels == 3


def test_a_run_does_not_hide_a_model_of_its_name(denoiser: Path) -> None:
    saved(paths.runs() / "clean" / "checkpoints", task="upscale", scale=2)
    assert opened("clean").scale == 1


def test_the_radius_is_probed_once(denoiser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = json.loads((denoiser / "card.json").read_text())
    assert (card["radius"], card["stride"], card["scale"], card["levels"]) == (8, 2, 1, [0, 40])
    older = {name: card[name] for name in card if name not in ("radius", "stride", "scale")}
    (denoiser / "card.json").write_text(json.dumps(older))
    assert opened("clean").radius == 8
    monkeypatch.setattr(radius, "probe", lambda net: pytest.fail("probed again"))
    assert json.loads((denoiser / "card.json").read_text()) == card
    assert opened("clean").radius == 8


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stranger's model as the converter leaves it; the converter itself is left out."""
    folder = paths.models() / "theirs"
    folder.mkdir(parents=True)
    save_file(sound(), folder / "weights.safetensors")
    card = {
        "family": "community", "title": "Compact ×2", "capabilities": ["restores"], "scale": 2,
        "channels": 3, "radius": None, "steps": 0,
        "sha256": checkpoints.sha256(folder / "weights.safetensors"),
    }  # fmt: skip
    (folder / "card.json").write_text(json.dumps(card), "utf-8")

    def convert(path: Path) -> Generator[Event, None, Path]:
        yield Stage(Sentence("Examining the model"))
        return folder

    monkeypatch.setattr(community, "convert", convert)
    return folder


def test_a_stranger_s_file_is_opened(
    converted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theirs.pth").touch()
    model = opened(tmp_path / "theirs.pth")
    assert model.scale == 2 and model.radius == 3
    assert model.run(np.zeros((20, 30, 3), np.float32), 0.0).shape == (40, 60, 3)
    (entry,) = all_restorers()
    assert (entry.name, entry.title, entry.origin) == ("theirs", "Compact ×2", "community")
    monkeypatch.setattr(radius, "probe", lambda net: pytest.fail("probed again"))
    assert opened("theirs").radius == 3


def test_a_model_without_a_radius_is_named_as_such(denoiser: Path) -> None:
    card = json.loads((denoiser / "card.json").read_text())
    (denoiser / "card.json").write_text(json.dumps(card | {"radius": None}))
    *_, last = open_restorer("clean", "cpu")
    assert isinstance(last, Warned)
    assert str(last.sentence).startswith("clean looks at more of a picture than a tile")


def test_a_card_that_cannot_be_is_left_out(denoiser: Path) -> None:
    card = json.loads((denoiser / "card.json").read_text())
    for wrong in ({"scale": "x"}, {"scale": None}, {"levels": 7}, {"levels": [1]}):
        (denoiser / "card.json").write_text(json.dumps(card | wrong))
        assert all_restorers() == []


def test_what_does_not_restore_is_refused(checkpoint: Checkpoint, tmp_path: Path) -> None:
    list(publish(checkpoint, "digits"))
    with pytest.raises(Trouble, match="digits does not restore pictures; choose a denoiser"):
        opened("digits")
    with pytest.raises(Trouble, match=r"no model digit\. Did you mean digits"):
        opened("digit")
    with pytest.raises(Trouble, match="There is no model"):
        opened(tmp_path / "nowhere.pth")
    with pytest.raises(Trouble, match="must be auto, cpu or cuda"):
        list(open_restorer(_published(tmp_path), "tpu"))


def _published(tmp_path: Path) -> str:
    list(publish(saved(tmp_path / "c", task="denoise"), "other"))
    return "other"


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 9), (7, 2), (33, 21)])
def test_pictures_of_any_size_are_restored(denoiser: Path, height: int, width: int) -> None:
    model = opened(denoiser)
    pixels = np.random.default_rng(0).random((height, width, 3), np.float32)
    pixels.setflags(write=False)
    out = model.run(pixels, 30.0)
    assert out.shape == pixels.shape and out.dtype == np.float32
    assert out.min() >= 0 and out.max() <= 1


def test_what_is_beyond_black_and_white_is_seen_by_the_network(denoiser: Path) -> None:
    """Noise is not clamped before it is taken out."""
    model = opened(denoiser)
    pixels = np.full((16, 16, 3), 1.3, np.float32)
    out, clamped = model.run(pixels, 30.0), model.run(pixels.clip(0, 1), 30.0)
    assert out.max() <= 1 and not np.array_equal(out, clamped)


def test_tiles_suit_the_memory(denoiser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gendesk.ops.restoring import footprint

    sides = []
    for megabytes in (1 << 20, 64, 16, 0):
        monkeypatch.setattr(footprint, "free", lambda device, free=megabytes << 20: free)
        sides.append(opened(denoiser).side)
    assert sides == sorted(sides, reverse=True) and len(set(sides)) == 4
    assert sides[0] == 768 and sides[-1] == 32
    assert sides[1] / sides[2] == pytest.approx(2, rel=0.2)  # what a run takes varies a little
