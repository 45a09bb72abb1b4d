"""The variational autoencoder (Kingma & Welling 2013), with the β of Higgins 2017."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.coding import VariationalRecipe
from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material
from gendesk.core.settings import knob

if TYPE_CHECKING:
    from torch import Tensor

    from gendesk.core import images as pictures
    from gendesk.nn import coders, vae
else:
    pictures = later("gendesk.core.images")
    coders = later("gendesk.nn.coders")
    vae = later("gendesk.nn.vae")


@dataclass(frozen=True, kw_only=True)
class VaeRecipe(VariationalRecipe):
    """What a variational autoencoder needs to be told."""

    family = "vae"
    title = "Variational autoencoder"

    latent: int = knob(
        2, "Latent size", "Numbers that describe a picture; two make a map one can see.",
        low=2, high=512, log=True, basic=True,
    )  # fmt: skip
    beta_warmup: int = knob(
        0, "β warm-up", "Steps over which β rises from zero; keeps latent dimensions alive.",
        low=0, high=1_000_000,
    )  # fmt: skip
    binarise: bool = knob(
        False, "Binarise", "Draw each pixel black or white anew, by its brightness, at every step.",
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> VaeRecipe:
        """A map one can see where two numbers may tell the pictures apart, more room elsewhere."""
        recipe = super().suited(material)
        if material.photographs:
            return replace(recipe, latent=64, likelihood="gaussian")
        return replace(recipe, latent=16 if material.labels > 20 else 2)

    def build(self, channels: int) -> Vae:
        return Vae(self, channels)


class Vae(Learner):
    """Learns to describe pictures by a few normally distributed numbers."""

    def __init__(self, recipe: VaeRecipe, channels: int) -> None:
        self.latent = recipe.latent
        self.binarise = recipe.binarise
        encoder = coders.encoder(recipe, channels, 2 * recipe.latent)
        decoder = coders.decoder(recipe, channels, recipe.latent)
        gaussian = recipe.likelihood == "gaussian"
        self.parts = {"vae": vae.VariationalAutoencoder(encoder, decoder, gaussian=gaussian)}

    @property
    def net(self) -> vae.VariationalAutoencoder:
        """The network, or what stands in its place while it is trained."""
        return self.parts["vae"]  # type: ignore[return-value]

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        recipe: VaeRecipe = turn.recipe  # type: ignore[assignment]
        terms = self._terms(batch.images, turn.dice)
        beta = recipe.beta * min(1.0, turn.step / max(1, recipe.beta_warmup))
        turn.descend(terms["reconstruction"] + beta * terms["kl"])
        return {"loss": terms["reconstruction"] + terms["kl"], **terms}

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        terms = self._terms(batch.images, dice)
        return {"loss": terms["reconstruction"] + terms["kl"], **terms}

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        originals = batch.images[:32]
        rebuilt = self.decode(self.encode(originals))
        shown = {
            "samples": self.decode(dice.normal(64, self.latent)),
            "reconstructions": pictures.rows(originals, rebuilt),
        }
        if self.latent == 2:
            shown["manifold"] = self.decode(vae.manifold(20).to(originals.device))
        return shown

    def encode(self, images: Tensor) -> Tensor:
        return self.posterior(images)[0]

    def posterior(self, images: Tensor) -> tuple[Tensor, Tensor]:
        z_mean, z_log_var = self.net.posterior(images)
        return z_mean, (0.5 * z_log_var).exp()

    def decode(self, z: Tensor) -> Tensor:
        return self.net.pictures(z)

    def log_likelihood(self, batch: Batch, dice: Dice, samples: int) -> Tensor:
        return self.net.log_likelihood(self._seen(batch.images, dice), dice, samples)

    def _terms(self, images: Tensor, dice: Dice) -> dict[str, Tensor]:
        images = self._seen(images, dice)
        noise = dice.normal(len(images), self.latent)
        return vae.terms(self.net, images, noise)

    def _seen(self, images: Tensor, dice: Dice) -> Tensor:
        """The pictures, or a draw of black and white pixels from them."""
        return (dice.uniform(*images.shape) < images).float() if self.binarise else images
