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

_MOST_DIRECTORIES = 8  # of a file; there are four kinds
_MOST_FIELDS = 500  # of a directory; cameras write some 50
_MOST_BYTES = 1 << 24  # of all values


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
    return _with(block.removeprefix(b"Exif\0\0"), {_ORIENTATION: 1})


def sized(block: bytes, width: int, height: int) -> bytes:
    """A block that gives these sides in pixels, where it gives any."""
    sides = {_WIDTH: width, _HEIGHT: height, _PIXEL_WIDTH: width, _PIXEL_HEIGHT: height}
    return _with(block, sides) or block


def of_tiff(data: mmap) -> bytes | None:
    """The block of what a TIFF file says of its picture, or None where that is nothing."""
    layout = _layout(data)
    if layout is None:
        return None
    fields = [field for field in _Reader(data, layout).fields() if field.tag in _ABOUT]
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
        fields = {field.tag: field for field in _Reader(data, ours, len(data)).fields()}
    for field in _Reader(block, theirs).fields():
        if field.tag in _ABOUT:
            fields[field.tag] = _turned(field, theirs, ours)
    end = file.seek(0, SEEK_END)
    end += file.write(b"\0" * (end % 2))
    file.write(_written(fields.values(), ours, end))
    file.seek(8 if ours.big else 4)
    file.write(struct.pack(ours.offset, end))


def _layout(data: Data) -> _Layout | None:
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 16:
        return None
    (version,) = struct.unpack_from(order + "H", data, 2)
    return _Layout(order, version == 43) if version in (42, 43) else None


class _Reader:
    """The fields of a file that may be damaged, or made to keep its reader busy."""

    def __init__(self, data: Data, layout: _Layout, most: int = _MOST_BYTES) -> None:
        self._data = data
        self._layout = layout
        self._left = most  # bytes of values that are still believed
        self._seen: set[int] = set()

    @property
    def first(self) -> int:
        """Where the first directory is."""
        return self.number(self._layout.offset, 8 if self._layout.big else 4)

    def number(self, form: str, at: int) -> int:
        """One number; 0 beyond the end."""
        if at + struct.calcsize(form) > len(self._data):
            return 0
        number: int = struct.unpack_from(form, self._data, at)[0]
        return number

    def fields(self) -> list[_Field]:
        """What is whole and of a known kind, from the first directory on."""
        return self._directory(self.first)

    def _directory(self, at: int) -> list[_Field]:
        if at in self._seen or len(self._seen) == _MOST_DIRECTORIES:
            return []
        self._seen.add(at)
        count = min(self.number(self._layout.count, at), _MOST_FIELDS)
        start = at + struct.calcsize(self._layout.count)
        size = self._layout.entry.size
        end = min(start + count * size, len(self._data) - size + 1)
        fields = [self._field(entry) for entry in range(start, end, size)]
        return [field for field in fields if field is not None]

    def _field(self, entry: int) -> _Field | None:
        tag, kind, many, inline = self._layout.entry.unpack_from(self._data, entry)
        size = many * math.prod(_KINDS.get(kind, (0, 0)))
        at = entry + self._layout.entry.size - len(inline)
        if size > len(inline):
            at = self.number(self._layout.offset, at)
        if not 0 < size <= self._left or at + size > len(self._data):
            return None
        self._left -= size
        inside: tuple[_Field, ...] = ()
        if tag in _DIRECTORIES:
            form = {_LONG: "I", _IFD: "I", _LONG8: "Q", _IFD8: "Q"}.get(kind)
            inside = tuple(
                self._directory(self.number(self._layout.order + form, at)) if form else ()
            )
            if not inside:
                return None
        return _Field(tag, kind, self._data[at : at + size], at, inside)


def _with(block: bytes, numbers: Mapping[int, int]) -> bytes | None:
    """The block with other numbers in the fields that it has, and without a thumbnail."""
    layout = _layout(block)
    if layout is None:
        return None
    reader = _Reader(block, layout)
    patched = bytearray(block)
    forms = {_SHORT: layout.order + "H", _LONG: layout.order + "I"}
    for field in _all(reader.fields()):
        number, form = numbers.get(field.tag), forms.get(field.kind)
        if number is not None and form and number < 256 ** struct.calcsize(form):
            struct.pack_into(form, patched, field.at, number)
    count = reader.number(layout.count, reader.first)
    following = reader.first + struct.calcsize(layout.count) + count * layout.entry.size
    if reader.number(layout.offset, following):
        struct.pack_into(layout.offset, patched, following, 0)  # the directory of the thumbnail
    return bytes(patched)


def _all(fields: Iterable[_Field]) -> Iterator[_Field]:
    for field in fields:
        yield field
        yield from _all(field.inside)


def _turned(field: _Field, theirs: _Layout, ours: _Layout) -> _Field:
    """A field as the other layout writes it."""
    import numpy as np

    value = field.value
    if theirs.order != ours.order:
        value = np.frombuffer(value, f"u{_KINDS[field.kind][0]}").byteswap().tobytes()
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
