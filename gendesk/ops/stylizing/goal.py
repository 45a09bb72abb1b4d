"""What a canvas is compared with at one scale, and the gradient that brings it nearer."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.nn.style import STATISTICS, Moments, variation
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight
from gendesk.ops.stylizing.tiling import Tile

_Sums = dict[tuple[int, str], Moments]  # of a region's number and a layer
_Pull = dict[tuple[int, str], tuple[Tensor | None, ...]]  # the loss's gradient by first and second


@dataclass(frozen=True, slots=True)
class Found:
    """The losses of a canvas and their gradient."""

    loss: float
    gradient: Tensor  # (1, 3, H, W), times H·W: as large for a large picture as for a small one
    metrics: dict[str, float]  # every term, without its weight; "style/<layer>"

    @property
    def finite(self) -> bool:
        """Whether one may go by it."""
        return math.isfinite(self.loss) and bool(self.gradient.isfinite().all())


@dataclass(frozen=True, slots=True)
class Wanted:
    """The style of one region."""

    share: float  # of the picture's area
    mask: Tensor | None  # (H, W) at the picture's size; None: everywhere
    moments: dict[str, Moments]  # of the styles, blended, for each layer


@dataclass(frozen=True, slots=True)
class Pattern:
    """One style as it is looked at."""

    images: Tensor  # (1, 3, h, w) in [0, 1]
    mask: Tensor | None  # (h, w)
    weight: float


class Goal:
    """The content's activations and the styles' moments at one scale, computed once."""

    def __init__(self, sight: Sight, content: Tensor, wanted: Sequence[Wanted]) -> None:
        self.sight = sight
        self._content = self._measured(content)
        self._energy = self._content.square().sum().clamp_min(torch.finfo(torch.float32).tiny)
        self._wanted = wanted

    @staticmethod
    def prepare(
        sight: Sight, content: Tensor, regions: Sequence[tuple[Tensor | None, Sequence[Pattern]]]
    ) -> Generator[Event, None, Goal]:
        """Look at the content and the styles.

        Args:
            sight: what looks.
            content: (1, 3, H, W) in [0, 1].
            regions: masks (H, W), None for everywhere, and the styles that are blended there.
        """
        activations = yield from sight.retrying(
            lambda: _look_at_content(sight, content), _shape(content)
        )
        wanted = []
        for mask, patterns in regions:
            moments = yield from _blend(sight, patterns)
            share = 1.0 if mask is None else float(mask.mean())
            wanted.append(Wanted(share, mask, moments))
        return Goal(sight, activations, wanted)

    def evaluate(self, images: Tensor, recipe: PaintingRecipe) -> Generator[Event, None, Found]:
        """The losses of a canvas (1, 3, H, W) in [0, 1], and their gradient.

        In two passes, where there is more than one tile: the first adds the moments of all tiles
        up. The style loss depends on these sums alone, so that its gradient with respect to them,
        pushed through each tile again in the second, is the gradient of the whole picture's loss.

        Raises:
            Interrupted: somebody cancelled.
            Trouble: the memory does not suffice for the smallest tiles.
        """
        return (
            yield from self.sight.retrying(lambda: self._evaluate(images, recipe), _shape(images))
        )

    def _evaluate(self, images: Tensor, recipe: PaintingRecipe) -> Generator[Event, None, Found]:
        tiles = self.sight.tiles(_shape(images))
        sums: _Sums = {}
        for i, tile in enumerate(tiles):
            if len(tiles) > 1:
                yield Stage(Sentence("Looking at tiles"), i, 2 * len(tiles))
            with self.sight.interruptible(), torch.set_grad_enabled(len(tiles) == 1):
                pixels = tile.of(images).detach().requires_grad_(len(tiles) == 1)
                seen = self._look(pixels, tile, images)
                own = self._moments(seen, tile)
                sums = {key: sums[key] + own[key] if sums else own[key] for key in own}
        style, layers, pull = self._style(sums, recipe)
        gradient, content = torch.zeros_like(images), images.new_zeros(())
        for i, tile in enumerate(tiles):
            if len(tiles) > 1:
                yield Stage(Sentence("Painting tiles"), len(tiles) + i, 2 * len(tiles))
            with self.sight.interruptible():
                if len(tiles) > 1:
                    pixels = tile.of(images).detach().requires_grad_()
                    seen = self._look(pixels, tile, images)
                    own = self._moments(seen, tile)
                apart = self._content_part(seen[self.sight.content_layer], tile)
                push = recipe.content_weight * apart
                for key, slopes in pull.items():
                    for part, slope in zip((own[key].first, own[key].second), slopes, strict=True):
                        if slope is not None:  # the mean may not count
                            push = push + (part * slope).sum()
                (slope,) = torch.autograd.grad(push, pixels)
                tile.of(gradient).add_(slope)
                content += apart.detach()
        with self.sight.interruptible():
            terms = {"style": style, "content": content, **_smooth(images, recipe, gradient)}
            weights = {"style": recipe.style_weight, "content": recipe.content_weight,
                       "tv": recipe.tv, "tv2": recipe.tv2}  # fmt: skip
            values = {name: float(term) for name, term in terms.items()}
            loss = sum(weights[name] * value for name, value in values.items())
            gradient *= images.shape[2] * images.shape[3]
        curves = {f"style/{layer}": float(value) for layer, value in layers.items()}
        return Found(loss, gradient, {"loss": loss, **values, **curves})

    def _look(self, pixels: Tensor, tile: Tile, images: Tensor) -> dict[str, Tensor]:
        return self.sight.look(pixels, tile, _shape(images), self.sight.layers)

    def _moments(self, seen: dict[str, Tensor], tile: Tile) -> _Sums:
        """Of a tile's core, for each region and style layer."""
        return {
            (number, layer): _moments(self.sight, seen[layer], tile, layer, wanted.mask)
            for number, wanted in enumerate(self._wanted)
            for layer in self.sight.style_layers
        }

    def _style(
        self, sums: _Sums, recipe: PaintingRecipe
    ) -> tuple[Tensor, dict[str, Tensor], _Pull]:
        """The style loss, that of each layer, and the gradient with respect to each sum.

        Each region counts by its area, so that a stroke pulls as much in a small one as in a large.
        """
        compare = STATISTICS[recipe.statistics]
        own = {key: Moments(s.weight.detach(), s.first.detach().requires_grad_(),
                            s.second.detach().requires_grad_()) for key, s in sums.items()}  # fmt: skip
        with torch.enable_grad():
            layers = {
                layer: torch.stack([
                    wanted.share * compare(
                        own[number, layer].embedded(self.sight.metric(layer)), wanted.moments[layer]
                    )
                    for number, wanted in enumerate(self._wanted)
                ]).sum()
                for layer in self.sight.style_layers
            }  # fmt: skip
            shares = recipe.layer_shares(len(layers))
            style = torch.stack(
                [share * value for share, value in zip(shares, layers.values(), strict=True)]
            ).sum()
            leaves = [leaf for s in own.values() for leaf in (s.first, s.second)]
            slopes = torch.autograd.grad(recipe.style_weight * style, leaves, allow_unused=True)
        pull: _Pull = dict(zip(own, zip(slopes[::2], slopes[1::2], strict=True), strict=True))
        return style.detach(), {k: v.detach() for k, v in layers.items()}, pull

    def _content_part(self, kept: Tensor, tile: Tile) -> Tensor:
        """What a tile's core adds to the content loss (`nn.style.content_loss`)."""
        stride = self.sight.stride(tile, self.sight.content_layer)
        wanted = self._content
        if stride is not None:
            down, across = tile.place(kept, stride)
            wanted = wanted[:, :, down, across]
        return (self._measured(kept) - wanted).square().sum() / self._energy

    def _measured(self, activations: Tensor) -> Tensor:
        """The content layer's activations (1, C, h, w) as they are compared, (1, D, h, w)."""
        metric = self.sight.metric(self.sight.content_layer)
        wide = _wide(activations)
        return wide if metric is None else torch.einsum("dc,bchw->bdhw", metric.to(wide), wide)


