"""The number format in which networks end."""

from __future__ import annotations

import torch
from torch import Tensor


def wide(x: Tensor) -> Tensor:
    """In float32 at least: autocast's halves become that, and what is computed in float64 stays."""
    return x.to(torch.promote_types(x.dtype, torch.float32))
