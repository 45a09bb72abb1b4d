"""The doctor beside a training: looks at its pictures now and then, and says what it finds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import torch

from gendesk.core.events import Diagnosed, Event, Looked, Preview
from gendesk.core.family import Decodes, Doubts
from gendesk.core.images import grid, to_uint8
from gendesk.training import checkpoints
from gendesk.training.devices import is_out_of_memory
from gendesk.training.quality import Quality, quality
from gendesk.training.remedies import remedies
from gendesk.training.state import State
from gendesk.training.verdicts import overfitting, verdicts

SHARE = 0.04  # of the training's time that looking at pictures may take


class Examination:
    """Beside a training that has a discriminator; about any other it says nothing.

    It looks at the pictures where they are shown (`preview_every`) as far as its share of the time
    lasts, but always at the 1st, 2nd, 3rd, 4th, 6th, 8th, 12th, 16th … of these steps: there would be
    nothing to see in short trainings of small networks else. What is learnt does not hang on it.

    Args:
        state: the training.
        folder: where its checkpoints are.
    """

    def __init__(self, state: State, folder: Path) -> None:
        self._state, self._folder = state, folder
        self._doctor = state.doctor
        self._looking = self._doctor is not None and state.fabric.global_rank == 0
        self._quality: Quality | None = None
        self._unsaid: list[Event] = []
        if self._doctor is not None and (self._doctor.spoke or self._doctor.finding):
            self._unsaid.append(self._prescribed(Diagnosed(state.step, self._doctor.finding)))
        self._began = time.perf_counter()
        self._spent_s = 0.0

    def examine(self, figures: dict[str, float]) -> dict[str, float]:
        """Take all figures of this step; returns them with what is seen of the pictures, if it is time."""
        if self._doctor is None:
            return figures
        figures = {**figures, **self._seen()}
        self._doctor.recipe = self._state.recipe
        said = self._doctor.see(self._state.step, figures)
        if said is not None:
            self._unsaid.append(self._prescribed(said))
        return figures

    def say(self) -> Iterator[Event]:
        """What was seen and found, and is not said yet; first of all how it was when it was saved."""
        unsaid, self._unsaid = self._unsaid, []
        yield from unsaid

    def end(self) -> Iterator[Event]:
        """The next step cannot be learnt, as something in it is no longer a number."""
        if self._doctor is not None:
            yield self._prescribed(self._doctor.lose(self._state.step + 1))

    def _seen(self) -> Mapping[str, float]:
        """What the pictures of this step look like; nothing at most steps."""
        if not self._looking or not self._is_time():
            return {}
        begin = time.perf_counter()
        try:
            with torch.no_grad():
                return self._look()
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            self._looking, self._quality = False, None  # the training needs it more
            return {}
        finally:
            self._spent_s += time.perf_counter() - begin

    def _is_time(self) -> bool:
        count, beside = divmod(self._state.step, self._state.recipe.preview_every)
        if beside or not count:
            return False
        lasts = self._spent_s < SHARE * (time.perf_counter() - self._began)
        return lasts or (count // (count & -count)) in (1, 3)

    def _look(self) -> Mapping[str, float]:
        state = self._state
        learner = state.average.learner
        if self._quality is None:
            found = quality(state.learner, state.dataset, state.recipe.seed, state.fabric.device)
            self._looking = found is not None
            self._quality = found
        if self._quality is None or not isinstance(learner, Decodes):
            return {}
        seen = self._quality.measure(learner, state.drawn)
        if not seen.figures:
            return {}
        state.drawn = seen.looks
        figures = dict(seen.figures)
        scores = verdicts(learner, state) if isinstance(learner, Doubts) else {}
        if scores and (r_v := overfitting(scores)) is not None:
            figures["r_v"] = r_v
        plain = {name: each.float().cpu().numpy() for name, each in scores.items()}
        self._unsaid.append(Looked(state.step, plain, seen.kinds, figures))
        if seen.pairs is not None:
            columns, pairs = seen.pairs.shape[1], seen.pairs.flatten(0, 1)
            self._unsaid.append(Preview("nearest", state.step, grid(to_uint8(pairs), columns)))
        return figures

    def _prescribed(self, said: Diagnosed) -> Diagnosed:
        """With what helps against it, also from the last checkpoint before it began, or anew."""
        if said.finding is None or self._doctor is None:
            return said
        kept = [step for step in checkpoints.steps(self._folder) if step <= self._doctor.well]
        cures = remedies(said.finding.name, self._state.recipe, max(kept, default=0))
        return replace(said, finding=replace(said.finding, remedies=cures))
