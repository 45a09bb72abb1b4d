"""EXIF is patched in place and moved into TIFF files; damaged EXIF harms nobody."""

from __future__ import annotations

import struct
import time
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from gendesk.ops.photo import Photo, exif, read_photo, write_photo
from tests.ops.photo.camera import block, told


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("prefix", (b"", b"Exif\0\0"))
def test_upright_changes_two_numbers_alone(order: str, prefix: bytes) -> None:
    good = block(order, last=0)
    at = good.index(struct.pack(order + "HHI", 0x0112, 3, 1)) + 8
    turned = bytearray(block(order, last=1234))
    struct.pack_into(order + "H", turned, at, 6)
    assert exif.upright(prefix + bytes(turned)) == good


def test_no_thumbnail_that_shows_it_as_it_was() -> None:
    thumbnail = BytesIO()
    Image.new("RGB", (16, 16)).save(thumbnail, "JPEG")
    data = bytearray(block("<"))
    count = struct.unpack_from("<H", data, 8)[0]
    struct.pack_into("<I", data, 10 + 12 * count, len(data))
    at = len(data) + 2 + 24 + 4
    data += struct.pack("<H", 2)
    data += struct.pack("<HHII", 0x0201, 4, 1, at)
    data += struct.pack("<HHII", 0x0202, 4, 1, len(thumbnail.getvalue()))
    data += struct.pack("<I", 0) + thumbnail.getvalue()
    facts = Image.Exif()
    facts.load(bytes(data))
    assert facts.get_ifd(ExifTags.IFD.IFD1)  # the directory is there before
    upright = exif.upright(bytes(data))
    assert upright is not None
    facts.load(upright)
    assert not facts.get_ifd(ExifTags.IFD.IFD1)


def test_sized_changes_sides_that_are_there() -> None:
    assert exif.sized(block(">", width=1, height=2), 700, 500) == block(">", width=700, height=500)
    assert exif.sized(b"no exif at all", 7, 5) == b"no exif at all"


def test_no_exif() -> None:
    for junk in (b"", b"Exif\0\0", b"II", b"II*\0", b"MM\0*" + b"\xff" * 4, b"x" * 100):
        assert exif.upright(junk) is None


def test_directories_that_hold_each_other() -> None:
    entry = struct.pack("<HHII", 0x8769, 4, 1, 8)
    loop = b"II*\0" + struct.pack("<IH", 8, 300) + entry * 300 + b"\0" * 4
    start = time.perf_counter()
    exif.upright(loop)
    assert time.perf_counter() - start < 2


def test_damaged_at_any_place(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    path = tmp_path / "photo.tif"
    write_photo(Photo(np.zeros((4, 4, 1), np.uint8)), path)
    whole = path.read_bytes()
    for _ in range(500):
        bad = bytearray(block("<>"[rng.integers(2)]))
        for place in rng.integers(0, len(bad), 5):
            bad[place] = rng.integers(256)
        upright = exif.upright(bytes(bad[: rng.integers(len(bad)) + 1]))
        if upright is None:
            continue
        path.write_bytes(whole)
        with path.open("r+b") as file:
            exif.into_tiff(file, upright)
        with Image.open(path) as image:
            assert image.size == (4, 4)
            image.load()


def test_tiff_without_anything_to_say(tmp_path: Path) -> None:
    path = tmp_path / "photo.tif"
    Image.new("L", (4, 4)).save(path)
    assert read_photo(path).exif is None


def test_values_of_all_kinds_turn_with_the_byte_order(tmp_path: Path) -> None:
    path = tmp_path / "photo.tif"
    write_photo(Photo(np.zeros((4, 4, 3), np.uint8), exif=block(">")), path)
    with Image.open(path) as image:
        assert told(image.getexif().tobytes())["exif", 0xA432] == (24.0, 70.0, 2.8, 4.0)
