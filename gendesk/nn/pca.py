"""Principal components of pictures, learnt from batches as they come."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

_SIDE = 64  # larger pictures are looked at this small: few components are of finer detail
_MORE = 64  # components kept beyond those used, at most: what is dropped early may matter later


class Pca(nn.Module):
    """The best that `latent` numbers can do for a picture by adding up fixed pictures.

    Batches are merged into the components by a singular value decomposition of the components so
    far, the batch, and the shift of the mean between them (Ross 2008, "Incremental learning for
    robust visual tracking", section 3.1). All state is in buffers, hence in checkpoints.
    """

    seen: Tensor  # () int64, pictures learnt from
    mean: Tensor  # (D,)
    axes: Tensor  # (rank, D), orthonormal, the most important first; zero where there are none yet
    spread: Tensor  # (rank,), singular values

    def __init__(self, latent: int, channels: int, size: int) -> None:
        super().__init__()
        self.size, self.side = size, min(size, _SIDE)
        dimensions = channels * self.side**2
        self.latent = min(latent, dimensions)
        rank = min(dimensions, self.latent + min(self.latent, _MORE))
        self.register_buffer("seen", torch.zeros((), dtype=torch.int64))
        self.register_buffer("mean", torch.zeros(dimensions))
        self.register_buffer("axes", torch.zeros(rank, dimensions))
        self.register_buffer("spread", torch.zeros(rank))

    @torch.no_grad()
    def learn(self, images: Tensor) -> None:
        """Learn from a batch (B, C, H, W), too."""
        batch = self._small(images).flatten(1).double()  # (B, D)
        before, new = int(self.seen), len(batch)
        mean = batch.mean(0)
        shift = (self.mean - mean) * (before * new / (before + new)) ** 0.5
        known = self.spread[:, None] * self.axes.double()
        stack = torch.cat([known, batch - mean, shift[None]])  # (rank + B + 1, D)
        # The left singular vectors by the rows' products: far fewer than pixels.
        squares, left = torch.linalg.eigh(stack @ stack.T)
        rank = len(self.spread)
        spread = squares.flip(0)[:rank].clamp_min(0).sqrt()
        spread = torch.where(spread > 1e-6 * spread[0], spread, 0.0)
        axes = left.flip(1)[:, :rank].T @ stack / spread.clamp_min(1e-12)[:, None]
        self.axes.copy_(torch.where(spread[:, None] > 0, axes, 0.0))
        self.spread.copy_(spread)
        self.mean.lerp_(mean.float(), new / (before + new))
        self.seen += new

    @torch.no_grad()
    def forward(self, images: Tensor) -> Tensor:
        """(B, C, H, W) → what is left of them after `latent` numbers, not clamped."""
        return self.pictures(self.numbers(images))

    def numbers(self, images: Tensor) -> Tensor:
        """(B, C, H, W) → (B, latent): how much of each component is in them."""
        numbers: Tensor = (self._small(images).flatten(1) - self.mean) @ self.axes[: self.latent].T
        return numbers

    def pictures(self, numbers: Tensor) -> Tensor:
        """(B, latent) → (B, C, H, W), not clamped."""
        rebuilt = self.mean + numbers @ self.axes[: self.latent]
        rebuilt = rebuilt.view(len(numbers), -1, self.side, self.side)
        if self.side == self.size:
            return rebuilt
        return functional.interpolate(rebuilt, (self.size,) * 2, mode="bicubic", antialias=True)

    def deviations(self) -> Tensor:
        """How far the numbers of the pictures learnt from spread, (latent,)."""
        return self.spread[: self.latent] / self.seen.clamp_min(1).sqrt()

    def _small(self, images: Tensor) -> Tensor:
        if self.side == self.size:
            return images
        return functional.interpolate(images, (self.side,) * 2, mode="bilinear", antialias=True)
