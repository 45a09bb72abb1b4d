"""One photograph through a model: size, depth, greyness, alpha, blend, grain, and parts of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gendesk.core.controls import Controls
from gendesk.core.events import Paused, Resumed, Stage
from gendesk.core.sentence import Trouble
from gendesk.ops.photo import Photo, to_srgb8
from gendesk.ops.restoring import scratch
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.picture import degraded, region, restored_photo, result_box
from gendesk.ops.restoring.restorers import Restorer
from tests.ops.blurring import Blurring, blurring, drive


def a_photo(width: int = 60, height: int = 40, channels: int = 3, bits: int = 8) -> Photo:
    """Smooth colours with some texture, read-only as a file's pixels may be."""
    y, x = np.mgrid[:height, :width]
    planes = [np.sin(x / (5 + c)) + np.cos(y / (7 - c)) for c in range(channels)]
    values = (np.stack(planes, 2) + 2) / 4
    kind = np.uint8 if bits == 8 else np.uint16
    pixels = (values * np.iinfo(kind).max).astype(kind)
    pixels.setflags(write=False)
    return Photo(pixels, icc=b"profile", exif=b"II*\0", xmp=b"<x/>", name="a.png")


def with_alpha(photo: Photo) -> Photo:
    """Nothing is shown at the left, and little of the middle."""
    alpha = np.zeros(photo.pixels.shape[:2], photo.pixels.dtype)
    alpha[:, 20:] = np.iinfo(alpha.dtype).max // 3
    alpha[:, 25:] = np.iinfo(alpha.dtype).max
    return replace(photo, alpha=alpha)


def restored(
    photo: Photo, restorer: Restorer, tmp_path: Path, controls: Controls | None = None, **set: Any
) -> Photo:
    events = restored_photo(photo, restorer, Options(**set), controls or Controls(), tmp_path)
    result: Photo = drive(events)[1]
    return result


def cubic(pixels: Any, width: int, height: int) -> Any:
    planes = [
        np.asarray(
            Image.fromarray(pixels[:, :, c].astype(np.float32)).resize(
                (width, height), Image.Resampling.BICUBIC
            )
        )
        for c in range(pixels.shape[2])
    ]
    return np.stack(planes, 2)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("of_model", [1, 3])
def test_depth_channels_and_what_the_file_says_stay(
    bits: int, channels: int, of_model: int, tmp_path: Path
) -> None:
    photo = a_photo(channels=channels, bits=bits)
    result = restored(photo, blurring(2, of_model), tmp_path)
    assert result.pixels.shape == (80, 120, channels)
    assert (result.bits, result.grey, result.alpha) == (bits, channels == 1, None)
    assert (result.icc, result.exif, result.xmp) == (photo.icc, photo.exif, photo.xmp)
    own = Blurring(2, channels).run(photo.pixels.astype(np.float32), 0)
    assert np.abs(result.pixels - own).max() <= 0.51


class TestStrength:
    def test_what_is_asked_for_reaches_the_model(self, tmp_path: Path) -> None:
        model = Blurring()
        restored(a_photo(), model, tmp_path, strength=12.5)  # type: ignore[arg-type]
        assert set(model.seen) == {12.5}

    def test_without_a_word_it_is_the_noise_of_the_picture(self, tmp_path: Path) -> None:
        model = Blurring()
        noisy = degraded(a_photo(300, 200), blurring(), 20.0, seed=1)
        restored(noisy, model, tmp_path)  # type: ignore[arg-type]
        assert 18 < model.seen[0] < 22

    def test_what_the_model_was_not_made_for_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(Trouble, match="between 0 and 50, but was given 51"):
            restored(a_photo(), blurring(), tmp_path, strength=51)
        with pytest.raises(Trouble, match="between 0 and 50"):
            restored(a_photo(), blurring(), tmp_path, strength=float("nan"))

    def test_an_upscaler_has_none(self, tmp_path: Path) -> None:
        model = Blurring(2)
        restored(a_photo(), model, tmp_path, strength=99.0)  # type: ignore[arg-type]
        assert set(model.seen) == {0.0}


