"""What a batch has done in its output folder, so that nothing is done twice.

journal.jsonl has a row for each file that was begun, and one when it was done. A file is written
beside its place and renamed, hence whole or not there; what was begun and not done is done again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from gendesk.core.sentence import Trouble
from gendesk.ops.files import place_beside, writing

HOME = ".gendesk"  # in the output folder


@dataclass
class Journal:
    """The rows by target; a path is relative to the output folder `out`."""

    out: Path
    _rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    @staticmethod
    @contextmanager
    def opened(out: Path) -> Iterator[Journal]:
        """The journal of `out`, which is made where it is missing, and held alone.

        Raises:
            Trouble: another batch writes there now, or the disk does not take it.
        """
        home = out / HOME
        with writing(out):
            home.mkdir(parents=True, exist_ok=True)
        # Not bound to this thread: an iterator may be closed on another than it ran on.
        lock = FileLock(home / "lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise Trouble(
                "Another gendesk is writing to {out}; wait for it, or choose another folder.",
                out=out,
            ) from None
        try:
            journal = Journal(out, _read(home / "journal.jsonl"))
            journal._sweep()
            yield journal
        finally:
            lock.release()

    def has(self, target: Path, key: str) -> bool:
        """Whether `target` is there and was made of what `key` stands for."""
        row = self._rows.get(self._name(target), {})
        return row.get("key") == key and bool(row.get("done")) and target.is_file()

    def owns(self, target: Path) -> bool:
        """Whether `target` was written, or was to be written, by a batch."""
        return self._name(target) in self._rows

    def begin(self, target: Path, key: str) -> None:
        """Note that `target` will be written."""
        self._append({"target": self._name(target), "key": key, "done": False})

    def done(self, target: Path, key: str) -> None:
        """Note that `target` is there."""
        self._append({"target": self._name(target), "key": key, "done": True})

    def _sweep(self) -> None:
        """Remove what a killed batch had begun to write beside its place."""
        for name, row in self._rows.items():
            if not row.get("done"):
                place_beside(self.out / name).unlink(missing_ok=True)

    def _append(self, row: dict[str, Any]) -> None:
        path = self.out / HOME / "journal.jsonl"
        # A line break first: a crash may have left half a line at the end.
        with writing(path), path.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps(row))
        self._rows[row["target"]] = row

    def _name(self, target: Path) -> str:
        return target.relative_to(self.out).as_posix()


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """The newest row of each target; lines that a crash has torn are skipped."""
    rows: dict[str, dict[str, Any]] = {}
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return rows
    for line in lines:
        try:
            row = json.loads(line)
            rows[str(row["target"])] = row
        except (ValueError, TypeError, KeyError):
            continue
    return rows
