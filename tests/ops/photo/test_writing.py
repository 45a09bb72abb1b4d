"""What was read is written again with nothing lost; a file is whole or not there."""

from __future__ import annotations

import errno
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from gendesk.core.sentence import Trouble
from gendesk.ops.photo import Photo, library, read_photo, write_photo, writing
from tests.ops.photo.camera import XMP, block, told

RNG = np.random.default_rng(0)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
ALL = ("png", "jpg", "webp", "tif")
LOSSLESS = ("png", "tif")


def noise(*shape: int, dtype: type = np.uint8) -> NDArray[np.uint8]:
    values: NDArray[np.uint8] = RNG.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)
    return values


def smooth(dtype: type = np.uint8) -> NDArray[np.uint8]:
    """(40, 60, 3)"""
    y, x = np.mgrid[0:40, 0:60]
    colours = np.stack([y / 39, x / 59, (x + y) / 98], axis=2) * np.iinfo(dtype).max
    return colours.astype(dtype)


def again(photo: Photo, path: Path, **options: object) -> Photo:
    write_photo(photo, path, **options)
    return read_photo(path)


@pytest.mark.parametrize("suffix", ALL)
def test_profile_stays(tmp_path: Path, suffix: str) -> None:
    photo = Photo(smooth(), icc=PROFILE)
    assert again(photo, tmp_path / f"photo.{suffix}").icc == PROFILE


@pytest.mark.parametrize("suffix", ALL)
def test_xmp_stays(tmp_path: Path, suffix: str) -> None:
    assert again(Photo(smooth(), xmp=XMP), tmp_path / f"photo.{suffix}").xmp == XMP


@pytest.mark.parametrize("suffix", ("png", "jpg", "webp"))
@pytest.mark.parametrize("beside", ({}, {"icc": PROFILE, "xmp": XMP}))
def test_exif_stays_byte_for_byte(tmp_path: Path, suffix: str, beside: dict[str, bytes]) -> None:
    exif = block(">", width=60, height=40)
    path = tmp_path / f"photo.{suffix}"
    photo = again(Photo(smooth(), exif=exif, **beside), path)
    assert photo.exif == exif
    assert (photo.icc, photo.xmp) == (beside.get("icc"), beside.get("xmp"))
    assert np.abs(photo.pixels - smooth().astype(int)).max() < 30
    with Image.open(path) as image:  # another reader finds the same
        image.load()
        assert image.size == (60, 40)
        assert told(image.info["exif"]) == told(exif)


@pytest.mark.parametrize("order", "<>")
def test_exif_stays_in_tiff(tmp_path: Path, order: str) -> None:
    exif = block(order, width=60, height=40)
    path = tmp_path / "photo.tif"
    photo = again(Photo(smooth(), exif=exif, icc=PROFILE, xmp=XMP), path)
    assert photo.exif is not None
    assert told(photo.exif) == told(exif)
    assert (photo.icc, photo.xmp) == (PROFILE, XMP)
    assert np.array_equal(photo.pixels, smooth())
    with Image.open(path) as image:
        assert np.array_equal(np.asarray(image), smooth())
        assert image.getexif().get_ifd(0x8769)[0x927C] == told(exif)["exif", 0x927C]


def test_exif_gives_the_size_that_is_written(tmp_path: Path) -> None:
    exif = block("<", width=6000, height=4000)
    for suffix in ALL:
        written = again(Photo(smooth(), exif=exif), tmp_path / f"photo.{suffix}").exif
        assert written is not None
        facts = told(written)
        assert (facts["exif", 0xA002], facts["exif", 0xA003]) == (60, 40)


