"""4×4 convolutions that halve or double the sides, faster to learn where a CPU multiplies bf16."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function
from torch.nn.functional import conv2d, conv_transpose2d, pad

_FORM = ((2, 2), (1, 1), (1, 1))  # stride, padding, dilation
_KERNEL = 4
_FEW = 16  # places of the smaller plane up to which `weights_gradient` is faster


class Halving(nn.Conv2d):
    """(B, before, H, W) → (B, after, H / 2, W / 2); H and W are even."""

    def __init__(self, before: int, after: int, bias: bool = True) -> None:
        super().__init__(before, after, _KERNEL, *_FORM[:2], bias=bias)

    def forward(self, x: Tensor) -> Tensor:
        """What `nn.Conv2d` makes of it."""
        if _pays(x, self, places=x.shape[2] * x.shape[3] // 4):
            return _Halved.apply(*_halved(x, self))  # type: ignore[no-any-return]
        return super().forward(x)


class Doubling(nn.ConvTranspose2d):
    """(B, before, H, W) → (B, after, 2·H, 2·W)."""

    def __init__(self, before: int, after: int, bias: bool = True) -> None:
        super().__init__(before, after, _KERNEL, *_FORM[:2], bias=bias)

    def forward(self, x: Tensor, output_size: list[int] | None = None) -> Tensor:
        """What `nn.ConvTranspose2d` makes of it."""
        if output_size is None and _pays(x, self, places=x.shape[2] * x.shape[3]):
            return _Doubled.apply(*_halved(x, self))  # type: ignore[no-any-return]
        return super().forward(x, output_size)


def _pays(x: Tensor, layer: nn.Conv2d | nn.ConvTranspose2d, places: int) -> bool:
    """Whether weights without a bias are learnt in bf16 on a CPU, from planes of few places."""
    return (
        places <= _FEW
        and layer.bias is None
        and layer.weight.requires_grad
        and torch.is_grad_enabled()
        and x.device.type == "cpu"
        and torch.is_autocast_enabled("cpu")
        and torch.get_autocast_dtype("cpu") == torch.bfloat16
    )


def _halved(x: Tensor, layer: nn.Conv2d | nn.ConvTranspose2d) -> tuple[Tensor, Tensor]:
    return x.to(torch.bfloat16), layer.weight.to(torch.bfloat16)


class _Halved(Function):
    """The convolution, with `weights_gradient` on its way back."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        return conv2d(x, weight, None, *_FORM[:2])

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        x, _ = ctx.saved_tensors
        return _gradients(ctx, gradient, x, gradient, transposed=False)


class _Doubled(Function):
    """The transposed convolution, with `weights_gradient` on its way back."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        return conv_transpose2d(x, weight, None, *_FORM[:2])

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        x, _ = ctx.saved_tensors
        return _gradients(ctx, gradient, gradient, x, transposed=True)


def _gradients(
    ctx: Any, gradient: Tensor, large: Tensor, small: Tensor, transposed: bool
) -> tuple[Tensor | None, ...]:
    """Of what was given, and of the weights.

    Where they shall be differentiated again, as for a penalty on gradients, all are PyTorch's.
    """
    given, wanted = ctx.needs_input_grad
    ours = wanted and not torch.is_grad_enabled()
    back, weights, _ = torch.ops.aten.convolution_backward(
        gradient, *ctx.saved_tensors, None, *_FORM, transposed, (0, 0), 1,
        (given, wanted and not ours, False),
    )  # fmt: skip
    return back, weights_gradient(large, small) if ours else weights


def weights_gradient(large: Tensor, small: Tensor) -> Tensor:
    """The gradient of a halving's weights as one matrix product.

    In bf16 PyTorch's own (oneDNN's) takes 1.5 to 2.4 times as long where the smaller plane is 4×4.

    Args:
        large: what is halved, (B, C, 2·H, 2·W).
        small: the gradient of what comes out, (B, D, H, W).

    Returns:
        (D, C, 4, 4)
    """
    batch, channels, height, width = small.shape[0], large.shape[1], *small.shape[2:]
    rows = pad(large.permute(0, 2, 3, 1), (0, 0, 1, 1, 1, 1))  # (B, 2·H + 2, 2·W + 2, C)
    b, y, x, c = rows.stride()
    seen = rows.as_strided(  # what each place of `small` has seen
        (batch, height, width, _KERNEL, _KERNEL, channels), (b, 2 * y, 2 * x, y, x, c)
    )
    places = small.permute(0, 2, 3, 1).reshape(-1, small.shape[1])  # (B·H·W, D)
    product = places.T @ seen.reshape(len(places), -1)
    return product.view(-1, _KERNEL, _KERNEL, channels).permute(0, 3, 1, 2)
