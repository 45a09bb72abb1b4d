"""Arrays that take long to make, kept on disk by what they were made of."""

from __future__ import annotations

import json
import os
import shutil
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gendesk import paths

_KEPT = 32  # of these places: a run that is followed makes one at each checkpoint
_VERSION = 1  # counts up whenever the same things would give other arrays


class Shelf:
    """A place for arrays, in the folder that is safe to delete: what is not there is made again.

    Args:
        made_of: all that the arrays depend on; JSON-able.
    """

    def __init__(self, *made_of: Any) -> None:
        name = blake2b(json.dumps([_VERSION, *made_of]).encode(), digest_size=16).hexdigest()
        self._folder = paths.caches() / "latent" / name

    def read(self, *names: str) -> dict[str, NDArray[Any]]:
        """Those of `names` that there are; none where nothing whole is there."""
        found = {}
        for name in names:
            place = self._folder / f"{name}.npy"
            try:
                if place.exists():
                    found[name] = np.load(place)
            except (OSError, ValueError, EOFError):
                return {}
        return found

    def write(self, **arrays: NDArray[Any]) -> None:
        """Keep arrays; the folder appears by a rename when all of it is written."""
        partial = self._folder.with_suffix(f".{os.getpid()}")
        try:
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir(parents=True)
            for name, array in arrays.items():
                np.save(partial / f"{name}.npy", array)
            shutil.rmtree(self._folder, ignore_errors=True)
            partial.rename(self._folder)
            self._tidy()
        except OSError:
            shutil.rmtree(partial, ignore_errors=True)

    def _tidy(self) -> None:
        """Remove all but the newest places."""
        there = sorted(self._folder.parent.iterdir(), key=lambda place: place.stat().st_mtime)
        for place in there[:-_KEPT]:
            shutil.rmtree(place, ignore_errors=True)
