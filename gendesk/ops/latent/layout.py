"""Latent vectors laid out in a plane: by their principal components, by t-SNE or by UMAP.

t-SNE and UMAP hold the interpreter in long calls, and cannot be interrupted; they run in a process of
their own, which is this module: python -m gendesk.ops.latent.layout METHOD FOLDER SEED
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.latent.point import Values

_AXES = 50  # principal components that t-SNE and UMAP are given, at most; van der Maaten 2008: 30
_EARLY, _STEPS, _CHUNK = 250, 500, 25  # of t-SNE, as openTSNE has them
_POLL_SECONDS = 0.1
_MISSING = 3  # the exit code where a library is not installed


@dataclass(frozen=True, eq=False, slots=True)
class Plane:
    """The plane of the two principal components: exactly there and back."""

    mean: Values  # (latent,)
    axes: Values  # (2, latent), orthonormal

    def project(self, codes: Values) -> Values:
        """(N, latent) → (N, 2)."""
        places: Values = ((codes - self.mean) @ self.axes.T).astype(np.float32)
        return places

    def back(self, places: Values, base: Values | None = None) -> Values:
        """(M, 2) → (M, latent): on the plane, or as far from it as `base` (latent,) is."""
        given = self.mean if base is None else base - self.project(base[None])[0] @ self.axes
        rest = given if base is not None else self.mean
        return (rest + places @ self.axes).astype(np.float32)


def plane(codes: Values) -> Plane:
    """The plane along which latent vectors (N, latent) differ most."""
    mean = codes.mean(0, dtype=np.float64)
    centred = codes - mean
    _, axes = np.linalg.eigh(centred.T @ centred)  # ascending
    chosen = axes[:, :-3:-1].T
    signs = np.sign(np.take_along_axis(chosen, np.abs(chosen).argmax(1)[:, None], 1))
    return Plane(mean.astype(np.float32), (chosen * signs).astype(np.float32))


def neighbour_embedding(
    method: str, codes: Values, seed: int = 0
) -> Generator[Event, None, Values]:
    """Lay out by "tsne" (van der Maaten 2008) or "umap" (McInnes 2018): (N, latent) → (N, 2).

    Closing it ends the process that computes.

    Raises:
        Trouble: UMAP is not installed, or the computation failed.
    """
    saying = Sentence("Laying out the map")
    if method == "umap":
        saying = Sentence("Laying out the map; UMAP takes a while to start")
    with tempfile.TemporaryDirectory(prefix="gendesk-map-") as name:
        folder = Path(name)
        np.save(folder / "codes.npy", codes)
        with (folder / "said.txt").open("wb") as said:
            command = [sys.executable, "-m", __name__, method, str(folder), str(seed)]
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        try:
            while True:
                with suppress(subprocess.TimeoutExpired):
                    child.wait(_POLL_SECONDS)
                    break
                yield Stage(saying, *_progress(folder))
        finally:
            child.kill()
            child.wait()
        if child.returncode == _MISSING:
            raise Trouble("UMAP is not installed; `pip install 'gendesk[umap]'` brings it.")
        if child.returncode:
            lines = (folder / "said.txt").read_text("utf-8", "replace").strip().split("\n")
            raise Trouble(
                "The map could not be laid out by {method}: {why}.",
                method=method,
                why=lines[-1][:200],
            )
        places: Values = np.load(folder / "places.npy")
        return places


def _progress(folder: Path) -> tuple[int, int]:
    """What the child has done, and of how much; zeros where it does not say."""
    try:
        done, total = (folder / "progress.txt").read_text("ascii").split()
        return int(done), int(total)
    except (OSError, ValueError):
        return 0, 0


def _child(method: str, folder: Path, seed: int) -> None:
    """Lay out what the parent has put into `folder`."""
    if hasattr(os, "nice"):
        os.nice(5)
    codes = np.load(folder / "codes.npy")
    if codes.shape[1] > _AXES:  # as van der Maaten does: less noise, and faster
        _, axes = np.linalg.eigh(np.cov(codes.T))
        codes = codes @ axes[:, -_AXES:]
    if method == "umap":
        try:
            from umap import UMAP
        except ImportError:
            sys.exit(_MISSING)
        neighbours = min(15, len(codes) - 1)
        places = UMAP(n_neighbors=neighbours, random_state=seed, n_jobs=1).fit_transform(codes)
    else:
        places = _tsne(codes, seed, folder / "progress.txt")
    np.save(folder / "places.npy", np.asarray(places, np.float32))


def _tsne(codes: NDArray[np.float32], seed: int, progress: Path) -> NDArray[np.float64]:
    """As Belkina 2019 and Kobak 2019 advise: from principal components, with a rate of N / 12."""
    from openTSNE import (
        TSNEEmbedding,
        affinity,
        initialization,
    )

    total = _EARLY + _STEPS
    progress.write_text(f"0 {total}", "ascii")
    perplexity = max(1.0, min(30.0, (len(codes) - 1) / 3))
    near = affinity.PerplexityBasedNN(codes, perplexity, n_jobs=1, random_state=seed)
    begin = initialization.pca(codes, random_state=seed)
    places = TSNEEmbedding(begin, near, n_jobs=1, random_state=seed)
    for done in range(0, total, _CHUNK):
        early = done < _EARLY
        places.optimize(
            _CHUNK,
            exaggeration=12 if early else 1,
            momentum=0.5 if early else 0.8,
            learning_rate="auto",
            inplace=True,
        )
        progress.write_text(f"{done + _CHUNK} {total}", "ascii")
    return np.asarray(places)


if __name__ == "__main__":
    _child(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
