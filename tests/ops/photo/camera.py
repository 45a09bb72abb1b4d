"""EXIF as a camera writes it, made by hand, and read by Pillow."""

from __future__ import annotations

import struct
from typing import Any

from PIL import Image

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><!-- four stars --></x:xmpmeta>"

Entry = tuple[int, int, int, bytes]  # tag, kind, how many, value

_FOLLOWING = {0x8769, 0x8825, 0xA005}


def block(
    order: str, *, width: int = 0, height: int = 0, note: bytes = b"", last: int = 0
) -> bytes:
    """A block of title, maker, date, exposure, a maker's note, place, and two directories in one.

    Args:
        order: "<" or ">".
        last: where a thumbnail's directory is said to be.
    """
    number = order + "I"
    note = note or b"MAKER\0" + bytes(range(256))
    interop = [(1, 2, 4, b"R98\0")]
    camera = [
        (0x829A, 5, 1, struct.pack(order + "II", 1, 250)),
        (0x9003, 2, 20, b"2024:01:02 03:04:05\0"),
        (0x927C, 7, len(note), note),
        (0xA002, 4, 1, struct.pack(number, width)),
        (0xA003, 4, 1, struct.pack(number, height)),
        (0xA005, 4, 1, interop),
        (0xA432, 5, 4, struct.pack(order + "8I", 24, 1, 70, 1, 28, 10, 4, 1)),
    ]
    place = [(1, 2, 2, b"N\0"), (2, 5, 3, struct.pack(order + "6I", 41, 1, 3, 2, 9, 4))]
    fields = [
        (0x010E, 2, 12, "Ağaç — 1\0".encode()[:12]),
        (0x010F, 2, 6, b"Maker\0"),
        (0x0112, 3, 1, struct.pack(order + "H", 1)),
        (0x8769, 4, 1, camera),
        (0x8825, 4, 1, place),
    ]
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(number, 8)
    return head + _directory(order, fields, 8, last)


def told(exif: bytes) -> dict[Any, Any]:
    """What a block says, by tag; the tags of the camera and of the place beside their names."""
    facts = Image.Exif()
    facts.load(exif)
    camera, place = facts.get_ifd(0x8769), facts.get_ifd(0x8825)
    own = {tag: value for tag, value in facts.items() if tag not in (0x0112, *_RESOLUTION)}
    return {
        **{tag: value for tag, value in own.items() if tag not in _FOLLOWING},
        **{("exif", tag): value for tag, value in camera.items() if tag not in _FOLLOWING},
        **{("gps", tag): value for tag, value in place.items()},
        "interop": dict(facts.get_ifd(0xA005)),
    }


_RESOLUTION = (0x011A, 0x011B, 0x0128)  # a TIFF file always gives one


def _directory(order: str, fields: list[Any], at: int, last: int = 0) -> bytes:
    head, behind = struct.pack(order + "H", len(fields)), b""
    free = at + 2 + 12 * len(fields) + 4
    for tag, kind, many, value in fields:
        if isinstance(value, list):
            place = free + len(behind)
            behind += _directory(order, value, place)
            value = struct.pack(order + "I", place)
        elif len(value) > 4:
            place = free + len(behind)
            behind += value + b"\0" * (len(value) % 2)
            value = struct.pack(order + "I", place)
        head += struct.pack(order + "HHI", tag, kind, many) + value.ljust(4, b"\0")
    return head + struct.pack(order + "I", last) + behind
