"""What is to be done with pictures that a model restores. Plain data: a window makes it at once."""

from __future__ import annotations

from dataclasses import dataclass

from gendesk.core.sentence import Trouble

_LARGEST_FACTOR = 16.0


@dataclass(frozen=True, slots=True)
class Options:
    """What is to be done with pictures, and how they are written."""

    strength: float | None = (
        None  # of a denoiser; None: as much noise as each picture seems to have
    )
    scale: float | None = None  # of the result; None: as the model enlarges
    width: int | None = None  # of the result in pixels, instead of `scale`
    blend: float = (
        1.0  # how much of the result is taken; the rest is the input, enlarged by a cubic
    )
    thorough: bool = False  # looks at each picture from all sides, see `ensemble`
    grain: float = 0.0  # standard deviation in 1/255 of the noise that is put back
    tile: int | None = None  # side of the tiles in pixels; None: as the memory allows
    format: str = ""  # "png", "jpeg", "webp", "tiff"; "": as the input's
    quality: int = 90  # of JPEG and WebP, 1 to 100
    pattern: str = "{name}"  # of the written files' names, see `batch.named`

    def check(self) -> None:
        """Raise `Trouble` where a setting is out of range, or two contradict each other."""
        if self.scale is not None and self.width is not None:
            raise Trouble("Give either a factor or a width for the result, not both.")
        ranges = {
            "scale": (self.scale, 0.01, _LARGEST_FACTOR),
            "width": (self.width, 1, 1_000_000),
            "blend": (self.blend, 0, 1),
            "grain": (self.grain, 0, 100),
            "tile": (self.tile, 16, 1_000_000),
            "quality": (self.quality, 1, 100),
        }
        for name, (value, low, high) in ranges.items():
            if value is not None and not low <= value <= high:
                raise Trouble(
                    "{name} must lie between {low} and {high}, but was given {value}.",
                    name=name,
                    low=low,
                    high=high,
                    value=value,
                )
