"""How networks are told what a picture shows."""

from __future__ import annotations

from torch import Tensor
from torch.nn.functional import one_hot


def told(kinds: Tensor, classes: int) -> Tensor:
    """(B,) int64 → (B, classes), one-hot.

    Shares of each kind (B, classes) stay as they are: between two kinds there are pictures, too.
    """
    return kinds if kinds.is_floating_point() else one_hot(kinds, classes).float()
