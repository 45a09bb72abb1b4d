"""The recorder writes before it passes on, and ends a journal in every case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PIL import Image

from gendesk.core.events import Evaluated, Event, Paused, Progress, Turned, Warned
from gendesk.core.sentence import Sentence, Trouble
from gendesk.runs.folder import Run
from gendesk.runs.record import record

Talk = Callable[..., Iterator[Event]]


def last(run: Run) -> dict[str, object]:
    return run.journal()[-1]


def test_what_is_passed_on_is_on_disk_already(run: Run, talk: Talk) -> None:
    for event in record(run, talk(), 30):
        if isinstance(event, Progress):
            steps, values = run.metrics()["loss"]
            assert (steps[-1], values[-1]) == (event.step, event.metrics["loss"])
    assert run.previews()["samples"][-1][0] == 30


def test_a_run_that_ends_returns_the_result_and_is_finished(run: Run, talk: Talk) -> None:
    def drive() -> Iterator[Event]:
        results.append((yield from record(run, talk(), 30)))

    results: list[object] = []
    assert len(list(drive())) == 36
    assert results == ["done"]
    assert run.status == "finished"
    assert [row["what"] for row in run.journal()] == [
        "created", "started", "saved", "saved", "saved", "finished",
    ]  # fmt: skip


def test_a_preview_is_a_png_of_its_step(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    steps = [step for step, _ in run.previews()["samples"]]
    assert steps == [10, 20, 30]
    with Image.open(run.previews()["samples"][1][1]) as image:
        assert np.asarray(image).tolist() == [[20] * 8] * 8


def test_figures_on_held_out_pictures_have_names_of_their_own(run: Run) -> None:
    events = iter([Progress(1, 1, {"loss": 2.0}), Evaluated(1, {"loss": 3.0})])
    list(record(run, events, 1))
    assert {name: v.tolist() for name, (_, v) in run.metrics().items()} == {
        "loss": [2.0],
        "held_out/loss": [3.0],
    }


def test_what_is_not_finite_is_no_number_in_the_file(run: Run) -> None:
    list(record(run, iter([Progress(1, 1, {"loss": float("inf")})]), 1))
    assert b"null" in run.metrics_file.read_bytes()
    assert np.isnan(run.metrics()["loss"][1][0])


def test_closing_lets_the_work_save_and_says_cancelled(run: Run, talk: Talk) -> None:
    saved: list[bool] = []

    def work() -> Iterator[Event]:
        try:
            yield from talk()
        finally:
            saved.append(last(run)["what"] == "started")  # before the journal is ended

    events = record(run, work(), 30)
    next(events)
    events.close()
    assert saved == [True]
    assert last(run)["what"] == "cancelled"
    assert run.status == "stopped"


def test_work_that_returns_before_its_last_step_was_cancelled(run: Run, talk: Talk) -> None:
    list(record(run, talk(last=12), 30))
    assert run.status == "stopped"


def test_a_trouble_is_in_the_journal_and_goes_on(run: Run) -> None:
    def work() -> Iterator[Event]:
        yield Progress(1, 2, {})
        raise Trouble("The cable of {what} is out.", what="the disk")

    with pytest.raises(Trouble):
        list(record(run, work(), 2))
    assert run.status == "failed"
    assert str(run.failure) == "The cable of the disk is out."


def test_a_defect_is_in_the_journal_as_a_sentence(run: Run) -> None:
    with pytest.raises(ZeroDivisionError):
        list(record(run, (Progress(1 // 0, 1, {}) for _ in range(1)), 2))
    assert "ZeroDivisionError" in str(run.failure)


def test_stopped_while_it_stood_still_for_a_reason_it_failed_for_that(run: Run) -> None:
    why = Sentence("The loss is {what}.", {"what": "NaN"})
    events = record(run, iter([Progress(1, 9, {}), Paused(1, why, {"lr": 1e-4})]), 9)
    next(events)
    next(events)
    events.close()
    assert run.status == "failed"
    assert run.failure == why


def test_knobs_and_warnings_are_in_the_journal(run: Run) -> None:
    events: list[Event] = [Turned(5, "lr", 0.1, 0.2), Warned(Sentence("Slow disk."))]
    list(record(run, iter(events), 9, device="cpu"))
    started, turned, warned = run.journal()[1:4]
    assert started["device"] == "cpu" and started["steps"] == 9
    assert (turned["step"], turned["name"], turned["after"]) == (5, "lr", 0.2)
    assert warned["sentence"] == {"text": "Slow disk.", "values": {}}


def test_going_on_removes_what_lies_beyond(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    with run.metrics_file.open("ab") as file:
        file.write(b'{"step": 31, "lo')
    list(record(run, talk(first=11, last=12, total=40), 40, step=10))
    assert run.metrics()["loss"][0].tolist() == list(range(1, 13))
    assert [step for step, _ in run.previews()["samples"]] == [10]
    assert [step for step, _ in run.checkpoints()] == [10]
    assert run.recipe.steps == 40


def test_going_on_from_the_start_leaves_nothing(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    list(record(run, iter([]), 30))
    assert run.metrics() == {}
    assert run.checkpoints() == []


def test_a_full_disk_is_one_sentence(run: Run, talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    events = record(run, talk(), 30)
    next(events)
    monkeypatch.setattr("gendesk.runs.record.encode", refuse)
    with pytest.raises(Trouble, match="No space left on device"):
        next(events)
