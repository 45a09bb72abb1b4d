"""Decoded pictures on disk: each source at each size is decoded once, then memory-mapped.

An entry is a folder that appears by a rename when all of it is written and on the disk:
`pictures.npy` (N, H, W, C) uint8, `origins.npy`, `labels.npy`, `held_out.npy` and `about.json`.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray
from PIL import Image

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.blocks import in_blocks
from gendesk.data.geometry import crops, square
from gendesk.data.locks import locked
from gendesk.data.sources.source import Collection, Skipped, Source

# Counts up whenever the decoder or the geometry would give other pixels than before.
_VERSION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What the cache holds of one source at one size."""

    key: str  # digest of the pixels
    pictures: NDArray[np.uint8]  # (N, H, W, C)
    origins: NDArray[np.int64]  # (N,) which picture of the source each was made from, ascending
    labels: NDArray[np.int64] | None  # (N,)
    classes: tuple[str, ...]
    held_out: NDArray[np.int64] | None
    skipped: tuple[Skipped, ...]


def cached(
    source: Source, size: int, colour: str, framing: str = "square"
) -> Generator[Event, None, Entry]:
    """The decoded pictures of a source, from the cache or put there now.

    Args:
        source: where the pictures come from.
        size: their side in pixels.
        colour: "grey", "rgb", or "auto" for grey where none of them has a colour.
        framing: "square" for the centre of each picture, scaled; "crops" for all of it, cut into
            squares at its own scale.

    Raises:
        Trouble: the source has nothing, or the disk does not take it.
    """
    content = yield from source.content()
    identity = f"{_VERSION}/{content}/{size}/{colour}/{framing}"
    name = blake2b(identity.encode(), digest_size=16).hexdigest()
    folder = paths.caches() / "pictures" / name
    entry = _read(folder)
    if entry is not None:
        return entry
    with _disk_troubles(folder.parent):
        lock = yield from locked(folder.with_suffix(".lock"))
        try:
            entry = _read(folder)  # another process may have put it there
            if entry is None:
                yield from _build(source, size, colour, framing, folder)
                entry = _read(folder)
        finally:
            lock.release()
    if entry is None:
        raise Trouble("The decoded pictures in {folder} cannot be read back.", folder=folder)
    return entry


