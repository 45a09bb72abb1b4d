"""A photograph in memory: its pixels, and all that its file says beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the window and the command line list this module before numpy is loaded
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture as its file holds it, upright, nothing lost.

    The colours are the file's own: `icc` says what they mean and is applied to nothing here.
    `exif` is a block that begins with its byte order ("II" or "MM"), without the "Exif" that some
    formats put before it; it says that the picture is upright. Tags that gendesk does not know,
    makers' notes among them, stay where they were, byte for byte.
    """

    pixels: NDArray[Any]  # (H, W, C) uint8 or uint16 (full range), C = 1 grey or 3 colour
    alpha: NDArray[Any] | None = None  # (H, W) of the same dtype; None where all is opaque
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    name: str = ""  # of its file, with the suffix

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[0])

    @property
    def bits(self) -> int:
        """Of each channel: 8 or 16."""
        return 8 * self.pixels.dtype.itemsize

    @property
    def grey(self) -> bool:
        """Whether it has one channel, alpha aside."""
        return bool(self.pixels.shape[2] == 1)