def test_upright_once_through_every_format(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "camera.png"
    Image.fromarray(smooth()).save(path, exif=exif.tobytes())
    photo = read_photo(path)
    for suffix in ALL * 2:
        photo = again(photo, tmp_path / f"photo.{suffix}")
    assert (photo.width, photo.height) == (40, 60)
    assert np.abs(photo.pixels - np.rot90(smooth(), -1).astype(int)).max() < 30


@pytest.mark.parametrize("suffix", LOSSLESS)
@pytest.mark.parametrize("dtype", (np.uint8, np.uint16))
@pytest.mark.parametrize("channels", (1, 3))
@pytest.mark.parametrize("clear", (False, True))
def test_pixels_stay(tmp_path: Path, suffix: str, dtype: type, channels: int, clear: bool) -> None:
    alpha = noise(31, 17, dtype=dtype) if clear else None
    photo = Photo(noise(31, 17, channels, dtype=dtype), alpha)
    back = again(photo, tmp_path / f"photo.{suffix}")
    assert back.pixels.dtype == dtype
    assert np.array_equal(back.pixels, photo.pixels)
    assert np.array_equal(back.alpha, alpha) if clear else back.alpha is None


def test_webp_keeps_alpha(tmp_path: Path) -> None:
    photo = Photo(smooth(), noise(40, 60), exif=block("<", width=60, height=40))
    back = again(photo, tmp_path / "photo.webp")
    assert np.array_equal(back.alpha, photo.alpha)
    assert back.exif == photo.exif


def test_jpeg_puts_what_is_clear_on_white(tmp_path: Path) -> None:
    alpha = np.zeros((40, 60), np.uint16)
    back = again(Photo(np.zeros((40, 60, 1), np.uint16), alpha), tmp_path / "photo.jpg")
    assert back.grey
    assert back.alpha is None
    assert back.pixels.min() >= 254


@pytest.mark.parametrize("suffix", ("jpg", "webp"))
def test_deep_pixels_are_rounded(tmp_path: Path, suffix: str) -> None:
    deep = np.full((40, 60, 3), 127 * 257 + 200, np.uint16)  # nearer to 128
    back = again(Photo(deep), tmp_path / f"photo.{suffix}", quality=100)
    assert np.abs(back.pixels.astype(int) - 128).max() <= 1
    assert abs(back.pixels.mean() - 128) < 0.5


def test_format_by_name_and_by_wish(tmp_path: Path) -> None:
    path = tmp_path / "PHOTO.JPEG"
    write_photo(Photo(smooth()), path)
    assert path.read_bytes()[:2] == b"\xff\xd8"
    write_photo(Photo(smooth()), path, format="png")
    assert path.read_bytes()[:4] == b"\x89PNG"
    with pytest.raises(Trouble, match=r"photo\.bmp"):
        write_photo(Photo(smooth()), tmp_path / "photo.bmp")


def test_quality_counts(tmp_path: Path) -> None:
    for suffix in ("jpg", "webp"):
        sizes = []
        for quality in (30, 95):
            path = tmp_path / f"photo.{suffix}"
            write_photo(Photo(noise(64, 64, 3)), path, quality=quality)
            sizes.append(path.stat().st_size)
        assert sizes[0] < sizes[1]


@pytest.mark.parametrize(("suffix", "most"), (("jpg", 65_500), ("webp", 16_383)))
def test_larger_than_the_format(tmp_path: Path, suffix: str, most: int) -> None:
    path = tmp_path / f"photo.{suffix}"
    with pytest.raises(Trouble, match=str(most)):
        write_photo(Photo(np.zeros((1, most + 1, 3), np.uint8)), path)
    assert not list(tmp_path.iterdir())
    assert again(Photo(np.zeros((1, most, 3), np.uint8)), path).width == most
    assert again(Photo(np.zeros((1, most + 1, 3), np.uint8)), tmp_path / "a.png").width == most + 1


def test_what_jpeg_has_no_room_for(tmp_path: Path) -> None:
    exif = block("<", width=60, height=40, note=b"n" * 70_000)
    xmp = XMP + b" " * 70_000
    for suffix, kept in (("jpg", (None, None)), ("png", (exif, xmp)), ("webp", (exif, xmp))):
        back = again(Photo(smooth(), exif=exif, xmp=xmp), tmp_path / f"photo.{suffix}")
        assert (back.exif, back.xmp) == kept
        assert back.width == 60


def test_odd_sides_and_nonsense_beside_the_pixels(tmp_path: Path) -> None:
    for suffix in ALL:
        photo = Photo(noise(1, 1, 3), icc=b"\0" * 200, exif=b"\xff" * 33, xmp=b"\0\xff")
        assert again(photo, tmp_path / f"photo.{suffix}").width == 1


def test_large_tiff_has_long_offsets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_CLASSIC_TIFF", 100)
    exif = block(">", width=60, height=40)
    path = tmp_path / "photo.tif"
    back = again(Photo(smooth(), exif=exif), path)
    assert path.read_bytes()[:4] == b"II+\0"
    assert back.exif is not None
    assert told(back.exif) == told(exif)
    assert np.array_equal(back.pixels, smooth())


def test_nothing_is_left_where_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"what was there")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing, "put_exif", full)
    with pytest.raises(Trouble, match=r"photo\.png cannot be written: No space left"):
        write_photo(Photo(smooth(), exif=block("<")), path)
    assert [p.name for p in tmp_path.iterdir()] == ["photo.png"]
    assert path.read_bytes() == b"what was there"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("kind", ("png", "jpeg", "webp", "tiff"))
def test_full_disk_is_said(kind: str) -> None:
    with Path("/dev/full").open("r+b", buffering=0) as full, pytest.raises(library.vips().Error):
        writing._save(Photo(noise(200, 200, 3)), kind, 90, full)


def resident() -> int:
    """Bytes of memory of our own, without mapped files, which the system may drop at will."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) << 10
    return 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_mapped_pixels_are_not_copied_and_other_threads_go_on(tmp_path: Path) -> None:
    mapped = np.lib.format.open_memmap(tmp_path / "big.npy", "w+", np.uint8, (6000, 8000, 3))
    mapped[::50] = 99
    write_photo(Photo(smooth()), tmp_path / "warm.png")  # so that all that is loaded once is there
    work = threading.Thread(target=write_photo, args=(Photo(mapped), tmp_path / "big.png"))
    before, most, ticks = resident(), 0, 0
    work.start()
    while work.is_alive():
        most, ticks = max(most, resident() - before), ticks + 1
        time.sleep(0.002)
    assert ticks > 20
    assert most < 60 << 20  # of 144 MB
    with Image.open(tmp_path / "big.png") as image:
        assert image.size == (8000, 6000)