def _blend(sight: Sight, patterns: Sequence[Pattern]) -> Generator[Event, None, dict[str, Moments]]:
    """Raw moments, added up by the styles' weights: a blend of covariances would lose the means'."""
    total = sum(pattern.weight for pattern in patterns)
    blended: dict[str, Moments] = {}
    for pattern in patterns:
        moments = yield from sight.retrying(
            partial(_look_at_style, sight, pattern.images, pattern.mask), _shape(pattern.images)
        )
        for layer, seen in moments.items():
            share = seen.scaled(pattern.weight / total / float(seen.weight))
            blended[layer] = blended[layer] + share if layer in blended else share
    return blended


def _look_at_content(sight: Sight, images: Tensor) -> Generator[Event, None, Tensor]:
    """The content layer's activations, (1, C, h, w)."""
    layer, shape = sight.content_layer, _shape(images)
    tiles, parts = sight.tiles(shape), []
    for i, tile in enumerate(tiles):
        yield Stage(Sentence("Looking at the content"), i, len(tiles))
        with sight.interruptible(), torch.no_grad():
            kept = sight.look(tile.of(images), tile, shape, [layer])[layer]
            if len(tiles) == 1:
                return kept
            parts.append((tile.place(kept, sight.stride(tile, layer) or 1), kept))
    height, width = (max(place[i].stop for place, _ in parts) for i in (0, 1))
    whole = parts[0][1].new_empty(1, parts[0][1].shape[1], height, width)
    for (down, across), kept in parts:
        whole[:, :, down, across] = kept
    return whole


