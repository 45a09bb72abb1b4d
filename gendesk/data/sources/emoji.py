"""The colour emoji of the system's font."""

from __future__ import annotations

import unicodedata
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.decoder import Decoded, Facts
from gendesk.data.digests import combined, digests
from gendesk.data.sources.fonts import font_files
from gendesk.data.sources.source import Collection, Source

_VERSION = "emoji 1"
# Blocks of Unicode with emoji of one character; swatches and letters of flags are none.
_BLOCKS = (range(0x2600, 0x27C0), range(0x1F300, 0x1F3FB), range(0x1F400, 0x1FB00))
# Colour fonts hold bitmaps of one size each: Apple's, Noto's, others'. Outlines take any.
_SIZES = (160, 109, 136, 128, 96, 64)


class Emoji(Source):
    """Each emoji of one character that the font has, on white, without labels."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._file = Path()

    def content(self) -> Generator[Event, None, str]:
        for file in font_files():
            if "emoji" in file.name.lower() or file.name.lower() == "seguiemj.ttf":
                font = _font(file)
                if font is not None and _has_colours(_draw(font, "😀")):
                    self._file = file
                    return combined([_VERSION, *(yield from digests("emoji", [file]))])
        raise Trouble(
            "This computer has no font with colour emoji. On Debian and Ubuntu the package "
            "fonts-noto-color-emoji brings one, on Fedora google-noto-color-emoji-fonts."
        )

    def load(self) -> Generator[Event, None, Collection]:
        font = _font(self._file)
        assert font is not None  # `content` has drawn with it
        nothing = _draw(font, " ").tobytes(), _draw(font, "\U0010ffff").tobytes()
        characters = []
        for block in _BLOCKS:
            for code in block:
                c = chr(code)
                if font.getbbox(c)[2] and _draw(font, c).tobytes() not in nothing:
                    characters.append(c)
                if code % 64 == 0:
                    yield Stage(Sentence("Looking for emoji"), len(characters))

        def picture(index: int, _target: int) -> Decoded:
            image = _draw(font, characters[index])
            return Decoded(image, Facts(*image.size, mode="RGBA", alpha=True))

        names = [f"{c} {unicodedata.name(c, '').lower()}".strip() for c in characters]
        return Collection(names, picture)


def _font(file: Path) -> ImageFont.FreeTypeFont | None:
    for size in _SIZES:
        with suppress(OSError):
            return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    return None


def _draw(font: ImageFont.FreeTypeFont, character: str) -> Image.Image:
    """One emoji in the middle of a white square with a small margin."""
    left, top, right, bottom = font.getbbox(character)
    side = round(1.1 * max(right - left, bottom - top, 1))
    image = Image.new("RGB", (side, side), "white")
    place = ((side - left - right) / 2, (side - top - bottom) / 2)
    ImageDraw.Draw(image).text(place, character, "black", font, embedded_color=True)
    return image


def _has_colours(picture: Image.Image) -> bool:
    values = np.asarray(picture).astype(np.int16)
    return bool((values.max(axis=2) - values.min(axis=2)).max() > 32)
