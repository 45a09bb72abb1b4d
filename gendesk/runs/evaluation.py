"""A run's or model's figures on the pictures that were held out of its training."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.data import open_dataset
from gendesk.ops.models import Trained
from gendesk.training.devices import fabric_for
from gendesk.training.judge import Figures, held_out, judge, likelihood


def evaluate(
    trained: Trained, device: str = "auto", samples: int = 0, data: str = ""
) -> Generator[Event, None, Figures]:
    """The family's own figures; returns them by name.

    Args:
        trained: its recipe says which pictures were held out.
        device: "auto", "cpu" or "cuda".
        samples: of the importance-weighted log-likelihood (Burda 2015); 0 leaves it out.
        data: other pictures than its own, of which as many are taken as would be held out. Where
            they are of other kinds than its own, it is not told what they show.

    Raises:
        Trouble: the pictures are not to be had, or the family has no likelihood.
    """
    recipe = trained.recipe
    fabric = fabric_for(device, "32")
    dataset = yield from open_dataset(
        data or recipe.data,
        size=recipe.size,
        colour=("grey" if trained.channels == 1 else "rgb") if data else recipe.colour,
        seed=recipe.seed,
        framing=recipe.framing,
        exclude="" if data else recipe.exclude,
    )
    if dataset.classes != trained.classes:
        dataset = replace(dataset, labels=None)
    learner = trained.learner()
    for part in learner.parts.values():
        part.to(fabric.device)
    feed = held_out(dataset, recipe, fabric.device)
    figures = yield from judge(learner, feed, recipe.seed)
    if samples:
        figures |= yield from likelihood(learner, feed, recipe.seed, samples)
    return figures


def evaluate_beside(
    trained: Trained, data: str, device: str = "auto", samples: int = 0
) -> Generator[Event, None, tuple[Figures, Figures]]:
    """How well it does on its own kind of pictures, and beside that on the pictures of `data`.

    Where its own pictures are not to be had, as with a model from elsewhere, the figures on them
    are those that were measured when it was trained.

    Raises:
        Trouble: the pictures of `data` are not to be had, or the family has no likelihood.
    """
    try:
        own = yield from evaluate(trained, device, samples)
    except Trouble:
        if not trained.figures:
            raise
        own = dict(trained.figures)
    return own, (yield from evaluate(trained, device, samples, data))
