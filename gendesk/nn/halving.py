"""4×4 convolutions that halve or double the sides, faster on a CPU than PyTorch's own (oneDNN's)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function
from torch.nn.functional import conv2d, conv_transpose2d, pad, pixel_shuffle

_FORM = ((2, 2), (1, 1), (1, 1))  # stride, padding, dilation
_KERNEL = 4
_FEW = 16  # places of the smaller plane up to which `weights_gradient` is faster in bf16
_THIN = 4  # channels of the larger plane up to which `doubled` is faster


class Halving(nn.Conv2d):
    """(B, before, H, W) → (B, after, H / 2, W / 2); H and W are even."""

    def __init__(self, before: int, after: int, bias: bool = True) -> None:
        super().__init__(before, after, _KERNEL, *_FORM[:2], bias=bias)

    def forward(self, x: Tensor) -> Tensor:
        """What `nn.Conv2d` makes of it."""
        thin = self.in_channels <= _THIN and x.requires_grad
        if _learns(x) and (thin or _few(self, x.shape[2] * x.shape[3] // 4)):
            return _Halved.apply(*_in_bf16(x, self.weight, self.bias))  # type: ignore[no-any-return]
        return super().forward(x)


class Doubling(nn.ConvTranspose2d):
    """(B, before, H, W) → (B, after, 2·H, 2·W)."""

    def __init__(self, before: int, after: int, bias: bool = True) -> None:
        super().__init__(before, after, _KERNEL, *_FORM[:2], bias=bias)

    def forward(self, x: Tensor, output_size: list[int] | None = None) -> Tensor:
        """What `nn.ConvTranspose2d` makes of it."""
        thin = self.out_channels <= _THIN
        if output_size is None and _learns(x) and (thin or _few(self, x.shape[2] * x.shape[3])):
            return _Doubled.apply(*_in_bf16(x, self.weight, self.bias))  # type: ignore[no-any-return]
        return super().forward(x, output_size)


def _learns(x: Tensor) -> bool:
    """Whether it is learnt from in bf16 on a CPU."""
    return (
        torch.is_grad_enabled()
        and x.device.type == "cpu"
        and torch.is_autocast_enabled("cpu")
        and torch.get_autocast_dtype("cpu") == torch.bfloat16
    )


def _few(layer: nn.Conv2d | nn.ConvTranspose2d, places: int) -> bool:
    """Whether weights without a bias are learnt from planes of few places."""
    return places <= _FEW and layer.bias is None and layer.weight.requires_grad


def _in_bf16(*tensors: Tensor | None) -> tuple[Tensor | None, ...]:
    return tuple(each if each is None else each.to(torch.bfloat16) for each in tensors)


class _Halved(Function):
    """The convolution, with our own gradients where they are faster."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        ctx.save_for_backward(x, weight)
        return conv2d(x, weight, bias, *_FORM[:2])

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        x, weight = ctx.saved_tensors
        thin = x.shape[1] <= _THIN and ctx.needs_input_grad[0] and not torch.is_grad_enabled()
        given = doubled(gradient, weight) if thin else None
        return _gradients(ctx, gradient, x, gradient, given=given, transposed=False)


class _Doubled(Function):
    """The transposed convolution, with our own gradients where they are faster."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        ctx.save_for_backward(x, weight)
        if weight.shape[1] > _THIN:
            return conv_transpose2d(x, weight, bias, *_FORM[:2])
        out = doubled(x, weight)
        return out if bias is None else out + bias.view(-1, 1, 1)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        x, _ = ctx.saved_tensors
        return _gradients(ctx, gradient, gradient, x, given=None, transposed=True)


def _gradients(
    ctx: Any, gradient: Tensor, large: Tensor, small: Tensor, given: Tensor | None, transposed: bool
) -> tuple[Tensor | None, ...]:
    """Of what came in, unless it is `given`, of the weights, and of the bias.

    Where they shall be differentiated again, as for a penalty on gradients, all are PyTorch's.
    """
    back, wanted, bias = ctx.needs_input_grad
    few = small.shape[2] * small.shape[3] <= _FEW and not bias
    ours = wanted and few and not torch.is_grad_enabled()
    mask = (back and given is None, wanted and not ours, bias)
    found: tuple[Tensor | None, ...] = (None, None, None)
    if any(mask):
        found = torch.ops.aten.convolution_backward(
            gradient, *ctx.saved_tensors, [gradient.shape[1]], *_FORM, transposed, (0, 0), 1, mask
        )
    weights = weights_gradient(large, small) if ours else found[1]
    return found[0] if given is None else given, weights, found[2]


def doubled(x: Tensor, weight: Tensor) -> Tensor:
    """The transposed convolution as a 3×3 convolution and a shuffle of pixels.

    A pixel of the result sees the place that it comes from and, of its neighbours, those on its
    side: two of three along each axis. With up to 4 channels this takes 0.5 to 0.65 of the time of
    PyTorch's own, with 16 twice as long.

    Args:
        x: (B, D, H, W)
        weight: (D, C, 4, 4)

    Returns:
        (B, C, 2·H, 2·W)
    """
    depth, channels = weight.shape[:2]
    taps = weight.flip(2, 3).transpose(0, 1)
    kernel = weight.new_zeros(channels, 2, 2, depth, 3, 3)
    for row in (0, 1):
        for column in (0, 1):
            seen = kernel[:, row, column, :, row : row + 2, column : column + 2]
            seen.copy_(taps[..., row::2, column::2])
    return pixel_shuffle(conv2d(x, kernel.flatten(0, 2), padding=1), 2)


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
