"""Everything that work can say while it runs. Plain data: no torch, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.core.sentence import Sentence

if TYPE_CHECKING:  # the window paints before numpy is loaded
    import numpy as np
    from numpy.typing import NDArray

HELD_OUT = "held_out/"  # before the names of curves on held-out pictures


@dataclass(frozen=True, slots=True)
class Stage:
    """What is being done before or beside the steps: "Decoding pictures", `done` of `total`.

    `total` is 0 where it is not known.
    """

    sentence: Sentence
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """One step is done. `metrics` are this step's points on the curves, by name.

    `rate` is in pictures a second over about the last second, 0 where it is not yet known;
    `epoch` counts passes over the data, with its fraction.
    """

    step: int
    total: int
    metrics: Mapping[str, float]
    rate: float = 0.0
    epoch: float = 0.0


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Figures that are not of every step, such as losses on held-out pictures.

    Among `Curves` their names begin with `HELD_OUT`.
    """

    step: int
    metrics: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Curves:
    """All points so far at once, by curve: they replace whatever was drawn before.

    A run that is watched or continued begins with it, and says it again where its past changed;
    a `Progress` for each of a million steps would keep the window busy for a minute.
    """

    points: Mapping[str, tuple[NDArray[np.int64], NDArray[np.float64]]]  # steps ascending, values


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture of how far the work is. `kind` is a word such as "samples" or "manifold".

    Only the newest of each kind is delivered to a window that is busy.
    """

    kind: str
    step: int
    picture: NDArray[np.uint8]  # (H, W, C), C is 1 or 3


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a GAN has learnt alone, at `step`: the discriminator's mean scores around it.

    `before` and `after` have "real", "fake" and "held_out" where there are such pictures.
    """

    step: int
    part: str  # "discriminator" or "generator"
    before: Mapping[str, float]
    after: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Kind:
    """How often a kind of pictures is drawn, and how often it is learnt from, as shares of all."""

    name: str
    drawn: float
    wanted: float

    @property
    def missing(self) -> bool:
        """Whether it is drawn less than a tenth as often as it is learnt from."""
        return self.drawn < self.wanted / 10


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen of a GAN's pictures at `step`, and what the discriminator says of each.

    `scores` are how real pictures look to it, by whose they are: "real" (learnt from), "held_out",
    "fake"; a few hundred each. `kinds` are in the order of the data's; empty where it has none,
    or nobody can tell. `figures` say how good the pictures are, by name.
    """

    step: int
    scores: Mapping[str, NDArray[np.float32]]
    kinds: tuple[Kind, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saved:
    """Something lies on disk now. `kind` is "checkpoint", "model" or "file"."""

    kind: str
    path: Path
    step: int = 0


@dataclass(frozen=True, slots=True)
class Turned:
    """A live knob has a new value from `step` on; `remedy` names the finding that it shall cure."""

    step: int
    name: str
    before: Any
    after: Any
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would help: settings of live knobs, now or from the checkpoint at step `rewind`.

    A rewind to step 0 begins anew.
    """

    settings: Mapping[str, Any]
    rewind: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a training since the step `since`, as far as can be seen.

    `name` is one word such as "collapse"; `evidence` are the figures that say so, by name.
    """

    name: str
    sentence: Sentence
    since: int
    evidence: Mapping[str, float]
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """How a training does at `step`: the gravest finding, or None where it is healthy.

    Said as soon as there is enough to see, and whenever it changes.
    """

    step: int
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a person should know, although the work goes on."""

    sentence: Sentence
    step: int = 0


@dataclass(frozen=True, slots=True)
class Paused:
    """The work stands still until it is resumed. `sentence` says why, where nobody asked for it.

    `remedy` proposes knobs to turn before resuming, such as ``{"batch_size": 32}``.
    """

    step: int
    sentence: Sentence | None = None
    remedy: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """The work goes on after a pause, or from a checkpoint at `step`."""

    step: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The work is done; `result` is what its iterator returned."""

    result: Any = None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The work was stopped on request, and has saved what it had."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The work could not go on. `traceback` is for the log, never for the window."""

    sentence: Sentence
    traceback: str = ""


Terminal = Finished | Cancelled | Failed
Event = (
    Stage
    | Progress
    | Evaluated
    | Curves
    | Preview
    | Phase
    | Looked
    | Saved
    | Turned
    | Diagnosed
    | Warned
    | Paused
    | Resumed
    | Finished
    | Cancelled
    | Failed
)
