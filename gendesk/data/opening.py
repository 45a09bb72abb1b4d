"""A source as a data set: decoded, cached, and some pictures held out."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Warned
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.cache import Entry, cached
from gendesk.data.dataset import Dataset
from gendesk.data.sources import parse
from gendesk.data.sources.source import Skipped, Source

_SHARE_HELD_OUT = 0.1
_MOST_HELD_OUT = 10_000
_REASONS = 3  # said one by one; the report has them all


def open_dataset(
    source: str,
    *,
    size: int,
    colour: str = "auto",
    seed: int = 0,
    framing: str = "square",
    exclude: str = "",
) -> Generator[Event, None, Dataset]:
    """The pictures of a source, ready to learn from; decoded now where they never were.

    Yields stages and warnings and returns the data set. The held-out pictures are the official
    test pictures where the source has them, otherwise a tenth: at least 1, at most 10,000.

    Args:
        source: "digits", "folder:PATH" … as `gendesk.data.sources.parse` knows them.
        size: the side of the square pictures in pixels.
        colour: "grey", "rgb", or "auto" for grey where none of the pictures has a colour.
        seed: which pictures are held out; the same seed holds out the same ones.
        framing: "square" for the centre of each picture, scaled; "crops" for all of it, cut into
            squares at its own scale. The squares of a picture are held out together.
        exclude: a text file of pictures, a name a line (`picture_names`), that are neither learnt
            from nor judged by. Which others are held out does not hang on it.

    Raises:
        Trouble: the source or the list cannot be had, or there are fewer than two readable pictures.
    """
    pictures = parse(source)
    entry = yield from cached(pictures, size, colour, framing)
    count = len(np.unique(entry.origins))
    if count < 2:
        first = entry.skipped[0].reason if entry.skipped else ""
        raise Trouble(
            "{source} holds {count} readable pictures, but at least 2 are needed. {first}",
            source=source,
            count=count,
            first=first,
        )
    for sentence in _warnings(entry.skipped, count):
        yield Warned(sentence)
    train, held_out = split(entry.origins, seed, entry.held_out)
    if exclude:
        listed = _listed(Path(exclude))
        names = yield from _names(pictures, entry)
        kept = np.array([name not in listed for name in names])
        train, held_out = train[kept[train]], held_out[kept[held_out]]
        if not (len(train) and len(held_out)):
            raise Trouble("{list} leaves no pictures to learn from; shorten it.", list=exclude)
    return Dataset(source, entry.key, entry.pictures, entry.labels, entry.classes, train, held_out)


def picture_names(
    source: str, *, size: int, colour: str = "auto", framing: str = "square"
) -> Generator[Event, None, list[str]]:
    """What each picture of a data set is called, in its order; as `open_dataset` is asked for it.

    Raises:
        Trouble: the source cannot be had.
    """
    pictures = parse(source)
    entry = yield from cached(pictures, size, colour, framing)
    return (yield from _names(pictures, entry))


def _names(source: Source, entry: Entry) -> Generator[Event, None, list[str]]:
    collection = yield from source.load()
    return [collection.names[origin] for origin in entry.origins]


def _listed(path: Path) -> set[str]:
    try:
        return {line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()}
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Trouble(
            "The list {path} of pictures to leave out cannot be read: {why}.", path=path, why=why
        ) from None


def _warnings(skipped: tuple[Skipped, ...], count: int) -> list[Sentence]:
    """How many files are left out, and the first reasons."""
    if not skipped:
        return []
    values = {"skipped": len(skipped), "total": len(skipped) + count}
    summary = Sentence("{skipped} of {total} files are left out, as they cannot be read.", values)
    return [summary, *(s.reason for s in skipped[:_REASONS])]


def split(
    origins: NDArray[np.int64], seed: int, official: NDArray[np.int64] | None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Indices to learn from and indices held out, both sorted."""
    if official is not None and 0 < len(official) < len(origins):
        held_out = np.zeros(len(origins), bool)
        held_out[official] = True
    else:
        known = np.unique(origins)
        wanted = min(max(round(len(known) * _SHARE_HELD_OUT), 1), _MOST_HELD_OUT)
        order = np.random.Generator(np.random.Philox(key=seed)).permutation(len(known))
        held_out = np.isin(origins, known[order[:wanted]])
    return np.flatnonzero(~held_out), np.flatnonzero(held_out)
