"""How much memory a computation takes, measured while it runs."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

import psutil
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves


def peak(work: Callable[[], object], device: torch.device) -> int:
    """The most bytes of tensors that `work` holds at once, above those that were there before."""
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
        before: int = torch.cuda.memory_allocated(device)
        work()
        most: int = torch.cuda.max_memory_allocated(device)
        return most - before
    meter = _Meter()
    with meter:
        work()
    return meter.most


def free(device: torch.device) -> int:
    """Bytes that can be had on a device."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    return int(psutil.virtual_memory().available)


class _Meter(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts the bytes of all tensors that are made and still held.

    The process's own figure would tell nothing, as its allocator keeps what was freed.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.most = self._now = 0
        self._known: set[int] = set()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        for tensor in _tensors((args, kwargs)):
            self._note(tensor.untyped_storage(), 0)  # where it is new here, it was there before
        results = func(*args, **kwargs)
        for tensor in _tensors(results):
            self._note(tensor.untyped_storage(), tensor.untyped_storage().nbytes())
        return results

    def _note(self, storage: torch.UntypedStorage, size: int) -> None:
        key = storage.data_ptr()
        if key in self._known:
            return
        self._known.add(key)
        self._now += size
        self.most = max(self.most, self._now)
        weakref.finalize(storage, self._forget, key, size)

    def _forget(self, key: int, size: int) -> None:
        self._known.discard(key)
        self._now -= size


def _tensors(tree: Any) -> list[Tensor]:
    return [leaf for leaf in tree_leaves(tree) if isinstance(leaf, Tensor)]
