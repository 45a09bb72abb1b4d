"""Generative adversarial networks (Goodfellow 2014): fully connected, and DCGAN (Radford 2015)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.later import later
from gendesk.core.recipe import Material
from gendesk.core.settings import knob
from gendesk.nn.adversarial import Adversarial

if TYPE_CHECKING:
    import torch
    from torch import nn
    from torch.optim import Optimizer

    from gendesk.nn import discriminator, gan
else:
    torch = later("torch")
    discriminator = later("gendesk.nn.discriminator")
    gan = later("gendesk.nn.gan")


@dataclass(frozen=True, kw_only=True)
class GanRecipe(AdversarialRecipe):
    """What a fully connected GAN and DCGAN need to be told."""

    family = "gan"
    title = "GAN"

    net: str = knob(
        "conv", "Network", "Convolutions (DCGAN) see shapes; fully connected layers are the classic.",
        choices=("conv", "mlp"), basic=True,
    )  # fmt: skip
    hidden: int = knob(
        256, "Hidden units", "Units in the smallest hidden layer of fully connected networks.",
        low=16, high=1024, log=True,
    )  # fmt: skip
    spectral: bool = knob(
        False, "Spectral norm", "Bound how steep the discriminator can be; it calms the training.",
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> GanRecipe:
        """Wider networks for photographs than for drawings; R1, with which fewer kinds are rare."""
        recipe = replace(super().suited(material), r1=1.0, r1_every=4)
        return replace(recipe, width=64) if material.photographs else recipe

    def build(self, channels: int) -> Gan:
        return Gan(self, channels)


class Gan(Adversarial):
    """The game between a DCGAN's networks, or between fully connected ones."""

    def __init__(self, recipe: GanRecipe, channels: int) -> None:
        super().__init__(recipe, _generator(recipe, channels), _discriminator(recipe, channels))

    def optimizer(self, part: str, lr: float) -> Optimizer:
        """Adam as DCGAN has it, and WGAN-GP."""
        betas = (0.0, 0.9) if self.wasserstein else (0.5, 0.999)
        return torch.optim.Adam(self.parts[part].parameters(), lr=lr, betas=betas, fused=True)


def _generator(recipe: GanRecipe, channels: int) -> nn.Module:
    told = recipe.latent + recipe.classes
    if recipe.net == "mlp":
        return gan.MlpGenerator(recipe.size, channels, told, recipe.hidden)
    return gan.ConvGenerator(recipe.size, channels, told, recipe.width)


def _discriminator(recipe: GanRecipe, channels: int) -> discriminator.Discriminator:
    bound: gan.Bound = gan.Spectral if recipe.spectral else lambda layer: layer
    channels *= recipe.pack
    body: gan.ConvFeatures | gan.MlpFeatures
    if recipe.net == "mlp":
        body = gan.MlpFeatures(recipe.size, channels, recipe.hidden, bound)
    else:
        norm = not recipe.spectral and recipe.loss != "wgan-gp"
        body = gan.ConvFeatures(recipe.size, channels, recipe.width, norm, bound)
    return discriminator.Discriminator(
        body,
        recipe.classes,
        lambda *shape: bound(gan.Dense(*shape)),
        recipe.pack,
        recipe.minibatch_std,
    )
