"""Principal components as a model to walk in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.maps import chart, rebuilt
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.principal import principal
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import SIDE, driven, saved


def test_it_rebuilds_as_numpy_does_and_its_codes_are_as_far_apart_as_a_vaes(
    vae: Space, album: Path
) -> None:
    space, said = driven(principal(vae, f"folder:{album}"))
    assert said and (space.latent, space.size, space.encodes) == (3, SIDE, True)
    found, _ = driven(chart(space, f"folder:{album}", "pca"))
    train = found.dataset.train
    pixels = found.dataset.pictures[train].reshape(len(train), -1) / 255
    mean = pixels.mean(0)
    _, _, axes = np.linalg.svd(pixels - mean, full_matrices=False)
    best = mean + (pixels - mean) @ axes[:3].T @ axes[:3]
    for place, picture in zip(train[:5].tolist(), best[:5], strict=True):
        made, error = rebuilt(space, found, place)
        assert np.abs(made.reshape(-1) / 255 - picture.clip(0, 1)).mean() < 0.01
        assert 0 < error < 0.1
    assert found.codes[train].std(0) == pytest.approx(np.ones(3), abs=0.05)
    assert np.array_equal(space.picture(Point(found.codes[0])), space.picture(found.point(0)))


def test_too_few_pictures_are_said(album: Path, tmp_path: Path) -> None:
    many = Space(saved(tmp_path / "many", "vae", latent=60), "many")
    with pytest.raises(Trouble, match="fewer pictures than components"):
        driven(principal(many, f"folder:{album}"))
