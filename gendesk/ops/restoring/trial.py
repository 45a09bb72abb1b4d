"""Trying a model on a picture that was spoilt first: how much of it came back, and where not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gendesk.core.later import later

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from gendesk.nn import fidelity
else:
    torch = later("torch")
    fidelity = later("gendesk.nn.fidelity")

WORST = 64  # levels of 255; larger errors are not told apart
_WINDOW = 11  # pixels of SSIM's window


@dataclass(frozen=True, slots=True)
class Figures:
    """PSNR in dB and SSIM, of the spoilt picture and of the restored one."""

    psnr_before: float
    psnr: float
    ssim_before: float
    ssim: float


def figures(
    restored: NDArray[np.uint8],
    spoilt: NDArray[np.uint8],
    reference: NDArray[np.uint8],
    *,
    luma: bool,
) -> Figures | None:
    """How near both are to the reference; None for pieces too small for SSIM's window.

    Args:
        restored: (H, W, C).
        spoilt: (H, W, C), where it was made smaller enlarged by a cubic.
        reference: (H, W, C).
        luma: compare brightness alone, as is the custom for enlarged pictures.
    """
    if min(reference.shape[:2]) < _WINDOW:
        return None
    pictures = [_tensor(each) for each in (restored, spoilt, reference)]
    if luma:
        pictures = [fidelity.luma(each) for each in pictures]
    after, before, wanted = pictures
    return Figures(
        psnr_before=fidelity.psnr(before, wanted).item(),
        psnr=fidelity.psnr(after, wanted).item(),
        ssim_before=fidelity.ssim(before, wanted).item(),
        ssim=fidelity.ssim(after, wanted).item(),
    )


def errors(restored: NDArray[np.uint8], reference: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mean error of each pixel's channels, for `heat`: (H, W, C) twice → (H, W).

    0 is none, 255 is `WORST` levels or more.
    """
    apart = np.abs(restored.astype(np.int16) - reference).mean(2) * (255 / WORST)
    rounded: NDArray[np.uint8] = apart.round().clip(0, 255).astype(np.uint8)
    return rounded


def _tensor(pixels: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None] / 255
