"""What happens to one photograph: how often the model runs, what size remains, and how strongly."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gendesk.core.sentence import Trouble
from gendesk.ops.photo import Photo
from gendesk.ops.restoring.noise import estimated_noise
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.scaling import Box, Size

if TYPE_CHECKING:
    from gendesk.ops.restoring.restorers import Restorer


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens to one photograph."""

    photo_size: Size
    passes: tuple[Size, ...]  # sizes after each run of the model
    size: Size  # of the result
    blend: float
    grain: float
    seed: int

    @staticmethod
    def of(photo: Photo, restorer: Restorer, options: Options) -> Plan:
        """The model runs as often as it takes to reach the size, then Lanczos takes it down.

        Raises:
            Trouble: the options are wrong, or do not fit the model or the photograph.
        """
        options.check()
        check_strength(restorer, options.strength)
        whole, scale = (photo.width, photo.height), restorer.scale
        size = _size(whole, scale, options)
        if scale == 1 and size[0] > photo.width:
            raise Trouble(
                "{model} does not enlarge pictures, and {name} is only {width} pixels wide; choose "
                "a model that does, or a smaller size.",
                model=restorer.name,
                name=photo.name,
                width=photo.width,
            )
        return Plan(
            photo_size=whole,
            passes=(whole,) if scale == 1 else _passes(whole, scale, size),
            size=size,
            blend=options.blend,
            grain=options.grain,
            seed=zlib.crc32(photo.name.encode("utf-8", "surrogateescape")),
        )

    @property
    def reached(self) -> Size:
        """The size after the last run of the model."""
        return self.passes[-1] if self.passes else self.photo_size

    @property
    def finishes(self) -> bool:
        """Whether something is left to do after the model has run."""
        return self.reached != self.size or self.blend < 1 or self.grain > 0

    def result_box(self, box: Box) -> Box:
        """The pixels of the result that `box` of the input becomes."""
        (width, height), (new_width, new_height) = self.photo_size, self.size
        left, top, right, bottom = box
        return (
            left * new_width // width,
            top * new_height // height,
            -(-right * new_width // width),
            -(-bottom * new_height // height),
        )


def check_strength(restorer: Restorer, strength: float | None) -> None:
    """Raise `Trouble` where the model was not made for this strength."""
    if restorer.levels is None or strength is None:
        return
    low, high = restorer.levels
    if not low <= strength <= high:
        raise Trouble(
            "The strength of {model} must lie between {low} and {high}, but was given {value}.",
            model=restorer.name,
            low=f"{low:g}",
            high=f"{high:g}",
            value=f"{strength:g}",
        )


def strength_for(photo: Photo, restorer: Restorer, options: Options) -> float:
    """What was asked for, or else as much as there seems to be noise; 0 where there is no choice."""
    if restorer.levels is None:
        return 0.0
    if options.strength is not None:
        return options.strength
    low, high = restorer.levels
    return min(max(estimated_noise(photo.pixels), low), high)


def _size(whole: Size, scale: int, options: Options) -> Size:
    """Of the result; its sides keep their ratio."""
    width, height = whole
    if options.width is not None:
        return options.width, max(1, round(height * options.width / width))
    factor = options.scale or scale
    return max(1, round(width * factor)), max(1, round(height * factor))


def _passes(whole: Size, scale: int, size: Size) -> tuple[Size, ...]:
    """The sizes that an upscaler goes through until both sides are as long as they are to be."""
    (width, height), passes = whole, []
    while width < size[0] or height < size[1]:
        width, height = width * scale, height * scale
        passes.append((width, height))
    return tuple(passes)
