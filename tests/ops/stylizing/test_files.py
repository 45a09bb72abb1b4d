"""Pictures into paintings and out again, and what a stranger's file must not do."""

from __future__ import annotations

import json
import struct
import zlib
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from gendesk.core.sentence import Trouble
from gendesk.data.decoder import decode
from gendesk.ops.photo import read_photo
from gendesk.ops.stylizing import inside
from gendesk.ops.stylizing.commission import Commission, StyleChoice
from gendesk.ops.stylizing.files import (
    open_mask,
    open_style,
    open_subject,
    recipe_in,
    save_painting,
)
from gendesk.ops.stylizing.recipe import PaintingRecipe


def waves(width: int = 60, height: int = 40, shift: int = 0) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    channels = [127 + 100 * np.sin(x / (7 + c) + shift) * np.cos(y / (9 + c)) for c in range(3)]
    return np.stack(channels, 2).astype(np.uint8)


def saved(path: Path, image: Image.Image | np.ndarray, **options: Any) -> Path:
    image = image if isinstance(image, Image.Image) else Image.fromarray(image)
    image.save(path, **options)
    return path


def commission(**changes: Any) -> Commission:
    half = np.zeros((40, 60), np.uint8)
    half[:, :30] = 255
    styles = (
        StyleChoice("stars", waves(50, 50, 1), 0.7, region=half),
        StyleChoice("waves", waves(64, 30, 2), 0.3, part=np.full((30, 64), 255, np.uint8)),
    )
    recipe = PaintingRecipe(size=64, steps=3, style_weight=2.0, keep_colour="luminance")
    given = {"name": "photo", "content": waves(), "styles": styles, "recipe": recipe}
    return Commission(**{**given, **changes})


# opening


def test_a_grey_style_becomes_colour(tmp_path: Path) -> None:
    pixels, part = open_style(saved(tmp_path / "grey.png", waves()[:, :, 0]))
    assert pixels.shape == (40, 60, 3) and part is None
    assert np.array_equal(pixels[..., 0], pixels[..., 2])


def test_of_a_transparent_style_the_visible_part_counts(tmp_path: Path) -> None:
    alpha = np.zeros((40, 60), np.uint8)
    alpha[:, 20:] = 255
    picture = np.dstack([waves(), alpha])
    picture[:, :20, :3] = (255, 0, 255)  # what nobody sees
    pixels, part = open_style(saved(tmp_path / "cut.png", picture))
    assert part is not None and np.array_equal(part, alpha)
    assert np.array_equal(pixels[:, 20:], waves()[:, 20:])
    assert np.allclose(pixels[:, :20], waves()[:, 20:].mean((0, 1)), atol=1)


def test_what_is_transparent_everywhere_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "nothing.png", np.zeros((30, 30, 4), np.uint8))
    for opened in (open_style, open_subject):
        with pytest.raises(Trouble, match=r"nothing.png is transparent everywhere"):
            opened(path)


def test_a_tiny_style_is_refused_and_a_tiny_content_is_not(tmp_path: Path) -> None:
    path = saved(tmp_path / "icon.png", waves(15, 40))
    with pytest.raises(Trouble, match=r"icon\.png has 15 × 40 pixels, too few for a style"):
        open_style(path)
    assert open_subject(path)[0].shape == (40, 15, 3)
    assert open_style(saved(tmp_path / "small.png", waves(16, 16)))[0].shape == (16, 16, 3)


def test_of_an_animation_the_first_frame_is_taken(tmp_path: Path) -> None:
    frames = [Image.fromarray(np.full((30, 30, 3), v, np.uint8)) for v in (40, 220)]
    path = tmp_path / "moving.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    pixels, _ = open_style(path)
    assert np.abs(pixels.astype(int) - 40).max() <= 4


def test_colours_are_brought_to_srgb_and_depth_to_eight_bits(tmp_path: Path) -> None:
    path = saved(tmp_path / "deep.png", (waves()[..., 0].astype(np.uint16) * 257))
    assert open_subject(path)[0].dtype == np.uint8
    assert np.array_equal(open_subject(path)[0][..., 1], waves()[..., 0])
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    odd = saved(tmp_path / "odd.png", waves(), icc_profile=profile)  # not one of RGB: passed over
    assert np.array_equal(open_subject(odd)[0], waves())


