"""What a person chose in the restoring panel, kept from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

FORMATS = ("", "png", "jpeg", "webp", "tiff")  # "" is the format of the picture itself
WIDEST = 30_000  # pixels that can be asked for
NOISE_ADDED = 25.0  # by a test, where nobody says otherwise


@dataclass(frozen=True, kw_only=True)
class Choices:
    """How pictures are restored and written."""

    model: str = "denoise"  # as `open_restorer` takes it
    strength: float | None = None  # σ in 1/255; None is as much as each picture has
    scale: float | None = None  # of the result; None is the model's own
    width: int | None = None  # of the result in pixels, instead of a scale
    blend: float = 1.0  # share of the result, the rest is the picture as it was
    thorough: bool = False  # all eight sides of each picture are looked at
    grain: float = 0.0
    noise: float = NOISE_ADDED  # what a test adds to a picture, σ in 1/255
    format: str = ""  # one of `FORMATS`
    quality: int = 90  # of JPEG and WebP
    pattern: str = "{name}"  # of the names of files written
    out: str = ""  # the folder written to

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """What `as_dict` wrote; whatever is missing or makes no sense keeps its default."""
        kept = {}
        for each in fields(cls):
            value = data.get(each.name, each.default)
            if type(value) is type(each.default) or each.name in ("strength", "scale", "width"):
                kept[each.name] = value
        return cls(**{name: value for name, value in kept.items() if _fits(name, value)})

    def as_dict(self) -> dict[str, Any]:
        """JSON-able."""
        return asdict(self)


_RANGES = {
    "strength": (0, 255),
    "scale": (1, 8),
    "width": (1, WIDEST),
    "blend": (0, 1),
    "grain": (0, 20),
    "noise": (1, 100),
    "quality": (1, 100),
}


def _fits(name: str, value: Any) -> bool:
    if name == "format":
        return value in FORMATS
    if name not in _RANGES:
        return True
    if value is None:
        return name in ("strength", "scale", "width")
    low, high = _RANGES[name]
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
