"""Memory is counted while it is held."""

from __future__ import annotations

import torch

from gendesk.ops.restoring import footprint

CPU = torch.device("cpu")


def test_the_most_that_is_held_at_once_is_counted() -> None:
    given = torch.zeros(1000, 1000)  # was there before

    def work() -> None:
        one = given + 1
        two = one * 2
        one.view(-1).mul_(3)  # neither a view nor work in place takes any
        del one
        (two + 1).sum()

    assert footprint.peak(work, CPU) // 1_000_000 == 8
    assert footprint.peak(lambda: given.add_(1), CPU) < 1000


def test_inference_is_counted_too() -> None:
    layer = torch.nn.Conv2d(3, 16, 3)
    with torch.inference_mode():
        taken = footprint.peak(lambda: layer(torch.zeros(1, 3, 102, 102)).relu(), CPU)
    features = 16 * 100**2
    assert 4 * 2 * features <= taken <= 4 * (3 * 102**2 + 2 * features)


def test_some_memory_is_free() -> None:
    assert footprint.free(CPU) > 1 << 20
