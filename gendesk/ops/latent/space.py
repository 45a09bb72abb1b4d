"""A model opened for walking: from points to pictures and, where it encodes, back."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gendesk.core.family import Decodes, Distinguishes, Encodes, Learner, Spreads, Styles
from gendesk.core.images import Picture, to_float, to_uint8
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.ops.latent.frame import Frame
from gendesk.ops.latent.networks import layers_of, painted, still
from gendesk.ops.latent.point import SPACES, Kind, Point, Values
from gendesk.ops.models import Model, Trained
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint
from gendesk.training.devices import multiplies_bf16

_STYLES = 2000  # random ones that say how styles spread
_PIXELS = 1 << 18  # at a time, 64 pictures of 64 px: more of them take no less time each

Kinds = Kind | NDArray[np.int64] | NDArray[np.float32] | None


@dataclass(frozen=True, eq=False, slots=True)
class Codes:
    """Where pictures lie: what an encoder says of them, a row a picture."""

    means: Values  # (N, latent)
    deviations: Values | None  # (N, latent), of a model that spreads them
    kinds: NDArray[np.int64] | None  # (N,), of a model that is told kinds


class Space:
    """The latent space of a model, or of a run as it stood at a checkpoint.

    It never changes, hence may be used by several threads at once; `renewed` gives the one of a newer
    checkpoint. The averaged weights are used. `kinds` are those that it is told to make, by name: empty
    where it is told nothing.

    Args:
        trained: the model or checkpoint.
        name: what a person calls it.
        device: where pictures are decoded; exact ones always are on the CPU.
        sha256: what positions know it by, where that is not written beside its weights.

    Raises:
        Trouble: it cannot make pictures, or is damaged.
    """

    def __init__(self, trained: Trained, name: str, device: str = "cpu", sha256: str = "") -> None:
        learner = trained.learner()
        if not isinstance(learner, Decodes):
            raise Trouble("{name} cannot make pictures, so there is nothing to walk in.", name=name)
        self.trained, self.name, self.device = trained, name, torch.device(device)
        self.recipe: Recipe = trained.recipe  # how it was trained
        self.step = trained.step  # how many steps it learnt
        self.grows = isinstance(trained, Checkpoint)  # of a run, that may learn on
        self.sha256 = sha256 or sha256_of(
            trained
        )  # of the averaged weights: what positions know it by
        self.size = self.recipe.size  # the side of its pictures in pixels
        self.channels = trained.channels  # 1 for grey pictures, 3 for colour
        self.latent = learner.latent  # how many numbers a point in z or w has
        self.layers = layers_of(
            learner
        )  # how many styles a point in w+ has; 0 where there are none
        self.spaces = SPACES if self.layers else SPACES[:1]  # where points may lie
        self.kinds = _names(trained.classes, int(getattr(learner, "classes", 0)))
        self.rows = max(4, _PIXELS // self.size**2)  # pictures at a time
        self._learner = still(learner, self.device)
        self._exact: Decodes | None = None
        self._lock = Lock()
        self._half = multiplies_bf16(self.device.type)

    @property
    def encodes(self) -> bool:
        """Whether it brings pictures into its latent space at once."""
        return isinstance(self._learner, Encodes)

    @property
    def spreads(self) -> bool:
        """Whether it says of a picture in which cloud it may lie: the variational ones do."""
        return isinstance(self._learner, Spreads)

    @cached_property
    def truncates(self) -> bool:
        """Whether truncation does anything: where z is normalised first, its length means nothing."""
        z = self.draw([0, 0])
        whole, half = self.decode(z, truncation=np.array([1.0, 0.5], np.float32)).astype(int)
        return bool(np.abs(whole - half).max() > 1)

    @cached_property
    def frame(self) -> Frame:
        """The numbers along which its manifold is laid out."""
        if "w" not in self.spaces:
            return Frame("z")
        kinds = np.arange(_STYLES) % len(self.kinds) if self.kinds else None
        return Frame.of_styles(self.styles(self.draw(range(_STYLES)), kinds))

    def duplicate(self) -> Decodes:
        """Networks of one's own, on the CPU: to hook into, or to change."""
        return still(copy.deepcopy(self._learner), torch.device("cpu"))

    def renewed(self) -> Space:
        """Itself, or the space of a newer checkpoint where its run has one: milliseconds to ask."""
        if not isinstance(self.trained, Checkpoint):
            return self
        newest = checkpoints.newest(self.trained.folder.parent)
        if newest is None or newest.name == self.trained.folder.name:
            return self
        return Space(checkpoints.load(newest), self.name, str(self.device))

    def draw(self, seeds: Sequence[int] | int) -> Values:
        """Standard normal z, a row for each seed: always the same for the same seed; (N, latent)."""
        rows = [_normal(seed, self.latent) for seed in np.atleast_1d(seeds).tolist()]
        return np.stack(rows) if rows else np.zeros((0, self.latent), np.float32)

    def origin(self, kind: Kind | None = None) -> Point:
        """The point in the middle."""
        return Point(np.zeros(self.latent, np.float32), kind=kind)

    def decode(
        self,
        values: Values,
        space: str = "z",
        kinds: Kinds = None,
        truncation: float | Values = 1.0,
    ) -> NDArray[np.uint8]:
        """Pictures as fast as can be, for the eye: their last bit depends on the machine.

        Args:
            values: (N, latent), or in w+ (N, layers, latent).
            space: where they lie.
            kinds: one for all, (N,) numbers, or (N, kinds) how much of each; None is the first.
            truncation: one for all, or (N,).

        Returns:
            (N, H, W, C)

        Raises:
            Trouble: the values do not fit this model.
        """
        self._check(values, space)
        count = len(values)
        told, psi = self._told(kinds, count, np.float32), _column(truncation, count)
        out = np.empty((count, self.size, self.size, self.channels), np.uint8)
        with self._fast():
            for at in range(0, count, self.rows):
                rows = slice(at, at + self.rows)
                given = torch.from_numpy(np.ascontiguousarray(values[rows], np.float32))
                some = None if told is None else torch.from_numpy(told[rows]).to(self.device)
                images = painted(
                    self._learner, given.to(self.device), space, some, psi[rows].to(self.device)
                )
                out[rows] = to_uint8(images)
        return out

    def decoded(self, points: Sequence[Point]) -> NDArray[np.uint8]:
        """`decode` for points of any spaces, (N, H, W, C)."""
        out = np.empty((len(points), self.size, self.size, self.channels), np.uint8)
        for space in {point.space for point in points}:
            rows = [i for i, point in enumerate(points) if point.space == space]
            here = [points[i] for i in rows]
            out[rows] = self.decode(
                np.stack([point.values for point in here]),
                space,
                self.shares([point.kind for point in here]),
                np.array([point.truncation for point in here], np.float32),
            )
        return out

    @torch.no_grad()
    def picture(self, point: Point) -> Picture:
        """The exact picture of a point, (H, W, C): the same bits always and everywhere.

        It is computed in float64, by itself. What the order of additions changes there, which
        differs between machines, numbers of threads and batches, is a billion times too small for a
        pixel of 8 bits.
        """
        self._check(point.values[None], point.space)
        told = self._told(point.kind, 1, np.float64)
        images = painted(
            self._precise(),
            torch.from_numpy(np.asarray(point.values, np.float64))[None],
            point.space,
            None if told is None else torch.from_numpy(told),
            _column(np.float32(point.truncation), 1).double(),
        )
        scaled = images[0].mul(255).round_().clamp_(0, 255).to(torch.uint8)
        return scaled.permute(1, 2, 0).contiguous().numpy()

    def encode(self, pictures: NDArray[np.uint8], kinds: NDArray[np.int64] | None = None) -> Codes:
        """Where pictures lie.

        Args:
            pictures: (N, H, W, C), of the model's own size and channels; any number of them.
            kinds: (N,), where they are known; a model that is told kinds finds them out elsewhere.

        Raises:
            Trouble: this model has no encoder.
        """
        found = list(self.encoding(pictures, kinds))
        return Codes(
            np.concatenate([each.means for each in found]),
            np.concatenate([cast(Values, each.deviations) for each in found])
            if self.spreads
            else None,
            np.concatenate([cast(Any, each.kinds) for each in found]) if self.kinds else None,
        )

    def encoding(
        self, pictures: NDArray[np.uint8], kinds: NDArray[np.int64] | None = None
    ) -> Iterator[Codes]:
        """`encode`, `rows` pictures at a time."""
        if not self.encodes:
            raise Trouble(
                "{name} has no encoder; find the picture's place by inversion.", name=self.name
            )
        for at in range(0, len(pictures), self.rows):
            rows = np.ascontiguousarray(pictures[at : at + self.rows])
            yield self._encoded(rows, None if kinds is None else kinds[at : at + self.rows])

    def styled(self, point: Point, space: str) -> Point:
        """The same picture's point in "w" or "w+"; in "w" that of a point in "w+" is the mean style.

        A point that lies there already is given back.
        """
        if space == point.space or space not in self.spaces:
            return point
        values = point.values
        if point.space == "z":
            values = self.styles(values[None], point.kind)[0]
        if space == "w+":
            values = np.repeat(values[None], self.layers, 0)
        elif point.space == "w+":
            values = values.mean(0)
        return Point(values, space, None, point.truncation)

    def styles(self, values: Values, kinds: Kinds = None) -> Values:
        """z (N, latent) → w (N, latent)."""
        learner = self._precise()
        assert isinstance(learner, Styles)
        told = self._told(kinds, len(values), np.float64)
        with torch.no_grad():
            w = learner.styles(
                torch.from_numpy(np.asarray(values, np.float64)),
                None if told is None else torch.from_numpy(told),
            )
        return w.float().numpy()

    def shares(self, kinds: Sequence[Kind | None]) -> NDArray[np.float32] | None:
        """Kinds of single points as `decode` takes those of many."""
        if not self.kinds:
            return None
        return np.concatenate(
            [cast(NDArray[np.float32], self._told(kind, 1, np.float32)) for kind in kinds]
        )

    def paint(
        self, values: Tensor, space: str, kinds: Tensor | None, truncation: float = 1.0
    ) -> Tensor:
        """`decode` for tensors on its device: differentiable, (B, C, H, W) in [0, 1].

        `kinds` are shares (B, kinds).
        """
        return painted(self._learner, values, space, kinds, truncation)

    @torch.no_grad()
    def _encoded(self, rows: NDArray[np.uint8], kinds: NDArray[np.int64] | None) -> Codes:
        images = to_float(torch.from_numpy(rows)).to(self.device)
        learner = self._learner
        told: tuple[Tensor, ...] = ()
        if isinstance(learner, Distinguishes):
            given = None if kinds is None else torch.from_numpy(kinds).to(self.device)
            told = (learner.kinds(images) if given is None else given,)
        deviations = None
        if isinstance(learner, Spreads):
            means, spread = learner.posterior(images, *told)
            deviations = spread.float().cpu().numpy()
        else:
            assert isinstance(learner, Encodes)
            means = learner.encode(images, *told)
        return Codes(
            means.float().cpu().numpy(), deviations, told[0].cpu().numpy() if told else None
        )

    def _told(self, kinds: Kinds, count: int, width: type) -> NDArray[Any] | None:
        """Kinds as shares (count, kinds); None for a model that is told nothing."""
        known = len(self.kinds)
        if not known:
            return None
        given = np.asarray(0 if kinds is None else kinds)
        if given.dtype.kind in "iu" and not isinstance(kinds, tuple):
            if given.size and not 0 <= given.min() <= given.max() < known:
                raise Trouble("There are {count} kinds of pictures, counted from 0.", count=known)
            given = np.eye(known)[given]
        if given.shape[-1] != known:
            raise Trouble("There are {count} kinds of pictures, counted from 0.", count=known)
        shares: NDArray[Any] = np.broadcast_to(given, (count, known)).astype(width)
        return shares

    def _check(self, values: Values, space: str) -> None:
        shape = (self.layers, self.latent) if space == "w+" else (self.latent,)
        if space not in self.spaces or values.shape[1:] != shape:
            raise Trouble(
                "This point does not lie in the latent space of {name}, which has {latent} numbers.",
                name=self.name,
                latent=self.latent,
            )

    def _precise(self) -> Decodes:
        """The networks in float64 on the CPU, made when they are first needed."""
        with self._lock:
            if self._exact is None:
                self._exact = self.duplicate()
                for part in cast(Learner, self._exact).parts.values():
                    part.double()
            return self._exact

    @contextmanager
    def _fast(self) -> Iterator[None]:
        """Without gradients, and in bf16 where that is faster."""
        with torch.no_grad(), torch.autocast(self.device.type, torch.bfloat16, enabled=self._half):
            yield


def _names(classes: tuple[str, ...], count: int) -> tuple[str, ...]:
    """What a model is told to make, by name; empty where it is told nothing."""
    return classes if len(classes) == count else tuple(str(kind) for kind in range(count))


def sha256_of(trained: Trained) -> str:
    """The digest of the averaged weights, as a model's card or a checkpoint's manifest has it."""
    if isinstance(trained, Model):
        return str(trained.card["sha256"])
    assert isinstance(trained, Checkpoint)
    return str(trained.manifest["files"]["average"])


def _normal(seed: int, count: int) -> Values:
    numbers = np.random.Generator(np.random.Philox(key=seed % 2**128))
    return numbers.standard_normal(count).astype(np.float32)


def _column(values: float | Values | np.float32, count: int) -> Tensor:
    """(count, 1), to multiply rows by."""
    return torch.from_numpy(np.broadcast_to(np.float32(values), (count,)).copy())[:, None]
