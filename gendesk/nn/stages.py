"""The convolutions of a trained encoder, seen stage by stage."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import pad

from gendesk.nn.coders import ConvEncoder
from gendesk.nn.vgg import at_least


class Stages(nn.Module):
    """What each stage of a `ConvEncoder` answers, for pictures of any size; `core.family.Features`.

    Its dense layer, which knows one size alone, is left out. A grey encoder sees the mean of the
    colours; the channel in which one is told what a picture shows tells nothing.

    Args:
        encoder: trained on pictures of `channels`.
        channels: 1 for grey, 3 for colour.
    """

    def __init__(self, encoder: ConvEncoder, channels: int) -> None:
        super().__init__()
        self.body = encoder.body
        self.channels = channels
        halved = self.body[1].in_channels
        assert isinstance(halved, int)
        self._told = halved // 4 - channels
        count = sum(isinstance(layer, nn.Conv2d) for layer in self.body)
        self.layers = tuple(f"stage{i + 1}" for i in range(count))

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """(B, 3, H, W) in [0, 1] → (B, C, H / 2ⁱ, W / 2ⁱ) for each stage i."""
        deepest = max(self.layers.index(layer) for layer in layers) + 1
        x = images.mean(1, keepdim=True) if self.channels == 1 else images
        x = at_least(x, 2**deepest)
        x = pad(x, (0, x.shape[3] % 2, 0, x.shape[2] % 2), mode="replicate")  # unshuffled by 2×2
        x = pad(x, (0, 0, 0, 0, 0, self._told)).contiguous(memory_format=torch.channels_last)
        found: list[Tensor] = []
        for layer in self.body:
            x = layer(x)
            if isinstance(layer, nn.SiLU):
                found.append(x)
            if len(found) == deepest:
                break
        return [found[self.layers.index(layer)] for layer in layers]
