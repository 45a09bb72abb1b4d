"""A small network to see with, pictures to paint, and how a painting is driven in tests."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from gendesk.core.events import Event
from gendesk.nn.start import initialise
from gendesk.nn.vgg import Vgg

BLOCKS = ((2, 6), (1, 8), (2, 8), (1, 10))


def small_vgg(dtype: torch.dtype = torch.float32, pooling: str = "max") -> Vgg:
    """Untrained, of four blocks: relu1_1 … relu4_1, the last at an eighth of the size."""
    net = Vgg(BLOCKS, pooling)
    initialise(net, torch.Generator().manual_seed(7))
    return net.to(dtype).eval().requires_grad_(False)


class Double:
    """The small network in float64, whatever it is given."""

    def __init__(self) -> None:
        self.net = small_vgg(torch.float64)
        self.layers = self.net.layers

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        return self.net.features(images.double(), layers)


class Smooth(nn.Module):
    """Features without corners, for finite differences: tanh where others have ReLU."""

    layers: tuple[str, ...] = ("one", "two")

    def __init__(self) -> None:
        super().__init__()
        self.one = nn.Conv2d(3, 4, 3, padding=1, dtype=torch.float64)
        self.two = nn.Conv2d(4, 5, 4, 2, padding=1, dtype=torch.float64)
        for weight in self.parameters():
            nn.init.normal_(weight, 0, 0.3, generator=torch.Generator().manual_seed(weight.numel()))
        self.requires_grad_(False)

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        one = self.one(images).tanh()
        seen = {"one": one, "two": self.two(one).tanh()}
        return [seen[layer] for layer in layers]


def noise(height: int, width: int, seed: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """(1, 3, height, width) in [0, 1]."""
    generator = torch.Generator().manual_seed(seed)
    return torch.rand(1, 3, height, width, generator=generator, dtype=dtype)


def photograph(height: int = 48, width: int = 64, seed: int = 0) -> NDArray[np.uint8]:
    """Shades and edges, (height, width, 3)."""
    down, across = np.mgrid[0:height, 0:width] / 16
    waves = [np.sin((i + 1) * down + seed) + np.cos((2 - i) * across) for i in range(3)]
    shades = np.stack(waves, 2) * 60 + 128 + 40 * (((down + across) % 2) < 1)[..., None]
    pixels: NDArray[np.uint8] = shades.clip(0, 255).astype(np.uint8)
    return pixels


def drive(work: Generator[Event, None, Any]) -> tuple[list[Event], Any]:
    """All events, and the result."""
    events = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value
