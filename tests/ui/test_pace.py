"""Pace: how long yet, from what was seen lately."""

from __future__ import annotations

import pytest

from gendesk.ui.pace import Pace


def test_nothing_is_known_at_first() -> None:
    pace = Pace()
    assert (pace.share, pace.seconds_left) == (0.0, None)
    pace.add(10, 100, 0.0)
    assert (pace.share, pace.seconds_left) == (0.1, None)


def test_steady_work() -> None:
    pace = Pace()
    for second in range(11):
        pace.add(10 * second, 500, float(second))
    assert pace.share == 0.2
    assert pace.seconds_left == pytest.approx(40)


def test_a_slow_start_is_forgotten() -> None:
    pace = Pace(window_s=10)
    pace.add(0, 1000, 0.0)
    pace.add(1, 1000, 60.0)
    for second in range(1, 21):
        pace.add(1 + 10 * second, 1000, 60.0 + second)
    assert pace.seconds_left == pytest.approx((1000 - 201) / 10, rel=0.01)


def test_a_pause_says_nothing_about_the_time_before() -> None:
    pace = Pace()
    pace.add(0, 100, 0.0)
    pace.add(50, 100, 10.0)
    pace.pause()
    pace.add(50, 100, 500.0)
    assert pace.seconds_left is None
    pace.add(60, 100, 502.0)
    assert pace.seconds_left == pytest.approx(8)


def test_going_back_begins_anew() -> None:
    pace = Pace()
    pace.add(90, 100, 0.0)
    pace.add(10, 100, 1.0)
    assert pace.seconds_left is None
    assert pace.share == 0.1


def test_an_unknown_total_has_no_end() -> None:
    pace = Pace()
    pace.add(5, 0, 0.0)
    pace.add(9, 0, 2.0)
    assert (pace.share, pace.seconds_left) == (0.0, None)
