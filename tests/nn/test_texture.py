"""A compact encoder that stands in for a large network."""

from __future__ import annotations

import pytest
import torch

from gendesk.nn.start import initialise
from gendesk.nn.texture import LAYERS, TextureEncoder


@pytest.fixture
def encoder() -> TextureEncoder:
    net = TextureEncoder()
    return initialise(net, torch.Generator().manual_seed(0)).eval()


def test_it_speaks_of_the_large_networks_layers_in_its_channels(encoder: TextureEncoder) -> None:
    images = torch.rand(1, 3, 32, 48)
    shapes = [tuple(x.shape[1:]) for x in encoder(images)]
    assert shapes == [(64, 32, 48), (128, 16, 24), (256, 8, 12), (512, 4, 6)]
    assert [x.shape[1] for x in encoder.encoder.features(images, LAYERS)] == [24, 48, 64, 128]


def test_the_metric_measures_as_the_large_network_would(encoder: TextureEncoder) -> None:
    pictures = torch.rand(2, 1, 3, 32, 32)
    for i, name in enumerate(LAYERS):
        r = encoder.metric(name)[:, :, None, None]
        own = [encoder.encoder.features(x, [name])[0] for x in pictures]
        f, g = (torch.nn.functional.conv2d(x, r) for x in own)
        large_f, large_g = (encoder(x)[i] for x in pictures)
        assert torch.allclose((f - g).norm(), (large_f - large_g).norm(), rtol=1e-4)
        grams = [x[0].flatten(1) @ x[0].flatten(1).T for x in (f, g, large_f, large_g)]
        apart, expected = (grams[0] - grams[1]).norm(), (grams[2] - grams[3]).norm()
        assert torch.allclose(apart, expected, rtol=1e-4)
