"""A compact encoder whose activations stand in for those of a large network."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from gendesk.nn.vgg import Vgg

LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")


class TextureEncoder(nn.Module):
    """A VGG-16 up to relu4_1 with few channels, and what its activations say of the large one's.

    Args:
        width: channels of the first block; they double from block to block.
        taught: channels of the large network at `LAYERS`.
    """

    def __init__(self, width: int, taught: Sequence[int]) -> None:
        super().__init__()
        widths = [width * 2**block for block in range(len(LAYERS))]
        self.encoder = Vgg(list(zip((2, 2, 3, 1), widths, strict=True)))
        self.embeddings = nn.ModuleList(
            nn.Conv2d(own, wanted, 1, bias=False)
            for own, wanted in zip(widths, taught, strict=True)
        )

    def forward(self, images: Tensor) -> list[Tensor]:
        """(B, 3, H, W) in [0, 1] → what the large network's activations at `LAYERS` may be."""
        own = self.encoder(images, LAYERS)
        return [embed(x) for embed, x in zip(self.embeddings, own, strict=True)]

    def metrics(self) -> dict[str, Tensor]:
        """For each layer R, (C, C, 1, 1), with |R f - R g| = |W f - W g| for the embedding W.

        W = Q R, and Q has orthonormal columns. Hence small activations, once multiplied by R, are
        as far apart as the large network's, and so are their Gram matrices.
        """
        found = {}
        for name, embed in zip(LAYERS, self.embeddings, strict=True):
            assert isinstance(embed, nn.Conv2d)
            _, r = torch.linalg.qr(embed.weight.detach()[:, :, 0, 0].float())
            found[name] = r[:, :, None, None]
        return found
