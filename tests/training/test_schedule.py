"""The learning rate's way from the first step to the last."""

from __future__ import annotations

import pytest

from gendesk.training.schedule import factor


def test_constant_stays():
    assert {factor("constant", step, 100) for step in range(1, 101)} == {1.0}


def test_cosine_falls_to_nothing():
    values = [factor("cosine", step, 100) for step in range(1, 101)]
    assert values[0] == 1
    assert values[50] == pytest.approx(0.5)
    assert values == sorted(values, reverse=True)
    assert 0 < values[-1] < 0.001


def test_one_cycle_rises_for_a_quarter_then_falls():
    values = [factor("one-cycle", step, 100) for step in range(1, 101)]
    assert values[0] == pytest.approx(0.04)
    assert values.index(max(values)) == 25
    assert max(values) == 1
    assert values[-1] < 0.01


def test_beyond_the_last_step_it_stays_at_the_end():
    assert factor("cosine", 500, 100) == pytest.approx(0)
