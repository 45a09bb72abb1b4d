"""Single phases of a GAN's training: one network learns alone, and one sees what that did."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from gendesk.core.events import Event, Looked, Phase, Warned
from gendesk.core.family import Doubts, Learner
from gendesk.core.sentence import Sentence
from gendesk.training.state import State
from gendesk.training.verdicts import verdicts

Scores = Mapping[str, NDArray[np.float32]]


def phase(state: State, part: str) -> Generator[Event, None, dict[str, float]]:
    """One step in which `part` learns alone; says what it did to the scores, returns the metrics.

    It is a step like any other: its number, its batch and its dice follow from the ones before, and
    the learning rate's schedule goes on by one. Hence a checkpoint after it is all that an exact
    resume needs. The scores are those of the networks in training, not of the averaged ones, which
    one phase moves too little to be seen.

    Raises:
        NotFinite: a loss or gradient is not finite; nothing was learnt.
    """
    learner = state.learner
    alone = state.fabric.world_size == 1 and part in learner.parts
    if not alone or not isinstance(learner, Doubts):
        yield Warned(
            Sentence("Single phases are for GANs that one process trains; this was a whole step."),
            state.step,
        )
        return state.learn()
    before = _asked(state, learner)
    metrics = state.learn(part)
    after = _asked(state, learner)
    yield Phase(state.step, part, _means(before), _means(after))
    yield Looked(state.step, after)
    return metrics


def _asked(state: State, learner: Doubts) -> Scores:
    with _at_rest(state.learner):
        return {name: each.float().cpu().numpy() for name, each in verdicts(learner, state).items()}


def _means(scores: Scores) -> dict[str, float]:
    return {name: float(values.mean()) for name, values in scores.items()}


@contextmanager
def _at_rest(learner: Learner) -> Iterator[None]:
    """Its networks meet pictures and remember nothing of them, such as means for normalisation."""
    try:
        for part in learner.parts.values():
            part.eval()
        yield
    finally:
        for part in learner.parts.values():
            part.train()
