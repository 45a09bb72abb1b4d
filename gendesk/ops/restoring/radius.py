"""How far around a pixel a network looks: by so much tiles must overlap to leave no seam."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from gendesk.core.family import Restores

_FARTHEST = 128  # pixels; who looks farther is blended, as overlaps would be most of the work
_NARROW = 16  # pixels across the strips that are looked at
_SHIFTED = 5  # strides; of no common grid
_SAME = 1e-4  # between two results, for float32 rounds in another order


def probe(net: Restores) -> int | None:
    """The dependency radius R of a network on the CPU, in pixels of its input.

    Tiles whose places are multiples of the stride give what the whole picture gives at all pixels
    that lie R or more from a side where the tile was cut off. None for networks that have no finite
    radius (global pooling, attention over all pixels, instance norm), look farther than 128 pixels,
    or lay a grid of their own over the picture.

    One cell of the stride is NaN, and what turns NaN depends on it. That finds the same support as
    a gradient, but needs no memory for one, and neither dead ReLUs, zero weights nor underflow hide
    anything. The picture is a strip, once lying and once standing: deep networks take seconds.
    """
    radius = 0
    for standing in (False, True):
        reach = _reach(net, standing)
        if reach is None:
            return None
        radius = max(radius, reach)
    return radius if _repeats(net, radius) else None


def facts(net: Restores) -> dict[str, Any]:
    """What a card says of a network that restores; the radius is probed."""
    return {
        "scale": net.scale,
        "stride": net.stride,
        "levels": net.levels,
        "radius": probe(net),
    }


def _reach(net: Restores, standing: bool) -> int | None:
    """How many pixels beyond its own cell a pixel matters, along one side."""
    strip, stride = _strip(net), net.stride
    begin = (strip.shape[3] // stride // 2) * stride
    strip[..., begin : begin + stride] = torch.nan
    touched = _restored(net, strip, standing).isnan().any(2).flatten(0, 1).any(0).nonzero()
    if not len(touched):
        return None  # something in it takes NaN away: nothing can be said
    first, last = int(touched[0]) // net.scale, int(touched[-1]) // net.scale
    reach = max(begin - first, last - (begin + stride - 1), 0)
    return reach if reach <= _FARTHEST else None


def _repeats(net: Restores, radius: int) -> bool:
    """Whether a picture that lacks its left side gives the same from `radius` pixels on."""
    strip, shift = _strip(net), _SHIFTED * net.stride
    whole = _restored(net, strip, standing=False)[..., (shift + radius) * net.scale :]
    cut = _restored(net, strip[..., shift:], standing=False)[..., radius * net.scale :]
    return bool((whole - cut).abs().max() < _SAME)


def _strip(net: Restores) -> Tensor:
    """(1, C, narrow, long) of noise, long enough for `_FARTHEST` to both sides of the middle."""
    stride = net.stride
    long = 2 * (-(-_FARTHEST // stride) + _SHIFTED) * stride
    narrow = -(-_NARROW // stride) * stride
    return torch.rand(1, net.channels, narrow, long, generator=torch.Generator().manual_seed(0))


@torch.inference_mode()
def _restored(net: Restores, strip: Tensor, standing: bool) -> Tensor:
    strength = net.levels[1] if net.levels else 0.0
    if standing:
        return net.restore(strip.transpose(2, 3), strength).transpose(2, 3)
    return net.restore(strip, strength)
