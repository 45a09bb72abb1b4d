"""Figures on held-out pictures."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, nullcontext

import torch
from torch import Tensor

from gendesk.core.events import Event, Stage
from gendesk.core.family import Batch, Learner, Scores
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.dataset import Dataset
from gendesk.data.feed import Feed
from gendesk.training.dice import CountedDice

Figures = dict[str, float]


def held_out(dataset: Dataset, recipe: Recipe, device: torch.device) -> Feed:
    """The held-out pictures as batches that a training's memory can hold."""
    size = min(512, 4 * recipe.batch_size)
    return Feed(dataset, dataset.held_out, batch_size=size, seed=recipe.seed, device=device)


def judge(
    learner: Learner,
    feed: Feed,
    seed: int,
    precision: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Generator[Event, None, Figures]:
    """A family's own figures, averaged over all pictures of `feed`; returns them by name.

    The randomness is the same each time, so that two figures differ by what was learnt alone.

    Args:
        learner: on the device of `feed`.
        feed: the pictures.
        seed: of the randomness.
        precision: a context in which the figures are computed; float32 is none.
    """

    def figures(batch: Batch, dice: CountedDice) -> Mapping[str, Tensor]:
        with precision():
            return learner.evaluate(batch, dice)

    return (yield from _average(feed, seed, figures))


def likelihood(
    learner: Learner, feed: Feed, seed: int, samples: int
) -> Generator[Event, None, Figures]:
    """The importance-weighted bound on -log p(x) in nats a picture; returns {"nll": ...}.

    Raises:
        Trouble: this family cannot say how probable a picture is.
    """
    if not isinstance(learner, Scores):
        raise Trouble("This family has no likelihood; choose a variational autoencoder.")

    def nll(batch: Batch, dice: CountedDice) -> Mapping[str, Tensor]:
        return {"nll": -learner.log_likelihood(batch, dice, samples).mean()}

    return (yield from _average(feed, seed, nll))


def _average(
    feed: Feed, seed: int, figures: Callable[[Batch, CountedDice], Mapping[str, Tensor]]
) -> Generator[Event, None, Figures]:
    """`figures` of each batch, weighted by its pictures."""
    sums: Figures = {}
    done = 0
    for i, batch in enumerate(feed.ordered()):
        rows = len(batch.images)
        with torch.no_grad():
            for name, value in figures(batch, CountedDice(seed, f"judge {i}", feed.device)).items():
                sums[name] = sums.get(name, 0.0) + float(value) * rows
        done += rows
        yield Stage(Sentence("Judging by held-out pictures"), done, len(feed))
    return {name: value / done for name, value in sums.items()}
