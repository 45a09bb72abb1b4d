"""What a GAN's discriminator says of single pictures: learnt from, held out, and its fakes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gendesk.core.family import Doubts
from gendesk.data.dataset import spread
from gendesk.data.feed import Feed
from gendesk.training.dice import CountedDice
from gendesk.training.state import State

PICTURES = 256  # learnt from, and as many held out, that it is asked about
FEWEST = 16  # of each, for what they have in common to mean anything


@torch.no_grad()
def verdicts(learner: Doubts, state: State) -> Mapping[str, Tensor]:
    """How real "real" pictures learnt from, "held_out" ones and "fake" ones look to it: (n,) each.

    They are the same pictures and latent vectors each time, and as many of each as there are held
    out, at most `PICTURES`. `learner` must not be learning just now: what it meets leaves no trace.
    """
    data, device = state.dataset, state.fabric.device
    most = min(PICTURES, 4 * state.recipe.batch_size)
    count = min(most, len(data.train), len(data.held_out))

    def asked(indices: NDArray[np.int64]) -> Mapping[str, Tensor]:
        feed = Feed(data, spread(indices, count), batch_size=count, device=device)
        dice = CountedDice(state.recipe.seed, "overfitting", device)
        return learner.verdicts(next(iter(feed.ordered())), dice)

    learnt, held_out = asked(data.train), asked(data.held_out)
    return {"real": learnt["real"], "held_out": held_out["real"], "fake": learnt["fake"]}


def overfitting(scores: Mapping[str, Tensor]) -> float | None:
    """r_v of ADA (Karras 2020, eq. 1): from 0, where the discriminator takes held-out pictures
    for as real as those it has learnt from, to 1, where it takes them for fakes.

    By the scores that people read, not by the outputs before a sigmoid as there. None where there
    are too few, or where it tells nothing from nothing.
    """
    if min(map(len, scores.values())) < FEWEST:
        return None
    real, held_out, fake = (float(scores[name].mean()) for name in ("real", "held_out", "fake"))
    gap = real - fake
    return max(0.0, (real - held_out) / gap) if gap >= 0.05 else None
