"""Losses of a canvas and their gradients: whole, in tiles, by regions, against finite differences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import torch
from torch import Tensor

from gendesk.core.controls import Controls
from gendesk.core.events import Stage, Warned
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing import sight as sight_module
from gendesk.ops.stylizing.goal import Found, Goal, Pattern
from gendesk.ops.stylizing.interruption import Interrupted
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight, finished
from tests.ops.stylizing.painting_parts import Double, Smooth, drive, noise, small_vgg

RECIPE = PaintingRecipe(content_weight=0.3, tv=0.2, tv2=0.4, layer_1=0.5)
STATISTICS = ("gram", "mean-std", "wasserstein")
Regions = list[tuple[Tensor | None, list[Pattern]]]


def goal(features: Any, content: Tensor, regions: Regions, side: int | None = None) -> Goal:
    sight = Sight.of(features, RECIPE, Controls())
    sight.side = side
    return finished(Goal.prepare(sight, content, regions))


def evaluated(goal: Goal, images: Tensor, recipe: PaintingRecipe = RECIPE) -> Found:
    return finished(goal.evaluate(images, recipe))


def one_style(dtype: torch.dtype) -> Regions:
    return [(None, [Pattern(noise(40, 56, 1, dtype), None, 1.0)])]


def two_regions(height: int, width: int, dtype: torch.dtype) -> Regions:
    left = torch.linspace(1, 0, width, dtype=dtype).expand(height, width)
    part = (noise(72, 88, 5)[0, 0] > 0.4).to(dtype)
    first, second = noise(72, 88, 2, dtype), noise(60, 40, 3, dtype) ** 2
    return [(left, [Pattern(first, part, 1.0)]), (1 - left, [Pattern(second, None, 2.0)])]


@pytest.mark.parametrize("statistics", STATISTICS)
def test_the_gradient_is_that_of_finite_differences(statistics: str) -> None:
    recipe = RECIPE.changed(statistics=statistics)
    content, images = noise(12, 10, 0, torch.float64), noise(12, 10, 4, torch.float64)
    regions = two_regions(12, 10, torch.float64)
    wanted = goal(Smooth(), content, regions)
    found = evaluated(wanted, images, recipe).gradient / (12 * 10)
    step = 1e-5
    for place in [(0, 0, 0), (1, 5, 7), (2, 11, 9), (0, 6, 3), (2, 3, 0)]:
        moved = torch.zeros_like(images)
        moved[0][place] = step
        slope = evaluated(wanted, images + moved, recipe).loss
        slope -= evaluated(wanted, images - moved, recipe).loss
        assert float(found[0][place]) == pytest.approx(slope / (2 * step), rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize("shape", [(96, 128), (101, 139)])
def test_tiles_give_what_the_whole_picture_gives(statistics: str, shape: tuple[int, int]) -> None:
    recipe = RECIPE.changed(statistics=statistics)
    features = Double()
    content, images = noise(*shape, 0, torch.float64), noise(*shape, 4, torch.float64)
    regions = two_regions(*shape, torch.float64)
    whole = evaluated(goal(features, content, regions), images, recipe)
    tiled = evaluated(goal(features, content, regions, side=32), images, recipe)
    apart = (tiled.gradient - whole.gradient).abs().max() / whole.gradient.abs().max()
    assert float(apart) < 1e-9
    assert tiled.metrics == pytest.approx(whole.metrics, rel=1e-9)


def test_tiles_in_single_precision() -> None:
    content, images = noise(96, 128, 0), noise(96, 128, 4)
    regions = one_style(torch.float32)
    whole = evaluated(goal(small_vgg(), content, regions), images)
    tiled = evaluated(goal(small_vgg(), content, regions, side=48), images)
    apart = (tiled.gradient - whole.gradient).abs().max() / whole.gradient.abs().max()
    assert float(apart) < 1e-5


def test_a_mask_that_covers_everything_is_none() -> None:
    content, images = noise(48, 64, 0), noise(48, 64, 4)
    style = noise(40, 56, 1)
    masked: Regions = [(torch.ones(48, 64), [Pattern(style, torch.ones(40, 56), 1.0)])]
    own = evaluated(goal(small_vgg(), content, masked), images)
    other = evaluated(goal(small_vgg(), content, one_style(torch.float32)), images)
    assert torch.allclose(own.gradient, other.gradient, rtol=1e-4, atol=1e-6)
    assert own.loss == pytest.approx(other.loss, rel=1e-5)


def test_a_region_is_moved_by_its_own_style_alone() -> None:
    content, images = noise(64, 128, 0), noise(64, 128, 4)
    left = torch.zeros(64, 128)
    left[:, :32] = 1
    wanted = goal(small_vgg(), content, [(left, [Pattern(noise(40, 56, 1), None, 1.0)])])
    found = evaluated(wanted, images, PaintingRecipe(content_weight=0, tv2=0))
    assert float(found.gradient[..., :32].abs().max()) > 0
    assert float(found.gradient[..., 64:].abs().max()) == 0


def test_two_styles_are_blended_by_their_weights() -> None:
    one, other = noise(48, 64, 1), noise(48, 64, 2) ** 3
    content = noise(48, 64, 0)
    blend = [Pattern(one, None, 3.0), Pattern(other, None, 1.0)]
    losses = [
        evaluated(goal(small_vgg(), content, [(None, patterns)]), one).metrics["style"]
        for patterns in ([Pattern(one, None, 1.0)], blend, blend[1:])
    ]
    assert losses[0] == pytest.approx(0, abs=1e-6)
    assert losses[0] < losses[1] < losses[2] / 4


def test_a_picture_equal_to_its_style_and_content_stays() -> None:
    images = noise(48, 64, 0)
    wanted = goal(small_vgg(), images, [(None, [Pattern(images, None, 1.0)])])
    found = evaluated(wanted, images, PaintingRecipe(tv2=0))
    assert found.finite
    assert found.loss == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("statistics", STATISTICS)
def test_a_flat_style_gives_finite_gradients(statistics: str) -> None:
    flat: Regions = [(None, [Pattern(torch.full((1, 3, 40, 40), 0.5), None, 1.0)])]
    wanted = goal(small_vgg(), noise(48, 64, 0), flat)
    for images in (noise(48, 64, 4), torch.zeros(1, 3, 48, 64)):
        assert evaluated(wanted, images, RECIPE.changed(statistics=statistics)).finite


def test_cancelling_stops_in_the_middle_of_an_evaluation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight_module, "_BRIEF", 0.0)
    controls, net = Controls(), small_vgg()
    sight = Sight.of(net, RECIPE, controls)
    wanted = finished(Goal.prepare(sight, noise(48, 64, 0), one_style(torch.float32)))
    third = net.convolution("relu2_1")
    third.register_forward_hook(lambda *_: controls.cancel())
    after = []
    net.convolution("relu3_1").register_forward_hook(lambda *_: after.append(1))
    with pytest.raises(Interrupted):
        finished(wanted.evaluate(noise(48, 64, 4), RECIPE))
    assert not after


def test_what_takes_no_time_is_not_begun_once_somebody_cancelled() -> None:
    controls = Controls()
    sight = Sight.of(small_vgg(), RECIPE, controls)
    wanted = finished(Goal.prepare(sight, noise(48, 64, 0), one_style(torch.float32)))
    controls.cancel()
    with pytest.raises(Interrupted):
        finished(wanted.evaluate(noise(48, 64, 4), RECIPE))


class Greedy:
    """Features for which memory suffices up to a number of pixels."""

    def __init__(self, most: int) -> None:
        self.net, self.most = small_vgg(), most
        self.layers = self.net.layers

    def features(self, images: Tensor, layers: Any) -> list[Tensor]:
        if images.shape[2] * images.shape[3] > self.most:
            raise MemoryError
        return self.net.features(images, layers)


def test_where_memory_runs_out_tiles_become_smaller() -> None:
    content, images = noise(256, 384, 0), noise(256, 384, 4)
    greedy = goal(Greedy(250 * 350), content, one_style(torch.float32), side=256)
    events, found = drive(greedy.evaluate(images, RECIPE))
    whole = evaluated(goal(small_vgg(), content, one_style(torch.float32)), images)
    assert greedy.sight.side == 128
    assert not any(isinstance(event, Warned) for event in events)  # the content said so already
    assert any(isinstance(event, Stage) for event in events)
    assert found.loss == pytest.approx(whole.loss, rel=1e-5)


def test_where_no_tile_fits_a_sentence_says_so() -> None:
    greedy = Greedy(1 << 20)
    sight = Sight.of(greedy, RECIPE, Controls())
    sight.reach()
    greedy.most = 12_000
    with pytest.raises(Trouble, match="smaller size"):
        finished(Goal.prepare(sight, noise(256, 384, 0), one_style(torch.float32)))


class Measured(Smooth):
    """Smooth features that are compared after a product."""

    inside = False  # whether the product is already in the activations

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        found = super().features(images, layers)
        if not self.inside:
            return found
        return [
            torch.einsum("dc,bchw->bdhw", self._product(layer), x)
            for layer, x in zip(layers, found, strict=True)
        ]

    def metric(self, layer: str) -> Tensor | None:
        return None if self.inside else self._product(layer)

    def _product(self, layer: str) -> Tensor:
        channels = {"one": 4, "two": 5}[layer]
        dice = torch.Generator().manual_seed(channels)
        return torch.randn(3, channels, generator=dice, dtype=torch.float64)


@pytest.mark.parametrize("statistics", STATISTICS)
def test_activations_are_compared_as_their_metric_wants(statistics: str) -> None:
    recipe = RECIPE.changed(statistics=statistics)
    content, images = (noise(24, 32, seed, torch.float64) for seed in (0, 4))
    apart, within = Measured(), Measured()
    within.inside = True
    found = [
        evaluated(goal(features, content, two_regions(24, 32, torch.float64)), images, recipe)
        for features in (apart, within)
    ]
    assert found[0].loss == pytest.approx(found[1].loss, rel=1e-6)
    torch.testing.assert_close(found[0].gradient, found[1].gradient, rtol=1e-4, atol=1e-7)
