"""EXIF: what a camera says of a picture, as the small TIFF file without pixels that it is.

The structure is that of TIFF 6.0, section 2, and of BigTIFF: a directory of fields, some of which
point to further directories; the tags are those of EXIF 2.32 (JEITA CP-3451).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from mmap import ACCESS_READ, mmap
from os import SEEK_END
from typing import BinaryIO

Data = bytes | mmap

# Bytes of a number, and numbers in a value, by kind (1 = BYTE … 18 = IFD8).
_KINDS = {
    1: (1, 1), 2: (1, 1), 3: (2, 1), 4: (4, 1), 5: (4, 2), 6: (1, 1), 7: (1, 1), 8: (2, 1),
    9: (4, 1), 10: (4, 2), 11: (4, 1), 12: (8, 1), 13: (4, 1), 16: (8, 1), 17: (8, 1), 18: (8, 1),
}  # fmt: skip
_SHORT, _LONG, _IFD, _LONG8, _IFD8 = 3, 4, 13, 16, 18

_WIDTH, _HEIGHT, _ORIENTATION = 0x0100, 0x0101, 0x0112
_PIXEL_WIDTH, _PIXEL_HEIGHT = 0xA002, 0xA003
_DIRECTORIES = frozenset((0x8769, 0x8825, 0xA005))  # camera, place, interoperability
# What a TIFF file says of the picture rather than of its own layout: titles, camera, resolution,
# software, date, people, rating, Windows' own titles, and the directories.
_ABOUT = frozenset((
    0x010D, 0x010E, 0x010F, 0x0110, 0x011A, 0x011B, 0x0128, 0x0131, 0x0132, 0x013B, 0x013C,
    0x4746, 0x4749, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0x8769, 0x8825,
))  # fmt: skip

_MOST_FIELDS = 500  # of a directory; cameras write some 50
_MOST_BYTES = 1 << 18  # of a value in a stranger's file


@dataclass(frozen=True, slots=True)
class _Field:
    tag: int
    kind: int
    value: bytes  # in the file's byte order
    at: int = 0  # where the value lies
    inside: tuple[_Field, ...] = ()  # of a directory, instead of its value


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a file writes its numbers: byte order, and 32 or 64 bits for where things are."""

    order: str  # "<" or ">"
    big: bool = False

    @property
    def offset(self) -> str:
        return self.order + ("Q" if self.big else "I")

    @property
    def count(self) -> str:
        return self.order + ("Q" if self.big else "H")

    @property
    def entry(self) -> struct.Struct:
        """Tag, kind, how many, and the value or where it is."""
        return struct.Struct(self.order + ("HHQ8s" if self.big else "HHI4s"))


def upright(block: bytes) -> bytes | None:
    """A block that says the picture is upright and has no thumbnail, which would show it as it was.

    Nothing moves: makers' notes point to places within the block. None where it is no EXIF.
    """
    block = block.removeprefix(b"Exif\0\0")
    return _with(block, {_ORIENTATION: 1})


def sized(block: bytes, width: int, height: int) -> bytes:
    """A block that gives these sides in pixels, where it gives any."""
    sides = {_WIDTH: width, _HEIGHT: height, _PIXEL_WIDTH: width, _PIXEL_HEIGHT: height}
    return _with(block, sides) or block


def of_tiff(data: mmap) -> bytes | None:
    """The block of what a TIFF file says of its picture, or None where that is nothing."""
    layout = _layout(data)
    if layout is None:
        return None
    first = _first(data, layout)
    fields = [f for f in _directory(data, layout, first, _MOST_BYTES) if f.tag in _ABOUT]
    if not fields:
        return None
    small = _Layout(layout.order)
    head = (b"II*\0" if small.order == "<" else b"MM\0*") + struct.pack(small.offset, 8)
    return head + _written(fields, small, len(head))


def into_tiff(file: BinaryIO, block: bytes) -> None:
    """Let a TIFF file of ours, which is open for reading and writing, say what a block says.

    Its directory is written anew at the end; what it points to stays where it is.
    """
    theirs = _layout(block)
    if theirs is None:
        return
    with mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        ours = _layout(data)
        assert ours is not None  # we wrote it
        fields = {f.tag: f for f in _directory(data, ours, _first(data, ours), len(data))}
    for field in _directory(block, theirs, _first(block, theirs), _MOST_BYTES):
        if field.tag in _ABOUT:
            fields[field.tag] = _turned(field, theirs, ours)
    end = file.seek(0, SEEK_END)
    end += file.write(b"\0" * (end % 2))
    file.write(_written(list(fields.values()), ours, end))
    file.seek(8 if ours.big else 4)
    file.write(struct.pack(ours.offset, end))


