"""Weights are drawn from the generator that is given."""

from __future__ import annotations

import pytest
import torch
from torch import Generator, nn

from gendesk.nn.start import initialise


def net() -> nn.Module:
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.GroupNorm(2, 8), nn.Flatten(), nn.Linear(8, 4))


def test_the_same_generator_gives_the_same_weights():
    a, b = (initialise(net(), Generator().manual_seed(3)) for _ in range(2))
    assert all(torch.equal(p, q) for p, q in zip(a.parameters(), b.parameters(), strict=True))


def test_the_law_is_that_of_pytorchs_own_layers():
    ours = initialise(nn.Linear(400, 2000), Generator().manual_seed(0))
    theirs = nn.Linear(400, 2000)
    for mine, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert mine.std().item() == pytest.approx(other.std().item(), rel=0.05)
        assert mine.abs().max().item() == pytest.approx(other.abs().max().item(), rel=0.01)


def test_a_layer_nobody_knows_is_refused():
    class Odd(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.w = nn.Parameter(torch.zeros(2))

    with pytest.raises(TypeError, match="Odd"):
        initialise(Odd(), Generator())
