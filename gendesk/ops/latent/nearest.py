"""The real pictures that are most like a made one, and whether it is new or remembered."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gendesk.core.events import Event, Stage
from gendesk.core.family import Features
from gendesk.core.images import Picture, to_float
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data import Dataset
from gendesk.nn.distances import nearest
from gendesk.ops.latent.material import pictures
from gendesk.ops.latent.shelf import Shelf
from gendesk.ops.latent.space import Space
from gendesk.ops.models import open_model
from gendesk.training.quality import FEATURES, embedding

_ROWS = 64  # pictures at a time
_AXES = 128  # principal components of the features that are kept
_FITTED = 2048  # pictures that they are fitted to
_ASKED = 1000  # pictures whose own nearest ones say what is usual
# What is nearer to a real picture than all but a hundredth of these are to one another, and clearly nearer
# than is usual, seems a copy.
_RARE, _NEAR = 0.01, 0.7

Rows = NDArray[np.float32]


@dataclass(frozen=True, eq=False, slots=True)
class Likeness:
    """What real pictures a picture is like, the most like first."""

    indices: NDArray[np.int64]  # (count,) in the data set
    pictures: NDArray[np.uint8]  # (count, H, W, C)
    distances: NDArray[np.float64]  # (count,)
    score: float  # the first distance, as a share of that between real pictures and their nearest
    remembered: bool  # rather a copy than a new picture


class Gallery:
    """All pictures that a model has learnt from, by what they look like.

    A picture is the mean and deviation of each deep feature of the texture encoder, as figures of
    quality have it (`training.quality`), in its principal components.

    Args:
        dataset: the pictures.
        encoder: compares them.
        about: what `gallery` found out about them.
    """

    def __init__(self, dataset: Dataset, encoder: Features, about: dict[str, Rows]) -> None:
        self.dataset = dataset
        self._encoder = encoder
        self._mean, self._axes = torch.from_numpy(about["mean"]), torch.from_numpy(about["axes"])
        self._known = torch.from_numpy(about["known"])
        self._usual = np.sort(about["usual"])

    def nearest(self, picture: Picture, count: int = 6) -> Likeness:
        """The pictures learnt from that are most like `picture`, (H, W, C)."""
        seen = torch.from_numpy(np.ascontiguousarray(picture))[None]
        query = (_embedded(self._encoder, seen) - self._mean) @ self._axes
        distances, rows = nearest(query, self._known, count)
        indices = self.dataset.train[rows[0].numpy()]
        first, usual = float(distances[0, 0]), float(np.median(self._usual))
        rare = min(float(np.quantile(self._usual, _RARE)), _NEAR * usual)
        return Likeness(
            indices,
            np.stack([self.dataset.pictures[i] for i in indices]),
            distances[0].numpy(),
            first / max(usual, 1e-12),
            first < rare,
        )


def gallery(
    space: Space, source: str = "", encoder: Features | None = None
) -> Generator[Event, None, Gallery]:
    """Look at all pictures that a model has learnt from; what was seen is remembered on disk.

    Args:
        space: of the model.
        source: of the pictures; empty for those that it was trained with.
        encoder: compares them; without one it is the texture encoder that ships.

    Raises:
        Trouble: the pictures are not to be had, or there is nothing to compare them by.
    """
    dataset = yield from pictures(space, source)
    name = ""
    if encoder is None:
        model = open_model(FEATURES)
        found = model.learner()
        assert isinstance(found, Features)
        encoder, name = found, str(model.card["sha256"])
    chosen = blake2b(dataset.train.tobytes(), digest_size=8).hexdigest()
    shelf = Shelf("gallery", name, dataset.key, chosen)
    about = shelf.read("mean", "axes", "known", "usual") if name else {}
    if not about:
        about = yield from _studied(dataset, encoder)
        if name:
            shelf.write(**about)
    return Gallery(dataset, encoder, about)


def _studied(
    dataset: Dataset, encoder: Features
) -> Generator[Event, None, dict[str, NDArray[np.float32]]]:
    train = dataset.train
    if len(train) < 3:
        raise Trouble("There are too few pictures to say what is usual among them.")
    fitted = train[:: max(1, len(train) // _FITTED)][:_FITTED]
    sample = torch.cat([seen for seen, _ in _seen(dataset, encoder, fitted)]).double()
    mean = sample.mean(0)
    _, axes = torch.linalg.eigh((sample - mean).T @ (sample - mean))
    mean, axes = mean.float(), axes[:, -_AXES:].float()
    parts = []
    for seen, done in _seen(dataset, encoder, train):
        parts.append((seen - mean) @ axes)
        yield Stage(Sentence("Looking at all pictures"), done, len(train))
    known = torch.cat(parts)
    asked = known[:: max(1, len(known) // _ASKED)][:_ASKED]
    usual = nearest(asked, known, 2)[0][:, 1]  # the nearest is the picture itself
    return {
        "mean": mean.numpy(),
        "axes": axes.numpy(),
        "known": known.numpy(),
        "usual": usual.float().numpy(),
    }


def _seen(
    dataset: Dataset, encoder: Features, indices: NDArray[np.int64]
) -> Iterator[tuple[Tensor, int]]:
    """What pictures look like, and how many were looked at so far."""
    for at in range(0, len(indices), _ROWS):
        rows = indices[at : at + _ROWS]
        yield _embedded(encoder, torch.from_numpy(dataset.pictures[rows])), at + len(rows)


@torch.no_grad()
def _embedded(encoder: Features, pictures: Tensor) -> Tensor:
    """(B, H, W, C) uint8 → (B, D)."""
    return embedding(encoder, to_float(pictures)).float()