def _layout(data: Data) -> _Layout | None:
    orders = {b"II": "<", b"MM": ">"}
    order = orders.get(data[:2])
    if order is None or len(data) < 16:
        return None
    (version,) = struct.unpack_from(order + "H", data, 2)
    return _Layout(order, version == 43) if version in (42, 43) else None


def _first(data: Data, layout: _Layout) -> int:
    """Where the first directory is."""
    return _number(data, layout.offset, 8 if layout.big else 4)


def _number(data: Data, form: str, at: int) -> int:
    """One number, or 0 beyond the end of a damaged file."""
    if at + struct.calcsize(form) > len(data):
        return 0
    number: int = struct.unpack_from(form, data, at)[0]
    return number


def _directory(data: Data, layout: _Layout, at: int, most: int, deep: int = 0) -> list[_Field]:
    """The fields of a directory that are whole, of known kinds, and of at most `most` bytes."""
    count = min(_number(data, layout.count, at), _MOST_FIELDS)
    at += struct.calcsize(layout.count)
    found = []
    for entry in range(at, at + count * layout.entry.size, layout.entry.size):
        if entry + layout.entry.size > len(data):
            break
        tag, kind, many, inline = layout.entry.unpack_from(data, entry)
        size = many * math.prod(_KINDS.get(kind, (0, 0)))
        place = entry + layout.entry.size - len(inline)
        if size > len(inline):
            place = _number(data, layout.offset, place)
        if not 0 < size <= most or place + size > len(data):
            continue
        value = data[place : place + size]
        inside: tuple[_Field, ...] = ()
        if tag in _DIRECTORIES:
            if deep > 1 or kind not in (_LONG, _IFD, _LONG8, _IFD8) or many != 1:
                continue
            lower = _number(data, layout.order + ("I" if size == 4 else "Q"), place)
            inside = tuple(_directory(data, layout, lower, most, deep + 1))
            if not inside:
                continue
        found.append(_Field(tag, kind, value, place, inside))
    return found


def _with(block: bytes, numbers: Mapping[int, int]) -> bytes | None:
    """The block with other numbers in the fields that it has, and without a thumbnail."""
    layout = _layout(block)
    if layout is None:
        return None
    patched = bytearray(block)
    first = _first(block, layout)
    for field in _all(_directory(block, layout, first, _MOST_BYTES)):
        forms = {_SHORT: "H", _LONG: "I"}
        if field.tag in numbers and field.kind in forms:
            form = layout.order + forms[field.kind]
            if numbers[field.tag] < 256 ** struct.calcsize(form):
                struct.pack_into(form, patched, field.at, numbers[field.tag])
    count = _number(block, layout.count, first)
    following = first + struct.calcsize(layout.count) + count * layout.entry.size
    if following + struct.calcsize(layout.offset) <= len(patched):
        struct.pack_into(layout.offset, patched, following, 0)  # the directory of the thumbnail
    return bytes(patched)


def _all(fields: Iterable[_Field]) -> Iterator[_Field]:
    for field in fields:
        yield field
        yield from _all(field.inside)


def _turned(field: _Field, theirs: _Layout, ours: _Layout) -> _Field:
    """A field as the other layout writes it."""
    value = field.value
    if theirs.order != ours.order:
        unit = _KINDS[field.kind][0]
        value = b"".join(value[i : i + unit][::-1] for i in range(0, len(value), unit))
    return replace(field, value=value, inside=tuple(_turned(f, theirs, ours) for f in field.inside))


def _written(fields: Iterable[_Field], layout: _Layout, at: int) -> bytes:
    """A directory that will lie at `at`, and behind it all that it points to."""
    ordered = sorted(fields, key=lambda field: field.tag)
    head = struct.pack(layout.count, len(ordered))
    free = len(head) + layout.entry.size * len(ordered) + struct.calcsize(layout.offset)
    behind = bytearray()
    for field in ordered:
        place = at + free + len(behind)
        kind, value = field.kind, field.value
        if field.inside:
            behind += _written(field.inside, layout, place)
            kind = _LONG8 if layout.big else _LONG
            value = struct.pack(layout.offset, place)
        many = len(value) // math.prod(_KINDS[kind])
        if len(value) > struct.calcsize(layout.offset):
            behind += value
            value = struct.pack(layout.offset, place)
        behind += b"\0" * (len(behind) % 2)  # everything begins at an even place
        head += layout.entry.pack(field.tag, kind, many, value)
    return head + struct.pack(layout.offset, 0) + bytes(behind)
