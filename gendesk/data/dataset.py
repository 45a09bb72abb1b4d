"""Decoded pictures, ready to learn from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Dataset:
    """All pictures of a source at one size, and which of them are held out.

    `pictures` is memory-mapped copy-on-write, so that a data set larger than the memory works,
    torch may wrap it without a copy, and nobody can write to the cache through it.
    """

    source: str  # as the user named it: "digits", "folder:/home/me/cats" …
    key: str  # hex digest of the decoded content: same key, same pictures
    pictures: NDArray[np.uint8]  # (N, H, W, C), C is 1 or 3
    labels: NDArray[np.int64] | None  # (N,)
    classes: tuple[str, ...]  # what the labels mean; empty without labels
    train: NDArray[np.int64]  # indices to learn from
    held_out: NDArray[np.int64]  # indices to judge by, never learnt from; at least one

    @property
    def channels(self) -> int:
        """1 for grey pictures, 3 for colour."""
        return int(self.pictures.shape[3])

    @property
    def size(self) -> int:
        """The side of the square pictures in pixels."""
        return int(self.pictures.shape[1])


def spread(indices: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """At most so many of `indices`, evenly apart: of every kind, where pictures lie by kinds."""
    count = min(most, len(indices))
    return indices[np.arange(count) * len(indices) // max(count, 1)]
