"""EXIF put into a file that libvips wrote: libvips would write it anew, and lose makers' notes."""

from __future__ import annotations

import struct
import zlib
from os import SEEK_END
from typing import BinaryIO

from gendesk.ops.photo import exif

_MOST_IN_JPEG = 65_535 - 2 - 6  # of a segment, less its length and "Exif"
_BLOCK = 1 << 24  # bytes moved at once


def put_exif(file: BinaryIO, kind: str, block: bytes) -> None:
    """Let a "jpeg", "png", "webp" or "tiff" file, open for reading and writing, hold an EXIF block.

    A JPEG file has no room for more than 64 KB, and is left without.
    """
    if kind == "png":  # PNG 3, 11.3.4.5; behind the header of 8 + 25 bytes
        chunk = b"eXIf" + block
        length, sum_ = struct.pack(">I", len(block)), struct.pack(">I", zlib.crc32(chunk))
        _insert(file, 33, length + chunk + sum_)
    elif kind == "jpeg" and len(block) <= _MOST_IN_JPEG:
        _insert(file, 2, b"\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\0\0" + block)
    elif kind == "webp":
        _into_webp(file, block)
    elif kind == "tiff":
        exif.into_tiff(file, block)


def _into_webp(file: BinaryIO, block: bytes) -> None:
    """At the end, and said in the extended header (RFC 9649, 2.7), which a plain file lacks."""
    file.seek(12)
    start = file.read(18)
    if start[:4] == b"VP8X":
        file.seek(20)
        file.write(bytes([start[8] | 0x08]))
    else:  # lossy and opaque: a key frame (RFC 6386, 9.1) gives its sides in 14 bits each
        width, height = (side & 0x3FFF for side in struct.unpack("<HH", start[14:18]))
        sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        _insert(file, 12, b"VP8X" + struct.pack("<II", 10, 0x08) + sides)
    file.seek(0, SEEK_END)
    file.write(b"EXIF" + struct.pack("<I", len(block)) + block + b"\0" * (len(block) % 2))
    end = file.tell()
    file.seek(4)
    file.write(struct.pack("<I", end - 8))


def _insert(file: BinaryIO, at: int, piece: bytes) -> None:
    """Move all from `at` on, last block first, and put `piece` before it."""
    end = file.seek(0, SEEK_END)
    for start in reversed(range(at, end, _BLOCK)):
        file.seek(start)
        moved = file.read(min(_BLOCK, end - start))
        file.seek(start + len(piece))
        file.write(moved)
    file.seek(at)
    file.write(piece)
