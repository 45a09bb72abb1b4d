"""The game that all GANs play: a generator deceives a discriminator, which learns to tell its pictures.

Imported without torch, as the families are whose learners begin here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.sentence import Trouble

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn
    from torch.optim import Optimizer

    from gendesk.nn import augment, discriminator, games, labels
else:
    torch = later("torch")
    augment = later("gendesk.nn.augment")
    discriminator = later("gendesk.nn.discriminator")
    games = later("gendesk.nn.games")
    labels = later("gendesk.nn.labels")

_SHOWN = 20  # kinds in a preview


class Adversarial(Learner):
    """Two networks, and the two phases in which they learn from one another (Goodfellow 2014).

    Each batch is one step of the discriminator; each `d_steps`-th one of the generator, too, with
    the same fakes: they go through the generator once. Where a person wishes for a single phase, it
    is a step of its own, with a batch and dice of its own: it counts for `d_steps`, schedules and
    everything else that hangs on the step, although one network learns nothing in it.

    Pictures come as views: the same pictures at one scale, or at several, the largest last. A
    family has one, that of the pictures themselves, unless it says otherwise in `views` and
    `made`.

    Args:
        recipe: how they play.
        generator: (B, latent + classes) → views of (B, C, h, w) about [0, 1].
        judge: a discriminator of such views.
    """

    def __init__(
        self, recipe: AdversarialRecipe, generator: nn.Module, judge: discriminator.Discriminator
    ) -> None:
        self.latent, self.classes, self.pack = recipe.latent, recipe.classes, recipe.pack
        self.game = games.GAMES[recipe.loss]
        self.wasserstein = recipe.loss == "wgan-gp"
        judge.add_module("standing", discriminator.Standing())
        self.parts = {"generator": generator, "discriminator": judge}

    @property
    def standing(self) -> discriminator.Standing:
        """What the game has come to beside the weights."""
        return self.parts["discriminator"].standing  # type: ignore[return-value]

    def optimizer(self, part: str, lr: float) -> Optimizer:
        """Adam without momentum (Karras 2017), unless a family says otherwise."""
        weights = self.parts[part].parameters()
        return torch.optim.Adam(weights, lr=lr, betas=(0.0, 0.99), fused=True)

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        """Both phases, or one of them."""
        recipe: AdversarialRecipe = turn.recipe  # type: ignore[assignment]
        self.standing.step.fill_(turn.step)
        told = self.told(batch.labels)
        phase = turn.alone or ("" if turn.step % recipe.d_steps == 0 else "discriminator")
        with torch.set_grad_enabled(phase != "discriminator"):
            fakes = self.fakes(len(batch.images), told, turn)
        figures: dict[str, Tensor] = {}
        if phase != "generator":
            figures |= self._discriminate(batch.images, [f.detach() for f in fakes], told, turn)
        if phase != "discriminator":
            figures |= self._deceive(fakes, told, turn)
        return figures

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        real, fake = self._asked(batch, dice)
        return {"d_loss": self.game.discriminator(real, fake, 0.0), **self._scores(real, fake)}

    def verdicts(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        """How real the pictures look to the discriminator, and as many fakes: (B / pack,) each.

        By a probability where the loss has one, else by the plain output.
        """
        real, fake = self._asked(batch, dice)
        return {"real": self.game.score(real), "fake": self.game.score(fake)}

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:  # noqa: ARG002
        """What becomes of the same latent vectors as ever, and of some that it has never seen."""
        columns = 8 if not self.classes else max(8, self._shown)
        rows = 1 if self.classes else 8
        source = torch.Generator(self.standing.step.device).manual_seed(int(self.standing.step))
        fresh = torch.randn(rows * columns, self.latent, generator=source, device=source.device)
        shown = {"samples": dice.normal(rows * columns, self.latent), "fresh": fresh}
        return {kind: self._sheet(z) for kind, z in shown.items()}

    def decode(self, z: Tensor, kinds: Tensor | None = None) -> Tensor:
        """(B, latent), and the kinds wanted (B,) int64 → (B, C, H, W) in [0, 1].

        Where no kinds are given that it was told of, they come one after the other in turn.
        """
        return self.made(z, self.told(self.in_turn(z, kinds)))[-1].clamp(0, 1)

    def views(self, images: Tensor) -> Sequence[Tensor]:
        """Real pictures (B, C, H, W) as the discriminator sees them; differentiable."""
        return [images]

    def made(self, z: Tensor, told: Tensor | None) -> Sequence[Tensor]:
        """(B, latent), and perhaps (B, classes) one-hot → fakes."""
        return [self.parts["generator"](self.given(z, told))]

    def in_turn(self, z: Tensor, kinds: Tensor | None) -> Tensor | None:
        """`kinds`, or where there are any and none are given, one after the other."""
        if kinds is None and self.classes:
            return torch.arange(len(z), device=z.device) % self.classes
        return kinds

    def told(self, kinds: Tensor | None) -> Tensor | None:
        """What the networks are told (see `nn.labels`); None for those that are told no kinds.

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
        return labels.told(kinds, self.classes)

    def given(self, z: Tensor, told: Tensor | None) -> Tensor:
        """(B, latent), and perhaps (B, classes) → (B, latent + classes)."""
        return z if told is None else torch.cat([z, told], 1)

    def fakes(self, count: int, told: Tensor | None, turn: Turn) -> Sequence[Tensor]:
        """Fakes to learn from."""
        return self.made(turn.dice.normal(count, self.latent), told)

    def burdens(
        self,
        count: int,  # noqa: ARG002
        told: Tensor | None,  # noqa: ARG002
        turn: Turn,  # noqa: ARG002
    ) -> Mapping[str, tuple[float, Tensor]]:
        """What the generator shall keep small beside its loss, by name: a weight, and a scalar."""
        return {}

    def _discriminate(
        self, images: Tensor, fakes: Sequence[Tensor], told: Tensor | None, turn: Turn
    ) -> dict[str, Tensor]:
        """The discriminator's phase: real pictures are real, fakes are not."""
        recipe: AdversarialRecipe = turn.recipe  # type: ignore[assignment]
        self.parts["discriminator"].requires_grad_(True)
        steep = recipe.r1 > 0 and turn.step % recipe.r1_every == 0
        images = images.detach().requires_grad_(steep)
        real = self._judged(self.views(images), told, turn)
        fake = self._judged(fakes, told, turn)
        loss = self.game.discriminator(real, fake, recipe.smoothing)
        figures = {"d_loss": loss, **self._scores(real, fake)}
        if recipe.d_skip:
            figures["d_skipped"] = turn.mean(loss) < recipe.d_skip
            if figures["d_skipped"]:
                return figures | self._adapted(real, turn)
        if steep:
            figures["r1"] = games.r1(real, images)
            loss = loss + recipe.r1 * recipe.r1_every * figures["r1"]
        if self.wasserstein:
            figures["penalty"] = self._penalty(self.views(images), fakes, told, turn)
            loss = loss + recipe.penalty * figures["penalty"]
        turn.descend(loss, "discriminator", share=recipe.d_lr)
        return figures | self._adapted(real, turn)

    def _deceive(
        self, fakes: Sequence[Tensor], told: Tensor | None, turn: Turn
    ) -> dict[str, Tensor]:
        """The generator's phase: through the frozen discriminator, its fakes shall seem real."""
        self.parts["discriminator"].requires_grad_(False)
        loss = self.game.generator(self._judged(fakes, told, turn))
        figures = {"g_loss": loss}
        for name, (weight, value) in self.burdens(len(fakes[0]), told, turn).items():
            figures[name] = value
            loss = loss + weight * value
        turn.descend(loss, "generator")
        return figures

    def _adapted(self, real: Tensor, turn: Turn) -> dict[str, Tensor]:
        """r_t, and how strong augmentation is from now on, where that is to be found out."""
        recipe: AdversarialRecipe = turn.recipe  # type: ignore[assignment]
        if self.game.middle is None:
            return {}
        self.standing.meet(turn.mean(torch.sign(real.detach() - self.game.middle).mean()))
        figures = {"r_t": self.standing.sign.clone()}
        if recipe.augment == "adaptive":
            pace = recipe.batch_size / (1000 * recipe.augment_span)
            self.standing.adapt(recipe.augment_target, pace)
            figures["augment"] = self.standing.strength.clone()
        return figures

    def _penalty(
        self, reals: Sequence[Tensor], fakes: Sequence[Tensor], told: Tensor | None, turn: Turn
    ) -> Tensor:
        """WGAN-GP's, at random places between real pictures and fakes."""
        places = turn.dice.uniform(len(fakes[0]) // self.pack, 1, 1, 1)
        places = places.repeat_interleave(self.pack, 0)
        between = [
            torch.lerp(real.detach(), fake, places).requires_grad_()
            for real, fake in zip(reals, fakes, strict=True)
        ]
        return games.gradient_penalty(self._judged(between, told, turn), *between)

    def _asked(self, batch: Batch, dice: Dice) -> tuple[Tensor, Tensor]:
        """The discriminator's outputs for pictures as they are, and for as many fakes."""
        rows = -(-len(batch.images) // self.pack) * self.pack  # packs are filled up
        chosen = torch.arange(rows, device=batch.images.device) % len(batch.images)
        told = self.told(batch.labels if batch.labels is None else batch.labels[chosen])
        fakes = self.made(dice.normal(rows, self.latent), told)
        return self._seen(self.views(batch.images[chosen]), told), self._seen(fakes, told)

    def _judged(self, views: Sequence[Tensor], told: Tensor | None, turn: Turn) -> Tensor:
        """The discriminator's outputs for pictures that are changed before it sees them."""
        recipe: AdversarialRecipe = turn.recipe  # type: ignore[assignment]
        if recipe.augment != "none":
            strength = self.standing.strength if recipe.augment == "adaptive" else None
            changes = augment.Changes(turn.dice, len(views[0]), strength)
            views = [changes(each) for each in views]
        return self._seen(views, told)

    def _seen(self, views: Sequence[Tensor], told: Tensor | None) -> Tensor:
        """The discriminator's outputs, (B / pack,).

        Raises:
            Trouble: they cannot be packed.
        """
        if len(views[0]) % self.pack:
            raise Trouble(
                "Each process has {count} pictures, which cannot be packed by {pack}; choose another "
                "batch size.",
                count=len(views[0]),
                pack=self.pack,
            )
        judge = self.parts["discriminator"]
        images = views[0] if len(views) == 1 else list(views)
        out: Tensor = judge(images) if told is None else judge(images, told)
        return out

    def _scores(self, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        """How real both seem: a probability where the loss has one, else the plain output."""
        score = self.game.score
        return {"real_score": score(real).mean(), "fake_score": score(fake).mean()}

    @property
    def _shown(self) -> int:
        """Kinds in a preview."""
        return min(self.classes, _SHOWN)

    def _sheet(self, z: Tensor) -> Tensor:
        """A grid of samples; where there are kinds, each row is one, and each column one of `z`."""
        if not self.classes:
            return self.decode(z)
        kinds = torch.arange(self._shown, device=z.device).repeat_interleave(len(z))
        samples = self.decode(z.repeat(self._shown, 1), kinds)
        return samples.view(self._shown, len(z), *samples.shape[1:])
