"""Generators and discriminators with a picture at every scale: progressive growing, and MSG-GAN.

Both are made of the stages of Karras 2017. Progressive growing learns the scales one after the other
(Karras 2017); MSG-GAN learns all at once, and has its gradients at each (Karnewar 2019).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d, interpolate

from gendesk.nn.coders import channel_plan
from gendesk.nn.discriminator import Diversity
from gendesk.nn.equalised import Conv, Dense, normed
from gendesk.nn.width import wide


class PyramidGenerator(nn.Module):
    """(B, latent) → pictures at every scale, each twice as large as the one before.

    Args:
        size: of the largest pictures.
        channels: of the pictures.
        latent: numbers that it is given.
        width: channels at the full size; they double with each halving, up to eight times.
    """

    def __init__(self, size: int, channels: int, latent: int, width: int) -> None:
        super().__init__()
        plan = channel_plan(2 * size, width)[::-1]
        side = size >> (len(plan) - 1)
        self.shape = (plan[0], side, side)
        self.head = Dense(latent, plan[0] * side**2, active=True)
        self.stages = nn.ModuleList([_Drawing(plan[0], plan[0])])
        self.stages.extend(_Doubling(*each) for each in pairwise(plan))
        self.colours = nn.ModuleList(Conv(each, channels, 1, active=False) for each in plan)

    def forward(self, z: Tensor) -> list[Tensor]:
        """(B, latent) → (B, C, h, w) about [0, 1] for each scale, the largest last."""
        x, pictures = self.seed(z), []
        for stage, colours in zip(self.stages, self.colours, strict=True):
            x = stage(x)
            pictures.append(_picture(colours(x)))
        return pictures

    def seed(self, z: Tensor) -> Tensor:
        """(B, latent) → what the first stage draws on."""
        x = normed(self.head(normed(z)).view(len(z), *self.shape))
        return x.contiguous(memory_format=torch.channels_last)


class PyramidFeatures(nn.Module):
    """Pictures in [-1, 1] at every scale → features (B, width): each is seen where it fits.

    What the larger ones left is put beside the next smaller one (Karnewar 2019, φ_simple).

    Args:
        size: of the largest pictures.
        channels: of the pictures.
        width: channels at the full size; they double with each halving, up to eight times.
        group: of how many pictures it is told how much they differ; 0 for none.
    """

    def __init__(self, size: int, channels: int, width: int, group: int) -> None:
        super().__init__()
        plan = channel_plan(2 * size, width)[::-1]  # from the smallest
        self.first = Conv(channels, plan[-1], 1)
        self.stages = nn.ModuleList(
            _Halving(large + channels * (i < len(plan) - 2), small)
            for i, (small, large) in enumerate(pairwise(plan))
        )
        self.end = _End(plan[0], plan[0] + channels, size >> (len(plan) - 1), group)
        self.width, self.places = plan[0], 1

    def forward(self, *views: Tensor) -> Tensor:
        """(B, C, h, w) for each scale, the largest last → (B, width)."""
        x = self.first(views[-1])
        for stage, view in zip(reversed(self.stages), views[-2::-1], strict=True):
            x = torch.cat([stage(x), view], 1)
        out: Tensor = self.end(x)
        return out


class GrowingGenerator(PyramidGenerator):
    """A generator that draws as large as it has grown: `level` 1.3 is twice the sides, and a bit.

    The next stage fades in: so much of its picture is mixed with the enlarged one before.
    """

    level: Tensor

    def __init__(self, size: int, channels: int, latent: int, width: int) -> None:
        super().__init__(size, channels, latent, width)
        self.register_buffer("level", torch.zeros(()))

    def forward(self, z: Tensor) -> Tensor:  # type: ignore[override]
        """(B, latent) → (B, C, h, w) about [0, 1], of the sides that it has grown to."""
        level = self.level.item()
        whole, fade = math.floor(level), level % 1
        x = self.seed(z)
        for stage in self.stages[: whole + 1]:
            x = stage(x)
        out: Tensor = self.colours[whole](x)
        if fade:
            fine = self.colours[whole + 1](self.stages[whole + 1](x))
            out = torch.lerp(doubled(out), fine, fade)
        return _picture(out) + _nothing_of(self.asleep())

    def asleep(self) -> list[nn.Parameter]:
        """Weights that do nothing at this level."""
        low, high = math.floor(self.level.item()), math.ceil(self.level.item())
        layers = [*self.stages[high + 1 :], *self.colours[:low], *self.colours[high + 1 :]]
        return [weight for layer in layers for weight in layer.parameters()]


class GrowingFeatures(nn.Module):
    """The mirror of a `GrowingGenerator`: pictures in [-1, 1], as large as it has grown → features."""

    level: Tensor

    def __init__(self, size: int, channels: int, width: int, group: int) -> None:
        super().__init__()
        plan = channel_plan(2 * size, width)[::-1]
        self.firsts = nn.ModuleList(Conv(channels, each, 1) for each in plan)
        self.stages = nn.ModuleList(_Halving(large, small) for small, large in pairwise(plan))
        self.end = _End(plan[0], plan[0], size >> (len(plan) - 1), group)
        self.width, self.places = plan[0], 1
        self.register_buffer("level", torch.zeros(()))

    def forward(self, images: Tensor) -> Tensor:
        """(B, C, h, w) → (B, width)."""
        level = self.level.item()
        whole, fade = math.floor(level), level % 1
        if fade:
            fine = self.stages[whole](self.firsts[whole + 1](images))
            x = torch.lerp(self.firsts[whole](avg_pool2d(images, 2)).to(fine.dtype), fine, fade)
        else:
            x = self.firsts[whole](images)
        for stage in reversed(self.stages[:whole]):
            x = stage(x)
        out: Tensor = self.end(x)
        return out + _nothing_of(self.asleep())

    def asleep(self) -> list[nn.Parameter]:
        """Weights that do nothing at this level."""
        low, high = math.floor(self.level.item()), math.ceil(self.level.item())
        layers = [*self.stages[high:], *self.firsts[:low], *self.firsts[high + 1 :]]
        return [weight for layer in layers for weight in layer.parameters()]


def grown(step: int, phase: int, most: int) -> float:
    """The level at a step: it stays for `phase` steps, fades the next stage in for as many, and so on.

    Args:
        step: counted from 0.
        phase: steps.
        most: the last level.
    """
    rounds, rest = divmod(step / phase + 1, 2)
    return min(float(most), rounds - 1 + min(1.0, rest))


def pyramid(images: Tensor, count: int) -> list[Tensor]:
    """(B, C, H, W) → `count` scales of it, the largest last, each the mean of 2 × 2 pixels."""
    views = [images]
    for _ in range(count - 1):
        views.append(avg_pool2d(views[-1], 2))
    return views[::-1]


def as_grown(images: Tensor, level: float, most: int) -> Tensor:
    """(B, C, H, W) as a generator would draw them at this level, with what has not yet faded in."""
    images = avg_pool2d(images, 2 ** (most - math.ceil(level)))
    fade = level % 1
    return torch.lerp(doubled(avg_pool2d(images, 2)), images, fade) if fade else images


def doubled(images: Tensor) -> Tensor:
    """Twice the sides: each pixel becomes four."""
    return interpolate(images, scale_factor=2.0, mode="nearest")


class _Drawing(nn.Module):
    """The first stage: what comes out of the head, convolved once."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.conv = Conv(before, after)

    def forward(self, x: Tensor) -> Tensor:
        return normed(self.conv(x))


