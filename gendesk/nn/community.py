"""Networks of other people, called as our own are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from spandrel import ImageModelDescriptor


class Community(nn.Module):
    """A network behind spandrel's descriptor of it; `core.family.Restores`."""

    levels = None  # spandrel calls networks that take a strength with one of its own

    def __init__(self, descriptor: ImageModelDescriptor[nn.Module]) -> None:
        super().__init__()
        self.net = descriptor.model.eval()  # what is moved and cast is what the descriptor calls
        self.scale: int = descriptor.scale
        self.channels: int = descriptor.input_channels
        self.stride: int = descriptor.size_requirements.multiple_of
        self._descriptor = descriptor

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:  # noqa: ARG002
        """(B, C, H, W) in [0, 1] → (B, C, scale·H, scale·W), clamped to [0, 1], without gradients.

        `strength` means nothing here. Pictures that are smaller than the network takes, or not
        square where it wants that, are continued by spandrel.
        """
        # One by one: some networks are called with a map of noise for a single picture.
        return torch.cat([self._descriptor(image) for image in images.chunk(len(images))])
