"""MNIST's own file format, IDX: pictures in one file, their labels in another, gzipped or not."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Generator
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.digests import UNREAD, combined, digests
from gendesk.data.sources.folder import printable
from gendesk.data.sources.source import Collection, Source, from_array

_LARGEST = 1 << 33  # bytes: all pictures of such a file are held in memory while they are decoded
_BYTES = 8  # the format's word for uint8


class Idx(Source):
    """One images file, or a folder with the pair of files for training and that for testing.

    The test pictures (`t10k-…`) are held out. Labels are taken from the file that is named like
    the images file, with "labels" for "images", where there is one.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"idx:{path}")
        self.path = path
        self._images = images_files(path) if path.is_dir() else [path]

    def content(self) -> Generator[Event, None, str]:
        if not self._images:
            raise Trouble(
                "The folder {path} holds no IDX images, such as train-images-idx3-ubyte.gz.",
                path=printable(self.path),
            )
        labels = [file for images in self._images if (file := _labels_file(images))]
        files = [*self._images, *labels]
        found = yield from digests(str(self.path.absolute()), files, largest=_LARGEST)
        for file, digest in zip(files, found, strict=True):
            if digest == UNREAD:
                raise Trouble("{path} cannot be read.", path=printable(file))
        return combined(["idx", *(file.name for file in files), *found])

    def load(self) -> Generator[Event, None, Collection]:
        parts, labels, held_out = [], [], []
        for file in self._images:
            yield Stage(Sentence("Reading {name}", {"name": printable(Path(file.name))}))
            pictures = read_idx(file)
            if pictures.ndim not in (3, 4) or (pictures.ndim == 4 and pictures.shape[3] != 3):
                raise Trouble("{path} holds no pictures.", path=printable(file))
            parts.append(pictures)
            held_out.append(np.full(len(pictures), file.name.startswith("t10k")))
            named = _labels_file(file)
            if named is not None:
                labels.append(_read_labels(named, len(pictures)))
        if len({part.shape[1:] for part in parts}) > 1:
            raise Trouble("The IDX files in {path} differ in size.", path=printable(self.path))
        every = np.concatenate(labels) if len(labels) == len(parts) else None
        classes = () if every is None else tuple(str(i) for i in range(int(every.max()) + 1))
        collection = from_array(np.concatenate(parts), every, classes)
        test = np.flatnonzero(np.concatenate(held_out))
        return collection.holding_out(test)


def images_files(folder: Path) -> list[Path]:
    """The images files of the usual names in a folder, those for training first."""
    found = []
    for part in ("train", "t10k"):
        files = sorted(folder.glob(f"{part}-images[-.]idx3-ubyte*"))
        found += files[:1]  # unpacked rather than .gz, where both lie there
    return found


def is_idx(path: Path) -> bool:
    """Whether a file is named as IDX images are."""
    return path.is_file() and "idx3-ubyte" in path.name


def read_idx(path: Path) -> NDArray[np.uint8]:
    """The array in an IDX file of bytes, gzipped or not.

    Raises:
        Trouble: it is no such file, or not all of it is there.
    """
    name = printable(path)
    try:
        with path.open("rb") as plain:
            zipped = plain.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as file:
            start = file.read(4)
            if len(start) != 4 or start[:2] != b"\0\0" or start[2] != _BYTES:
                raise Trouble("{path} is not an IDX file of bytes.", path=name)
            shape = tuple(int(n) for n in np.frombuffer(file.read(4 * start[3]), ">u4"))
            wanted = prod(shape)
            data = file.read(wanted) if 0 < wanted <= _LARGEST else b""
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise Trouble("{path} cannot be read: {why}.", path=name, why=error) from None
    if len(shape) != start[3] or not data or len(data) != wanted:
        raise Trouble("{path} is damaged: it is shorter than it says.", path=name)
    return np.frombuffer(data, np.uint8).reshape(shape)


def _labels_file(images: Path) -> Path | None:
    name = images.name.replace("images", "labels").replace("idx3", "idx1")
    stem = name.removesuffix(".gz")
    for choice in (name, stem, f"{stem}.gz"):
        if choice != images.name and images.with_name(choice).is_file():
            return images.with_name(choice)
    return None


def _read_labels(path: Path, count: int) -> NDArray[np.int64]:
    labels = read_idx(path)
    if labels.shape != (count,):
        raise Trouble("{path} has not one label for each picture.", path=printable(path))
    return labels.astype(np.int64)
