"""The autoencoder: rebuilds pictures from a few numbers, beside what PCA makes of as many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.coding import CodingRecipe
from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material
from gendesk.core.settings import knob

if TYPE_CHECKING:
    from torch import Tensor

    from gendesk.core import images as pictures
    from gendesk.data import degradations
    from gendesk.nn import coders, fidelity, pca, vae
else:
    pictures = later("gendesk.core.images")
    degradations = later("gendesk.data.degradations")
    coders = later("gendesk.nn.coders")
    fidelity = later("gendesk.nn.fidelity")
    pca = later("gendesk.nn.pca")
    vae = later("gendesk.nn.vae")

_PCA_EVERY = 8  # steps between two batches that PCA learns from: it must not slow the network down
_PCA_PICTURES = 4096  # that it learns from
_FOLLOW = 0.1  # how fast the codes' mean and deviation are followed
_SHOWN = 16  # pictures in a preview


@dataclass(frozen=True, kw_only=True)
class AutoencoderRecipe(CodingRecipe):
    """What an autoencoder needs to be told."""

    family = "autoencoder"
    title = "Autoencoder"

    task: str = knob(
        "plain", "Task",
        "Rebuild pictures as they are, or clean pictures from noisy ones, or large ones from small ones.",
        choices=("plain", "denoise", "upscale"), basic=True,
    )  # fmt: skip
    noise: str = knob(
        "gaussian", "Noise", "What is added to the pictures that shall be cleaned.",
        choices=("gaussian", "poisson", "salt and pepper", "jpeg", "mixed"),
    )  # fmt: skip
    strength: float = knob(
        150.0, "Most noise", "The strongest noise there is, as a standard deviation in 1/255.",
        low=1.0, high=255.0,
    )  # fmt: skip
    scale: int = knob(
        2, "Enlarge by", "How many times smaller the pictures are that shall be enlarged.",
        low=2, high=4,
    )  # fmt: skip
    error: str = knob(
        "squared", "Error",
        "What counts as an error decides what is lost: squared fears large errors, absolute allows some.",
        choices=("squared", "absolute"),
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> AutoencoderRecipe:
        """More numbers for photographs than for drawings."""
        recipe = super().suited(material)
        return replace(recipe, latent=128 if material.photographs else 8)

    def build(self, channels: int) -> Autoencoder:
        return Autoencoder(self, channels)


class Autoencoder(Learner):
    """Learns to bring pictures back from a few numbers; needs no labels."""

    def __init__(self, recipe: AutoencoderRecipe, channels: int) -> None:
        self.latent = recipe.latent
        self.recipe = recipe
        net = coders.Autoencoder(
            coders.encoder(recipe, channels, recipe.latent),
            coders.decoder(recipe, channels, recipe.latent),
            recipe.latent,
        )
        # Within the network, so that checkpoints and averaging carry it along.
        self.pca = net.pca = pca.Pca(recipe.latent, channels, recipe.size)
        self.parts = {"autoencoder": net}

    @property
    def net(self) -> coders.Autoencoder:
        """The network, or what stands in its place while it is trained."""
        return self.parts["autoencoder"]  # type: ignore[return-value]

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        clean = batch.images
        given = self._given(clean, turn.dice)
        rebuilt, raw = self.net(given)
        loss = self._error(rebuilt, clean)
        turn.descend(loss)
        self.net.follow(raw.detach(), max(_FOLLOW, 1 / turn.step))
        figures = {"loss": loss, "psnr": _psnr(rebuilt.detach(), clean)}
        if turn.step % _PCA_EVERY == 1:
            figures["psnr_pca"] = _psnr(self.pca(given), clean)
            if self.pca.seen < _PCA_PICTURES:
                self.pca.learn(clean)
        return figures

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        clean = batch.images
        given = self._given(clean, dice)
        rebuilt, _ = self.net(given)
        figures = {
            "loss": self._error(rebuilt, clean),
            "psnr": _psnr(rebuilt, clean),
            "psnr_pca": _psnr(self.pca(given), clean),
        }
        if self.recipe.task != "plain":
            figures["psnr_before"] = _psnr(given, clean)
        return figures

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        clean = batch.images[:_SHOWN]
        given = self._given(clean, dice)
        rebuilt, by_pca = self.net(given)[0].clamp(0, 1), self.pca(given).clamp(0, 1)
        errors = (fidelity.error_map(out, clean) for out in (rebuilt, by_pca))
        shown = {}
        if self.recipe.task == "plain":
            shown["compared"] = pictures.rows(clean, rebuilt, by_pca)
        else:
            shown["repaired"] = pictures.rows(given.clamp(0, 1), rebuilt, by_pca, clean)
        shown["errors"] = pictures.rows(*errors)
        shown["samples"] = self.decode(dice.normal(64, self.latent))
        if self.latent == 2:
            shown["manifold"] = self.decode(vae.manifold(20).to(clean.device))
        return shown

    def encode(self, images: Tensor) -> Tensor:
        return self.net.normalised(self.net.encoder(images))

    def decode(self, z: Tensor) -> Tensor:
        rebuilt: Tensor = self.net.decoder(z)
        return rebuilt.clamp(0, 1)

    def _given(self, clean: Tensor, dice: Dice) -> Tensor:
        """What the network sees of the pictures that it shall give back."""
        recipe = self.recipe
        if recipe.task == "upscale":
            small = degradations.shrunk_anyhow(clean, recipe.scale, dice)
            return degradations.enlarged_to(small, *clean.shape[2:])
        if recipe.task == "denoise":
            sigma = dice.uniform(len(clean), 1, 1, 1) * (recipe.strength / 255)
            noise = degradations.NOISES.get(recipe.noise, degradations.with_mixed_noise)
            noisy: Tensor = noise(clean, sigma, dice)
            return noisy
        return clean

    def _error(self, rebuilt: Tensor, clean: Tensor) -> Tensor:
        distance = rebuilt - clean
        return (distance.abs() if self.recipe.error == "absolute" else distance.square()).mean()


def _psnr(images: Tensor, clean: Tensor) -> Tensor:
    return fidelity.psnr(images.clamp(0, 1), clean).mean()
