"""Generators and discriminators: fully connected, and those of DCGAN (Radford 2015)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import Generator, Tensor, nn
from torch.func import functional_call
from torch.nn.functional import normalize

from gendesk.nn.coders import channel_plan
from gendesk.nn.halving import Doubling, Halving
from gendesk.nn.width import wide

Bound = Callable[[nn.Conv2d | nn.Linear], nn.Module]
_SLOPE = 0.2  # of the discriminators' leaky ReLU
_DEVIATION = 0.02  # of DCGAN's first weights


class ConvGenerator(nn.Module):
    """(B, latent) → (B, C, H, W) in [0, 1], as in DCGAN (Radford 2015).

    A dense layer, then a transposed 4×4 convolution for each doubling. Sides that are no power of
    two begin with more than 4×4 places.
    """

    def __init__(self, size: int, channels: int, latent: int, width: int) -> None:
        super().__init__()
        plan = channel_plan(size, width)[::-1]
        side = size >> len(plan)
        self.shape = (plan[0], side, side)
        self.head = Dense(latent, plan[0] * side * side, bias=False)
        layers: list[nn.Module] = [_BatchNorm(plan[0]), nn.ReLU()]
        for before, after in pairwise(plan):
            layers += [_UpConv(before, after, bias=False), _BatchNorm(after), nn.ReLU()]
        self.body = nn.Sequential(*layers, _UpConv(plan[-1], channels))

    def forward(self, z: Tensor) -> Tensor:
        """(B, latent) → (B, C, H, W)."""
        seed = self.head(z).unflatten(1, self.shape)
        return _picture(self.body(seed.contiguous(memory_format=torch.channels_last)))


class MlpGenerator(nn.Module):
    """(B, latent) → (B, C, H, W) in [0, 1] through `width`, twice and four times as many units."""

    def __init__(self, size: int, channels: int, latent: int, width: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for before, after in pairwise([latent, width, 2 * width, 4 * width]):
            layers += [nn.Linear(before, after), nn.LeakyReLU(_SLOPE, inplace=True)]
        self.body = nn.Sequential(
            *layers,
            nn.Linear(4 * width, channels * size * size),
            nn.Unflatten(1, (channels, size, size)),
        )

    def forward(self, z: Tensor) -> Tensor:
        """(B, latent) → (B, C, H, W)."""
        return _picture(self.body(z))


class ConvFeatures(nn.Sequential):
    """(B, C, H, W) → features (B, width, h, w), as in DCGAN: a 4×4 convolution for each halving.

    Batches are normalised by their own mean and deviation, also when it judges: those that it
    learns from are all real or all fake, which an average over both would not be.

    Args:
        size: of the pictures.
        channels: of the pictures.
        width: channels after the first halving.
        norm: normalise batches; spectral norm and a penalty on each picture's slope go without.
        bound: what becomes of each convolution, such as `Spectral`.
    """

    def __init__(self, size: int, channels: int, width: int, norm: bool, bound: Bound) -> None:
        plan = channel_plan(size, width)
        layers: list[nn.Module] = [bound(_Conv(channels, plan[0])), _leaky()]
        for before, after in pairwise(plan):
            layers.append(bound(_Conv(before, after, bias=not norm)))
            if norm:
                layers.append(_BatchNorm(after, track_running_stats=False))
            layers.append(_leaky())
        super().__init__(*layers)
        self.width, self.places = plan[-1], (size >> len(plan)) ** 2


class MlpFeatures(nn.Sequential):
    """(B, C, H, W) → features (B, width) through twice as many units; see `ConvFeatures`."""

    def __init__(self, size: int, channels: int, width: int, bound: Bound) -> None:
        super().__init__(
            nn.Flatten(),
            bound(nn.Linear(channels * size * size, 2 * width)),
            _leaky(),
            bound(nn.Linear(2 * width, width)),
            _leaky(),
        )
        self.width, self.places = width, 1


class Spectral(nn.Module):
    """A layer whose weight is divided by its largest singular value (Miyato 2018).

    Each step of training looks for it a little longer, from where the last one ended: `u` is the
    singular vector so far, on the side of the outputs.
    """

    u: Tensor

    def __init__(self, layer: nn.Conv2d | nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.register_buffer("u", normalize(torch.ones(len(layer.weight)), dim=0))

    def initialise(self, generator: Generator) -> None:
        """Draw `u`; the layer's weights are its own."""
        self.u.copy_(normalize(torch.randn(self.u.shape, generator=generator), dim=0))

    def forward(self, x: Tensor) -> Tensor:
        """What the layer makes of `x` with the weight so divided."""
        weight = self.layer.weight
        with torch.autocast(x.device.type, enabled=False):
            bounded = weight / self._largest(weight.flatten(1))
        out: Tensor = functional_call(self.layer, {"weight": bounded}, (x,))
        return out

    def _largest(self, matrix: Tensor) -> Tensor:
        """The largest singular value, as one more step of the power iteration finds it."""
        with torch.no_grad():
            v = normalize(matrix.T @ self.u, dim=0)
            u = normalize(matrix @ v, dim=0)
            if self.training:
                self.u.copy_(u)
        return u @ matrix @ v


class _Normal:
    """Weights N(0, 0.02) and no bias to begin with, as in DCGAN."""

    weight: Tensor
    bias: Tensor | None

    def initialise(self, generator: Generator) -> None:
        nn.init.normal_(self.weight, 0.0, _DEVIATION, generator=generator)
        if self.bias is not None:
            nn.init.zeros_(self.bias)


class Dense(_Normal, nn.Linear):  # type: ignore[misc]
    """A dense layer as DCGAN begins with it."""


class _Conv(_Normal, Halving):
    pass


class _UpConv(_Normal, Doubling):
    pass


class _BatchNorm(nn.BatchNorm2d):
    """With factors N(1, 0.02), as in DCGAN."""

    def initialise(self, generator: Generator) -> None:
        nn.init.normal_(self.weight, 1.0, _DEVIATION, generator=generator)
        nn.init.zeros_(self.bias)


def _leaky() -> nn.Module:
    return nn.LeakyReLU(_SLOPE, inplace=True)


def _picture(out: Tensor) -> Tensor:
    """tanh, as in DCGAN, on our scale of [0, 1]; finer than bf16 has it near 1."""
    return torch.sigmoid(2 * wide(out)).contiguous()
