"""StyleGAN2 (Karras 2020) in plain PyTorch: mapping, synthesis, and a residual discriminator."""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Generator, Tensor, nn
from torch.nn.functional import conv2d, conv_transpose2d, interpolate

from gendesk.nn.coders import channel_plan
from gendesk.nn.discriminator import Diversity
from gendesk.nn.equalised import GAIN, Conv, Dense, filtered, leaky, normed
from gendesk.nn.width import wide

_FOLLOWS = 0.005  # how fast the mean of w follows


class Mapping(nn.Module):
    """z, and perhaps a kind → w, in which directions mean something (Karras 2018, section 2).

    Args:
        latent: numbers in z, and in w.
        classes: how many kinds there are; 0 where it is told none.
        depth: layers.
    """

    mean: Tensor  # of w over all z

    def __init__(self, latent: int, classes: int, depth: int) -> None:
        super().__init__()
        self.kinds = Dense(classes, latent, False) if classes else None
        first = latent * (2 if classes else 1)
        sizes = [first] + [latent] * depth
        self.layers = nn.Sequential(
            *(Dense(*each, pace=0.01, active=True) for each in pairwise(sizes))
        )
        self.register_buffer("mean", torch.zeros(latent))

    def forward(self, z: Tensor, told: Tensor | None = None) -> Tensor:
        """(B, latent), and one-hot (B, classes) → w (B, latent)."""
        given = normed(z)
        if self.kinds is not None and told is not None:
            given = torch.cat([given, normed(self.kinds(told))], 1)
        w = wide(self.layers(given))
        if self.training:
            self.mean.lerp_(w.detach().mean(0), _FOLLOWS)
        return w

    def truncated(self, w: Tensor, truncation: float | Tensor) -> Tensor:
        """w nearer to its mean, where pictures are likelier: 0 is the mean, 1 leaves it alone."""
        return torch.lerp(self.mean, w, truncation)


