"""StyleGAN2's networks against the equations of the paper."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, interpolate

from gendesk.nn import stylegan
from gendesk.nn.start import initialise


def drawn(net: nn.Module, seed: int = 0) -> nn.Module:
    return initialise(net, torch.Generator().manual_seed(seed))


def noise(*shape: int, seed: int = 1) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def modulated(before: int = 6, after: int = 5, **settings: bool | int) -> stylegan.ModulatedConv:
    conv = stylegan.ModulatedConv(before, after, 7, **settings)
    drawn(conv)
    return conv


def weights(conv: stylegan.ModulatedConv, w: Tensor) -> Tensor:
    """Eq. 1 and 3: those of each picture, (B, after, before, k, k)."""
    scale = 1 / math.sqrt(conv.weight[0].numel())
    each = conv.weight * scale * conv.style(w)[:, None, :, None, None]
    return each * torch.rsqrt(each.square().sum((2, 3, 4), keepdim=True) + 1e-8)


def test_one_convolution_serves_all_styles_as_weights_of_their_own_would() -> None:
    conv, x, w = modulated(), noise(4, 6, 8, 8), noise(4, 7, seed=2)
    each = weights(conv, w)
    wanted = torch.cat([conv2d(x[i : i + 1], each[i], padding=1) for i in range(4)])
    torch.testing.assert_close(conv(x, w), wanted, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(conv(x, w, 3.0), 3 * wanted, rtol=1e-4, atol=1e-5)


def test_doubling_is_convolving_what_was_enlarged() -> None:
    conv, x, w = modulated(up=True), noise(2, 6, 8, 8), noise(2, 7, seed=2)
    # A transposed convolution mirrors its kernel.
    each = weights(conv, w).flip(3, 4)
    large = interpolate(x, scale_factor=2.0, mode="bilinear")
    wanted = torch.cat([conv2d(large[i : i + 1], each[i], padding=1) for i in range(2)])
    found = conv(x, w)
    assert found.shape == (2, 5, 16, 16)
    torch.testing.assert_close(
        found[..., 3:-3, 3:-3], wanted[..., 3:-3, 3:-3], rtol=1e-4, atol=1e-5
    )


def test_demodulated_outputs_vary_by_one_whatever_the_style() -> None:
    x = noise(3, 64, 32, 32)
    for factor in (0.1, 1.0, 30.0):
        conv = modulated(64, 64)
        out = conv(x, factor * noise(3, 7, seed=2))[..., 1:-1, 1:-1]
        assert out.std().item() == pytest.approx(1, rel=0.05)
        assert (out.std((0, 2, 3)) - 1).abs().max() < 0.15
    loud = modulated(64, 3, kernel=1, even=False)
    assert loud(x, 30 * noise(3, 7, seed=2)).std() > 3, "colours are as loud as the style has them"


@pytest.mark.parametrize("size", [16, 20, 28, 32, 64, 100])
@pytest.mark.parametrize("channels", [1, 3])
def test_they_fit_together_at_every_size(size: int, channels: int) -> None:
    net = drawn(stylegan.StyleGenerator(size, channels, 8, 2, 0, 2))
    images, ws = net(noise(3, 8))
    assert images.shape == (3, channels, size, size) and ws.shape == (3, net.synthesis.depth, 8)
    body = drawn(stylegan.ResidualFeatures(size, channels, 2, 2))
    assert body(images).shape == (3, body.width)


def test_at_512_pixels_they_are_those_of_the_paper() -> None:
    with torch.device("meta"):
        synthesis = stylegan.Synthesis(512, 3, 512, 64)
        body = stylegan.ResidualFeatures(512, 3, 64, 4)
    assert synthesis.depth == 16  # 2·log₂(512) - 2
    assert [layer.conv.weight.shape[0] for layer in synthesis.layers][::2] == [512] * 5 + [256, 128, 64]  # fmt: skip
    assert body.dense.weight.shape == (512, 512 * 16)


def test_coarse_styles_change_all_of_a_picture_and_the_last_ones_its_colours_alone() -> None:
    net = drawn(stylegan.Synthesis(32, 1, 8, 4))
    ws = noise(1, 1, 8).repeat(1, net.depth, 1)
    seen: list[Tensor] = []
    net.layers[-1].register_forward_hook(lambda *each: seen.append(each[2]))
    plain = net(ws)
    for i in (0, -1):
        other = ws.clone()
        other[:, i] += 1
        assert (net(other) - plain).abs().mean() > 1e-3
    assert not torch.equal(seen[0], seen[1]) and torch.equal(seen[0], seen[2])


def test_noise_is_the_same_where_none_is_given_and_counts_where_it_has_strength() -> None:
    net = drawn(stylegan.Synthesis(16, 1, 8, 4))
    ws = noise(2, net.depth, 8)
    torch.testing.assert_close(net(ws), net(ws))
    given = noise(2, net.places)
    torch.testing.assert_close(net(ws, given), net(ws), msg="at first it has none")
    with torch.no_grad():
        for layer in net.layers:
            layer.strength.fill_(0.5)
    assert (net(ws, given) - net(ws)).abs().mean() > 0.01
    assert (net(ws, given) - net(ws, given.roll(1, 0))).abs().mean() > 0.01
    assert "layers.0.noise" in net.state_dict()


def test_the_mean_of_styles_is_found_in_training_alone_and_truncation_goes_there() -> None:
    mapping = drawn(stylegan.Mapping(16, 0, 2))
    z = noise(64, 16)
    mapping.eval()
    w = mapping(z)
    assert mapping.mean.abs().max() == 0
    mapping.train()
    for _ in range(2000):
        mapping(z)
    torch.testing.assert_close(mapping.mean, w.mean(0), rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(mapping.truncated(w, 0.0), w.mean(0).expand_as(w), rtol=1e-3, atol=1e-4)  # fmt: skip
    torch.testing.assert_close(mapping.truncated(w, 1.0), w)
    half = mapping.truncated(w, 0.5)
    torch.testing.assert_close(half - w.mean(0), (w - w.mean(0)) / 2, rtol=1e-3, atol=1e-4)


def test_a_kind_has_styles_of_its_own_and_the_length_of_z_none() -> None:
    mapping = drawn(stylegan.Mapping(16, 3, 2)).eval()
    z = noise(4, 16)
    first, second = (mapping(z, torch.eye(3)[[k] * 4]) for k in (0, 1))
    assert (first - second).abs().mean() > 0.1
    torch.testing.assert_close(mapping(5 * z, torch.eye(3)[[0] * 4]), first, rtol=1e-4, atol=1e-5)


def test_other_styles_are_in_charge_of_the_layers_that_they_are_given() -> None:
    net = drawn(stylegan.StyleGenerator(16, 1, 8, 4, 0, 2)).eval()
    z, other = noise(2, 8), noise(2, 8, seed=5)
    mixed = torch.tensor([[False, False, True, True, True, True], [False] * 6])
    _, ws = net(z, None, None, other, mixed)
    own, others = net.mapping(z), net.mapping(other)
    torch.testing.assert_close(ws[0], torch.where(mixed[0][:, None], others[:1], own[:1]))
    torch.testing.assert_close(ws[1], own[1].expand(6, -1))


def test_path_lengths_are_those_of_the_jacobian() -> None:
    net = drawn(stylegan.Synthesis(16, 1, 4, 2)).double()
    ws = noise(1, net.depth, 4).double().requires_grad_()
    images = net(ws)
    y = noise(*images.shape, seed=3).double()
    found = stylegan.path_lengths(images, ws, y)
    # Jᵀ y by finite differences of the pictures in [-1, 1]
    slopes = torch.zeros_like(ws)
    with torch.no_grad():
        for i in range(ws.numel()):
            step = torch.zeros(ws.numel(), dtype=torch.float64)
            step[i] = 1e-5
            step = step.view_as(ws)
            change = 2 * (net(ws + step) - net(ws - step)) / 2e-5
            slopes.view(-1)[i] = (change * y).sum() / 16
    wanted = slopes.square().sum(2).mean(1).sqrt()
    torch.testing.assert_close(found.detach(), wanted, rtol=1e-4, atol=1e-6)


def test_the_gradient_of_path_lengths_agrees_with_finite_differences() -> None:
    net = drawn(stylegan.Synthesis(16, 1, 4, 2)).double()
    y = noise(2, 1, 16, 16, seed=3).double()

    def penalty() -> Tensor:
        ws = noise(2, net.depth, 4).double().requires_grad_()
        return (stylegan.path_lengths(net(ws), ws, y) - 0.3).square().mean()

    weight = net.layers[1].conv.weight
    (found,) = torch.autograd.grad(penalty(), weight)
    for place in ((0, 1, 1, 1), (3, 2, 0, 2)):
        values = []
        for sign in (1, -1):
            with torch.no_grad():
                weight[place] += sign * 1e-5
            values.append(penalty().item())
            with torch.no_grad():
                weight[place] -= sign * 1e-5
        assert found[place].item() == pytest.approx(
            (values[0] - values[1]) / 2e-5, rel=1e-3, abs=1e-9
        )


def test_it_multiplies_in_half_precision_and_gives_whole() -> None:
    net = drawn(stylegan.StyleGenerator(16, 3, 8, 4, 0, 2))
    with torch.autocast("cpu", torch.bfloat16):
        images, ws = net(noise(2, 8))
        features = drawn(stylegan.ResidualFeatures(16, 3, 4, 2))(images)
    assert images.dtype == ws.dtype == torch.float32 and features.isfinite().all()
    torch.testing.assert_close(images, net(noise(2, 8))[0], rtol=0.1, atol=0.1)
