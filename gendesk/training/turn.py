"""One step of training as a family sees it: the descent, guarded."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from lightning_fabric import Fabric
from torch import Tensor
from torch.optim import Optimizer

from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.training.dice import CountedDice
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
    ) -> None:
        self.step = step
        self.recipe = recipe
        self.dice = CountedDice(
            recipe.seed, step, fabric.device, fabric.global_rank, fabric.world_size
        )
        self.measures: dict[str, float] = {}
        self._learner, self._optimizers, self._fabric = learner, optimizers, fabric

    def descend(self, part: str, loss: Tensor) -> None:
        """One optimizer step of `part` down the gradient of the scalar `loss`.

        Raises:
            NotFinite: the loss or the gradient is not finite.
        """
        module, optimizer = self._learner.parts[part], self._optimizers[part]
        optimizer.zero_grad(set_to_none=True)
        self._fabric.backward(loss)
        norm = self._clip(module, optimizer)
        if not math.isfinite(norm) and not self._scales():
            self._refuse(part, loss)
        rate = self.recipe.lr * factor(self.recipe.schedule, self.step, self.recipe.steps)
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.step()
        several = len(self._learner.parts) > 1
        self.measures[f"lr/{part}" if several else "lr"] = rate
        self.measures[f"grad_norm/{part}" if several else "grad_norm"] = norm

    def _clip(self, module: torch.nn.Module, optimizer: Optimizer) -> float:
        """Clip the gradient if asked to; its norm before that."""
        limit = self.recipe.clip
        if self._scales():  # fp16: the scaled gradients must be divided first
            norm = self._fabric.clip_gradients(
                module, optimizer, max_norm=limit or math.inf, error_if_nonfinite=False
            )
            return float(norm) if norm is not None else math.nan
        gradients = [p.grad for p in module.parameters() if p.grad is not None]
        norm = torch.nn.utils.get_total_norm(gradients)
        if limit:
            torch.nn.utils.clip_grads_with_norm_(module.parameters(), limit, norm)
        return norm.item()

    def _scales(self) -> bool:
        """Whether fp16 loss scaling is on, which expects and skips infinite gradients itself."""
        return getattr(self._fabric._precision, "scaler", None) is not None

    def _refuse(self, part: str, loss: Tensor) -> None:
        what = "gradient" if bool(loss.isfinite()) else "loss"
        raise NotFinite(
            "At step {step} the {what} of {part} is no longer a finite number. "
            "Lower the learning rate and resume, or go back to an earlier checkpoint.",
            step=self.step,
            what=what,
            part=part,
        )


class TrialTurn(GuardedTurn):
    """A step that computes gradients and learns nothing: does it fit into the memory?"""

    def descend(self, part: str, loss: Tensor) -> None:
        self._fabric.backward(loss)
        self._learner.parts[part].zero_grad(set_to_none=True)
