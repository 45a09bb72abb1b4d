"""What a person who follows a training has seen of it so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
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
        self._marked_at = (0, 0)  # the step and the number of looks

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
        self._marked_at = (self.step, self.looks)
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
    def steps_since(self) -> int:
        """Steps since the mark."""
        return self.step - self._marked_at[0]

    @property
    def looks_since(self) -> int:
        """Looks at the pictures since the mark."""
        return self.looks - self._marked_at[1]

    def _measure(self, metrics: Mapping[str, float]) -> None:
        looked = {name.rpartition("/")[2]: value for name, value in _seen(metrics)}
        self.looks += LOOK in looked
        for name, value in looked.items():
            self._figures[name] = deque([value], 1)
        for name, value in metrics.items():
            if "/" not in name:
                self._figures.setdefault(name, deque(maxlen=RECENT)).append(value)


def _seen(metrics: Mapping[str, float]) -> Iterable[tuple[str, float]]:
    return ((name, value) for name, value in metrics.items() if "/" in name)
