"""MSG-GAN (Karnewar 2019): every scale at once, and gradients at each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gendesk.core.adversarial import EqualisedRecipe
from gendesk.core.family import Batch, Dice
from gendesk.core.later import later
from gendesk.nn.adversarial import Adversarial

if TYPE_CHECKING:
    import torch
    from torch import Tensor
    from torch.nn import functional

    from gendesk.nn import discriminator, pyramid
else:
    torch = later("torch")
    functional = later("torch.nn.functional")
    discriminator = later("gendesk.nn.discriminator")
    pyramid = later("gendesk.nn.pyramid")


@dataclass(frozen=True, kw_only=True)
class MsgGanRecipe(EqualisedRecipe):
    """What MSG-GAN needs to be told."""

    family = "msg_gan"
    title = "MSG-GAN"

    def build(self, channels: int) -> MsgGan:
        return MsgGan(self, channels)


class MsgGan(Adversarial):
    """The game with the same pictures at all scales, which the discriminator sees at once."""

    def __init__(self, recipe: MsgGanRecipe, channels: int) -> None:
        generator = pyramid.PyramidGenerator(
            recipe.size, channels, recipe.latent + recipe.classes, recipe.width
        )
        judge = discriminator.equalised(recipe, channels, pyramid.PyramidFeatures)
        self.scales = len(generator.stages)
        super().__init__(recipe, generator, judge)

    def views(self, images: Tensor) -> Sequence[Tensor]:
        return pyramid.pyramid(images, self.scales)

    def made(self, z: Tensor, told: Tensor | None) -> Sequence[Tensor]:
        return self.parts["generator"](self.given(z, told))  # type: ignore[no-any-return]

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        """Samples, and some of them at every scale, the smallest first."""
        shown = super().preview(batch, dice)
        z = dice.normal(8, self.latent)
        told = self.told(self.in_turn(z, None))
        scales = [
            functional.interpolate(each, batch.images.shape[2:]) for each in self.made(z, told)
        ]
        return {**shown, "scales": torch.stack(scales).clamp(0, 1)}
