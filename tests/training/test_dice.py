"""Randomness hangs on seed and step alone."""

from __future__ import annotations

import torch

from gendesk.training.dice import CountedDice

CPU = torch.device("cpu")


def test_the_same_step_gives_the_same_values():
    first = CountedDice(1, 5, CPU).normal(4, 3)
    torch.randn(7)
    assert torch.equal(first, CountedDice(1, 5, CPU).normal(4, 3))


def test_other_steps_seeds_and_draws_give_others():
    dice = CountedDice(1, 5, CPU)
    values = [
        dice.normal(4, 3),
        dice.normal(4, 3),
        CountedDice(1, 6, CPU).normal(4, 3),
        CountedDice(2, 5, CPU).normal(4, 3),
        CountedDice(1, "preview", CPU).normal(4, 3),
    ]
    assert all(not torch.equal(a, b) for i, a in enumerate(values) for b in values[:i])


def test_processes_share_one_draw_by_rows():
    alone = CountedDice(0, 1, CPU)
    both = [CountedDice(0, 1, CPU, rank, 2) for rank in (0, 1)]
    for _ in range(2):
        whole = alone.uniform(6, 2)
        assert torch.equal(whole, torch.cat([dice.uniform(3, 2) for dice in both]))


def test_the_laws_are_what_they_say():
    dice = CountedDice(0, 0, CPU)
    normal, uniform = dice.normal(20_000), dice.uniform(20_000)
    assert abs(normal.mean()) < 0.03
    assert abs(normal.std() - 1) < 0.03
    assert 0 <= uniform.min() < uniform.max() < 1
    assert abs(uniform.mean() - 0.5) < 0.01
