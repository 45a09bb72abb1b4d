"""A small network begins as what matters most of a large one."""

from __future__ import annotations

import torch
from torch import Tensor

from gendesk.nn.distillation import chosen, distil, least_squares
from gendesk.nn.start import initialise
from gendesk.nn.vgg import Vgg

TEACHER = ((2, 12), (1, 16))


def net(blocks: tuple[tuple[int, int], ...], seed: int = 0) -> Vgg:
    return initialise(Vgg(blocks), torch.Generator().manual_seed(seed)).requires_grad_(False)


def pieces(seed: int = 0) -> list[Tensor]:
    dice = torch.Generator().manual_seed(seed)
    return [torch.rand(4, 3, 16, 16, generator=dice) for _ in range(8)]


def error(student: Vgg, teacher: Vgg) -> float:
    """Of the deepest activations on other pictures, after the best embedding, as a share."""
    seen, wanted = (
        torch.cat([x(images, ["relu2_1"])[0] for images in pieces(9)]).transpose(0, 1).flatten(1).T
        for x in (student, teacher)
    )
    apart = seen @ least_squares(seen, wanted) - wanted
    return float(apart.square().sum() / wanted.square().sum())


def test_as_many_channels_see_all_that_the_teacher_sees() -> None:
    teacher, student = net(TEACHER), net(TEACHER, 1)
    before = error(student, teacher)
    done = list(distil(teacher, student, pieces(), 2))
    assert done == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert error(student, teacher) < 0.01 < before


def test_fewer_channels_see_more_than_chance_would() -> None:
    teacher, blocks = net(TEACHER), ((2, 8), (1, 8))
    drawn, student = net(blocks, 1), net(blocks, 1)
    list(distil(teacher, student, pieces(), 2))
    assert error(student, teacher) < 0.6 * error(drawn, teacher)
    (seen,) = student(pieces()[0], ["relu2_1"])
    assert abs(float(seen.square().mean()) - 1) < 0.2


def test_a_dead_teacher_leaves_finite_weights() -> None:
    teacher, student = net(TEACHER), net(TEACHER, 1)
    for weights in teacher.parameters():
        weights.zero_()
    list(distil(teacher, student, pieces(), 2))
    assert all(bool(w.isfinite().all()) for w in student.parameters())


def test_columns_are_chosen_that_the_others_follow_from() -> None:
    base = torch.randn(200, 3, generator=torch.Generator().manual_seed(0))
    samples = torch.stack([base[:, 0], base[:, 0] * 2, base[:, 1] * 5, base.sum(1) * 0.1], 1)
    picked = chosen(samples, 3)
    assert len({0, 1} & set(picked)) == 1 and {2, 3} < set(picked)
    assert sorted(chosen(samples, 4)) == [0, 1, 2, 3]


def test_least_squares_finds_what_was_mixed() -> None:
    dice = torch.Generator().manual_seed(0)
    seen, weights = torch.randn(500, 6, generator=dice), torch.randn(6, 2, generator=dice)
    assert torch.allclose(least_squares(seen, seen @ weights), weights, atol=1e-3)
