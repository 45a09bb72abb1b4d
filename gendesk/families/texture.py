"""A compact encoder that sees textures as a large network does, learnt by distillation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn
    from torch.nn import functional
    from torch.optim import Optimizer

    from gendesk.data import degradations
    from gendesk.nn import muon, style, texture, vgg
else:
    torch = later("torch")
    nn = later("torch.nn")
    functional = later("torch.nn.functional")
    degradations = later("gendesk.data.degradations")
    muon = later("gendesk.nn.muon")
    style = later("gendesk.nn.style")
    texture = later("gendesk.nn.texture")
    vgg = later("gendesk.nn.vgg")

_PREPARED = 16  # batches that the weights before the first step are fitted to
_STROKES = 6  # steps of a painting that is learnt from
_STROKE = 0.03  # of each step, in each pixel
_WAVES, _SHAPES = 0.25, 0.125  # of the pieces, drawn by formula
_SPAN = 2.0  # sides of a piece that one may be scaled down from; half of them are not


@dataclass(frozen=True, kw_only=True)
class TextureRecipe(Recipe):
    """What the distillation of an encoder needs to be told."""

    family = "texture"
    title = "Texture encoder"
    framing = "crops"

    teacher: str = knob(
        "", "Teacher", "A safetensors file with the weights of VGG-16 or VGG-19.", basic=True
    )
    patch: int = knob(
        96, "Patch", "Side in pixels of the pieces learnt from; a multiple of 8.", low=48, high=256
    )
    size: int = knob(
        192, "Picture size", "Side of the squares that pictures are cut into, at their own scale.",
        low=48, high=512,
    )  # fmt: skip
    batch_size: int = knob(
        8, "Batch size", "Pictures in a step; fewer need less memory.", low=1, high=4096, log=True
    )
    lr: float = knob(
        0.002, "Learning rate", "How far each step goes, as a share of the weights at the start.",
        low=1e-7, high=1.0, live=True, log=True, basic=True,
    )  # fmt: skip
    schedule: str = knob(
        "cosine", "Schedule", "How the learning rate changes until the last step.",
        choices=("constant", "cosine", "one-cycle"),
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> TextureRecipe:
        """Squares that fit into most of the pictures."""
        recipe = cls(data=material.source)
        side = min(recipe.size, max(48, material.side // 8 * 8))
        return replace(recipe, size=side, patch=min(recipe.patch, side))

    def placeless(self) -> TextureRecipe:
        return replace(super().placeless(), teacher=Path(self.teacher).name)

    def check(self) -> None:
        super().check()
        if self.patch % 8 or self.patch > self.size:
            raise Trouble(
                "patch must be a multiple of 8 and not larger than size: {patch} and {size} were "
                "given.",
                patch=self.patch,
                size=self.size,
            )

    def build(self, channels: int) -> Texture:
        if channels != 3:
            raise Trouble("A texture encoder needs colour pictures; set colour to rgb.")
        return Texture(self)


class Texture(Learner):
    """A compact encoder whose activations, linearly embedded, are a teacher's.

    The linear embedding is that of Wang 2020, "Collaborative Distillation for Ultra-Resolution
    Universal Style Transfer". Unlike there, no decoder takes part: the encoder learns activations
    and Gram matrices, and what is used of the embedding in the end is its metric.
    """

    def __init__(self, recipe: TextureRecipe) -> None:
        self.teacher = recipe.teacher
        self.patch = recipe.patch
        self.layers = texture.LAYERS
        self._net = texture.TextureEncoder()
        self.parts = {"texture": self._net}

    def optimizer(self, part: str, lr: float) -> Optimizer:
        return muon.Muon(self.parts[part], lr)

    def prepare(self, batches: Iterator[Batch], dice: Dice) -> Iterator[tuple[int, int]]:
        """Begin as what matters most of the teacher, which takes a minute and saves an hour."""
        pieces = [self._pieces(batch, dice) for batch in islice(batches, _PREPARED)]
        teacher, sizes = _teacher(self.teacher, pieces[0].device.type)
        yield from self._net.distil(teacher, sizes, pieces)

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        pieces = self._pieces(batch, turn.dice)
        half = len(pieces) // 2
        painted = self._repainted(pieces[:half], pieces[half : 2 * half])
        errors, grams = self._errors(torch.cat([painted, pieces[half:]]))
        loss = torch.stack(errors).sum() + torch.stack(grams).sum()
        turn.descend(loss)
        return {"loss": loss, **_named(errors, grams)}

    def evaluate(self, batch: Batch, _dice: Dice) -> Mapping[str, Tensor]:
        errors, grams = self._errors(batch.images[:, :, : self.patch, : self.patch])
        loss = torch.stack(errors).sum() + torch.stack(grams).sum()
        return {"loss": loss, **_named(errors, grams)}

    def preview(self, batch: Batch, _dice: Dice) -> Mapping[str, Tensor]:
        """How strongly the deepest layer answers: the encoder above, its teacher below."""
        images = batch.images[:6]
        seen = [self._embedded(images)[-1], self._taught(images)[-1]]
        energies = [x.square().mean(1, keepdim=True).sqrt() for x in seen]
        top = energies[1].amax((1, 2, 3), keepdim=True)
        shown = [
            (e / top).clamp(0, 1).repeat_interleave(4, 2).repeat_interleave(4, 3) for e in energies
        ]
        return {"answers": torch.stack(shown)}

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        return self._net.encoder.features(images, layers)

    def metric(self, layer: str) -> Tensor:
        return self._net.metric(layer)

    def _pieces(self, batch: Batch, dice: Dice) -> Tensor:
        """What is learnt from: pieces in any colours and contrast, some engraved or drawn."""
        images = degradations.patches(batch.images, self.patch, dice, _SPAN)
        waves, shapes = (max(1, round(share * len(images))) for share in (_WAVES, _SHAPES))
        drawn = [
            degradations.spectral(waves, self.patch, dice).to(images),
            degradations.leaves(shapes, self.patch, 3, dice).to(images),
        ]
        images = degradations.recoloured(images[waves + shapes :], dice)
        images = degradations.engraved(torch.cat([images, *drawn]), dice)
        return degradations.contrasted(images, dice)

    def _repainted(self, pieces: Tensor, styles: Tensor) -> Tensor:
        """Pieces on their way to the styles of as many others, as the encoder sees it.

        A painting goes where the encoder's own losses fall, also where it is wrong about them;
        these are the pictures that show it (Madry 2018 trains classifiers so).
        """
        painted = pieces
        with torch.no_grad():
            wanted = self._grams_of(styles)
        for _ in range(_STROKES):
            painted = painted.detach().requires_grad_()
            with torch.enable_grad():
                losses = [
                    _apart(a, b).sum() for a, b in zip(self._grams_of(painted), wanted, strict=True)
                ]
                (slope,) = torch.autograd.grad(torch.stack(losses).sum(), painted)
            painted = (painted.detach() - _STROKE * slope.sign()).clamp(0, 1)
        return painted

    def _grams_of(self, images: Tensor) -> list[Tensor]:
        """Gram matrices of the embedded activations; only the picture is to get a gradient."""
        with torch.autocast(images.device.type, torch.bfloat16):
            return [_grams(x.float()) for x in self._net(images)]

    def _errors(self, images: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """At each layer the squared error of activations and of Gram matrices, as shares."""
        errors, grams = [], []
        for own, taught in zip(self._embedded(images), self._taught(images), strict=True):
            errors.append((own - taught).square().sum() / taught.square().sum())
            grams.append(_apart(_grams(own), _grams(taught)).mean())
        return errors, grams

    def _embedded(self, images: Tensor) -> list[Tensor]:
        return self.parts["texture"](images)  # type: ignore[no-any-return]

    def _taught(self, images: Tensor) -> list[Tensor]:
        teacher, sizes = _teacher(self.teacher, images.device.type)
        pairs = zip(_answers(teacher, images), sizes, strict=True)
        return [answer / size for answer, size in pairs]


def _grams(activations: Tensor) -> Tensor:
    """(B, C, H, W) → (B, C, C), for each position."""
    f = activations.flatten(2)
    return f @ f.transpose(1, 2) / f.shape[2]


def _apart(own: Tensor, wanted: Tensor) -> Tensor:
    """Squared differences of matrices (B, C, C) as shares of the wanted ones' energy, (B,)."""
    energy = wanted.square().sum((1, 2)).clamp_min(1e-8)
    return (own - wanted).square().sum((1, 2)) / energy


