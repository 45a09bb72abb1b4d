"""Colours kept or carried over: luminance apart from colour, and one picture in another's colours."""

from __future__ import annotations

import torch
from torch import Tensor

_LUMA = (0.299, 0.587, 0.114)  # of YIQ (NTSC 1953)
_LEAST = 1e-5  # variance of a colour: rounding to 8 bits leaves about as much


def luminance(images: Tensor) -> Tensor:
    """(1, 3, H, W) in [0, 1] → (1, 3, H, W) of three equal channels."""
    grey = torch.einsum("c,bchw->bhw", images.new_tensor(_LUMA), images)
    return grey[:, None].expand_as(images).contiguous()


def with_luminance(colours: Tensor, painted: Tensor) -> Tensor:
    """The colours of one picture with the luminance of another, both (1, 3, H, W) in [0, 1].

    After Gatys (2016, "Preserving Color in Neural Artistic Style Transfer", section 4): a luminance
    that is added to red, green and blue alike leaves the two other axes of YIQ as they are.
    """
    return (colours + luminance(painted) - luminance(colours)).clamp(0, 1)


def matched_luminance(style: Tensor, content: Tensor) -> Tensor:
    """The style's luminance with the mean and spread of the content's (ibid., equation 10)."""
    own, wanted = luminance(style), luminance(content)
    spread = wanted.std() / own.std().clamp_min(_LEAST**0.5)
    return ((own - own.mean()) * spread + wanted.mean()).clamp(0, 1)


def recoloured(images: Tensor, like: Tensor, mask: Tensor | None = None) -> Tensor:
    """A picture, its colours moved as little as possible to have the mean and covariance of another's.

    (1, 3, H, W) and (1, 3, h, w) in [0, 1] → (1, 3, H, W); `mask` (h, w) says what of the other counts. The linear map is that of optimal
    transport between normal distributions (Pitié & Kokaram 2007, "The linear Monge-Kantorovitch
    linear colour mapping"); Gatys (2016, "Preserving Color", section 3) take a Cholesky factor or
    an eigenbasis, which turn hues more.
    """
    mean, own = _distribution(images)
    wanted_mean, wanted = _distribution(like, mask)
    root = _power(own, 0.5)
    undone = _power(own, -0.5)
    carry = undone @ _power(root @ wanted @ root, 0.5) @ undone
    pixels = images[0].flatten(1).double() - mean[:, None]
    moved = carry @ pixels + wanted_mean[:, None]
    return moved.clamp(0, 1).to(images).view_as(images)


def _distribution(images: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """The mean (3,) and covariance (3, 3) of the colours."""
    pixels = images[0].flatten(1).double()
    weights = torch.ones_like(pixels[0]) if mask is None else mask.flatten().to(pixels)
    weights = weights / weights.sum()
    mean = pixels @ weights
    apart = pixels - mean[:, None]
    return mean, (apart * weights) @ apart.T + _LEAST * torch.eye(3).to(pixels)


def _power(matrix: Tensor, exponent: float) -> Tensor:
    """Of a symmetric positive matrix."""
    values, vectors = torch.linalg.eigh((matrix + matrix.T) / 2)
    power: Tensor = vectors * values.clamp_min(1e-12).pow(exponent) @ vectors.T
    return power
