"""Networks of other people, called as our own are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from spandrel import ImageModelDescriptor


class Community(nn.Module):
    """A network with what spandrel's descriptor knows of it; `core.family.Restores`.

    The descriptor is not called itself, because it works without gradients, by which the reach of a
    network is probed, and clamps.
    """

    levels = None  # spandrel calls networks that take a strength with one of its own

    def __init__(self, descriptor: ImageModelDescriptor[nn.Module]) -> None:
        super().__init__()
        self.net = descriptor.model.eval()
        self.scale: int = descriptor.scale
        self.channels: int = descriptor.input_channels
        self.stride: int = descriptor.size_requirements.multiple_of
        self.takes_bfloat16: bool = descriptor.supports_bfloat16
        self._needed = descriptor.size_requirements
        self._call = descriptor._call_fn

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:  # noqa: ARG002
        """(B, C, H, W) in [0, 1] → (B, C, scale·H, scale·W); `strength` means nothing here.

        Pictures that are smaller than the network takes, or not square where it wants that, are
        continued with their edges.
        """
        height, width = images.shape[2:]
        right, below = self._needed.get_padding(width, height)
        if right or below:
            images = nn.functional.pad(images, (0, right, 0, below), "replicate")
        # One by one: some networks are called with a map of noise for a single picture.
        restored = torch.cat([self._call(self.net, image) for image in images.chunk(len(images))])
        return restored[..., : height * self.scale, : width * self.scale]