def _named(errors: list[Tensor], grams: list[Tensor]) -> dict[str, Tensor]:
    names = texture.LAYERS
    return dict(zip(names, errors, strict=True)) | {
        f"gram_{name}": gram for name, gram in zip(names, grams, strict=True)
    }


@cache
def _teacher(path: str, device: str) -> tuple[vgg.Vgg, list[Tensor]]:
    """The large network, once for each device, and how large its answers are at each layer.

    VGG's answers are tens and more; what is learnt is their share of that, which fresh weights
    reach at once.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        net = vgg.vgg_of(load_file(Path(path).expanduser())).to(device)
    except (OSError, SafetensorError, ValueError):
        raise Trouble(
            "{path} does not hold the weights of VGG-16 or VGG-19 as safetensors; set teacher to a "
            "file that does.",
            path=path or "''",
        ) from None
    blocks = torch.rand(8, 3, 12, 12, generator=torch.Generator().manual_seed(0))
    sample = blocks.repeat_interleave(8, 2).repeat_interleave(8, 3).to(device)
    return net, [answer.square().mean().sqrt() for answer in _answers(net, sample)]


def _answers(teacher: vgg.Vgg, images: Tensor) -> list[Tensor]:
    with torch.no_grad(), torch.autocast(images.device.type, torch.bfloat16):
        return [x.float() for x in teacher(images, texture.LAYERS)]