def _look_at_style(
    sight: Sight, images: Tensor, mask: Tensor | None
) -> Generator[Event, None, dict[str, Moments]]:
    """The moments of a style at each layer, over its mask (H, W), as they are compared."""
    tiles = sight.tiles(_shape(images))
    sums: dict[str, Moments] = {}
    for i, tile in enumerate(tiles):
        yield Stage(Sentence("Looking at the styles"), i, len(tiles))
        with sight.interruptible(), torch.no_grad():
            seen = sight.look(tile.of(images), tile, _shape(images), sight.style_layers)
            own = {layer: _moments(sight, x, tile, layer, mask) for layer, x in seen.items()}
            sums = {layer: sums[layer] + own[layer] if sums else own[layer] for layer in own}
    return {layer: s.embedded(sight.metric(layer)) for layer, s in sums.items()}


def _moments(sight: Sight, kept: Tensor, tile: Tile, layer: str, mask: Tensor | None) -> Moments:
    """Of a tile's activations, over the mask (H, W) of its picture."""
    return Moments.of(kept, None if mask is None else sight.mask(mask, tile, layer, kept))


def _smooth(images: Tensor, recipe: PaintingRecipe, gradient: Tensor) -> dict[str, Tensor]:
    """Both variations; their gradients are added to `gradient`."""
    terms = {}
    for name, power, weight in (("tv", 1, recipe.tv), ("tv2", 2, recipe.tv2)):
        with torch.set_grad_enabled(weight > 0):
            pixels = images.detach().requires_grad_(weight > 0)
            term = variation(pixels, power)
        if weight > 0:
            gradient += torch.autograd.grad(weight * term, pixels)[0]
        terms[name] = term.detach()
    return terms


def _wide(activations: Tensor) -> Tensor:
    """In a number format that squares can be summed up in."""
    return activations if activations.dtype == torch.float64 else activations.float()


def _shape(images: Tensor) -> tuple[int, int]:
    return images.shape[2], images.shape[3]
