"""A compact encoder whose activations stand in for those of a large network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn

from gendesk.nn.distillation import distil, least_squares
from gendesk.nn.vgg import Vgg

LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")
_TAUGHT = (64, 128, 256, 512)  # the large network's channels there
_WIDTHS = (24, 48, 64, 128)
_SIDE = 8  # pixels between the places that the first weights are fitted at


class TextureEncoder(nn.Module):
    """A VGG-16 up to relu4_1 with few channels, and what its activations say of the large one's.

    The first layers work on all pixels and therefore have few channels, but none to spare: what
    they do not see, fine lines above all, no later one brings back.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Vgg(list(zip((2, 2, 3, 1), _WIDTHS, strict=True)))
        self.embeddings = nn.ModuleList(
            nn.Conv2d(own, wanted, 1, bias=False)
            for own, wanted in zip(_WIDTHS, _TAUGHT, strict=True)
        )

    def forward(self, images: Tensor) -> list[Tensor]:
        """(B, 3, H, W) in [0, 1] → what the large network's activations at `LAYERS` may be."""
        own = self.encoder(images, LAYERS)
        return [embed(x) for embed, x in zip(self.embeddings, own, strict=True)]

    def metric(self, layer: str) -> Tensor:
        """R, (C, C), with |R f - R g| = |W f - W g| for the embedding W of `layer`.

        W = Q R, and Q has orthonormal columns. Hence small activations, once multiplied by R, are
        as far apart as the large network's, and so are their Gram matrices.
        """
        embed = self.embeddings[LAYERS.index(layer)]
        assert isinstance(embed, nn.Conv2d)
        return torch.linalg.qr(embed.weight.detach()[:, :, 0, 0].float())[1]  # type: ignore[no-any-return]

    @torch.no_grad()
    def distil(
        self, teacher: Vgg, sizes: Sequence[Tensor], pieces: Sequence[Tensor]
    ) -> Iterator[tuple[int, int]]:
        """Begin as what matters most of `teacher` (`nn.distillation.distil`), embeddings and all.

        Args:
            teacher: its weights.
            sizes: what its activations at `LAYERS` are divided by.
            pieces: pictures (B, 3, H, W) in [0, 1]; sides are multiples of 8.
        """
        yield from distil(teacher, self.encoder, pieces, _SIDE)
        own, taught = (_sampled(net, pieces) for net in (self.encoder, teacher))
        for embed, f, answers, size in zip(self.embeddings, own, taught, sizes, strict=True):
            assert isinstance(embed, nn.Conv2d)
            embed.weight.copy_(least_squares(f, answers / size).T[:, :, None, None])


def _sampled(net: Vgg, pieces: Sequence[Tensor]) -> list[Tensor]:
    """Activations at `LAYERS`, (N, C) each, at one place in `_SIDE` pixels of the pieces."""
    found: list[list[Tensor]] = [[] for _ in LAYERS]
    for images in pieces:
        for block, x in enumerate(net(images, LAYERS)):
            step = _SIDE >> block
            found[block].append(x[:, :, ::step, ::step].transpose(0, 1).flatten(1).T)
    return [torch.cat(samples) for samples in found]
