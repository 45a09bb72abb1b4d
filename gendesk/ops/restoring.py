"""One photograph made better by a model: denoised, enlarged, blended, with its grain put back."""

from __future__ import annotations

import math
import zlib
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Stage
from gendesk.core.later import later
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.bleeding import bled
from gendesk.ops.noise import estimated_noise, grain
from gendesk.ops.options import Options
from gendesk.ops.photo import Photo, to_srgb8
from gendesk.ops.scaling import Box, Scaled, Size, bands, needed, rounded
from gendesk.ops.scratch import room, scratch_folder

if TYPE_CHECKING:
    from gendesk.ops import tiles
    from gendesk.ops.restorers import Restorer
else:  # torch loads when the first picture is restored
    tiles = later("gendesk.ops.tiles")

_BLIND_REACH = 64  # pixels around a part, for models that have no finite radius


def check_strength(restorer: Restorer, strength: float | None) -> None:
    """Raise `Trouble` where the model was not made for this strength."""
    if restorer.levels is None or strength is None:
        return
    low, high = restorer.levels
    if not low <= strength <= high:
        raise Trouble(
            "The strength of {model} must lie between {low} and {high}, but was given {value}.",
            model=restorer.title,
            low=f"{low:g}",
            high=f"{high:g}",
            value=f"{strength:g}",
        )


def restored_photo(
    photo: Photo, restorer: Restorer, options: Options, controls: Controls, scratch: Path
) -> Generator[Event, None, Photo]:
    """The whole photograph, restored; its profile, EXIF, XMP, depth and greyness stay.

    A grey picture is shown to a colour model as colour, and the mean of what comes is taken; a
    colour picture goes through a grey model one channel after the other. What is transparent is
    enlarged by a cubic, apart from the colours, which first run out under it.

    Args:
        photo: as its file holds it.
        restorer: the model.
        options: of the result.
        controls: a pause.
        scratch: a folder for what is too large for the memory.

    Raises:
        Trouble: the options do not fit the model or the picture, or the disk is full.
    """
    options.check()
    check_strength(restorer, options.strength)
    plan = _Plan.of(photo, restorer, options)
    pixels = _prepared(photo, scratch)
    suited = _suited(restorer, photo)
    current: NDArray[Any] = pixels
    for width, height in plan.passes:
        out = room((height, width, current.shape[2]), current.dtype, scratch)
        yield from tiles.restored(
            suited, current, plan.strength, out, tile=options.tile, controls=controls
        )
        if controls.cancelled:  # the tiles have stopped somewhere; who drives this closes it here
            yield Stage(Sentence("Restoring the picture"))
            raise Trouble("{name} was not finished, as it was cancelled.", name=photo.name)
        current = out
    if plan.finishes:
        # The rows of a result that keeps its size are replaced one by one.
        width, height = plan.size
        out = current
        if plan.size != _size(current) or current is pixels:
            out = room((height, width, current.shape[2]), current.dtype, scratch)
        finish = _Finish(plan, current, pixels)
        for box in bands(width, height):
            out[box[1] : box[3]] = finish.piece(box)
            yield Stage(Sentence("Finishing the picture"), box[3], height)
            if controls.paused:
                yield Paused(0)
                yield Resumed(0)
        current = out
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
    options.check()
    check_strength(restorer, options.strength)
    plan = _Plan.of(photo, restorer, options)
    pixels = _prepared(photo, scratch_folder())
    wanted = plan.result_box(box)
    reached = _size(pixels) if not plan.passes else plan.passes[-1]
    source = needed(wanted, plan.size, reached) if plan.size != reached else wanted
    suited = _suited(restorer, photo)
    part = _restored_part(suited, pixels, plan, len(plan.passes), source)
    finish = _Finish(plan, part, pixels, origin=source[:2])
    alpha = None
    if photo.alpha is not None:
        lifted = Scaled(photo.alpha[:, :, None], plan.size).piece(wanted)
        alpha = rounded(lifted, photo.alpha.dtype)[:, :, 0]
    return to_srgb8(replace(photo, pixels=finish.piece(wanted), alpha=alpha))


def result_box(photo: Photo, restorer: Restorer, options: Options, box: Box) -> Box:
    """The part of the result that `region` gives, in pixels of the result."""
    return _Plan.of(photo, restorer, options).result_box(box)


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


