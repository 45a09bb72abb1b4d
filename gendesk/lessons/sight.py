"""What a person who follows a training has seen of it so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from statistics import median

from gendesk.core.events import (
    Diagnosed,
    Event,
    Finding,
    Finished,
    Progress,
    Terminal,
    Turned,
)

RECENT = 25  # steps that a figure of every step is the median of
LOOK = "frechet"  # among the figures of a step at which the pictures were looked at


class Sight:
    """The figures, the doctor's word and the knobs of one training, as its events tell them.

    Figures of the pictures' quality go by their names without those of their features.
    """

    def __init__(self) -> None:
        self.step = 0
        self.looks = 0  # at the pictures
        self.finding: Finding | None = None
        self.turned: dict[str, object] = {}  # the knobs since `mark`, with their values
        self.finished = self.ended = False
        self._figures: dict[str, deque[float]] = {}
        self._marked: dict[str, float] = {}
        self._looks_marked = 0

    def take(self, event: Event) -> None:
        """One event more."""
        match event:
            case Progress(step, _, metrics):
                self.step = step
                self._measure(metrics)
            case Diagnosed(_, finding):
                self.finding = finding
            case Turned(_, name, _, after):
                self.turned[name] = after
            case _ if isinstance(event, Terminal):
                self.ended, self.finished = True, isinstance(event, Finished)

    def mark(self) -> None:
        """What comes from now on is compared with what was seen by now."""
        self._marked = self.figures
        self._looks_marked = self.looks
        self.turned.clear()

    @property
    def figures(self) -> dict[str, float]:
        """The newest figures by name; of those of every step the median of the last ones."""
        return {name: median(values) for name, values in self._figures.items()}

    @property
    def before(self) -> Mapping[str, float]:
        """The figures as they were marked."""
        return self._marked

    @property
    def looks_since(self) -> int:
        """Looks at the pictures since the mark."""
        return self.looks - self._looks_marked

    def _measure(self, metrics: Mapping[str, float]) -> None:
        for name, value in metrics.items():
            _, of_others, short = name.rpartition("/")
            length = 1 if of_others else RECENT
            self._figures.setdefault(short, deque(maxlen=length)).append(value)
            self.looks += bool(of_others) and short == LOOK