def test_masks_are_read_and_empty_ones_refused(tmp_path: Path) -> None:
    half = np.zeros((40, 60), np.uint8)
    with pytest.raises(Trouble, match="black everywhere"):
        open_mask(saved(tmp_path / "mask.png", half))
    half[:20] = 255
    assert np.array_equal(open_mask(saved(tmp_path / "mask.png", half)), half)


# saving


def test_a_painting_brings_everything_back(tmp_path: Path) -> None:
    alpha = np.full((40, 60), 255, np.uint8)
    alpha[:10] = 90
    given, path = commission(alpha=alpha), tmp_path / "out" / "painted.png"
    save_painting(path, waves(64, 43), given)
    back = recipe_in(path)
    assert back is not None
    assert back.recipe == given.recipe
    assert back.name == "photo"
    assert [(s.name, s.weight) for s in back.styles] == [("stars", 0.7), ("waves", 0.3)]
    assert np.abs(back.content.astype(int) - given.content).mean() < 3
    for own, other in zip(back.styles, given.styles, strict=True):
        assert np.abs(own.pixels.astype(int) - other.pixels).mean() < 3
    assert back.alpha is not None and np.array_equal(back.alpha, alpha)
    assert np.array_equal(back.styles[0].region, given.styles[0].region)
    assert back.styles[0].part is None and back.styles[1].part is not None
    assert [p.name for p in path.parent.iterdir()] == ["painted.png"]


def test_every_reader_opens_it_and_alpha_is_kept(tmp_path: Path) -> None:
    alpha = np.zeros((40, 60), np.uint8)
    alpha[:, 30:] = 255
    path = tmp_path / "painted.png"
    save_painting(path, waves(64, 43), commission(alpha=alpha))
    with Image.open(path) as image:
        assert image.mode == "RGBA" and image.size == (64, 43)
        assert image.info["srgb"] == 0
        assert json.loads(image.text["Recipe"])["style_weight"] == 2.0
        seen = np.asarray(image)
    assert np.array_equal(seen[..., :3], waves(64, 43))
    assert seen[5, 5, 3] == 0 and seen[5, 60, 3] == 255
    assert decode(path).picture.size == (64, 43)
    assert read_photo(path).width == 64


@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".webp"])
def test_other_formats_say_that_they_are_srgb_and_hold_no_recipe(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"painted{suffix}"
    save_painting(path, waves(64, 43), commission())
    photo = read_photo(path)
    assert photo.icc
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(photo.icc)))
    assert np.abs(photo.pixels.astype(int) - waves(64, 43)).mean() < 4
    assert recipe_in(path) is None


def test_an_unknown_format_and_an_unwritable_place_are_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="has to end in"):
        save_painting(tmp_path / "painted.bmp", waves(), commission())
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="cannot be written"):
        save_painting(tmp_path / "file" / "painted.png", waves(), commission())


def test_no_more_is_kept_inside_than_the_painting_needs(tmp_path: Path) -> None:
    large = commission(content=waves(900, 600))
    path = tmp_path / "painted.png"
    save_painting(path, waves(64, 43), large)
    back = recipe_in(path)
    assert back is not None and back.content.shape == (43, 64, 3)
    assert path.stat().st_size < 60_000


def test_a_name_of_odd_bytes_or_endless_length_comes_back_printable(tmp_path: Path) -> None:
    path = tmp_path / "painted.png"
    save_painting(path, waves(64, 43), commission(name="çat\x1b[2J\udcff" + "y" * 900))
    back = recipe_in(path)
    assert back is not None and back.name.startswith("çat[2Jyyy") and len(back.name) == 200