@dataclass(frozen=True, slots=True)
class _Plan:
    """What happens to one photograph."""

    photo_size: Size
    strength: float
    passes: tuple[Size, ...]  # sizes after each run of the model
    size: Size  # of the result
    blend: float
    grain: float
    seed: int

    @staticmethod
    def of(photo: Photo, restorer: Restorer, options: Options) -> _Plan:
        """The model runs as often as it takes to reach the size, then Lanczos takes it down."""
        width, height, scale = photo.width, photo.height, restorer.scale
        factor = options.scale or float(scale)
        size = round(width * factor), round(height * factor)
        if options.width is not None:
            size = options.width, round(height * options.width / width)
        size = max(size[0], 1), max(size[1], 1)
        passes: tuple[Size, ...] = ()
        if scale == 1:
            if size[0] > width or size[1] > height:
                raise Trouble(
                    "{model} does not enlarge pictures, and {name} is only {width} pixels wide; "
                    "choose a model that does, or a smaller size.",
                    model=restorer.title,
                    name=photo.name,
                    width=width,
                )
            passes = ((width, height),)
        while scale > 1 and (width < size[0] or height < size[1]):
            width, height = width * scale, height * scale
            passes = (*passes, (width, height))
        return _Plan(
            (photo.width, photo.height),
            _strength(photo, restorer, options),
            passes,
            size,
            options.blend,
            options.grain,
            zlib.crc32(photo.name.encode("utf-8", "surrogateescape")),
        )

    @property
    def finishes(self) -> bool:
        """Whether something is left to do after the model has run."""
        reached = self.passes[-1] if self.passes else None
        return reached != self.size or self.blend < 1 or self.grain > 0

    def result_box(self, box: Box) -> Box:
        """The pixels of the result that `box` of the input becomes."""
        across, down = (new / old for new, old in zip(self.size, self.photo_size, strict=True))
        left, top, right, bottom = box
        return (
            math.floor(left * across),
            math.floor(top * down),
            min(math.ceil(right * across), self.size[0]),
            min(math.ceil(bottom * down), self.size[1]),
        )


class _Finish:
    """The last touches, on any piece: scaled to its size, blended with the input, grain."""

    def __init__(
        self,
        plan: _Plan,
        restored: NDArray[Any],
        original: NDArray[Any],
        origin: tuple[int, int] = (0, 0),
    ) -> None:
        reached = plan.passes[-1] if plan.passes else plan.photo_size
        self._plan, self._dtype = plan, original.dtype
        self._restored = Scaled(restored, plan.size, reached, origin)
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


class _Suited:
    """A model as pictures of another number of channels need it."""

    def __init__(self, restorer: Restorer, channels: int) -> None:
        self._restorer = restorer
        self.channels = channels

    def __getattr__(self, name: str) -> Any:
        return getattr(self._restorer, name)

    def run(self, pixels: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
        """Grey through a colour model, or each channel through a grey one."""
        run = self._restorer.run
        if self.channels == 1:
            mean: NDArray[np.float32] = run(pixels.repeat(3, 2), strength).mean(2, keepdims=True)
            return mean
        planes = [run(pixels[:, :, c : c + 1], strength) for c in range(self.channels)]
        return np.concatenate(planes, 2)


def _suited(restorer: Restorer, photo: Photo) -> Restorer:
    channels = photo.pixels.shape[2]
    if channels == restorer.channels:
        return restorer
    return cast("Restorer", _Suited(restorer, channels))


def _strength(photo: Photo, restorer: Restorer, options: Options) -> float:
    """What was asked for, or else as much noise as there seems to be, if the model has a choice."""
    if restorer.levels is None:
        return 0.0
    if options.strength is not None:
        return options.strength
    low, high = restorer.levels
    return min(max(estimated_noise(photo.pixels), low), high)


def _restored_part(
    restorer: Restorer, pixels: NDArray[Any], plan: _Plan, run: int, box: Box
) -> NDArray[Any]:
    """The part `box` of what the `run`-th run of the model would give."""
    if run == 0:
        return pixels[box[1] : box[3], box[0] : box[2]]
    scale, stride = restorer.scale, restorer.stride
    inner = box[0] // scale, box[1] // scale, -(-box[2] // scale), -(-box[3] // scale)
    if run == 1:
        given, x, y = pixels, 0, 0
    else:  # the run before is needed as far as the network looks
        reach = restorer.radius if restorer.radius is not None else _BLIND_REACH
        width, height = plan.passes[run - 2]
        x, y = (max(0, side - reach) // stride * stride for side in inner[:2])
        outer = x, y, min(width, inner[2] + reach), min(height, inner[3] + reach)
        given = _restored_part(restorer, pixels, plan, run - 1, outer)
    left, top, right, bottom = inner
    part = tiles.region(restorer, given, (left - x, top - y, right - x, bottom - y), plan.strength)
    cut = box[0] - left * scale, box[1] - top * scale
    return part[cut[1] :, cut[0] :][: box[3] - box[1], : box[2] - box[0]]


# The preview asks for piece after piece of one picture.
_bled: WeakKeyDictionary[Photo, NDArray[Any]] = WeakKeyDictionary()


def _prepared(photo: Photo, folder: Path) -> NDArray[Any]:
    """The colours of a photograph, run out under what is transparent."""
    if photo.alpha is None:
        return photo.pixels
    if photo not in _bled:
        _bled[photo] = bled(photo.pixels, photo.alpha > 0, folder)
    return _bled[photo]


def _scaled_alpha(
    alpha: NDArray[Any], size: Size, folder: Path
) -> Generator[Event, None, NDArray[Any]]:
    if size == (alpha.shape[1], alpha.shape[0]):
        return alpha
    scaled, out = Scaled(alpha[:, :, None], size), room(size[::-1], alpha.dtype, folder)
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
