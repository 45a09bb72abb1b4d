"""The report on a source before anything is learnt from it: what is there, and what is odd."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.recipe import Material
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.blocks import in_blocks
from gendesk.data.cache import without_needless_colour
from gendesk.data.decoder import Facts
from gendesk.data.digests import combined
from gendesk.data.likeness import equal_groups, near_groups, signature
from gendesk.data.sources import parse
from gendesk.data.sources.source import Collection, Skipped

_VERSION = "report 3"
_SIDE = 64  # pictures are looked at about this small


@dataclass(frozen=True, slots=True)
class Bar:
    """Of a histogram: how many pictures have a shorter side from `low` to `high` pixels."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a source's pictures. Plain data; `as_dict` is JSON-able.

    Sizes are (width, height) in pixels as seen upright, ordered by the shorter side, which is
    what a square is cut from.
    """

    source: str
    pictures: int  # that can be read
    bytes: int  # on disk
    others: int  # files of other kinds beside them
    smallest: tuple[int, int]
    median: tuple[int, int]
    largest: tuple[int, int]
    sides: list[Bar]  # histogram of the shorter side
    labels: dict[str, int]  # pictures of each label; empty without labels
    duplicates: list[list[str]]  # names of pictures that are the same, byte for byte
    near_duplicates: list[list[str]]  # … that only look the same
    unreadable: list[Skipped]
    grey: int
    alpha: int
    cmyk: int
    deep: int  # more than 8 bits a channel
    animated: int
    turned: int  # by their EXIF data

    @property
    def balance(self) -> float:
        """Pictures of the rarest label for each one of the most frequent; 1 without labels."""
        return min(self.labels.values()) / max(self.labels.values()) if self.labels else 1.0

    @property
    def redundant(self) -> int:
        """Pictures that could go, as the very same file is there again."""
        return sum(len(group) - 1 for group in self.duplicates)

    @property
    def material(self) -> Material:
        """What a recipe needs to know of it to suit it."""
        photographs = self.grey < self.pictures / 2
        side = min(self.median)
        return Material(self.source, self.pictures, side, photographs, len(self.labels))

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def survey(source: str) -> Generator[Event, None, Report]:
    """Look at every picture of a source; nothing stops at a bad one.

    Yields stages and returns a `Report`. The report on an unchanged source is remembered.

    Raises:
        Trouble: there is no such source, or it cannot be had.
    """
    origin = parse(source)
    content = yield from origin.content()
    memory = paths.caches() / "reports" / f"{combined([_VERSION, content])}.json"
    report = _recall(memory)
    if report is None:
        collection = yield from origin.load()
        looks = yield from _look(collection)
        yield Stage(Sentence("Comparing pictures"))
        report = _report(source, collection, looks)
        with suppress(OSError):
            memory.parent.mkdir(parents=True, exist_ok=True)
            memory.write_text(json.dumps(report.as_dict()), "utf-8")
    return report


@dataclass(frozen=True, slots=True)
class _Look:
    """What one glance at a picture gives."""

    index: int
    facts: Facts
    grey: bool
    digest: str
    signature: NDArray[np.uint8]


def _look(collection: Collection) -> Generator[Event, None, list[_Look | Skipped]]:
    def look(index: int) -> _Look | Skipped:
        try:
            decoded = collection.picture(index, _SIDE)
        except Trouble as trouble:
            return Skipped(collection.names[index], trouble.sentence)
        picture = decoded.picture
        if collection.digests is None:
            digest = blake2b(picture.tobytes(), digest_size=16).hexdigest()
        else:
            digest = collection.digests[index]
        grey = without_needless_colour(np.asarray(picture)).ndim == 2
        return _Look(index, decoded.facts, grey, digest, signature(picture))

    looks: list[_Look | Skipped] = []
    with closing(in_blocks(len(collection.names), look)) as blocks:
        for block in blocks:
            looks += block
            yield Stage(Sentence("Looking at pictures"), len(looks), len(collection.names))
    return looks


def _report(source: str, collection: Collection, looks: list[_Look | Skipped]) -> Report:
    seen = [look for look in looks if isinstance(look, _Look)]
    facts = [look.facts for look in seen]
    sides = np.array([min(f.width, f.height) for f in facts], np.int64)
    smallest, median, largest = _first_middle_last(sides, facts)
    duplicates, near = _groups(collection, seen)
    return Report(
        source,
        pictures=len(seen),
        bytes=collection.bytes,
        others=collection.others,
        smallest=smallest,
        median=median,
        largest=largest,
        sides=_bars(sides),
        labels=_labels(collection, [look.index for look in seen]),
        duplicates=duplicates,
        near_duplicates=near,
        unreadable=[look for look in looks if isinstance(look, Skipped)],
        grey=sum(look.grey for look in seen),
        alpha=sum(f.alpha for f in facts),
        cmyk=sum(f.mode == "CMYK" for f in facts),
        deep=sum(f.deep for f in facts),
        animated=sum(f.animated for f in facts),
        turned=sum(f.turned for f in facts),
    )


def _groups(collection: Collection, seen: list[_Look]) -> tuple[list[list[str]], list[list[str]]]:
    """Names of equal pictures, and of those that are only alike."""

    def names(looks: list[_Look]) -> list[str]:
        return [collection.names[look.index] for look in looks]

    equal = [[seen[i] for i in group] for group in equal_groups([s.digest for s in seen])]
    again = {look.index for group in equal for look in group[1:]}
    single = [look for look in seen if look.index not in again]
    if not single:
        return [], []
    signatures = np.empty((len(single), len(single[0].signature)), np.uint8)
    for row, look in zip(signatures, single, strict=True):  # np.stack would not let go of the GIL
        row[:] = look.signature
    alike = near_groups(signatures)
    return [names(g) for g in equal], [names([single[i] for i in g]) for g in alike]


def _first_middle_last(sides: NDArray[np.int64], facts: list[Facts]) -> list[tuple[int, int]]:
    """The sizes of the pictures with the smallest, the median and the largest side."""
    if not facts:
        return [(0, 0)] * 3
    order = np.argsort(sides, kind="stable")
    chosen = [facts[order[i]] for i in (0, len(order) // 2, -1)]
    return [(f.width, f.height) for f in chosen]


def _bars(sides: NDArray[np.int64]) -> list[Bar]:
    """A histogram whose bars double: 64 to 127, 128 to 255 …"""
    counts = np.bincount(np.log2(sides).astype(np.int64))
    return [Bar(1 << e, (2 << e) - 1, int(n)) for e, n in enumerate(counts) if n]


def _labels(collection: Collection, indices: list[int]) -> dict[str, int]:
    if collection.labels is None:
        return {}
    counts = np.bincount(collection.labels[indices], minlength=len(collection.classes))
    return dict(zip(collection.classes, counts.tolist(), strict=True))


def _recall(memory: Path) -> Report | None:
    try:
        data = json.loads(memory.read_text("utf-8"))
        data["sides"] = [Bar(**bar) for bar in data["sides"]]
        data["unreadable"] = [
            Skipped(skipped["name"], Sentence(**skipped["reason"]))
            for skipped in data["unreadable"]
        ]
        for size in ("smallest", "median", "largest"):
            data[size] = tuple(data[size])
        return Report(**data)
    except (OSError, ValueError, KeyError, TypeError):
        return None
