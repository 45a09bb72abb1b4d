"""A run's or model's figures on the pictures that were held out of its training."""

from __future__ import annotations

from collections.abc import Generator

from gendesk.core.events import Event
from gendesk.data import open_dataset
from gendesk.ops.models import Trained
from gendesk.training.devices import fabric_for
from gendesk.training.judge import Figures, held_out, judge, likelihood


def evaluate(
    trained: Trained, device: str = "auto", samples: int = 0
) -> Generator[Event, None, Figures]:
    """The family's own figures; returns them by name.

    Args:
        trained: its recipe says which pictures were held out.
        device: "auto", "cpu" or "cuda".
        samples: of the importance-weighted log-likelihood (Burda 2015); 0 leaves it out.

    Raises:
        Trouble: the pictures are not to be had, or the family has no likelihood.
    """
    recipe = trained.recipe
    fabric = fabric_for(device, "32")
    dataset = yield from open_dataset(
        recipe.data,
        size=recipe.size,
        colour=recipe.colour,
        seed=recipe.seed,
        framing=recipe.framing,
    )
    learner = trained.learner()
    for part in learner.parts.values():
        part.to(fabric.device)
    feed = held_out(dataset, recipe, fabric.device)
    figures = yield from judge(learner, feed, recipe.seed)
    if samples:
        figures |= yield from likelihood(learner, feed, recipe.seed, samples)
    return figures
