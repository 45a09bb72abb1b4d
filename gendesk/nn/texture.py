"""A compact encoder whose activations stand in for those of a large network."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from gendesk.nn.fused import ConvRelu
from gendesk.nn.vgg import at_least

LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")
_MEAN, _STD = 0.45, 0.225  # of photographs, all three colours


class TextureEncoder(nn.Module):
    """A stage for each of `LAYERS`, each at half the size of the one before.

    Convolutions with 4×4 kernels go from one stage to the next: their gradients reach all pixels
    alike, where pooling and 3×3 kernels with stride 2 leave patterns in a picture that is painted.

    Args:
        widths: channels of the stages.
        taught: channels of the large network's layers.
    """

    def __init__(self, widths: Sequence[int], taught: Sequence[int]) -> None:
        super().__init__()
        self.first = ConvRelu(3, widths[0], 3, padding=1)
        self.down = nn.ModuleList(
            ConvRelu(a, b, 4, stride=2, padding=1) for a, b in pairwise(widths)
        )
        self.same = nn.ModuleList(ConvRelu(b, b, 3, padding=1) for b in widths[1:])
        self.embeddings = nn.ModuleList(
            nn.Conv2d(own, wanted, 1, bias=False)
            for own, wanted in zip(widths, taught, strict=True)
        )

    def forward(
        self, images: Tensor, layers: Sequence[str] = LAYERS, embed: bool = False
    ) -> list[Tensor]:
        """(B, 3, H, W) in [0, 1] → (B, C, H / 2ⁱ, W / 2ⁱ) for each stage i of `layers`.

        Computed no further than the deepest of them; with `embed` in the large network's channels.
        """
        x = (at_least(images, 2 ** (len(LAYERS) - 1)) - _MEAN) / _STD
        x = x.contiguous(memory_format=torch.channels_last)
        x = self.first(x)
        found = {LAYERS[0]: x}
        for name, down, same in zip(LAYERS[1:], self.down, self.same, strict=True):
            if found.keys() >= set(layers):
                break
            x = same(down(x))
            found[name] = x
        if embed:
            return [self.embeddings[LAYERS.index(name)](found[name]) for name in layers]
        return [found[name] for name in layers]

    def metrics(self) -> dict[str, Tensor]:
        """For each stage R, (C, C, 1, 1), with |R f - R g| = |W f - W g| for the embedding W.

        W = Q R, and Q has orthonormal columns. Hence small activations, once multiplied by R, are
        as far apart as the large network's, and so are their Gram matrices.
        """
        return {
            name: torch.linalg.qr(embed.weight.detach()[:, :, 0, 0].float())[1][:, :, None, None]
            for name, embed in zip(LAYERS, self.embeddings, strict=True)
        }
