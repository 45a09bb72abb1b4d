"""Encoders and decoders fit together at every size."""

from __future__ import annotations

import pytest
import torch

from gendesk.nn.coders import ConvDecoder, ConvEncoder, MlpDecoder, MlpEncoder, stages


def test_halvings():
    assert [stages(size) for size in (16, 20, 28, 32, 36, 64, 256)] == [2, 2, 2, 3, 2, 4, 6]


@pytest.mark.parametrize("size", [*range(16, 133, 4), 252, 256])
@pytest.mark.parametrize("channels", [1, 3])
def test_every_size_that_is_a_multiple_of_four(size, channels):
    images = torch.rand(1, channels, size, size)
    z = ConvEncoder(size, channels, 5, 4)(images)
    assert z.shape == (1, 5)
    assert ConvDecoder(size, channels, 5, 4)(z).shape == images.shape


def test_fully_connected_layers():
    images = torch.rand(2, 3, 20, 20)
    z = MlpEncoder(20, 3, 7, width=11, depth=2)(images)
    assert z.shape == (2, 7)
    assert MlpDecoder(20, 3, 7, width=11, depth=2)(z).shape == images.shape
