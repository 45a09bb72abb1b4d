"""What style transfer compares: content, the statistics of style, and smoothness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from torch import Tensor
from torch.autograd import Function
from torch.autograd.function import once_differentiable

_EPSILON = 1e-8
_FLOOR = 1e-12  # of a trace in float64: smaller eigenvalues are rounding


@dataclass(frozen=True)
class Moments:
    """Weighted sums over the positions of a layer's activations, in float32 or better.

    They add up over the tiles of a picture, over pictures, and over the regions of a mask.
    """

    weight: Tensor  # () how many positions
    first: Tensor  # (C,) Σ f
    second: Tensor  # (C, C) Σ f fᵀ

    @staticmethod
    def of(activations: Tensor, mask: Tensor | None = None) -> Moments:
        """Of activations (1, C, H, W); `mask` (H, W) says how much each position counts."""
        kind = _summed(activations.dtype)
        weights = None if mask is None else mask.to(kind).reshape(-1, 1)
        first, second = _Sums.apply(activations, weights)
        count = first.new_tensor(activations[0, 0].numel())
        return Moments(count if weights is None else weights.sum(), first, second)

    def __add__(self, other: Moments) -> Moments:
        return Moments(
            self.weight + other.weight, self.first + other.first, self.second + other.second
        )

    def scaled(self, share: float) -> Moments:
        """Counted `share` times: styles are blended by adding their scaled moments."""
        return Moments(self.weight * share, self.first * share, self.second * share)

    def embedded(self, metric: Tensor | None) -> Moments:
        """Those of the activations multiplied by `metric` (D, C); None leaves them as they are."""
        if metric is None:
            return self
        metric = metric.to(self.first)
        return Moments(self.weight, metric @ self.first, metric @ self.second @ metric.T)

    @property
    def mean(self) -> Tensor:
        """(C,)"""
        return self.first / self.weight.clamp_min(_EPSILON)

    @property
    def gram(self) -> Tensor:
        """(C, C): the Gram matrix of Gatys (2016, eq. 3) for each position.

        There it is a sum; the mean lets pictures of different sizes be compared.
        """
        return self.second / self.weight.clamp_min(_EPSILON)

    @property
    def covariance(self) -> Tensor:
        """(C, C)"""
        mean = self.mean
        return self.gram - torch.outer(mean, mean)

    @property
    def deviation(self) -> Tensor:
        """(C,): the standard deviation of each channel."""
        variance = self.covariance.diagonal()
        return variance.clamp_min(_EPSILON).sqrt()

    @cached_property
    def root(self) -> Tensor:
        """(C, C) in float64: the symmetric square root of the covariance, computed once."""
        values, vectors = torch.linalg.eigh(_symmetric(self.covariance.detach().double()))
        root: Tensor = vectors * values.clamp_min(0).sqrt() @ vectors.T
        return root


class _Sums(Function):
    """Σ w f and Σ w f fᵀ over the positions of (1, C, H, W), in float32 or better; w (H·W, 1) or None.

    By hand, because autograd would keep a float32 copy of bf16 activations for the way back,
    multiply twice there for a symmetric matrix, and lay the gradient out unlike the activations.
    """

    @staticmethod
    def forward(ctx: Any, activations: Tensor, weights: Tensor | None) -> tuple[Tensor, Tensor]:
        ctx.save_for_backward(activations, weights)
        ctx.set_materialize_grads(False)
        f = _positions(activations).to(_summed(activations.dtype))
        weighted = f if weights is None else f * weights
        return weighted.sum(0), weighted.T @ f

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, first: Tensor | None, second: Tensor | None) -> tuple[Tensor, None]:
        """In the activations' own type, in which it goes on from here anyway."""
        activations, weights = ctx.saved_tensors
        f = _positions(activations)
        gradient = torch.zeros_like(f) if second is None else f @ (second + second.T).to(f)
        if first is not None:
            gradient += first.to(f)
        if weights is not None:
            gradient *= weights.to(f)
        height, width = activations.shape[2:]
        return gradient.view(1, height, width, -1).permute(0, 3, 1, 2), None


def _positions(activations: Tensor) -> Tensor:
    """(1, C, H, W) → (H·W, C): a view, if the channels lie last in memory."""
    return activations[0].permute(1, 2, 0).flatten(0, 1)


def gram_loss(own: Moments, style: Moments) -> Tensor:
    """Σ (G - A)² as a share of Σ A², a scalar.

    Gatys (2016, eq. 4) divides by 4 N² M² instead; by the style's own energy, layers and networks
    weigh alike, and 1 is what an empty picture has.
    """
    return (own.gram - style.gram).square().sum() / style.gram.square().sum().clamp_min(_EPSILON)


def mean_std_loss(own: Moments, style: Moments) -> Tensor:
    """Squared differences of means and of standard deviations (Huang 2017, eq. 13), as a share."""
    difference = (own.mean - style.mean).square().sum()
    difference = difference + (own.deviation - style.deviation).square().sum()
    energy = style.mean.square().sum() + style.deviation.square().sum()
    return difference / energy.clamp_min(_EPSILON)


def wasserstein_loss(own: Moments, style: Moments) -> Tensor:
    """The squared 2-Wasserstein distance of two normal distributions, as a share of the style's energy.

    |μ - μ'|² + tr(Σ + Σ' - 2 (Σ'^½ Σ Σ'^½)^½) (Olkin & Pukelsheim 1982). The root is taken in
    float64, where directions that do not vary are told from rounding and left out: their gradient
    would be infinite.
    """
    between = style.root @ own.covariance.double() @ style.root
    values = torch.linalg.eigvalsh(_symmetric(between))
    floor = _FLOOR * between.detach().trace().abs() + torch.finfo(torch.float64).tiny
    shared = torch.where(values > floor, values.clamp_min(floor).sqrt(), 0).sum()
    apart = (own.mean - style.mean).square().sum()
    apart = apart + own.covariance.trace() + style.covariance.trace() - 2 * shared.to(apart)
    return apart / style.gram.trace().clamp_min(_EPSILON)


STATISTICS: dict[str, Callable[[Moments, Moments], Tensor]] = {
    "gram": gram_loss, "mean-std": mean_std_loss, "wasserstein": wasserstein_loss,
}  # fmt: skip


def content_loss(own: Tensor, content: Tensor) -> Tensor:
    """Squared differences of activations as a share of the content's energy, a scalar.

    Gatys (2016, eq. 1) takes half the sum; the share makes networks and sizes weigh alike.
    """
    content = content.to(_summed(content.dtype))
    difference = own.to(_summed(own.dtype)) - content
    return difference.square().sum() / content.square().sum().clamp_min(_EPSILON)


def variation(images: Tensor, power: int) -> Tensor:
    """Mean absolute (1) or squared (2) difference of neighbouring pixels, a scalar.

    Total variation as Rudin (1992) and Mahendran & Vedaldi (2015, β = 2) have it, by pixel.
    """
    down = images[:, :, 1:] - images[:, :, :-1]
    across = images[:, :, :, 1:] - images[:, :, :, :-1]
    if power == 1:
        return down.abs().mean() + across.abs().mean()
    return down.square().mean() + across.square().mean()


def _summed(kind: torch.dtype) -> torch.dtype:
    """The type that sums of `kind` are kept in: half precision overflows."""
    return torch.float64 if kind == torch.float64 else torch.float32


def _symmetric(matrix: Tensor) -> Tensor:
    return 0.5 * (matrix + matrix.T)
