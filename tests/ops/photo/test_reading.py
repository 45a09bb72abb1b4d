"""A photo comes with all that its file holds, upright, or is refused by name, and soon."""

from __future__ import annotations

import subprocess
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from gendesk.core.sentence import Trouble
from gendesk.data.decoder import SUFFIXES, decode
from gendesk.ops.photo import READS, Photo, read_photo, reading
from tests.data.hostile import GREY, PHOTO, READ, REFUSED, encoded, png

# Pillow's warnings about odd files are silenced by the decoder; pytest turns them on again.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

# Too much for the decoder that training uses, but not here: 81 megapixels, and two files with
# lies beside the pixels, which are read without believing them.
HERE_READ = {"grey_bomb.png", "bomb.gif", "text_bomb.png"}
HERE_REFUSED = {"lab.tif"}  # libvips knows Lab in 16 bits only


def read(path: Path, image: Image.Image, kind: str, **options: object) -> Photo:
    path.write_bytes(encoded(image, kind, **options))
    return read_photo(path)


@pytest.mark.parametrize("name", sorted(set(REFUSED) - HERE_READ | HERE_REFUSED))
def test_refuses_by_name_within_two_seconds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    (REFUSED | READ)[name](path)
    start = time.perf_counter()
    with pytest.raises(Trouble) as refusal:
        read_photo(path)
    assert time.perf_counter() - start < 2
    assert name in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", sorted(set(READ) - HERE_REFUSED | HERE_READ))
def test_reads_what_the_decoder_reads(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    (REFUSED | READ)[name](path)
    photo = read_photo(path)
    assert photo.pixels.ndim == 3
    assert photo.pixels.flags.c_contiguous
    assert photo.pixels.dtype in (np.uint8, np.uint16)
    assert photo.name == path.name
    if name in READ:
        facts = decode(path).facts
        assert (photo.width, photo.height) == (facts.width, facts.height)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"gone\.png does not exist"):
        read_photo(tmp_path / "gone.png")


def test_knows_the_suffixes_of_the_decoder() -> None:
    assert READS == SUFFIXES


def test_listing_the_module_loads_nothing_heavy() -> None:
    heavy = "{'numpy', 'pyvips', 'PIL', 'torch'}"
    code = f"import sys, gendesk.ops.photo; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied_once(tmp_path: Path, kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    lossless = {"lossless": True} if kind == "WEBP" else {}
    path = tmp_path / "photo"
    photo = read(path, PHOTO, kind, exif=exif.tobytes(), **lossless)
    assert np.abs(photo.pixels - np.asarray(decode(path).picture).astype(int)).max() <= 2
    if photo.exif:  # of a TIFF file nothing is left to say
        again = Image.Exif()
        again.load(photo.exif)
        assert again[0x0112] == 1


def test_orientation_in_xmp_is_applied_once_too(tmp_path: Path) -> None:
    exif = Image.Exif()
    path = tmp_path / "photo.jpg"
    said = b"<x tiff:Orientation='6' exif:Orientation='6'/><tiff:Orientation>8</tiff:Orientation>"
    for orientation, told in ((6, said.replace(b"6' e", b"1' e").replace(b"8", b"1")), (1, said)):
        exif[0x0112] = orientation
        assert read(path, PHOTO, "JPEG", exif=exif.tobytes(), xmp=said).xmp == told


def test_sixteen_bits_stay(tmp_path: Path) -> None:
    values = np.arange(1000, dtype=np.uint16).reshape(20, 50) * 65
    for kind in ("PNG", "TIFF"):
        photo = read(tmp_path / "photo", Image.fromarray(values), kind)
        assert photo.bits == 16
        assert photo.grey
        assert np.array_equal(photo.pixels[:, :, 0], values)


