"""What goes wrong with a GAN, told from its figures alone, while it learns or long after."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from gendesk.core.events import Diagnosed, Finding
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.training.rules import LATELY, LONG, RULES, WINDOWS, Figures, Look, Past, Rule, Window

_SHORTEST, _LONGEST = 25, 250  # steps of a window …
_PART = 20  # … which is that part of the steps so far
_LOOKS, _SPAN = 3, 0.2  # looks, and the part of all steps, in which something must be seen
_GONE = 4  # windows or looks without it until it is no longer said
_NEEDED = {"d_loss", "real_score", "fake_score"}  # of each step
_OF_STEPS = {name for rule in RULES for name in rule.evidence}
_OF_LOOKS = {
    "frechet", "precision", "recall", "coverage", "diversity", "novelty", "motion", "r_v",
}  # fmt: skip


class Doctor:
    """Watches one training, step by step; knows no more than its figures.

    Figures are summed up in windows, which grow with the training as its time scales do. A rule
    must hold in several windows in a row before anything is said, since a GAN in order passes
    through most of these states for a while.

    Args:
        recipe: of the training.
        memory: of the doctor who watched it up to now, so that this one says what that one would.
    """

    def __init__(self, recipe: Recipe, memory: Mapping[str, Any] | None = None) -> None:
        self.recipe = recipe
        self.finding: Finding | None = None
        self.well = 0  # nothing was wrong up to this step, as far as is known
        self.spoke = False
        self._open = _Opened()
        self._windows: deque[Window] = deque(maxlen=LONG)
        self._looks: deque[Look] = deque(maxlen=LATELY)
        self._distances: list[tuple[int, float]] = []  # of all looks
        self._streaks = {rule.name: _Streak() for rule in RULES}
        if memory:
            self._remember(memory)

    @property
    def memory(self) -> dict[str, Any]:
        """All that is known, as plain data for JSON; some kilobytes."""
        return {
            "well": self.well,
            "spoke": self.spoke,
            "finding": self.finding and _plain(self.finding),
            "streaks": {name: asdict(streak) for name, streak in self._streaks.items()},
            "looks": [asdict(look) for look in self._looks],
            "distances": self._distances,
            "windows": [asdict(window) for window in self._windows],
            "open": asdict(self._open),
        }

    def see(self, step: int, figures: Figures) -> Diagnosed | None:
        """Take a step's figures; what is to be said of them, where that has changed."""
        if not figures.keys() >= _NEEDED:
            return None
        self._open.add(step, {name: figures[name] for name in _OF_STEPS & figures.keys()})
        looked = _look(step, figures)
        if looked is not None:
            self._looks.append(looked)
            self._distances.append((step, looked.figures["frechet"]))
        closed = self._open.count >= max(_SHORTEST, min(_LONGEST, step // _PART))
        if closed:
            self._windows.append(self._open.summed_up())
            self._open = _Opened()
        if not self._windows or not (closed or looked):
            return None
        loss = str(getattr(self.recipe, "loss", ""))
        past = Past(loss, self._windows, self._looks, self._distances)
        for rule in RULES:
            if looked if rule.by_looks else closed:
                since = step if rule.by_looks else self._windows[-1].first
                self._streaks[rule.name].add(rule.holds(past), since)
        return self._judged(step, past)

    def lose(self, step: int) -> Diagnosed:
        """What is to be said where a step's figures are no longer numbers."""
        rule = RULES[0]
        self.finding = Finding(rule.name, Sentence(rule.sentence), step, {})
        return Diagnosed(step - 1, self.finding)

    def _judged(self, step: int, past: Past) -> Diagnosed | None:
        before = self.finding and self.finding.name
        grave = next((r for r in RULES if self._streaks[r.name].lasts(r, step)), None)
        suspected = [s.since for s in self._streaks.values() if s.length]
        closed = past.windows[-1].last  # what came after may turn out to be the first of it
        self.well = max(self.well, min([closed + 1, *suspected]) - 1)
        if grave is None:
            self.finding = None
        elif grave.name != before:
            self.finding = self._found(grave, past)
        if len(past.windows) < WINDOWS or (self.spoke and before == (grave and grave.name)):
            return None
        self.spoke = True
        return Diagnosed(step, self.finding)

    def _found(self, rule: Rule, past: Past) -> Finding:
        known = {**past.middle, **past.pictures}
        full = {name.rpartition("/")[2]: name for look in past.looks for name in look.named}
        evidence = {full.get(name, name): known[name] for name in rule.evidence if name in known}
        since = self._streaks[rule.name].since
        return Finding(rule.name, Sentence(rule.sentence), since, evidence)

    def _remember(self, memory: Mapping[str, Any]) -> None:
        self.well, self.spoke = memory["well"], memory["spoke"]
        sentences = {rule.name: Sentence(rule.sentence) for rule in RULES}
        if found := memory["finding"]:
            self.finding = Finding(**found, sentence=sentences[found["name"]])
        for name in self._streaks.keys() & memory["streaks"].keys():
            self._streaks[name] = _Streak(**memory["streaks"][name])
        self._looks.extend(Look(**look) for look in memory["looks"])
        self._distances = [(step, distance) for step, distance in memory["distances"]]
        self._windows.extend(Window(**window) for window in memory["windows"])
        self._open = _Opened(**memory["open"])


@dataclass(slots=True)
class _Streak:
    """How often in a row something was seen, since when, and whether it was said and is not yet gone."""

    length: int = 0
    since: int = 0
    without: int = 0  # times in a row that it was not seen
    said: bool = False

    def add(self, seen: bool, step: int) -> None:
        if seen:
            self.since = self.since if self.length else step
            self.length += 1
            self.without = 0
            return
        self.without += 1
        if not self.said or self.without >= _GONE:
            self.length, self.said = 0, False

    def lasts(self, rule: Rule, step: int) -> bool:
        """Whether it is to be said."""
        if rule.by_looks:
            span = step - self.since
            long = self.length >= _LOOKS and span >= max(rule.steps, _SPAN * step)
        else:
            long = self.length >= rule.windows
        self.said = self.said or long
        return self.said


@dataclass(slots=True)
class _Opened:
    """A window that is not full yet."""

    first: int = 0
    last: int = 0
    count: int = 0
    columns: dict[str, list[float | None]] = field(default_factory=dict)  # None: not finite

    def add(self, step: int, figures: Figures) -> None:
        self.first = self.first if self.count else step
        self.last = step
        self.count += 1
        for name, value in figures.items():
            column = self.columns.setdefault(name, [])
            column.append(value if math.isfinite(value) else None)

    def summed_up(self) -> Window:
        parts = {name: _parts(values) for name, values in self.columns.items()}
        low, middle, high = ({name: p[i] for name, p in parts.items()} for i in range(3))
        return Window(self.first, self.last, middle, low, high)


def examine(steps: Iterable[tuple[int, Figures]], recipe: Recipe) -> Iterator[Diagnosed]:
    """What the doctor would have said of a training whose figures are known, a row a step."""
    doctor = Doctor(recipe)
    for step, figures in steps:
        if said := doctor.see(step, figures):
            yield said


def _plain(finding: Finding) -> dict[str, Any]:
    """Without what its rule says anyway, and the remedies, which hang on the recipe."""
    return {"name": finding.name, "since": finding.since, "evidence": dict(finding.evidence)}


def _look(step: int, figures: Figures) -> Look | None:
    """What is seen of the pictures; None at a step that did not look at them."""
    named = {n: value for n, value in figures.items() if n.rpartition("/")[2] in _OF_LOOKS}
    look = Look(step, named)
    return look if "frechet" in look.figures else None


def _parts(values: Sequence[float | None]) -> list[float]:
    """A tenth, the half and nine tenths lie below these; NaN where most values are not finite.

    Single gradients are not in fp16, which then skips a step and goes on.
    """
    finite = [value for value in values if value is not None]
    if 2 * len(finite) < len(values):
        return [math.nan] * 3
    return np.quantile(finite, (0.1, 0.5, 0.9)).tolist()  # type: ignore[no-any-return]
