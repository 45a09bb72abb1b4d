"""Many files, of each of which one is made in a folder of its own: what all batches share."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Saved, Stage, Warned
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.decoder import shown
from gendesk.ops.journal import Journal
from gendesk.ops.photo import READS, WRITES

SUFFIXES = {kind: suffix for suffix, kind in reversed(WRITES.items())}  # the usual ones
_LEAST_FREE = 1 << 20  # bytes

# (a file, how far the batch is) → what writes the file that was made of it to its place
Make = Callable[[Path, Stage], Generator[Event, None, Callable[[Path], None]]]


@dataclass
class Summary:
    """What became of the files of a batch."""

    done: int = 0
    skipped: int = 0  # they had been done before
    failed: list[tuple[Path, Sentence]] = field(default_factory=list)


def make_each(
    wanted: Sequence[tuple[Path, Path]],
    out: Path,
    title: Sentence,
    settings: Any,
    make: Make,
    controls: Controls,
) -> Generator[Event, None, Summary]:
    """Make a file of each.

    A file that fails is said, listed and left; the others go on. What an earlier batch has made of
    the same file with the same settings is skipped, so that a batch goes on after whatever ended it.
    Nothing that no batch has written is ever replaced.

    Args:
        wanted: each file with what it becomes, below `out`.
        out: the output folder.
        title: what is being done.
        settings: all that a result depends on beside its file; JSON-able.
        make: makes one.
        controls: a pause.

    Raises:
        Trouble: another batch writes there, or the disk is full.
    """
    summary, stage = Summary(), Stage(title, 0, len(wanted))
    with Journal.opened(out) as journal:
        for count, (source, target) in enumerate(wanted, 1):
            try:
                if (yield from _make_one(source, target, settings, make, journal, stage)):
                    summary.done += 1
                else:
                    summary.skipped += 1
            except Exception as error:  # among thousands there is one that nobody foresaw
                if controls.cancelled:
                    return summary
                reason = _reason(source, error)
                summary.failed.append((source, reason))
                yield Warned(reason)
                _refuse_full_disk(out)
            stage = Stage(title, count, len(wanted))
            yield stage
            if controls.paused:
                yield Paused(count)
                yield Resumed(count)
    return summary


def targets(
    paths: Sequence[Path], out: Path, named: Callable[[Path], str]
) -> list[tuple[Path, Path]]:
    """Every picture, once, with the file in `out` that it becomes; always in the same order.

    Args:
        paths: files and folders. A folder's tree is mirrored; of several each gets one in `out`.
        out: the output folder.
        named: the name of the file that a file becomes.

    Raises:
        Trouble: there is no picture, `out` is one of the folders, or a file would be written over.
    """
    given = list(dict.fromkeys(path.expanduser() for path in paths))
    several = sum(path.is_dir() for path in given) > 1
    found: list[tuple[Path, Path]] = []
    for path in given:
        if not path.is_dir():
            found.append((path, Path()))
            continue
        if path.resolve() == out:
            raise Trouble(
                "{out} is the folder of the pictures; choose another one for the results.", out=out
            )
        root = Path(path.resolve().name) if several else Path()
        found += [(file, root / file.parent.relative_to(path)) for file in _pictures(path, out)]
    if not found:
        raise Trouble("There are no pictures in {paths}.", paths=", ".join(map(str, paths)))
    once: dict[Path, tuple[Path, Path]] = {}
    for file, folder in found:
        once.setdefault(file.resolve(), (file, folder))
    taken: set[str] = set()
    result = []
    for file, folder in once.values():
        target = _free(out / folder / named(file), taken)
        if target in once:
            raise Trouble(
                "{file} would be written over; choose another folder for the results.", file=target
            )
        result.append((file, target))
    return result


def _pictures(folder: Path, out: Path) -> list[Path]:
    """Picture files below `folder`, without what is hidden and without the output folder."""
    found: list[Path] = []
    for parent, below, names in os.walk(folder):
        here = Path(parent)
        below[:] = [name for name in below if name[0] != "." and (here / name).resolve() != out]
        found += [here / n for n in names if n[0] != "." and Path(n).suffix.lower() in READS]
    return sorted(found)


def _free(target: Path, taken: set[str]) -> Path:
    """`target`, or the next of "name-2.png" … where another picture of the batch has that name."""
    number, free = 1, target
    while str(free).casefold() in taken:  # some disks know no capital letters
        number += 1
        free = target.with_stem(f"{target.stem}-{number}")
    taken.add(str(free).casefold())
    return free


def _make_one(
    source: Path, target: Path, settings: Any, make: Make, journal: Journal, whole: Stage
) -> Generator[Event, None, bool]:
    """Make one file; False where that has been done before."""
    key = _key(source, settings)
    if journal.has(target, key):
        return False
    if target.exists() and not journal.owns(target):
        raise Trouble(
            "{target} is there already, and no batch has written it; move it, or choose "
            "another folder or pattern.",
            target=target,
        )
    write = yield from make(source, whole)
    journal.begin(target, key)
    write(target)
    journal.done(target, key)
    yield Saved("file", target)
    return True


def _key(source: Path, settings: Any) -> str:
    """Stands for a file as it is now, and for the settings."""
    try:
        about = source.stat()
    except OSError as error:
        raise Trouble(
            "{name} cannot be read: {why}.", name=shown(source), why=error.strerror or str(error)
        ) from None
    facts = [source.name, about.st_size, about.st_mtime_ns, settings]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


def _reason(source: Path, error: Exception) -> Sentence:
    """One sentence that names the file and what was wrong with it."""
    name = shown(source)
    if isinstance(error, MemoryError):
        return Sentence("{name} needs more memory than there is.", {"name": name})
    if not isinstance(error, Trouble):
        kind, what = type(error).__name__, str(error).strip().split("\n")[0][:200]
        return Sentence(
            "{name} could not be worked on ({kind}: {what}).",
            {"name": name, "kind": kind, "what": what},
        )
    if name in str(error):
        return error.sentence
    return Sentence("{name}: {why}", {"name": name, "why": error.sentence})


def _refuse_full_disk(out: Path) -> None:
    """Stop where all further files would fail too."""
    if shutil.disk_usage(out).free < _LEAST_FREE:
        raise Trouble(
            "The disk of {out} is full. Free some space and start the batch again: it goes on "
            "from here.",
            out=out,
        )
