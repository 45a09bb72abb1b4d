"""What a painting is made from: the subject, the styles, and both at the size that is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from gendesk.core.images import Picture, to_float
from gendesk.core.sentence import Trouble

Mask = NDArray[np.uint8]  # (H, W), 255 counts fully

LEAST_SIDE = 32  # pixels of the shorter side: deep layers must have something to see


@dataclass(frozen=True)
class Style:
    """A picture whose style is wanted, and how much of it."""

    pixels: Picture  # (H, W, 3)
    weight: float = 1.0  # beside the other styles'
    mask: Mask | None = None  # the part of the picture that counts


@dataclass(frozen=True)
class Subject:
    """The picture that is painted."""

    pixels: Picture  # (H, W, 3)
    masks: Sequence[Mask | None] = ()  # where style i goes; None: wherever no other one's mask is


def shape_at(pixels: Picture, size: int) -> tuple[int, int]:
    """(height, width) when the longer side has `size` pixels."""
    return scaled(pixels.shape, size)


def scaled(shape: Sequence[int], size: int) -> tuple[int, int]:
    """The same for a picture of (height, width, ...)."""
    height, width = shape[:2]
    factor = size / max(height, width)
    return max(1, round(height * factor)), max(1, round(width * factor))


def least_size(pixels: Picture) -> int:
    """The longer side at which the shorter one is long enough to be painted."""
    height, width = pixels.shape[:2]
    least: int = -(-LEAST_SIDE * max(height, width) // min(height, width))
    return least


def check(subject: Subject, styles: Sequence[Style], size: int) -> None:
    """Raise `Trouble` where these pictures cannot be painted at this size."""
    if not styles or sum(style.weight for style in styles) <= 0:
        raise Trouble("Choose at least one style, with a weight above 0.")
    least = least_size(subject.pixels)
    if size < least:
        raise Trouble(
            "This picture is too narrow to be painted {size} pixels long; choose a size of at least "
            "{least}, or cut it.",
            size=size,
            least=least,
        )
    masks = [*subject.masks, *(style.mask for style in styles)]
    if any(mask is not None and not mask.any() for mask in masks):
        raise Trouble("A mask is empty; paint where the style counts, or remove the mask.")


def subject_at(pixels: Picture, size: int) -> Tensor:
    """(1, 3, H, W) in [0, 1] whose longer side has `size` pixels."""
    return resized(as_image(pixels), shape_at(pixels, size))


def style_at(pixels: Picture, size: int) -> Tensor:
    """The same, never larger than the picture is: enlarging adds blur, which would be painted.

    A side that would be shorter than 32 pixels is the exception.
    """
    height, width = shape_at(pixels, min(size, max(pixels.shape[:2])))
    factor = max(1.0, LEAST_SIDE / min(height, width))
    return resized(as_image(pixels), (round(height * factor), round(width * factor)))


def resized(images: Tensor, shape: tuple[int, int]) -> Tensor:
    """(1, C, h, w) in [0, 1] → (1, C, *shape), by an antialiased cubic."""
    if images.shape[2:] == shape:
        return images
    return interpolate(images, shape, mode="bicubic", antialias=True).clamp(0, 1)


def as_image(pixels: Picture) -> Tensor:
    """(H, W, 3) uint8 → (1, 3, H, W) in [0, 1]."""
    return to_float(torch.from_numpy(np.array(pixels))[None])
