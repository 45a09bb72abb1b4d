"""The lessons themselves: what they train can be trained, and what they say can be said."""

from __future__ import annotations

import string
from collections.abc import Mapping

import pytest

from gendesk.core.events import Diagnosed, Finding, Finished, Progress, Remedy
from gendesk.core.sentence import Sentence
from gendesk.lessons.catalogue import COLLAPSE, CONTEST, DISCRIMINATOR, LESSONS, PACE
from gendesk.lessons.course import Course, State
from gendesk.lessons.lesson import Lesson
from gendesk.training.remedies import remedies
from gendesk.training.rules import RULES

FIGURES = {
    "d_loss": 0.9, "g_loss": 1.2, "real_score": 0.7, "fake_score": 0.3, "loss": 40.0,
    "texture/frechet": 50.0, "texture/diversity": 0.4, "texture/recall": 0.1,
}  # fmt: skip


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_what_is_trained_fits_together_and_is_small(lesson: Lesson) -> None:
    for part in lesson.parts:
        recipe = part.recipe(seed=5)
        recipe.check()
        assert (recipe.data, recipe.size, recipe.seed) == ("digits", 16, 5)
        assert recipe.steps <= 3000


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_sentences_name_figures_that_are_there(lesson: Lesson) -> None:
    known = {name.rpartition("/")[2] for name in FIGURES} | {"step"}
    for _, stage in lesson.stages:
        for text in (stage.watch, stage.seen):
            names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            assert {name.removeprefix("was_") for name in names} <= known


WELL = Diagnosed(400, None)


def at(step: int, **changed: float) -> Progress:
    figures: Mapping[str, float] = {
        **FIGURES,
        **{n.replace("__", "/"): v for n, v in changed.items()},
    }
    return Progress(step, 1500, figures)


def found(course: Course, name: str) -> Diagnosed:
    assert name in {rule.name for rule in RULES}
    return Diagnosed(90, Finding(name, Sentence("Bad."), 50, {}, remedies(name, course.recipe)))


def played(lesson: Lesson, *chapters: list[object]) -> Course:
    """The course after events that make one stage after the other come true."""
    course = Course(lesson)
    for number, events in enumerate(chapters):
        for event in events[:-1]:
            course.take(event(course) if callable(event) else event)  # type: ignore[arg-type]
            assert course.state is State.WATCHING, number
        last = events[-1]
        course.take(last(course) if callable(last) else last)  # type: ignore[arg-type]
        assert course.state is State.SEEN, number
        assert "{" not in str(course.sentence)
        if number + 1 < len(chapters):
            course.go_on()
    assert course.last
    return course


def test_a_collapse_is_seen_named_and_cured() -> None:
    course = played(
        COLLAPSE,
        [at(25), at(50)],
        [at(75), lambda course: found(course, "stalled"), lambda course: found(course, "collapse")],
        [
            at(100, texture__diversity=0.9),
            at(200, texture__frechet=20.0),
            at(300, texture__frechet=15.0, texture__diversity=0.9),
            WELL,
        ],
    )
    assert "from 50.0 to 15.0" in str(course.sentence)


def test_the_cure_of_a_collapse_gives_the_discriminator_time() -> None:
    course = Course(COLLAPSE)
    for event in (at(25), at(50)):
        course.take(event)
    course.go_on()
    course.take(found(course, "collapse"))
    assert course.settings["d_lr"] == 1.0
    course.recipe.changed(**course.settings).check()


def test_a_discriminator_that_wins_is_seen_named_and_slowed() -> None:
    certain = {"real_score": 0.999, "fake_score": 0.001, "d_loss": 0.0004}
    played(
        DISCRIMINATOR,
        [at(5, **certain), *(at(step, **certain) for step in range(6, 26))],
        [at(30, **certain), lambda course: found(course, "discriminator")],
        [at(200, texture__frechet=40.0), at(300, texture__frechet=10.0), WELL],
    )


def test_long_steps_circle_until_they_are_shortened() -> None:
    course = played(
        PACE,
        [at(25), at(50), at(75, texture__frechet=60.0)],
        [at(100), lambda course: found(course, "collapse"), lambda c: found(c, "oscillation")],
        [at(300, texture__frechet=45.0), WELL, at(400, texture__frechet=12.0)],
    )
    assert course.recipe.as_dict()["lr"] > 1e-3


def test_a_contest_trains_one_after_the_other() -> None:
    course = played(
        CONTEST,
        [at(24), at(25)],
        [at(999), Finished()],
        [at(25), at(50)],
        [at(999), Finished()],
    )
    assert [part.recipe().family for part in CONTEST.parts] == ["vae", "gan"]
    assert course.last


def test_a_remedy_that_the_recipe_refuses_is_none() -> None:
    course = Course(COLLAPSE)
    for event in (at(25), at(50)):
        course.take(event)
    course.go_on()
    course.take(Diagnosed(90, Finding("collapse", Sentence("Bad."), 50, {}, (Remedy({}),))))
    assert (course.state, course.settings) == (State.SEEN, {})
