"""VGG networks (Simonyan & Zisserman 2015) as measures of pictures: activations, never classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d, max_pool2d, pad

from gendesk.nn.fused import ConvRelu

VGG16 = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))  # convolutions and channels of each block
VGG19 = ((2, 64), (2, 128), (4, 256), (4, 512), (4, 512))
_MEAN, _STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet


class Vgg(nn.Module):
    """Blocks of 3×3 convolutions with ReLU, halved in between; "relu3_2" is block 3's second.

    The weights have torchvision's names ("0.weight" is the first convolution's). It is
    `core.family.Features`.

    Args:
        blocks: the number of convolutions and their channels, for each block.
        pooling: "max" as it was trained, or "average", which Gatys (2016) found smoother; its
            result is doubled, so that activations keep about their size.
    """

    def __init__(self, blocks: Sequence[tuple[int, int]], pooling: str = "max") -> None:
        super().__init__()
        self.pooling = pooling
        self._places: dict[str, int] = {}  # where the convolution of each layer stands
        channels, place = 3, 0
        for block, (count, width) in enumerate(blocks, 1):
            for i in range(1, count + 1):
                self.add_module(str(place), ConvRelu(channels, width, 3, padding=1))
                self._places[f"relu{block}_{i}"] = place
                channels, place = width, place + 2
            place += 1
        self.layers = tuple(self._places)

    def forward(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """Activations of `layers`, computed no further than the deepest of them.

        (B, 3, H, W) in [0, 1] → (B, C, H / 2ᵇ, W / 2ᵇ) each, where b halvings lie before it; a
        side that cannot be halved so often is first continued by its last pixels.
        """
        deepest = max(layers, key=self.layers.index)
        found = {name: answer for name, _, answer in self._walk(images, deepest) if name in layers}
        return [found[layer] for layer in layers]

    def given(self, images: Tensor, layer: str) -> Tensor:
        """What the convolution of `layer` is given, (B, C, H / 2ᵇ, W / 2ᵇ)."""
        *_, (_, given, _) = self._walk(images, layer)
        return given

    def convolution(self, layer: str) -> ConvRelu:
        """The convolution that answers with `layer`."""
        return cast(ConvRelu, self.get_submodule(str(self._places[layer])))

    def _walk(self, images: Tensor, deepest: str) -> Iterator[tuple[str, Tensor, Tensor]]:
        """The layers up to `deepest`: what each is given, and what it answers."""
        mean, std = (images.new_tensor(v).view(1, 3, 1, 1) for v in (_MEAN, _STD))
        x = at_least(images, 2 ** (int(deepest[4]) - 1))
        x = ((x - mean) / std).contiguous(memory_format=torch.channels_last)
        for name, place in self._places.items():
            if name.endswith("_1") and place:
                x = max_pool2d(x, 2) if self.pooling == "max" else 2 * avg_pool2d(x, 2)
            given, x = x, self.convolution(name)(x)
            yield name, given, x
            if name == deepest:
                break

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """The same, by the name that `core.family.Features` gives it."""
        activations: list[Tensor] = self(images, layers)
        return activations


def at_least(images: Tensor, side: int) -> Tensor:
    """(B, C, H, W), its last row and column repeated until both sides have `side` pixels."""
    height, width = images.shape[2:]
    if min(height, width) >= side:
        return images
    return pad(images, (0, max(0, side - width), 0, max(0, side - height)), mode="replicate")


def vgg_of(weights: Mapping[str, Tensor], pooling: str = "max") -> Vgg:
    """The network whose torchvision weights these are; keys may begin with "features.".

    What else a file of torchvision holds, the layers that tell classes apart, is left out.

    Raises:
        ValueError: they are not the convolutions of a VGG-16 or VGG-19, or not all numbers.
    """
    plain = {name.removeprefix("features."): w for name, w in weights.items()}
    plain = {name: w.float() for name, w in plain.items() if name.split(".")[0].isdecimal()}
    shapes = {name: w.shape for name, w in plain.items()}
    for blocks in (VGG19, VGG16):
        with torch.device("meta"):  # no time is lost on weights that nobody needs
            net = Vgg(blocks, pooling)
        if shapes == {name: w.shape for name, w in net.state_dict().items()}:
            if not all(bool(w.isfinite().all()) for w in plain.values()):
                raise ValueError("not all weights are numbers")
            net.load_state_dict(plain, assign=True)
            return net.eval().requires_grad_(False)
    raise ValueError("no VGG-16 or VGG-19")
