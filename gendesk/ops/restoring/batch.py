"""Many photographs through one model, into a folder of their own."""

from __future__ import annotations

import os
import string
from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.batches import SUFFIXES, Summary, make_each, targets
from gendesk.ops.photo import WRITES, Photo, read_photo, write_photo
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.picture import restored_photo
from gendesk.ops.restoring.plan import check_strength
from gendesk.ops.restoring.scratch import scratch_folder

if TYPE_CHECKING:
    from gendesk.ops.restoring.restorers import Restorer

__all__ = ["Summary", "named", "restore"]

_FIELDS = ("name", "model", "scale")
_SHOWN_TILES = 8  # a picture of fewer is done before anybody has read about it


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
    wanted = targets(paths, out, partial(named, restorer=restorer, options=options))
    title, batch = Sentence("Restoring pictures"), _Batch(restorer, options, controls)
    return (yield from make_each(wanted, out, title, batch.settings(), batch.make, controls))


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


@dataclass(frozen=True, slots=True)
class _Batch:
    """What all pictures have in common."""

    restorer: Restorer
    options: Options
    controls: Controls

    def settings(self) -> list[Any]:
        """The model, and all options that a result depends on."""
        chosen = asdict(self.options)
        for name in ("tile", "pattern"):
            del chosen[name]
        return [self.restorer.name, self.restorer.weights, chosen]

    def make(self, source: Path, whole: Stage) -> Generator[Event, None, Callable[[Path], None]]:
        """Read and restore one photograph."""
        photo = yield from self._restored(read_photo(source), whole)
        kind, quality = self.options.format, self.options.quality
        return lambda target: write_photo(photo, target, format=kind, quality=quality)

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
