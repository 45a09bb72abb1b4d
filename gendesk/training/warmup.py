"""What the first training would otherwise wait for, done before anybody presses Start."""

from __future__ import annotations

import torch
from torch import nn

from gendesk.training.devices import fabric_for, keep_freed_memory
from gendesk.training.parts import ready


def warm_up() -> None:
    """Load torch's optimizers and kernels by one small step; about a second on a plain CPU.

    The first optimizer alone imports half of torch, and each kind of product sets up its library.
    """
    keep_freed_memory()
    fabric = fabric_for("auto", "auto")
    net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.Flatten(), nn.Linear(256, 4))
    optimizer = torch.optim.Adam(net.parameters(), fused=True)
    module, wrapped = ready(net, optimizer, fabric)
    fabric.backward(module(torch.zeros(2, 1, 8, 8, device=fabric.device)).float().sum())
    wrapped.step()
