"""JSON lines that grow: a run's metrics and its journal, readable whatever a crash did to them.

A row of `metrics.jsonl` is flat: ``{"step": 7, "time": …, "epoch": …, "rate": …, "loss": …}``.
Figures on held-out pictures stand in rows of their own, their names prefixed by ``held_out/``.
What is not finite is written as null, and read as NaN.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = dict[str, Any]
Points = tuple[NDArray[np.int64], NDArray[np.float64]]  # steps ascending, values

CLOCK = ("time", "epoch", "rate")  # of a step, no curves: seconds since 1970, passes, pictures/s
_CHUNK = 1 << 18  # bytes parsed in one call, which holds the interpreter for about 3 ms


def encode(row: Mapping[str, Any]) -> bytes:
    """One line of a file of rows."""
    return json.dumps(row, default=str, ensure_ascii=False).encode() + b"\n"


def parse(text: bytes) -> list[Row]:
    """The rows in whole lines; a line that is no JSON object is skipped."""
    lines = text.splitlines()
    try:  # all at once is three times as fast as one by one
        found = json.loads(b"[" + b",".join(filter(None, lines)) + b"]")
    except (ValueError, RecursionError):
        found = [_parse_line(line) for line in lines]
    return [row for row in found if isinstance(row, dict)]


def _parse_line(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


class Tail:
    """Reads a file of rows that another process appends to, each time from where it stopped.

    The file is open only while it is read, so that its writer may replace it on any system.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._at = 0
        self._inode = 0

    def replaced(self) -> bool:
        """Whether the file is another one, or shorter, than when it was read last."""
        try:
            about = self.path.stat()
        except OSError:
            return self._at > 0
        return self._at > 0 and (about.st_size < self._at or about.st_ino != self._inode)

    def restart(self) -> None:
        """Read from the beginning next."""
        self._at = 0

    def more(self) -> Iterator[list[Row]]:
        """The rows written since, some thousands at a time; a line not yet ended waits."""
        try:
            file = self.path.open("rb")
        except OSError:
            return
        with file:
            self._inode = self.path.stat().st_ino
            file.seek(self._at)
            while chunk := file.read(_CHUNK):
                whole = chunk.rfind(b"\n") + 1
                if not whole and len(chunk) < _CHUNK:
                    return
                self._at += whole or len(chunk)  # so long a line is no row of ours
                file.seek(self._at)
                yield parse(chunk[:whole])


def read(path: Path) -> list[Row]:
    """All rows of a file; none where there is no file."""
    return [row for rows in Tail(path).more() for row in rows]


def read_last(path: Path, reach: int = 4096) -> list[Row]:
    """The rows in the last `reach` bytes of a file, oldest first."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - reach))
            text = file.read(reach)
    except OSError:
        return []
    begin = 0 if size <= reach else text.find(b"\n") + 1
    return parse(text[begin : text.rfind(b"\n") + 1])


def append(path: Path, row: Mapping[str, Any]) -> None:
    """Add one row to a file of rows, on a line of its own whatever a crash left at its end."""
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, 2)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(encode(row))


def cut(path: Path, step: int) -> None:
    """Take the rows beyond `step` from the end of a file of metrics; reads no more than it cuts."""
    if not path.exists():
        return
    with path.open("rb+") as file:
        size = file.seek(0, 2)
        kept = reach = 0
        while not kept and reach < size:
            reach = min(size, max(1 << 16, reach * 4))
            file.seek(size - reach)
            kept = _length_up_to(file.read(reach), step)
        file.truncate(size - reach + kept)


def _length_up_to(text: bytes, step: int) -> int:
    """How many bytes of `text` end with the last row that is not beyond `step`; 0 if there is none."""
    end = text.rfind(b"\n") + 1
    while end:
        begin = text.rfind(b"\n", 0, end - 1) + 1
        found = parse(text[begin:end])
        if found and isinstance(found[0].get("step"), int) and found[0]["step"] <= step:
            return end
        end = begin
    return 0


def collect(chunks: Iterable[list[Row]]) -> dict[str, Points]:
    """Curves by name from rows of metrics, the `CLOCK` among them; where steps repeat, the last
    one counts.
    """
    pieces: dict[str, list[Points]] = defaultdict(list)
    for rows in chunks:
        for names, alike in groupby(rows, key=tuple):  # columns are read faster than rows
            if "step" in names:
                for name, points in _columns(names, list(alike)):
                    pieces[name].append(points)
    return {
        name: _ascending(np.concatenate([s for s, _ in some]), np.concatenate([v for _, v in some]))
        for name, some in pieces.items()
    }


def _columns(names: tuple[str, ...], rows: list[Row]) -> list[tuple[str, Points]]:
    """The points in rows that all have the same names; a row with anything but numbers is left out."""
    try:
        steps = np.array([row["step"] for row in rows], np.int64)
        return [
            (name, (steps, np.array([row[name] for row in rows], np.float64)))
            for name in names
            if name != "step"
        ]
    except (TypeError, ValueError, OverflowError):
        if len(rows) == 1:
            return []
        return [column for row in rows for column in _columns(names, [row])]


def _ascending(steps: NDArray[np.int64], values: NDArray[np.float64]) -> Points:
    values[~np.isfinite(values)] = np.nan
    if np.all(steps[1:] > steps[:-1]):
        return steps, values
    _, first_from_the_end = np.unique(steps[::-1], return_index=True)
    kept = len(steps) - 1 - first_from_the_end
    return steps[kept], values[kept]
