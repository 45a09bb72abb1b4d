"""A lesson under way, told by events that were made up: what is said when, and what it waits for."""

from __future__ import annotations

from gendesk.core.events import (
    Cancelled,
    Diagnosed,
    Event,
    Finding,
    Finished,
    Progress,
    Remedy,
    Turned,
)
from gendesk.core.sentence import Sentence
from gendesk.lessons.catalogue import advised, fell, finished, looked, named
from gendesk.lessons.course import MISSED, Course, State
from gendesk.lessons.lesson import Lesson, Part, Stage

CURE = {"lr": 1e-3, "d_lr": 1.0}
BROKEN = Lesson(
    "broken", "Broken", "It breaks.", "eye", 1,
    (
        Part("gan", {"size": 16}, (
            Stage("Wait.", looked(2), "Distance {frechet}."),
            Stage("Wait more.", named("collapse"), "It collapsed at {step}.", advised),
            Stage("See it heal.", fell("frechet", 0.5), "From {was_frechet} to {frechet}."),
        )),
    ),
)  # fmt: skip
TWO = Lesson(
    "two", "Two", "One after another.", "eye", 1,
    (
        Part("vae", {"size": 16}, (Stage("Wait.", finished, "Done."),)),
        Part("gan", {"size": 16}, (Stage("Wait.", finished, "Done, too."),)),
    ),
)  # fmt: skip


def look(step: int, frechet: float) -> Progress:
    return Progress(step, 100, {"d_loss": 1.0, "texture/frechet": frechet})


def finding(name: str) -> Diagnosed:
    return Diagnosed(50, Finding(name, Sentence("Bad."), 20, {}, (Remedy(CURE), Remedy(CURE, 10))))


def told(course: Course, *events: Event) -> Course:
    for event in events:
        course.take(event)
    return course


def collapsed() -> Course:
    course = told(Course(BROKEN), look(10, 90.0), look(20, 80.0))
    course.go_on()
    return told(course, look(30, 70.0), finding("collapse"))


def test_a_stage_waits_until_it_happens_and_says_so_with_its_figures() -> None:
    course = Course(BROKEN)
    assert not course.take(look(10, 90.0))
    assert course.state is State.WATCHING
    assert str(course.sentence) == "Wait."
    assert course.take(look(20, 80.0))
    assert course.state is State.SEEN
    assert str(course.sentence) == "Distance 80.0."
    assert not course.take(look(30, 70.0))  # it waits for the reader


def test_the_cure_is_the_doctors_first_remedy() -> None:
    course = collapsed()
    assert (course.state, course.settings) == (State.SEEN, CURE)
    course.go_on()
    assert (course.at, course.state, course.settings) == (2, State.WATCHING, {})


def test_another_finding_is_not_waited_for() -> None:
    course = told(Course(BROKEN), look(10, 90.0), look(20, 80.0))
    course.go_on()
    assert told(course, finding("stalled")).state is State.WATCHING


def test_the_end_compares_with_what_was_when_it_was_cured() -> None:
    course = collapsed()
    course.go_on()
    told(course, *(Turned(31, name, 0, value) for name, value in CURE.items()))
    assert (course.at, course.state) == (2, State.WATCHING)  # cured once, not twice
    assert not course.take(look(40, 40.0))
    assert course.take(look(50, 30.0))
    assert str(course.sentence) == "From 70.0 to 30.0."
    course.go_on()
    assert course.state is State.OVER
    course.go_on()
    assert course.state is State.OVER


def test_a_hand_on_the_knobs_themselves_cures_as_well() -> None:
    course = told(collapsed(), Turned(31, "lr", 1e-2, 1e-3))
    assert course.state is State.SEEN
    assert told(course, Turned(31, "d_lr", 0.1, 1.0)).at == 2


def test_a_training_that_ends_before_it_happens_is_missed() -> None:
    for end in (Finished(), Cancelled()):
        course = told(Course(BROKEN), look(10, 90.0), end)
        assert (course.state, course.sentence) == (State.MISSED, MISSED)
        assert told(collapsed(), end).state is State.MISSED  # nothing is left to be cured


def test_what_was_seen_can_be_read_after_the_end_but_nothing_follows() -> None:
    course = told(Course(BROKEN), look(10, 90.0), look(20, 80.0), Finished())
    assert course.state is State.SEEN
    course.go_on()
    assert course.state is State.MISSED


def test_a_lesson_of_two_trainings_asks_for_the_second() -> None:
    course = Course(TWO, seed=3)
    assert (course.part, course.recipe.family, course.recipe.seed) == (0, "vae", 3)
    told(course, Progress(1, 1, {"loss": 2.0}), Finished())
    assert not course.last
    course.go_on()
    assert (course.part, course.recipe.family, course.state) == (1, "gan", State.WATCHING)
    assert course.sight.step == 0
    told(course, Finished())
    assert course.last
