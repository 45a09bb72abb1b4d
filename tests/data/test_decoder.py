"""Every kind of picture is read as a person would see it, or refused by name, and soon."""

from __future__ import annotations

import os
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from gendesk.core.sentence import Trouble
from gendesk.data.decoder import Decoded, decode
from tests.data.hostile import PHOTO, READ, REFUSED, encoded, png

# Pillow's warnings about odd files are silenced by the decoder; pytest turns them on again.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")


def saved(path: Path, image: Image.Image, kind: str, **options: object) -> Decoded:
    path.write_bytes(encoded(image, kind, **options))
    return decode(path)


def pixel(decoded: Decoded) -> tuple[int, ...]:
    """The colour in the middle."""
    picture = decoded.picture
    return tuple(picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2)))


@pytest.mark.parametrize("name", REFUSED)
def test_refuses_by_name_within_two_seconds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    REFUSED[name](path)
    start = time.perf_counter()
    with pytest.raises(Trouble) as refusal:
        decode(path, target=64)
    assert time.perf_counter() - start < 2
    assert name in str(refusal.value)


@pytest.mark.parametrize("name", READ)
def test_reads_within_two_seconds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    READ[name](path)
    start = time.perf_counter()
    picture = decode(path, target=64).picture
    assert time.perf_counter() - start < 2
    assert picture.mode in ("L", "RGB")
    assert np.asarray(picture).shape[:2] == (picture.height, picture.width)


def test_names_that_are_no_text_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.jpg")
    try:
        path.write_bytes(b"")
    except OSError:
        pytest.skip("this file system wants UTF-8")
    with pytest.raises(Trouble) as refusal:
        decode(path)
    assert str(refusal.value).encode() == "caf\ufffd.jpg is empty.".encode()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied(tmp_path: Path, orientation: int) -> None:
    upright = Image.new("RGB", (60, 40), "white")
    upright.paste("red", (0, 0, 30, 20))  # the corner that tells all eight ways apart
    turns = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = upright
    for turn in turns.get(orientation, []):
        stored = stored.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    decoded = saved(tmp_path / "a.png", stored, "PNG", exif=exif)
    assert np.array_equal(decoded.picture, upright)
    assert (decoded.facts.width, decoded.facts.height) == (60, 40)
    assert decoded.facts.turned == (orientation > 1)


def test_sixteen_bits_are_scaled_rather_than_clipped(tmp_path: Path) -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint16)[None] * 257, 8, axis=0)
    for kind in ("PNG", "TIFF"):
        decoded = saved(tmp_path / "ramp", Image.fromarray(ramp), kind)
        assert np.array_equal(np.asarray(decoded.picture)[0], np.arange(256))
        assert decoded.facts.deep


def test_sixteen_bit_colour_is_counted_as_deep(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 1, 16, 2, zlib.compress(b"\0" + b"\x80\0\x40\0\x20\0")))
    decoded = decode(path)
    assert pixel(decoded) == (128, 64, 32)
    assert decoded.facts.deep


@pytest.mark.parametrize(
    ("values", "expected"), [([0.0, 0.5, 1.0], [0, 128, 255]), ([0.0, 51.0, 255.0], [0, 51, 255])]
)
def test_floats_are_scaled_by_their_range(
    tmp_path: Path, values: list[float], expected: list[int]
) -> None:
    image = Image.fromarray(np.array([values], np.float32))
    assert np.asarray(saved(tmp_path / "a.tif", image, "TIFF").picture).tolist() == [expected]


def test_transparency_is_laid_on_white(tmp_path: Path) -> None:
    for mode, clear in (("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))):
        decoded = saved(tmp_path / "a.png", Image.new(mode, (8, 8), clear), "PNG")
        assert pixel(decoded) == (255, 255, 255)
        assert decoded.facts.alpha
    half = saved(tmp_path / "a.png", Image.new("RGBA", (8, 8), (255, 0, 0, 51)), "PNG")
    assert pixel(half) == (255, 204, 204)
    palette = Image.new("P", (8, 8), 1)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    assert pixel(saved(tmp_path / "a.png", palette, "PNG", transparency=1)) == (255, 255, 255)


def test_grey_stays_grey(tmp_path: Path) -> None:
    for mode in ("1", "L", "LA"):
        assert saved(tmp_path / "a.png", PHOTO.convert(mode), "PNG").picture.mode == "L"


def test_cmyk_becomes_the_colour_that_was_meant(tmp_path: Path) -> None:
    for kind in ("JPEG", "TIFF"):
        image = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
        red, green, blue = pixel(saved(tmp_path / "a", image, kind))
        assert red > 240 and green < 15 and blue < 15


def test_colour_profiles_become_srgb(tmp_path: Path) -> None:
    # A profile whose red and blue are exchanged shows whether it was used.
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    srgb = srgb.replace(b"rXYZ", b"tmp_").replace(b"bXYZ", b"rXYZ").replace(b"tmp_", b"bXYZ")
    swapped = bytes(srgb.replace("sRGB".encode("utf-16-be"), "odd!".encode("utf-16-be")))
    swapped = swapped.replace(b"sRGB built-in", b"odd! built-in")
    image = Image.new("RGB", (8, 8), (200, 0, 0))
    red, _, blue = pixel(saved(tmp_path / "a.png", image, "PNG", icc_profile=swapped))
    assert blue > 150 > 50 > red


def test_a_broken_profile_is_passed_over(tmp_path: Path) -> None:
    image = Image.new("RGB", (8, 8), (200, 10, 20))
    decoded = saved(tmp_path / "a.png", image, "PNG", icc_profile=b"\0" * 200)
    assert pixel(decoded) == (200, 10, 20)
    assert "profile" in str(decoded.facts.notes[0])


def test_the_first_frame_is_taken_and_said(tmp_path: Path) -> None:
    for name in ("animation.gif", "animation.webp", "animation.png", "pages.tif"):
        path = tmp_path / name
        READ[name](path)
        decoded = decode(path)
        assert pixel(decoded) == (255, 0, 0)
        assert decoded.facts.animated
        assert name in str(decoded.facts.notes[0])


def test_a_small_target_gives_a_smaller_picture_of_the_same_thing(tmp_path: Path) -> None:
    large = PHOTO.resize((2400, 1800), Image.Resampling.BICUBIC)
    for kind in ("JPEG", "PNG"):
        path = tmp_path / "a"
        path.write_bytes(encoded(large, kind))
        small = decode(path, target=64)
        assert 128 <= small.picture.height < 512
        assert (small.facts.width, small.facts.height) == (2400, 1800)
        size = (16, 12)
        whole = np.asarray(decode(path).picture.resize(size, Image.Resampling.LANCZOS), np.int16)
        part = np.asarray(small.picture.resize(size, Image.Resampling.LANCZOS), np.int16)
        assert np.abs(whole - part).mean() < 2


def test_the_limit_of_pixels_is_the_callers(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(encoded(PHOTO, "PNG"))
    with pytest.raises(Trouble, match="megapixels"):
        decode(path, max_pixels=640 * 480 - 1)
    assert decode(path, max_pixels=640 * 480).picture.size == (640, 480)


def test_the_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(PHOTO, "JPEG"))
    before = path.stat(), path.read_bytes()
    decode(path, target=64)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == (before[0].st_mtime_ns, before[1])
