"""What both networks want of each other."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from gendesk.nn import games


def outputs() -> tuple[Tensor, Tensor]:
    """Of a discriminator, for four real and four fake pictures."""
    g = torch.Generator().manual_seed(0)
    real, fake = (3 * torch.randn(4, generator=g, dtype=torch.float64) for _ in range(2))
    return real.requires_grad_(), fake.requires_grad_()


def test_non_saturating_is_cross_entropy_with_smoothed_real_labels() -> None:
    real, fake = outputs()
    game = games.GAMES["non-saturating"]
    for smoothing in (0.0, 0.1):
        labelled = bce(real, torch.full_like(real, 1 - smoothing)) + bce(fake, fake * 0)
        torch.testing.assert_close(game.discriminator(real, fake, smoothing), labelled)
    torch.testing.assert_close(game.generator(fake), bce(fake, torch.ones_like(fake)))
    (slope,) = torch.autograd.grad(game.generator(fake), fake)
    torch.testing.assert_close(slope, -(1 - torch.sigmoid(fake)) / 4)  # alive where D is sure
    torch.testing.assert_close(game.score(real), real.sigmoid())


def test_hinge() -> None:
    real = torch.tensor([2.0, 0.5, -1.0], requires_grad=True)
    fake = torch.tensor([-2.0, -0.5, 1.0], requires_grad=True)
    game = games.GAMES["hinge"]
    loss = game.discriminator(real, fake, 0.0)
    assert loss.item() == pytest.approx((0 + 0.5 + 2) / 3 * 2)
    slopes = torch.autograd.grad(loss, (real, fake))
    torch.testing.assert_close(slopes[0], torch.tensor([0.0, -1, -1]) / 3)
    torch.testing.assert_close(slopes[1], torch.tensor([0.0, 1, 1]) / 3)
    assert game.generator(fake).item() == pytest.approx(0.5)


def test_least_squares() -> None:
    real, fake = outputs()
    game = games.GAMES["least-squares"]
    wanted = ((real - 0.9) ** 2).mean() + (fake**2).mean()
    torch.testing.assert_close(game.discriminator(real, fake, 0.1), wanted)
    torch.testing.assert_close(game.generator(fake), ((fake - 1) ** 2).mean())


def test_wasserstein() -> None:
    real, fake = outputs()
    game = games.GAMES["wgan-gp"]
    torch.testing.assert_close(game.discriminator(real, fake, 0.0), fake.mean() - real.mean())
    torch.testing.assert_close(game.generator(fake), -fake.mean())


@pytest.mark.parametrize("name", games.GAMES)
def test_losses_are_finite_where_a_discriminator_is_very_sure(name: str) -> None:
    for far in (1e4, -1e4):
        real, fake = (torch.tensor([each], requires_grad=True) for each in (far, -far))
        game = games.GAMES[name]
        losses = game.discriminator(real, fake, 0.0), game.generator(fake)
        slopes = torch.autograd.grad(losses[0] + losses[1], (real, fake))
        assert all(each.isfinite().all() for each in (*losses, *slopes))


def test_penalties_of_a_linear_critic_are_those_by_hand() -> None:
    weight = torch.randn(3 * 4 * 4, generator=torch.Generator().manual_seed(0))
    weight.requires_grad_()
    images = torch.rand(5, 3, 4, 4, requires_grad=True)
    out = (2 * images - 1).flatten(1) @ weight  # of pictures in [-1, 1]: its slope is the weight
    length = weight.norm()
    r1 = games.r1(out, images)
    torch.testing.assert_close(r1, length**2 / 2)
    torch.testing.assert_close(torch.autograd.grad(r1, weight, retain_graph=True)[0], weight)
    penalty = games.gradient_penalty(out, images)
    torch.testing.assert_close(penalty, (length - 1) ** 2)
    wanted = 2 * (length - 1) / length * weight
    torch.testing.assert_close(torch.autograd.grad(penalty, weight)[0], wanted)


def test_of_packs_and_of_several_scales_the_whole_slope_counts() -> None:
    weight = torch.randn(2 * 16 + 2 * 4, generator=torch.Generator().manual_seed(0))
    large, small = torch.rand(6, 1, 4, 4, requires_grad=True), torch.rand(6, 1, 2, 2)
    small.requires_grad_()
    packed = torch.cat([2 * large.reshape(3, -1), 2 * small.reshape(3, -1)], 1)
    found = games.steepness(packed @ weight, large, small)
    torch.testing.assert_close(found, weight.square().sum().expand(3))


def test_the_penalty_has_a_gradient_where_the_critic_is_flat() -> None:
    weight = torch.zeros(4, requires_grad=True)
    images = torch.rand(2, 1, 2, 2, requires_grad=True)
    penalty = games.gradient_penalty(images.flatten(1) @ weight, images)
    assert penalty.item() == pytest.approx(1, abs=1e-5)
    assert torch.autograd.grad(penalty, weight)[0].isfinite().all()
