"""The four lessons: three trainings that break and are cured, and a contest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import gendesk.families  # noqa: F401  the recipes become known
from gendesk.lessons.lesson import Lesson, Part, Settings, Stage
from gendesk.lessons.sight import RECENT, Sight

Condition = Callable[[Sight], bool]

# The digits that come with scikit-learn, and networks that learn them on any CPU while one watches.
SMALL: Mapping[str, Any] = {"data": "digits", "size": 16, "width": 16, "checkpoint_every": 10_000}
GAN = {**SMALL, "batch_size": 64, "preview_every": 25}


def looked(times: int) -> Condition:
    """The pictures were looked at so often since the stage before."""
    return lambda sight: sight.looks_since >= times


def named(finding: str) -> Condition:
    """The doctor has found it."""
    return lambda sight: sight.finding is not None and sight.finding.name == finding


def fell(figure: str, share: float) -> Condition:
    """A figure is at most this share of what it was; never where it was not known."""
    return lambda sight: (
        figure in sight.before and sight.figures[figure] <= share * sight.before[figure]
    )


def varied(sight: Sight) -> bool:
    """Samples are twice as varied as they were, and better."""
    twice = sight.figures["diversity"] >= 2 * sight.before["diversity"]
    return twice and fell("frechet", 0.9)(sight)


def healed(condition: Condition) -> Condition:
    """It is so, and the doctor sees nothing wrong any more."""
    return lambda sight: sight.finding is None and condition(sight)


def apart(fake: float, real: float) -> Condition:
    """Fakes score below the one and real pictures above the other, over some steps."""

    def are_apart(sight: Sight) -> bool:
        now = sight.figures
        return sight.step >= RECENT and now["fake_score"] < fake and now["real_score"] > real

    return are_apart


def finished(sight: Sight) -> bool:
    """It has learnt all its steps."""
    return sight.finished


def advised(sight: Sight) -> Settings:
    """The first of the doctor's remedies."""
    return sight.finding.remedies[0].settings if sight.finding and sight.finding.remedies else {}


def turning(**settings: Any) -> Callable[[Sight], Settings]:
    """These knobs."""
    return lambda _: settings


COLLAPSE = Lesson(
    "collapse",
    "Mode collapse",
    "The discriminator learns too slowly, and the generator draws one picture for everything.",
    "copy",
    2,
    (
        Part(
            "gan",
            {**GAN, "net": "mlp", "hidden": 64, "lr": 1e-3, "d_lr": 0.3, "steps": 2500},
            (
                Stage(
                    "This discriminator learns at a third of its generator's pace. Wait until the "
                    "pictures have been looked at: their diversity stands under Variety, among the curves.",
                    looked(2),
                    "Diversity is {diversity}: 1 would be as varied as the digits are. In the first "
                    "steps that is usual in every GAN. What matters is whether it stays so.",
                    chart="variety",
                ),
                Stage(
                    "Look at the samples. Each is made of other random numbers, so each should be "
                    "another digit. The doctor waits before it names what may still pass.",
                    named("collapse"),
                    "The same picture again and again: mode collapse. Diversity is {diversity}, the "
                    "Fréchet distance {frechet}. A slow discriminator is deceived by one picture, so "
                    "the generator has no reason to draw another.",
                    advised,
                ),
                Stage(
                    "The discriminator learns as fast as the generator now, and sees through a picture "
                    "that is repeated. Watch the samples: they have to become different.",
                    healed(varied),
                    "Cured: Diversity went from {was_diversity} to {diversity}, the Fréchet distance "
                    "from {was_frechet} to {frechet}. Variety comes from a discriminator that keeps "
                    "up, so give it time before you doubt the generator.",
                    chart="variety",
                ),
            ),
        ),
    ),
)

