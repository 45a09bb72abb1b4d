"""A training that begins with what a model has learnt."""

from __future__ import annotations

import torch

from gendesk.core.family import Learner
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.models import open_model


@torch.no_grad()
def inherit(learner: Learner, name: str) -> Sentence | None:
    """Take over all weights of the model `name` that have a namesake of their shape in `learner`.

    Returns:
        What to say where some begin anew, as those of layers that the model does not have.

    Raises:
        Trouble: there is no such model, or nothing of it fits.
    """
    model = open_model(name)
    parts = model.learner().parts
    theirs = {(part, key): w for part, net in parts.items() for key, w in net.state_dict().items()}
    taken = total = 0
    for part, net in learner.parts.items():
        for key, weights in net.state_dict().items():
            given = theirs.get((part, key))
            total += 1
            if given is not None and given.shape == weights.shape:
                weights.copy_(given)
                taken += 1
    if not taken:
        raise Trouble(
            "Nothing of the model {name} fits this recipe; choose a model of the same family, or set "
            "its number of channels.",
            name=model.name,
        )
    if taken == total:
        return None
    return Sentence(
        "{taken} of {total} tensors are taken over from the model {name}; the others begin anew.",
        {"taken": taken, "total": total, "name": model.name},
    )
