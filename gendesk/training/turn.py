"""One step of training as a family sees it: the descent, guarded."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast

import torch
from lightning_fabric import Fabric
from torch import Tensor
from torch.optim import Optimizer

from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.training.dice import CountedDice
from gendesk.training.parts import gradient_norm, scales
from gendesk.training.schedule import factor


class NotFinite(Trouble):
    """A loss or a gradient is infinite or not a number; the weights were not touched."""


class GuardedTurn:
    """`core.family.Turn`: descends with schedule, precision, clipping and several processes.

    Nothing is updated by a gradient that is not finite. `measures` collects the learning rate and
    the gradient norm before clipping, for the curves.
    """

    def __init__(
        self,
        learner: Learner,
        optimizers: Mapping[str, Optimizer],
        fabric: Fabric,
        recipe: Recipe,
        step: int,
        alone: str = "",
    ) -> None:
        self.step = step
        self.alone = alone
        self.recipe = recipe
        self.dice = CountedDice(
            recipe.seed, step, fabric.device, fabric.global_rank, fabric.world_size
        )
        self.measures: dict[str, float] = {}
        self._learner, self._optimizers, self._fabric = learner, optimizers, fabric

    def descend(self, loss: Tensor, *parts: str, share: float = 1.0) -> None:
        """One optimizer step of the `parts` (of all, where none is named) down the gradient of `loss`.

        Args:
            loss: a scalar.
            parts: by their names.
            share: of the learning rate.

        Raises:
            NotFinite: the loss or the gradient is not finite.
        """
        names = parts or tuple(self._optimizers)
        for name in names:
            for weight in _weights(self._optimizers[name]):
                weight.grad = None  # `zero_grad` does no more, in ten times the time
        self._fabric.backward(loss)
        norms = {name: self._clip(name) for name in names}
        if not math.isfinite(sum(norms.values())) and not scales(self._fabric):
            self._refuse(next(n for n in names if not math.isfinite(norms[n])), loss)
        rate = self.recipe.lr * factor(self.recipe.schedule, self.step, self.recipe.steps)
        for name in names:
            for group in self._optimizers[name].param_groups:
                group["lr"] = rate * share * group.get("share", 1.0)
            self._optimizers[name].step()
            suffix = f"/{name}" if len(self._optimizers) > 1 else ""
            self.measures["grad_norm" + suffix] = norms[name]
        self.measures["lr"] = rate

    def mean(self, value: Tensor) -> Tensor:
        """The mean of `value` over all processes."""
        value = value.detach()
        if self._fabric.world_size == 1:
            return value
        # Of a copy: it is reduced in place.
        return cast(Tensor, self._fabric.all_reduce(value.clone(), reduce_op="mean"))

    def _clip(self, part: str) -> float:
        """Clip a part's gradient if asked to; its norm before that."""
        optimizer, limit = self._optimizers[part], self.recipe.clip
        if scales(self._fabric):  # fp16: the scaled gradients must be divided first
            norm = self._fabric.clip_gradients(
                self._learner.parts[part],
                optimizer,
                max_norm=limit or math.inf,
                error_if_nonfinite=False,
            )
            return float(norm) if norm is not None else math.nan
        weights = _weights(optimizer)
        norm = gradient_norm(weights)
        if limit:
            torch.nn.utils.clip_grads_with_norm_(weights, limit, norm)
        return norm.item()

    def _refuse(self, part: str, loss: Tensor) -> None:
        what = "gradient" if bool(loss.isfinite()) else "loss"
        raise NotFinite(
            "At step {step} the {what} of {part} is no longer a finite number. "
            "Lower the learning rate and resume, or go back to an earlier checkpoint.",
            step=self.step,
            what=what,
            part=part,
        )


def _weights(optimizer: Optimizer) -> list[Tensor]:
    """What it steps; walking the modules instead would take longer than the gradient's norm."""
    return [weight for group in optimizer.param_groups for weight in group["params"]]


class TrialTurn(GuardedTurn):
    """A step that computes gradients and learns nothing: does it fit into the memory?"""

    def descend(self, loss: Tensor, *parts: str, share: float = 1.0) -> None:  # noqa: ARG002
        self._fabric.backward(loss)
        for name in parts or self._learner.parts:
            self._learner.parts[name].zero_grad(set_to_none=True)
