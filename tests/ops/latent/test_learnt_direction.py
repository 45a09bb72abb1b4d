"""A direction learnt from two groups changes the one thing in which they differ.

Bars lie or stand. After training on them, the difference of 200 that lie and 200 that stand is added to
pictures that were never seen; whether a bar lies is told by its extent along both sides. How much of a
picture is kept is measured on digits: `benchmarks/latent_direction.py`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gendesk.core.controls import Controls
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.ops.latent.directions import between, moved
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Space
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit
from tests.ops.latent.unlearnt import SIDE

COUNT, LEARNT = 600, 200


def bars() -> Dataset:
    """The first half lies, the other stands; every fifth is held out."""
    source = np.random.default_rng(0)
    pictures = np.zeros((COUNT, SIDE, SIDE, 1), np.uint8)
    for i, picture in enumerate(pictures):
        y, x = source.integers(6, 9), source.integers(2, 5)
        picture[y : y + 3, x : x + 10] = source.integers(80, 256)
        if i >= COUNT // 2:
            pictures[i] = picture.transpose(1, 0, 2)
    labels = np.repeat([0, 1], COUNT // 2)
    out = np.arange(COUNT) % 5 == 0
    return Dataset(
        "bars", "bars", pictures, labels, ("lying", "standing"),
        np.flatnonzero(~out), np.flatnonzero(out),
    )  # fmt: skip


def stands(pictures: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(N, H, W, 1) → whether each reaches further down than across."""
    light = pictures[..., 0].astype(float) + 1e-6
    extents = []
    for axis in (1, 2):
        profile = light.sum(axis) / light.sum((1, 2))[:, None]
        places = np.arange(SIDE)
        mean = (profile * places).sum(1, keepdims=True)
        extents.append((profile * np.square(places - mean)).sum(1))
    across, down = extents
    return down > across


def test_it_changes_what_differs_and_leads_back(tmp_path: Path) -> None:
    dataset = bars()
    assert (stands(dataset.pictures) == dataset.labels).all()
    settings = {
        "net": "mlp",
        "hidden": 128,
        "latent": 8,
        "size": SIDE,
        "steps": 400,
        "lr": 3e-3,
        "likelihood": "gaussian",
    }
    recipe = Recipe.from_dict({"family": "vae", **settings, "batch_size": 64, "beta": 1.0})
    list(fit(recipe, dataset, tmp_path, fabric=fabric_for("cpu", "32"), controls=Controls()))
    newest = checkpoints.newest(tmp_path)
    assert newest
    space = Space(checkpoints.load(newest), "bars")
    assert dataset.labels is not None
    kinds = [dataset.train[dataset.labels[dataset.train] == label][:LEARNT] for label in (0, 1)]
    codes = [space.encode(dataset.pictures[rows]).means for rows in kinds]
    stand = between(codes[0], codes[1], "standing")
    unseen = dataset.held_out[dataset.labels[dataset.held_out] == 0]
    points = [Point(code) for code in space.encode(dataset.pictures[unseen]).means]
    before = space.decoded(points)
    after = space.decoded([moved(space, point, [(stand, 1.0)]) for point in points])
    assert stands(before).mean() < 0.1
    assert stands(after).mean() >= 0.8
    back = space.decoded([moved(space, point, [(stand, 1.0), (stand, -1.0)]) for point in points])
    assert np.abs(back.astype(int) - before).max() <= 1
