"""Initial weights drawn from a given generator, never from torch's global one."""

from __future__ import annotations

import math
from typing import TypeVar

from torch import Generator, Tensor, nn

M = TypeVar("M", bound=nn.Module)
_WEIGHTED = (nn.Linear, nn.Conv1d, nn.Conv2d, nn.ConvTranspose2d)
_NORMS = (nn.GroupNorm, nn.LayerNorm, nn.BatchNorm1d, nn.BatchNorm2d)


def initialise(module: M, generator: Generator) -> M:
    """Draw all weights of `module` anew, as PyTorch's layers do by default, and return it.

    Two jobs that start at once must not disturb each other's seeds, and the global generator is
    shared. A layer of our own with parameters of its own has a method `initialise(generator)`;
    a parameter that is a scalar keeps the value that it was made with.

    Raises:
        TypeError: a layer has parameters, and nothing here knows how to draw them.
    """
    for layer in module.modules():
        own = getattr(layer, "initialise", None)
        if own is not None:
            own(generator)
        elif isinstance(layer, _WEIGHTED):
            _uniform(layer.weight, layer.bias, generator)
        elif isinstance(layer, _NORMS):
            layer.reset_parameters()  # ones and zeros: nothing is drawn
        elif any(p.ndim for p in layer.parameters(recurse=False)):
            raise TypeError(f"{type(layer).__name__} has no initialise(generator)")
    return module


def _uniform(weight: Tensor, bias: Tensor | None, generator: Generator) -> None:
    """U(-1/√fan_in, 1/√fan_in), which is what Kaiming's with a = √5 comes to."""
    fan_in, _ = nn.init._calculate_fan_in_and_fan_out(weight)
    bound = 1 / math.sqrt(fan_in)
    nn.init.uniform_(weight, -bound, bound, generator=generator)
    if bias is not None:
        nn.init.uniform_(bias, -bound, bound, generator=generator)
