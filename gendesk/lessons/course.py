"""A lesson under way: where it stands, what is to be said now, and what a person may do about it."""

from __future__ import annotations

from enum import Enum

from gendesk.core.events import Event
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.lessons.lesson import Lesson, Settings, Stage
from gendesk.lessons.sight import Sight


class State(Enum):
    """How a course stands."""

    WATCHING = "watching"  # for what is to happen next
    SEEN = "seen"  # it has happened, and somebody reads of it: the training should stand still
    MISSED = "missed"  # the training has ended before it happened
    OVER = "over"


MISSED = Sentence(
    "The training has ended before it happened. Begin again, with other random numbers."
)


class Course:
    """Follows the trainings of a lesson by their events; turns and trains nothing itself.

    Whoever conducts it gives it the events of the training of `recipe`, shows `sentence`, lets the
    training stand still where `state` is SEEN, and calls `go_on` when the person has read that: then
    `settings` are to be turned first, or where `part` is another now, `recipe` is to be trained.

    Args:
        lesson: what is to be seen.
        seed: of its trainings.
    """

    def __init__(self, lesson: Lesson, seed: int = 0) -> None:
        self.lesson, self.seed = lesson, seed
        self.state = State.WATCHING
        self.at = 0  # which of the stages
        self.settings: Settings = {}  # the knobs to be turned before it goes on
        self.sight = Sight()

    @property
    def part(self) -> int:
        """Which of the trainings."""
        return self.lesson.stages[self.at][0]

    @property
    def stage(self) -> Stage:
        """What is to be seen now."""
        return self.lesson.stages[self.at][1]

    @property
    def recipe(self) -> Recipe:
        """What is trained in this part."""
        return self.lesson.parts[self.part].recipe(self.seed)

    @property
    def last(self) -> bool:
        """Whether nothing comes after this stage."""
        return self.at + 1 == len(self.lesson.stages)

    @property
    def sentence(self) -> Sentence:
        """What is to be said now; its values are figures, of four digits."""
        if self.state is State.MISSED:
            return MISSED
        text = self.stage.watch if self.state is State.WATCHING else self.stage.seen
        was = {f"was_{name}": value for name, value in self.sight.before.items()}
        figures = {name: float(f"{v:.4g}") for name, v in {**was, **self.sight.figures}.items()}
        return Sentence(text, {**figures, "step": self.sight.step})

    def take(self, event: Event) -> bool:
        """One event of the training; whether the course stands elsewhere now."""
        before = (self.at, self.state)
        self.sight.take(event)
        turned = self.sight.turned.items()
        if self.settings and self.settings.items() <= turned:  # by a hand on the knobs themselves
            self.go_on()
        self._look()
        return before != (self.at, self.state)

    def go_on(self) -> None:
        """What was seen is understood: to the next stage, or to the end."""
        if self.state is not State.SEEN:
            return
        self.settings = {}
        if self.last:
            self.state = State.OVER
            return
        part = self.part
        self.at += 1
        self.state = State.WATCHING
        if self.part == part:
            self.sight.mark()
            self._look()
        else:
            self.sight = Sight()

    def _look(self) -> None:
        """Has it happened, or can it happen no more?"""
        stage, sight = self.stage, self.sight
        if self.state is State.WATCHING and stage.happens(sight):
            self.state = State.SEEN
            self.settings = stage.cure(sight) if stage.cure is not None else {}
        if sight.ended and (self.state is State.WATCHING or self.settings):
            self.state, self.settings = State.MISSED, {}
