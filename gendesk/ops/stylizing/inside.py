"""A commission within a painting's PNG file, so that the file brings everything back.

It is one private chunk (PNG 3, 5.4) of deflated JSON: the recipe's settings, and each picture as
JPEG, each mask as PNG, in base 64. Text chunks would be the usual place, but readers refuse a file
whose text takes megabytes, and pass over a private chunk. What is read may come from anybody:
every size is limited, and pictures go through the one decoder.
"""

from __future__ import annotations

import json
import math
import re
import struct
import zlib
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk.core.sentence import Trouble
from gendesk.data.decoder import decode
from gendesk.ops.stylizing.commission import Commission, Mask, Pixels, StyleChoice
from gendesk.ops.stylizing.recipe import PaintingRecipe

CHUNK = b"gdPt"
MOST_STYLES = 16
_FORM = 1  # of the JSON; a later one that cannot be read by this gets another number
_MOST_PACKED = 1 << 26  # bytes: some 60 megapixels of JPEG
_MOST_UNPACKED = 3 << 25  # base 64 takes a third more, and settings next to nothing
_MOST_PIXELS = 1 << 26  # of one picture
_MOST_NAME = 200
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def packed(commission: Commission) -> bytes:
    """The chunk's content, every picture no larger than the painting needs it.

    Raises:
        Trouble: that is more than would be read again.
    """
    small = commission.shrunk()
    text = json.dumps(
        {
            "form": _FORM,
            "recipe": small.recipe.as_dict(),
            "name": _plain(small.name),
            "content": _picture(small.content),
            "alpha": _mask(small.alpha),
            "styles": [
                {
                    "name": _plain(style.name),
                    "weight": style.weight,
                    "picture": _picture(style.pixels),
                    "part": _mask(style.part),
                    "region": _mask(style.region),
                }
                for style in small.styles
            ],
        }
    )
    data = zlib.compress(text.encode(), 1)
    if len(text) > _MOST_UNPACKED or len(data) > _MOST_PACKED or len(small.styles) > MOST_STYLES:
        raise Trouble(
            "The pictures are too many or too large to be kept in the painting's file; save it "
            "as TIFF or JPEG."
        )
    return data


def chunk_of(path: Path) -> bytes | None:
    """The chunk's content in a PNG file, or None where there is none; no pixel is decoded.

    Raises:
        Trouble: it is damaged, or too large to be ours.
    """
    try:
        with path.open("rb") as file:
            if file.read(8) != _SIGNATURE:
                return None
            return _found(file, path.name)
    except OSError:
        return None  # whoever opens it as a picture says why


def unpacked(data: bytes, name: str) -> Commission:
    """The commission that `packed` made a chunk of.

    Raises:
        Trouble: it never did.
    """
    try:
        found = _json(data)
        if found["form"] != _FORM:
            raise Trouble("{name} was painted by a newer gendesk; update to open it.", name=name)
        recipe = PaintingRecipe.from_dict(found["recipe"])
        with TemporaryDirectory() as folder:
            return _commission(found, recipe, Path(folder))
    except (ValueError, TypeError, KeyError, RecursionError, zlib.error, _Refused):
        raise _damaged(name) from None


class _Refused(Exception):
    """A picture within is none, or too large."""


def _found(file: IO[bytes], name: str) -> bytes | None:
    """Chunk by chunk up to ours."""
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        if kind == CHUNK:
            data = file.read(length) if length <= _MOST_PACKED else b""
            if len(data) != length or file.read(4) != struct.pack(">I", zlib.crc32(kind + data)):
                raise _damaged(name)
            return data
        if kind == b"IEND":
            return None
        file.seek(length + 4, 1)
    return None


def _json(data: bytes) -> dict[str, Any]:
    inflated = zlib.decompressobj()
    text = inflated.decompress(data, _MOST_UNPACKED)
    if not inflated.eof:
        raise ValueError
    found = json.loads(text)
    if not isinstance(found, dict):
        raise TypeError
    return found


def _commission(found: dict[str, Any], recipe: PaintingRecipe, folder: Path) -> Commission:
    if not 0 < len(found["styles"]) <= MOST_STYLES:
        raise ValueError
    if re.match(r"\s*[/\\]{2}", recipe.features):  # opening it would call a stranger's computer
        raise ValueError
    styles = []
    for each in found["styles"]:
        pixels = _pixels(each["picture"], folder)
        weight = float(each["weight"])
        if not (math.isfinite(weight) and weight >= 0):
            raise ValueError
        part, region = _values(each["part"], folder), _values(each["region"], folder)
        styles.append(StyleChoice(_name(each["name"]), pixels, weight, part, region))
    content, alpha = _pixels(found["content"], folder), _values(found["alpha"], folder)
    return Commission(_name(found["name"]), content, tuple(styles), recipe, alpha)


def _plain(name: str) -> str:
    """What may be printed of a name: a file's may be of any bytes."""
    return "".join(filter(str.isprintable, name))[:_MOST_NAME]


def _name(found: Any) -> str:
    if not isinstance(found, str) or len(found) > _MOST_NAME or not found.isprintable():
        raise ValueError
    return found


def _picture(pixels: Pixels) -> str:
    return _encoded(pixels, "JPEG", quality=92, subsampling=0)


def _mask(values: Mask | None) -> str | None:
    return None if values is None else _encoded(values, "PNG")


def _encoded(values: NDArray[np.uint8], kind: str, **options: Any) -> str:
    held = BytesIO()
    Image.fromarray(values).save(held, kind, **options)
    return b64encode(held.getvalue()).decode()


def _pixels(text: Any, folder: Path) -> Pixels:
    return np.asarray(_decoded(text, folder).convert("RGB"))


def _values(text: Any, folder: Path) -> Mask | None:
    return None if text is None else np.asarray(_decoded(text, folder).convert("L"))


def _decoded(text: Any, folder: Path) -> Image.Image:
    """By way of a file, since the decoder takes nothing else."""
    place = folder / "picture"
    place.write_bytes(b64decode(text, validate=True))
    try:
        return decode(place, max_pixels=_MOST_PIXELS).picture
    except Trouble:
        raise _Refused from None


def _damaged(name: str) -> Trouble:
    return Trouble(
        "What {name} holds beside its pixels is damaged, or no painting's recipe; save it anew from another program to use the picture alone.",
        name=name,
    )
