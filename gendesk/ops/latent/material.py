"""The pictures that a model has learnt from, as it sees them."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from gendesk.core.events import Event
from gendesk.data import Dataset, open_dataset
from gendesk.ops.latent.space import Space


def pictures(space: Space, source: str = "") -> Generator[Event, None, Dataset]:
    """In the model's size and colours, parted into those learnt from and those held out.

    Args:
        space: of the model.
        source: of other pictures; empty for those that it was trained with, without those that
            were left out, as far as the list of these is still there.

    Raises:
        Trouble: the pictures are not to be had.
    """
    recipe = space.recipe
    listed = not source and bool(recipe.exclude) and Path(recipe.exclude).is_file()
    return (
        yield from open_dataset(
            source or recipe.data,
            size=space.size,
            colour="grey" if space.channels == 1 else "rgb",
            seed=recipe.seed,
            exclude=recipe.exclude if listed else "",
        )
    )
