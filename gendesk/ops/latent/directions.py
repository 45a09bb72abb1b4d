"""Directions of a latent space along which pictures change in one respect, found or taught."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from gendesk.core.events import Event, Stage
from gendesk.core.family import Decodes, Learner
from gendesk.core.sentence import Sentence, Trouble
from gendesk.nn.stylegan import StyledLayer
from gendesk.ops.latent.networks import painted
from gendesk.ops.latent.point import Point, Values
from gendesk.ops.latent.space import Space

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAMPLES = 1024  # pictures whose activations are looked at
_SEED = 20_000  # of the first of them: none that a person has met on a contact sheet
_MOST = 8192  # activations of a picture that are looked at


@dataclass(frozen=True, eq=False, slots=True)
class Direction:
    """Where to go, and how far 1 is: as far as pictures differ so, or from one group to the other."""

    name: str
    values: Values  # (latent,)
    space: str = "z"  # or "w"
    origin: str = "yours"  # "pca", "activations", "sefa" or "yours"
    layers: tuple[int, int] | None = (
        None  # of w+, from the first up to before the last; None is all
    )

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        told = {} if self.layers is None else {"layers": list(self.layers)}
        values = [float(str(value)) for value in self.values.astype(np.float32)]
        about = {"name": self.name, "space": self.space, "origin": self.origin}
        return {**about, "values": values, **told}

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> Direction:
        """What `as_dict` described.

        Raises:
            Trouble: it is no direction.
        """
        try:
            values = np.array(data["values"], np.float32)
            layers = data.get("layers")
            found = Direction(
                str(data["name"]),
                values,
                str(data.get("space", "z")),
                str(data.get("origin", "yours")),
                None if layers is None else (int(layers[0]), int(layers[1])),
            )
        except (KeyError, TypeError, ValueError, IndexError):
            found = None
        if found is None or found.values.ndim != 1 or not np.isfinite(found.values).all():
            raise Trouble("The position is damaged: what should be a direction is none.")
        return found


def principal(codes: Values, space: str = "z", count: int = 10) -> list[Direction]:
    """The principal components of latent vectors (N, latent): 1 is their standard deviation."""
    centred = codes.astype(np.float64) - codes.mean(0)
    _, spreads, axes = np.linalg.svd(centred, full_matrices=False)
    spreads = spreads / np.sqrt(max(1, len(codes) - 1))
    return [
        Direction(str(i + 1), _signed(axis * spread), space, "pca")
        for i, (axis, spread) in enumerate(zip(axes[:count], spreads, strict=False))
        if spread > 1e-6
    ]


def activations(
    space: Space, count: int = 10, samples: int = _SAMPLES
) -> Generator[Event, None, list[Direction]]:
    """Along what pictures differ most within the network (GANSpace, Härkönen 2020).

    With styles these are the principal components of w. Elsewhere they are those of what the second
    layer is given, brought back to z by regression (their eq. 2); they look at what the first linear
    layer puts out, where z is an ellipsoid as yet, we at what its activation function makes of it.
    """
    z = space.draw(range(_SEED, _SEED + samples))
    kinds = space.shares([i % max(1, len(space.kinds)) for i in range(samples)])
    if "w" in space.spaces:
        found = principal(space.styles(z, kinds), "w", count)
        return [replace(each, origin="activations") for each in found]
    given = []
    with _watched(space) as (learner, seen), torch.no_grad():
        for at in range(0, samples, space.rows):
            told = None if kinds is None else torch.from_numpy(kinds[at : at + space.rows])
            seen.clear()
            painted(learner, torch.from_numpy(z[at : at + space.rows]), "z", told)
            flat = seen[min(1, len(seen) - 1)][1].flatten(1)
            given.append(flat[:, :: -(-flat.shape[1] // _MOST)].double())
            yield Stage(Sentence("Looking for directions"), min(at + space.rows, samples), samples)
    x = torch.cat(given)
    x -= x.mean(0)
    _, scores = torch.linalg.eigh(x @ x.T)  # (N, N): the left singular vectors, the largest last
    axes = scores.T.flip(0)[:count] @ torch.from_numpy(z).double()  # (count, latent)
    return [
        Direction(str(i + 1), _signed(_of_length(axis.numpy(), 1.0)), "z", "activations")
        for i, axis in enumerate(axes)
    ]


def closed_form(
    space: Space, count: int = 10, layers: tuple[int, int] | None = None
) -> list[Direction]:
    """What the first weights that a point meets enlarge most (SeFa, Shen 2021, eq. 6).

    Args:
        space: where.
        count: how many.
        layers: with styles, of which layers; other directions move coarse styles than fine ones.
    """
    styled = "w" in space.spaces
    weights = [weight[:, : space.latent].double() for weight in _met_first(space)]
    if styled:
        first, last = layers or (0, len(weights))
        weights = [weight / weight.norm() for weight in weights[first:last] or weights[-1:]]
    met = torch.cat(weights)
    _, axes = torch.linalg.eigh(met.T @ met)  # the largest last
    length = _usual_step(space) if styled else 1.0
    return [
        Direction(
            str(i + 1),
            _signed(_of_length(axis.numpy(), length)),
            "w" if styled else "z",
            "sefa",
            layers if styled else None,
        )
        for i, axis in enumerate(axes.T.flip(0)[:count])
    ]


def between(without: Values, having: Values, name: str, space: str = "z") -> Direction:
    """From one group of pictures to another: the difference of their means; strength 1 leads there.

    Args:
        without: (N, latent), where pictures lie that do not have it.
        having: (M, latent), those that have.
        name: what it is called.
        space: "z" or "w", where they lie.

    Raises:
        Trouble: one of the groups is empty.
    """
    if not len(without) or not len(having):
        raise Trouble("A direction needs pictures with it and pictures without it; choose both.")
    values = having.mean(0, dtype=np.float64) - without.mean(0, dtype=np.float64)
    return Direction(name, values.astype(np.float32), space)


def moved(space: Space, point: Point, along: Sequence[tuple[Direction, float]]) -> Point:
    """A point after going so far along directions; it becomes one of w or w+ where they lie there.

    Raises:
        Trouble: a direction belongs to another model, or to z when the point has left it.
    """
    for direction, strength in along:
        if direction.values.shape != (space.latent,) or direction.space not in space.spaces:
            raise Trouble(
                "The direction {name} belongs to another model; find it again for this one.",
                name=direction.name,
            )
        if direction.space == "z" != point.space:
            raise Trouble(
                "The direction {name} leads through random numbers, but this picture is made of "
                "styles; find the direction again among styles.",
                name=direction.name,
            )
        if strength:
            point = _moved(space, point, direction, np.float32(strength))
    return point


def _moved(space: Space, point: Point, direction: Direction, strength: np.float32) -> Point:
    if direction.layers:
        point = space.styled(point, "w+")
    elif direction.space == "w" and point.space == "z":
        point = space.styled(point, "w")
    values = point.values.copy()
    values[slice(*direction.layers) if direction.layers else ...] += strength * direction.values
    return replace(point, values=values)


@contextmanager
def _watched(space: Space) -> Iterator[tuple[Decodes, list[tuple[nn.Module, Tensor]]]]:
    """Networks of its own on the CPU, and what each layer with weights was given, in order."""
    learner = space.duplicate()
    seen: list[tuple[nn.Module, Tensor]] = []

    def watch(module: nn.Module, given: tuple[Tensor, ...]) -> None:
        seen.append((module, given[0].detach()))

    for part in cast(Learner, learner).parts.values():
        for module in part.modules():
            weight = getattr(module, "weight", None)
            if isinstance(weight, Tensor) and weight.ndim > 1:
                module.register_forward_pre_hook(watch)
    yield learner, seen


@torch.no_grad()
def _met_first(space: Space) -> list[Tensor]:
    """The weights that a point is multiplied by first: a layer's, or with styles each layer's."""
    with _watched(space) as (learner, seen):
        layers = [
            module.conv.style.weight.detach()
            for part in cast(Learner, learner).parts.values()
            for module in part.modules()
            if isinstance(module, StyledLayer)
        ]
        if not layers:
            told = space.shares([None])
            kinds = None if told is None else torch.from_numpy(told)
            painted(learner, torch.zeros(1, space.latent), "z", kinds)
            layers = [cast(Tensor, seen[0][0].weight).detach()]
    return layers


def _usual_step(space: Space) -> float:
    """How much w varies in one direction: the mean deviation over all of them."""
    w = space.styles(space.draw(range(_SEED, _SEED + 256)))
    return float(np.sqrt(w.var(0).mean()))


def _of_length(axis: Values, length: float) -> Values:
    return axis * (length / max(float(np.linalg.norm(axis)), 1e-12))


def _signed(axis: Values) -> Values:
    """Of a direction and its opposite the one whose largest number is above 0: always the same."""
    signed: Values = (axis * np.sign(axis[np.abs(axis).argmax()])).astype(np.float32)
    return signed
