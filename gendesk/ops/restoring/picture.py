"""One photograph made better by a model: denoised, enlarged, blended, with its grain put back."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Stage
from gendesk.core.later import later
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.photo import Photo, to_srgb8
from gendesk.ops.restoring.bleeding import bled
from gendesk.ops.restoring.channels import suited_to
from gendesk.ops.restoring.noise import grain
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.plan import Plan, strength_for
from gendesk.ops.restoring.scaling import Box, Scaled, Size, bands, needed, rounded
from gendesk.ops.restoring.scratch import rest, room, scratch_folder

if TYPE_CHECKING:
    from gendesk.ops.restoring import tiles
    from gendesk.ops.restoring.restorers import Restorer
    from gendesk.training import devices
else:  # torch loads when the first picture is restored
    tiles = later("gendesk.ops.restoring.tiles")
    devices = later("gendesk.training.devices")

_BLIND_REACH = 64  # pixels around a part, for models that have no finite radius


def restored_photo(
    photo: Photo, restorer: Restorer, options: Options, controls: Controls, scratch: Path
) -> Generator[Event, None, Photo]:
    """The whole photograph, restored; its profile, EXIF, XMP, depth and greyness stay.

    A grey picture is shown to a colour model as colour, and the mean of what comes is taken; a
    colour picture goes through a grey model one channel after the other. What is transparent is
    enlarged apart, by a cubic that does not overshoot; the colours first run out under it.

    Args:
        photo: as its file holds it.
        restorer: the model.
        options: of the result.
        controls: a pause.
        scratch: a folder for what is too large for the memory.

    Raises:
        Trouble: the options do not fit the model or the picture, or the disk is full.
    """
    plan = Plan.of(photo, restorer, options)
    pixels = _prepared(photo, scratch)
    suited = _suited(photo, restorer, options)
    strength = strength_for(photo, restorer, options)
    current = pixels
    for _ in plan.passes:
        current = yield from _run(suited, current, strength, options.tile, controls, scratch)
        if controls.cancelled:  # the tiles have stopped somewhere; who drives this closes it here
            yield Stage(Sentence("Restoring the picture"))
            raise Trouble("{name} was not finished, as it was cancelled.", name=photo.name)
    if plan.finishes:
        current = yield from _finished(plan, current, pixels, controls, scratch)
    alpha = None
    if photo.alpha is not None:
        alpha = yield from _scaled_alpha(photo.alpha, plan.size, scratch)
    return replace(photo, pixels=current, alpha=alpha)


def region(photo: Photo, restorer: Restorer, options: Options, box: Box) -> NDArray[np.uint8]:
    """What `restored_photo` would make of the part `box` of a photograph, for the screen.

    Args:
        photo: as its file holds it.
        restorer: the model.
        options: of the result.
        box: left, top, right and bottom in pixels of `photo`.

    Returns:
        (h, w, C) in sRGB, the part `result_box` of the whole result.

    Raises:
        Trouble: the options do not fit the model or the picture.
    """
    plan = Plan.of(photo, restorer, options)
    pixels = _prepared(photo, scratch_folder())
    wanted = plan.result_box(box)
    shrinks = plan.size != plan.reached
    source = needed(wanted, plan.size, plan.reached) if shrinks else wanted
    suited = _suited(photo, restorer, options)
    strength = strength_for(photo, restorer, options)
    part = _part(suited, pixels, plan, len(plan.passes), source, strength, options.tile)
    finish = _Finish(plan, part, pixels, origin=source[:2])
    alpha = None
    if photo.alpha is not None:
        lifted = Scaled(photo.alpha[:, :, None], plan.size, overshoots=False).piece(wanted)
        alpha = rounded(lifted, photo.alpha.dtype)[:, :, 0]
    return to_srgb8(replace(photo, pixels=finish.piece(wanted), alpha=alpha))


def result_box(photo: Photo, restorer: Restorer, options: Options, box: Box) -> Box:
    """The part of the result that `region` gives, in pixels of the result."""
    return Plan.of(photo, restorer, options).result_box(box)


def degraded(photo: Photo, restorer: Restorer, strength: float, seed: int) -> Photo:
    """A photograph to test a model on: noisy or small, and `photo` is what should come out.

    For a denoiser it gets normal noise of `strength` in 1/255. For an upscaler it is scaled down by
    a cubic; where its sides are no multiples of the scale, some pixels at the right and at the
    bottom have no counterpart.
    """
    pixels, alpha = photo.pixels, photo.alpha
    height, width = pixels.shape[:2]
    if restorer.scale == 1:
        noisy = np.empty_like(pixels)
        dice = np.random.Generator(np.random.Philox(key=seed))
        sigma = strength / 255 * np.iinfo(pixels.dtype).max
        for _, top, _, bottom in bands(width, height):
            part = pixels[top:bottom]
            noise = dice.standard_normal(part.shape, np.float32)
            noisy[top:bottom] = rounded(part + sigma * noise, pixels.dtype)
        return replace(photo, pixels=noisy)
    size = width // restorer.scale, height // restorer.scale
    if not all(size):
        raise Trouble("{name} is too small to be scaled down.", name=photo.name)
    rows, columns = (slice(side * restorer.scale) for side in reversed(size))
    small = _shrunk(_prepared(photo, scratch_folder())[rows, columns], size)
    if alpha is not None:
        alpha = _shrunk(alpha[rows, columns, None], size)[:, :, 0]
    return replace(photo, pixels=small, alpha=alpha)


def _suited(photo: Photo, restorer: Restorer, options: Options) -> Restorer:
    return suited_to(restorer.thorough if options.thorough else restorer, photo.pixels.shape[2])


class _Finish:
    """The last touches, on any piece: scaled to its size, blended with the input, grain."""

    def __init__(
        self,
        plan: Plan,
        restored: NDArray[Any],
        original: NDArray[Any],
        origin: tuple[int, int] = (0, 0),
    ) -> None:
        self._plan, self._dtype = plan, original.dtype
        self._restored = Scaled(restored, plan.size, plan.reached, origin)
        self._original = Scaled(original, plan.size)

    def piece(self, box: Box) -> NDArray[Any]:
        """The part `box` of the result."""
        plan = self._plan
        values = self._restored.piece(box)
        if plan.blend < 1:
            values *= plan.blend
            values += (1 - plan.blend) * self._original.piece(box)
        if plan.grain > 0:
            values += grain(box, plan.grain / 255 * np.iinfo(self._dtype).max, plan.seed)
        return rounded(values, self._dtype)


def _part(
    restorer: Restorer,
    pixels: NDArray[Any],
    plan: Plan,
    run: int,
    box: Box,
    strength: float,
    tile: int | None,
) -> NDArray[Any]:
    """The part `box` of what the `run`-th run of the model would give."""
    if run == 0:
        return pixels[box[1] : box[3], box[0] : box[2]]
    scale, stride = restorer.scale, restorer.stride
    left, top, right, bottom = box
    inner = left // scale, top // scale, -(-right // scale), -(-bottom // scale)
    given, x, y = pixels, 0, 0
    if run > 1:  # the run before is needed as far as the network looks
        reach = _BLIND_REACH if restorer.radius is None else restorer.radius
        width, height = plan.passes[run - 2]
        x, y = (max(0, side - reach) // stride * stride for side in inner[:2])
        outer = x, y, min(width, inner[2] + reach), min(height, inner[3] + reach)
        given = _part(restorer, pixels, plan, run - 1, outer, strength, tile)
    there = inner[0] - x, inner[1] - y, inner[2] - x, inner[3] - y
    part = tiles.region(restorer, given, there, strength, tile=tile)
    part = part[top - inner[1] * scale :, left - inner[0] * scale :]
    return part[: bottom - top, : right - left]


# The preview asks for piece after piece of one picture.
_bled: WeakKeyDictionary[Photo, NDArray[Any]] = WeakKeyDictionary()


def _prepared(photo: Photo, folder: Path) -> NDArray[Any]:
    """The colours of a photograph, run out under what is transparent."""
    if photo.alpha is None:
        return photo.pixels
    if photo not in _bled:
        _bled[photo] = bled(photo.pixels, photo.alpha > 0, folder)
    return _bled[photo]


def _run(
    restorer: Restorer,
    pixels: NDArray[Any],
    strength: float,
    tile: int | None,
    controls: Controls,
    folder: Path,
) -> Generator[Event, None, NDArray[Any]]:
    """The model over a whole picture, once."""
    height, width, channels = pixels.shape
    shape = height * restorer.scale, width * restorer.scale, channels
    out = room(shape, pixels.dtype, folder)
    for event in tiles.restored(restorer, pixels, strength, out, tile=tile, controls=controls):
        rest(out)
        yield event
    if isinstance(out, np.memmap):
        devices.give_back_memory()  # of the tiles; small pictures need it again at once
    return out


def _finished(
    plan: Plan,
    restored: NDArray[Any],
    original: NDArray[Any],
    controls: Controls,
    folder: Path,
) -> Generator[Event, None, NDArray[Any]]:
    """The last touches on the whole picture; where it keeps its size, in the place of `restored`."""
    width, height = plan.size
    out = restored
    if plan.size != _size(restored) or restored is original:
        out = room((height, width, restored.shape[2]), restored.dtype, folder)
    finish = _Finish(plan, restored, original)
    for box in bands(width, height):
        out[box[1] : box[3]] = finish.piece(box)
        rest(out)
        rest(restored)
        yield Stage(Sentence("Finishing the picture"), box[3], height)
        if controls.paused:
            yield Paused(0)
            yield Resumed(0)
    return out


def _scaled_alpha(
    alpha: NDArray[Any], size: Size, folder: Path
) -> Generator[Event, None, NDArray[Any]]:
    if size == (alpha.shape[1], alpha.shape[0]):
        return alpha
    scaled = Scaled(alpha[:, :, None], size, overshoots=False)
    out = room(size[::-1], alpha.dtype, folder)
    for box in bands(*size):
        out[box[1] : box[3]] = rounded(scaled.piece(box), alpha.dtype)[:, :, 0]
        yield Stage(Sentence("Finishing the picture"), box[3], size[1])
    return out


def _shrunk(pixels: NDArray[Any], size: Size) -> NDArray[Any]:
    scaled = Scaled(pixels, size, kernel=Image.Resampling.BICUBIC)
    parts = [rounded(scaled.piece(box), pixels.dtype) for box in bands(*size)]
    return np.concatenate(parts)


def _size(pixels: NDArray[Any]) -> Size:
    return pixels.shape[1], pixels.shape[0]
