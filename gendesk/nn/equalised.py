"""Layers of Karras' GANs: weights of one size, scaled where they are used, and filtered halvings."""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor, nn
from torch.nn.functional import conv2d, leaky_relu, linear

from gendesk.nn.width import wide

GAIN = math.sqrt(2)  # of leaky ReLU, so that what comes out varies as much as what went in


class Dense(nn.Module):
    """A dense layer with an equalised learning rate (Karras 2017, section 4.1).

    Its weights are N(0, 1) and are scaled by the fan-in each time, so that Adam's steps, which are
    of one size, mean the same to all layers.

    Args:
        before: numbers in.
        after: numbers out.
        bias: whether there is one.
        pace: of its learning, as a share of the others'.
        begin: the bias to begin with.
        active: with leaky ReLU.
    """

    def __init__(
        self,
        before: int,
        after: int,
        bias: bool = True,
        pace: float = 1.0,
        begin: float = 0.0,
        active: bool = False,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(after, before))
        self.bias = nn.Parameter(torch.zeros(after)) if bias else None
        self._pace, self._begin, self._active = pace, begin, active
        self._scale = pace / math.sqrt(before) * (GAIN if active else 1.0)

    def initialise(self, generator: Generator) -> None:
        """Draw the weights."""
        nn.init.normal_(self.weight, 0.0, 1 / self._pace, generator=generator)
        if self.bias is not None:
            nn.init.constant_(self.bias, self._begin / self._pace)

    def forward(self, x: Tensor) -> Tensor:
        """(B, before) → (B, after)."""
        # A bias is scaled like the weights, and leaky ReLU like what it is given.
        scale = self._pace * (GAIN if self._active else 1.0)
        bias = None if self.bias is None else self.bias * scale
        out = linear(x, self.weight * self._scale, bias)
        return leaky(out) if self._active else out


class Conv(nn.Module):
    """A convolution with an equalised learning rate, which keeps the sides or halves them.

    It is filtered before it is halved, so that pictures a pixel apart look alike (Zhang 2019).

    Args:
        before: channels in.
        after: channels out.
        kernel: its side: 1 or 3.
        down: halve the sides.
        active: with leaky ReLU.
        bias: whether there is one.
    """

    def __init__(
        self,
        before: int,
        after: int,
        kernel: int = 3,
        down: bool = False,
        active: bool = True,
        bias: bool = True,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(after, before, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(after)) if bias else None
        self._down, self._active = down, active
        self._gain = GAIN if active else 1.0
        self._scale = self._gain / math.sqrt(before * kernel**2)

    def initialise(self, generator: Generator) -> None:
        """Draw the weights."""
        nn.init.normal_(self.weight, generator=generator)
        if self.bias is not None:
            nn.init.zeros_(self.bias)

    def forward(self, x: Tensor) -> Tensor:
        """(B, before, H, W) → (B, after, H, W), or half of that."""
        weight = self.weight * self._scale
        bias = None if self.bias is None else self.bias * self._gain
        reach = weight.shape[-1] // 2
        if not self._down:
            out = conv2d(x, weight, bias, padding=reach)
        elif reach:
            out = conv2d(filtered(x, 1 + reach), weight, bias, stride=2)
        else:
            out = conv2d(filtered(x, 1, stride=2), weight, bias)
        return leaky(out) if self._active else out


def leaky(x: Tensor) -> Tensor:
    """Leaky ReLU; its gain of √2 is in what it is given, which comes to the same."""
    return leaky_relu(x, 0.2)


def normed(x: Tensor) -> Tensor:
    """(B, C, ...) with a mean square of 1 over the channels (Karras 2017, section 4.2)."""
    return x * torch.rsqrt(wide(x).square().mean(1, keepdim=True) + 1e-8).to(x.dtype)


def filtered(x: Tensor, reach: int, stride: int = 1, gain: float = 1.0) -> Tensor:
    """(B, C, H, W) through the filter [1, 3, 3, 1] along both sides, with zeros around.

    Args:
        x: channels in the last place are fastest.
        reach: zeros on each side; 1 and a stride of 2 halve it, 2 makes it a pixel larger.
        stride: of the filter.
        gain: what a constant is multiplied by.
    """
    line = x.new_tensor([1.0, 3.0, 3.0, 1.0])
    kernel = line.outer(line) * (gain / 64)
    return conv2d(
        x, kernel.expand(x.shape[1], 1, 4, 4), stride=stride, padding=reach, groups=x.shape[1]
    )
