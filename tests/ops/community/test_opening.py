"""A stranger's file becomes a model among the others, or leaves nothing behind."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Generator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn
from torch.nn.functional import interpolate, pixel_shuffle, prelu

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.family import Restores
from gendesk.core.sentence import Trouble
from gendesk.ops.community.opening import convert, open_community, watched
from gendesk.ops.models import all_models, open_model
from tests.ops.hostile_models import Harm, sound, trace


def outcome(work: Generator[Event, None, Any]) -> tuple[list[Event], Any]:
    """What work says, and what it returns."""
    events = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A sound model as people hand it on."""
    path = tmp_path / "2x: mine?.pth"
    torch.save({"params_ema": sound()}, path)
    return path


def test_a_file_becomes_a_model_and_is_opened(source: Path) -> None:
    events, folder = outcome(convert(source))
    assert all(isinstance(event, Stage) for event in events) and events

    (model,) = all_models()
    assert (model.folder, model.name) == (folder, "2x- mine-")
    card = json.loads((folder / "card.json").read_text("utf-8"))
    told = {name: card[name] for name in ("family", "title", "scale", "channels", "licence")}
    assert told == {
        "family": "community", "title": "RealESRGAN Compact ×2", "scale": 2, "channels": 3,
        "licence": "unknown",
    }  # fmt: skip
    assert card["capabilities"] == ["restores"]
    with pytest.raises(Trouble, match="restore pictures and nothing else"):
        open_model(model.name).learner()

    net = open_community(folder)
    assert isinstance(net, Restores)
    assert (net.scale, net.channels, net.stride, net.levels) == (2, 3, 1, None)
    images = torch.rand(2, 3, 7, 9, generator=torch.Generator().manual_seed(1))
    expected = _by_hand(images).clamp(0, 1)
    assert torch.allclose(net.restore(images), expected, atol=1e-6)
    moved = deepcopy(net).to(torch.float64)  # what runs is a copy, in another format
    assert torch.allclose(moved.restore(images.double()).float(), expected, atol=1e-6)

    written = (folder / "card.json").stat().st_mtime_ns
    assert outcome(convert(source))[1] == folder  # known by its hash, hence not converted again
    assert (folder / "card.json").stat().st_mtime_ns == written

    weights = folder / "weights.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    with pytest.raises(Trouble, match="weights of the model 2x- mine-"):
        open_community(folder)


def _by_hand(images: torch.Tensor) -> torch.Tensor:
    """What the network computes, by its paper."""
    w = sound()
    x = images
    for layer in (0, 2, 4):
        weight, bias = w[f"body.{layer}.weight"], w[f"body.{layer}.bias"]
        x = nn.functional.conv2d(x, weight, bias, padding=1)
        x = prelu(x, w[f"body.{layer + 1}.weight"]) if layer < 4 else x
    return pixel_shuffle(x, 2) + interpolate(images, scale_factor=2, mode="nearest")


def test_a_hostile_file_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.pth"
    torch.save({**sound(), "more": Harm(trace(path))}, path)
    with pytest.raises(Trouble, match="could run a program"):
        outcome(convert(path))
    assert not trace(path).exists()
    assert [*paths.models().iterdir()] == []


def test_converting_can_be_stopped(source: Path) -> None:
    work = convert(source)
    for _ in range(4):  # the program has started
        next(work)
    work.close()
    assert [*paths.models().iterdir()] == []


def test_spandrel_may_be_missing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spandrel", None)
    with pytest.raises(Trouble, match=r"pip install 'gendesk\[community\]'"):
        outcome(convert(source))


def test_a_program_is_watched() -> None:
    def run(code: str, megabytes: int = 500, seconds: float = 20) -> str | None:
        command = [sys.executable, "-I", "-c", code]
        began = time.monotonic()
        printed = outcome(watched(command, megabytes, seconds))[1]
        assert time.monotonic() - began < 10
        assert printed is None or isinstance(printed, str)
        return printed

    assert run("print('well')") == "well\n"
    assert run("print('ill'); raise SystemExit(1)") is None
    assert run("import time; time.sleep(60)", seconds=0.5) is None
    assert run("x = b'x' * 2**28; import time; time.sleep(60)", megabytes=100) is None
    assert run("import os; print('HOME' in os.environ)") == "False\n"
