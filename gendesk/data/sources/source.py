"""What a source of pictures is: how to know its content, and how to get its pictures."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk.core.events import Event
from gendesk.core.sentence import Sentence
from gendesk.data.decoder import Decoded, Facts


@dataclass(frozen=True, slots=True)
class Collection:
    """The pictures of a source, none of them decoded yet."""

    names: Sequence[str]  # what each picture is called, fit for printing
    picture: Callable[[int, int], Decoded]  # (index, side wanted) → picture; raises Trouble
    labels: NDArray[np.int64] | None = None  # (N,)
    classes: tuple[str, ...] = ()
    held_out: NDArray[np.int64] | None = None  # the official test pictures, where there are any
    digests: Sequence[str] | None = None  # of the files, where each picture is one
    bytes: int = 0  # on disk
    others: int = 0  # files beside the pictures that are of another kind

    def holding_out(self, indices: NDArray[np.int64]) -> Collection:
        """The same with these official test pictures."""
        return replace(self, held_out=indices)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What gave no picture, and why."""

    name: str
    reason: Sentence


class Source(ABC):
    """Where pictures come from. `name` is what a person writes to mean it."""

    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def content(self) -> Generator[Event, None, str]:
        """Events while looking, and at the end a digest of all that the pictures depend on.

        Raises:
            Trouble: there is nothing to be had.
        """

    @abstractmethod
    def load(self) -> Generator[Event, None, Collection]:
        """Events while getting ready, and at the end the pictures. Called after `content`.

        Raises:
            Trouble: what lies there is not what it should be.
        """


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the chooser: a source that needs no further word."""

    source: str
    title: Sentence
    about: Sentence


def from_array(
    pictures: NDArray[np.uint8], labels: NDArray[np.int64] | None, classes: tuple[str, ...]
) -> Collection:
    """A collection of decoded pictures (N, H, W) or (N, H, W, 3)."""
    mode = "L" if pictures.ndim == 3 else "RGB"
    facts = Facts(width=pictures.shape[2], height=pictures.shape[1], mode=mode)

    def picture(index: int, _target: int) -> Decoded:
        return Decoded(Image.fromarray(pictures[index]), facts)

    names = _Numbers(len(pictures))
    return Collection(names, picture, labels, classes, bytes=pictures.nbytes)


class _Numbers(Sequence[str]):
    """Names of pictures that have none: their numbers, counted from 1."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return f"#{index + 1}"
