"""Averaged weights: the model that is shown, judged and published."""

from __future__ import annotations

import torch

from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe


class Average:
    """A second learner whose weights follow those in training as an exponential moving average.

    The decay starts low and rises as min(decay, (1 + t) / (10 + t)), so that the first weights do
    not linger. With a decay of 0 it is a plain copy, made only when it is looked at.
    """

    def __init__(
        self, recipe: Recipe, source: Learner, channels: int, device: torch.device
    ) -> None:
        self._learner = recipe.build(channels)
        self._pairs: list[tuple[torch.Tensor, torch.Tensor]] = []
        self._buffers: list[tuple[torch.Tensor, torch.Tensor]] = []
        for name, part in self._learner.parts.items():
            part.to(device).eval().requires_grad_(False)
            self._pairs += zip(part.parameters(), source.parts[name].parameters(), strict=True)
            self._buffers += zip(part.buffers(), source.parts[name].buffers(), strict=True)
        self._stale = True

    @property
    def learner(self) -> Learner:
        """The averaged networks, up to date."""
        if self._stale:
            self._follow(0.0)
            self._stale = False
        return self._learner

    @torch.no_grad()
    def update(self, step: int, decay: float) -> None:
        """Follow the weights after `step`."""
        if decay == 0:
            self._stale = True
        else:
            self._follow(min(decay, (1 + step) / (10 + step)))
            self._stale = False

    def loaded(self) -> None:
        """The averaged weights were just loaded from a checkpoint, and are as they should be."""
        self._stale = False

    @torch.no_grad()
    def _follow(self, decay: float) -> None:
        mine, theirs = zip(*self._pairs, strict=True)
        torch._foreach_lerp_(mine, theirs, 1 - decay)
        for own, other in self._buffers:
            own.copy_(other)
