"""The rules by which a GAN's doctor judges: what goes wrong, and how it shows in the figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gendesk.core.sentence import Source

Figures = Mapping[str, float]

WINDOWS = 4  # in which something must be seen until it is said
LONG = 6  # windows of certainty after which improving is not enough where no picture is covered
LATELY = 4  # looks among which one is no exception
_FITTED = 3  # looks at least that tell whether pictures get better, …
_BETTER = -math.log(0.9)  # … and by how much their distance falls then
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
    """The figures of quality at one step (`training.quality`), named as among the step's figures."""

    step: int
    named: Figures

    @property
    def figures(self) -> Figures:
        """The same without their features' name: "frechet" for "texture/frechet"."""
        return {name.rpartition("/")[2]: value for name, value in self.named.items()}


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a training when a rule is asked, newest last.

    Args:
        loss: one of `nn.games`.
        windows: at least one, and no more than the last `LONG`.
        looks: the last `LATELY`.
        distances: of all looks the step and the Fréchet distance.
    """

    loss: str
    windows: Sequence[Window]
    looks: Sequence[Look]
    distances: Sequence[tuple[int, float]]

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
        return bool(self.looks) and _few(self.pictures)

    @property
    def mostly_few(self) -> bool:
        """Whether they were so at more than half of the last looks."""
        lately = [_few(look.figures) for look in self.looks]
        return 2 * sum(lately) > len(lately)

    @property
    def succeeds(self) -> bool:
        """Whether some samples looked like pictures, at one of the last looks at least."""
        return any(look.figures.get("precision", 1.0) > 0.05 for look in self.looks)

    @property
    def improves(self) -> bool:
        """Whether pictures got a tenth better over the newer half of the looks, swings aside.

        The distances' logarithms are fitted by a line, whose fall must be more than twice its
        standard error: one look that happens to be good is no progress. As long as there are too
        few looks for a line, they may well.
        """
        newer = self.distances[-max(_FITTED, len(self.distances) // 2) :]
        if len(newer) < _FITTED:
            return bool(newer)
        steps = np.array([step for step, _ in newer], np.float64)
        logs = np.log([max(distance, 1e-12) for _, distance in newer])
        away = steps - steps.mean()
        slope = float(away @ logs / (away @ away))
        left = logs - logs.mean() - slope * away
        error = math.sqrt(float(left @ left / (away @ away)) / (len(newer) - 2))
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
    windows: int = WINDOWS  # in which it must hold
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
    certain = [window.middle["d_loss"] < limit for window in past.windows]
    hopeless = len(certain) == LONG and all(certain) and past.pictures.get("coverage", 1.0) == 0
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
