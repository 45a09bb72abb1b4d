"""The variational autoencoder (Kingma & Welling 2013), with the β of Higgins 2017."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material, Recipe, knob

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

    from gendesk.nn import coders, vae
else:
    torch = later("torch")
    coders = later("gendesk.nn.coders")
    vae = later("gendesk.nn.vae")


@dataclass(frozen=True, kw_only=True)
class VaeRecipe(Recipe):
    """What a variational autoencoder needs to be told."""

    family = "vae"
    title = "Variational autoencoder"

    net: str = knob(
        "conv", "Network", "Convolutions see shapes; fully connected layers are the classic.",
        choices=("conv", "mlp"), basic=True,
    )  # fmt: skip
    latent: int = knob(
        2, "Latent size", "Numbers that describe a picture; two make a map one can see.",
        low=2, high=512, log=True, basic=True,
    )  # fmt: skip
    width: int = knob(
        16, "Channels", "Channels of the first convolution; more see more and take longer.",
        low=4, high=256, log=True,
    )  # fmt: skip
    hidden: int = knob(
        400, "Hidden units", "Units in a hidden layer of a fully connected network.",
        low=16, high=4096, log=True,
    )  # fmt: skip
    depth: int = knob(1, "Depth", "Hidden layers of a fully connected network.", low=1, high=8)
    likelihood: str = knob(
        "bernoulli", "Reconstruction",
        "Bernoulli (cross-entropy) suits line art and digits; Gaussian (squared error) suits photographs.",
        choices=("bernoulli", "gaussian"),
    )  # fmt: skip
    beta: float = knob(
        1.0, "β", "Weight of the KL term: more makes the latent space tidier and pictures softer.",
        low=0.0, high=100.0, live=True, basic=True,
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
        self.gaussian = recipe.likelihood == "gaussian"
        size, latent = recipe.size, recipe.latent
        encoder: nn.Module
        decoder: nn.Module
        if recipe.net == "mlp":
            layers = (recipe.hidden, recipe.depth)
            encoder = coders.MlpEncoder(size, channels, 2 * latent, *layers)
            decoder = coders.MlpDecoder(size, channels, latent, *layers)
        else:
            encoder = coders.ConvEncoder(size, channels, 2 * latent, recipe.width)
            decoder = coders.ConvDecoder(size, channels, latent, recipe.width)
        self.parts = {"vae": vae.VariationalAutoencoder(encoder, decoder, gaussian=self.gaussian)}

    @property
    def net(self) -> vae.VariationalAutoencoder:
        """The network itself, for uses without gradients."""
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
        pictures = {
            "samples": self.decode(dice.normal(64, self.latent)),
            "reconstructions": vae.alternate_rows(originals, rebuilt),
        }
        if self.latent == 2:
            pictures["manifold"] = self.decode(vae.manifold(20).to(originals.device))
        return pictures

    def encode(self, images: Tensor) -> Tensor:
        return self.net.posterior(images)[0]

    def decode(self, z: Tensor) -> Tensor:
        return self.net.pictures(z)

    def log_likelihood(self, batch: Batch, dice: Dice, samples: int) -> Tensor:
        images, rows = self._seen(batch.images, dice), len(batch.images)
        z_mean, z_log_var = self.net.posterior(images)
        weights = []
        for _ in range(samples):
            noise = dice.normal(rows, self.latent)
            z = z_mean + noise * (0.5 * z_log_var).exp()
            log_q = vae.normal_log_density(noise) - 0.5 * z_log_var.sum(1)
            log_p = vae.normal_log_density(z) - self._nats(self.net.decoder(z), images)
            weights.append(log_p - log_q)
        return torch.stack(weights).logsumexp(0) - math.log(samples)

    def _terms(self, images: Tensor, dice: Dice) -> dict[str, Tensor]:
        """Reconstruction and KL in nats a picture, and the active units, each a scalar."""
        images = self._seen(images, dice)
        out, z_mean, z_log_var = self.parts["vae"](images, dice.normal(len(images), self.latent))
        return {
            "reconstruction": self._nats(out, images).mean(),
            "kl": vae.kl_nats(z_mean, z_log_var).sum() / len(images),
            "active_units": vae.active_units(z_mean.detach()),
        }

    def _seen(self, images: Tensor, dice: Dice) -> Tensor:
        """The pictures, or a draw of black and white pixels from them."""
        return (dice.uniform(*images.shape) < images).float() if self.binarise else images

    def _nats(self, out: Tensor, images: Tensor) -> Tensor:
        if self.gaussian:
            return vae.gaussian_nats(out, images, self.net.log_sigma)
        return vae.bernoulli_nats(out, images)
