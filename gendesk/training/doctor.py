"""What goes wrong with a GAN, told from its figures alone, while it learns or long after."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gendesk.core.events import Diagnosed, Finding
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Source

Figures = Mapping[str, float]

LOOK = "frechet"  # a step that has this figure, whatever its features, looked at the pictures
_SHORTEST, _LONGEST = 25, 250  # steps of a window …
_PART = 20  # … which is that part of the steps so far
_WINDOWS = 4  # in which something must be seen until it is said, …
_LOOKS = 3  # … or so many looks over that part of all steps; …
_SPAN = 0.2
_GONE = 4  # … and those without it until it is no longer said
_LATELY = 4  # looks among which one is no exception
_FITTED = 3  # looks at least that tell whether pictures get better, …
_BETTER = -math.log(0.9)  # … and by how much their distance falls then
_LONG = 6  # windows of certainty after which improving is not enough where no picture is covered
_NEEDED = {"d_loss", "real_score", "fake_score"}  # of each step
_CERTAIN = {"non-saturating": 0.02, "hinge": 0.04, "least-squares": 0.004}  # losses of such a D


@dataclass(frozen=True, slots=True)
class Window:
    """Some steps in a row: of each figure the median and the two outer tenths' borders."""

    first: int
    last: int
    middle: Figures
    low: Figures
    high: Figures


