"""A job drives its work to one end and never raises."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator

import numpy as np
import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Paused,
    Preview,
    Progress,
    Stage,
)
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job

STAGE = Stage(Sentence("Working"))


def test_events_arrive_in_order_and_end_with_the_result() -> None:
    def work(_: Controls) -> Generator[Event, None, int]:
        for step in (1, 2):
            yield Progress(step, 2, {})
        return 42

    job = Job("count", work)
    assert not job.ended
    job.run()
    assert job.ended
    assert job.drain() == [Progress(1, 2, {}), Progress(2, 2, {}), Finished(42)]
    assert job.drain() == []


def test_of_each_kind_of_preview_the_newest_is_kept() -> None:
    def picture(kind: str, step: int) -> Preview:
        return Preview(kind, step, np.zeros((1, 1, 1), np.uint8))

    def work(_: Controls) -> Iterator[Event]:
        yield picture("samples", 1)
        yield picture("manifold", 1)
        yield picture("samples", 2)

    job = Job("paint", work)
    job.run()
    kept = [(e.kind, e.step) for e in job.drain() if isinstance(e, Preview)]
    assert kept == [("samples", 2), ("manifold", 1)]


def test_cancelling_closes_the_work_and_says_so() -> None:
    closed: list[bool] = []

    def work(controls: Controls) -> Iterator[Event]:
        try:
            while True:
                controls.cancel()
                yield STAGE
        finally:
            closed.append(True)

    job = Job("forever", work)
    job.run()
    assert job.drain() == [STAGE, Cancelled()]
    assert closed == [True]


def test_a_pause_holds_between_two_steps_until_it_is_resumed() -> None:
    stood = threading.Event()

    def work(controls: Controls) -> Iterator[Event]:
        controls.pause()
        stood.set()
        yield Progress(1, 2, {})
        yield Paused(1)
        yield Progress(2, 2, {})

    job = Job("pause", work)
    thread = threading.Thread(target=job.run)
    thread.start()
    assert stood.wait(5)
    thread.join(0.05)
    assert thread.is_alive()
    assert Progress(2, 2, {}) not in job.drain()
    job.controls.resume()
    thread.join(5)
    assert job.drain()[-1] == Finished(None)


def test_cancelling_ends_a_pause() -> None:
    def work(controls: Controls) -> Iterator[Event]:
        controls.pause()
        yield Paused(1)
        raise AssertionError("it was cancelled")

    job = Job("pause", work)
    thread = threading.Thread(target=job.run)
    thread.start()
    job.controls.cancel()
    thread.join(5)
    assert job.drain()[-1] == Cancelled()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Trouble("The {what} is out.", what="cable"), "The cable is out."),
        (KeyError("x"), "gendesk did not foresee (KeyError: 'x')"),
    ],
)
def test_a_failure_is_a_sentence_with_its_traceback_for_the_log(
    error: Exception, sentence: str
) -> None:
    def work(_: Controls) -> Iterator[Event]:
        yield STAGE
        raise error

    job = Job("fail", work)
    job.run()
    last = job.drain()[-1]
    assert isinstance(last, Failed)
    assert sentence in str(last.sentence)
    assert "Traceback" in last.traceback


def test_work_that_fails_before_its_first_event_fails_alike() -> None:
    def work(_: Controls) -> Iterator[Event]:
        raise Trouble("There is nothing to do.")

    job = Job("fail", work)
    job.run()
    (last,) = job.drain()
    assert isinstance(last, Failed)


def test_saving_that_fails_on_cancelling_is_a_failure() -> None:
    def work(controls: Controls) -> Iterator[Event]:
        try:
            controls.cancel()
            yield STAGE
        finally:
            raise Trouble("The disk is full.")

    job = Job("cancel", work)
    job.run()
    last = job.drain()[-1]
    assert isinstance(last, Failed) and str(last.sentence) == "The disk is full."
