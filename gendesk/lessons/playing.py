"""A lesson played without a window, as one iterator of events: whoever drives it reads along."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Finished, Paused
from gendesk.core.sentence import Sentence
from gendesk.lessons.course import Course, State
from gendesk.lessons.lesson import Settings
from gendesk.runs.folder import Run
from gendesk.runs.session import train


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be looked at from now on, or what has happened; `settings` will be turned."""

    step: int
    sentence: Sentence
    settings: Settings


def play(
    course: Course, controls: Controls, *, device: str = "auto", folder: Path | None = None
) -> Generator[Event | Told, None, list[Run]]:
    """Train what the lesson trains, and go on as soon as the caller does.

    Args:
        course: at its beginning; afterwards it is over or missed.
        controls: of the trainings.
        device: "auto", "cpu" or "cuda".
        folder: for the runs; without one they are put beside all others.

    Returns:
        The runs.

    Raises:
        Trouble: the disk does not take a run, or it cannot be trained here.
    """
    runs = []
    yield _told(course)
    while course.state is State.WATCHING:
        runs.append(Run.create(course.recipe, folder=folder))
        with closing(train(runs[-1], controls, device=device)) as events:
            yield from _follow(course, events, controls)
    if course.state is State.MISSED:
        yield _told(course)
    return runs


def _follow(
    course: Course, events: Generator[Event, None, None], controls: Controls
) -> Generator[Event | Told, None, None]:
    """One of the trainings, to its end or to that of the lesson."""
    part = course.part
    while _stands(course, part, State.WATCHING):
        event = next(events, Finished())
        yield event
        course.take(event)
        if isinstance(event, Paused) and event.sentence is not None:
            course.take(Finished())  # nobody is there who could make it go on
        while _stands(course, part, State.SEEN):
            yield _told(course)
            _turn(course, controls)
            course.go_on()
            if _stands(course, course.part, State.WATCHING):
                yield _told(course)


def _stands(course: Course, part: int, state: State) -> bool:
    return course.state is state and course.part == part


def _turn(course: Course, controls: Controls) -> None:
    finding = course.sight.finding
    for name, value in course.settings.items():
        controls.turn(name, value, finding.name if finding else "")


def _told(course: Course) -> Told:
    return Told(course.sight.step, course.sentence, dict(course.settings))