@dataclass(frozen=True, slots=True)
class Look:
    """The figures of quality at one step (`training.quality`), without their features' name."""

    step: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class Past:
    """All that is known of a training when a rule is asked, newest last; at least one window."""

    loss: str  # one of `nn.games`
    windows: Sequence[Window]
    looks: Sequence[Look]

    @property
    def middle(self) -> Figures:
        """The medians of the newest window."""
        return self.windows[-1].middle

    @property
    def gap(self) -> float:
        """How much more real than fakes pictures seem; 1 is certainty."""
        scale = 2.0 if self.loss == "hinge" else 1.0
        return (self.middle["real_score"] - self.middle["fake_score"]) / scale

    @property
    def pictures(self) -> Figures:
        """The newest figures of quality; empty where there are none."""
        return self.looks[-1].figures if self.looks else {}

    @property
    def few(self) -> bool:
        """Whether samples are alike, or good ones of few kinds."""
        return bool(self.looks) and _few(self.looks[-1].figures)

    @property
    def mostly_few(self) -> bool:
        """Whether they were so at more than half of the last looks."""
        lately = [_few(look.figures) for look in self.looks[-_LATELY:]]
        return 2 * sum(lately) > len(lately)

    @property
    def succeeds(self) -> bool:
        """Whether some samples looked like pictures, at one of the last looks at least."""
        return any(look.figures.get("precision", 1.0) > 0.05 for look in self.looks[-_LATELY:])

    @property
    def improves(self) -> bool:
        """Whether pictures got a tenth better over the newer half of the looks, swings aside.

        The distances' logarithms are fitted by a line, whose fall must be more than twice its
        standard error: one look that happens to be good is no progress. As long as there are too
        few looks for a line, they may well.
        """
        looks = self.looks[-max(_FITTED, len(self.looks) // 2) :]
        if len(looks) < _FITTED:
            return bool(looks)
        steps = np.array([look.step for look in looks], np.float64)
        logs = np.log([max(look.figures["frechet"], 1e-12) for look in looks])
        away = steps - steps.mean()
        slope = float(away @ logs / (away @ away))
        left = logs - logs.mean() - slope * away
        error = math.sqrt(float(left @ left / (away @ away)) / (len(looks) - 2))
        fall, doubt = (-each * float(steps[-1] - steps[0]) for each in (slope, -2 * error))
        return fall > max(_BETTER, doubt)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that goes wrong: how it shows, what is said of it, and which figures say so."""

    name: str
    holds: Callable[[Past], bool]
    sentence: Source
    evidence: tuple[str, ...]
    by_looks: bool = False  # it is asked at each look at the pictures, not at each window
    windows: int = _WINDOWS  # in which it must hold
    steps: int = 0  # for which it must hold, where it is asked at looks


def _few(seen: Figures) -> bool:
    alike = seen.get("diversity", 1.0) < 0.6 or seen.get("precision", 0.0) > 0.5
    return alike and seen.get("recall", 1.0) < 0.05


def _diverges(past: Past) -> bool:
    """Losses or gradients of a size that no training in order has."""
    window = past.windows[-1]
    if any(math.isnan(value) for value in window.middle.values()):
        return True
    losses = [name for name in ("d_loss", "g_loss") if name in window.middle]
    if past.loss != "wgan-gp":
        return any(max(abs(window.low[name]), window.high[name]) > 100 for name in losses)
    # A critic's outputs have no scale; its slope is to be 1, and so its gradients have one.
    return window.middle.get("grad_norm/discriminator", 0.0) > 100


def _generator_wins(past: Past) -> bool:
    """Fakes seem more real than the pictures do."""
    return past.gap < -0.02


def _discriminator_wins(past: Past) -> bool:
    """The discriminator is certain of every picture, and fakes get no better, or not good in long.

    Certainty alone is no harm: it is usual in a training's beginning, while there is much to learn.
    """
    limit = _CERTAIN.get(past.loss, -math.inf)
    certain = [window.middle["d_loss"] < limit for window in past.windows[-_LONG:]]
    hopeless = len(certain) == _LONG and all(certain) and past.pictures.get("coverage", 1.0) == 0
    return certain[-1] and (hopeless or not past.improves)


def _stalls(past: Past) -> bool:
    """Nothing moves, although the pictures learnt from are not covered."""
    return past.pictures.get("motion", 1.0) < 0.02 and past.pictures["coverage"] < 0.1


def _collapses(past: Past) -> bool:
    """Samples are alike, or good and of few kinds, and that does not change.

    A collapse repeats what has success; as long as samples look like no picture at all, they are
    alike because there is much to learn yet.
    """
    return past.few and past.succeeds and not past.improves


def _memorises(past: Past) -> bool:
    """Held-out pictures seem half as real as those learnt from, or samples are copies of these."""
    return past.pictures.get("r_v", 0.0) > 0.5 or past.pictures["novelty"] < 0.3


def _oscillates(past: Past) -> bool:
    """Pictures keep changing and get no better; where nobody looks at them, losses swing far."""
    if not past.looks:
        window = past.windows[-1]
        swing = window.high["d_loss"] - window.low["d_loss"]
        return swing > 2 * abs(window.middle["d_loss"])
    seen = past.pictures
    moves = seen.get("motion", 0.0) > 0.25 and seen["coverage"] < 0.25
    return moves and not past.improves and not past.mostly_few


# The gravest first: what stands before explains what comes after.
RULES = (
    Rule(
        "divergence", _diverges,
        "The training has come apart: losses or gradients have grown beyond all bounds.",
        ("d_loss", "g_loss", "grad_norm/discriminator", "grad_norm/generator"), windows=2,
    ),
    Rule(
        "generator", _generator_wins,
        "The discriminator takes anything for real, so the generator has nobody to learn from.",
        ("real_score", "fake_score", "d_loss"),
    ),
    Rule(
        "discriminator", _discriminator_wins,
        "The discriminator is certain of every picture, so the generator cannot learn from it.",
        ("d_loss", "real_score", "fake_score"),
    ),
    Rule(
        "stalled", _stalls,
        "Nothing moves any more, although the pictures are not yet good.",
        ("motion", "frechet", "coverage"), by_looks=True,
    ),
    Rule(
        "collapse", _collapses,
        "The generator draws nearly the same few pictures again and again.",
        ("diversity", "recall", "coverage"), by_looks=True, steps=150,
    ),
    Rule(
        "memorising", _memorises,
        "The discriminator knows its pictures by heart: it doubts those that it has not learnt from.",
        ("r_v", "r_t", "novelty"), by_looks=True,
    ),
    Rule(
        "oscillation", _oscillates,
        "The networks chase each other: the pictures keep changing and get no better.",
        ("d_loss", "motion", "frechet"), windows=5,
    ),
)  # fmt: skip


class Doctor:
    """Watches one training, step by step; knows no more than its figures.

    Figures are summed up in windows, which grow with the training as its time scales do. A rule
    must hold in several windows in a row before anything is said, since a GAN in order passes
    through most of these states for a while.
    """

    def __init__(self, recipe: Recipe, well: int = 0) -> None:
        self.recipe = recipe
        self.finding: Finding | None = None
        self.well = well  # nothing was wrong up to this step, as far as is known
        self._steps: list[tuple[int, Figures]] = []
        self._windows: list[Window] = []
        self._looks: list[Look] = []
        self._streaks = {rule.name: _Streak() for rule in RULES}
        self._said = False

    def see(self, step: int, figures: Figures) -> Diagnosed | None:
        """Take a step's figures; what is to be said of them, where that has changed."""
        if not figures.keys() >= _NEEDED:
            return None
        self._steps.append((step, figures))
        looked = _look(step, figures)
        if looked is not None:
            self._looks.append(looked)
        closed = len(self._steps) >= max(_SHORTEST, min(_LONGEST, step // _PART))
        if closed:
            self._windows.append(_window(self._steps))
            self._steps = []
        if not self._windows or not (closed or looked):
            return None
        past = Past(str(getattr(self.recipe, "loss", "")), self._windows, self._looks)
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
        if len(past.windows) < _WINDOWS or (self._said and before == (grave and grave.name)):
            return None
        self._said = True
        return Diagnosed(step, self.finding)

    def _found(self, rule: Rule, past: Past) -> Finding:
        known = {**past.middle, **past.pictures}
        full = {name.rpartition("/")[2]: name for name in past.pictures if "/" in name}
        evidence = {full.get(name, name): known[name] for name in rule.evidence if name in known}
        since = self._streaks[rule.name].since
        return Finding(rule.name, Sentence(rule.sentence), since, evidence)


class _Streak:
    """How often in a row something was seen, since when, and whether it was said and is not yet gone."""

    def __init__(self) -> None:
        self.length = self.since = self._without = 0
        self._said = False

    def add(self, seen: bool, step: int) -> None:
        if seen:
            self.since = self.since if self.length else step
            self.length += 1
            self._without = 0
            return
        self._without += 1
        if not self._said or self._without >= _GONE:
            self.length, self._said = 0, False

    def lasts(self, rule: Rule, step: int) -> bool:
        """Whether it is to be said."""
        if rule.by_looks:
            span = step - self.since
            long = self.length >= _LOOKS and span >= max(rule.steps, _SPAN * step)
        else:
            long = self.length >= rule.windows
        self._said = self._said or long
        return self._said


def examine(steps: Iterable[tuple[int, Figures]], recipe: Recipe) -> Iterator[Diagnosed]:
    """What the doctor would have said of a training whose figures are known, a row a step."""
    doctor = Doctor(recipe)
    for step, figures in steps:
        if said := doctor.see(step, figures):
            yield said


def _look(step: int, figures: Figures) -> Look | None:
    seen = {name.rpartition("/")[2]: value for name, value in figures.items() if "/" in name}
    return Look(step, {**figures, **seen}) if LOOK in seen else None


def _window(steps: Sequence[tuple[int, Figures]]) -> Window:
    names = {name: None for _, figures in steps for name in figures}
    parts = {name: _parts([f[name] for _, f in steps if name in f]) for name in names}
    low, middle, high = ({name: p[i] for name, p in parts.items()} for i in range(3))
    return Window(steps[0][0], steps[-1][0], middle, low, high)


def _parts(values: Sequence[float]) -> list[float]:
    """A tenth, the half and nine tenths lie below these; NaN where most values are not finite.

    Single gradients are not in fp16, which then skips a step and goes on.
    """
    finite = [value for value in values if math.isfinite(value)]
    if 2 * len(finite) < len(values):
        return [math.nan] * 3
    return np.quantile(finite, (0.1, 0.5, 0.9)).tolist()  # type: ignore[no-any-return]
