"""Tiles make what the whole picture makes, whatever their size, and get by with what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Stage, Warned
from gendesk.core.sentence import Trouble
from gendesk.nn.restoring import Denoiser, Upscaler
from gendesk.ops.recent import Recent
from gendesk.ops.restoring import tiles
from gendesk.ops.restoring.restorers import Restorer

Floats = NDArray[np.float32]


class Fake:
    """A model that does what it is told to do, and remembers on which tiles."""

    title = "Fake"

    def __init__(
        self, rule: Callable[[Floats], Floats], radius: int | None, scale: int = 1, stride: int = 1
    ) -> None:
        self.rule, self.radius, self.scale, self.stride = rule, radius, scale, stride
        self.side, self.recent = 48, Recent(1 << 20)
        self.seen: list[tuple[int, ...]] = []

    def run(self, pixels: Floats, strength: float) -> Floats:
        self.seen.append(pixels.shape[:2])
        return self.rule(pixels)


class Whole:
    """A network with weights of -1, 0 and 1 that reckons with whole numbers, hence exactly.

    Pixels of 16 bits are its numbers, and so are the results, moved to the middle. What is averaged
    over four places, in coarse blocks, are multiples of four.
    """

    title = "Whole"
    _FULL, _MIDDLE = 65535, 32768

    def __init__(self, net: torch.nn.Module, scale: int, stride: int, radius: int) -> None:
        self.net, self.scale, self.stride, self.radius = net.eval(), scale, stride, radius
        dice = torch.Generator().manual_seed(0)
        for name, weights in net.named_parameters():
            times = 4 if weights.ndim == 1 or name == "body.head.weight" else 1
            kept = torch.rand(weights.shape, generator=dice) < (0.04 if weights.ndim > 1 else 0.5)
            signs = torch.randint(0, 2, weights.shape, generator=dice) * 2 - 1
            weights.data = (kept * signs * times).float()

    def run(self, pixels: Floats, strength: float) -> Floats:
        height, width = pixels.shape[:2]
        padding = ((0, -height % self.stride), (0, -width % self.stride), (0, 0))
        given = np.rint(np.pad(pixels, padding, "reflect") * self._FULL)
        images = torch.from_numpy(given).permute(2, 0, 1)[None]
        sigma = [torch.full((1, 1, 1, 1), strength)] if isinstance(self.net, Denoiser) else []
        with torch.inference_mode():
            out = self.net(images, *sigma)
        assert torch.equal(out, out.round()) and out.abs().max() < self._MIDDLE
        out = ((out + self._MIDDLE) / self._FULL)[0].permute(1, 2, 0).numpy()
        return cast("Floats", out[: height * self.scale, : width * self.scale])


def upscaler(radius: int = 8) -> Any:
    return Whole(Upscaler(3, 2, width=12, blocks=3), scale=2, stride=1, radius=radius)


def coarse(radius: int = 9) -> Any:
    net = Upscaler(3, 2, width=12, blocks=1, coarse=1)
    return Whole(net, scale=2, stride=2, radius=radius)


def denoiser(radius: int = 12) -> Any:
    return Whole(Denoiser(3, width=12, blocks=2), scale=1, stride=2, radius=radius)


def noise(height: int, width: int, dtype: Any = np.uint8, high: int = 0) -> NDArray[Any]:
    dice = np.random.default_rng(0)
    return dice.integers(0, high or np.iinfo(dtype).max + 1, (height, width, 3), dtype)


def tiled(model: Any, pixels: NDArray[Any], tile: int | None = None) -> NDArray[Any]:
    out = _room(model, pixels)
    list(tiles.restored(model, pixels, 3.0, out, tile=tile, controls=Controls()))
    return out


def _room(model: Any, pixels: NDArray[Any]) -> NDArray[Any]:
    height, width, channels = pixels.shape
    return np.zeros((height * model.scale, width * model.scale, channels), pixels.dtype)


@pytest.mark.parametrize("model", [upscaler(), coarse(), denoiser()])
@pytest.mark.parametrize(("height", "width"), [(91, 127), (128, 64), (5, 200), (1, 1)])
def test_tiles_and_the_whole_picture_are_equal(model: Any, height: int, width: int) -> None:
    pixels = noise(height, width, np.uint16, high=8)
    whole = model.run(pixels.astype(np.float32) / 65535, 3.0) * 65535
    expected = torch.from_numpy(np.rint(whole).astype(np.int32))
    for tile in (1, 40, 57, 1000):
        out = tiled(model, pixels, tile)
        assert torch.equal(torch.from_numpy(out.astype(np.int32)), expected), tile


@pytest.mark.parametrize("model", [upscaler(radius=4), denoiser(radius=6)])
def test_a_smaller_radius_leaves_seams(model: Any) -> None:
    pixels = noise(128, 128, np.uint16, high=8)
    assert not np.array_equal(tiled(model, pixels, 48), tiled(model, pixels, 1000))


def stretched(pixels: Floats) -> Floats:
    """Nothing like it would be done to a part alone: the contrast is that of the tile."""
    low, high = pixels.min(), pixels.max()
    return (pixels - low) / (high - low)


@pytest.mark.parametrize(
    "model", [upscaler(), coarse(), denoiser(), Fake(stretched, None, stride=4)]
)
@pytest.mark.parametrize("tile", [40, 100])
@pytest.mark.parametrize(
    "box", [(0, 0, 143, 131), (0, 0, 20, 20), (37, 41, 90, 130), (142, 130, 143, 131)]
)
def test_a_region_is_what_the_whole_has_there(
    model: Any, tile: int, box: tuple[int, int, int, int]
) -> None:
    pixels = noise(131, 143, np.uint16, high=8)
    part = tiles.region(model, pixels, box, 3.0, tile=tile)
    left, top, right, bottom = (side * model.scale for side in box)
    assert np.array_equal(part, tiled(model, pixels, tile)[top:bottom, left:right])


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("radius", [None, 0, 5])
def test_every_value_of_every_pixel_comes_through(dtype: Any, radius: int | None) -> None:
    pixels = np.arange(300 * 220, dtype=np.uint32).reshape(300, 220, 1).astype(dtype)
    model = Fake(lambda given: given.repeat(2, 0).repeat(2, 1), radius, scale=2, stride=4)
    for tile in (40, 77, 150, 1000):
        out = tiled(model, pixels, tile)
        assert np.array_equal(out, pixels.repeat(2, 0).repeat(2, 1))


def test_parts_without_a_radius_share_their_tiles() -> None:
    pixels, model = noise(120, 120), Fake(stretched, None)
    for box in ((0, 0, 60, 60), (60, 0, 120, 60), (0, 60, 60, 120), (60, 60, 120, 120)):
        tiles.region(cast("Restorer", model), pixels, box, 0, tile=90)
    assert len(model.seen) == 9
    tiled(model, pixels, tile=90)
    assert len(model.seen) == 18, "a whole picture is not to be remembered"


def test_tiles_without_a_radius_fade_into_one_another() -> None:
    shades: Iterator[float] = iter([0.0, 1.0] * 50)
    model = Fake(lambda given: np.full_like(given, next(shades)), None)
    out = tiled(model, np.zeros((50, 400, 3), np.uint8), tile=120).astype(int)
    assert out.min() == 0 and out.max() == 255
    assert np.abs(np.diff(out, axis=1)).max() < 30


def test_the_model_chooses_its_tiles() -> None:
    model = Fake(lambda given: given, 4)
    tiled(model, noise(100, 100))
    assert len(model.seen) == 9 and max(max(shape) for shape in model.seen) <= model.side


def full(error: Exception, most: int) -> Callable[[Floats], Floats]:
    def rule(given: Floats) -> Floats:
        if given.shape[0] * given.shape[1] > most:
            raise error
        return given

    return rule


OUT_OF_MEMORY = [
    MemoryError(),
    RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried"),
]


@pytest.mark.parametrize("error", OUT_OF_MEMORY)
@pytest.mark.parametrize("radius", [None, 3])
def test_full_memory_halves_the_tiles(error: Exception, radius: int | None) -> None:
    pixels, model = noise(300, 310), Fake(full(error, most=140 * 140), radius)
    out = _room(model, pixels)
    events = list(
        tiles.restored(cast("Restorer", model), pixels, 0, out, tile=400, controls=Controls())
    )
    warnings = [event for event in events if isinstance(event, Warned)]
    assert [warning.sentence.values["side"] for warning in warnings] == [200, 100]
    assert isinstance(events[-1], Stage) and events[-1].done == events[-1].total
    assert np.array_equal(out, pixels)


def test_rows_that_are_finished_when_the_memory_fills_up_are_kept() -> None:
    pixels, calls = noise(256, 256), []

    def rule(given: Floats) -> Floats:
        calls.append(given.shape[:2])
        if len(calls) > 5 and max(given.shape) > 40:
            raise MemoryError
        return given

    out = tiled(Fake(rule, 1), pixels, tile=66)
    assert np.array_equal(out, pixels)
    of_the_first_row, again = calls[:4], calls[6:]
    assert len(of_the_first_row) == 4 and len(again) == 8 * 6


def test_memory_that_is_never_enough_is_told() -> None:
    with pytest.raises(Trouble, match="not enough memory to restore pictures with Fake"):
        tiled(Fake(full(MemoryError(), most=0), 3), noise(100, 100))
    with pytest.raises(RuntimeError, match="something else"):
        tiled(Fake(full(RuntimeError("something else"), most=0), 3), noise(100, 100))


@pytest.mark.parametrize(("radius", "tile"), [(None, 110), (2, 90)])
def test_cancelled_it_stops_after_a_tile(radius: int | None, tile: int) -> None:
    pixels, model, controls = noise(200, 200), Fake(lambda given: given, radius), Controls()
    out = _room(model, pixels)
    seen: list[Event] = []
    for event in tiles.restored(
        cast("Restorer", model), pixels, 0, out, tile=tile, controls=controls
    ):
        seen.append(event)
        if len(seen) == 4:
            controls.cancel()
    assert len(seen) == 4 == len(model.seen)
    assert np.array_equal(out[:30], pixels[:30]) and not out[150:].any()


def test_paused_it_stands_still_between_tiles() -> None:
    controls = Controls()
    controls.pause()
    model, pixels = Fake(lambda given: given, 0), noise(40, 80)
    out = _room(model, pixels)
    events = tiles.restored(cast("Restorer", model), pixels, 0, out, tile=40, controls=controls)
    kinds = [type(event) for event in events]
    assert kinds == [Stage, Paused, Resumed] * (len(kinds) // 3)


def test_pictures_may_be_mapped_from_files(tmp_path: Path) -> None:
    pixels = noise(120, 90, np.uint16)
    np.save(tmp_path / "given.npy", pixels)
    given = np.load(tmp_path / "given.npy", mmap_mode="r")
    out = np.lib.format.open_memmap(tmp_path / "out.npy", "w+", np.uint16, (120, 90, 3))
    model = cast("Restorer", Fake(lambda given: given, 3))
    list(tiles.restored(model, given, 0, out, tile=50, controls=Controls()))
    assert np.array_equal(out, pixels)
