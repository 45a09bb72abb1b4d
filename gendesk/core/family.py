"""What a trainable thing can do: the training rule every family writes, and its capabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from gendesk.core.recipe import Recipe

if TYPE_CHECKING:
    from torch import Tensor, nn
    from torch.optim import Optimizer


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step learns from, on the device of the networks."""

    images: Tensor  # (B, C, H, W) float32 in [0, 1]
    labels: Tensor | None  # (B,) int64, where the pictures have labels


class Dice(Protocol):
    """The randomness of one step: the same for the same (seed, step), whoever else draws.

    With several processes each gets its own rows of one global draw, so that they learn together
    what one process would learn alone.
    """

    def normal(self, *shape: int) -> Tensor:
        """Standard normal values, `shape` = (this process's rows, ...)."""
        ...

    def uniform(self, *shape: int) -> Tensor:
        """Values uniform in [0, 1), `shape` = (this process's rows, ...)."""
        ...


class Turn(Protocol):
    """One step of training as a family sees it."""

    @property
    def step(self) -> int:
        """Counted from 1."""
        ...

    @property
    def recipe(self) -> Recipe:
        """The recipe with its live knobs as they stand now."""
        ...

    @property
    def dice(self) -> Dice:
        """This step's randomness."""
        ...

    @property
    def alone(self) -> str:
        """The one part that shall learn in this step, as a person wished; empty for all."""
        ...

    def descend(self, loss: Tensor, *parts: str, share: float = 1.0) -> None:
        """One optimizer step of the `parts` (of all, where none is named) down the gradient of `loss`.

        It goes `share` times as far as the learning rate says. Learning-rate schedule, precision,
        gradient clipping, several processes and the check that nothing is infinite or NaN are
        taken care of.
        """
        ...

    def mean(self, value: Tensor) -> Tensor:
        """The mean of `value` over all processes, without a gradient: so that they decide alike."""
        ...


class Learner:
    """Networks with the rule that trains them: what a family's recipe builds.

    `parts` are the networks by name, each with an optimizer of its own: one for an autoencoder,
    a generator and a discriminator for a GAN. Training may replace a part by a wrapper that is
    called in the same way, hence always call `self.parts[name](...)`, never its methods, where
    gradients are wanted.
    """

    parts: dict[str, nn.Module]

    def optimizer(self, part: str, lr: float) -> Optimizer:
        """The optimizer of `part`; Adam as the field uses it unless a family says otherwise.

        A group of its parameters may have a "share" of the learning rate.
        """
        import torch

        return torch.optim.Adam(self.parts[part].parameters(), lr=lr, fused=True)

    def prepare(
        self,
        batches: Iterator[Batch],  # noqa: ARG002
        dice: Dice,  # noqa: ARG002
    ) -> Iterator[tuple[int, int]]:
        """Set weights before the first step, where more than chance is known of them.

        `batches` never end, and are the same in each of several processes. Yields how much is
        done, and of how much. A training that begins with another model's weights goes without.
        """
        return iter(())

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        """Learn from one batch; return this step's points on the curves as 0-d tensors."""
        raise NotImplementedError

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        """Figures on held-out pictures, each the mean over the batch as a 0-d tensor."""
        raise NotImplementedError

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        """Pictures that show how far it is, in [0, 1], by kind.

        (N, C, H, W) are laid out in a grid that is nearly square, (rows, columns, C, H, W) as they
        are. `batch` is always the same pictures and `dice` always gives the same values, so that
        two previews differ by what was learnt alone.
        """
        raise NotImplementedError


