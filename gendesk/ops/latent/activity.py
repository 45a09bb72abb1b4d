"""How much each number of a latent vector says, and which say nothing."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.ops.latent.point import Kind, Values
from gendesk.ops.latent.space import Codes, Space

_DEAD_NATS = 0.01  # of KL: what says less than this says nothing
_DEAD_VARIANCE = 0.01  # of means, over pictures (Burda 2015)
_DEAD_SHARE = 0.01  # of what the strongest number changes
_PLACES, _SEED = 6, 30_000  # random points at which a generator is tried


@dataclass(frozen=True, eq=False, slots=True)
class Activity:
    """Of each number of a latent vector how much it says."""

    strength: NDArray[np.float64]  # (latent,) from 0
    dead: NDArray[np.bool_]  # (latent,)
    measure: str  # "kl" in nats a picture, "variance" of codes, "change" in levels of 255

    @property
    def order(self) -> NDArray[np.int64]:
        """All numbers, the one that says most first."""
        return np.argsort(-self.strength, kind="stable")


def activity(
    space: Space, codes: Codes | None = None, kind: Kind | None = None
) -> Generator[Event, None, Activity]:
    """Of a variational model the KL divergence from N(0, 1) of each number; of another that encodes how
    far codes vary; of one that does not how much pictures change for a step of 1 (w: its usual step).

    Args:
        space: whose numbers.
        codes: where pictures lie, for a model that encodes.
        kind: that pictures show, for a model that is told it.
    """
    if codes is None:
        return (yield from _change(space, kind))
    variance = codes.means.var(0, dtype=np.float64)
    if codes.deviations is None:
        return Activity(variance, variance < _DEAD_VARIANCE, "variance")
    spread = np.square(codes.deviations.astype(np.float64))
    nats = 0.5 * (np.square(codes.means) + spread - 1 - np.log(spread)).mean(0)
    return Activity(nats, (nats < _DEAD_NATS) & (variance < _DEAD_VARIANCE), "kl")


def _change(space: Space, kind: Kind | None) -> Generator[Event, None, Activity]:
    """By how many levels pixels change on average."""
    where = "w" if "w" in space.spaces else "z"
    points = space.draw(range(_SEED, _SEED + _PLACES))
    if where == "w":
        points = space.styles(points, kind)
    steps = np.diag(_steps(space, where))
    change = np.zeros(space.latent)
    for done, point in enumerate(points, 1):
        before = space.decode(point[None], where, kind).astype(np.float32)
        after = space.decode(point + steps, where, kind)
        change += np.abs(after - before).mean((1, 2, 3)) / len(points)
        yield Stage(Sentence("Trying each slider"), done, len(points))
    return Activity(change, change < _DEAD_SHARE * change.max(), "change")


def _steps(space: Space, where: str) -> Values:
    """How far each number usually is from its mean, (latent,)."""
    if where == "z":
        return np.ones(space.latent, np.float32)
    spread: Values = space.styles(space.draw(range(_SEED, _SEED + 256))).std(0)
    return spread
