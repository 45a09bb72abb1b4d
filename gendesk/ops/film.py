"""Films and animations: of any pictures, and of how a run's or a painting's changed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw

from gendesk.core.events import Event, Saved, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.chart import caption_font
from gendesk.ops.files import Previews, beside, some

_VIDEO_SIDES, _GIF_SIDES = (720, 1920), (400, 800)  # pixels of the longer side, from … to
_VIDEO_FRAMES, _GIF_FRAMES = 900, 200
_HOLD_SECONDS = 2.0  # for which the last picture stays
_ENCODERS = ("libx264", "libopenh264", "h264_videotoolbox", "h264_mf", "mpeg4")


def mp4(path: Path, previews: Previews) -> Iterator[Event]:
    """The pictures one after the other as a film of about twelve seconds, with their steps.

    Closing it early leaves no file behind.

    Raises:
        Trouble: there is no picture yet, no encoder, or the file cannot be written.
    """
    chosen = _evenly(some(previews), _VIDEO_FRAMES)
    fps = min(30, max(4, round(len(chosen) / 12)))
    frames = _frames(chosen, *_VIDEO_SIDES)
    yield from film(path, frames, len(chosen), fps, _HOLD_SECONDS)
    yield Saved("file", path, chosen[-1][0])


def gif(path: Path, previews: Previews) -> Iterator[Event]:
    """The same as an animation that plays for ever in any browser; smaller and shorter.

    Raises:
        Trouble: there is no picture yet, or the file cannot be written.
    """
    chosen = _evenly(some(previews), _GIF_FRAMES)
    still_ms = max(40, min(250, round(12_000 / len(chosen))))
    frames = _frames(chosen, *_GIF_SIDES)
    yield from animation(path, frames, len(chosen), still_ms, _HOLD_SECONDS)
    yield Saved("file", path, chosen[-1][0])


def film(
    path: Path, frames: Iterable[Image.Image], total: int, fps: int, hold_s: float = 0.0
) -> Iterator[Event]:
    """Pictures as an MP4 file; closing it early leaves none behind.

    Args:
        path: the file.
        frames: RGB pictures of one size, whose sides are even.
        total: how many.
        fps: of them a second.
        hold_s: for which the last one stays.

    Raises:
        Trouble: there is no encoder, or the file cannot be written.
    """
    with beside(path) as place, av.open(str(place), "w", format="mp4") as container:
        encoder = _encoder()
        stream = container.add_stream(encoder, rate=fps)
        assert isinstance(stream, av.VideoStream)
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "16"} if encoder == "libx264" else {}
        for done, picture in enumerate(frames, 1):
            if done == 1:
                stream.width, stream.height = picture.size
            for _ in range(max(1, round(hold_s * fps)) if done == total else 1):
                frame = av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24")
                container.mux(stream.encode(frame))
            yield Stage(Sentence("Writing the film"), done, total)
        container.mux(stream.encode(None))


def animation(
    path: Path, frames: Iterable[Image.Image], total: int, still_ms: int, hold_s: float = 0.0
) -> Iterator[Event]:
    """Pictures as a GIF file that plays for ever; as `film`, with milliseconds for each."""
    pictures = []
    for picture in frames:
        pictures.append(picture.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))
        yield Stage(Sentence("Writing the animation"), len(pictures), total)
    durations = [still_ms] * (len(pictures) - 1) + [round(1000 * hold_s) or still_ms]
    with beside(path) as place:
        pictures[0].save(
            place, "GIF", save_all=True, append_images=pictures[1:], duration=durations, loop=0
        )


def _frames(previews: Previews, least: int, most: int) -> Iterator[Image.Image]:
    """Each picture, of even size, over its step and how far that is.

    Small ones are enlarged to whole pixels. A painting's were smaller at first: they become as large
    as the last.
    """
    strip, last = 56, max(1, previews[-1][0])
    with Image.open(previews[-1][1]) as image:
        width, height = image.size
    times = max(1, math.ceil(least / max(width, height)))
    share = min(1.0, most / (times * max(width, height)))
    shown = max(1, round(width * times * share)), max(1, round(height * times * share))
    size = shown[0] + shown[0] % 2, shown[1] + shown[1] % 2
    for step, path in previews:
        with Image.open(path) as image:
            whole = image.size == (width, height) and share == 1
            how = Image.Resampling.NEAREST if whole else Image.Resampling.BICUBIC
            picture = image.convert("RGB").resize(shown, how)
        sheet = Image.new("RGB", (size[0], size[1] + strip), (18, 20, 26))
        sheet.paste(picture, (0, 0))
        pen = ImageDraw.Draw(sheet)
        bar = (20, size[1] + 40, size[0] - 20, size[1] + 44)
        pen.rectangle(bar, (50, 55, 66))
        pen.rectangle((*bar[:2], 20 + round((bar[2] - 20) * step / last), bar[3]), (76, 139, 245))
        pen.text((20, size[1] + 22), f"step {step:,}", (225, 229, 236), caption_font(), "lm")
        yield sheet


def _evenly(previews: Previews, most: int) -> Previews:
    if len(previews) <= most:
        return previews
    return [previews[i] for i in np.linspace(0, len(previews) - 1, most).round().astype(int)]


def _encoder() -> str:
    for name in _ENCODERS:
        if name in av.codecs_available:
            try:
                av.codec.Codec(name, "w")
            except ValueError:
                continue
            return name
    raise Trouble("There is no video encoder on this machine; export a GIF instead.")
