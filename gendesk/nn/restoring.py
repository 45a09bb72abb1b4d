"""Compact residual networks that restore pictures of any size."""

from __future__ import annotations

import torch
from torch import Generator, Tensor, nn


class Upscaler(nn.Module):
    """(B, C, H, W) → (B, C, scale·H, scale·W).

    All convolutions work at the small size and a pixel shuffle enlarges last (Shi 2016), on top of
    the picture with its pixels repeated, as in the SRVGGNetCompact of Real-ESRGAN (Wang 2021). Unlike
    there, pairs of convolutions have skips around them, which learn faster than a plain stack.
    """

    def __init__(self, channels: int, scale: int, width: int, blocks: int, coarse: int = 0) -> None:
        super().__init__()
        self.scale = scale
        self.body = _Body(channels, channels * scale**2, width, blocks, coarse)

    def forward(self, images: Tensor) -> Tensor:
        detail: Tensor = self.body(images.contiguous(memory_format=torch.channels_last))
        repeated = images.repeat_interleave(self.scale**2, dim=1)
        return nn.functional.pixel_shuffle(repeated + detail.to(images.dtype), self.scale)


class Denoiser(nn.Module):
    """(B, C, H, W) and σ of its noise (B, 1, 1, 1), in [0, 1] → (B, C, H, W). H and W are even.

    Convolutions work at half the size on the picture's four phases and a map of σ, as in FFDNet
    (Zhang 2018). Unlike there, the noise is estimated and taken away (DnCNN, Zhang 2017), and pairs
    of convolutions have skips around them instead of batch normalisation.
    """

    def __init__(self, channels: int, width: int, blocks: int, coarse: int = 0) -> None:
        super().__init__()
        self.body = _Body(4 * channels + 1, 4 * channels, width, blocks, coarse)

    def forward(self, images: Tensor, sigma: Tensor) -> Tensor:
        phases = nn.functional.pixel_unshuffle(images, 2)
        level = sigma.to(images.dtype).expand(-1, 1, *phases.shape[2:])
        seen = torch.cat([phases, level], 1).contiguous(memory_format=torch.channels_last)
        noise: Tensor = self.body(seen)
        return images - nn.functional.pixel_shuffle(noise.to(images.dtype), 2)


class _Body(nn.Module):
    """A 3×3 convolution, `blocks` of two with a skip around them, and one more.

    Half way, `coarse` further blocks see the features at half the size: twice as far for a quarter
    of the work, as in a U-Net (Ronneberger 2015) of one step.
    """

    def __init__(self, channels: int, out: int, width: int, blocks: int, coarse: int) -> None:
        super().__init__()
        self.head = _Conv(channels, width)
        self.blocks = nn.ModuleList(_Block(width) for _ in range(blocks))
        self.coarse = nn.ModuleList(_Block(width) for _ in range(coarse))
        self.tail = _Conv(width, out, gain=0.0)  # it begins as the picture itself

    def forward(self, x: Tensor) -> Tensor:
        x = self.head(x)
        for i, block in enumerate(self.blocks):
            if i == len(self.blocks) // 2 and len(self.coarse):
                x = x + self._coarsely(x)
            x = block(x)
        out: Tensor = self.tail(x)
        return out

    def _coarsely(self, x: Tensor) -> Tensor:
        """What the coarse blocks add; nothing in the beginning."""
        half = begun = nn.functional.avg_pool2d(x, 2, ceil_mode=True)
        for block in self.coarse:
            half = block(half)
        return nn.functional.interpolate(half - begun, x.shape[2:])


class _Block(nn.Module):
    """x + convolution(ReLU(convolution(ReLU(x)))), and x itself in the beginning.

    A deeper network can therefore begin with the weights of a shallower one and does what that did.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _Conv(width, width)
        self.second = _Conv(width, width, gain=0.0)

    def forward(self, x: Tensor) -> Tensor:
        inner = self.first(nn.functional.relu(x))
        out: Tensor = x + self.second(nn.functional.relu_(inner))
        return out


class _Conv(nn.Conv2d):
    """A 3×3 convolution, drawn for ReLU (He 2015) times `gain`."""

    def __init__(self, channels: int, out: int, gain: float = 1.0) -> None:
        super().__init__(channels, out, 3, padding=1)
        self.gain = gain

    def initialise(self, generator: Generator) -> None:
        """Draw the weights; biases begin at zero."""
        nn.init.kaiming_normal_(self.weight, nonlinearity="relu", generator=generator)
        with torch.no_grad():
            self.weight.mul_(self.gain)
        assert self.bias is not None
        nn.init.zeros_(self.bias)
