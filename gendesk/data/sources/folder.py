"""A person's own folder of pictures, with everything below it; a sub-folder is a label."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.decoder import SUFFIXES, Decoded, decode
from gendesk.data.digests import combined, digests
from gendesk.data.sources.source import Collection, Source


class Folder(Source):
    """All picture files in and below `path`, in the order of their names."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"folder:{path}")
        self.path = path
        self._files: list[Path] = []
        self._digests: list[str] = []
        self._others = 0

    def content(self) -> Generator[Event, None, str]:
        if not self.path.is_dir():
            raise Trouble("There is no folder {path}.", path=printable(self.path))
        self._files, self._others = yield from _walk(self.path)
        self._digests = yield from digests(str(self.path.absolute()), self._files)
        relative = [str(file.relative_to(self.path)) for file in self._files]
        return combined(["folder", *relative, *self._digests])

    def load(self) -> Generator[Event, None, Collection]:
        yield from ()
        labels, classes = _labels(self._files)
        return from_files(
            self._files,
            [printable(file.relative_to(self.path)) for file in self._files],
            labels,
            classes,
            digests=self._digests,
            others=self._others,
        )


def from_files(
    files: Sequence[Path],
    names: Sequence[str],
    labels: Sequence[int] | None,
    classes: tuple[str, ...],
    *,
    digests: Sequence[str] | None = None,
    others: int = 0,
) -> Collection:
    """A collection whose pictures are files."""

    def picture(index: int, target: int) -> Decoded:
        return decode(files[index], target=target)

    return Collection(
        names,
        picture,
        None if labels is None else np.array(labels, np.int64),
        classes,
        digests=digests,
        bytes=sum(_bytes(file) for file in files),
        others=others,
    )


def printable(path: Path) -> str:
    """A path as text that can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _bytes(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _walk(root: Path) -> Generator[Event, None, tuple[list[Path], int]]:
    """The picture files below `root`, sorted, and the number of others. Links are followed."""
    files: list[Path] = []
    others = 0
    visited: set[tuple[int, int]] = set()
    for place, folders, names in os.walk(root, followlinks=True):
        try:
            about = Path(place).stat()
        except OSError:  # gone since it was listed
            continue
        if (about.st_dev, about.st_ino) in visited:  # a link to one of its own parents
            folders.clear()
            continue
        visited.add((about.st_dev, about.st_ino))
        folders[:] = sorted(f for f in folders if not _hidden(f))
        for name in sorted(names):
            if _hidden(name):
                continue
            if Path(name).suffix.lower() in SUFFIXES:
                files.append(Path(place, name))
            else:
                others += 1
        yield Stage(Sentence("Looking for pictures"), len(files))
    return files, others


def _hidden(name: str) -> bool:
    """Such as macOS's `._photo.jpg`, which ends like a picture and is none."""
    return name.startswith(".") or name == "__MACOSX"


def _labels(files: Sequence[Path]) -> tuple[list[int] | None, tuple[str, ...]]:
    """A label for each file: the first sub-folder below what all of them have in common."""
    if not files:
        return None, ()
    common = len(Path(os.path.commonpath([file.parent for file in files])).parts)
    # A file beside the sub-folders is labelled by the folder that holds them all.
    words = [file.parts[common] if len(file.parts) > common + 1 else "." for file in files]
    classes = sorted(set(words))
    if len(classes) == 1:
        return None, ()
    number = {word: i for i, word in enumerate(classes)}
    return [number[word] for word in words], tuple(printable(Path(word)) for word in classes)
