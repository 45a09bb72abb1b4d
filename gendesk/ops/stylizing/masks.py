"""Which styles go where: regions of a picture that share their styles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, interpolate, pad

from gendesk.ops.stylizing.subject import Mask, Style, Subject


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture and the styles that are blended there."""

    mask: Tensor | None  # (H, W) in [0, 1]; None: everywhere
    styles: tuple[Style, ...]

    @property
    def share(self) -> float:
        """Of the picture's area."""
        return 1.0 if self.mask is None else float(self.mask.mean())


def regions(subject: Subject, styles: Sequence[Style]) -> list[Region]:
    """The regions that the masks on the subject make.

    Styles of the same mask are blended within it. Those without one go where no other style's mask
    is; where there are no masks, everywhere.
    """
    masks = [*subject.masks, *[None] * (len(styles) - len(subject.masks))]
    groups: list[tuple[Mask | None, list[Style]]] = []
    for style, mask in zip(styles, masks, strict=False):
        if style.weight <= 0:
            continue
        for other, group in groups:
            if _same(mask, other):
                group.append(style)
                break
        else:
            groups.append((mask, [style]))
    rest = _rest([mask for mask, _ in groups if mask is not None])
    made = [
        Region(rest if mask is None else as_tensor(mask), tuple(group)) for mask, group in groups
    ]
    return [Region(None, r.styles) if _is_full(r.mask) else r for r in made if r.share > 0]


def as_tensor(mask: Mask) -> Tensor:
    """(H, W) float32 in [0, 1]."""
    return torch.from_numpy(np.array(mask)).float() / 255


def at_size(mask: Tensor, shape: tuple[int, int]) -> Tensor:
    """(h, w) in [0, 1] → (H, W), stretched or shrunk."""
    if mask.shape == shape:
        return mask
    return interpolate(mask[None, None], shape, mode="bilinear", antialias=True)[0, 0]


def at_layer(mask: Tensor, shape: tuple[int, int], stride: int | None = None) -> Tensor:
    """A mask (H, W) as a layer with activations of (h, w) sees it: the mean over each cell.

    `stride` is the pixels of a cell along each side, found out where it is not known.
    """
    if stride is None:
        stride = round(2 ** round(math.log2(mask.shape[0] / shape[0])))
    below, beyond = (max(0, n * stride - m) for n, m in zip(shape, mask.shape, strict=True))
    padded = pad(mask[None, None], (0, beyond, 0, below), mode="replicate")
    return avg_pool2d(padded, stride)[0, 0, : shape[0], : shape[1]]


def _same(one: Mask | None, other: Mask | None) -> bool:
    if one is None or other is None:
        return one is other
    return np.array_equal(one, other)


def _is_full(mask: Tensor | None) -> bool:
    return mask is None or bool((mask == 1).all())


def _rest(masks: Sequence[Mask]) -> Tensor | None:
    """What masks leave over; those of other sizes are stretched to the first's."""
    if not masks:
        return None
    shape = (masks[0].shape[0], masks[0].shape[1])
    covered = torch.stack([at_size(as_tensor(mask), shape) for mask in masks]).sum(0)
    return (1 - covered).clamp(0, 1)
