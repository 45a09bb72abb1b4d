"""Series: the moving average, and what is left of 100,000 points on 1,000 columns."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.ui.widgets.series import Floats, Series, envelope, thinned


def plain_average(values: Floats, s: float) -> Floats:
    """The definition, one value at a time."""
    total, count, found = 0.0, 0, []
    for value in values:
        if np.isfinite(value):
            total, count = s * total + (1 - s) * value, count + 1
            found.append(total / (1 - s**count))
        else:
            found.append(np.nan)
    return np.array(found)


@pytest.fixture
def values() -> Floats:
    values = np.random.default_rng(0).normal(5, 1, 1000)
    values[[0, 17, 500, 501, 999]] = [np.nan, np.inf, -np.inf, np.nan, np.nan]
    return values


@pytest.mark.parametrize("smoothing", [0.01, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("pieces", [1, 7, 250])
def test_the_average_is_the_same_however_points_arrive(
    values: Floats, smoothing: float, pieces: int
) -> None:
    series = Series(smoothing)
    for steps in np.array_split(np.arange(1000), pieces):
        series.extend(steps, values[steps])
    np.testing.assert_allclose(series.smooth, plain_average(values, smoothing), rtol=1e-12)


def test_without_smoothing_values_stay(values: Floats) -> None:
    series = Series()
    series.extend(np.arange(1000), values)
    np.testing.assert_array_equal(series.smooth, series.values)
    assert np.isnan(series.values[17])  # infinite is a gap as well


def test_another_smoothing_later_is_as_from_the_start(values: Floats) -> None:
    series = Series(0.3)
    series.extend(np.arange(600), values[:600])
    series.set_smoothing(0.9)
    series.extend(np.arange(600, 1000), values[600:])
    np.testing.assert_allclose(series.smooth, plain_average(values, 0.9), rtol=1e-12)


@pytest.mark.parametrize("smoothing", [0.0, 0.9])
def test_an_earlier_step_takes_back_what_came_after(values: Floats, smoothing: float) -> None:
    resumed, fresh = Series(smoothing), Series(smoothing)
    resumed.extend(np.arange(1000), values)
    resumed.extend([300, 301], [2.0, 3.0])
    fresh.extend(np.arange(300), values[:300])
    fresh.extend([300, 301], [2.0, 3.0])
    np.testing.assert_array_equal(resumed.steps, fresh.steps)
    np.testing.assert_allclose(resumed.smooth, fresh.smooth, rtol=1e-12)


def test_all_can_be_taken_back() -> None:
    series = Series(0.9)
    series.extend([5, 6], [1.0, 2.0])
    series.extend(1, 7.0)
    assert series.steps.tolist() == [1]
    assert series.smooth.tolist() == pytest.approx([7.0])


def test_the_nearest_point() -> None:
    series = Series()
    assert series.nearest(3) is None
    series.extend([10, 20, 30], [1.0, 2.0, 3.0])
    assert [series.nearest(step) for step in (-5, 14, 16, 25, 99)] == [0, 0, 1, 1, 2]


def test_the_envelope_keeps_every_extreme() -> None:
    steps = np.arange(100_000.0)
    values = np.sin(steps / 9000)
    values[[12_345, 77_777]] = [9.0, -9.0]
    xs, ys = envelope(steps, values, 0, 100_000, 500)
    assert len(xs) == len(ys) <= 1000
    assert ys.max() == 9 and ys.min() == -9
    assert abs(xs[ys.argmax()] - 12_345) <= 200  # a column's width


def test_gaps_stay_gaps() -> None:
    steps = np.arange(10_000.0)
    values = np.ones(10_000)
    values[4000:6000] = np.nan
    values[100] = np.nan  # one of many in its column
    xs, ys = envelope(steps, values, 0, 10_000, 100)
    assert set(xs[np.isnan(ys)]) == set(np.arange(4000.0, 6000, 100))


def test_few_points_are_left_alone_with_one_beyond_each_edge() -> None:
    steps = np.arange(0.0, 100, 10)
    xs, ys = envelope(steps, steps * 2, 35, 55, 500)
    assert xs.tolist() == [30, 40, 50, 60]
    assert ys.tolist() == [60, 80, 100, 120]
    assert thinned(steps, steps, 35, 55, 500)[0].tolist() == [30, 40, 50, 60]


def test_thinning_keeps_both_ends() -> None:
    steps = np.arange(10_000.0)
    xs, ys = thinned(steps, steps * 2, 0, 9999, 100)
    assert len(xs) <= 102
    assert xs[0] == 0 and xs[-1] == 9999
    np.testing.assert_array_equal(ys, xs * 2)


def test_uneven_steps_leave_columns_empty() -> None:
    steps = np.concatenate([np.arange(1000.0), np.arange(100_000.0, 101_000)])
    xs, _ = envelope(steps, np.ones(2000), 0, 101_000, 300)
    assert xs.min() == 0 and len(xs) < 40
