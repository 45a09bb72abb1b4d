"""A family's networks on their device, multiplying in the number format that was chosen."""

from __future__ import annotations

from typing import Any, cast

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn
from torch.optim import Optimizer


def ready(part: nn.Module, optimizer: Optimizer, fabric: Fabric) -> tuple[nn.Module, Optimizer]:
    """What to call in place of `part` where gradients are wanted, and what to step.

    Several processes and fp16's scaling are Fabric's. One process needs neither, and Fabric's
    wrappers took a tenth of a small network's step.
    """
    if fabric.world_size > 1 or scales(fabric):
        return cast(tuple[nn.Module, Optimizer], fabric.setup(part, optimizer))
    part.to(fabric.device)
    return _Mixed(part, fabric), optimizer


def scales(fabric: Fabric) -> bool:
    """Whether fp16 loss scaling is on, which expects and skips infinite gradients itself."""
    return getattr(fabric._precision, "scaler", None) is not None


def gradient_norm(weights: list[Tensor]) -> Tensor:
    """The 2-norm of the gradients of `weights` together, a scalar."""
    gradients = [w.grad for w in weights if w.grad is not None]
    if not gradients or gradients[0].device.type != "cpu":
        return torch.nn.utils.get_total_norm(gradients)
    flat = [g.reshape(-1) for g in gradients]
    return torch.stack([torch.dot(g, g) for g in flat]).sum().sqrt()  # twice as fast on a CPU


class _Mixed(nn.Module):
    """Runs a network in the precision of `fabric`; takes and gives float32."""

    def __init__(self, part: nn.Module, fabric: Fabric) -> None:
        super().__init__()
        self.part = part
        self._autocast = fabric.autocast

    def forward(self, *inputs: Any) -> Any:
        with self._autocast():
            return _float32(self.part(*inputs))

    def __getattr__(self, name: str) -> Any:
        """What the network has beside `forward`, such as a learnt σ."""
        try:
            return super().__getattr__(name)
        except AttributeError:
            return getattr(super().__getattr__("part"), name)


def _float32(out: Any) -> Any:
    """A tensor, or tensors in a tuple or list, in float32."""
    if isinstance(out, tuple | list):
        return type(out)(_float32(each) for each in out)
    return out.float() if isinstance(out, Tensor) and out.is_floating_point() else out
