"""How a painting looks at pictures: through features, whole or in tiles, to be interrupted any time."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TypeVar

import torch
from torch import Tensor

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Warned
from gendesk.core.family import Features, Measures
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.stylizing.interruption import Interrupted, Interruptible
from gendesk.ops.stylizing.masks import at_layer
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.tiling import Reach, Tile, reach, whole
from gendesk.training.devices import give_back_memory, is_out_of_memory

T = TypeVar("T")

_BRIEF = 0.05  # seconds
_SMALLEST = 128  # pixels of a tile's side: below, nearly all work is margin


@dataclass
class Sight:
    """Features, the layers of them that count, and how large a part is seen at once."""

    features: Features
    style_layers: list[str]
    content_layer: str
    controls: Controls
    side: int | None = None  # of a tile's core in pixels; None: the whole picture
    _reach: Reach | None = None
    _brief: bool = False  # the last computation took no time worth interrupting
    _metrics: dict[str, Tensor | None] = field(default_factory=dict)

    @staticmethod
    def of(features: Features, recipe: PaintingRecipe, controls: Controls) -> Sight:
        """As the recipe wants it; whole pictures at first.

        Raises:
            Trouble: a layer is named that the features do not have.
        """
        return Sight(
            features,
            recipe.style_layer_names(features.layers),
            recipe.content_layer_name(features.layers),
            controls,
        )

    @property
    def layers(self) -> list[str]:
        """All that count, from shallow to deep."""
        wanted = {*self.style_layers, self.content_layer}
        return [layer for layer in self.features.layers if layer in wanted]

    @property
    def device(self) -> torch.device:
        """Where pictures must be for these features."""
        return device_of(self.features)

    def metric(self, layer: str) -> Tensor | None:
        """What activations of a layer are multiplied by before they are compared, (D, C)."""
        if layer not in self._metrics:
            seen = self.features
            self._metrics[layer] = seen.metric(layer) if isinstance(seen, Measures) else None
        return self._metrics[layer]

    def reach(self) -> Reach | None:
        """How far the layers see; None where there can be no tiles."""
        if self._reach is None:
            self._reach = reach(self.features, self.layers, self.device)
        return self._reach

    def tiles(self, shape: tuple[int, int], side: int | None = None) -> list[Tile]:
        """What is seen at once, together a whole picture; with tiles of another `side` to come."""
        side = side or self.side
        found = self.reach() if side is not None and side < max(shape) else None
        if found is None or side is None:
            return [whole(shape)]
        return found.tiles(shape, side)

    def look(
        self, images: Tensor, tile: Tile, shape: tuple[int, int], layers: Sequence[str]
    ) -> dict[str, Tensor]:
        """The activations of a tile's core.

        Args:
            images: the tile's pixels, (1, 3, h, w).
            tile: which they are.
            shape: of the whole picture.
            layers: which are wanted.
        """
        seen = dict(zip(layers, self.features.features(images, layers), strict=True))
        if tile.outer == tile.core:
            return seen
        strides = {layer: self.stride(tile, layer) or 1 for layer in seen}
        return {layer: tile.kept(x, strides[layer], shape) for layer, x in seen.items()}

    def stride(self, tile: Tile, layer: str) -> int | None:
        """Pixels of a cell of the layer along each side; None where a tile is the whole picture."""
        found = self.reach() if tile.outer != tile.core else None
        return found.strides[layer] if found else None

    def mask(self, mask: Tensor, tile: Tile, layer: str, kept: Tensor) -> Tensor:
        """A picture's mask (H, W) as it is for activations of `look`, (h, w)."""
        top, left, bottom, right = tile.core
        shape = (kept.shape[2], kept.shape[3])
        return at_layer(mask[top:bottom, left:right], shape, self.stride(tile, layer))

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Cancelling stops what is computed within, by `Interrupted`. Never held across a `yield`.

        A look before every operation slows small networks down. What took no time just now is
        therefore done without.
        """
        if self.controls.cancelled:
            raise Interrupted
        started = time.perf_counter()
        with nullcontext() if self._brief else Interruptible(self.controls):
            yield
        self._brief = time.perf_counter() - started < _BRIEF

    def retrying(
        self, work: Callable[[], Generator[Event, None, T]], shape: tuple[int, int]
    ) -> Generator[Event, None, T]:
        """The result of `work`, tried again with smaller tiles as long as memory runs out.

        Raises:
            Trouble: even the smallest tiles do not fit.
        """
        while True:
            try:
                return (yield from work())
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
                error.__traceback__ = None  # it holds the tensors that fill the memory
            self._shrink(shape)
            yield Warned(
                Sentence(
                    "The memory is full; from here on tiles of {side} pixels are painted.",
                    {"side": self.side},
                )
            )

    def _shrink(self, shape: tuple[int, int]) -> None:
        """Halve the tiles."""
        give_back_memory()
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        found = self.reach()
        side = min(self.side or max(shape), max(shape)) // 2
        if found is None or side < _SMALLEST:
            raise Trouble(
                "There is not enough memory to paint this picture; choose a smaller size."
            )
        self.side = max(found.stride, side // found.stride * found.stride)


def device_of(features: Features) -> torch.device:
    """Where these features want pictures; the CPU where they do not say."""
    device = getattr(features, "device", "cpu")
    return torch.device(device)


def finished(work: Generator[Event, None, T]) -> T:
    """What an iterator of events returns, where nobody wants the events."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
