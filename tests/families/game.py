"""A small game, watched: what is descended in which phase, and whether it resumes exactly."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.controls import Controls
from gendesk.core.events import Progress
from gendesk.core.family import Batch
from gendesk.data.dataset import Dataset
from gendesk.nn.adversarial import Adversarial
from gendesk.nn.start import initialise
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit
from gendesk.training.turn import GuardedTurn


def built(recipe: AdversarialRecipe, channels: int = 1) -> Adversarial:
    """Its networks with weights of their own."""
    learner = recipe.build(channels)
    assert isinstance(learner, Adversarial)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(1))
    return learner


def batch(count: int = 8, labels: Tensor | None = None) -> Batch:
    images = torch.rand(count, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    return Batch(images, labels)


class Watched(GuardedTurn):
    """A turn that remembers what was descended, and which weights had gradients then."""

    def __init__(self, learner: Adversarial, recipe: AdversarialRecipe, step: int = 1) -> None:
        self.optimizers = {part: learner.optimizer(part, recipe.lr) for part in learner.parts}
        super().__init__(learner, self.optimizers, fabric_for("cpu", "32"), recipe, step)
        self.phases: list[tuple[str, ...]] = []
        self.given: list[set[str]] = []

    def descend(self, loss: Tensor, *parts: str, share: float = 1.0) -> None:
        for net in self._learner.parts.values():
            net.zero_grad()
        super().descend(loss, *parts, share=share)
        self.phases.append(parts)
        self.given.append(
            {
                part
                for part, net in self._learner.parts.items()
                if any(weight.grad is not None for weight in net.parameters())
            }
        )


def weights(net: nn.Module) -> list[Tensor]:
    """But no biases: to a critic, its last one makes no difference."""
    return [weight.detach().clone() for weight in net.parameters() if weight.ndim > 1]


def everything(folder: Path) -> dict[str, Tensor]:
    newest = checkpoints.newest(folder)
    assert newest
    checkpoint = checkpoints.load(newest)
    return {
        f"{name}: {key}": tensor
        for name in ("weights", "average", "optimizer")
        for key, tensor in checkpoint.tensors(name).items()
    }


def resumes(recipe: AdversarialRecipe, dataset: Dataset, folder: Path, cut: int) -> bool:
    """Whether a run that was closed at step `cut` ends as one that never was, bit for bit."""

    def run(folder: Path, until: int) -> dict[int, dict[str, float]]:
        there = checkpoints.newest(folder)
        metrics = {}
        events = fit(
            recipe, dataset, folder, fabric=fabric_for("cpu", "32"), controls=Controls(),
            resume=checkpoints.load(there) if there else None,
        )  # fmt: skip
        for event in events:
            if isinstance(event, Progress):
                metrics[event.step] = dict(event.metrics)
                if event.step == until:
                    events.close()  # type: ignore[attr-defined]
        return metrics

    whole = run(folder / "whole", recipe.steps)
    assert run(folder / "cut", cut) | run(folder / "cut", recipe.steps) == whole
    expected, found = everything(folder / "whole"), everything(folder / "cut")
    assert expected.keys() == found.keys()
    return all(torch.equal(expected[key], found[key]) for key in expected)
