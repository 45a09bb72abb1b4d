"""Generators and discriminators, and what bounds a discriminator."""

from __future__ import annotations

import math

import pytest
import torch
from torch import nn

from gendesk.nn import gan
from gendesk.nn.discriminator import Discriminator
from gendesk.nn.start import initialise


def drawn(net: nn.Module, seed: int = 0) -> nn.Module:
    return initialise(net, torch.Generator().manual_seed(seed))


def plain(layer: nn.Module) -> nn.Module:
    return layer


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
        assert drawn(Discriminator(features, 0, gan.Dense))(images).shape == (3,)


def test_at_64_pixels_they_are_those_of_the_paper() -> None:
    generator = gan.ConvGenerator(64, 3, 100, 64)
    discriminator = Discriminator(gan.ConvFeatures(64, 3, 64, True, plain), 0, gan.Dense)
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
    discriminator = Discriminator(gan.MlpFeatures(28, 1, 256, plain), 0, gan.Dense)
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
    body = gan.ConvFeatures(16, 1, 4, False, gan.Spectral)
    net = drawn(Discriminator(body, 0, lambda *shape: gan.Spectral(gan.Dense(*shape))))
    loss = net(torch.rand(2, 1, 16, 16)).mean() - net(torch.rand(2, 1, 16, 16)).mean()
    loss.backward()
    assert all(w.grad is not None and w.grad.isfinite().all() for w in net.parameters())


@pytest.mark.parametrize("conv", [True, False])
def test_a_kind_is_projected_on_the_features(conv: bool) -> None:
    features = gan.ConvFeatures(16, 1, 4, True, plain) if conv else gan.MlpFeatures(16, 1, 8, plain)
    net = drawn(Discriminator(features, 3, gan.Dense))
    images, told = torch.rand(6, 1, 16, 16), torch.eye(3).repeat(2, 1)
    seen = features(2 * images - 1)
    seen = seen.sum((2, 3)) if conv else seen
    assert isinstance(net.kinds, nn.Linear)
    projected = (seen * net.kinds.weight.T.repeat(2, 1)).sum(1)
    torch.testing.assert_close(net(images, told) - net(images), projected, rtol=1e-4, atol=1e-5)


def test_batches_are_normalised_by_themselves_also_when_judging() -> None:
    net = drawn(Discriminator(gan.ConvFeatures(16, 1, 4, True, plain), 0, gan.Dense))
    images = torch.rand(8, 1, 16, 16)
    torch.testing.assert_close(net.eval()(images), net.train()(images))
    assert not list(net.buffers())


def test_a_picture_is_finer_than_bf16() -> None:
    bright = gan._picture(torch.tensor([2.0, 2.03]).bfloat16())
    assert bright.dtype == torch.float32
    assert bright[0].item() == pytest.approx((math.tanh(2) + 1) / 2)
