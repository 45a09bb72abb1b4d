"""Generators and discriminators, their losses, and what bounds a discriminator."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from gendesk.nn import gan
from gendesk.nn.start import initialise


def drawn(net: nn.Module, seed: int = 0) -> nn.Module:
    return initialise(net, torch.Generator().manual_seed(seed))


def plain(layer: nn.Module) -> nn.Module:
    return layer


def outputs() -> tuple[Tensor, Tensor]:
    """Of a discriminator, for four real and four fake pictures."""
    g = torch.Generator().manual_seed(0)
    real, fake = (3 * torch.randn(4, generator=g, dtype=torch.float64) for _ in range(2))
    return real.requires_grad_(), fake.requires_grad_()


@pytest.mark.parametrize("size", [16, 20, 28, 32, 64, 100, 128])
@pytest.mark.parametrize("channels", [1, 3])
def test_they_fit_together_at_every_size(size: int, channels: int) -> None:
    for generator, features in (
        (
            gan.ConvGenerator(size, channels, 7, 4),
            gan.ConvFeatures(size, channels, 4, norm=True, bound=plain),
        ),
        (gan.MlpGenerator(size, channels, 7, 8), gan.MlpFeatures(size, channels, 8, plain)),
    ):
        images = drawn(generator)(torch.randn(3, 7))
        assert images.shape == (3, channels, size, size)
        assert images.min() >= 0 and images.max() <= 1
        assert drawn(gan.Discriminator(features, 0, plain))(images).shape == (3,)


def test_at_64_pixels_they_are_those_of_the_paper() -> None:
    generator = gan.ConvGenerator(64, 3, 100, 64)
    discriminator = gan.Discriminator(gan.ConvFeatures(64, 3, 64, True, plain), 0, plain)
    sizes = [sum(w.numel() for w in net.parameters()) for net in (generator, discriminator)]
    # The paper's kernels and norms; beside them the biases at the picture, and of the verdict.
    kernels = 16 * (512 * 256 + 256 * 128 + 128 * 64)
    norms = 2 * (256 + 128 + 64)
    assert sizes[0] == 16 * 100 * 512 + 2 * 512 + kernels + norms + 16 * 64 * 3 + 3
    assert sizes[1] == 16 * 3 * 64 + 64 + kernels + 2 * (128 + 256 + 512) + 16 * 512 + 1


def test_the_fully_connected_ones_are_those_of_the_lesson() -> None:
    def widths(net: nn.Module) -> list[tuple[int, int]]:
        return [
            (each.in_features, each.out_features)
            for each in net.modules()
            if isinstance(each, nn.Linear)
        ]

    generator = gan.MlpGenerator(28, 1, 100, 256)
    assert widths(generator) == [(100, 256), (256, 512), (512, 1024), (1024, 784)]
    discriminator = gan.Discriminator(gan.MlpFeatures(28, 1, 256, plain), 0, plain)
    assert widths(discriminator) == [(784, 512), (512, 256), (256, 1)]


def test_the_first_weights_are_dcgans() -> None:
    net = drawn(gan.ConvGenerator(32, 1, 100, 64))
    for layer in net.modules():
        if isinstance(layer, nn.Linear | nn.ConvTranspose2d):
            assert layer.weight.std().item() == pytest.approx(0.02, rel=0.05)
        if isinstance(layer, nn.BatchNorm2d):
            assert layer.weight.mean().item() == pytest.approx(1, abs=0.02)
            assert layer.weight.std().item() == pytest.approx(0.02, rel=0.4)
    again = drawn(gan.ConvGenerator(32, 1, 100, 64))
    assert all(torch.equal(a, b) for a, b in zip(net.parameters(), again.parameters(), strict=True))


def test_non_saturating_is_cross_entropy_with_smoothed_real_labels() -> None:
    real, fake = outputs()
    game = gan.GAMES["non-saturating"]
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
    game = gan.GAMES["hinge"]
    loss = game.discriminator(real, fake, 0.0)
    assert loss.item() == pytest.approx((0 + 0.5 + 2) / 3 * 2)
    slopes = torch.autograd.grad(loss, (real, fake))
    torch.testing.assert_close(slopes[0], torch.tensor([0.0, -1, -1]) / 3)
    torch.testing.assert_close(slopes[1], torch.tensor([0.0, 1, 1]) / 3)
    assert game.generator(fake).item() == pytest.approx(0.5)


def test_least_squares() -> None:
    real, fake = outputs()
    game = gan.GAMES["least-squares"]
    wanted = ((real - 0.9) ** 2).mean() + (fake**2).mean()
    torch.testing.assert_close(game.discriminator(real, fake, 0.1), wanted)
    torch.testing.assert_close(game.generator(fake), ((fake - 1) ** 2).mean())


def test_wasserstein() -> None:
    real, fake = outputs()
    game = gan.GAMES["wgan-gp"]
    torch.testing.assert_close(game.discriminator(real, fake, 0.0), fake.mean() - real.mean())
    torch.testing.assert_close(game.generator(fake), -fake.mean())


@pytest.mark.parametrize("name", gan.GAMES)
def test_losses_are_finite_where_a_discriminator_is_very_sure(name: str) -> None:
    for far in (1e4, -1e4):
        real, fake = (torch.tensor([each], requires_grad=True) for each in (far, -far))
        game = gan.GAMES[name]
        losses = game.discriminator(real, fake, 0.0), game.generator(fake)
        slopes = torch.autograd.grad(losses[0] + losses[1], (real, fake))
        assert all(each.isfinite().all() for each in (*losses, *slopes))


def test_penalties_of_a_linear_critic_are_those_by_hand() -> None:
    weight = torch.randn(3 * 4 * 4, generator=torch.Generator().manual_seed(0))
    weight.requires_grad_()
    images = torch.rand(5, 3, 4, 4, requires_grad=True)
    out = (2 * images - 1).flatten(1) @ weight  # of pictures in [-1, 1]: its slope is the weight
    length = weight.norm()
    r1 = gan.r1(out, images)
    torch.testing.assert_close(r1, length**2 / 2)
    torch.testing.assert_close(torch.autograd.grad(r1, weight, retain_graph=True)[0], weight)
    penalty = gan.gradient_penalty(out, images)
    torch.testing.assert_close(penalty, (length - 1) ** 2)
    wanted = 2 * (length - 1) / length * weight
    torch.testing.assert_close(torch.autograd.grad(penalty, weight)[0], wanted)


def test_the_penalty_has_a_gradient_where_the_critic_is_flat() -> None:
    weight = torch.zeros(4, requires_grad=True)
    images = torch.rand(2, 1, 2, 2, requires_grad=True)
    penalty = gan.gradient_penalty(images.flatten(1) @ weight, images)
    assert penalty.item() == pytest.approx(1, abs=1e-5)
    assert torch.autograd.grad(penalty, weight)[0].isfinite().all()


@pytest.mark.parametrize("layer", [nn.Conv2d(3, 8, 4, bias=False), nn.Linear(20, 8, bias=False)])
def test_spectral_norm_makes_the_largest_singular_value_one(layer: nn.Conv2d | nn.Linear) -> None:
    bounded = drawn(gan.Spectral(layer))
    x = torch.randn(2, 3, 4, 4) if isinstance(layer, nn.Conv2d) else torch.randn(2, 20)
    for _ in range(300):
        out = bounded(x)
    largest = torch.linalg.matrix_norm(layer.weight.flatten(1), 2)
    torch.testing.assert_close(out, layer(x) / largest, rtol=1e-4, atol=1e-5)
    # The gradient of W / σ(W) in W has no part along W: its length does not matter.
    bounded(x).square().sum().backward()
    assert layer.weight.grad is not None
    assert (layer.weight.grad * layer.weight).sum().abs() < 1e-3 * layer.weight.grad.norm()
    before = bounded.u.clone()
    bounded.eval()(x)
    assert torch.equal(bounded.u, before), "judging changes nothing"
    assert "u" in bounded.state_dict(), "a resumed run needs it"


def test_two_looks_before_one_gradient() -> None:
    bound = gan.Spectral
    net = drawn(gan.Discriminator(gan.ConvFeatures(16, 1, 4, False, bound), 0, bound))
    loss = net(torch.rand(2, 1, 16, 16)).mean() - net(torch.rand(2, 1, 16, 16)).mean()
    loss.backward()
    assert all(w.grad is not None and w.grad.isfinite().all() for w in net.parameters())


@pytest.mark.parametrize("conv", [True, False])
def test_a_kind_is_projected_on_the_features(conv: bool) -> None:
    features = gan.ConvFeatures(16, 1, 4, True, plain) if conv else gan.MlpFeatures(16, 1, 8, plain)
    net = drawn(gan.Discriminator(features, 3, plain))
    images, told = torch.rand(6, 1, 16, 16), torch.eye(3).repeat(2, 1)
    seen = features(2 * images - 1)
    seen = seen.sum((2, 3)) if conv else seen
    assert isinstance(net.kinds, nn.Linear)
    projected = (seen * net.kinds.weight.T.repeat(2, 1)).sum(1)
    torch.testing.assert_close(net(images, told) - net(images), projected, rtol=1e-4, atol=1e-5)


def test_batches_are_normalised_by_themselves_also_when_judging() -> None:
    net = drawn(gan.Discriminator(gan.ConvFeatures(16, 1, 4, True, plain), 0, plain))
    images = torch.rand(8, 1, 16, 16)
    torch.testing.assert_close(net.eval()(images), net.train()(images))
    assert not list(net.buffers())


def test_a_picture_is_finer_than_bf16() -> None:
    bright = gan._picture(torch.tensor([2.0, 2.03]).bfloat16())
    assert bright.dtype == torch.float32
    assert bright[0].item() == pytest.approx((math.tanh(2) + 1) / 2)
