"""How far a network looks is found, whatever its weights, and that it has no end is found too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

import gendesk.families  # noqa: F401
from gendesk.core.family import Restores
from gendesk.core.recipe import Recipe
from gendesk.nn.start import initialise
from gendesk.ops.restoring import radius


class Net(nn.Module):
    """What is done to a picture, as a model that restores."""

    channels, levels = 3, None

    def __init__(self, rule: Callable[[Tensor], Tensor], scale: int = 1, stride: int = 1) -> None:
        super().__init__()
        self.rule, self.scale, self.stride = rule, scale, stride

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:
        assert images.shape[2] % self.stride == images.shape[3] % self.stride == 0
        return self.rule(images)


def built(**settings: object) -> Restores:
    """The family's network as a training begins with it: its last layer is zero."""
    learner = Recipe.known["restorer"]().changed(width=8, **settings).build(3)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(0))
    assert isinstance(learner, Restores)
    return learner


def conv(kernel: tuple[int, int], dilation: int = 1) -> nn.Conv2d:
    return nn.Conv2d(3, 3, kernel, padding="same", dilation=dilation)


def windows(images: Tensor) -> Tensor:
    """The mean of each square of eight pixels, in their places."""
    down, across = images.shape[2:]
    padded = functional.pad(images, (0, -across % 8, 0, -down % 8))
    means = functional.avg_pool2d(padded, 8).repeat_interleave(8, 2).repeat_interleave(8, 3)
    return means[..., :down, :across]


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        (built(task="upscale", scale=2, blocks=1), 4),
        (built(task="upscale", scale=3, blocks=2), 6),
        (built(task="denoise", blocks=1), 8),
        (built(task="upscale", scale=2, blocks=1, coarse=1), 9),
        (Net(lambda images: images), 0),
        (Net(conv((1, 7))), 3),
        (Net(conv((9, 1))), 4),
        (Net(conv((3, 3), dilation=20)), 20),
        (Net(nn.Sequential(conv((3, 3)), nn.ReLU(), nn.UpsamplingNearest2d(None, 2)), scale=2), 1),
        (Net(windows, stride=8), 0),
    ],
)  # fmt: skip
def test_the_radius_is_that_of_the_convolutions(net: Restores, expected: int) -> None:
    assert radius.probe(net) == expected


def attention(images: Tensor) -> Tensor:
    flat = images.flatten(2)
    return (flat @ (flat.transpose(1, 2) @ flat).softmax(-1)).view_as(images)


@pytest.mark.parametrize(
    "rule",
    [
        lambda images: images - images.mean((2, 3), keepdim=True),
        functional.instance_norm,
        attention,
        lambda images: images.flip(3),
        conv((3, 3), dilation=200),
        windows,  # a grid that the stride does not tell of
        torch.nan_to_num,
    ],
)
def test_what_has_no_end_or_a_grid_of_its_own_has_no_radius(
    rule: Callable[[Tensor], Tensor],
) -> None:
    assert radius.probe(Net(rule)) is None


def test_a_card_is_told_all_that_tiles_need() -> None:
    expected = {"scale": 1, "stride": 2, "levels": (0.0, 55.0), "radius": 8}
    assert radius.facts(built(task="denoise", blocks=1)) == expected
