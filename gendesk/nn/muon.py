"""Steps of a like size in every direction of a weight: fewer of them lead as far as Adam's."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

_MOMENTUM = 0.95
_SERIES = (3.4445, -4.7750, 2.0315)  # Jordan's: it drives singular values to about 1 soonest


class Muon(Optimizer):
    """Momentum, orthogonalised (Jordan 2024, "Muon"), for all weights of `net`.

    Of a weight's gradient as a matrix, (out, in · kernel), the singular vectors are kept and the
    singular values made equal. A step moves each weight by `lr` times the size that He (2015) lets
    it begin with, √(2 / fan in), so that one rate suits layers of all sizes. Unlike in Jordan's,
    biases go the same way, as matrices of one row, instead of by Adam.
    """

    def __init__(self, net: nn.Module, lr: float) -> None:
        groups = []
        for layer in net.modules():
            own = list(layer.parameters(recurse=False))
            if own:
                fan_in = max(weight[0].numel() for weight in own)
                groups.append({"params": own, "share": math.sqrt(2 / fan_in)})
        super().__init__(groups, {"lr": lr})

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        """One step along the gradients; `closure` is not supported."""
        assert closure is None
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                if not state:
                    state["momentum"] = torch.zeros_like(weight)
                momentum = state["momentum"].mul_(_MOMENTUM).add_(weight.grad)
                ahead = weight.grad.add(momentum, alpha=_MOMENTUM)  # Nesterov's
                matrix = ahead.flatten(1) if ahead.ndim > 1 else ahead[None]
                size = math.sqrt(max(matrix.shape))  # what makes the root mean square 1
                weight.add_(orthogonalised(matrix).view_as(weight), alpha=-group["lr"] * size)


def orthogonalised(matrix: Tensor) -> Tensor:
    """(N, M) with all singular values about 1, in 0.7 … 1.2, by five Newton-Schulz steps."""
    tall = matrix.shape[0] > matrix.shape[1]
    x: Tensor = matrix.T if tall else matrix
    x = x / x.norm().clamp_min(1e-12)
    a, b, c = _SERIES
    for _ in range(5):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.T if tall else x
