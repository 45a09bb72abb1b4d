"""What a generator and a discriminator want of each other, and what bounds the discriminator's slope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import relu, softplus


@dataclass(frozen=True, slots=True)
class Game:
    """What the two networks want, by the discriminator's outputs (B,) for real and fake pictures."""

    discriminator: Callable[[Tensor, Tensor, float], Tensor]  # real, fake, smoothing → a scalar
    generator: Callable[[Tensor], Tensor]  # fake → a scalar
    score: Callable[[Tensor], Tensor] = lambda out: out  # outputs as people read them
    middle: float | None = 0.0  # the output that says neither real nor fake, where there is one


GAMES: Mapping[str, Game] = {
    # Goodfellow 2014, where the generator maximises log D(G(z)); -log D is softplus(-output).
    # Real pictures may be labelled 1 - smoothing, and only they (Salimans 2016, section 3.4).
    "non-saturating": Game(
        lambda real, fake, smoothing: (
            softplus(-real).mean() + smoothing * real.mean() + softplus(fake).mean()
        ),
        lambda fake: softplus(-fake).mean(),
        torch.sigmoid,
    ),
    # Lim & Ye 2017
    "hinge": Game(
        lambda real, fake, _: relu(1 - real).mean() + relu(1 + fake).mean(),
        lambda fake: -fake.mean(),
    ),
    # Mao 2017, eq. 9, twice: fakes at 0, real pictures at 1
    "least-squares": Game(
        lambda real, fake, smoothing: (
            (real - (1 - smoothing)).square().mean() + fake.square().mean()
        ),
        lambda fake: (fake - 1).square().mean(),
        middle=0.5,
    ),
    # Gulrajani 2017; the penalty comes on top
    "wgan-gp": Game(
        lambda real, fake, _: fake.mean() - real.mean(),
        lambda fake: -fake.mean(),
        middle=None,
    ),
}


def steepness(out: Tensor, *images: Tensor) -> Tensor:
    """The squared norm of each output's gradient in its pictures, (B,); it has a gradient itself.

    Where an output judges n pictures together, they stand one after the other in `images`, and
    where it sees them at several scales, there are so many `images`. Papers measure it for pictures
    in [-1, 1]: half of what it is for ours in [0, 1].
    """
    gradients = torch.autograd.grad(out.sum(), images, create_graph=True)
    return torch.cat([(each / 2).reshape(len(out), -1) for each in gradients], 1).square().sum(1)


def r1(out: Tensor, *images: Tensor) -> Tensor:
    """Mescheder 2018, eq. 9, without its weight: how steep the discriminator is at real pictures."""
    return steepness(out, *images).mean() / 2


def gradient_penalty(out: Tensor, *images: Tensor) -> Tensor:
    """Gulrajani 2017, eq. 3, without its weight: how far the slope between both kinds is from 1."""
    return (steepness(out, *images).add(1e-12).sqrt() - 1).square().mean()
