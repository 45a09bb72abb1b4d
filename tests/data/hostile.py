"""Pictures that break programs, made afresh for each test."""

from __future__ import annotations

import os
import socket
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

Maker = Callable[[Path], None]

_RNG = np.random.default_rng(0)
PHOTO = Image.fromarray(_RNG.integers(0, 256, (48, 64, 3), dtype=np.uint8)).resize((640, 480))
GREY = PHOTO.convert("L")


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of an image file."""
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def png(width: int, height: int, depth: int, colour: int, data: bytes, *extra: bytes) -> bytes:
    """A PNG by hand, whatever its header claims."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = [_chunk(b"IHDR", header), *extra, _chunk(b"IDAT", data), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bytes(data: bytes) -> Maker:
    return lambda path: _write(path, data)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may have only 108 bytes
        try:
            server.bind(path.name)
        finally:
            os.chdir(here)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(1 << 40)


def _many_scans() -> bytes:
    data = encoded(PHOTO, "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * 2000 + data[-2:]


def _animation(kind: str) -> bytes:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green", "blue")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], lossless=True)


def _orientation(value: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = value
    return encoded(PHOTO, "JPEG", exif=exif)


_JPEG = encoded(PHOTO, "JPEG")
_PNG = encoded(PHOTO, "PNG")
_ROWS = zlib.compress(b"\0" * 1000)

REFUSED: dict[str, Maker] = {
    "empty.jpg": _bytes(b""),
    "text.png": _bytes(b"this is no picture\n" * 50),
    "page.jpg": _bytes(b"<!DOCTYPE html><title>404</title>"),
    "drawing.png": _bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "noise.jpg": _bytes(_RNG.bytes(4096)),
    "two_bytes.jpg": _bytes(b"\xff\xd8"),
    "only_a_signature.png": _bytes(b"\x89PNG\r\n\x1a\n"),
    "cut_in_the_header.jpg": _bytes(_JPEG[:100]),
    "cut.jpg": _bytes(_JPEG[: len(_JPEG) // 2]),
    "cut.png": _bytes(_PNG[: len(_PNG) // 2]),
    "cut.gif": _bytes(encoded(PHOTO, "GIF")[:2000]),
    "cut.webp": _bytes(encoded(PHOTO, "WEBP")[:500]),
    "cut.tif": _bytes(encoded(PHOTO, "TIFF")[:5000]),
    "cut.bmp": _bytes(encoded(PHOTO, "BMP")[:5000]),
    "wrong_sum.png": _bytes(_PNG[:60] + bytes([_PNG[60] ^ 255]) + _PNG[61:]),
    "bomb.png": _bytes(png(60_000, 60_000, 8, 2, _ROWS)),
    "grey_bomb.png": _bytes(png(9_000, 9_000, 1, 0, zlib.compress(b"\0" * 9_000 * 1126))),
    "wide.png": _bytes(png(2_000_000_000, 1, 8, 2, _ROWS)),
    "no_pixels.png": _bytes(png(0, 10, 8, 2, _ROWS)),
    "bomb.gif": _bytes(b"GIF89a" + struct.pack("<HH", 65535, 65535) + encoded(GREY, "GIF")[10:]),
    "bomb.bmp": _bytes(
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 54, 0, 54, 40, 50_000, 50_000, 1, 24, *[0] * 6)
    ),
    "bomb.ppm": _bytes(b"P6 60000 60000 255\n" + b"\0" * 100),
    "bomb.qoi": _bytes(b"qoif" + struct.pack(">IIBB", 60_000, 60_000, 4, 0) + b"\xfe" * 64),
    "text_bomb.png": _bytes(
        png(8, 8, 8, 0, _ROWS, _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 80_000_000)))
    ),
    "scans.jpg": _bytes(_many_scans()),
    "phone.heic": _bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100),
    "script.png": _bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n{} loop\n"),
    "folder.jpg": Path.mkdir,
    "huge.png": _sparse,
    "gone.jpg": lambda path: path.symlink_to("nowhere"),
    "loop.jpg": lambda path: path.symlink_to(path.name),
    "device.jpg": lambda path: path.symlink_to("/dev/zero"),
    "pipe.jpg": os.mkfifo,
    "socket.jpg": _socket,
}

READ: dict[str, Maker] = {
    "plain.jpg": _bytes(_JPEG),
    "progressive.jpg": _bytes(encoded(PHOTO, "JPEG", progressive=True)),
    "a_png.jpg": _bytes(_PNG),
    "odd — näme\n☃.png": _bytes(_PNG),
    "garbage_after.jpg": _bytes(_JPEG + _RNG.bytes(1000)),
    "one_pixel.png": _bytes(encoded(Image.new("RGB", (1, 1), "red"), "PNG")),
    "strip.png": _bytes(encoded(Image.new("L", (5000, 1), 99), "PNG")),
    "bits.png": _bytes(encoded(GREY.convert("1"), "PNG")),
    "bits.tif": _bytes(encoded(GREY.convert("1"), "TIFF", compression="group4")),
    "palette.png": _bytes(encoded(PHOTO.convert("P"), "PNG", transparency=bytes(range(256)))),
    "grey_alpha.png": _bytes(encoded(PHOTO.convert("LA"), "PNG")),
    "alpha.webp": _bytes(encoded(Image.new("RGBA", (40, 40), (9, 9, 9, 99)), "WEBP")),
    "key_colour.png": _bytes(encoded(PHOTO, "PNG", transparency=(0, 0, 0))),
    "cmyk.jpg": _bytes(encoded(PHOTO.convert("CMYK"), "JPEG")),
    "cmyk.tif": _bytes(encoded(PHOTO.convert("CMYK"), "TIFF")),
    "lab.tif": _bytes(encoded(Image.new("LAB", (40, 40), (128, 128, 128)), "TIFF")),
    "broken_profile.jpg": _bytes(encoded(PHOTO, "JPEG", icc_profile=b"\0" * 200)),
    "profile_of_grey.jpg": _bytes(
        encoded(PHOTO, "JPEG", icc_profile=ImageCms.ImageCmsProfile(
            ImageCms.createProfile("LAB")).tobytes())
    ),
    "broken_exif.jpg": _bytes(encoded(PHOTO, "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" * 9)),
    "exif_99.jpg": _bytes(_orientation(99)),
    "animation.gif": _bytes(_animation("GIF")),
    "animation.webp": _bytes(_animation("WEBP")),
    "animation.png": _bytes(_animation("PNG")),
    "deep.png": _bytes(encoded(Image.fromarray(np.full((40, 40), 32896, np.uint16)), "PNG")),
    "deep.pgm": _bytes(b"P5 2 2 65535\n" + struct.pack(">4H", 0, 0, 65535, 65535)),
    "float.tif": _bytes(encoded(Image.fromarray(np.full((40, 40), 0.5, np.float32)), "TIFF")),
    "nan.tif": _bytes(encoded(Image.fromarray(np.full((40, 40), np.nan, np.float32)), "TIFF")),
    "pages.tif": _bytes(_animation("TIFF").replace(b"lossless", b"")),
    "most.png": _bytes(png(8_000, 8_000, 8, 0, zlib.compress(b"\0" * 8_000 * 8_001, 1))),
    "picture.jp2": _bytes(encoded(PHOTO, "JPEG2000")),
    "picture.avif": _bytes(encoded(PHOTO, "AVIF", quality=50, speed=10)),
    "picture.tga": _bytes(encoded(PHOTO, "TGA")),
}  # fmt: skip
