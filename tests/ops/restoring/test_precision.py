"""bf16 where it is as good as float32 and faster, tried out on the spot."""

from __future__ import annotations

import time
from typing import Any

import pytest
import torch
from torch import Tensor, nn

import gendesk.families  # noqa: F401
from gendesk.core.family import Restores
from gendesk.core.recipe import Recipe
from gendesk.nn.fidelity import psnr
from gendesk.nn.start import initialise
from gendesk.ops.restoring import precision

CPU = torch.device("cpu")


def built(**settings: Any) -> Restores:
    """A network of the family that changes a picture as much as a trained one: by about 0.1."""
    dice = torch.Generator().manual_seed(0)
    learner = Recipe.known["restorer"]().changed(width=16, **settings).build(3)
    net: Any = initialise(learner.parts["restorer"], dice)
    with torch.no_grad():
        net.body.tail.weight.normal_(0, 0.02, generator=dice)
    net.eval()
    assert isinstance(learner, Restores)
    return learner


@pytest.fixture
def with_bf16(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "multiplies_bf16", lambda device: True)


@pytest.fixture
def costs(monkeypatch: pytest.MonkeyPatch) -> dict[bool, float]:
    """Seconds that a run takes in float32 (False) and in bf16 (True), by a clock of our own."""
    seconds = {False: 0.2, True: 0.1}
    now, run = [0.0], precision.run

    def timed(net: Restores, half: bool, images: Tensor, strength: float) -> Tensor:
        now[0] += seconds[half]
        return run(net, half, images, strength)

    monkeypatch.setattr(precision, "run", timed)
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    monkeypatch.setattr(time, "thread_time", lambda: now[0])
    return seconds


SETTINGS = [
    {"task": "upscale", "scale": 2},
    {"task": "upscale", "scale": 4},
    {"task": "denoise"},
]


@pytest.mark.parametrize("settings", SETTINGS)
def test_bf16_gives_what_float32_gives(settings: dict[str, Any]) -> None:
    net = built(**settings)
    picture = precision._trial_picture(net, 25.0)
    halved = precision._halved(precision._moved(net, CPU))
    plain, half = (precision.run(n, h, picture, 25.0) for n, h in ((net, False), (halved, True)))
    enlarged = picture.repeat_interleave(net.scale, 2).repeat_interleave(net.scale, 3)
    assert psnr(plain, enlarged) < 40, "the network does next to nothing"
    assert 55 <= psnr(half, plain) < 90
    assert plain.dtype == half.dtype == torch.float32
    assert net.parts["restorer"].body.tail.weight.dtype == torch.float32  # type: ignore[attr-defined]


@pytest.mark.parametrize("half_s", [0.1, 0.3])
def test_the_faster_format_is_taken(
    half_s: float, with_bf16: None, costs: dict[bool, float]
) -> None:
    costs[True] = half_s
    assert precision.settled(built(task="upscale"), CPU)[1] == (half_s < costs[False])


class Coarse(nn.Module):
    """A network whose result hangs on digits that bf16 does not have."""

    scale, channels, stride, levels = 1, 3, 1, None

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Conv2d(3, 24, 1), nn.Conv2d(24, 24, 1), nn.Conv2d(24, 3, 1))
        for weights in self.parameters():
            nn.init.normal_(weights, 1.0, 0.01, generator=torch.Generator().manual_seed(1))

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:
        out: Tensor = self.layers(images) % 1
        return out


class Picky(Coarse):
    """A network that wants its own number format between its layers."""

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:
        if self.layers[1](self.layers[0](images)).dtype != torch.float32:
            raise RuntimeError("expected scalar type Float but found BFloat16")
        return images


@pytest.mark.parametrize("kind", [Coarse, Picky])
def test_a_network_that_bf16_spoils_stays_in_float32(
    kind: type[Coarse], with_bf16: None, costs: dict[bool, float]
) -> None:
    net, half = precision.settled(kind(), CPU)
    assert not half
    assert net.layers[1].weight.dtype == torch.float32  # type: ignore[attr-defined]


def test_without_such_hardware_it_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "multiplies_bf16", lambda device: False)
    net = built(task="denoise")
    settled, half = precision.settled(net, CPU)
    assert settled is not net and not half
    weight = settled.parts["restorer"].body.tail.weight  # type: ignore[attr-defined]
    assert weight.is_contiguous(memory_format=torch.channels_last) and not weight.requires_grad