DISCRIMINATOR = Lesson(
    "discriminator",
    "A discriminator that wins",
    "It knows every fake for certain, its loss is next to nothing, and the generator learns nothing.",
    "eye",
    2,
    (
        Part(
            "gan",
            {**GAN, "d_lr": 30.0, "d_steps": 6, "steps": 1500},
            (
                Stage(
                    "This discriminator takes steps that are thirty times as long as the generator's, "
                    "and six times as many. Look under Scores: how real it takes pictures to be.",
                    apart(0.02, 0.98),
                    "Real pictures score {real_score}, fakes {fake_score}, and its loss is {d_loss}. "
                    "A loss near 0 looks like success. In a GAN it is a warning.",
                    chart="scores",
                ),
                Stage(
                    "The generator learns from the doubts of the discriminator, and there are none. "
                    "Look at the samples: do they become digits?",
                    named("discriminator"),
                    "They do not: the Fréchet distance is {frechet} after {step} steps. To somebody "
                    "who is certain every fake is equally wrong, so nothing tells the generator which "
                    "way is better.",
                    advised,
                ),
                Stage(
                    "Both learn at the same pace now. Watch the score of fakes leave 0, and the samples "
                    "after it.",
                    healed(fell("frechet", 0.3)),
                    "Cured: the loss of the discriminator rose from {was_d_loss} to {d_loss}, and the "
                    "Fréchet distance fell from {was_frechet} to {frechet}. The generator learns as "
                    "long as the two are a match for one another.",
                    chart="scores",
                ),
            ),
        ),
    ),
)

PACE = Lesson(
    "pace",
    "Steps that are too long",
    "The learning rate is so high that the pictures never settle, until it is dropped.",
    "train",
    2,
    (
        Part(
            "gan",
            {
                **GAN, "net": "mlp", "hidden": 64, "loss": "least-squares", "lr": 5e-3,
                "steps": 2500,
            },
            (
                Stage(
                    "The learning rate of this GAN is 25 times the usual one. See how quickly the "
                    "samples change. Their Fréchet distance stands under Distance: less is better.",
                    looked(3),
                    "After {step} steps the Fréchet distance is {frechet}. Something like digits came "
                    "quickly; so far haste has done no harm.",
                    chart="distance",
                ),
                Stage(
                    "Now wait, and see whether they get any better.",
                    named("oscillation"),
                    "They do not: the distance was {was_frechet}, and after {step} steps it is "
                    "{frechet}. The samples change and change, as each step goes beyond what it aims "
                    "at, and the next one back. Shorter steps can settle.",
                    turning(lr=5e-4),
                ),
                Stage(
                    "Each step is a tenth as long now. Watch the curve under Distance, which was swinging.",
                    healed(fell("frechet", 0.5)),
                    "It fell from {was_frechet} to {frechet}. Where a training does not converge, the "
                    "learning rate is the first knob to try, and it can be turned while it runs.",
                    chart="distance",
                ),
            ),
        ),
    ),
)  # fmt: skip

CONTEST = Lesson(
    "contest",
    "A VAE and a GAN",
    "Both learn the same digits. What tells that they get better, and what do they draw?",
    "compare",
    3,
    (
        Part(
            "vae",
            {**SMALL, "latent": 8, "steps": 1000, "preview_every": 50},
            (
                Stage(
                    "First a variational autoencoder. With every picture it is told how far its copy is "
                    "from the original: that is its loss.",
                    lambda sight: sight.step >= RECENT,
                    "After {step} steps the loss is {loss}. Keep it in mind.",
                    chart="losses",
                ),
                Stage(
                    "Watch the loss and the samples until all steps are done.",
                    finished,
                    "The loss fell from {was_loss} to {loss}, and the samples got better with it: one "
                    "curve tells how it does. Next is a GAN, on the same pictures.",
                ),
            ),
        ),
        Part(
            "gan",
            {**GAN, "steps": 1000},
            (
                Stage(
                    "The generator never sees an original. All that it is told is whether the "
                    "discriminator was deceived.",
                    looked(2),
                    "After {step} steps the discriminator's loss is {d_loss}, the generator's {g_loss}, "
                    "and the Fréchet distance {frechet}. Keep them in mind.",
                    chart="losses",
                ),
                Stage(
                    "Watch the three of them, and the samples. Which gets better with the pictures?",
                    finished,
                    "The losses were {was_d_loss} and {was_g_loss} and are {d_loss} and {g_loss}: they "
                    "tell nothing. The Fréchet distance fell from {was_frechet} to {frechet}. Now see "
                    "both side by side.",
                ),
            ),
        ),
    ),
)

LESSONS = (COLLAPSE, DISCRIMINATOR, PACE, CONTEST)
