"""Small real pictures and a plain CPU for the tests of training."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from lightning_fabric import Fabric
from sklearn.datasets import load_digits

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.training.devices import fabric_for


@pytest.fixture(scope="session")
def digits() -> Dataset:
    """300 real digits at 16 px: 270 to learn from, 30 held out."""
    small = load_digits().images[:300]
    pictures = (small * 255 / 16).astype(np.uint8).repeat(2, 1).repeat(2, 2)[..., None]
    return Dataset(
        source="digits",
        key="test",
        pictures=pictures,
        labels=None,
        classes=(),
        train=np.arange(270),
        held_out=np.arange(270, 300),
    )


@pytest.fixture(scope="session")
def labelled(digits: Dataset) -> Dataset:
    """The same, and which digit each is."""
    labels = load_digits().target[:300].astype(np.int64)
    return replace(digits, labels=labels, classes=tuple("0123456789"))


@pytest.fixture
def fabric() -> Fabric:
    return fabric_for("cpu", "32")


@pytest.fixture
def recipe() -> Recipe:
    """A training of 20 steps, 10 an epoch, that takes a fraction of a second."""
    return Recipe.known["vae"]().changed(
        size=16, net="mlp", hidden=32, steps=20, batch_size=27, checkpoint_every=100,
        preview_every=100,
    )  # fmt: skip
