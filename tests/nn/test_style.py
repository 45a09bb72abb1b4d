"""The losses of style transfer agree with finite differences, add up over tiles, and are never NaN."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from gendesk.nn.style import STATISTICS, Moments, content_loss, variation

STATISTIC = pytest.mark.parametrize("name", STATISTICS)
DOUBLE = torch.float64


def drawn(*shape: int, seed: int = 0, kind: torch.dtype = DOUBLE) -> Tensor:
    """As activations are: never negative, many of them zero."""
    dice = torch.Generator().manual_seed(seed)
    return torch.randn(*shape, generator=dice, dtype=kind).relu()


def agrees(loss: Callable[[Tensor], Tensor], at: Tensor) -> bool:
    return bool(torch.autograd.gradcheck(loss, at.requires_grad_()))


@STATISTIC
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(("channels", "side"), [(4, 5), (9, 2)], ids=["full", "rank-deficient"])
def test_statistics_agree_with_finite_differences(
    name: str, masked: bool, channels: int, side: int
) -> None:
    style = Moments.of(drawn(1, channels, 6, 6, seed=1))
    mask = torch.linspace(0, 1, side * side, dtype=DOUBLE).view(side, side) if masked else None
    at = drawn(1, channels, side, side) + 0.1
    assert agrees(lambda x: STATISTICS[name](Moments.of(x, mask), style), at)


@STATISTIC
def test_channels_last_get_the_same_gradient(name: str) -> None:
    style = Moments.of(drawn(1, 4, 6, 6, seed=1))
    slopes: list[Tensor] = []
    for layout in (torch.contiguous_format, torch.channels_last):
        at = (drawn(1, 4, 5, 7) + 0.1).contiguous(memory_format=layout).requires_grad_()
        slopes += torch.autograd.grad(STATISTICS[name](Moments.of(at), style), at)
    torch.testing.assert_close(*slopes)


def test_content_agrees_with_finite_differences() -> None:
    content = drawn(1, 3, 4, 5, seed=1)
    assert agrees(lambda x: content_loss(x, content), drawn(1, 3, 4, 5))
    assert float(content_loss(content, content)) == 0
    assert float(content_loss(torch.zeros_like(content), content)) == pytest.approx(1)


@pytest.mark.parametrize("power", [1, 2])
def test_variation_agrees_with_finite_differences(power: int) -> None:
    pixels = torch.rand(1, 3, 4, 5, generator=torch.Generator().manual_seed(0), dtype=DOUBLE)
    assert agrees(lambda x: variation(x, power), pixels)
    assert float(variation(torch.full((1, 3, 4, 5), 0.3), power)) == 0
    stripes = torch.tensor([0.0, 0.5, 0.0, 0.5]).expand(1, 3, 4, 4)
    assert float(variation(stripes, power)) == pytest.approx(0.5**power)


def test_moments_are_the_sums_they_say() -> None:
    x = drawn(1, 3, 4, 6)
    f = x[0].flatten(1)
    found = Moments.of(x)
    torch.testing.assert_close(found.gram, f @ f.T / 24)
    torch.testing.assert_close(found.mean, f.mean(1))
    torch.testing.assert_close(found.covariance, torch.cov(f, correction=0))
    torch.testing.assert_close(found.deviation, f.std(1, correction=0))
    torch.testing.assert_close(found.root @ found.root, torch.cov(f, correction=0))


@STATISTIC
def test_a_mask_that_covers_everything_is_none(name: str) -> None:
    style = Moments.of(drawn(1, 4, 6, 6, seed=1))
    found = []
    for mask in (None, torch.ones(5, 7)):
        at = drawn(1, 4, 5, 7).requires_grad_()
        loss = STATISTICS[name](Moments.of(at, mask), style)
        found.append((loss, *torch.autograd.grad(loss, at)))
    torch.testing.assert_close(*found, rtol=1e-12, atol=0)


def test_a_mask_leaves_the_rest_out() -> None:
    x = drawn(1, 3, 4, 6)
    mask = torch.zeros(4, 6)
    mask[:, :2] = 1
    part, whole = Moments.of(x[:, :, :, :2]), Moments.of(x, mask)
    torch.testing.assert_close(whole.gram, part.gram)
    torch.testing.assert_close(whole.mean, part.mean)


@STATISTIC
def test_moments_add_up_over_tiles(name: str) -> None:
    style = Moments.of(drawn(1, 4, 6, 6, seed=1))
    x = drawn(1, 4, 8, 6).requires_grad_()
    whole = STATISTICS[name](Moments.of(x), style)
    parts = Moments.of(x[:, :, :3]) + Moments.of(x[:, :, 3:])
    tiled = STATISTICS[name](parts, style)
    torch.testing.assert_close(tiled, whole)
    torch.testing.assert_close(*(torch.autograd.grad(loss, x) for loss in (tiled, whole)))


def test_scaled_moments_blend() -> None:
    a, b = Moments.of(drawn(1, 3, 4, 4)), Moments.of(drawn(1, 3, 4, 4, seed=1))
    blend = a.scaled(0.25) + b.scaled(0.75)
    torch.testing.assert_close(blend.gram, 0.25 * a.gram + 0.75 * b.gram)


@STATISTIC
@pytest.mark.parametrize("kind", [torch.bfloat16, torch.float32])
@pytest.mark.parametrize("case", ["black", "flat", "one place", "few places", "loud", "unseen"])
def test_nothing_is_ever_nan(name: str, kind: torch.dtype, case: str) -> None:
    """Covariances of rank 0 and 1, sums beyond half precision, a mask without a place."""
    x = {
        "black": torch.zeros(1, 16, 5, 5), "flat": torch.full((1, 16, 5, 5), 0.7),
        "one place": drawn(1, 16, 1, 1).float(), "few places": drawn(1, 16, 1, 3).float(),
        "loud": 3e4 * drawn(1, 16, 9, 9).float(), "unseen": drawn(1, 16, 5, 5).float(),
    }[case]  # fmt: skip
    mask = torch.zeros(5, 5) if case == "unseen" else None
    others = (x, drawn(1, 16, 9, 9, seed=1).float(), torch.zeros(1, 16, 5, 5))
    for style in others:
        at = x.to(kind).requires_grad_()
        loss = STATISTICS[name](Moments.of(at, mask), Moments.of(style.to(kind)))
        (slope,) = torch.autograd.grad(loss, at)
        assert bool(slope.isfinite().all())
        assert bool(loss.isfinite()) and loss.item() > -1e-4


@STATISTIC
def test_a_style_is_at_no_distance_from_itself(name: str) -> None:
    own = Moments.of(drawn(1, 64, 3, 3).float())
    assert float(STATISTICS[name](own, own)) == pytest.approx(0, abs=1e-5)
    assert float(STATISTICS[name](Moments.of(torch.zeros(1, 64, 3, 3)), own)) == pytest.approx(
        1, abs=1e-3
    )


def test_moments_of_multiplied_activations_are_multiplied_moments() -> None:
    f, metric = drawn(1, 5, 6, 7), torch.randn(3, 5, dtype=DOUBLE)
    found = Moments.of(f).embedded(metric)
    expected = Moments.of(torch.einsum("dc,bchw->bdhw", metric, f))
    torch.testing.assert_close((found.mean, found.gram), (expected.mean, expected.gram))
    assert Moments.of(f).embedded(None).first.shape == (5,)
