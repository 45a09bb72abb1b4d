"""How far one picture is from another: PSNR and SSIM."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

_LUMA = (65.481 / 255, 128.553 / 255, 24.966 / 255)  # of R'G'B', ITU-R BT.601, for Y' in 16 to 235


def luma(images: Tensor) -> Tensor:
    """(B, C, H, W) in [0, 1] → Y' of BT.601 in its studio range, (B, 1, H, W); grey stays itself.

    Super-resolution is compared by this channel (Dong 2014).
    """
    if images.shape[1] == 1:
        return images
    weights = images.new_tensor(_LUMA).view(1, 3, 1, 1)
    return (images * weights).sum(1, keepdim=True) + 16 / 255


def psnr(images: Tensor, reference: Tensor) -> Tensor:
    """Peak signal-to-noise ratio of pictures in [0, 1] in decibels: (B,). At most 100."""
    error = (images.float() - reference.float()).square().flatten(1).mean(1)
    return -10 * error.clamp_min(1e-10).log10()


def ssim(images: Tensor, reference: Tensor) -> Tensor:
    """Structural similarity (Wang 2004) of pictures in [0, 1], 1 for the same: (B,).

    A Gaussian window of 11 pixels with σ = 1.5, only where it fits in; the mean over all channels.
    """
    channels = images.shape[1]
    taps = torch.arange(11, dtype=torch.float32, device=images.device) - 5
    window = torch.exp(-taps.square() / (2 * 1.5**2))
    window = (window / window.sum()).repeat(channels, 1, 1, 1)  # (C, 1, 1, 11)

    def blurred(x: Tensor) -> Tensor:
        across = functional.conv2d(x, window, groups=channels)
        return functional.conv2d(across, window.transpose(2, 3), groups=channels)

    a, b = images.float(), reference.float()
    mean_a, mean_b = blurred(a), blurred(b)
    var_a = blurred(a * a) - mean_a.square()
    var_b = blurred(b * b) - mean_b.square()
    cov = blurred(a * b) - mean_a * mean_b
    c1, c2 = 0.01**2, 0.03**2
    similar = (2 * mean_a * mean_b + c1) * (2 * cov + c2)
    similar = similar / ((mean_a.square() + mean_b.square() + c1) * (var_a + var_b + c2))
    return similar.flatten(1).mean(1)


def error_map(images: Tensor, reference: Tensor) -> Tensor:
    """Where pictures (B, C, H, W) in [0, 1] differ, as colours (B, 3, H, W) in [0, 1].

    The mean distance of the channels from black (none) over red and yellow to white (0.5 or more).
    """
    error = (images.float() - reference.float()).abs().mean(1, keepdim=True)
    return (6 * error - error.new_tensor([0.0, 1.0, 2.0]).view(1, 3, 1, 1)).clamp(0, 1)
