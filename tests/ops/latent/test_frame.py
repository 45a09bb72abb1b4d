"""The numbers along which a manifold is laid out."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.ops.latent.frame import Frame
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import Opened


def test_styles_are_spread_evenly_along_it_and_come_back(stylegan: Space) -> None:
    frame = stylegan.frame
    styles = stylegan.styles(stylegan.draw(range(3000, 4000)))
    numbers = frame.numbers(styles)
    assert frame.space == "w"
    assert np.abs(numbers.mean(0)).max() < 0.2 and np.abs(numbers.std(0) - 1).max() < 0.2
    lengths = np.linalg.norm(frame.axes, axis=1) if frame.axes is not None else np.empty(0)
    assert np.all(np.diff(lengths) <= 1e-6)  # the one that varies most is the first
    assert frame.values(numbers) == pytest.approx(styles, abs=1e-3)


def test_z_is_its_own(opened: Opened) -> None:
    z = opened("gan").draw([1, 2])
    assert np.array_equal(opened("gan").frame.values(opened("gan").frame.numbers(z)), z)


def test_what_does_not_vary_does_no_harm() -> None:
    styles = np.random.default_rng(0).normal(size=(50, 3)).astype(np.float32)
    styles[:, 1] = 4
    frame = Frame.of_styles(styles)
    assert np.isfinite(frame.numbers(styles)).all()
    assert frame.values(frame.numbers(styles)) == pytest.approx(styles, abs=1e-3)
