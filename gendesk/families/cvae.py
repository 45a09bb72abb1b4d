"""The conditional variational autoencoder (Sohn 2015): it is told what a picture shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.coding import VariationalRecipe
from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from gendesk.core import images as pictures
    from gendesk.nn import coders, labels, vae
else:
    torch = later("torch")
    pictures = later("gendesk.core.images")
    coders = later("gendesk.nn.coders")
    labels = later("gendesk.nn.labels")
    vae = later("gendesk.nn.vae")

_SHOWN = 20  # kinds in a preview


@dataclass(frozen=True, kw_only=True)
class CvaeRecipe(VariationalRecipe):
    """What a conditional variational autoencoder needs to be told."""

    family = "cvae"
    title = "Conditional variational autoencoder"

    classes: int = knob(
        10, "Kinds", "How many kinds of pictures there are: it learns from their labels.",
        low=2, high=10_000,
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> CvaeRecipe:
        """As many kinds as there are; more numbers for photographs than for drawings."""
        recipe = super().suited(material)
        if material.labels > 1:
            recipe = replace(recipe, classes=material.labels)
        if material.photographs:
            return replace(recipe, latent=64, likelihood="gaussian")
        return replace(recipe, latent=16 if material.labels > 20 else 4)

    def check_kinds(self, kinds: int) -> None:
        if kinds < 2:
            raise Trouble(
                "This family learns from labels, and these pictures have none: put each kind into "
                "a folder of its own, or choose the plain variational autoencoder."
            )
        if kinds != self.classes:
            raise Trouble(
                "There are {kinds} kinds of pictures, but classes is {classes}; set it to {kinds}.",
                kinds=kinds,
                classes=self.classes,
            )

    def build(self, channels: int) -> Cvae:
        return Cvae(self, channels)


class Cvae(Learner):
    """Learns to describe what the kind of a picture does not say about it.

    The latents are N(0, I) for every kind, as in Kingma 2014 ("Semi-supervised learning with deep
    generative models", M2), where Sohn learns a distribution for each.
    """

    def __init__(self, recipe: CvaeRecipe, channels: int) -> None:
        self.latent = recipe.latent
        self.classes = recipe.classes
        encoder = coders.encoder(recipe, channels + 1, 2 * recipe.latent)
        decoder = coders.decoder(recipe, channels, recipe.latent + recipe.classes)
        net = vae.VariationalAutoencoder(
            coders.ToldEncoder(encoder, recipe.classes, recipe.size),
            coders.ToldDecoder(decoder),
            gaussian=recipe.likelihood == "gaussian",
        )
        self.parts = {"cvae": net}

    @property
    def net(self) -> vae.VariationalAutoencoder:
        """The network, or what stands in its place while it is trained."""
        return self.parts["cvae"]  # type: ignore[return-value]

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        recipe: CvaeRecipe = turn.recipe  # type: ignore[assignment]
        terms = self._terms(batch, turn.dice)
        turn.descend(terms["reconstruction"] + recipe.beta * terms["kl"])
        return {"loss": terms["reconstruction"] + terms["kl"], **terms}

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        terms = self._terms(batch, dice)
        return {"loss": terms["reconstruction"] + terms["kl"], **terms}

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        originals, kinds = batch.images[:32], self._kinds_of(batch)[:32]
        rebuilt = self.decode(self.encode(originals, kinds), kinds)
        shown = min(self.classes, _SHOWN)
        columns = max(8, shown)
        # Each row is a kind, and each column one latent vector for all of them.
        z = dice.normal(columns, self.latent).repeat(shown, 1)
        wanted = torch.arange(shown, device=z.device).repeat_interleave(columns)
        samples = self.decode(z, wanted)
        return {
            "samples": samples.view(shown, columns, *samples.shape[1:]),
            "reconstructions": pictures.rows(originals, rebuilt),
        }

    def encode(self, images: Tensor, kinds: Tensor | None = None) -> Tensor:
        return self.posterior(images, kinds)[0]

    def decode(self, z: Tensor, kinds: Tensor | None = None) -> Tensor:
        if kinds is None:
            kinds = torch.arange(len(z), device=z.device) % self.classes
        return self.net.pictures(z, self._told(kinds))

    def kinds(self, images: Tensor) -> Tensor:
        """The kind by which each picture is best explained: by its bound, at the mean latents."""
        nats = []
        for kind in range(self.classes):
            told = self._told(torch.full((len(images),), kind, device=images.device))
            z_mean, z_log_var = self.net.posterior(images, told)
            out = self.net.decoder(z_mean, told)
            nats.append(self.net.nats(out, images) + vae.kl_nats(z_mean, z_log_var).sum(1))
        return torch.stack(nats).argmin(0)

    def posterior(self, images: Tensor, kinds: Tensor | None = None) -> tuple[Tensor, Tensor]:
        kinds = self.kinds(images) if kinds is None else kinds
        z_mean, z_log_var = self.net.posterior(images, self._told(kinds))
        return z_mean, (0.5 * z_log_var).exp()

    def log_likelihood(self, batch: Batch, dice: Dice, samples: int) -> Tensor:
        """Of each picture, given its kind."""
        told = self._told(self._kinds_of(batch))
        return self.net.log_likelihood(batch.images, dice, samples, told)

    def _terms(self, batch: Batch, dice: Dice) -> dict[str, Tensor]:
        noise = dice.normal(len(batch.images), self.latent)
        return vae.terms(self.net, batch.images, noise, self._told(self._kinds_of(batch)))

    def _kinds_of(self, batch: Batch) -> Tensor:
        """The labels, or what they might be where there are none."""
        return self.kinds(batch.images) if batch.labels is None else batch.labels

    def _told(self, kinds: Tensor) -> Tensor:
        return labels.told(kinds, self.classes)
