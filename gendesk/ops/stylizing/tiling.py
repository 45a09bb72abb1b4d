"""A picture seen by a network tile by tile, each activation as if the whole had been seen at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import torch
from torch import Tensor

from gendesk.core.family import Features

_FARTHEST = 256  # pixels around a cell that are looked at
_DEEPEST = 64  # the largest stride that is looked for
_LOUD = 100.0  # how far the probed pixels change: it shows through every layer


@dataclass(frozen=True, slots=True)
class Tile:
    """The pixels whose activations are kept, and those around them that these depend on."""

    core: tuple[int, int, int, int]  # top, left, bottom, right
    outer: tuple[int, int, int, int]

    def of(self, images: Tensor) -> Tensor:
        """(1, C, H, W) → its pixels, a view."""
        top, left, bottom, right = self.outer
        return images[:, :, top:bottom, left:right]

    def kept(self, activations: Tensor, stride: int, shape: tuple[int, int]) -> Tensor:
        """Of a layer's activations for `of`, those that belong to the core, a view.

        What lies beyond the last whole stride at the picture's end is nobody else's, hence kept.
        """
        (top, left, bottom, right), (above, before, *_) = self.core, self.outer
        down = None if bottom == shape[0] else (bottom - above) // stride
        across = None if right == shape[1] else (right - before) // stride
        return activations[:, :, (top - above) // stride : down, (left - before) // stride : across]

    def place(self, kept: Tensor, stride: int) -> tuple[slice, slice]:
        """Where `kept` lies among the whole picture's activations."""
        top, left = self.core[0] // stride, self.core[1] // stride
        return slice(top, top + kept.shape[2]), slice(left, left + kept.shape[3])


@dataclass(frozen=True, slots=True)
class Reach:
    """How a network looks at pictures: what tiles must keep to."""

    strides: dict[str, int]  # of each layer, in pixels
    pixels: int  # how far beyond its own cell the farthest-looking layer sees

    @property
    def stride(self) -> int:
        """The coarsest layer's, which all others divide."""
        return max(self.strides.values())

    @property
    def margin(self) -> int:
        """What tiles need around their core, a multiple of the stride."""
        return -(-self.pixels // self.stride) * self.stride

    def tiles(self, shape: tuple[int, int], side: int) -> list[Tile]:
        """Tiles with cores of `side` pixels, a multiple of the stride, that cover a picture."""
        rows, columns = _spans(shape[0], side, self.margin), _spans(shape[1], side, self.margin)
        return [
            Tile((top, left, bottom, right), (above, before, below, after))
            for top, bottom, above, below in rows
            for left, right, before, after in columns
        ]


def whole(shape: tuple[int, int]) -> Tile:
    """The one tile that is the picture."""
    return Tile((0, 0, *shape), (0, 0, *shape))


def reach(features: Features, layers: Sequence[str], device: torch.device) -> Reach | None:
    """How far and how coarsely the layers see; None where the picture must be seen as a whole.

    Pixels of one coarsest cell are changed, each alone, and what changes with them depends on them.
    That needs no knowledge of the network; one with a global view shows itself by changing farther
    than 256 pixels away, or by strides that do not divide one another.
    """
    strides = _strides(features, layers, device)
    if strides is None:
        return None
    noise = torch.Generator().manual_seed(0)
    coarsest, farthest = max(strides.values()), 0
    cells = 2 * -(-_FARTHEST // coarsest) + 3
    strip = torch.rand(1, 3, 2 * coarsest, cells * coarsest, generator=noise).to(device)
    for standing in (False, True):
        for layer in layers:
            look = partial(_seen, features, layer, standing)
            pixels = _farthest(look, strip, strides[layer], coarsest)
            if pixels is None:
                return None
            farthest = max(farthest, pixels)
    return Reach(strides, farthest)


def _spans(length: int, side: int, margin: int) -> list[tuple[int, int, int, int]]:
    """(begin, end, outer begin, outer end) along one side; a rest below a third joins the last."""
    count = max(1, (3 * length + side) // (3 * side) if length > side else 1)
    edges = [i * side for i in range(count)] + [length]
    return [
        (begin, end, max(0, begin - margin), min(length, end + margin))
        for begin, end in pairwise(edges)
    ]


@torch.no_grad()
def _strides(
    features: Features, layers: Sequence[str], device: torch.device
) -> dict[str, int] | None:
    side = 4 * _DEEPEST
    seen = features.features(torch.zeros(1, 3, side, side, device=device), layers)
    sizes = {layer: activations.shape[2:] for layer, activations in zip(layers, seen, strict=True)}
    if any(h != w or h == 0 or side % h for h, w in sizes.values()):
        return None
    strides = {layer: side // h for layer, (h, _) in sizes.items()}
    coarsest = max(strides.values())
    fits = coarsest <= _DEEPEST and all(coarsest % s == 0 for s in strides.values())
    return strides if fits else None


@torch.no_grad()
def _farthest(
    look: Callable[[Tensor], Tensor], strip: Tensor, stride: int, coarsest: int
) -> int | None:
    """Pixels between a cell of a layer and the farthest pixel beside it that it depends on."""
    begin = strip.shape[3] // coarsest // 2 * coarsest
    before, most = look(strip), 0
    for phase in sorted({0, stride - 1, coarsest // 2, coarsest - 1}):
        loud = strip.clone()
        loud[..., begin + phase] += _LOUD
        changed = (look(loud) != before).any(2).any(1)[0].nonzero()
        if not len(changed):
            continue
        first, last = int(changed[0]), int(changed[-1])
        if first == 0 or (last + 1) * stride >= strip.shape[3]:
            return None
        most = max(most, begin + phase + 1 - (first + 1) * stride, last * stride - begin - phase)
    return most


def _seen(features: Features, layer: str, standing: bool, strip: Tensor) -> Tensor:
    """Activations with the long side across."""
    if standing:
        return features.features(strip.transpose(2, 3), [layer])[0].transpose(2, 3)
    return features.features(strip, [layer])[0]
