"""Many photographs through one model, into a folder of their own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import string
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Saved, Stage, Warned
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.decoder import shown
from gendesk.ops.photo import READS, WRITES, Photo, read_photo, write_photo
from gendesk.ops.restoring.journal import Journal
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.picture import restored_photo
from gendesk.ops.restoring.plan import check_strength
from gendesk.ops.restoring.scratch import scratch_folder

if TYPE_CHECKING:
    from gendesk.ops.restoring.restorers import Restorer

SUFFIXES = {kind: suffix for suffix, kind in reversed(WRITES.items())}  # the usual ones
_FIELDS = ("name", "model", "scale")
_LEAST_FREE = 1 << 20  # bytes
_SHOWN_TILES = 8  # a picture of fewer is done before anybody has read about it


@dataclass
class Summary:
    """What became of the files of a batch."""

    done: int = 0
    skipped: int = 0  # they had been done before
    failed: list[tuple[Path, Sentence]] = field(default_factory=list)


def restore(
    paths: Sequence[Path], restorer: Restorer, out: Path, options: Options, controls: Controls
) -> Generator[Event, None, Summary]:
    """Restore files, and all pictures in folders, into `out`; a folder's tree is mirrored there.

    A file that fails is said, listed and left; the others go on. What an earlier batch has done
    with the same model and options is skipped, so that a batch goes on after whatever ended it.
    Nothing that no batch has written is ever replaced.

    Args:
        paths: files and folders. Of several folders each gets one in `out`.
        restorer: the model.
        out: the output folder.
        options: of the results.
        controls: a pause.

    Raises:
        Trouble: there is no picture, `out` is an input folder or cannot be written, or the options
            do not fit the model.
    """
    options.check()
    check_strength(restorer, options.strength)
    out = out.expanduser().resolve()
    yield Stage(Sentence("Looking for pictures"))
    wanted = targets(paths, out, restorer, options)
    summary, stage = Summary(), Stage(Sentence("Restoring pictures"), 0, len(wanted))
    with Journal.opened(out) as journal:
        batch = _Batch(restorer, options, controls, journal)
        for count, (source, target) in enumerate(wanted, 1):
            try:
                if (yield from batch.one(source, target, stage)):
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
            stage = Stage(Sentence("Restoring pictures"), count, len(wanted))
            yield stage
            if controls.paused:
                yield Paused(count)
                yield Resumed(count)
    return summary


def targets(
    paths: Sequence[Path], out: Path, restorer: Restorer, options: Options
) -> list[tuple[Path, Path]]:
    """Every picture, once, with the file in `out` that it becomes; always in the same order.

    Raises:
        Trouble: there is no picture, or one would be written over an input.
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
        target = _free(out / folder / named(file, restorer, options), taken)
        if target in once:
            raise Trouble(
                "{file} would be written over; choose another folder for the results.", file=target
            )
        result.append((file, target))
    return result


def named(file: Path, restorer: Restorer, options: Options) -> str:
    """The name of the file that `file` becomes.

    `{name}` in the pattern is its name without the ending, `{model}` the model's, `{scale}` how
    many times the model enlarges.

    Raises:
        Trouble: the pattern has other words in braces, or makes no file's name.
    """
    try:
        words = [word for _, word, _, _ in string.Formatter().parse(options.pattern)]
        if any(word not in (*_FIELDS, None) for word in words):
            raise ValueError
        name = options.pattern.format(name=file.stem, model=restorer.name, scale=restorer.scale)
    except (ValueError, LookupError):
        raise Trouble(
            "{pattern} is no pattern for names; it may have {fields} in it.",
            pattern=repr(options.pattern),
            fields=", ".join(f"{{{word}}}" for word in _FIELDS),
        ) from None
    if not name.strip(" .") or set(name) & {"/", os.sep, "\0"}:
        raise Trouble("{name} cannot be a file's name; choose another pattern.", name=repr(name))
    if options.format:
        return name + SUFFIXES[options.format]
    return name + (file.suffix if file.suffix.lower() in WRITES else ".png")


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


def _key(source: Path, restorer: Restorer, options: Options) -> str:
    """Stands for a file as it is now, the model, and all options that the result depends on."""
    try:
        about = source.stat()
    except OSError as error:
        raise Trouble(
            "{name} cannot be read: {why}.", name=shown(source), why=error.strerror or str(error)
        ) from None
    chosen = asdict(options)
    for name in ("tile", "pattern"):
        del chosen[name]
    model = [restorer.name, restorer.weights]
    facts = [source.name, about.st_size, about.st_mtime_ns, *model, chosen]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class _Batch:
    """What all pictures have in common."""

    restorer: Restorer
    options: Options
    controls: Controls
    journal: Journal

    def one(self, source: Path, target: Path, whole: Stage) -> Generator[Event, None, bool]:
        """Read, restore and write one photograph; False where that has been done before."""
        key = _key(source, self.restorer, self.options)
        if self.journal.has(target, key):
            return False
        if target.exists() and not self.journal.owns(target):
            raise Trouble(
                "{target} is there already, and no batch has written it; move it, or choose "
                "another folder or pattern.",
                target=target,
            )
        photo = yield from self._restored(read_photo(source), whole)
        self.journal.begin(target, key)
        write_photo(photo, target, format=self.options.format, quality=self.options.quality)
        self.journal.done(target, key)
        yield Saved("file", target)
        return True

    def _restored(self, photo: Photo, whole: Stage) -> Generator[Event, None, Photo]:
        """One photograph; of a small one no progress is told but the batch's, `whole`."""
        folder = scratch_folder()
        events = restored_photo(photo, self.restorer, self.options, self.controls, folder)
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                restored: Photo = end.value
                return restored
            small = isinstance(event, Stage) and event.total < _SHOWN_TILES
            yield whole if small else event


def _reason(source: Path, error: Exception) -> Sentence:
    """One sentence that names the file and what was wrong with it."""
    name = shown(source)
    if isinstance(error, MemoryError):
        return Sentence("{name} needs more memory than there is.", {"name": name})
    if not isinstance(error, Trouble):
        kind, what = type(error).__name__, str(error).strip().split("\n")[0][:200]
        return Sentence(
            "{name} could not be restored ({kind}: {what}).",
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
