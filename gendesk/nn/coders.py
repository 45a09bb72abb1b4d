"""Encoders and decoders between pictures and vectors: fully connected and convolutional."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn

from gendesk.core.coding import CodingRecipe


def encoder(recipe: CodingRecipe, channels: int, out: int) -> nn.Module:
    """(B, C, H, W) → (B, out), as the recipe wants it."""
    if recipe.net == "mlp":
        return MlpEncoder(recipe.size, channels, out, recipe.hidden, recipe.depth)
    return ConvEncoder(recipe.size, channels, out, recipe.width)


def decoder(recipe: CodingRecipe, channels: int, latent: int) -> nn.Module:
    """(B, latent) → (B, C, H, W), as the recipe wants it."""
    if recipe.net == "mlp":
        return MlpDecoder(recipe.size, channels, latent, recipe.hidden, recipe.depth)
    return ConvDecoder(recipe.size, channels, latent, recipe.width)


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
        plan = channel_plan(size, width)
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
        plan = channel_plan(size, width)[::-1]
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


class Autoencoder(nn.Module):
    """Encoder → code → decoder (Hinton & Salakhutdinov 2006).

    Nothing else tells codes where to lie, hence they are normalised (Ioffe & Szegedy 2015): the
    decoder has something to tell apart from the first step on, and random vectors of N(0, I) lie
    where codes are. `code_mean` and `code_std` (latent,) are those of the pictures learnt from.
    """

    code_mean: Tensor
    code_std: Tensor

    def __init__(self, encoder: nn.Module, decoder: nn.Module, latent: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        self.register_buffer("code_mean", torch.zeros(latent))
        self.register_buffer("code_std", torch.ones(latent))

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """(B, C, H, W) → rebuilt pictures, not clamped, and codes before they are normalised."""
        raw: Tensor = self.encoder(images).float()
        if self.training and len(raw) > 1:
            codes = nn.functional.batch_norm(raw, None, None, training=True)
        else:
            codes = self.normalised(raw)
        return self.decoder(codes), raw

    def normalised(self, raw: Tensor) -> Tensor:
        """(B, latent) of the encoder → codes of mean 0 and deviation 1."""
        return (raw - self.code_mean) / self.code_std

    @torch.no_grad()
    def follow(self, raw: Tensor, weight: float) -> None:
        """Move the mean and deviation by `weight` towards those of a batch (B, latent).

        Apart from `forward`, so that a step that is refused leaves no trace.
        """
        self.code_mean.lerp_(raw.mean(0), weight)
        self.code_std.lerp_(raw.var(0, unbiased=False).add(1e-5).sqrt(), weight)


class ToldEncoder(nn.Module):
    """Pictures and what they show → (B, out): the class is one more channel, a picture learnt for it.

    (B, C, H, W) and one-hot (B, classes); the encoder within takes C + 1 channels.
    """

    def __init__(self, encoder: nn.Module, classes: int, size: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.sign = nn.Linear(classes, size * size, bias=False)
        self.size = size

    def forward(self, images: Tensor, kinds: Tensor) -> Tensor:
        sign = self.sign(kinds).to(images.dtype).view(-1, 1, self.size, self.size)
        out: Tensor = self.encoder(torch.cat([images, sign], 1))
        return out


class ToldDecoder(nn.Module):
    """Latents and what they shall show → (B, C, H, W); the decoder within takes latent + classes."""

    def __init__(self, decoder: nn.Module) -> None:
        super().__init__()
        self.decoder = decoder

    def forward(self, z: Tensor, kinds: Tensor) -> Tensor:
        out: Tensor = self.decoder(torch.cat([z, kinds], 1))
        return out


def channel_plan(size: int, width: int) -> list[int]:
    """Channels after each halving."""
    return [min(width * 2**i, width * 8) for i in range(stages(size))]
