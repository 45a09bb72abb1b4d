"""Maps of a latent space: the pictures of a data set where they lie, or random points, laid out."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Stage
from gendesk.core.images import Picture
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data import Dataset
from gendesk.ops.latent.layout import Plane, neighbour_embedding, plane
from gendesk.ops.latent.material import pictures
from gendesk.ops.latent.point import Point, Values
from gendesk.ops.latent.shelf import Shelf
from gendesk.ops.latent.space import Codes, Space

METHODS = ("plane", "pca", "tsne", "umap")
SAMPLED = 2000  # random points on the map of a model that has no encoder
_NEAR = 8  # neighbours between which a place on a map without an inverse lies


@dataclass(frozen=True, eq=False)
class Map:
    """Where pictures lie in a latent space, and where that is in a plane.

    Of a model without an encoder these are random points: nothing is `dataset` then.
    """

    space: str  # where codes lie: "z", or "w" with styles
    method: str  # one of `METHODS`
    codes: Values  # (N, latent)
    deviations: Values | None  # (N, latent), of a model that spreads pictures
    kinds: NDArray[np.int64] | None  # (N,), what a model is told of each
    places: Values  # (N, 2)
    labels: NDArray[np.int64] | None  # (N,), for colours
    classes: tuple[str, ...]  # what labels mean
    dataset: Dataset | None

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def _plane(self) -> Plane | None:
        """What the map shows of the latent space, where that can be turned back."""
        if self.method == "plane":
            return Plane(np.zeros(2, np.float32), np.eye(2, dtype=np.float32))
        return plane(self.codes) if self.method == "pca" else None

    def at(self, places: Values, base: Values | None = None) -> Values:
        """Which points lie at places of the map: (M, 2) → (M, latent).

        A map of principal components shows a plane; `base` (latent,) says what the points have beside
        it. On other maps it is a mean of the nearest, weighted by how near they are.
        """
        if self._plane is not None:
            return self._plane.back(places.astype(np.float32), base)
        return _between(self.places, self.codes, places)

    def project(self, codes: Values) -> Values:
        """Where on the map points lie: (M, latent) → (M, 2); beside the nearest where it cannot be told."""
        if self._plane is not None:
            return self._plane.project(codes)
        return _between(self.codes, self.places, codes)

    def neighbours(self, code: Values, count: int = 8) -> NDArray[np.int64]:
        """The pictures that lie nearest to a point (latent,) in the latent space, nearest first."""
        apart = np.square(self.codes - code).sum(1)
        nearest = np.argpartition(apart, min(count, len(apart) - 1))[:count]
        order: NDArray[np.int64] = nearest[np.argsort(apart[nearest], kind="stable")]
        return order

    def mean(self, indices: NDArray[np.int64] | Sequence[int]) -> Values:
        """The middle of a group, (latent,)."""
        values: Values = self.codes[np.asarray(indices)].mean(0)
        return values

    def point(self, index: int) -> Point:
        """Where one picture lies."""
        told = None
        if self.kinds is not None and self.space == "z":
            told = int(self.kinds[index])
        return Point(self.codes[index], self.space, told)

    def picture(self, index: int) -> Picture | None:
        """One picture of the data set, (H, W, C); None where points were drawn."""
        return None if self.dataset is None else np.array(self.dataset.pictures[index])


def chart(
    space: Space, source: str = "", method: str = "auto", count: int = SAMPLED, seed: int = 0
) -> Generator[Event, None, Map]:
    """Encode the pictures of a data set, all of them, and lay them out; remembered on disk.

    Args:
        space: of a model that encodes; of others `count` random points are drawn, of each kind as
            many, and `source` does not matter.
        source: of the pictures; empty for those it was trained with.
        method: one of `METHODS`; "auto" shows two dimensions as they are, others by "pca".
        count: random points.
        seed: of the layout.

    Raises:
        Trouble: the pictures are not to be had, or cannot be laid out so.
    """
    method = _method(space, method)
    dataset: Dataset | None = None
    if space.encodes:
        dataset = yield from pictures(space, source)
    codes = yield from _codes(space, dataset, count)
    places = yield from _places(space, dataset, codes, method, seed)
    return Map(
        space="w" if dataset is None and "w" in space.spaces else "z",
        method=method,
        codes=codes.means,
        deviations=codes.deviations,
        kinds=codes.kinds,
        places=places,
        labels=dataset.labels if dataset is not None else codes.kinds,
        classes=dataset.classes if dataset is not None else space.kinds,
        dataset=dataset,
    )


def rebuilt(space: Space, chart: Map, index: int) -> tuple[Picture, float]:
    """What a model makes of where a picture lies, and its mean squared error in [0, 1]."""
    point = chart.point(index)
    made = space.decoded([point])[0]
    original = chart.picture(index)
    if original is None:
        return made, 0.0
    return made, float(np.square((made.astype(np.float32) - original) / 255).mean())


def _method(space: Space, method: str) -> str:
    if method == "auto":
        return "plane" if space.latent == 2 else "pca"
    if method not in METHODS:
        raise Trouble(
            "There is no map by {method}; there are {methods}.",
            method=repr(method),
            methods=", ".join(METHODS),
        )
    if method == "plane" and space.latent != 2:
        raise Trouble(
            "{name} has {latent} latent dimensions, which no plane can show as they are; choose pca, "
            "tsne or umap.",
            name=space.name,
            latent=space.latent,
        )
    return method


def _codes(space: Space, dataset: Dataset | None, count: int) -> Generator[Event, None, Codes]:
    if dataset is None:
        return _drawn(space, count)
    shelf = Shelf("codes", space.sha256, dataset.key, _labels_key(space, dataset))
    if found := shelf.read("means", "deviations", "kinds"):
        return Codes(found["means"], found.get("deviations"), found.get("kinds"))
    kinds = dataset.labels if len(dataset.classes) == len(space.kinds) else None
    parts, total = [], len(dataset.pictures)
    for part in space.encoding(dataset.pictures, kinds if space.kinds else None):
        parts.append(part)
        done = min(len(parts) * len(parts[0].means), total)
        yield Stage(Sentence("Encoding pictures"), done, total)
    arrays = {
        name: np.concatenate(columns)
        for name in ("means", "deviations", "kinds")
        if (columns := [getattr(part, name) for part in parts])[0] is not None
    }
    shelf.write(**arrays)
    return Codes(arrays["means"], arrays.get("deviations"), arrays.get("kinds"))


def _drawn(space: Space, count: int) -> Codes:
    z = space.draw(range(count))
    kinds = np.arange(count) % len(space.kinds) if space.kinds else None
    return Codes(space.styles(z, kinds) if "w" in space.spaces else z, None, kinds)


def _places(
    space: Space, dataset: Dataset | None, codes: Codes, method: str, seed: int
) -> Generator[Event, None, Values]:
    if method == "plane":
        return codes.means
    if method == "pca":
        return plane(codes.means).project(codes.means)
    data = f"{len(codes.means)} drawn" if dataset is None else dataset.key
    shelf = Shelf("places", space.sha256, data, method, seed)
    if found := shelf.read("places"):
        return found["places"]
    places = yield from neighbour_embedding(method, codes.means, seed)
    shelf.write(places=places)
    return places


def _labels_key(space: Space, dataset: Dataset) -> str:
    """What codes depend on beside model and pictures: the kinds that a model was told."""
    if not space.kinds or dataset.labels is None:
        return ""
    return blake2b(dataset.labels.tobytes(), digest_size=8).hexdigest()


def _between(keys: Values, values: Values, wanted: Values) -> Values:
    """For each of `wanted` (M, D) the weighted mean of `values` (N, E) of the nearest `keys` (N, D)."""
    out = []
    for place in wanted.astype(np.float32):
        apart = np.square(keys - place).sum(1)
        near = np.argpartition(apart, min(_NEAR, len(apart)) - 1)[:_NEAR]
        weights = 1 / np.maximum(apart[near], 1e-12)
        out.append(weights @ values[near] / weights.sum())
    return np.array(out, np.float32).reshape(len(wanted), values.shape[1])
