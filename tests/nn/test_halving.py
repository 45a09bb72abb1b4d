"""Convolutions that halve or double the sides: the same results and gradients as PyTorch's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from gendesk.nn import halving
from gendesk.nn.halving import Doubling, Halving, doubled, weights_gradient

Layer = Callable[..., nn.Conv2d | nn.ConvTranspose2d]
PAIRS = [(Halving, nn.Conv2d, 8), (Doubling, nn.ConvTranspose2d, 4)]


def _pair(
    ours: Layer, theirs: Layer, bias: bool, channels: tuple[int, int] = (6, 5)
) -> tuple[nn.Module, nn.Module]:
    """One layer of each, with the same weights."""
    torch.manual_seed(0)
    one, other = ours(*channels, bias=bias), theirs(*channels, 4, 2, 1, bias=bias)
    other.load_state_dict(one.state_dict())
    return one, other


def _results(layer: nn.Module, x: Tensor) -> tuple[Tensor, ...]:
    """What comes out, and the gradients of x and of the weights, in bf16."""
    x = x.clone().requires_grad_()
    with torch.autocast("cpu", torch.bfloat16):
        out = layer(x)
    wanted = torch.linspace(-1, 1, out.numel()).view(out.shape).to(out)
    return out, *torch.autograd.grad(out, [x, *layer.parameters()], wanted)


@pytest.mark.parametrize(("ours", "theirs", "side"), PAIRS)
@pytest.mark.parametrize("bias", [False, True])
@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize("channels", [(6, 5), (3, 5), (6, 3)])
def test_results_and_gradients_are_those_of_pytorch(
    ours: Layer, theirs: Layer, side: int, bias: bool, times: int, channels: tuple[int, int]
) -> None:
    one, other = _pair(ours, theirs, bias, channels)
    x = torch.randn(3, channels[0], times * side, side)
    for found, expected in zip(_results(one, x), _results(other, x), strict=True):
        assert found.dtype == expected.dtype
        assert (found - expected).norm() <= 0.01 * expected.norm()


@pytest.mark.parametrize(("ours", "theirs", "side"), PAIRS)
def test_our_own_gradient_is_taken_where_there_are_few_places(
    ours: Layer, theirs: Layer, side: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(large: Tensor, small: Tensor) -> Tensor:
        asked.append((large.shape[2], small.shape[2]))
        return weights_gradient(large, small)

    monkeypatch.setattr(halving, "weights_gradient", counted)
    one, _ = _pair(ours, theirs, bias=False)
    _results(one, torch.randn(3, 6, side, side))
    _results(one, torch.randn(3, 6, 2 * side, 2 * side))
    assert asked == [(8, 4)]


@pytest.mark.parametrize(("ours", "theirs", "side"), PAIRS)
@pytest.mark.parametrize("channels", [(6, 5), (3, 5), (6, 3)])
def test_a_gradient_can_be_differentiated_again(
    ours: Layer, theirs: Layer, side: int, channels: tuple[int, int]
) -> None:
    def penalty(layer: nn.Module) -> Tensor:
        x = torch.randn(3, channels[0], side, side, generator=torch.Generator().manual_seed(1))
        x.requires_grad_()
        with torch.autocast("cpu", torch.bfloat16):
            out = layer(x).float().square().sum()
        (slope,) = torch.autograd.grad(out, x, create_graph=True)
        (found,) = torch.autograd.grad(slope.square().sum(), list(layer.parameters()))
        return found

    one, other = _pair(ours, theirs, False, channels)
    found, expected = penalty(one), penalty(other)
    assert (found - expected).norm() <= 0.02 * expected.norm()


def test_doubling_by_a_shuffle_of_pixels_is_the_transposed_convolution() -> None:
    x = torch.randn(2, 5, 7, 4, dtype=torch.float64)
    weight = torch.randn(5, 3, 4, 4, dtype=torch.float64)
    expected = nn.functional.conv_transpose2d(x, weight, None, 2, 1)
    torch.testing.assert_close(doubled(x, weight), expected)
