"""Letters and digits drawn from every font there is, each a little slanted, bolder or moved."""

from __future__ import annotations

import math
import string
from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.decoder import Decoded, Facts
from gendesk.data.digests import combined, digests
from gendesk.data.sources.fonts import font_files
from gendesk.data.sources.source import Collection, Source

CHARACTERS = string.ascii_uppercase + string.ascii_lowercase + string.digits
_VERSION = "glyphs 1"  # counts up when the same fonts would give other pictures
_WANTED = 12_000  # pictures; with few fonts each glyph is drawn in more variations
_MOST_VARIATIONS = 8
_MOST_FACES = 1_000
_UNASSIGNED = "\U0010ffff"  # never a character: what is drawn for it stands for a missing glyph
# Fonts that draw pictograms where letters should be.
_PICTOGRAMS = ("awesome", "barcode", "dingbat", "emoji", "icon", "marlett", "symbol", "webdings",
               "wingdings")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """A font whose letters are all drawn to one scale and on one baseline."""

    path: Path
    name: str
    scale: float  # font size in sides of the picture, so that "Hg" and "W" fit
    baseline: float  # from the top, in sides of the picture
    characters: str  # those of CHARACTERS that it has


class Glyphs(Source):
    """A-Z, a-z and 0-9, white on black; the label is the character.

    The same fonts give the same pictures.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._files: list[Path] = []

    def content(self) -> Generator[Event, None, str]:
        self._files = font_files()
        found = yield from digests("fonts", self._files)
        return combined([_VERSION, *sorted(set(found))])

    def load(self) -> Generator[Event, None, Collection]:
        faces: dict[str, Face] = {}
        for done, file in enumerate(self._files):
            if done % 8 == 0:
                yield Stage(Sentence("Looking at fonts"), done, len(self._files))
            face = look_at(file)
            if face is not None:
                faces.setdefault(face.name, face)  # the same font may be installed twice
        if not faces:
            raise Trouble("No font with letters was found on this computer.")
        chosen = [face for _, face in sorted(faces.items())]
        chosen = chosen[:: math.ceil(len(chosen) / _MOST_FACES)]
        drawn = [(face, c) for face in chosen for c in face.characters]
        variations = min(math.ceil(_WANTED / len(drawn)), _MOST_VARIATIONS)

        def picture(index: int, target: int) -> Decoded:
            variation, which = divmod(index, len(drawn))
            side = max(64, 2 * target)
            image = _draw(*drawn[which], side, index if variation else None)
            return Decoded(image, Facts(side, side))

        pairs = drawn * variations
        labels = np.array([CHARACTERS.index(c) for _, c in pairs], np.int64)
        names = [f"{c}, {face.name}" for face, c in pairs]
        return Collection(names, picture, labels, tuple(CHARACTERS))


def look_at(file: Path) -> Face | None:
    """What can be drawn with a font file; None where it has no letters."""
    size = 100
    try:
        font = _font(file, size)
        name = " ".join(word for word in font.getname() if word)
        if any(word in name.lower() for word in _PICTOGRAMS):
            return None
        missing = bytes(font.getmask(_UNASSIGNED))
        characters = "".join(
            c for c in CHARACTERS if font.getbbox(c)[2] and bytes(font.getmask(c)) != missing
        )
        _, top, _, bottom = font.getbbox("Hg", anchor="ls")
        width = font.getlength("W")
    except (OSError, ValueError):  # damaged, or bitmaps of other sizes
        return None
    if not characters or bottom <= top or not width:
        return None
    scale = min(0.75 / (bottom - top), 0.85 / width) * size
    middle = (top + bottom) / 2 / size * scale
    return Face(file, name, scale, 0.5 - middle, characters)


def _draw(face: Face, character: str, side: int, seed: int | None) -> Image.Image:
    """One glyph on (side, side) pixels; plain, or varied by `seed`."""
    dice = None if seed is None else np.random.Generator(np.random.Philox(key=seed))
    bolder = 0.0 if dice is None else max(0.0, dice.uniform(-0.02, 0.02)) * side
    font = _font(face.path, max(1, round(face.scale * side)))
    left, _, right, _ = font.getbbox(character, anchor="ls")
    place = (side - left - right) / 2, face.baseline * side
    image = Image.new("L", (side, side))
    ImageDraw.Draw(image).text(place, character, 255, font, anchor="ls", stroke_width=bolder)
    if dice is None:
        return image
    slant, wider = 0.1 * dice.standard_normal(), 1 / dice.uniform(0.85, 1)
    across, down = dice.uniform(-0.05, 0.05, 2) * side
    # Where the pixel (x, y) comes from, counted from the centre (m, m):
    # (wider * (x - m) + slant * (y - m) - across, wider * (y - m) - down).
    m = side / 2
    matrix = (wider, slant, m - wider * m - slant * m - across, 0, wider, m - wider * m - down)
    return image.transform(image.size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC)


@lru_cache(maxsize=64)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
