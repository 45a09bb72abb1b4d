"""Changes to what a discriminator sees, differentiable as often as one likes.

DiffAugment (Zhao 2020) makes its changes to every picture, real or fake; adaptive augmentation (ADA,
Karras 2020) makes each with a probability. As long as it is well below 1, the generator does not
learn the changes: it can tell what pictures are like without them.
"""

from __future__ import annotations

import torch
from torch import Tensor

from gendesk.core.family import Dice

_CHANGES = ("colour", "shift", "hole", "mirror", "turn", "scale")
_DIFF = (1.0, 1.0, 1.0, 0.0, 0.0, 0.0)  # those of DiffAugment
_VALUES = 10  # that say how much


class Changes:
    """One draw of changes to a batch; made to the same pictures at several scales, they agree.

    Colours: brightness by up to a quarter, saturation by 0 to 2, contrast by a half to 1.5. Shift:
    by up to an eighth of the side. Hole: a square of half the side. These are DiffAugment's, and so
    is the grey that comes in from the borders; adaptive augmentation also mirrors, turns by right
    angles and scales by up to 2^±0.4, but leaves out the paper's filters, noise and free rotations.

    Args:
        dice: the step's randomness.
        count: how many pictures.
        strength: the probability of each change, 0-d; None for DiffAugment's changes at all times.
    """

    def __init__(self, dice: Dice, count: int, strength: Tensor | None = None) -> None:
        drawn = dice.uniform(count, len(_CHANGES) + _VALUES)
        gates, self._values = drawn[:, : len(_CHANGES)], drawn[:, len(_CHANGES) :]
        wanted = drawn.new_tensor(_DIFF) if strength is None else strength
        self._made = dict(zip(_CHANGES, (gates < wanted).unbind(1), strict=True))

    def __call__(self, images: Tensor) -> Tensor:
        """(B, C, S, S) in [0, 1] → the same, changed."""
        values = self._values.unbind(1)
        x = self._coloured(images - 0.5, *values[:3])
        x = self._moved(x, *values[3:8])
        return self._cut(x, *values[8:]) + 0.5

    def _chosen(self, change: str, value: Tensor, otherwise: float) -> Tensor:
        """`value` where the change is made, (B,)."""
        return torch.where(self._made[change], value, otherwise)

    def _coloured(self, x: Tensor, bright: Tensor, vivid: Tensor, contrast: Tensor) -> Tensor:
        """Brighter or darker, then more or less vivid, then of more or less contrast."""
        x = x + _each(self._chosen("colour", bright / 2 - 0.25, 0))
        x = torch.lerp(x.mean(1, keepdim=True), x, _each(self._chosen("colour", 2 * vivid, 1)))
        mean = x.mean((1, 2, 3), keepdim=True)
        return torch.lerp(mean, x, _each(self._chosen("colour", 0.5 + contrast, 1)))

    def _moved(
        self, x: Tensor, down: Tensor, right: Tensor, mirror: Tensor, turn: Tensor, scale: Tensor
    ) -> Tensor:
        """Mirrored, turned, scaled and shifted: a product with one matrix for each side.

        That costs little beside a convolution, and unlike `grid_sample` it has a second derivative.
        """
        side = x.shape[-1]
        quarters = self._chosen("turn", (4 * turn).floor(), 0)  # 0 to 3
        x = torch.where(_each(quarters % 2 == 1), x.mT, x)
        factor = self._chosen("scale", 2 ** (0.8 * scale - 0.4), 1)
        mirrored = self._chosen("mirror", mirror.round(), 0) == 1
        across = 1 - 2 * ((quarters == 1) ^ (quarters == 2) ^ mirrored).to(factor.dtype)
        along = 1 - 2 * (quarters >= 2).to(factor.dtype)
        shifts = [
            self._chosen("shift", ((value / 4 - 0.125) * side).round(), 0)
            for value in (down, right)
        ]
        rows = _resampling(side, along * factor, shifts[0])
        columns = _resampling(side, across * factor, shifts[1])
        return rows.unsqueeze(1) @ x @ columns.mT.unsqueeze(1)

    def _cut(self, x: Tensor, top: Tensor, left: Tensor) -> Tensor:
        """A square hole, whose middle lies anywhere."""
        side = x.shape[-1]
        places = torch.arange(side, device=x.device)
        inside = [
            (places - (at * side).floor().unsqueeze(1) + 0.5).abs() <= side / 4
            for at in (top, left)
        ]
        hole = inside[0].unsqueeze(2) & inside[1].unsqueeze(1) & self._made["hole"].view(-1, 1, 1)
        return x.masked_fill(hole.unsqueeze(1), 0.0)


def _each(values: Tensor) -> Tensor:
    """(B,) → (B, 1, 1, 1)."""
    return values.view(-1, 1, 1, 1)


def _resampling(side: int, factor: Tensor, shift: Tensor) -> Tensor:
    """What each pixel of a line takes of the others, (B, side, side), by linear interpolation.

    Args:
        side: pixels in a line.
        factor: how many times larger, (B,); a negative one mirrors.
        shift: in pixels, (B,).
    """
    places = torch.arange(side, device=factor.device, dtype=factor.dtype) - (side - 1) / 2
    source = (places - shift.unsqueeze(1)) / factor.unsqueeze(1)  # (B, side)
    return (1 - (source.unsqueeze(2) - places).abs()).clamp(min=0)
