"""What the tests of this room share: draining an iterator, and a folder of pictures."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PIL import Image

from gendesk.core.events import Event
from gendesk.data import Dataset, open_dataset

T = TypeVar("T")


def drained(work: Generator[Event, None, T]) -> tuple[list[Event], T]:
    """All events, and what the iterator returned."""
    events = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value


def opened(source: str | Path, size: int = 16, **options: object) -> Dataset:
    """A data set without its events."""
    return drained(open_dataset(str(source), size=size, **options))[1]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder of two labels, five colour pictures each."""
    numbers = np.random.default_rng(1)
    folder = tmp_path / "photos"
    for label in ("cat", "dog"):
        (folder / label).mkdir(parents=True)
        for i in range(5):
            pixels = numbers.integers(0, 256, (6, 8, 3), dtype=np.uint8)
            picture = Image.fromarray(pixels).resize((80, 60), Image.Resampling.BICUBIC)
            picture.save(folder / label / f"{i}.png")
    return folder