class TestSize:
    @pytest.mark.parametrize(
        ("set", "size"),
        [
            ({}, (120, 80)),
            ({"scale": 1.5}, (90, 60)),
            ({"scale": 2}, (120, 80)),
            ({"scale": 5}, (300, 200)),  # three runs, then down
            ({"scale": 0.5}, (30, 20)),
            ({"scale": 1}, (60, 40)),
            ({"width": 100}, (100, 67)),
            ({"width": 50}, (50, 33)),
        ],
    )
    def test_up_as_often_as_needed_then_down(
        self, set: dict[str, Any], size: tuple[int, int], tmp_path: Path
    ) -> None:
        photo = with_alpha(a_photo())
        result = restored(photo, blurring(2), tmp_path, **set)
        assert (result.width, result.height) == size
        assert result.alpha is not None
        assert result.alpha.shape == size[::-1]
        expected = photo.pixels[:, 30:].mean()
        assert result.pixels[:, size[0] // 2 :].mean() == pytest.approx(expected, rel=0.05)

    def test_a_denoiser_makes_smaller_but_not_larger(self, tmp_path: Path) -> None:
        assert restored(a_photo(), blurring(), tmp_path, width=30).pixels.shape == (20, 30, 3)
        with pytest.raises(Trouble, match=r"does not enlarge pictures, and a\.png is only 60"):
            restored(a_photo(), blurring(), tmp_path, width=61)

    def test_the_smallest_picture(self, tmp_path: Path) -> None:
        result = restored(a_photo(1, 1), blurring(2), tmp_path, scale=3)
        assert result.pixels.shape == (3, 3, 3)
        assert restored(a_photo(), blurring(2), tmp_path, width=1).pixels.shape == (1, 1, 3)


@pytest.mark.parametrize("scale", [1, 2, 3, 1.5, 0.7])
def test_the_colour_of_a_disc_stays_at_its_rim(scale: float, tmp_path: Path) -> None:
    y, x = np.mgrid[:64, :64]
    disc = np.hypot(x - 31.3, y - 30.8) < 20
    colour = np.array([220, 90, 30], np.uint8)
    pixels = np.where(disc[:, :, None], colour, 0).astype(np.uint8)
    photo = Photo(pixels, np.where(disc, 255, 0).astype(np.uint8), name="disc.png")
    result = restored(photo, blurring(1 if scale == 1 else 2), tmp_path, scale=scale, strength=50)
    assert result.alpha is not None
    seen = result.pixels[result.alpha > 0]
    assert np.abs(seen.astype(int) - colour).max() <= 1
    area = result.alpha.sum() / 255 / scale**2
    assert area == pytest.approx(disc.sum(), rel=0.02)


class TestBlend:
    def test_nothing_of_the_result_is_a_cubic(self, tmp_path: Path) -> None:
        photo = a_photo()
        result = restored(photo, blurring(2), tmp_path, blend=0)
        assert np.abs(result.pixels - cubic(photo.pixels, 120, 80)).max() <= 0.51

    def test_a_quarter_of_it(self, tmp_path: Path) -> None:
        photo = a_photo()
        whole = restored(photo, blurring(), tmp_path, strength=3).pixels.astype(float)
        result = restored(photo, blurring(), tmp_path, strength=3, blend=0.25)
        assert np.abs(result.pixels - (whole + 3.0 * photo.pixels) / 4).max() <= 0.51
        assert not np.array_equal(result.pixels, photo.pixels)


class TestGrain:
    @pytest.mark.parametrize("bits", [8, 16])
    def test_it_is_of_brightness_alone_and_as_strong_as_asked(
        self, bits: int, tmp_path: Path
    ) -> None:
        full = 2**bits - 1
        flat = Photo(np.full((100, 90, 3), full // 2, f"uint{bits}"), name="flat.png")
        result = restored(flat, blurring(), tmp_path, grain=8)
        noise = (result.pixels.astype(float) - full // 2) / full * 255
        assert (noise == noise[:, :, :1]).all()
        assert noise.std() == pytest.approx(8, rel=0.03)
        assert abs(noise.mean()) < 0.3
        neighbours = np.corrcoef(noise[:-1, :, 0].ravel(), noise[1:, :, 0].ravel())
        assert abs(neighbours[0, 1]) < 0.05

    def test_the_same_picture_gets_the_same_and_another_one_not(self, tmp_path: Path) -> None:
        first = restored(a_photo(), blurring(), tmp_path, grain=5).pixels
        again = restored(a_photo(), blurring(), tmp_path, grain=5).pixels
        other = restored(replace(a_photo(), name="b.png"), blurring(), tmp_path, grain=5).pixels
        assert np.array_equal(first, again)
        assert not np.array_equal(first, other)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize(
    ("scale", "set"),
    [
        (1, {"strength": 5}),
        (1, {"strength": 5, "width": 40, "grain": 4}),
        (2, {}),
        (2, {"blend": 0.4, "grain": 3}),
        (2, {"scale": 1.5, "blend": 0.7}),
        (2, {"scale": 3, "grain": 2}),
        (3, {"scale": 0.6}),
        (3, {"width": 233, "blend": 0.5}),
    ],
)
def test_a_region_is_what_the_whole_has_there(
    bits: int, alpha: bool, scale: int, set: dict[str, Any], tmp_path: Path
) -> None:
    photo = replace(a_photo(bits=bits), icc=None)
    if alpha:
        photo = with_alpha(photo)
    model = blurring(scale)
    whole = restored(photo, model, tmp_path, **set)
    options = Options(**set)
    for box in ((0, 0, 60, 40), (13, 7, 31, 22), (0, 0, 1, 1), (59, 30, 60, 40)):
        left, top, right, bottom = result_box(photo, model, options, box)
        there = replace(
            whole,
            pixels=whole.pixels[top:bottom, left:right],
            alpha=None if whole.alpha is None else whole.alpha[top:bottom, left:right],
        )
        part = region(photo, model, options, box)
        assert np.array_equal(part, to_srgb8(there)), box


class TestDegraded:
    def test_a_denoiser_gets_noise_of_known_strength(self) -> None:
        photo = Photo(np.full((90, 100, 3), 128, np.uint8), name="a.png")
        noisy = degraded(photo, blurring(), 15, seed=3)
        assert (noisy.pixels - 128.0).std() == pytest.approx(15, rel=0.03)
        assert np.array_equal(noisy.pixels, degraded(photo, blurring(), 15, seed=3).pixels)
        assert not np.array_equal(noisy.pixels, degraded(photo, blurring(), 15, seed=4).pixels)

    @pytest.mark.parametrize("bits", [8, 16])
    def test_an_upscaler_gets_less_of_it(self, bits: int) -> None:
        photo = with_alpha(a_photo(62, 41, bits=bits))
        small = degraded(photo, blurring(3), 0, seed=0)
        assert small.pixels.shape == (13, 20, 3)
        assert small.bits == bits
        assert small.alpha is not None
        assert small.alpha.shape == (13, 20)
        blocks = photo.pixels[:39, :60].reshape(13, 3, 20, 3, 3).mean((1, 3))
        assert np.abs(small.pixels - blocks)[:, 12:].max() < 0.1 * 2**bits

    def test_what_is_too_small_is_said(self) -> None:
        with pytest.raises(Trouble, match="too small to be scaled down"):
            degraded(a_photo(3, 1), blurring(2), 0, seed=0)


def test_what_is_large_is_mapped_from_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "IN_MEMORY", 1000)
    set = {"scale": 1.5, "blend": 0.5, "grain": 1.0}
    mapped = restored(with_alpha(a_photo()), blurring(2), tmp_path, **set)
    assert isinstance(mapped.pixels, np.memmap)
    assert isinstance(mapped.alpha, np.memmap)
    monkeypatch.undo()
    in_memory = restored(with_alpha(a_photo()), blurring(2), tmp_path, **set)
    assert np.array_equal(mapped.pixels, in_memory.pixels)
    assert list(tmp_path.glob("*")) == [tmp_path / "home"] or not list(tmp_path.glob("*"))


def test_it_tells_how_far_it_is_and_pauses(tmp_path: Path) -> None:
    controls = Controls()
    controls.pause()
    options = Options(blend=0.5, tile=16)
    told, _ = drive(restored_photo(a_photo(), blurring(2), options, controls, tmp_path))
    stages = [event for event in told if isinstance(event, Stage)]
    assert all(0 < stage.done <= stage.total for stage in stages)
    assert Paused(0) in told
    assert Resumed(0) in told
