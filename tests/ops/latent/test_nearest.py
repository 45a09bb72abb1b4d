"""Copies are called remembered, and new pictures new."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from torch import Tensor
from torch.nn.functional import avg_pool2d

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.nearest import Gallery, gallery
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import SIDE, driven


class Blurred:
    """Features that are the picture itself, at two sizes."""

    layers = ("large", "small")

    def features(self, images: Tensor, layers: tuple[str, ...]) -> list[Tensor]:
        made = [images.unflatten(2, (4, -1)).unflatten(4, (4, -1)).permute(0, 1, 2, 4, 3, 5)]
        made[0] = made[0].flatten(1, 3)  # each block of pixels is a channel
        made.append(avg_pool2d(made[0], 2))
        return made[: len(layers)]


@pytest.fixture
def known(vae: Space, tmp_path: Path) -> Gallery:
    """120 pictures of noise."""
    source = np.random.default_rng(0)
    (tmp_path / "noise").mkdir()
    for i in range(120):
        pixels = source.integers(0, 255, (SIDE, SIDE), np.uint8)
        Image.fromarray(pixels).save(tmp_path / "noise" / f"{i:03d}.png")
    return driven(gallery(vae, str(tmp_path / "noise"), Blurred()))[0]  # type: ignore[no-any-return]


def test_a_copy_is_remembered(known: Gallery) -> None:
    copied = known.dataset.train[17]
    found = known.nearest(known.dataset.pictures[copied], count=4)
    assert found.indices[0] == copied
    assert found.remembered
    assert found.score < 0.01
    assert (np.diff(found.distances) >= 0).all()
    assert np.array_equal(found.pictures[0], known.dataset.pictures[copied])
    changed = np.clip(known.dataset.pictures[copied].astype(int) + 3, 0, 255).astype(np.uint8)
    assert known.nearest(changed).remembered


def test_a_new_picture_is_new(known: Gallery) -> None:
    held_out = [known.nearest(known.dataset.pictures[i]) for i in known.dataset.held_out]
    assert not any(found.remembered for found in held_out)
    assert 0.8 < np.median([found.score for found in held_out]) < 1.2
    assert not {i for found in held_out for i in found.indices} & set(known.dataset.held_out)


def test_it_needs_something_to_compare_by(vae: Space, album: Path) -> None:
    with pytest.raises(Trouble, match="no model texture"):
        driven(gallery(vae, str(album)))
