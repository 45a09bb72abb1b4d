"""Compact networks that restore pictures of any size: a denoiser and an upscaler."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gendesk.core.family import Batch, Dice, Learner, Turn
from gendesk.core.later import later
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn
    from torch.optim import Optimizer

    from gendesk.core import images as pictures
    from gendesk.data import degradations
    from gendesk.nn import fidelity, muon, restoring
else:
    torch = later("torch")
    pictures = later("gendesk.core.images")
    degradations = later("gendesk.data.degradations")
    fidelity = later("gendesk.nn.fidelity")
    muon = later("gendesk.nn.muon")
    restoring = later("gendesk.nn.restoring")

_SHOWN = 4  # pictures in a preview
_SHOWN_SIDE = 132  # pixels of each that are shown
_SPAN = 2.5  # sides of a patch that one may be scaled down from; two of five are not
_DRAWN = 8  # pieces of which one is drawn by formula: photographs have few lattices and letters
_FLOOR = 1e-5  # of a squared error: 50 dB are good enough to learn something else first


@dataclass(frozen=True, kw_only=True)
class RestorerRecipe(Recipe):
    """What a denoiser or an upscaler needs to be told."""

    family = "restorer"
    title = "Denoiser and upscaler"
    framing = "crops"

    task: str = knob(
        "denoise", "Task", "Take noise out of pictures, or make them larger.",
        choices=("denoise", "upscale"), basic=True,
    )  # fmt: skip
    scale: int = knob(
        2, "Enlarge by", "How many times larger an upscaler makes a side.",
        low=2, high=4, basic=True,
    )  # fmt: skip
    noise: float = knob(
        55.0, "Most noise", "The strongest noise a denoiser learns, as a standard deviation in 1/255.",
        low=1.0, high=100.0, basic=True,
    )  # fmt: skip
    width: int = knob(
        32, "Channels", "Channels of each convolution; more see more and take longer.",
        low=8, high=128, log=True,
    )  # fmt: skip
    blocks: int = knob(
        5, "Blocks", "Pairs of convolutions; more look further around each pixel.", low=1, high=32
    )
    coarse: int = knob(
        0, "Coarse blocks",
        "Further ones at half the size, which look twice as far for a quarter of the time.",
        low=0, high=32,
    )  # fmt: skip
    patch: int = knob(
        96, "Patch", "Side in pixels of the pieces learnt from; a multiple of 12.", low=24, high=256
    )
    size: int = knob(
        192, "Picture size", "Side of the squares that pictures are cut into, at their own scale.",
        low=32, high=512,
    )  # fmt: skip
    batch_size: int = knob(
        16, "Batch size", "Pictures in a step; fewer need less memory.", low=1, high=4096, log=True
    )
    steps: int = knob(
        10_000, "Steps", "How many batches to learn from.", low=1, high=10_000_000, log=True,
        basic=True,
    )  # fmt: skip
    lr: float = knob(
        0.003, "Learning rate", "How far each step goes, as a share of the weights at the start.",
        low=1e-7, high=1.0, live=True, log=True, basic=True,
    )  # fmt: skip
    ema: float = knob(
        0.999, "Averaging (EMA)", "How slowly the averaged weights follow; 0 turns it off.",
        low=0.0, high=0.99999, live=True,
    )  # fmt: skip

    @classmethod
    def suited(cls, material: Material) -> RestorerRecipe:
        """Squares that fit into most of the pictures."""
        recipe = cls(data=material.source, coarse=2)
        side = min(recipe.size, max(32, material.side // 12 * 12))
        return replace(recipe, size=side, patch=min(recipe.patch, max(24, side // 12 * 12)))

    def check(self) -> None:
        super().check()
        if self.patch % 12:
            raise Trouble(
                "patch must be a multiple of 12, but was given {patch}.", patch=self.patch
            )
        if self.patch > self.size:
            raise Trouble(
                "patch cannot be larger than size: {patch} and {size} were given.",
                patch=self.patch,
                size=self.size,
            )

    def build(self, channels: int) -> Restorer:
        return Restorer(self, channels)


class Restorer(Learner):
    """Learns to bring back pictures that it spoils itself; needs no labels."""

    def __init__(self, recipe: RestorerRecipe, channels: int) -> None:
        self.channels = channels
        self.noise = recipe.noise
        self.patch = recipe.patch
        self.denoises = recipe.task == "denoise"
        self.scale = 1 if self.denoises else recipe.scale
        self.stride = (2 if self.denoises else 1) * (2 if recipe.coarse else 1)
        self.levels = (0.0, recipe.noise) if self.denoises else None
        shape = (recipe.width, recipe.blocks, recipe.coarse)
        net: nn.Module
        if self.denoises:
            net = restoring.Denoiser(channels, *shape)
        else:
            net = restoring.Upscaler(channels, recipe.scale, *shape)
        self.parts = {"restorer": net}

    def optimizer(self, part: str, lr: float) -> Optimizer:
        return muon.Muon(self.parts[part], lr)

    def update(self, batch: Batch, turn: Turn) -> Mapping[str, Tensor]:
        clean = self._pieces(batch, turn.dice)
        restored = self.parts["restorer"](*self._spoilt(clean, turn.dice))
        # The mean of the PSNRs (Chen 2022, NAFNet): weak noise counts as much as strong noise.
        turn.descend(self._errors(restored, clean).add(_FLOOR).log().mean())
        restored = restored.detach()
        loss = (restored - clean).abs().mean()
        return {"loss": loss, "psnr": fidelity.psnr(restored, clean).mean()}

    def evaluate(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        clean = _middle(batch.images, self.patch)  # judging whole squares would cost a third
        given = self._spoilt(clean, dice)
        restored = self.parts["restorer"](*given).clamp(0, 1)
        loss = (restored - clean).abs().mean()
        return {"loss": loss, **self._figures(restored, self._plain(given[0]), clean)}

    def preview(self, batch: Batch, dice: Dice) -> Mapping[str, Tensor]:
        some = batch.images[:: max(1, len(batch.images) // _SHOWN)][:_SHOWN]  # of several pictures
        clean = _middle(some, _SHOWN_SIDE)
        given = self._spoilt(clean, dice)
        restored = self.parts["restorer"](*given).clamp(0, 1)
        return {"restored": pictures.rows(self._plain(given[0]), restored, clean)}

    def restore(self, images: Tensor, strength: float = 0.0) -> Tensor:
        if not self.denoises:
            return self.parts["restorer"](images)  # type: ignore[no-any-return]
        sigma = images.new_full((len(images), 1, 1, 1), strength / 255)
        return self.parts["restorer"](images, sigma)  # type: ignore[no-any-return]

    def _pieces(self, batch: Batch, dice: Dice) -> Tensor:
        """What is learnt from: pieces of the pictures, many of them scaled down, and some drawn."""
        pieces = degradations.patches(batch.images, self.patch, dice, _SPAN)
        drawn = degradations.leaves(len(pieces) // _DRAWN, self.patch, self.channels, dice)
        return torch.cat([pieces[len(drawn) :], drawn.to(pieces)])

    def _errors(self, restored: Tensor, clean: Tensor) -> Tensor:
        """Squared errors, (B,); of upscalers half by the luma, as their figures are."""
        errors = (restored - clean).square().mean((1, 2, 3))
        if self.denoises:
            return errors
        seen = (fidelity.luma(restored) - fidelity.luma(clean)).square().mean((1, 2, 3))
        return (errors + seen) / 2

    def _spoilt(self, clean: Tensor, dice: Dice) -> tuple[Tensor, ...]:
        """What the network is given: a smaller picture, or a noisy one and its σ."""
        if not self.denoises:
            return (degradations.shrunk(clean, self.scale),)
        sigma = dice.uniform(len(clean), 1, 1, 1) * (self.noise / 255)
        return degradations.with_noise(clean, sigma, dice), sigma

    def _plain(self, given: Tensor) -> Tensor:
        """What there would be without a network: the noisy picture, or a cubic enlargement."""
        return given.clamp(0, 1) if self.denoises else degradations.enlarged(given, self.scale)

    def _figures(self, restored: Tensor, plain: Tensor, clean: Tensor) -> dict[str, Tensor]:
        """PSNR and SSIM of the result and of the picture before, upscalers' by their luma."""
        if not self.denoises:
            restored, plain, clean = (fidelity.luma(x) for x in (restored, plain, clean))
        return {
            "psnr": fidelity.psnr(restored, clean).mean(),
            "psnr_before": fidelity.psnr(plain, clean).mean(),
            "ssim": fidelity.ssim(restored, clean).mean(),
            "ssim_before": fidelity.ssim(plain, clean).mean(),
        }


def _middle(images: Tensor, side: int) -> Tensor:
    """The middle square of at most `side` pixels, a multiple of 12: of every scale and stride."""
    side = min(side, images.shape[2]) // 12 * 12
    start = (images.shape[2] - side) // 2
    return images[:, :, start : start + side, start : start + side]
