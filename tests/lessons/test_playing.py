"""A lesson as one iterator: what is told in which order, and what is left behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Progress, Turned
from gendesk.core.sentence import Sentence
from gendesk.lessons import playing
from gendesk.lessons.catalogue import COLLAPSE, CONTEST, DISCRIMINATOR
from gendesk.lessons.course import MISSED, Course, State
from gendesk.lessons.playing import Told, play
from gendesk.runs.folder import Run, all_runs


def test_it_is_told_trained_and_cured(talks: list[str]) -> None:
    course = Course(COLLAPSE)
    events = list(play(course, Controls()))
    told = [event for event in events if isinstance(event, Told)]
    assert course.state is State.OVER
    assert [bool(each.settings) for each in told] == [False, False, False, True, False, False]
    assert [each.step for each in told] == [0, 20, 20, 40, 40, 60]
    assert "from 60.0 to 20.0" in str(told[-1].sentence)
    turned = [event for event in events if isinstance(event, Turned)]
    assert {each.name: each.after for each in turned} == told[3].settings
    assert {each.remedy for each in turned} == {"collapse"}
    assert talks == [all_runs()[0].name]  # it was closed as soon as the lesson was over


def test_what_does_not_happen_is_said_at_the_end(talks: list[str]) -> None:
    course = Course(DISCRIMINATOR)
    *_, last = play(course, Controls())
    assert isinstance(last, Told) and last.sentence == MISSED
    assert course.state is State.MISSED


def test_two_trainings_one_after_the_other(talks: list[str]) -> None:
    course = Course(CONTEST)
    events = play(course, Controls())
    while True:
        try:
            next(events)
        except StopIteration as end:
            runs = end.value
            break
    assert course.state is State.OVER
    assert [run.recipe.family for run in runs] == ["vae", "gan"]
    assert talks == [run.name for run in runs]


def test_closing_it_closes_the_training(talks: list[str]) -> None:
    events = play(Course(COLLAPSE), Controls())
    while not isinstance(next(events), Progress):
        pass
    events.close()
    assert len(talks) == 1


def test_a_training_that_stands_still_by_itself_ends_the_lesson(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(run: Run, controls: Controls, *, device: str) -> Iterator[Event]:
        while True:
            yield Paused(3, Sentence("It has come apart."))

    monkeypatch.setattr(playing, "train", broken)
    course = Course(COLLAPSE)
    assert len(list(play(course, Controls()))) == 3
    assert course.state is State.MISSED
