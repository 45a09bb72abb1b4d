"""The number format in which a network restores fastest here and as well: tried out, not assumed."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from gendesk.core.family import Learner, Restores
from gendesk.nn.fidelity import psnr
from gendesk.training.devices import multiplies_bf16

N = TypeVar("N", bound=Restores)

_LEAST_DB = 55.0  # PSNR from float32's result: below what 8 bits can show
_PICTURE = 16  # most channels of a layer that is taken to see the picture itself
_SIDE = 64  # pixels of the trial
_TRIALS, _SECONDS = 3, 1.0


def settled(net: Restores, device: torch.device) -> tuple[Restores, bool]:
    """The network as it will run on `device`, and whether it is to run within `autocast`.

    In bf16 where the hardware multiplies it, and on a noisy trial picture the result is within 55 dB
    of float32's and comes sooner; otherwise in float32. Always with channels last.
    """
    plain = _moved(net, device)
    if not multiplies_bf16(device.type):
        return plain, False
    halved = _halved(plain)
    with one_thread():
        return (halved, True) if _better(halved, plain, device) else (plain, False)


def _better(halved: Restores, plain: Restores, device: torch.device) -> bool:
    """Whether bf16 gives what float32 gives, and sooner."""
    strength = plain.levels[1] if plain.levels else 0.0
    picture = _trial_picture(plain, strength).to(device)
    seconds = {False: math.inf, True: math.inf}
    start = time.perf_counter()
    for _ in range(_TRIALS + 1):  # the first sets the kernels up; the fastest counts
        results = {}
        for half, net in ((False, plain), (True, halved)):
            before = time.thread_time()  # not on the clock: other programs run, too
            try:
                results[half] = run(net, half, picture, strength).cpu()
            except RuntimeError:  # a layer that does not take what the one before gives
                return False
            seconds[half] = min(seconds[half], time.thread_time() - before)
        if float(psnr(results[True], results[False])) < _LEAST_DB:
            return False
        if time.perf_counter() - start > _SECONDS:
            break
    return seconds[True] < seconds[False]


@contextmanager
def one_thread() -> Iterator[None]:
    """Compute with one thread meanwhile: several wait for one another where a machine is busy."""
    count = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(count)


def run(net: Restores, half: bool, images: Tensor, strength: float) -> Tensor:
    """(1, C, H, W) → (1, C, scale·H, scale·W) float32 in [0, 1], by a network of `settled`."""
    with (
        torch.inference_mode(),
        torch.autocast(images.device.type, torch.bfloat16, enabled=half),
    ):
        return net.restore(images, strength).float().clamp_(0, 1)


class _Exact(nn.Module):
    """A layer that works in float32 and gives bf16.

    A picture has more digits than bf16: rounding it first cost up to 10 dB, this 2% of the time.
    """

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, x: Tensor) -> Tensor:
        with torch.autocast(x.device.type, enabled=False):
            out: Tensor = self.layer(x.float())
        return out.to(torch.bfloat16)


def modules(net: Any) -> list[nn.Module]:
    """The networks that a model consists of."""
    return list(net.parts.values()) if isinstance(net, Learner) else [net]


def _moved(net: N, device: torch.device) -> N:
    """A copy of `net` on `device`, laid out as convolutions like it."""
    moved = copy.deepcopy(net)
    for module in modules(moved):
        module.eval().requires_grad_(False)
        module.to(device).to(memory_format=torch.channels_last)
    return moved


def _halved(net: N) -> N:
    """A copy whose weights of products are bf16 for good, so that autocast need not cast them."""
    halved = copy.deepcopy(net)
    for module in modules(halved):
        _halve(module)
    return halved


def _halve(module: nn.Module) -> None:
    for name, layer in module.named_children():
        if isinstance(layer, nn.Conv2d) and layer.in_channels <= _PICTURE:
            setattr(module, name, _Exact(layer))
        elif isinstance(layer, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
            layer.to(torch.bfloat16)
        else:
            _halve(layer)


def _trial_picture(net: Restores, strength: float) -> Tensor:
    """Shades, edges and grain, with noise of `strength`: (1, C, H, W)."""
    side = -(-_SIDE // net.stride) * net.stride
    down = torch.linspace(0, 1, side)[:, None]
    across = torch.linspace(0, 1, side)[None]
    shades = 0.5 + 0.25 * torch.sin(9 * down + 4 * across) * torch.cos(13 * across)
    edges = 0.2 * ((down + 0.6 * across) % 0.25 > 0.12)
    noise = torch.randn(net.channels, side, side, generator=torch.Generator().manual_seed(0))
    return (shades + edges + noise * (0.01 + strength / 255))[None]