@runtime_checkable
class Encodes(Protocol):
    """A model that brings pictures into its latent space."""

    latent: int

    def encode(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [0, 1] → (B, latent)."""
        ...


@runtime_checkable
class Decodes(Protocol):
    """A model that turns latent vectors into pictures."""

    latent: int

    def decode(self, z: Tensor) -> Tensor:
        """(B, latent) → (B, C, H, W) in [0, 1]."""
        ...


@runtime_checkable
class Spreads(Encodes, Protocol):
    """A model that says of a picture where it may lie: in a cloud about its latent vector."""

    def posterior(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """(B, C, H, W) in [0, 1] → mean and standard deviation, (B, latent) each."""
        ...


@runtime_checkable
class Styles(Decodes, Protocol):
    """A model with styles between latent vectors and pictures, from coarse to fine.

    There is one style for a picture (W), or one for each layer (W+).
    """

    layers: int

    def styles(self, z: Tensor, kinds: Tensor | None = None) -> Tensor:
        """(B, latent), and the kinds wanted → (B, latent)."""
        ...

    def truncated(self, w: Tensor, truncation: float | Tensor) -> Tensor:
        """Styles (..., latent) nearer to the mean of all: 0 is the mean, 1 leaves them alone."""
        ...

    def painted(self, w: Tensor) -> Tensor:
        """Styles (B, latent) or (B, layers, latent) → (B, C, H, W) in [0, 1]."""
        ...


@runtime_checkable
class Scores(Protocol):
    """A model that says how probable a picture is."""

    def log_likelihood(self, batch: Batch, dice: Dice, samples: int) -> Tensor:
        """An importance-weighted estimate of log p(x) in nats (Burda 2015, eq. 8): (B,).

        It is a lower bound whose gap closes as `samples` grows.
        """
        ...


@runtime_checkable
class Distinguishes(Protocol):
    """A model that knows kinds of pictures by number, and makes those of the kind it is told.

    Its `encode` and `decode` take the kinds, too; where none are given, `encode` finds them out
    and `decode` takes one after the other in turn.
    """

    classes: int

    def kinds(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [0, 1] → of which kind each seems to be, (B,) int64."""
        ...

    def encode(self, images: Tensor, kinds: Tensor | None = None) -> Tensor:
        """(B, C, H, W) in [0, 1] and their kinds (B,) int64 → (B, latent)."""
        ...

    def decode(self, z: Tensor, kinds: Tensor | None = None) -> Tensor:
        """(B, latent) and the kinds wanted → (B, C, H, W) in [0, 1].

        Kinds are (B,) int64, or (B, classes) how much of each kind.
        """
        ...


@runtime_checkable
class Doubts(Protocol):
    """A model whose parts learn in turn, and one of them says how real pictures look."""

    def verdicts(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        """How real the pictures of `batch` look, "real", and as many of its own, "fake": (n,) each.

        By a probability where there is one; n is fewer than the pictures where they are judged
        together.
        """
        ...


@runtime_checkable
class Restores(Protocol):
    """A model that makes a better picture out of a picture of any size."""

    scale: int  # pixels of the result for one pixel, along each side
    channels: int  # 1 for grey, 3 for colour
    stride: int  # sides must be multiples of it
    levels: tuple[float, float] | None  # of `strength`; None where there is nothing to choose

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:
        """(B, C, H, W) in [0, 1] → (B, C, scale·H, scale·W), about [0, 1] and not clamped.

        `strength` is the standard deviation of the noise to be taken out, in 1/255.
        """
        ...


@runtime_checkable
class Features(Protocol):
    """A model whose activations say what a picture looks like, from strokes to things."""

    layers: tuple[str, ...]  # from shallow to deep

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """(B, 3, H, W) in [0, 1] → for each of `layers` (B, C, H / s, W / s), of any s.

        Differentiable; computed no further than the deepest of `layers`.
        """
        ...


@runtime_checkable
class Measures(Features, Protocol):
    """Features whose activations have to be multiplied before they are compared."""

    def metric(self, layer: str) -> Tensor | None:
        """(D, C): activations f and g are as far apart as |R f - R g|. None: as they are."""
        ...


def capabilities(learner: Learner) -> list[str]:
    """The words for a model's card: "encodes", "decodes" …"""
    return [
        kind.__name__.lower()
        for kind in (Encodes, Decodes, Scores, Distinguishes, Restores, Features)
        if isinstance(learner, kind)
    ]
