"""Room on the disk for pictures that are too large for the memory; nothing of it stays."""

from __future__ import annotations

import mmap
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from gendesk import paths
from gendesk.core.sentence import Trouble
from gendesk.ops.files import writing

IN_MEMORY = 128 << 20  # bytes; pictures larger than this are mapped from a file


def scratch_folder() -> Path:
    """The folder on a local disk for such files.

    Raises:
        Trouble: it cannot be made.
    """
    folder = paths.caches() / "scratch"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def room(shape: tuple[int, ...], dtype: DTypeLike, folder: Path) -> NDArray[Any]:
    """An array to write a picture to: in memory, or mapped from a file in `folder`.

    The file has no name, or goes with its last handle: the system removes it when the array is no
    longer used, and also when the process is killed.

    Raises:
        Trouble: the disk has no room for it.
    """
    size = int(np.prod(shape, dtype=np.int64)) * np.dtype(dtype).itemsize
    if size <= IN_MEMORY:
        return np.empty(shape, dtype)
    if shutil.disk_usage(folder).free < size:
        raise Trouble(
            "A picture of {size} GB has no room in {folder}; free some space on that disk first.",
            size=f"{size / 1e9:.1f}",
            folder=folder,
        )
    with writing(folder), tempfile.TemporaryFile(dir=folder) as file:
        if hasattr(os, "posix_fallocate"):
            # Touching a mapped page for which the disk has no more room ends the whole process.
            os.posix_fallocate(file.fileno(), 0, size)
        else:
            file.truncate(size)
        return np.memmap(file, dtype, "r+", shape=shape)


def rest(array: NDArray[Any]) -> None:
    """Let what is mapped of an array leave the memory; where it is used again, it comes back.

    Otherwise the pages of a large result stay until the system needs the memory for others.
    """
    if isinstance(array, np.memmap) and hasattr(mmap, "MADV_DONTNEED"):
        array._mmap.madvise(mmap.MADV_DONTNEED)  # type: ignore[attr-defined]
