"""Runs side by side: what each draws by now, and how far that is from the pictures learnt from."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from gendesk.core.events import Event, Stage
from gendesk.core.family import Decodes
from gendesk.core.images import grid, to_uint8
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data import open_dataset
from gendesk.runs.folder import Run
from gendesk.runs.trained import newest_checkpoint
from gendesk.training import checkpoints
from gendesk.training.dice import CountedDice
from gendesk.training.quality import quality

if TYPE_CHECKING:
    from gendesk.core.images import Picture

_SHOWN = 64  # samples


@dataclass(frozen=True, slots=True)
class Drawn:
    """Samples of a run, and their Fréchet distance; None where there is nothing to measure by."""

    picture: Picture  # (H, W, C) uint8
    frechet: float | None


def compare(runs: Sequence[Run]) -> Generator[Event, None, list[Drawn]]:
    """What the newest checkpoint of each run draws, all measured by the same features.

    Raises:
        Trouble: a run has no checkpoint or draws nothing, or its pictures are not to be had.
    """
    drawn: list[Drawn] = []
    for run in runs:
        yield Stage(Sentence("Drawing samples"), len(drawn), len(runs))
        drawn.append((yield from _draw(run)))
    return drawn


def _draw(run: Run) -> Generator[Event, None, Drawn]:
    trained = checkpoints.load(newest_checkpoint(run))
    learner = trained.learner()
    if not isinstance(learner, Decodes):
        raise Trouble("{name} is of a family that draws no pictures by itself.", name=run.name)
    recipe = trained.recipe
    dataset = yield from open_dataset(
        recipe.data,
        size=recipe.size,
        colour=recipe.colour,
        seed=recipe.seed,
        framing=recipe.framing,
    )
    device = torch.device("cpu")
    measure = quality(learner, dataset, recipe.seed, device)
    with torch.no_grad():
        figures = measure.measure(learner).figures if measure else {}
        z = CountedDice(recipe.seed, "preview", device).normal(_SHOWN, learner.latent)
        picture = grid(to_uint8(learner.decode(z)))
    distance = next((v for name, v in figures.items() if name.endswith("/frechet")), None)
    return Drawn(picture, distance)