class ModulatedConv(nn.Module):
    """A convolution whose input channels a style scales, and whose outputs vary by 1 nonetheless.

    Karras 2020, eq. 1-3, puts both scales into weights of each picture's own, hence needs a grouped
    convolution. A convolution is linear: scaling the inputs by s and the outputs by the
    demodulation is the same, and one convolution serves the whole batch.

    Args:
        before: channels in.
        after: channels out.
        style: numbers in w.
        kernel: its side: 1 or 3.
        up: double the sides.
        even: demodulate.
    """

    def __init__(
        self,
        before: int,
        after: int,
        style: int,
        kernel: int = 3,
        up: bool = False,
        even: bool = True,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(after, before, kernel, kernel))
        self.style = Dense(style, before, begin=1.0)
        self._scale = 1 / math.sqrt(before * kernel**2)
        self._up, self._even = up, even

    def initialise(self, generator: Generator) -> None:
        """Draw the weights."""
        nn.init.normal_(self.weight, generator=generator)

    def forward(self, x: Tensor, w: Tensor, gain: float = 1.0) -> Tensor:
        """(B, before, H, W) and w (B, style) → (B, after, H, W) or twice the sides, times `gain`."""
        weight = self.weight * self._scale
        with torch.autocast(x.device.type, enabled=False):
            scales = self.style(w)  # (B, before)
            evens = torch.rsqrt(scales.square() @ weight.square().sum((2, 3)).T + 1e-8)
        x = x * _places(scales, x)
        if self._up:
            # Convolving before filtering is the same as after it, and four times less work.
            wide = conv_transpose2d(x, weight.transpose(0, 1), stride=2)
            x = filtered(wide, 1, gain=4.0)
        else:
            x = conv2d(x, weight, padding=weight.shape[-1] // 2)
        return x * _places(evens * gain, x) if self._even else x * gain


class StyledLayer(nn.Module):
    """A modulated convolution, noise, a bias and leaky ReLU.

    Args:
        before: channels in.
        after: channels out.
        style: numbers in w.
        side: pixels along each side of what comes out.
        up: double the sides.
    """

    noise: Tensor  # for pictures that shall always look the same

    def __init__(self, before: int, after: int, style: int, side: int, up: bool = False) -> None:
        super().__init__()
        self.conv = ModulatedConv(before, after, style, up=up)
        self.bias = nn.Parameter(torch.zeros(after, 1, 1))
        self.strength = nn.Parameter(torch.zeros(()))
        self.register_buffer("noise", torch.zeros(side, side))

    def initialise(self, generator: Generator) -> None:
        """Draw the noise; the weights are the convolution's own."""
        nn.init.zeros_(self.bias)
        self.noise.normal_(generator=generator)

    def forward(self, x: Tensor, w: Tensor, noise: Tensor | None = None) -> Tensor:
        """(B, before, H, W), w (B, style), and noise (B, 1, side, side) → (B, after, side, side)."""
        noise = self.noise if noise is None else noise
        x = self.conv(x, w, GAIN)
        x = x.add_((GAIN * self.strength * noise).to(x.dtype))  # nobody else needs it as it was
        return leaky(x.add_((GAIN * self.bias).to(x.dtype)))


class Synthesis(nn.Module):
    """w for each layer → pictures: from a constant, twice the sides a stage, each adding colours.

    Args:
        size: of the pictures.
        channels: of the pictures.
        style: numbers in w.
        width: channels at the full size; they double with each halving, up to eight times.
    """

    def __init__(self, size: int, channels: int, style: int, width: int) -> None:
        super().__init__()
        plan = _plan(size, width)
        side = size >> (len(plan) - 1)
        self.constant = nn.Parameter(torch.zeros(1, plan[0], side, side))
        self.layers = nn.ModuleList([StyledLayer(plan[0], plan[0], style, side)])
        self.colours = nn.ModuleList([_Colours(plan[0], channels, style)])
        self.sides = [side]
        for before, after in pairwise(plan):
            side *= 2
            self.layers.append(StyledLayer(before, after, style, side, up=True))
            self.layers.append(StyledLayer(after, after, style, side))
            self.colours.append(_Colours(after, channels, style))
            self.sides += [side, side]
        self.places = sum(side**2 for side in self.sides)  # of noise for a picture
        self.depth = len(self.layers) + 1  # how many w there are: the last colours have one, too

    def initialise(self, generator: Generator) -> None:
        """Draw the constant."""
        nn.init.normal_(self.constant, generator=generator)

    def forward(self, ws: Tensor, noise: Tensor | None = None) -> Tensor:
        """(B, depth, style), and noise (B, places) → (B, C, H, W), about [0, 1].

        Without noise it is always the same.
        """
        x = self.constant.expand(len(ws), -1, -1, -1).contiguous(memory_format=torch.channels_last)
        noises = [None] * len(self.sides) if noise is None else self._parted(noise)
        out: Tensor | None = None
        for i, layer in enumerate(self.layers):
            x = layer(x, ws[:, i], noises[i])
            if i % 2 == 0:
                colours = self.colours[i // 2](x, ws[:, i + 1]).to(ws.dtype)
                out = colours if out is None else _doubled(out) + colours
        assert out is not None
        return ((out + 1) / 2).contiguous()

    def _parted(self, noise: Tensor) -> list[Tensor | None]:
        """(B, places) → (B, 1, side, side) for each layer."""
        parts = torch.split(noise, [side**2 for side in self.sides], 1)
        return [part.view(-1, 1, side, side) for part, side in zip(parts, self.sides, strict=True)]


class StyleGenerator(nn.Module):
    """z → pictures by way of w; two z may be mixed, each in charge of some layers.

    Args:
        size: of the pictures.
        channels: of the pictures.
        latent: numbers in z, and in w.
        width: channels at the full size.
        classes: how many kinds there are; 0 where it is told none.
        depth: of the mapping.
    """

    length: Tensor  # that paths should have: see `path_lengths`

    def __init__(
        self, size: int, channels: int, latent: int, width: int, classes: int, depth: int
    ) -> None:
        super().__init__()
        self.register_buffer("length", torch.zeros(()))
        self.mapping = Mapping(latent, classes, depth)
        self.synthesis = Synthesis(size, channels, latent, width)

    def forward(
        self,
        z: Tensor,
        told: Tensor | None = None,
        noise: Tensor | None = None,
        other: Tensor | None = None,
        mixed: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Pictures (B, C, H, W), and the w they come from (B, depth, latent).

        Args:
            z: (B, latent).
            told: kinds, one-hot (B, classes).
            noise: (B, places); without it, pictures always look the same.
            other: more z, (B, latent).
            mixed: which layers `other` is in charge of, (B, depth) bool.
        """
        ws = self.mapping(z, told).unsqueeze(1).expand(-1, self.synthesis.depth, -1)
        if other is not None and mixed is not None:
            ws = torch.where(mixed.unsqueeze(2), self.mapping(other, told).unsqueeze(1), ws)
        return self.synthesis(ws, noise), ws


class ResidualFeatures(nn.Module):
    """Pictures in [-1, 1] → features (B, width), through residual blocks that halve the sides.

    Args:
        size: of the pictures.
        channels: of the pictures.
        width: channels at the full size; they double with each halving, up to eight times.
        group: of how many pictures it is told how much they differ; 0 for none.
    """

    def __init__(self, size: int, channels: int, width: int, group: int) -> None:
        super().__init__()
        plan = _plan(size, width)[::-1]
        side = size >> (len(plan) - 1)
        self.first = Conv(channels, plan[0], 1)
        self.blocks = nn.Sequential(*(_Halving(*each) for each in pairwise(plan)))
        self.diversity = Diversity(group) if group else nn.Identity()
        self.last = Conv(plan[-1] + bool(group), plan[-1])
        self.dense = Dense(plan[-1] * side**2, plan[-1], active=True)
        self.width, self.places = plan[-1], 1

    def forward(self, images: Tensor) -> Tensor:
        """(B, C, H, W) → (B, width)."""
        x = self.last(self.diversity(self.blocks(self.first(images))))
        out: Tensor = self.dense(x.flatten(1))
        return out


class _Halving(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.body = nn.Sequential(Conv(before, before), Conv(before, after, down=True))
        self.shortcut = Conv(before, after, 1, down=True, active=False, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = (self.body(x) + self.shortcut(x)) * (1 / GAIN)
        return out


class _Colours(nn.Module):
    """What a stage adds to the picture: a modulated 1×1 convolution, which is not demodulated."""

    def __init__(self, before: int, channels: int, style: int) -> None:
        super().__init__()
        self.conv = ModulatedConv(before, channels, style, kernel=1, even=False)
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def initialise(self, _: Generator) -> None:
        nn.init.zeros_(self.bias)

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        out: Tensor = self.conv(x, w) + self.bias
        return out


def path_lengths(images: Tensor, ws: Tensor, noise: Tensor) -> Tensor:
    """How far pictures go for a step in w, (B,): |Jᵀ y| of Karras 2020, eq. 4, differentiable.

    The mean over layers of the squared lengths, as the authors compute it.

    Args:
        images: (B, C, H, W) in [0, 1]; papers have them in [-1, 1].
        ws: what they come from, (B, layers, style).
        noise: standard normal, like `images`.
    """
    pixels = images.shape[2] * images.shape[3]
    (jacobian,) = torch.autograd.grad(
        (2 * images * noise).sum() / math.sqrt(pixels), ws, create_graph=True
    )
    return jacobian.square().sum(2).mean(1).add(1e-12).sqrt()


def _plan(size: int, width: int) -> list[int]:
    """Channels from the smallest sides to the full size."""
    return channel_plan(2 * size, width)[::-1]


def _doubled(images: Tensor) -> Tensor:
    """Twice the sides: the filter [1, 3, 3, 1], to which the borders go on as they are."""
    return interpolate(images, scale_factor=2.0, mode="bilinear")


def _places(scales: Tensor, like: Tensor) -> Tensor:
    """(B, C) → (B, C, 1, 1), in the number format of `like`."""
    return scales.to(like.dtype).view(*scales.shape, 1, 1)
