"""A picture's place in a latent space: by the encoder at once, or by searching where there is none."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from gendesk.core.events import Event, Preview, Progress, Stage
from gendesk.core.family import Features
from gendesk.core.images import Picture, to_float, to_uint8
from gendesk.core.sentence import Sentence, Trouble
from gendesk.nn.width import wide
from gendesk.ops.latent.point import Point, Values
from gendesk.ops.latent.space import Space
from gendesk.ops.models import open_model
from gendesk.training.quality import FEATURES

_TRIED = 1024  # random points, of which the best are begun with
_ROUNDS = (8, 4, 2, 1)  # how many are followed, in each quarter of the steps
_RATE = 0.1  # of Adam, at most
_RISES, _FALLS = 0.05, 0.4  # shares of a search in which the rate does (Karras 2020)
_LIKENESS = 0.1  # weight of features beside pixels
_USUAL = 0.02  # weight of the wish that z is as long as random ones, or styles lie together
_SHOWN = 10  # steps from one picture of the search to the next

Loss = Callable[[Tensor], Tensor]  # (B, C, H, W) → (B,)


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """Where a picture lies, and what is left of it there."""

    point: Point
    picture: Picture  # exactly as the point gives it
    error: float  # mean squared error, of values in [0, 1]


def invert(
    space: Space,
    picture: Picture,
    into: str = "auto",
    seed: int = 0,
    steps: int = 400,
    encoder: Features | None = None,
) -> Generator[Event, None, Found]:
    """Find the point whose picture is most like a given one.

    A model that encodes says it at once. Otherwise the best of many random points are followed down
    the gradient of the error of pixels and features; after each quarter of the steps only the better
    half goes on. Abdal 2019 ("Image2StyleGAN") searches W+ so, from the mean style alone.

    Args:
        space: where.
        picture: (H, W, C), of the model's own size and channels: see `ops.pictures.as_learnt`.
        into: "z", "w" or "w+"; "auto" takes the largest.
        seed: of the random points.
        steps: of the search.
        encoder: whose features are compared; without one the texture encoder that ships, if it does.

    Raises:
        Trouble: the picture is of another size, or there is no such space.
    """
    if picture.shape != (space.size, space.size, space.channels):
        raise Trouble(
            "This model makes pictures of {size} × {size} pixels; bring the picture to that size first.",
            size=space.size,
        )
    if space.encodes:
        yield Stage(Sentence("Finding the picture's place"))
        codes = space.encode(picture[None])
        kind = None if codes.kinds is None else int(codes.kinds[0])
        return _found(space, picture, Point(codes.means[0], kind=kind))
    into = space.spaces[-1] if into == "auto" else into
    if into not in space.spaces:
        raise Trouble(
            "{name} has no space {space}; there are {spaces}.",
            name=space.name,
            space=into,
            spaces=", ".join(space.spaces),
        )
    target = to_float(torch.from_numpy(np.ascontiguousarray(picture))[None]).to(space.device)
    loss = _loss(target, _features() if encoder is None else encoder)
    values, kinds = yield from _begun(space, loss, seed)
    if into != "z":
        values = space.styles(values, kinds)
    if into == "w+":
        values = np.repeat(values[:, None], space.layers, 1)
    told = None if kinds is None else torch.from_numpy(kinds).to(space.device)
    search = _Search(space, into, torch.from_numpy(values).to(space.device), told, loss, steps)
    best, shares = yield from search.run()
    number = None if shares is None or into != "z" else int(shares.argmax())
    return _found(space, picture, Point(best.cpu().numpy(), into, number))


class _Search:
    """Points on their way down the gradient, fewer and fewer."""

    def __init__(
        self,
        space: Space,
        into: str,
        values: Tensor,
        kinds: Tensor | None,
        loss: Loss,
        steps: int,
    ) -> None:
        self._space, self._into, self._loss, self._steps = space, into, loss, steps
        self._values, self._kinds = values, kinds
        self._best, self._least = values[0], math.inf

    def run(self) -> Generator[Event, None, tuple[Tensor, Tensor | None]]:
        """The best point that was met, and its kind as shares."""
        step = 0
        kind = self._kinds
        for i, count in enumerate(_ROUNDS):
            last = round(self._steps * (i + 1) / len(_ROUNDS))
            with torch.no_grad():
                chosen = self._losses(self._values)[0].argsort()[:count]
            self._values = self._values[chosen].detach().requires_grad_()
            self._kinds = None if self._kinds is None else self._kinds[chosen]
            optimizer = torch.optim.Adam([self._values], betas=(0.9, 0.99))
            while step < last:
                step += 1
                optimizer.param_groups[0]["lr"] = _RATE * _pace(step / self._steps)
                losses, images = self._losses(self._values)
                (self._values.grad,) = torch.autograd.grad(losses.sum(), self._values)
                kind = self._remember(losses.detach(), kind)
                optimizer.step()
                yield Progress(step, self._steps, {"loss": self._least})
                if step % _SHOWN == 0 or step == 1:
                    at = int(losses.argmin())
                    yield Preview("inversion", step, to_uint8(images[at : at + 1])[0])
        kind = self._remember(self._losses(self._values)[0].detach(), kind)
        return self._best, kind

    def _remember(self, losses: Tensor, kind: Tensor | None) -> Tensor | None:
        at = int(losses.argmin())
        if float(losses[at]) >= self._least:
            return kind
        self._least, self._best = float(losses[at]), self._values[at].detach().clone()
        return None if self._kinds is None else self._kinds[at]

    def _losses(self, values: Tensor) -> tuple[Tensor, Tensor]:
        """(B,), and the pictures."""
        images = self._space.paint(values, self._into, self._kinds)
        return self._loss(images) + _USUAL * _unusual(values), images


def _unusual(values: Tensor) -> Tensor:
    """How much longer or shorter z are than random ones, or how far styles lie apart, (B,)."""
    if values.ndim == 3:
        return (values - values.mean(1, keepdim=True)).square().mean((1, 2))
    return (values.square().mean(1) - 1).square()


def _begun(
    space: Space, loss: Loss, seed: int
) -> Generator[Event, None, tuple[Values, Values | None]]:
    """The best of random z, and their kinds as shares."""
    z = space.draw([seed * _TRIED + i for i in range(_TRIED)])
    kinds = space.shares([i % max(1, len(space.kinds)) for i in range(_TRIED)])
    losses = []
    for at in range(0, _TRIED, space.rows):
        rows = slice(at, at + space.rows)
        made = space.decode(z[rows], "z", None if kinds is None else kinds[rows])
        with torch.no_grad():
            losses.append(loss(to_float(torch.from_numpy(made)).to(space.device)).cpu())
        yield Stage(Sentence("Trying random points"), at + space.rows, _TRIED)
    best = torch.cat(losses).argsort()[: _ROUNDS[0]].numpy()
    return z[best], None if kinds is None else kinds[best]


def _features() -> Features | None:
    """The texture encoder that ships; None where it does not."""
    try:
        found = open_model(FEATURES).learner()
    except Trouble:
        return None
    for part in found.parts.values():
        part.requires_grad_(False)
    return found if isinstance(found, Features) else None


def _loss(target: Tensor, encoder: Features | None) -> Loss:
    """Squared errors of pixels, and of features as a share of the target's energy."""
    if encoder is None:
        return lambda images: (images - target).square().mean((1, 2, 3))
    layers = encoder.layers[-2:]

    def seen(images: Tensor) -> list[Tensor]:
        return [wide(x) for x in encoder.features(images.expand(-1, 3, -1, -1), layers)]

    with torch.no_grad():
        wanted = seen(target)
    scale = target.square().mean()

    def loss(images: Tensor) -> Tensor:
        pixels = (images - target).square().mean((1, 2, 3))
        far = [
            (a - b).square().mean((1, 2, 3)) / b.square().mean()
            for a, b in zip(seen(images), wanted, strict=True)
        ]
        return pixels + _LIKENESS * scale * torch.stack(far).mean(0)

    return loss


def _pace(share: float) -> float:
    """How much of the rate is used after such a share of the steps."""
    rise = min(1.0, share / _RISES)
    return rise * (0.5 - 0.5 * math.cos(math.pi * min(1.0, (1 - share) / _FALLS)))


def _found(space: Space, picture: Picture, point: Point) -> Found:
    made = space.picture(point)
    error = np.square((made.astype(np.float64) - picture) / 255).mean()
    return Found(point, made, float(error))
