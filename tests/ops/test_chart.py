"""Charts show what was measured."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.ops.chart import amount, chart, smooth, ticks


@pytest.mark.parametrize(
    ("low", "high", "log", "expected"),
    [
        (0, 3000, False, [0, 1000, 2000, 3000]),
        (0.1, 0.35, False, [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]),
        (-1, 1, False, [-1, -0.5, 0, 0.5, 1]),
        (80, 900, True, [100, 200, 500]),
        (1e-3, 1e3, True, [1e-3, 1e-2, 0.1, 1, 10, 100, 1000]),
    ],
)
def test_ticks_are_round(low: float, high: float, log: bool, expected: list[float]) -> None:
    assert ticks(low, high, log) == pytest.approx(expected)


def test_amounts_are_short() -> None:
    assert [amount(v) for v in (0, 0.25, 950, 2500, 30_000, 1.5e6)] == [
        "0", "0.25", "950", "2.5k", "30k", "1.5M",
    ]  # fmt: skip


def test_smoothing_keeps_the_mean_and_has_no_shift() -> None:
    values = np.linspace(0, 10, 101)
    assert np.abs(smooth(values, 9) - values)[8:-8].max() < 1e-9
    noisy = values + np.random.default_rng(0).normal(size=101)
    assert np.std(smooth(noisy, 9) - values) < 0.5
    noisy[50] = np.nan
    assert np.isfinite(smooth(noisy, 9)).all()
    assert smooth(np.empty(0), 3).shape == (0,)


def coloured(image: np.ndarray) -> np.ndarray:
    """Which pixels are neither white nor grey."""
    return (image.max(2).astype(int) - image.min(2)) > 60


def test_a_rising_curve_rises_in_the_picture() -> None:
    steps = np.arange(1, 5001)
    image = np.asarray(chart({"kl": (steps, steps / 100.0)}, "a run"))
    rows, columns = np.nonzero(coloured(image)[200:])
    left, right = columns < np.median(columns), columns > np.median(columns)
    assert rows[left].mean() > rows[right].mean() + 100


@pytest.mark.parametrize(
    "values",
    [[], [1.0], [0.0, 0.0], [np.nan, np.nan], [1e-30, 1e30], [-5.0, 5.0], [1.0] * 5000],
)
def test_any_values_can_be_drawn(values: list[float]) -> None:
    points = (np.arange(len(values), dtype=np.int64), np.array(values))
    image = chart({"loss": points, "held_out/loss": points}, "a run", "its recipe")
    assert image.width > 1000


def test_every_curve_gets_its_place() -> None:
    points = (np.arange(10), np.arange(10.0))
    one = chart({"a": points, "held_out/a": points}, "")
    four = chart(dict.fromkeys("abcd", points), "")
    assert four.width > 1.5 * one.width
    assert four.height > 1.5 * one.height
