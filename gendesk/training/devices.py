"""Which device, number format and how many threads a training uses."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from functools import cache
from pathlib import Path

import torch
from lightning_fabric import Fabric

from gendesk.core.sentence import Trouble

# Lightning makes PyTorch look for GPUs through NVML, and optimizers look at every step: where NVML
# is not installed, the search for its library took a tenth of a small network's step.
os.environ.pop("PYTORCH_NVML_BASED_CUDA_CHECK", None)
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # from malloc.h
logging.getLogger("lightning_fabric").setLevel(logging.WARNING)
_PRECISION = {"32": "32-true", "bf16": "bf16-mixed", "fp16": "16-mixed"}


def fabric_for(device: str = "auto", precision: str = "auto") -> Fabric:
    """A launched Fabric for one device, or for all processes that torchrun started.

    Args:
        device: "auto", "cpu" or "cuda".
        precision: "auto", "32", "bf16" or "fp16"; auto is bf16 where the hardware multiplies it.

    Raises:
        Trouble: the device or the precision is not to be had here.
    """
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cuda" and not torch.cuda.is_available():
        raise Trouble("There is no CUDA device here that PyTorch can use; choose the CPU instead.")
    if device not in ("cpu", "cuda"):
        raise Trouble("The device must be auto, cpu or cuda, but was {device}.", device=device)
    if precision == "auto":
        precision = "bf16" if multiplies_bf16(device) else "32"
    if precision == "fp16" and device == "cpu":
        raise Trouble("fp16 needs a GPU; choose bf16 or 32 on the CPU.")
    world = int(os.environ.get("WORLD_SIZE", 1))
    fabric = Fabric(
        accelerator=device,
        devices=int(os.environ.get("LOCAL_WORLD_SIZE", 1)),
        num_nodes=max(1, world // int(os.environ.get("LOCAL_WORLD_SIZE", world))),
        strategy="ddp" if world > 1 else "auto",
        precision=_PRECISION[precision],  # type: ignore[arg-type]
    )
    if world > 1:
        fabric.launch()
    return fabric


@cache
def multiplies_bf16(device: str) -> bool:
    """Whether the hardware has bf16 products, so that they are faster than float32's."""
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    try:
        flags = Path("/proc/cpuinfo").read_text("utf-8").split()
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags


def use_threads(count: int) -> None:
    """Compute with `count` threads in this process, as far as it has cores."""
    count = max(1, min(count, os.cpu_count() or 1))
    if count != torch.get_num_threads():
        torch.set_num_threads(count)


def keep_freed_memory() -> None:
    """Let glibc keep what training frees at each step instead of handing it back to the system.

    By default every tensor above 128 KB to 32 MB is mapped anew and its pages are zeroed and faulted
    in one by one: that took 40% of a step of a small network. Elsewhere this does nothing.
    """
    mallopt = getattr(_libc(), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_MMAP_THRESHOLD, 1 << 30)
        mallopt(_M_TRIM_THRESHOLD, 1 << 30)


def give_back_memory() -> None:
    """Hand what has been kept since `keep_freed_memory` back to the system."""
    trim = getattr(_libc(), "malloc_trim", None)
    if trim is not None:
        trim(0)


@cache
def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None


def named(device: torch.device) -> tuple[str, int]:
    """What a person calls the device, and how many threads compute there; a GPU has none."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device), 0
    return "CPU", torch.get_num_threads()


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception says that memory ran out, on a GPU or on the CPU."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and "can't allocate memory" in str(error)
