"""A convolution with its ReLU, which costs half on the way back once its weights no longer change."""

from __future__ import annotations

from typing import Any

import torch
from torch import Generator, Tensor, nn
from torch.autograd import Function
from torch.autograd.function import once_differentiable
from torch.nn.functional import conv2d

_PICTURE = 4  # most channels that a convolution is taken to see the picture itself with


class ConvRelu(nn.Conv2d):
    """A convolution and ReLU, drawn for it (He 2015).

    With weights that need no gradient the two are one step, forth and back: the gradient goes to
    the picture alone, and nothing but the result is kept for it.
    """

    gives_half = False  # bf16, whatever it is given

    def initialise(self, generator: Generator) -> None:
        """Draw the weights; biases begin at zero."""
        nn.init.kaiming_normal_(self.weight, nonlinearity="relu", generator=generator)
        assert self.bias is not None
        nn.init.zeros_(self.bias)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) → (B, out, H / stride, W / stride)."""
        if self.weight.requires_grad:
            return torch.relu(super().forward(x))
        if self.gives_half:
            x = x.to(self.weight.dtype)
        out: Tensor = _ConvRelu.apply(
            x, self.weight, self.bias, self.stride, self.padding, self.gives_half
        )
        return out


def fixed(net: nn.Module, half: bool) -> None:
    """Make the weights of `net` constants, in the layout that convolutions like.

    Args:
        net: is changed.
        half: its `ConvRelu` work in bf16. Those that see the picture itself, which has more
            digits, only give it.
    """
    net.eval().requires_grad_(False).to(memory_format=torch.channels_last)
    for layer in net.modules():
        if half and isinstance(layer, ConvRelu):
            layer.gives_half = True
            if layer.in_channels > _PICTURE:
                layer.to(torch.bfloat16)


class _ConvRelu(Function):
    """ReLU(w ∗ x + b) with w and b as constants; where the result is zero, so is the gradient."""

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, stride: Any, padding: Any, half: bool
    ) -> Tensor:
        out = conv2d(x, weight, bias, stride, padding).relu_()
        if half:
            out = out.to(torch.bfloat16)
        ctx.save_for_backward(out, weight)
        ctx.seen = x.shape, x.dtype, stride, padding
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        out, weight = ctx.saved_tensors
        shape, kind, stride, padding = ctx.seen
        gradient = torch.ops.aten.threshold_backward(gradient, out, 0)
        like = gradient.new_empty(1).expand(shape)  # of the input only its form counts
        given, _, _ = torch.ops.aten.convolution_backward(
            gradient, like, weight.to(gradient), None, stride, padding, (1, 1), False, (0, 0), 1,
            (True, False, False),
        )  # fmt: skip
        return given.to(kind), None, None, None, None, None
