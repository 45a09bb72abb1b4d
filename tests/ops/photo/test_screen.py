"""On the screen a photo has sRGB colours in 8 bits and lies on white."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import ImageCms

from gendesk.ops.photo import Photo, to_srgb8

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped(profile: bytes) -> bytes:
    """A profile under another name, in which green and blue have changed places."""
    changed = bytearray(profile)
    count = struct.unpack_from(">I", profile, 128)[0]
    for entry in range(132, 132 + 12 * count, 12):
        names = {b"gXYZ": b"bXYZ", b"bXYZ": b"gXYZ"}
        changed[entry : entry + 4] = names.get(
            profile[entry : entry + 4], profile[entry : entry + 4]
        )
    return bytes(changed).replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))


def test_eight_bits_of_srgb_are_shown_as_they_are() -> None:
    pixels = np.arange(30, dtype=np.uint8).reshape(2, 5, 3)
    assert np.array_equal(to_srgb8(Photo(pixels)), pixels)
    assert np.array_equal(to_srgb8(Photo(pixels, icc=SRGB)), pixels)
    assert np.array_equal(to_srgb8(Photo(pixels[:, :, :1])), pixels[:, :, :1])


@pytest.mark.parametrize("dtype", (np.uint8, np.uint16))
def test_profile_is_applied(dtype: type) -> None:
    pixels = np.zeros((4, 4, 3), dtype)
    pixels[:, :, 1] = np.iinfo(dtype).max
    shown = to_srgb8(Photo(pixels, icc=swapped(SRGB)))
    assert shown.dtype == np.uint8
    assert shown[0, 0, 2] > 250
    assert max(shown[0, 0, :2]) < 5


@pytest.mark.parametrize("channels", (1, 3))
def test_sixteen_bits_are_rounded(channels: int) -> None:
    pixels = np.arange(65536, dtype=np.uint16).reshape(256, 256, 1).repeat(channels, 2)
    shown = to_srgb8(Photo(pixels))
    assert shown.shape == (256, 256, channels)
    assert np.abs(shown - pixels / 257).max() <= 0.5


@pytest.mark.parametrize("dtype", (np.uint8, np.uint16))
@pytest.mark.parametrize("channels", (1, 3))
def test_what_is_clear_is_white(dtype: type, channels: int) -> None:
    alpha = np.array([[0, np.iinfo(dtype).max // 2 + 1, np.iinfo(dtype).max]], dtype)
    shown = to_srgb8(Photo(np.zeros((1, 3, channels), dtype), alpha))
    assert shown.shape == (1, 3, channels)
    assert np.abs(shown[0, :, 0].astype(int) - (255, 127, 0)).max() <= 1


@pytest.mark.parametrize("channels", (1, 3))
def test_useless_profiles_are_passed_over(channels: int) -> None:
    pixels = np.full((4, 4, channels), 99, np.uint8)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for icc in (b"junk", b"\0" * 200, lab, SRGB[:300]):
        assert np.array_equal(to_srgb8(Photo(pixels, icc=icc)), pixels)


def test_deep_pixels_with_a_profile_and_alpha() -> None:
    pixels = np.zeros((2, 2, 3), np.uint16)
    pixels[:, :, 1] = 65535
    alpha = np.array([[0, 0], [65535, 65535]], np.uint16)
    shown = to_srgb8(Photo(pixels, alpha, icc=swapped(SRGB)))
    assert shown[0].min() == 255
    assert shown[1, 0, 2] > 250
    assert shown[1, 0, 1] < 5
