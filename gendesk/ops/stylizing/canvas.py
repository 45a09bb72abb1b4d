"""The picture that is being painted, with all that its painter remembers."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import interpolate

from gendesk.core.events import Event
from gendesk.ops.stylizing.descent import DESCENTS, Evaluate
from gendesk.ops.stylizing.goal import Found
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.subject import resized
from gendesk.training import checkpoints


@dataclass(frozen=True, slots=True)
class State:
    """A painting between two steps: it can be gone on from, also with other settings."""

    recipe: PaintingRecipe  # with its live knobs as they stood
    step: int  # taken so far, over all scales
    size: int  # of the longer side
    done: int  # steps at this size
    tensors: Mapping[str, Tensor]
    side: int | None = None  # of the tiles it was painted in

    @staticmethod
    def load(path: Path) -> State:
        """What a checkpoint's folder holds.

        Raises:
            Trouble: it is damaged, or no painting's.
        """
        checkpoint = checkpoints.load(path)
        about: Mapping[str, Any] = checkpoint.manifest
        return State(
            recipe=PaintingRecipe.from_dict(about["recipe"]),
            step=checkpoint.step,
            size=int(about["size"]),
            done=int(about["done"]),
            tensors=checkpoint.tensors("canvas"),
            side=about["side"],
        )

    def save(self, folder: Path) -> Path:
        """Write a checkpoint under `folder`; the recipe says how many stay.

        Raises:
            Trouble: the disk does not take it.
        """
        manifest = {"step": self.step, "recipe": self.recipe.as_dict(), "size": self.size,
                    "done": self.done, "side": self.side}  # fmt: skip
        return checkpoints.save(folder, {"canvas": self.tensors}, manifest, self.recipe.keep)


class Canvas:
    """The picture, what moves it, and its average over the last steps (EMA, after Crowson)."""

    def __init__(self, images: Tensor, optimizer: str) -> None:
        self.images = images.clone()  # (1, 3, H, W) in [0, 1]
        self._descent = DESCENTS[optimizer](self.images)
        self._sum, self._weight = torch.zeros_like(self.images), 0.0

    @property
    def picture(self) -> Tensor:
        """(1, 3, H, W) in [0, 1]: averaged where the steps are restless."""
        if not self._descent.averages or not self._weight:
            return self.images
        average: Tensor = self._sum / self._weight
        return average.clamp_(0, 1)

    def step(self, evaluate: Evaluate, recipe: PaintingRecipe) -> Generator[Event, None, Found]:
        """One step; nothing has changed where what was found is not finite."""
        found = yield from self._descent.step(self.images, evaluate, recipe)
        if found.finite and self._descent.averages:
            self._sum.mul_(recipe.ema).add_(self.images, alpha=1 - recipe.ema)
            self._weight = recipe.ema * self._weight + 1 - recipe.ema
        return found

    def turned(self) -> None:
        """The loss is another one from now on."""
        self._descent.forget()

    def resize(self, shape: tuple[int, int]) -> None:
        """Go on at another size, with the averaged picture and the optimizer's memory."""
        if self.images.shape[2:] == shape:
            return
        self.images = resized(self.picture, shape).clone()
        self._descent = self._descent.resized(
            lambda x: interpolate(x, shape, mode="bilinear", antialias=True)
        )
        self._sum, self._weight = torch.zeros_like(self.images), 0.0

    def tensors(self) -> dict[str, Tensor]:
        """All of it, to be saved."""
        own = {"images": self.images}
        if self._descent.averages:
            own |= {"average": self._sum, "weight": torch.tensor(self._weight, dtype=torch.float64)}
        return own | {f"descent/{name}": x for name, x in self._descent.tensors().items()}

    @staticmethod
    def of(tensors: Mapping[str, Tensor], optimizer: str, device: torch.device) -> Canvas:
        """As it was saved; where the optimizer is another one, that begins anew."""
        canvas = Canvas(tensors["images"].to(device), optimizer)
        if canvas._descent.averages and "average" in tensors:
            canvas._sum = tensors["average"].to(device).clone()
            canvas._weight = float(tensors["weight"])
        prefix = "descent/"
        memory = {k.removeprefix(prefix): v.to(device) for k, v in tensors.items() if prefix in k}
        if ("average" in tensors) == canvas._descent.averages:
            canvas._descent.load(memory)
        return canvas
