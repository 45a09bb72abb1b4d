"""VGG networks (Simonyan & Zisserman 2015) as measures of pictures: activations, never classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Generator, Tensor, nn
from torch.nn.functional import avg_pool2d, max_pool2d

VGG16 = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))  # convolutions and channels of each block
VGG19 = ((2, 64), (2, 128), (4, 256), (4, 512), (4, 512))
_MEAN, _STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet


class Vgg(nn.Module):
    """Blocks of 3×3 convolutions with ReLU, halved in between; "relu3_2" is block 3's second.

    The weights have torchvision's names ("0.weight" is the first convolution's).

    Args:
        blocks: the number of convolutions and their channels, for each block.
        pooling: "max" as it was trained, or "average", which Gatys (2016) found smoother; its
            result is doubled, so that activations keep about their size.
    """

    def __init__(self, blocks: Sequence[tuple[int, int]], pooling: str = "max") -> None:
        super().__init__()
        self.pooling = pooling
        self.places: dict[str, int] = {}  # where the convolution of each layer stands
        channels, place = 3, 0
        for block, (count, width) in enumerate(blocks, 1):
            for i in range(1, count + 1):
                self.add_module(str(place), _Conv(channels, width))
                self.places[f"relu{block}_{i}"] = place
                channels, place = width, place + 2
            place += 1

    @property
    def layers(self) -> tuple[str, ...]:
        """From shallow to deep."""
        return tuple(self.places)

    def forward(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """Activations of `layers`, computed no further than the deepest of them.

        (B, 3, H, W) in [0, 1] → (B, C, H / 2ᵇ, W / 2ᵇ) each, where b halvings lie before it.
        """
        x = (images - images.new_tensor(_MEAN).view(1, 3, 1, 1)) / images.new_tensor(_STD).view(
            1, 3, 1, 1
        )
        x = x.contiguous(memory_format=torch.channels_last)
        found: dict[str, Tensor] = {}
        block = "1"
        for name, place in self.places.items():
            if name[4] != block:
                block = name[4]
                x = max_pool2d(x, 2) if self.pooling == "max" else 2 * avg_pool2d(x, 2)
            x = torch.relu(self.get_submodule(str(place))(x))
            if name in layers:
                found[name] = x
                if len(found) == len(set(layers)):
                    break
        return [found[name] for name in layers]

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """The same, as `core.family.Features` wants it."""
        return self.forward(images, layers)


class _Conv(nn.Conv2d):
    """A 3×3 convolution, drawn for ReLU (He 2015)."""

    def __init__(self, channels: int, out: int) -> None:
        super().__init__(channels, out, 3, padding=1)

    def initialise(self, generator: Generator) -> None:
        """Draw the weights; biases begin at zero."""
        nn.init.kaiming_normal_(self.weight, nonlinearity="relu", generator=generator)
        assert self.bias is not None
        nn.init.zeros_(self.bias)


class Embedded(nn.Module):
    """An encoder with a 1×1 convolution for each of some layers, (its channels, those wanted)."""

    def __init__(
        self, encoder: Vgg, layers: Sequence[str], channels: Sequence[tuple[int, int]]
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.embedding = nn.ModuleList(nn.Conv2d(own, wanted, 1) for own, wanted in channels)
        self._layers = tuple(layers)

    def forward(self, images: Tensor) -> list[Tensor]:
        """(B, 3, H, W) → the embedded activations of each layer."""
        own = self.encoder(images, self._layers)
        return [embed(x) for embed, x in zip(self.embedding, own, strict=True)]


def vgg_of(weights: Mapping[str, Tensor], pooling: str = "max") -> Vgg:
    """The network whose torchvision weights these are; keys may begin with "features.".

    Raises:
        ValueError: they are not the convolutions of a VGG-16 or VGG-19.
    """
    plain = {name.removeprefix("features."): w.float() for name, w in weights.items()}
    plain = {name: w for name, w in plain.items() if name.split(".")[0].isdecimal()}
    shapes = {name: w.shape for name, w in plain.items()}
    for blocks in (VGG19, VGG16):
        with torch.device("meta"):
            net = Vgg(blocks, pooling)
        if shapes == {name: w.shape for name, w in net.state_dict().items()}:
            net.load_state_dict(plain, assign=True)
            return net.eval().requires_grad_(False)
    raise ValueError("no VGG-16 or VGG-19")