def test_other_pictures_hold_nothing(tmp_path: Path) -> None:
    assert recipe_in(saved(tmp_path / "a.png", waves())) is None
    assert recipe_in(saved(tmp_path / "a.jpg", waves())) is None
    assert recipe_in(tmp_path / "missing.png") is None
    (tmp_path / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert recipe_in(tmp_path / "cut.png") is None


# strangers' files


def with_chunk(path: Path, data: bytes, crc: int | None = None, length: int | None = None) -> Path:
    """A PNG file whose chunk of ours holds `data`."""
    held = BytesIO()
    Image.fromarray(waves()).save(held, "PNG")
    png = held.getvalue()
    sum_ = zlib.crc32(inside.CHUNK + data) if crc is None else crc
    size = len(data) if length is None else length
    chunk = struct.pack(">I", size) + inside.CHUNK + data + struct.pack(">I", sum_)
    path.write_bytes(png[:33] + chunk + png[33:])
    return path


def within(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    found = json.loads(zlib.decompress(inside.packed(commission())))
    change(found)
    return with_chunk(path, zlib.compress(json.dumps(found).encode()))


def png_of(width: int, height: int) -> str:
    """A bomb: large beyond reason when decoded, a few bytes as a file."""
    rows = zlib.compress(b"\0" * 1000)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = inside._SIGNATURE
    for kind, body in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")):
        sum_ = struct.pack(">I", zlib.crc32(kind + body))
        data += struct.pack(">I", len(body)) + kind + body + sum_
    return b64encode(data).decode()


CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "no content": lambda f: f.pop("content"),
    "content that is no picture": lambda f: f.update(content=b64encode(b"hello").decode()),
    "content that is no text": lambda f: f.update(content=7),
    "content that is no base 64": lambda f: f.update(content="!!!!"),
    "a bomb": lambda f: f.update(content=png_of(60_000, 60_000)),
    "a cut picture": lambda f: f.update(content=f["content"][:400]),
    "no style": lambda f: f.update(styles=[]),
    "too many styles": lambda f: f.update(styles=f["styles"] * 40),
    "styles that are none": lambda f: f.update(styles="styles"),
    "a weight that is none": lambda f: f["styles"][0].update(weight=float("nan")),
    "a negative weight": lambda f: f["styles"][0].update(weight=-1),
    "a name with control characters": lambda f: f.update(name="a\x1b[2Jb"),
    "an endless name": lambda f: f.update(name="a" * 10_000),
    "a mask that is none": lambda f: f.update(alpha=["a"]),
    "features on another computer": lambda f: f["recipe"].update(features=r"\\host\share\a.pth"),
    "no recipe": lambda f: f.pop("recipe"),
    "a recipe that is none": lambda f: f.update(recipe=3),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_not_ours_is_refused_in_one_sentence(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    path = within(tmp_path / "stranger.png", change)
    with pytest.raises(Trouble, match=r"stranger\.png holds beside its pixels is damaged"):
        recipe_in(path)
    assert decode(path).picture.size == (60, 40), "the picture itself can be used"


@pytest.mark.parametrize(
    "data",
    [b"", b"rubbish", zlib.compress(b"[1, 2]"), zlib.compress(b"[" * 100_000),
     zlib.compress(b" " * (inside._MOST_UNPACKED + 1)), zlib.compress(b"{}")[:-3]],
    ids=["empty", "rubbish", "list", "deep", "inflates without end", "cut"],
)  # fmt: skip
def test_rubbish_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Trouble, match="is damaged, or no painting's recipe"):
        recipe_in(with_chunk(tmp_path / "stranger.png", data))


def test_damage_and_false_lengths_are_seen(tmp_path: Path) -> None:
    data = inside.packed(commission())
    for broken in ({"crc": 1}, {"length": 1 << 31}, {"length": len(data) + 10_000}):
        path = with_chunk(tmp_path / "stranger.png", data, **broken)
        with pytest.raises(Trouble, match="is damaged"):
            recipe_in(path)


def test_a_newer_form_and_a_wrong_knob_are_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="newer gendesk"):
        recipe_in(within(tmp_path / "new.png", lambda f: f.update(form=2)))
    with pytest.raises(Trouble, match="size must lie between"):
        recipe_in(within(tmp_path / "huge.png", lambda f: f["recipe"].update(size=10**9)))


def test_pictures_that_could_not_be_read_again_are_not_packed() -> None:
    style = StyleChoice("one", waves(20, 20))
    with pytest.raises(Trouble, match="save it as TIFF or JPEG"):
        inside.packed(commission(styles=(style,) * (inside.MOST_STYLES + 1)))
