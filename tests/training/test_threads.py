"""Fewer threads where the machine is busy, all of them where it is not."""

from __future__ import annotations

import pytest

from gendesk.training import threads
from gendesk.training.threads import Pace


@pytest.fixture
def machine(monkeypatch):
    """A machine of four threads whose clock stands until it is turned."""
    state = {"threads": 4, "now": 0.0}
    monkeypatch.setattr(threads.torch, "get_num_threads", lambda: state["threads"])
    monkeypatch.setattr(threads, "use_threads", lambda count: state.update(threads=count))
    monkeypatch.setattr(threads.time, "monotonic", lambda: state["now"])
    return state


def minded(pace: Pace, step_s: float, steps: int = 100) -> int:
    for _ in range(steps):
        count = pace.mind(step_s)
    return count


def test_a_steady_pace_keeps_all_threads(machine):
    pace = Pace()
    assert minded(pace, 0.01, 1000) == 4
    assert minded(pace, 0.02, 1000) == 4


def test_a_collapse_halves_them_and_a_minute_later_all_are_tried_again(machine):
    pace = Pace()
    minded(pace, 0.01)
    assert minded(pace, 0.05, 20) == 2
    assert minded(pace, 0.015) == 2
    machine["now"] = 61
    assert minded(pace, 0.015) == 4


def test_where_fewer_threads_do_not_help_the_work_has_grown(machine):
    pace = Pace()
    minded(pace, 0.01)
    assert minded(pace, 0.05, 20) == 2
    assert minded(pace, 0.06, 20) == 4
    assert minded(pace, 0.05) == 4, "the new pace is the usual one"


def test_one_thread_stays_one(machine):
    machine["threads"] = 1
    pace = Pace()
    minded(pace, 0.01)
    assert minded(pace, 0.2) == 1
