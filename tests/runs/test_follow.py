"""A followed run says what it says to its own window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Curves,
    Diagnosed,
    Evaluated,
    Event,
    Finding,
    Paused,
    Preview,
    Progress,
    Remedy,
    Resumed,
    Saved,
    Turned,
    Warned,
)
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Job
from gendesk.runs import follow as following
from gendesk.runs.alive import hold
from gendesk.runs.folder import Run
from gendesk.runs.follow import follow
from gendesk.runs.record import record

Talk = Callable[..., Iterator[Event]]


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "POLL_SECONDS", 0.001)


def kinds(events: list[Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def test_a_past_run_is_told_in_few_events(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    events = list(follow(run))
    assert kinds(events) == ["Curves", "Progress", "Saved", "Saved", "Saved", "Preview"]
    curves, progress = events[0], events[1]
    assert isinstance(curves, Curves) and isinstance(progress, Progress)
    assert sorted(curves.points) == ["kl", "loss"]
    assert curves.points["kl"][1].tolist() == [float(i) for i in range(1, 31)]
    assert progress == Progress(30, 30, {"loss": 100 / 30, "kl": 30.0}, 50.0, 3.0)
    preview = events[-1]
    assert isinstance(preview, Preview) and preview.picture.shape == (8, 8, 1)
    assert (preview.kind, preview.step, preview.picture[0, 0, 0]) == ("samples", 30, 30)


def test_a_live_run_says_each_event_as_it_is_written(run: Run, talk: Talk) -> None:
    told: list[Event] = []
    trained: list[Event] = []
    with hold(run.folder):
        work = record(run, talk(), 30)
        watched = follow(run)
        assert kinds([next(watched)]) == ["Curves"]
        for event in work:
            trained.append(event)
            if isinstance(event, Progress):
                told.append(next(e for e in watched if isinstance(e, Progress)))
    told += watched
    mine = [event for event in trained if isinstance(event, Progress)]
    assert [event for event in told if isinstance(event, Progress)] == mine
    assert any(isinstance(e, Preview) and e.step == 30 for e in told)


def test_every_kind_of_event_comes_back(run: Run) -> None:
    saved = run.folder / "checkpoints" / "00000001"
    found = Finding(
        "collapse",
        Sentence("All are alike."),
        1,
        {"diversity": 0.1},
        (Remedy({"lr": 0.1}), Remedy({"pack": 2}, 1)),
    )
    said: list[Event] = [
        Progress(1, 5, {"loss": 1.0}, 2.0, 0.5),
        Evaluated(1, {"loss": 2.0}),
        Turned(1, "lr", 0.1, 0.2),
        Diagnosed(1, None),
        Diagnosed(1, found),
        Turned(1, "lr", 0.2, 0.1, "collapse"),
        Warned(Sentence("{n} files are broken.", {"n": 3}), 1),
        Saved("checkpoint", saved, 1),
        Paused(1, Sentence("The loss is NaN."), {"lr": 0.01}),
        Resumed(1),
        Paused(1),
        Resumed(1),
        Progress(5, 5, {"loss": 0.5}, 2.0, 0.5),
    ]
    with hold(run.folder):
        watched = follow(run)
        next(watched)
        list(record(run, iter(said), 5))
    heard = [event for event in watched if not isinstance(event, Curves)]
    measured = [e for e in said if isinstance(e, Progress | Evaluated)]
    assert [e for e in heard if isinstance(e, Progress | Evaluated)] == measured
    others = [e for e in said if not isinstance(e, Progress | Evaluated)]
    assert [e for e in heard if not isinstance(e, Progress | Evaluated)] == others


def test_a_resume_redraws_the_curves(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    with hold(run.folder):
        watched = follow(run)
        list(islice(watched, 6))
        list(record(run, talk(first=11), 30, step=10))
    events = list(watched)
    curves = next(event for event in events if isinstance(event, Curves))
    assert curves.points["loss"][0].tolist() == list(range(1, 31))
    assert events.index(curves) == 0
    progress = [event.step for event in events if isinstance(event, Progress)]
    assert progress[-1] == 30


def test_an_abandoned_future_is_not_told(run: Run, talk: Talk) -> None:
    def turned() -> Iterator[Event]:
        yield Turned(5, "lr", 1, 2)
        yield Turned(25, "lr", 2, 3)

    list(record(run, turned(), 30))
    list(record(run, talk(first=11, last=12), 30, step=10))
    assert [e.step for e in follow(run) if isinstance(e, Turned)] == [5]


def test_a_run_that_failed_fails_whoever_watches(run: Run) -> None:
    def work() -> Iterator[Event]:
        yield Progress(1, 2, {})
        raise Trouble("The disk {name} is gone.", name="D:")

    with pytest.raises(Trouble):
        list(record(run, work(), 2))
    with pytest.raises(Trouble, match="The disk D: is gone"):
        list(follow(run))


def test_watching_can_be_cancelled_and_writes_nothing(run: Run) -> None:
    with hold(run.folder):
        before = sorted(run.folder.rglob("*"))
        controls = Controls()
        watched = follow(run, controls)
        next(watched)
        controls.cancel()
        assert list(watched) == []
        assert sorted(run.folder.rglob("*")) == before


def test_a_job_can_watch(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    job = Job("watch", lambda controls: follow(run, controls))
    job.run()
    assert kinds(job.drain())[-1] == "Finished"


def test_missing_values_stay_missing(run: Run) -> None:
    with hold(run.folder):
        watched = follow(run)
        next(watched)
        list(record(run, iter([Progress(1, 1, {"loss": float("nan")})]), 1))
    progress = next(event for event in watched if isinstance(event, Progress))
    assert np.isnan(progress.metrics["loss"])
