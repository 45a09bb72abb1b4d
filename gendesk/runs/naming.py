"""Names of run folders: readable, counted up, never taken twice, found again."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble


def stem(recipe: Recipe) -> str:
    """ "vae-digits" from family and data; a folder gives the last part of its path."""
    source = re.split(r"[:/\\]", recipe.data.rstrip("/\\"))[-1]
    return f"{recipe.family}-{plain(source) or 'pictures'}"


def plain(name: str) -> str:
    """Letters, digits and dashes of a name, at most 40."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")[:40]


def make_next(parent: Path, stem: str) -> Path:
    """Make the next free folder "stem-0001" …; two processes never get the same one."""
    taken = [re.fullmatch(re.escape(stem) + r"-(\d+)", p.name) for p in parent.iterdir()]
    number = 1 + max((int(found[1]) for found in taken if found), default=0)
    while True:
        folder = parent / f"{stem}-{number:04d}"
        try:
            folder.mkdir()
            return folder
        except FileExistsError:
            number += 1


def make(folder: Path) -> Path:
    """Make `folder`, or take it as it is where it is empty."""
    if (folder / "recipe.json").exists():
        raise Trouble(
            "There is a run {name} already; continue it with `gendesk train {name}`, "
            "or choose another name.",
            name=folder.name,
        )
    folder.mkdir(exist_ok=True)
    if any(folder.iterdir()):
        raise Trouble("{path} holds other files; a run needs a folder of its own.", path=folder)
    return folder


def find(path_or_name: str | Path, parent: Path, mark: str) -> Path | None:
    """The folder itself, or one of that name under `parent`, where it holds the file `mark`."""
    for folder in (Path(path_or_name).expanduser(), parent / path_or_name):
        if (folder / mark).is_file():
            return folder.resolve()
    return None


def alike(path_or_name: str | Path, known: Iterable[str]) -> str:
    """At most three names that may have been meant, with commas between them."""
    name = Path(path_or_name).name
    return ", ".join(difflib.get_close_matches(name, list(known), n=3, cutoff=0.5))


def check(name: str) -> None:
    """Raise `Trouble` where `name` cannot be a folder's on every system."""
    if not name.strip(" .") or re.search(r'[/\\:*?"<>|\x00-\x1f]', name) or len(name) > 120:
        raise Trouble("{name} cannot be a run's name: it has to work as a folder.", name=repr(name))
