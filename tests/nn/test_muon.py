"""Muon's steps are of a like size in every direction, and lead somewhere."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from gendesk.nn.muon import Muon, orthogonalised


@pytest.mark.parametrize("shape", [(8, 40), (40, 8), (1, 16), (12, 12)])
def test_singular_values_become_about_one(shape: tuple[int, int]) -> None:
    matrix = torch.randn(*shape, generator=torch.Generator().manual_seed(0)) * 1e-4
    found = orthogonalised(matrix)
    values = torch.linalg.svdvals(found)
    assert found.shape == shape and values.min() > 0.4 and values.max() < 1.3
    u, _, v = torch.linalg.svd(matrix, full_matrices=False)
    assert torch.nn.functional.cosine_similarity(found.flatten(), (u @ v).flatten(), 0) > 0.95


def test_no_gradient_is_no_step() -> None:
    assert not orthogonalised(torch.zeros(3, 5)).any()
    net = nn.Linear(4, 3)
    before = net.weight.clone()
    Muon(net, 0.1).step()
    assert torch.equal(net.weight, before)


def test_a_step_is_a_share_of_the_size_that_weights_begin_with() -> None:
    net = nn.Conv2d(16, 32, 3)
    before = net.weight.detach().clone()
    optimizer = Muon(net, 0.01)
    for group in optimizer.param_groups:
        group["lr"] *= group["share"]
    net(
        torch.randn(2, 16, 9, 9, generator=torch.Generator().manual_seed(0))
    ).square().sum().backward()
    optimizer.step()
    moved = float((net.weight.detach() - before).square().mean().sqrt())
    assert moved == pytest.approx(0.01 * (2 / (16 * 9)) ** 0.5, rel=0.25)


def test_it_learns_what_is_badly_scaled() -> None:
    dice = torch.Generator().manual_seed(0)
    seen = torch.randn(256, 12, generator=dice) * torch.logspace(0, -2, 12)
    wanted = seen @ torch.randn(12, 4, generator=dice)
    net = nn.Linear(12, 4)
    optimizer = Muon(net, 0.02)
    losses = []
    for _ in range(300):
        loss = (net(seen) - wanted).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.02 * losses[0]