class _Doubling(nn.Module):
    """Twice the sides, then two convolutions, each place normed over its channels."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.convs = nn.ModuleList([Conv(before, after), Conv(after, after)])

    def forward(self, x: Tensor) -> Tensor:
        x = doubled(x)
        for conv in self.convs:
            x = normed(conv(x))
        return x


class _Halving(nn.Module):
    """Two convolutions, then the mean of 2 × 2 places."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.convs = nn.Sequential(Conv(before, before), Conv(before, after))

    def forward(self, x: Tensor) -> Tensor:
        return avg_pool2d(self.convs(x), 2)


class _End(nn.Module):
    """What is left at the smallest sides, and how much pictures differ, as features."""

    def __init__(self, width: int, before: int, side: int, group: int) -> None:
        super().__init__()
        self.diversity = Diversity(group) if group else nn.Identity()
        self.conv = Conv(before + bool(group), width)
        self.dense = Dense(width * side**2, width, active=True)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.dense(self.conv(self.diversity(x)).flatten(1))
        return out


def _picture(out: Tensor) -> Tensor:
    return ((wide(out) + 1) / 2).contiguous()


def _nothing_of(weights: Sequence[nn.Parameter]) -> Tensor | float:
    """Zero, on which all `weights` have an influence: of nothing.

    Several processes wait for the gradient of every weight before they learn.
    """
    return 0 * torch.stack([weight.sum() for weight in weights]).sum() if weights else 0.0
