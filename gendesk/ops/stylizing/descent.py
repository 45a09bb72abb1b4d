"""How a canvas follows its gradient: Adam, or L-BFGS."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Protocol

import torch
from torch import Tensor

from gendesk.core.events import Event
from gendesk.ops.stylizing.goal import Found
from gendesk.ops.stylizing.recipe import PaintingRecipe

Evaluate = Callable[[Tensor], Generator[Event, None, Found]]


class Descent(Protocol):
    """An optimizer of one picture. What it remembers can be saved, and enlarged with the picture."""

    averages: bool  # whether its steps are so restless that their average is the better picture

    def step(
        self, images: Tensor, evaluate: Evaluate, recipe: PaintingRecipe
    ) -> Generator[Event, None, Found]:
        """Move `images` (1, 3, H, W) in place, within [0, 1].

        Where what was found is not finite, nothing has moved.
        """
        ...

    def forget(self) -> None:
        """The loss is another one from now on."""
        ...

    def resized(self, resize: Callable[[Tensor], Tensor], /) -> Descent:
        """For the picture at another size."""
        ...

    def tensors(self) -> dict[str, Tensor]:
        """What it remembers."""
        ...

    def load(self, tensors: Mapping[str, Tensor]) -> None:
        """Put `tensors` back."""
        ...


class Adam:
    """Adam (Kingma & Ba 2015) with a short memory of squares (0.99), as Crowson has it.

    Its own lines rather than PyTorch's, because the moments are enlarged with the picture.
    """

    averages = True
    _BETA, _BETA_SQUARE, _EPSILON = 0.9, 0.99, 1e-8

    def __init__(self, images: Tensor) -> None:
        self.count = 0
        self.first, self.second = torch.zeros_like(images), torch.zeros_like(images)

    def step(
        self, images: Tensor, evaluate: Evaluate, recipe: PaintingRecipe
    ) -> Generator[Event, None, Found]:
        found = yield from evaluate(images)
        if found.finite:
            self.count += 1
            self.first.lerp_(found.gradient, 1 - self._BETA)
            self.second.mul_(self._BETA_SQUARE)
            self.second.addcmul_(found.gradient, found.gradient, value=1 - self._BETA_SQUARE)
            spread = (self.second / (1 - self._BETA_SQUARE**self.count)).sqrt_()
            rate = recipe.lr / (1 - self._BETA**self.count)
            images.addcdiv_(self.first, spread.add_(self._EPSILON), value=-rate).clamp_(0, 1)
        return found

    def forget(self) -> None:
        """Its averages follow by themselves."""

    def resized(self, resize: Callable[[Tensor], Tensor]) -> Adam:
        """The moments go on: gradients are as large at each size (`Found.gradient`)."""
        first, second = resize(self.first), resize(self.second).clamp_min_(0)
        other = Adam(first)
        other.count, other.first, other.second = self.count, first, second
        return other

    def tensors(self) -> dict[str, Tensor]:
        return {"first": self.first, "second": self.second, "count": torch.tensor(self.count)}

    def load(self, tensors: Mapping[str, Tensor]) -> None:
        self.first.copy_(tensors["first"])
        self.second.copy_(tensors["second"])
        self.count = int(tensors["count"])


class Lbfgs:
    """L-BFGS (Nocedal & Wright 2006, algorithm 7.4), kept within [0, 1] by cutting each step off.

    A step that does not lower the loss enough is halved, where Gatys' Torch code takes every step in
    full: that costs little and never blows up. PyTorch's own can neither be left in the middle of
    a step nor saved between two.
    """

    averages = False
    _PAIRS, _HALVINGS, _ENOUGH = 10, 8, 1e-4

    def __init__(self, _images: Tensor) -> None:
        self._moves: list[Tensor] = []  # of the picture, oldest first
        self._changes: list[Tensor] = []  # of the gradient
        self._found: Found | None = None  # at the picture as it stands

    def step(
        self, images: Tensor, evaluate: Evaluate, recipe: PaintingRecipe
    ) -> Generator[Event, None, Found]:
        if self._found is None:
            self._found = yield from evaluate(images)
        before = self._found
        if not before.finite:
            self._found = None
            return before
        way, far = self._way(before.gradient, recipe.lr), 1.0
        for _ in range(self._HALVINGS):
            tried = (images + far * way).clamp_(0, 1)
            move = tried - images
            slope = _dot(before.gradient, move) / (images.shape[2] * images.shape[3])
            found = yield from evaluate(tried)
            if found.finite and found.loss <= before.loss + self._ENOUGH * min(slope, 0.0):
                self._remember(move, found.gradient - before.gradient)
                images.copy_(tried)
                self._found = found
                return found
            far /= 2
        self._moves, self._changes = [], []  # next time straight down the gradient
        return before

    def _way(self, gradient: Tensor, lr: float) -> Tensor:
        """Where to go: the two-loop recursion; at first down the gradient, by `lr` in the mean."""
        if not self._moves:
            return gradient * (-lr / gradient.abs().mean().clamp_min(1e-30))
        way, shares = -gradient, []
        pairs = list(zip(self._moves, self._changes, strict=True))
        for move, change in reversed(pairs):
            share = _dot(move, way) / _dot(move, change)
            way = way.sub_(change, alpha=share)
            shares.append(share)
        move, change = pairs[-1]
        way *= _dot(move, change) / _dot(change, change)
        for (move, change), share in zip(pairs, reversed(shares), strict=True):
            way = way.add_(move, alpha=share - _dot(change, way) / _dot(move, change))
        return way

    def _remember(self, move: Tensor, change: Tensor) -> None:
        """A pair that has curvature."""
        if _dot(move, change) > 1e-10 * _dot(change, change):
            self._moves = [*self._moves, move][-self._PAIRS :]
            self._changes = [*self._changes, change][-self._PAIRS :]

    def forget(self) -> None:
        self._moves, self._changes, self._found = [], [], None

    def resized(self, _resize: Callable[[Tensor], Tensor]) -> Lbfgs:
        """It begins anew: curvature found at one scale misleads at the next."""
        return Lbfgs(torch.empty(0))

    def tensors(self) -> dict[str, Tensor]:
        if not self._moves:
            return {}
        return {"moves": torch.cat(self._moves), "changes": torch.cat(self._changes)}

    def load(self, tensors: Mapping[str, Tensor]) -> None:
        self._moves = list(torch.split(tensors["moves"], 1)) if "moves" in tensors else []
        self._changes = list(torch.split(tensors["changes"], 1)) if "changes" in tensors else []


DESCENTS: dict[str, Callable[[Tensor], Descent]] = {"adam": Adam, "lbfgs": Lbfgs}


def _dot(one: Tensor, other: Tensor) -> float:
    return float((one * other).sum(dtype=torch.float64))
