"""Encoders and decoders between pictures and vectors: fully connected and convolutional."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn


def stages(size: int) -> int:
    """How often a side of `size` pixels is halved: until it is odd or below 8."""
    halvings = 0
    while size % 2 == 0 and size >= 8:
        size, halvings = size // 2, halvings + 1
    return halvings


class MlpEncoder(nn.Sequential):
    """(B, C, H, W) → (B, out) through `depth` hidden layers of `width` units with ReLU."""

    def __init__(self, size: int, channels: int, out: int, width: int, depth: int) -> None:
        widths = [channels * size * size] + [width] * depth
        layers: list[nn.Module] = [nn.Flatten()]
        for before, after in pairwise(widths):
            layers += [nn.Linear(before, after), nn.ReLU()]
        super().__init__(*layers, nn.Linear(widths[-1], out))


class MlpDecoder(nn.Sequential):
    """(B, latent) → (B, C, H, W), the encoder's mirror; the last layer is left linear."""

    def __init__(self, size: int, channels: int, latent: int, width: int, depth: int) -> None:
        widths = [latent] + [width] * depth
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [nn.Linear(before, after), nn.ReLU()]
        super().__init__(
            *layers,
            nn.Linear(widths[-1], channels * size * size),
            nn.Unflatten(1, (channels, size, size)),
        )


class ConvEncoder(nn.Module):
    """(B, C, H, W) → (B, out): a strided 4×4 convolution for each halving, then a dense layer.

    Channels double at each halving, from `width` up to 8 × `width`. The first convolution sees
    the picture through a 2×2 pixel unshuffle, which halves it for the price of nothing.
    """

    def __init__(self, size: int, channels: int, out: int, width: int) -> None:
        super().__init__()
        plan = _channel_plan(size, width)
        layers: list[nn.Module] = [
            nn.PixelUnshuffle(2),
            nn.Conv2d(channels * 4, plan[0], 3, padding=1),
            nn.SiLU(),
        ]
        for before, after in pairwise(plan):
            layers += [nn.Conv2d(before, after, 4, stride=2, padding=1), nn.SiLU()]
        side = size >> len(plan)
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(plan[-1] * side * side, out)

    def forward(self, images: Tensor) -> Tensor:
        features: Tensor = self.body(images.contiguous(memory_format=torch.channels_last))
        out: Tensor = self.head(features.flatten(1))
        return out


class ConvDecoder(nn.Module):
    """(B, latent) → (B, C, H, W), the encoder's mirror; the last layer is left linear.

    Each doubling is a 3×3 convolution followed by a pixel shuffle. Unlike a strided transposed
    convolution its windows overlap evenly (Odena 2016, "Deconvolution and checkerboard
    artifacts"), and unlike resizing first it convolves at the smaller size.
    """

    def __init__(self, size: int, channels: int, latent: int, width: int) -> None:
        super().__init__()
        plan = _channel_plan(size, width)[::-1]
        side = size >> len(plan)
        self.head = nn.Linear(latent, plan[0] * side * side)
        self.shape = (plan[0], side, side)
        layers: list[nn.Module] = [nn.SiLU()]
        for before, after in pairwise(plan):
            layers += [nn.Conv2d(before, after * 4, 3, padding=1), nn.PixelShuffle(2), nn.SiLU()]
        layers += [nn.Conv2d(plan[-1], channels * 4, 3, padding=1), nn.PixelShuffle(2)]
        self.body = nn.Sequential(*layers)

    def forward(self, z: Tensor) -> Tensor:
        seed = self.head(z).unflatten(1, self.shape)
        out: Tensor = self.body(seed.contiguous(memory_format=torch.channels_last))
        return out.contiguous()


def _channel_plan(size: int, width: int) -> list[int]:
    """Channels after each halving."""
    return [min(width * 2**i, width * 8) for i in range(stages(size))]
