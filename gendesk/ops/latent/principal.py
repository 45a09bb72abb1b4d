"""Principal components as a model to walk in, beside another: what as many numbers do without a network."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from gendesk.core.events import Event, Stage
from gendesk.core.family import Learner
from gendesk.core.images import to_float
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.nn.pca import Pca
from gendesk.ops.latent.material import pictures
from gendesk.ops.latent.space import Space

_PICTURES = 4096  # learnt from, at most: as many as an autoencoder's own PCA learns from
_ROWS = 256  # pictures at a time


class Components(Learner):
    """Encodes into the principal components, each in its own deviations, and adds them up again."""

    def __init__(self, pca: Pca) -> None:
        self.latent = pca.latent
        self.parts = {"pca": pca}
        self._pca = pca

    def encode(self, images: Tensor) -> Tensor:
        return self._pca.numbers(images) / self._pca.deviations().clamp_min(1e-12)

    def decode(self, z: Tensor) -> Tensor:
        return self._pca.pictures(z * self._pca.deviations()).clamp(0, 1)


@dataclass(frozen=True, eq=False, slots=True)
class Principal:
    """What a space is opened from."""

    pca: Pca
    recipe: Recipe  # of the model that is compared
    channels: int
    classes: tuple[str, ...]
    step: int = 0
    figures: Mapping[str, float] = field(default_factory=dict)

    def learner(self) -> Components:
        """Encodes and decodes; cannot be trained."""
        return Components(self.pca)


def principal(space: Space, source: str = "") -> Generator[Event, None, Space]:
    """The components of the pictures a model has learnt from, as many as its latent numbers.

    Args:
        space: of that model.
        source: of the pictures; empty for those it was trained with.

    Raises:
        Trouble: the pictures are not to be had.
    """
    dataset = yield from pictures(space, source)
    some = dataset.train[:: -(-len(dataset.train) // _PICTURES)]
    if len(some) <= space.latent:
        raise Trouble("There are fewer pictures than components to be found in them.")
    pca = Pca(space.latent, space.channels, space.size)
    for at in range(0, len(some), _ROWS):
        yield Stage(Sentence("Finding principal components"), at, len(some))
        rows = np.asarray(dataset.pictures[some[at : at + _ROWS]])
        pca.learn(to_float(torch.from_numpy(rows)))
    trained = Principal(pca, space.recipe, space.channels, dataset.classes)
    return Space(trained, "PCA", sha256=f"pca of {dataset.key} {len(some)} {space.latent}")
