"""Layers whose learning rates are equalised, and the filter before halving."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from gendesk.nn import equalised
from gendesk.nn.start import initialise


def drawn(net: nn.Module) -> nn.Module:
    return initialise(net, torch.Generator().manual_seed(0))


def noise(*shape: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize("pace", [1.0, 0.01])
def test_what_comes_out_varies_as_what_went_in(pace: float) -> None:
    dense = drawn(equalised.Dense(256, 512, pace=pace, active=True))
    out = dense(noise(200, 256))
    assert out.square().mean().item() == pytest.approx(
        1 + 0.04, rel=0.05
    )  # leaky: (1 + 0.2²)·√2²/2
    assert dense.weight.std().item() == pytest.approx(1 / pace, rel=0.02)
    conv = drawn(equalised.Conv(64, 64, active=False))
    inner = conv(noise(4, 64, 16, 16))[:, :, 2:-2, 2:-2]
    assert inner.std().item() == pytest.approx(1, rel=0.05)


def test_a_layers_pace_is_how_far_a_step_takes_it() -> None:
    moved = {}
    for pace in (1.0, 0.01):
        dense = drawn(equalised.Dense(16, 1, pace=pace, begin=0.5))
        x = noise(8, 16)
        before = dense(x)
        with torch.no_grad():
            for weight in dense.parameters():
                weight += 1e-2  # as Adam does: of one size everywhere
        moved[pace] = (dense(x) - before).abs().mean().item()
        assert before.mean().item() == pytest.approx(0.5, abs=1.0)
    assert moved[0.01] == pytest.approx(moved[1.0] / 100, rel=1e-3)


def test_the_gain_of_the_activation_is_in_its_input() -> None:
    dense = drawn(equalised.Dense(8, 4, begin=0.3, active=True))
    linear = dense.weight @ noise(5, 8).T / math.sqrt(8) + 0.3
    wanted = torch.where(linear > 0, linear, 0.2 * linear).T * math.sqrt(2)
    torch.testing.assert_close(dense(noise(5, 8)), wanted)


@pytest.mark.parametrize("kernel", [1, 3])
def test_halving_keeps_a_constant_and_the_middle(kernel: int) -> None:
    conv = drawn(equalised.Conv(1, 1, kernel, down=True, active=False))
    with torch.no_grad():
        conv.weight.fill_(1 / kernel)
    out = conv(torch.ones(1, 1, 16, 16))
    assert out.shape == (1, 1, 8, 8)
    torch.testing.assert_close(out[..., 2:-2, 2:-2], torch.ones(1, 1, 4, 4))
    lopsided = conv(torch.arange(16.0).expand(1, 1, 16, 16))
    torch.testing.assert_close(lopsided[0, 0, 4, 2:-2], torch.arange(4.5, 12.5, 2))


def test_the_filter_is_the_one_of_bilinear_enlargement() -> None:
    x = noise(2, 3, 6, 6)
    spread = torch.zeros(2, 3, 12, 12)
    spread[..., ::2, ::2] = x
    found = equalised.filtered(spread, 1, gain=4.0)  # 11 × 11, from the second pixel on
    wanted = interpolate(x, scale_factor=2.0, mode="bilinear")
    torch.testing.assert_close(found[..., :10, :10], wanted[..., 1:-1, 1:-1])


def test_a_checkerboard_does_not_pass_the_filter() -> None:
    board = (torch.arange(16) + torch.arange(16).view(-1, 1)) % 2 - 0.5
    out = equalised.filtered(board.expand(1, 2, 16, 16), 1)
    assert out[..., 2:-2, 2:-2].abs().max() < 1e-6


def test_normed() -> None:
    out = equalised.normed(7 * noise(4, 32, 3, 3))
    torch.testing.assert_close(out.square().mean(1), torch.ones(4, 3, 3), rtol=1e-4, atol=1e-4)
