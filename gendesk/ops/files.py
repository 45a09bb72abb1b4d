"""Files that are written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gendesk.core.sentence import Trouble

Previews = Sequence[tuple[int, Path]]  # each picture with its step, in order


def some(previews: Previews) -> Previews:
    """The pictures, or the `Trouble` that there is none yet."""
    if not previews:
        raise Trouble("There is no picture yet; let it go on a little longer.")
    return previews


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in one plain sentence why `path` cannot be written."""
    try:
        yield
    except OSError as error:
        raise Trouble(
            "{path} cannot be written: {why}.", path=path, why=error.strerror or str(error)
        ) from None


def place_beside(path: Path) -> Path:
    """Where `beside` writes to; a killed process may leave it."""
    return path.with_name(f".{path.name}")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A place to write to, renamed to `path` at the end and removed where there is none."""
    place = place_beside(path)
    with writing(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            yield place
            place.replace(path)
        finally:
            place.unlink(missing_ok=True)
