"""A compact encoder that stands in for a large network."""

from __future__ import annotations

import pytest
import torch

from gendesk.nn.start import initialise
from gendesk.nn.texture import LAYERS, TextureEncoder


@pytest.fixture
def encoder() -> TextureEncoder:
    net = TextureEncoder((4, 6, 8, 12), (8, 16, 32, 64))
    return initialise(net, torch.Generator().manual_seed(0)).eval()


def test_each_stage_has_half_the_size_and_only_what_is_asked_for_is_computed(
    encoder: TextureEncoder,
) -> None:
    images = torch.rand(1, 3, 32, 48)
    shapes = [tuple(x.shape[1:]) for x in encoder(images)]
    assert shapes == [(4, 32, 48), (6, 16, 24), (8, 8, 12), (12, 4, 6)]
    encoder.down[1] = torch.nn.Identity()  # it would fail where it was called
    encoder.same[1] = torch.nn.Linear(1, 1)
    deep, shallow = encoder(images, ["relu2_1", "relu1_1"])
    assert (deep.shape[1], shallow.shape[1]) == (6, 4)
    assert encoder(images, ["relu2_1"], True)[0].shape[1] == 16


def test_the_metric_measures_as_the_large_network_would(encoder: TextureEncoder) -> None:
    a, b = torch.rand(1, 3, 32, 32), torch.rand(1, 3, 32, 32)
    for name in LAYERS:
        (own_a,), (own_b,) = encoder(a, [name]), encoder(b, [name])
        (large_a,), (large_b,) = encoder(a, [name], True), encoder(b, [name], True)
        r = encoder.metrics()[name]
        f, g = (torch.nn.functional.conv2d(x, r) for x in (own_a, own_b))
        assert torch.allclose((f - g).norm(), (large_a - large_b).norm(), rtol=1e-4)
        grams = [x[0].flatten(1) @ x[0].flatten(1).T for x in (f, g, large_a, large_b)]
        apart, expected = (grams[0] - grams[1]).norm(), (grams[2] - grams[3]).norm()
        assert torch.allclose(apart, expected, rtol=1e-4)
