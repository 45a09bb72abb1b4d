"""Small untrained models, and pictures to encode."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import SIDE, Opened, saved


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """The space of a family of `FAMILIES`, the same one each time it is asked for."""
    spaces: dict[str, Space] = {}

    def space(family: str) -> Space:
        if family not in spaces:
            folder = tmp_path_factory.mktemp("checkpoints")
            spaces[family] = Space(saved(folder, family), family)
        return spaces[family]

    return space


@pytest.fixture
def vae(opened: Opened) -> Space:
    return opened("vae")


@pytest.fixture
def stylegan(opened: Opened) -> Space:
    return opened("stylegan")


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """40 pictures of two kinds: bars that lie, and bars that stand, each at a place of its own."""
    folder = tmp_path / "album"
    for kind in ("lying", "standing"):
        (folder / kind).mkdir(parents=True)
        for i in range(20):
            pixels = np.zeros((SIDE, SIDE), np.uint8)
            pixels[i % 14 : i % 14 + 2, i // 3 : i // 3 + 8] = 200 + i
            whole = pixels if kind == "lying" else pixels.T
            Image.fromarray(whole).save(folder / kind / f"{i:02d}.png")
    return folder
