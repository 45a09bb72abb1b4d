"""Digests of files' contents, remembered as long as the files are not touched."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import blake2b, file_digest
from pathlib import Path

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.data.decoder import MAX_BYTES

UNREAD = "unread"  # stands for the digest of what is no readable regular file
_BLOCK = 64  # files between two events
# A file changed twice within one tick of the file system's clock looks unchanged; hence what
# was changed just now is not remembered. FAT's clock is the slowest.
_SETTLED_S = 2.0


def digests(
    place: str, files: Sequence[Path], *, largest: int = MAX_BYTES
) -> Generator[Event, None, list[str]]:
    """The digest of each file's content, in order.

    A file whose size, times and inode are as they were is not read again.

    Args:
        place: what the files belong to; its digests are remembered together.
        files: the files; `UNREAD` is the digest of one that cannot be read.
        largest: what is larger, in bytes, is not read either.
    """
    memory = paths.caches() / "digests" / f"{combined([place])}.txt"
    known = _recall(memory)
    stamps: list[str] = []
    found: list[str] = []
    fresh = False
    with ThreadPoolExecutor(2, "digest") as pool:
        for start in range(0, len(files), _BLOCK):
            block = files[start : start + _BLOCK]
            for stamp, digest in pool.map(lambda f: _digest(f, known, largest), block):
                fresh |= bool(stamp) and stamp not in known
                stamps.append(stamp)
                found.append(digest)
            yield Stage(Sentence("Looking for changes"), len(found), len(files))
    if fresh:
        _remember(memory, stamps, found)
    return found


def combined(parts: Sequence[str]) -> str:
    """One digest of several texts, whatever characters they hold."""
    whole = blake2b(digest_size=16)
    for part in parts:
        encoded = os.fsencode(part)
        whole.update(len(encoded).to_bytes(8, "little") + encoded)
    return whole.hexdigest()


def _digest(file: Path, known: dict[str, str], largest: int) -> tuple[str, str]:
    """A file's stamp, empty where it must not be remembered, and its digest."""
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > largest:
            return "", UNREAD
        times = about.st_mtime_ns, about.st_ctime_ns
        stamp = f"{about.st_dev}-{about.st_ino}-{about.st_size}-{times[0]}-{times[1]}"
        if stamp in known:
            return stamp, known[stamp]
        settled = time.time() - max(times) / 1e9 > _SETTLED_S
        with file.open("rb") as content:
            digest = file_digest(content, lambda: blake2b(digest_size=16)).hexdigest()
    except (OSError, ValueError):
        return "", UNREAD
    return (stamp if settled else ""), digest


def _recall(memory: Path) -> dict[str, str]:
    known = {}
    with suppress(OSError, UnicodeDecodeError), memory.open(encoding="ascii") as lines:
        for line in lines:
            stamp, _, digest = line.rstrip("\n").partition(" ")
            if len(digest) == 32:  # a torn line is none
                known[stamp] = digest
    return known


def _remember(memory: Path, stamps: Sequence[str], found: Sequence[str]) -> None:
    """Beside and renamed; what cannot be written is only a loss of time."""
    beside = memory.with_suffix(f".{os.getpid()}.{time.monotonic_ns()}")
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="ascii") as lines:
            for stamp, digest in zip(stamps, found, strict=True):
                if stamp:
                    lines.write(f"{stamp} {digest}\n")
        beside.replace(memory)
