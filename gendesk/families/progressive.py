"""Progressive growing (Karras 2017): small pictures first, then larger ones that fade in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.adversarial import EqualisedRecipe
from gendesk.core.family import Batch, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material
from gendesk.core.settings import knob
from gendesk.nn.adversarial import Adversarial

if TYPE_CHECKING:
    import torch
    from torch import Tensor
    from torch.nn import functional
    from torch.optim import Optimizer

    from gendesk.nn import discriminator, pyramid
else:
    torch = later("torch")
    functional = later("torch.nn.functional")
    discriminator = later("gendesk.nn.discriminator")
    pyramid = later("gendesk.nn.pyramid")


@dataclass(frozen=True, kw_only=True)
class ProgressiveRecipe(EqualisedRecipe):
    """What progressive growing needs to be told."""

    family = "progressive"
    title = "Progressive GAN"

    phase: int = knob(
        250, "Phase", "Steps in which a larger size fades in, and then as many in which it stays.",
        low=1, high=1_000_000, log=True, basic=True,
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> ProgressiveRecipe:
        """It has grown up after two thirds of the steps."""
        recipe = super().suited(material)
        doublings = (recipe.size // 4).bit_length() - 1
        return replace(recipe, phase=max(1, 2 * recipe.steps // (3 * (2 * doublings + 1))))

    def build(self, channels: int) -> Progressive:
        return Progressive(self, channels)


class Progressive(Adversarial):
    """The game with pictures that grow: how far they have is a function of the step alone.

    How far it was is saved with the weights, so that a model draws as it did when it was saved.
    """

    def __init__(self, recipe: ProgressiveRecipe, channels: int) -> None:
        self.size = recipe.size
        generator = pyramid.GrowingGenerator(
            recipe.size, channels, recipe.latent + recipe.classes, recipe.width
        )
        judge = discriminator.equalised(recipe, channels, pyramid.GrowingFeatures)
        self.most = len(generator.stages) - 1
        super().__init__(recipe, generator, judge)

    @property
    def growing(self) -> tuple[pyramid.GrowingGenerator, pyramid.GrowingFeatures]:
        """Both networks that grow, or what stands in their place while they are trained."""
        return self.parts["generator"], self.parts["discriminator"].body  # type: ignore[return-value]

    def optimizer(self, part: str, lr: float) -> Optimizer:
        """As others have it, but it knows nothing of weights before they do something."""
        net = self.growing[part == "discriminator"]
        optimizer = super().optimizer(part, lr)
        optimizer.register_step_pre_hook(lambda *_: _let_sleep(net))
        return optimizer

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        recipe: ProgressiveRecipe = turn.recipe  # type: ignore[assignment]
        level = pyramid.grown(turn.step - 1, recipe.phase, self.most)
        for net in self.growing:
            net.level.fill_(level)
        figures = super().update(batch, turn)
        side = self.size >> (self.most - int(-(-level // 1)))
        told = torch.tensor([side, level % 1 or 1.0], device=batch.images.device)
        return {**figures, "side": told[0], "fade": told[1]}

    def decode(self, z: Tensor, kinds: Tensor | None = None) -> Tensor:
        """As `Adversarial.decode`, with larger pixels where it has not grown up."""
        return functional.interpolate(super().decode(z, kinds), (self.size, self.size))

    def views(self, images: Tensor) -> Sequence[Tensor]:
        return [pyramid.as_grown(images, self.growing[0].level.item(), self.most)]


def _let_sleep(net: pyramid.GrowingGenerator | pyramid.GrowingFeatures) -> None:
    """Weights that do nothing yet have a gradient of zero in several processes, which is to mean none."""
    for weight in net.asleep():
        weight.grad = None
