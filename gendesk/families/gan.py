"""Generative adversarial networks (Goodfellow 2014): fully connected, and DCGAN (Radford 2015)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn
    from torch.nn import functional
    from torch.optim import Optimizer

    from gendesk.nn import gan
else:
    torch = later("torch")
    functional = later("torch.nn.functional")
    gan = later("gendesk.nn.gan")

_SHOWN = 20  # kinds in a preview


@dataclass(frozen=True, kw_only=True)
class GanRecipe(Recipe):
    """What a generator and a discriminator need to be told."""

    family = "gan"
    title = "GAN"

    net: str = knob(
        "conv", "Network", "Convolutions (DCGAN) see shapes; fully connected layers are the classic.",
        choices=("conv", "mlp"), basic=True,
    )  # fmt: skip
    latent: int = knob(
        100, "Latent size", "Random numbers that the generator makes a picture of.",
        low=2, high=512, log=True, basic=True,
    )  # fmt: skip
    width: int = knob(
        32, "Channels", "Channels after the first convolution; more see more and take longer.",
        low=4, high=256, log=True,
    )  # fmt: skip
    hidden: int = knob(
        256, "Hidden units", "Units in the smallest hidden layer of fully connected networks.",
        low=16, high=1024, log=True,
    )  # fmt: skip
    classes: int = knob(
        0, "Kinds", "How many kinds of pictures it is told to tell apart; 0 leaves labels alone.",
        low=0, high=10_000,
    )  # fmt: skip
    loss: str = knob(
        "non-saturating", "Loss", "What the two networks want of each other.",
        choices=("non-saturating", "hinge", "least-squares", "wgan-gp"), basic=True,
    )  # fmt: skip
    spectral: bool = knob(
        False, "Spectral norm", "Bound how steep the discriminator can be; it calms the training.",
    )  # fmt: skip
    r1: float = knob(
        0.0, "R1", "Weight of a penalty on the discriminator's slope at real pictures; 0 is none.",
        low=0.0, high=1000.0, live=True,
    )  # fmt: skip
    penalty: float = knob(
        10.0, "Gradient penalty", "Weight of WGAN-GP's penalty on slopes other than 1.",
        low=0.0, high=1000.0, live=True,
    )  # fmt: skip
    smoothing: float = knob(
        0.0, "Label smoothing", "Call real pictures 1 minus this, so that none is ever certain.",
        low=0.0, high=0.5, live=True,
    )  # fmt: skip
    d_lr: float = knob(
        1.0, "Discriminator's pace", "Its learning rate, as a multiple of the generator's.",
        low=0.01, high=100.0, live=True, log=True,
    )  # fmt: skip
    d_steps: int = knob(
        1, "Discriminator's steps", "Steps of the discriminator for each step of the generator.",
        low=1, high=100, live=True,
    )  # fmt: skip
    d_skip: float = knob(
        0.0, "Skip below", "The discriminator rests while its loss is below this; 0 never lets it.",
        low=0.0, high=10.0, live=True,
    )  # fmt: skip
    batch_size: int = knob(
        64, "Batch size", "Pictures in a step; fewer need less memory.", low=1, high=4096, log=True
    )
    lr: float = knob(
        2e-4, "Learning rate", "How far each step goes; lower it when the curves jump.",
        low=1e-7, high=1.0, live=True, log=True, basic=True,
    )  # fmt: skip
    schedule: str = knob(
        "constant", "Schedule", "How the learning rate changes until the last step.",
        choices=("constant", "cosine", "one-cycle"),
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> GanRecipe:
        """Wider networks for photographs than for drawings."""
        recipe = super().suited(material)
        recipe = replace(recipe, batch_size=min(64, recipe.batch_size))
        return replace(recipe, width=64) if material.photographs else recipe

    def check(self) -> None:
        super().check()
        if self.smoothing and self.loss not in ("non-saturating", "least-squares"):
            raise Trouble(
                "Label smoothing needs labels, which {loss} does not have; set smoothing to 0, or "
                "choose another loss.",
                loss=self.loss,
            )
        if self.d_skip and self.loss == "wgan-gp":
            raise Trouble(
                "The loss of wgan-gp has no lowest value, hence none to rest at; set d_skip to 0, "
                "or choose another loss."
            )

    def check_kinds(self, kinds: int) -> None:
        if self.classes and kinds != self.classes:
            raise Trouble(
                "There are {kinds} kinds of pictures, but classes is {classes}; set it to {kinds}, "
                "or to 0 to learn without labels.",
                kinds=kinds,
                classes=self.classes,
            )

    def build(self, channels: int) -> Gan:
        return Gan(self, channels)


class Gan(Learner):
    """A generator that learns to deceive a discriminator, which learns to tell its pictures.

    Each batch is one step of the discriminator; each `d_steps`-th one of the generator, too, with
    the same fakes: they go through the generator once.
    """

    def __init__(self, recipe: GanRecipe, channels: int) -> None:
        self.latent = recipe.latent
        self.classes = recipe.classes
        self.game = gan.GAMES[recipe.loss]
        self.wasserstein = recipe.loss == "wgan-gp"
        self.parts = {
            "generator": _generator(recipe, channels),
            "discriminator": _discriminator(recipe, channels),
        }

    def optimizer(self, part: str, lr: float) -> Optimizer:
        """Adam as DCGAN has it, and WGAN-GP."""
        betas = (0.0, 0.9) if self.wasserstein else (0.5, 0.999)
        return torch.optim.Adam(self.parts[part].parameters(), lr=lr, betas=betas, fused=True)

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        recipe: GanRecipe = turn.recipe  # type: ignore[assignment]
        told = self._told(batch.labels)
        z = turn.dice.normal(len(batch.images), self.latent)
        learns = turn.step % recipe.d_steps == 0
        with torch.set_grad_enabled(learns):
            fakes = self._made(z, told)
        figures = self._discriminate(batch.images, fakes.detach(), told, recipe, turn)
        return figures | self._deceive(fakes, told, turn) if learns else figures

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        told = self._told(batch.labels)
        fakes = self._made(dice.normal(len(batch.images), self.latent), told)
        real, fake = self._seen(batch.images, told), self._seen(fakes, told)
        return {"d_loss": self.game.discriminator(real, fake, 0.0), **self._scores(real, fake)}

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:  # noqa: ARG002
        if not self.classes:
            return {"samples": self.decode(dice.normal(64, self.latent))}
        shown = min(self.classes, _SHOWN)
        columns = max(8, shown)
        # Each row is a kind, and each column one latent vector for all of them.
        z = dice.normal(columns, self.latent).repeat(shown, 1)
        kinds = torch.arange(shown, device=z.device).repeat_interleave(columns)
        samples = self.decode(z, kinds)
        return {"samples": samples.view(shown, columns, *samples.shape[1:])}

    def decode(self, z: Tensor, kinds: Tensor | None = None) -> Tensor:
        """(B, latent), and the kinds wanted (B,) int64 → (B, C, H, W) in [0, 1].

        Where no kinds are given that it was told of, they come one after the other in turn.
        """
        if kinds is None and self.classes:
            kinds = torch.arange(len(z), device=z.device) % self.classes
        return self._made(z, self._told(kinds))

    def _discriminate(
        self, images: Tensor, fakes: Tensor, told: Tensor | None, recipe: GanRecipe, turn: Turn
    ) -> dict[str, Tensor]:
        """The discriminator's phase: real pictures are real, fakes are not."""
        self.parts["discriminator"].requires_grad_(True)
        images = images.detach().requires_grad_(recipe.r1 > 0)
        real, fake = self._seen(images, told), self._seen(fakes, told)
        loss = self.game.discriminator(real, fake, recipe.smoothing)
        figures = {"d_loss": loss, **self._scores(real, fake)}
        if recipe.d_skip:
            rests = turn.mean(loss) < recipe.d_skip
            figures["d_skipped"] = rests
            if rests:
                return figures
        if recipe.r1:
            figures["r1"] = gan.r1(real, images)
            loss = loss + recipe.r1 * figures["r1"]
        if self.wasserstein:
            figures["penalty"] = self._penalty(images, fakes, told, turn.dice)
            loss = loss + recipe.penalty * figures["penalty"]
        turn.descend(loss, "discriminator", share=recipe.d_lr)
        return figures

    def _deceive(self, fakes: Tensor, told: Tensor | None, turn: Turn) -> dict[str, Tensor]:
        """The generator's phase: through the frozen discriminator, its fakes shall seem real."""
        self.parts["discriminator"].requires_grad_(False)
        loss = self.game.generator(self._seen(fakes, told))
        turn.descend(loss, "generator")
        return {"g_loss": loss}

    def _penalty(self, images: Tensor, fakes: Tensor, told: Tensor | None, dice: Dice) -> Tensor:
        """WGAN-GP's, at random places between real pictures and fakes."""
        between = torch.lerp(images.detach(), fakes, dice.uniform(len(images), 1, 1, 1))
        between.requires_grad_()
        return gan.gradient_penalty(self._seen(between, told), between)

    def _scores(self, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        """How real both seem: a probability where the loss has one, else the plain output."""
        score = self.game.score
        return {"real_score": score(real).mean(), "fake_score": score(fake).mean()}

    def _made(self, z: Tensor, told: Tensor | None) -> Tensor:
        """(B, latent) → fakes (B, C, H, W)."""
        given = z if told is None else torch.cat([z, told], 1)
        return self.parts["generator"](given)  # type: ignore[no-any-return]

    def _seen(self, images: Tensor, told: Tensor | None) -> Tensor:
        """(B, C, H, W) → the discriminator's outputs (B,)."""
        given = (images,) if told is None else (images, told)
        return self.parts["discriminator"](*given)  # type: ignore[no-any-return]

    def _told(self, kinds: Tensor | None) -> Tensor | None:
        """(B,) int64 → (B, classes), one-hot; None for one that is told no kinds.

        Raises:
            Trouble: there are none to tell.
        """
        if not self.classes:
            return None
        if kinds is None:
            raise Trouble(
                "This GAN looks at pictures by their kinds, and these have none that it knows; give "
                "it pictures of the kinds that it has learnt."
            )
        return functional.one_hot(kinds, self.classes).float()


def _generator(recipe: GanRecipe, channels: int) -> nn.Module:
    told = recipe.latent + recipe.classes
    if recipe.net == "mlp":
        return gan.MlpGenerator(recipe.size, channels, told, recipe.hidden)
    return gan.ConvGenerator(recipe.size, channels, told, recipe.width)


def _discriminator(recipe: GanRecipe, channels: int) -> nn.Module:
    bound: gan.Bound = gan.Spectral if recipe.spectral else lambda layer: layer
    body: gan.ConvFeatures | gan.MlpFeatures
    if recipe.net == "mlp":
        body = gan.MlpFeatures(recipe.size, channels, recipe.hidden, bound)
    else:
        norm = not recipe.spectral and recipe.loss != "wgan-gp"
        body = gan.ConvFeatures(recipe.size, channels, recipe.width, norm, bound)
    return gan.Discriminator(body, recipe.classes, bound)
