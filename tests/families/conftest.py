"""Real digits with their labels, and a training of a few seconds on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sklearn.datasets import load_digits

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit

Train = Callable[[Recipe], list[Event]]


@pytest.fixture(scope="session")
def digits() -> Dataset:
    """The 1,797 digits at 16 px, a tenth of them held out."""
    found = load_digits()
    small = np.rint(found.images * (255 / 16)).astype(np.uint8)
    pictures = np.stack([np.asarray(Image.fromarray(each).resize((16, 16))) for each in small])
    order = np.random.default_rng(0).permutation(len(pictures))
    return Dataset(
        source="digits",
        key="digits at 16",
        pictures=pictures[..., None],
        labels=found.target.astype(np.int64),
        classes=tuple("0123456789"),
        train=np.sort(order[180:]),
        held_out=np.sort(order[:180]),
    )


@pytest.fixture
def train(digits: Dataset, tmp_path: Path) -> Train:
    """Everything that a training on the digits says; its checkpoints are in tmp_path."""

    def trained(recipe: Recipe) -> list[Event]:
        fabric = fabric_for("cpu", "32")
        return list(fit(recipe, digits, tmp_path, fabric=fabric, controls=Controls()))

    return trained
