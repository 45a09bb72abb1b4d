"""A guided lesson as data: what is trained, what happens to it, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Source
from gendesk.lessons.sight import Sight

Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to see: where to look until it happens, and what it was.

    The braces of both texts are filled with figures by name, as they were seen last, and with
    those of the stage before as "was_" and the name.
    """

    watch: Source
    happens: Callable[[Sight], bool]
    seen: Source
    cure: Callable[[Sight], Settings] | None = None  # knobs to be turned before it goes on
    chart: str = ""  # the curves to look at; empty for those that are looked at anyway


@dataclass(frozen=True, slots=True)
class Part:
    """A training, and what is to be seen in it, in this order."""

    family: str
    settings: Settings
    stages: tuple[Stage, ...]

    def recipe(self, seed: int = 0) -> Recipe:
        """What is trained."""
        return Recipe.known[self.family]().changed(**{**self.settings, "seed": seed})


@dataclass(frozen=True, slots=True)
class Lesson:
    """Trainings one after another; `minutes` is about how long it takes somebody who reads."""

    name: str
    title: Source
    about: Source
    icon: str
    minutes: int
    parts: tuple[Part, ...]

    @property
    def stages(self) -> tuple[tuple[int, Stage], ...]:
        """All that is to be seen, each with the number of its part."""
        return tuple((n, stage) for n, part in enumerate(self.parts) for stage in part.stages)
