"""Networks with a picture at every scale, one after the other or all at once."""

from __future__ import annotations

from itertools import pairwise

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d

from gendesk.nn import pyramid
from gendesk.nn.start import initialise


def drawn(net: nn.Module) -> nn.Module:
    return initialise(net, torch.Generator().manual_seed(0))


def noise(*shape: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize("size", [16, 20, 28, 64])
@pytest.mark.parametrize("channels", [1, 3])
def test_all_scales_fit_together(size: int, channels: int) -> None:
    net = drawn(pyramid.PyramidGenerator(size, channels, 5, 2))
    pictures = net(noise(3, 5))
    sides = [each.shape[-1] for each in pictures]
    assert sides[-1] == size and sides == [size >> i for i in range(len(sides))][::-1]
    assert {each.shape[:2] for each in pictures} == {(3, channels)}
    body = drawn(pyramid.PyramidFeatures(size, channels, 2, 2))
    assert body(*pictures).shape == (3, body.width)
    real = pyramid.pyramid(torch.rand(3, channels, size, size), len(pictures))
    assert [each.shape for each in real] == [each.shape for each in pictures]


def test_every_scale_reaches_the_verdict_and_every_stage_has_its_gradient() -> None:
    net, body = (
        drawn(pyramid.PyramidGenerator(16, 1, 5, 2)),
        drawn(pyramid.PyramidFeatures(16, 1, 2, 0)),
    )
    pictures = net(noise(3, 5))
    slopes = torch.autograd.grad(body(*pictures).sum(), pictures, retain_graph=True)
    assert all(each.abs().max() > 0 for each in slopes)
    body(*pictures).sum().backward()
    for part in (net, body):
        assert all(weight.grad is not None and weight.grad.any() for weight in part.parameters())


def test_a_smaller_scale_is_the_mean_of_four_pixels() -> None:
    images = torch.rand(2, 1, 8, 8)
    views = pyramid.pyramid(images, 3)
    assert torch.equal(views[2], images)
    torch.testing.assert_close(views[0][:, :, 0, 0], images[:, :, :4, :4].mean((2, 3)))


def test_growth_is_a_function_of_the_step() -> None:
    assert pyramid.grown(0, 10, 4) == pyramid.grown(10, 10, 4) == 0
    assert pyramid.grown(13, 10, 4) == pytest.approx(0.3)
    assert pyramid.grown(20, 10, 4) == pyramid.grown(29, 10, 4) == 1
    assert pyramid.grown(35, 10, 4) == pytest.approx(1.5)
    assert pyramid.grown(80, 10, 4) == pyramid.grown(10**6, 10, 4) == 4
    levels = [pyramid.grown(step, 7, 3) for step in range(100)]
    assert levels == sorted(levels)
    assert max(b - a for a, b in pairwise(levels)) <= 1 / 7 + 1e-9


def grower(level: float) -> tuple[pyramid.GrowingGenerator, pyramid.GrowingFeatures]:
    net = pyramid.GrowingGenerator(16, 1, 5, 4)
    body = pyramid.GrowingFeatures(16, 1, 4, 0)
    for each in (net, body):
        drawn(each)
        each.level.fill_(level)
    return net, body


@pytest.mark.parametrize(("level", "side"), [(0, 4), (0.3, 8), (1, 8), (1.9, 16), (2, 16)])
def test_it_draws_and_judges_as_large_as_it_has_grown(level: float, side: int) -> None:
    net, body = grower(level)
    pictures = net(noise(3, 5))
    assert pictures.shape == (3, 1, side, side)
    assert body(pictures).shape == (3, body.width)
    assert pyramid.as_grown(torch.rand(3, 1, 16, 16), level, 2).shape == pictures.shape


def test_what_fades_in_begins_as_the_enlarged_picture_and_ends_as_the_new_one() -> None:
    z = noise(3, 5)
    before, after = grower(1)[0](z), grower(2)[0](z)
    torch.testing.assert_close(grower(1.001)[0](z), pyramid.doubled(before), atol=0.01, rtol=0)
    torch.testing.assert_close(grower(1.999)[0](z), after, atol=0.01, rtol=0)
    half = grower(1.5)[0](z)
    torch.testing.assert_close(half, (pyramid.doubled(before) + after) / 2)


def test_verdicts_do_not_jump_where_growth_begins_and_ends() -> None:
    images = torch.rand(3, 1, 16, 16)
    small = avg_pool2d(images, 2)
    begins = grower(1.0001)[1](images)
    torch.testing.assert_close(begins, grower(1)[1](small), atol=0.01, rtol=0.01)
    torch.testing.assert_close(
        grower(1.9999)[1](images), grower(2)[1](images), atol=0.01, rtol=0.01
    )


def test_real_pictures_fade_in_alike() -> None:
    images = torch.rand(2, 1, 16, 16)
    assert torch.equal(pyramid.as_grown(images, 2, 2), images)
    assert torch.equal(pyramid.as_grown(images, 1, 2), avg_pool2d(images, 2))
    blurred = pyramid.doubled(avg_pool2d(images, 2))
    torch.testing.assert_close(pyramid.as_grown(images, 1.25, 2), 0.75 * blurred + 0.25 * images)


@pytest.mark.parametrize("level", [0, 0.5, 1, 2])
def test_weights_that_do_nothing_are_known(level: float) -> None:
    net, body = grower(level)
    body(net(noise(3, 5))).sum().backward()
    for each in (net, body):
        asleep = {id(weight) for weight in each.asleep()}
        for weight in each.parameters():
            assert weight.grad is not None, "several processes wait for it"
            assert bool(weight.grad.any()) == (id(weight) not in asleep)
