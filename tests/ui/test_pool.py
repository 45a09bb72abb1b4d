"""The pool: events arrive on the window's thread, newer requests replace, nothing is left over."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Cancelled, Event, Failed, Finished, Progress, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job
from gendesk.ui.pool import Pool


class Heard:
    """A receiver that remembers what it was told, and on which thread."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.threads: set[int] = set()

    def __call__(self, job: Job, events: Sequence[Event]) -> None:
        self.events += events
        self.threads.add(threading.get_ident())


def counting(to: int, pause: float = 0.0) -> Callable[[Controls], Iterator[Event]]:
    def work(controls: Controls) -> Iterator[Event]:
        for step in range(1, to + 1):
            time.sleep(pause)
            yield Progress(step, to, {"loss": 1 / step})
        return to

    return work


def gated(
    gate: threading.Event, result: object, ran: list[object]
) -> Callable[[Controls], Iterator[Event]]:
    def work(controls: Controls) -> Iterator[Event]:
        gate.wait(5)
        ran.append(result)
        yield Stage(Sentence("Thinking"))
        return result

    return work


def test_events_arrive_in_order_on_the_windows_thread(qtbot: QtBot, pool: Pool) -> None:
    heard, ended = Heard(), []
    pool.ended.connect(ended.append)
    job = pool.start(Job("count", counting(50)), heard)
    assert pool.jobs == [job]
    qtbot.waitUntil(lambda: not pool.jobs, timeout=5000)
    assert [e.step for e in heard.events if isinstance(e, Progress)] == list(range(1, 51))
    assert heard.events[-1] == Finished(50)
    assert heard.threads == {threading.get_ident()}
    assert ended == [job]


def test_latest_replaces_the_one_that_waits(qtbot: QtBot, pool: Pool) -> None:
    gate, ran, heard = threading.Event(), [], Heard()
    for i in range(5):
        pool.latest("drag", Job(f"{i}", gated(gate, i, ran)), heard)
    gate.set()
    qtbot.waitUntil(lambda: not pool.jobs, timeout=5000)
    assert ran == [0, 4]
    assert [e.result for e in heard.events if isinstance(e, Finished)] == [0, 4]


def test_a_dropped_job_is_cancelled_and_never_heard_of(qtbot: QtBot, pool: Pool) -> None:
    heard = Heard()
    job = pool.start(Job("long", counting(10_000, 0.001)), heard)
    pool.drop(job)
    assert pool.jobs == []
    qtbot.waitUntil(lambda: job.ended, timeout=5000)
    qtbot.wait(3 * pool.interval_ms)
    assert heard.events == []


def test_a_receiver_that_raises_does_not_stop_the_others(
    qtbot: QtBot, pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(job: Job, events: Sequence[Event]) -> None:
        raise ValueError("no such label")

    heard = Heard()
    pool.start(Job("broken", counting(3)), broken)
    pool.start(Job("well", counting(3)), heard)
    qtbot.waitUntil(lambda: not pool.jobs, timeout=5000)
    assert heard.events[-1] == Finished(3)
    assert "no such label" in caplog.text


def test_a_failure_is_one_sentence_and_its_traceback_goes_to_the_log(
    qtbot: QtBot, pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    def work(controls: Controls) -> Iterator[Event]:
        yield Stage(Sentence("Looking"))
        raise Trouble("The folder {path} is empty.", path="cats")

    heard = Heard()
    pool.start(Job("look", work), heard)
    qtbot.waitUntil(lambda: not pool.jobs, timeout=5000)
    last = heard.events[-1]
    assert isinstance(last, Failed)
    assert str(last.sentence) == "The folder cats is empty."
    assert "Traceback" in caplog.text


def test_trainings_and_chores_do_not_starve_the_interactive_work(qtbot: QtBot, pool: Pool) -> None:
    gate, busy, heard = threading.Event(), Heard(), Heard()
    for i in range(4):
        pool.train(Job(f"training {i}", gated(gate, i, [])), busy)
        pool.start(Job(f"chore {i}", gated(gate, i, [])), busy)
    pool.latest("drag", Job("drag", counting(1)), heard)
    qtbot.waitUntil(lambda: Finished(1) in heard.events, timeout=5000)
    assert busy.events == []
    gate.set()
    qtbot.waitUntil(lambda: not pool.jobs, timeout=5000)


def test_shutdown_lets_work_save_and_delivers_its_last_word(qtbot: QtBot) -> None:
    saved = []

    def work(controls: Controls) -> Iterator[Event]:
        try:
            yield from counting(10_000, 0.005)(controls)
        finally:
            saved.append("here")

    pool, heard = Pool(), Heard()
    pool.train(Job("training", work), heard)
    qtbot.waitUntil(lambda: bool(heard.events), timeout=5000)
    assert pool.shutdown(5000)
    assert saved == ["here"]
    assert heard.events[-1] == Cancelled()
    assert pool.jobs == []


def test_shutdown_says_when_work_does_not_end(qtbot: QtBot) -> None:
    gate, pool = threading.Event(), Pool()
    pool.start(Job("stuck", gated(gate, 1, [])), Heard())
    started = time.monotonic()
    assert not pool.shutdown(100)
    assert time.monotonic() - started < 2
    gate.set()
    assert pool.shutdown(5000)


@pytest.mark.skipif(
    sys.platform != "linux", reason="a nice value belongs to a thread on Linux only"
)
def test_a_training_thread_yields_to_the_window(qtbot: QtBot, pool: Pool) -> None:
    def work(controls: Controls) -> Iterator[Event]:
        yield from ()
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    heard = Heard()
    pool.train(Job("nice", work), heard)
    qtbot.waitUntil(lambda: not pool.jobs, timeout=5000)
    ours = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assert heard.events == [Finished(max(10, ours))]
