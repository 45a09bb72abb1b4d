"""The number format in which a network compares pictures fastest here: tried out, not assumed."""

from __future__ import annotations

import copy
import math
import time
from typing import TypeVar

import torch
from torch import Tensor

from gendesk.core.family import Features
from gendesk.nn.fused import ConvRelu, fixed
from gendesk.ops.restoring.precision import modules
from gendesk.training.devices import multiplies_bf16

F = TypeVar("F", bound=Features)

_APART = 0.03  # of the activations' size: the most that bf16 may be off; VGGs are by less than 0.01
_SIDE = 64  # pixels of the trial
_TRIALS = 3


def settled(net: F, device: torch.device) -> tuple[F, bool]:
    """`net` with constant weights on `device`, in bf16 where that is faster and about the same.

    Returns it, and whether it is in bf16.

    Its `ConvRelu` multiply in bf16, which brings half the digits in half the time; sums over
    positions are float32 all the same (`nn.style`).
    """
    for module in modules(net):
        module.to(device)
        fixed(module, half=False)
    layers = [layer for module in modules(net) for layer in module.modules()]
    if not multiplies_bf16(device.type) or not any(isinstance(x, ConvRelu) for x in layers):
        return net, False
    halved = copy.deepcopy(net)
    for module in modules(halved):
        fixed(module, half=True)
    return (halved, True) if _better(halved, net, device) else (net, False)


def _better(halved: Features, plain: Features, device: torch.device) -> bool:
    """Whether bf16 sees what float32 sees, and is sooner there and back."""
    pixels = torch.rand(1, 3, _SIDE, _SIDE, generator=torch.Generator().manual_seed(0)).to(device)
    seconds = {False: math.inf, True: math.inf}
    for _ in range(_TRIALS + 1):  # the first sets the kernels up; the fastest counts
        seen = {}
        for half, net in ((False, plain), (True, halved)):
            before = time.thread_time()  # not on the clock: other programs run, too
            seen[half] = _there_and_back(net, pixels)
            seconds[half] = min(seconds[half], time.thread_time() - before)
        apart = (seen[True] - seen[False]).norm() / seen[False].norm()
        if not float(apart) < _APART:  # nor where it is NaN
            return False
    return device.type == "cuda" or seconds[True] < seconds[False]


def _there_and_back(net: Features, pixels: Tensor) -> Tensor:
    """The deepest activations, after their gradient with respect to the picture was taken."""
    images = pixels.clone().requires_grad_()
    (deepest,) = net.features(images, net.layers[-1:])
    torch.autograd.grad(deepest.float().square().sum(), images)
    return deepest.detach().float()
