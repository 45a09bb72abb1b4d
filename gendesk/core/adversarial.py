"""The knobs that all families with a generator and a discriminator have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob


@dataclass(frozen=True, kw_only=True)
class AdversarialRecipe(Recipe):
    """How a generator and a discriminator play against each other, whatever they are made of."""

    latent: int = knob(
        100, "Latent size", "Random numbers that the generator makes a picture of.",
        low=2, high=512, log=True, basic=True,
    )  # fmt: skip
    width: int = knob(
        32, "Channels", "Channels after the first convolution; more see more and take longer.",
        low=4, high=256, log=True,
    )  # fmt: skip
    classes: int = knob(
        0, "Kinds", "How many kinds of pictures it is told to tell apart; 0 leaves labels alone.",
        low=0, high=10_000,
    )  # fmt: skip
    loss: str = knob(
        "non-saturating", "Loss", "What the two networks want of each other.",
        choices=("non-saturating", "hinge", "least-squares", "wgan-gp"), basic=True,
    )  # fmt: skip
    r1: float = knob(
        0.0, "R1", "Weight of a penalty on the discriminator's slope at real pictures; 0 is none.",
        low=0.0, high=1000.0, live=True,
    )  # fmt: skip
    r1_every: int = knob(
        1, "R1 every", "Steps from one R1 penalty to the next, which weighs as much as all of them.",
        low=1, high=1000, live=True,
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
    augment: str = knob(
        "none", "Augmentation",
        "Change what the discriminator sees, so that it does not learn few pictures by heart; "
        "adaptive finds out how often.",
        choices=("none", "diff", "adaptive"), live=True,
    )  # fmt: skip
    augment_target: float = knob(
        0.6, "Overfitting allowed",
        "Adaptive augmentation keeps the mean sign of the scores of real pictures (r_t) here.",
        low=0.0, high=1.0, live=True,
    )  # fmt: skip
    augment_span: int = knob(
        100, "Augmentation's pace",
        "Thousands of pictures in which adaptive augmentation can rise from never to always.",
        low=1, high=10_000, live=True, log=True,
    )  # fmt: skip
    minibatch_std: int = knob(
        0, "Diversity seen in", "The discriminator is told how much so many pictures differ; 0: not.",
        low=0, high=64,
    )  # fmt: skip
    pack: int = knob(
        1, "Packing", "Pictures that the discriminator judges together; more work against collapse.",
        low=1, high=8,
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
    def suited(cls, material: Material) -> Self:
        """Batches as in DCGAN; few pictures need augmentation, which finds its own strength."""
        recipe = super().suited(material)
        few = material.pictures < 5000
        return replace(
            recipe,
            batch_size=min(64, recipe.batch_size),
            augment="adaptive" if few else "none",
        )

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
        if self.augment == "adaptive" and self.loss == "wgan-gp":
            raise Trouble(
                "Adaptive augmentation looks at the sign of scores, which means nothing in wgan-gp; "
                "set augment to diff, or choose another loss."
            )
        if self.batch_size % self.pack:
            raise Trouble(
                "Batches of {size} pictures cannot be packed by {pack}; choose a batch size that is a "
                "multiple of {pack}.",
                size=self.batch_size,
                pack=self.pack,
            )

    def check_kinds(self, kinds: int) -> None:
        if self.classes and kinds != self.classes:
            raise Trouble(
                "There are {kinds} kinds of pictures, but classes is {classes}; set it to {kinds}, "
                "or to 0 to learn without labels.",
                kinds=kinds,
                classes=self.classes,
            )


@dataclass(frozen=True, kw_only=True)
class EqualisedRecipe(AdversarialRecipe):
    """How the descendants of progressive growing (Karras 2017) play, as far as it is the same."""

    size: int = knob(
        64, "Picture size", "Side of the square pictures in pixels, a multiple of 4.",
        low=16, high=512, basic=True,
    )  # fmt: skip
    width: int = knob(
        16, "Channels",
        "Channels at the full size, which double with each halving; more see more and take longer.",
        low=2, high=128, log=True, basic=True,
    )  # fmt: skip
    r1: float = knob(
        1.0, "R1", "Weight of a penalty on the discriminator's slope at real pictures; 0 is none.",
        low=0.0, high=1000.0, live=True,
    )  # fmt: skip
    r1_every: int = knob(
        16, "R1 every", "Steps from one R1 penalty to the next, which weighs as much as all of them.",
        low=1, high=1000, live=True,
    )  # fmt: skip
    minibatch_std: int = knob(
        4, "Diversity seen in", "The discriminator is told how much so many pictures differ; 0: not.",
        low=0, high=64,
    )  # fmt: skip
    batch_size: int = knob(
        32, "Batch size", "Pictures in a step; fewer need less memory.", low=1, high=4096, log=True
    )
    lr: float = knob(
        2e-3, "Learning rate", "How far each step goes; lower it when the curves jump.",
        low=1e-7, high=1.0, live=True, log=True, basic=True,
    )  # fmt: skip
    ema: float = knob(
        0.998, "Averaging (EMA)", "How slowly the averaged weights follow; 0 turns it off.",
        low=0.0, high=0.99999, live=True,
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> Self:
        """Smaller batches: each picture takes longer."""
        recipe = super().suited(material)
        return replace(recipe, batch_size=min(32, recipe.batch_size))