def test_sixteen_bits_of_colour_and_alpha_stay(tmp_path: Path) -> None:
    values = np.arange(6 * 4 * 4, dtype=np.uint16).reshape(6, 4, 4) * 600
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    path = tmp_path / "photo.png"
    path.write_bytes(png(4, 6, 16, 6, zlib.compress(rows)))
    photo = read_photo(path)
    assert photo.alpha is not None
    assert np.array_equal(photo.pixels, values[:, :, :3])
    assert np.array_equal(photo.alpha, values[:, :, 3])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_grey_stays_grey(tmp_path: Path, kind: str) -> None:
    assert read(tmp_path / "photo", GREY, kind).grey


def test_bits_become_black_and_white(tmp_path: Path) -> None:
    for kind in ("PNG", "TIFF"):
        photo = read(tmp_path / "photo", GREY.convert("1"), kind)
        assert photo.grey
        assert set(np.unique(photo.pixels)) == {0, 255}


def test_palette_becomes_colour(tmp_path: Path) -> None:
    palette = PHOTO.convert("P")
    photo = read(tmp_path / "photo.png", palette, "PNG")
    assert np.array_equal(photo.pixels, np.asarray(palette.convert("RGB")))


def test_alpha_is_kept_where_it_says_something(tmp_path: Path) -> None:
    picture = PHOTO.convert("RGBA")
    assert read(tmp_path / "opaque.png", picture, "PNG").alpha is None
    picture.putpixel((3, 2), (1, 2, 3, 254))
    photo = read(tmp_path / "clear.png", picture, "PNG")
    assert photo.alpha is not None
    assert photo.alpha[2, 3] == 254
    assert np.array_equal(photo.pixels, np.asarray(picture)[:, :, :3])


def test_profile_is_carried_not_applied(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    photo = read(tmp_path / "photo.png", PHOTO, "PNG", icc_profile=profile)
    assert np.array_equal(photo.pixels, np.asarray(PHOTO))


def test_cmyk_becomes_srgb_and_loses_its_profile(tmp_path: Path) -> None:
    inks = Image.new("CMYK", (20, 20), (0, 255, 255, 0))
    photo = read(tmp_path / "photo.tif", inks, "TIFF", icc_profile=b"\0" * 200)
    red, green, blue = photo.pixels[10, 10]
    assert red > 180
    assert max(green, blue) < 80
    assert photo.icc is None


def test_first_frame_of_an_animation(tmp_path: Path) -> None:
    for name in ("animation.gif", "animation.webp", "pages.tif"):
        READ[name](tmp_path / name)
        assert tuple(read_photo(tmp_path / name).pixels[20, 20]) == (255, 0, 0), name


def test_floats_become_sixteen_bits(tmp_path: Path) -> None:
    values = np.linspace(0, 1, 100, dtype=np.float32).reshape(10, 10)
    photo = read(tmp_path / "photo.tif", Image.fromarray(values), "TIFF")
    assert np.abs(photo.pixels[:, :, 0] / 65535 - values).max() < 1e-5


def test_too_many_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_PIXELS", 300_000)
    for kind in ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "AVIF"):
        with pytest.raises(Trouble, match="megapixels"):
            read(tmp_path / "photo", PHOTO, kind)


def test_more_than_the_memory_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Memory:
        available = 1_000_000

    monkeypatch.setattr("psutil.virtual_memory", Memory)
    with pytest.raises(Trouble, match="more memory than there is"):
        read(tmp_path / "photo.png", PHOTO, "PNG")


def test_damaged_at_any_place_is_read_or_refused(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    exif = Image.Exif()
    exif[0x010F] = "maker" * 20
    small = PHOTO.resize((40, 30))
    path = tmp_path / "photo"
    for kind in ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "AVIF"):
        good = encoded(small, kind, exif=exif.tobytes())
        for _ in range(40):
            bad = bytearray(good)
            for place in rng.integers(0, len(bad), 4):
                bad[place] = rng.integers(256)
            path.write_bytes(bad[: rng.integers(len(bad) // 2, len(bad) + 1)])
            try:
                assert read_photo(path).pixels.size
            except Trouble as trouble:
                assert "photo" in str(trouble)
