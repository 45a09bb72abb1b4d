"""How networks of any family are asked for a picture, in any number format."""

from __future__ import annotations

from typing import Any, cast

import torch
from torch import Tensor

from gendesk.core.family import Decodes, Learner, Styles


def painted(
    learner: Decodes, values: Tensor, space: str, kinds: Tensor | None, truncation: Any = 1.0
) -> Tensor:
    """(B, ...) → (B, C, H, W) in [0, 1], whatever the numbers' format.

    Without styles, truncation brings z itself nearer to its mean, which is 0.
    """
    told = () if kinds is None else (kinds,)
    if not isinstance(learner, Styles):
        return learner.decode(values * truncation, *told)
    if space == "z":
        values = learner.styles(values, *told)
    if space == "w+" and isinstance(truncation, Tensor):
        truncation = truncation.unsqueeze(2)
    return learner.painted(learner.truncated(values, truncation))


def still(learner: Decodes, device: torch.device) -> Decodes:
    """For looking at alone."""
    for part in cast(Learner, learner).parts.values():
        part.to(device).eval().requires_grad_(False)
    return learner


def layers_of(learner: Decodes) -> int:
    """How many styles a picture has, from coarse to fine; 0 for a model without styles."""
    return learner.layers if isinstance(learner, Styles) else 0
