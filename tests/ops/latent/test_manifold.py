"""The plane of two latent dimensions, evenly spread by probability."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.core.events import Saved, Stage
from gendesk.core.sentence import Trouble
from gendesk.nn.vae import manifold as plane
from gendesk.ops.latent.manifold import export_manifold, grid, of_quantiles, quantiles
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import SIDE


def test_quantiles_go_there_and_back() -> None:
    values = np.array([[-3.0, 0.0], [0.5, 2.5]])
    assert np.allclose(of_quantiles(quantiles(values)), values)
    assert quantiles(np.zeros(1))[0] == 0.5
    assert np.isfinite(of_quantiles(np.array([0.0, 1.0]))).all()


def test_the_whole_is_the_figure_that_trainings_show() -> None:
    assert np.allclose(grid(2, 20, 20), plane(20).numpy(), atol=1e-5)


def test_a_window_shows_a_part_in_more_detail() -> None:
    cells = grid(2, 4, 4, (0.25, 0.5, 0.5, 0.75))
    shares = quantiles(cells)
    assert shares[:, 0].min() > 0.25
    assert shares[:, 0].max() < 0.5
    assert shares[0, 1] > shares[-1, 1]  # up is up
    assert shares[0, 1] < 0.75
    assert np.allclose(np.diff(shares[:4, 0]), 1 / 16, atol=1e-5)


def test_other_dimensions_stay_as_they_are() -> None:
    base = np.arange(5, dtype=np.float32)
    cells = grid(5, 2, 3, dimensions=(4, 1), base=base)
    assert cells.shape == (6, 5)
    assert (cells[:, [0, 2, 3]] == [0, 2, 3]).all()
    assert len(np.unique(cells[:, 4])) == 3
    assert len(np.unique(cells[:, 1])) == 2


def test_print_has_the_exact_pictures(vae: Space, tmp_path: Path) -> None:
    path = tmp_path / "plane.png"
    events = list(export_manifold(vae, path, cells=3))
    assert isinstance(events[0], Stage)
    assert events[-1] == Saved("file", path, 7)
    with Image.open(path) as image:
        sheet = np.asarray(image)
    assert sheet.shape == (3 * SIDE, 3 * SIDE)
    middle = vae.picture(Point(grid(3, 3, 3)[4]))[..., 0]
    assert np.array_equal(sheet[SIDE : 2 * SIDE, SIDE : 2 * SIDE], middle)
    with pytest.raises(Trouble, match="at most 1250"):
        list(export_manifold(vae, path, cells=5000))