@contextmanager
def _disk_troubles(folder: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise Trouble(
            "Decoded pictures cannot be kept in {folder}: {why}.", folder=folder, why=why
        ) from None


def _read(folder: Path) -> Entry | None:
    """The entry in a folder; None where there is none, or a damaged one."""
    try:
        about = json.loads((folder / "about.json").read_text("utf-8"))
        # Copy-on-write: torch may wrap it without a warning, and nobody can write to the file.
        pictures = np.load(folder / "pictures.npy", mmap_mode="c")
        if list(pictures.shape) != about["shape"] or pictures.dtype != np.uint8:
            return None
        origins = np.load(folder / "origins.npy")
        labels = np.load(folder / "labels.npy") if about["labels"] else None
        held_out = np.load(folder / "held_out.npy") if about["held_out"] else None
        skipped = tuple(Skipped(s["name"], Sentence(**s["reason"])) for s in about["skipped"])
        classes = tuple(about["classes"])
        return Entry(about["key"], pictures, origins, labels, classes, held_out, skipped)
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        return None


def _build(source: Source, size: int, colour: str, framing: str, folder: Path) -> Iterator[Event]:
    """Decode a source into `folder`, or leave nothing."""
    beside = folder.with_suffix(".partial")
    shutil.rmtree(beside, ignore_errors=True)  # a process was killed while it wrote
    beside.mkdir()
    try:
        collection = yield from source.load()
        with (beside / "pictures.npy").open("w+b") as file:
            shelf = _Shelf(file, size, {"grey": 1, "rgb": 3}.get(colour, 0))
            kept, skipped = yield from _decode_all(collection, size, framing, shelf)
            shelf.finish()
        about = {
            "key": shelf.digest(),
            "shape": shelf.shape,
            "classes": collection.classes,
            "labels": collection.labels is not None,
            "held_out": collection.held_out is not None,
            "skipped": [asdict(s) for s in skipped],
        }
        _save(beside / "origins.npy", kept)
        if collection.labels is not None:
            _save(beside / "labels.npy", collection.labels[kept])
        if collection.held_out is not None:
            official = np.isin(kept, collection.held_out)
            _save(beside / "held_out.npy", np.flatnonzero(official))
        with (beside / "about.json").open("w", encoding="utf-8") as text:
            text.write(json.dumps(about, default=str))
            _sync(text)
        shutil.rmtree(folder, ignore_errors=True)  # a damaged one
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _decode_all(
    collection: Collection, size: int, framing: str, shelf: _Shelf
) -> Generator[Event, None, tuple[NDArray[np.int64], list[Skipped]]]:
    """Decode everything in order; which index gave each picture, and what gave none."""

    def decode(index: int) -> list[NDArray[np.uint8]] | Skipped:
        try:
            if framing == "crops":
                pictures = crops(collection.picture(index, 0).picture, size)
            else:
                pictures = [square(collection.picture(index, size).picture, size)]
        except Trouble as trouble:
            return Skipped(collection.names[index], trouble.sentence)
        return [without_needless_colour(np.asarray(picture)) for picture in pictures]

    total, done = len(collection.names), 0
    kept: list[int] = []
    skipped: list[Skipped] = []
    with closing(in_blocks(total, decode)) as blocks:
        for block in blocks:
            for index, result in enumerate(block, done):
                if isinstance(result, Skipped):
                    skipped.append(result)
                else:
                    for picture in result:
                        kept.append(index)
                        shelf.put(picture)
            done += len(block)
            yield Stage(Sentence("Decoding pictures"), done, total)
    return np.array(kept, np.int64), skipped


def without_needless_colour(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W) where the three channels are the same."""
    if picture.ndim == 3 and not (picture[..., 1:] != picture[..., :1]).any():
        return picture[..., 0]
    return picture


class _Shelf:
    """Writes pictures one after another into an `.npy` file whose length is not known before.

    With `channels` 0 it begins in grey, and starts over in colour when the first colour comes.
    """

    def __init__(self, file: Any, size: int, channels: int) -> None:
        self._file = file
        self._size = size
        self._count = 0
        self._auto = not channels
        self._channels = channels or 1
        self._digest = blake2b(digest_size=16)
        self._write_header()

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Of the array so far."""
        return self._count, self._size, self._size, self._channels

    def digest(self) -> str:
        """Of all pixels and their shape."""
        return blake2b(
            self._digest.digest() + repr(self.shape).encode(), digest_size=16
        ).hexdigest()

    def put(self, picture: NDArray[np.uint8]) -> None:
        """Write an (H, W) or (H, W, 3) picture."""
        if self._auto and self._channels == 1 and picture.ndim == 3:
            self._widen()
        data = self._fitted(picture).tobytes()
        self._digest.update(data)
        self._file.write(data)
        self._count += 1

    def finish(self) -> None:
        """Write the final length into the header, and all of it to the disk."""
        self._write_header()
        _sync(self._file)

    def _fitted(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        if self._channels == 3:
            return picture if picture.ndim == 3 else np.repeat(picture[..., None], 3, axis=2)
        if picture.ndim == 2:
            return picture
        return np.asarray(Image.fromarray(picture).convert("L"))

    def _widen(self) -> None:
        """Write again in colour what was written in grey, from the last to the first picture."""
        self._channels = 3
        self._digest = blake2b(digest_size=16)
        start, area = self._start, self._size**2
        for i in reversed(range(self._count)):
            self._file.seek(start + i * area)
            grey = np.frombuffer(self._file.read(area), np.uint8)
            self._file.seek(start + i * area * 3)
            self._file.write(np.repeat(grey, 3))
        self._file.seek(start)
        for _ in range(self._count):
            self._digest.update(self._file.read(3 * area))

    def _write_header(self) -> None:
        """NumPy leaves room in the header for the first axis to grow."""
        self._file.seek(0)
        about = {"descr": "|u1", "fortran_order": False, "shape": self.shape}
        npy.write_array_header_1_0(self._file, about)
        self._start = self._file.tell()
        self._file.seek(0, os.SEEK_END)


def _save(path: Path, array: NDArray[np.int64]) -> None:
    with path.open("wb") as file:
        np.save(file, array)
        _sync(file)


def _sync(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())
