"""The one decoder: any picture file, whatever its colours and depth, as grey or sRGB in 8 bits."""

from __future__ import annotations

import errno
import os
import stat
import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import (  # the plugins register themselves; importing them here is safe for threads
    AvifImagePlugin,  # noqa: F401
    BmpImagePlugin,  # noqa: F401
    GifImagePlugin,  # noqa: F401
    Image,
    ImageCms,
    Jpeg2KImagePlugin,  # noqa: F401
    JpegImagePlugin,
    MpoImagePlugin,  # noqa: F401
    PngImagePlugin,  # noqa: F401
    PpmImagePlugin,  # noqa: F401
    QoiImagePlugin,  # noqa: F401
    TgaImagePlugin,  # noqa: F401
    TiffImagePlugin,  # noqa: F401
    UnidentifiedImageError,
    WebPImagePlugin,  # noqa: F401
)

from gendesk.core.sentence import Sentence, Trouble

# A JPEG of several pictures (MPO), as phones write them, is opened as its first.
FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "JPEG2000", "PNG", "PPM", "QOI", "TGA", "TIFF", "WEBP")

# What counts as a picture in a folder. HEIC cannot be read, but has to be named rather than missed.
SUFFIXES = frozenset((
    ".avif", ".bmp", ".gif", ".heic", ".heif", ".j2k", ".jfif", ".jp2", ".jpe", ".jpeg", ".jpg",
    ".mpo", ".pbm", ".pgm", ".png", ".pnm", ".ppm", ".qoi", ".tga", ".tif", ".tiff", ".webp",
))  # fmt: skip

MAX_PIXELS = 64_000_000  # for training; restoring may ask for more
MAX_BYTES = 1 << 30  # what 64 megapixels take in the most wasteful of the formats, and room
_MOST_SCANS = 100  # a progressive JPEG has about ten

# `decode` compares the size in a picture's header with the caller's limit before any pixel is
# decoded, and allows no format that opens other pictures within itself.
Image.MAX_IMAGE_PIXELS = None
# What Pillow finds odd about a file is not for a terminal: it is read all the same, or refused.
warnings.filterwarnings("ignore", module=r"PIL\.")

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SRGB = ImageCms.createProfile("sRGB")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file was before it became a plain picture."""

    width: int  # as seen upright
    height: int
    format: str = ""  # one of FORMATS; empty where the picture comes from no file
    mode: str = "L"  # Pillow's word for its colours: "L", "RGB", "P", "CMYK" …
    alpha: bool = False
    deep: bool = False  # more than 8 bits a channel
    animated: bool = False  # the first of several frames was taken
    turned: bool = False  # EXIF said which way up it goes
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture in mode "L" or "RGB", and what it was before."""

    picture: Image.Image
    facts: Facts


def decode(path: Path, *, target: int = 0, max_pixels: int = MAX_PIXELS) -> Decoded:
    """Read the picture in a file: upright, opaque on white, 8 bits, grey or sRGB.

    16-bit grey is scaled; of an animation the first frame is taken. Safe to call from several
    threads; the file is never written to.

    Args:
        path: the file.
        target: the side of the square that is wanted; a much larger picture may then come back
            smaller than it was, yet at least one and a half times as large. 0 keeps it as it is.
        max_pixels: refuse what is larger.

    Raises:
        Trouble: it cannot be read; the sentence names the file and the reason.
    """
    name = shown(path)
    refuse_irregular(path, name)
    try:
        with path.open("rb") as file, Image.open(file, formats=FORMATS) as image:
            _refuse_oversized(image, name, max_pixels)
            return _plain(image, name, target)
    except Trouble:
        raise
    except UnidentifiedImageError:
        raise _unidentified(path, name) from None
    except MemoryError:
        raise Trouble("{name} needs more memory than there is.", name=name) from None
    except Exception as error:  # a parser may fail in any way over a damaged file
        if isinstance(error, OSError) and error.errno is not None:
            why = error.strerror or str(error)
            raise Trouble("{name} cannot be read: {why}.", name=name, why=why) from None
        why = str(error).strip(" .").split("\n")[0] or type(error).__name__
        raise Trouble("{name} is damaged: {why}.", name=name, why=why) from None


def shown(path: Path) -> str:
    """A file's name as text that can be printed, whatever bytes it is made of."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def refuse_irregular(path: Path, name: str, most: int = MAX_BYTES) -> None:
    """Pipes and devices block or never end: nothing but a regular file is ever opened.

    Raises:
        Trouble: it is none, it is empty, or it has more than `most` bytes.
    """
    try:
        about = path.stat()
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise Trouble("{name} does not exist.", name=name) from None
        why = error.strerror or str(error)
        raise Trouble("{name} cannot be read: {why}.", name=name, why=why) from None
    except ValueError:
        raise Trouble("{name} is not a file name.", name=repr(name)) from None
    if stat.S_ISDIR(about.st_mode):
        raise Trouble("{name} is a folder, not a picture.", name=name)
    if not stat.S_ISREG(about.st_mode):
        raise Trouble("{name} is a pipe, socket or device, not a picture.", name=name)
    if not about.st_size:
        raise Trouble("{name} is empty.", name=name)
    if about.st_size > most:
        raise Trouble(
            "{name} is larger than {most} GiB; such files are left out.", name=name, most=most >> 30
        )


def _refuse_oversized(image: Image.Image, name: str, max_pixels: int) -> None:
    pixels = image.width * image.height
    if pixels > max_pixels:
        raise Trouble(
            "{name} has {pixels} megapixels; at most {most} are read. Scale it down first.",
            name=name,
            pixels=f"{pixels / 1e6:,.0f}",
            most=f"{max_pixels / 1e6:g}",
        )
    if not pixels:
        raise Trouble("{name} is damaged: it has no pixels.", name=name)


def _unidentified(path: Path, name: str) -> Trouble:
    with path.open("rb") as file:
        start = file.read(16)
    if start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"mif1", b"heim", b"hevc"):
        return Trouble(
            "{name} is a HEIC picture, which cannot be read; export it as JPEG.", name=name
        )
    return Trouble("{name} is not a picture of a kind that can be read.", name=name)


def _plain(image: Image.Image, name: str, target: int) -> Decoded:
    """Pixels, then fewer of them, then plain colours: the order that costs least."""
    mode, size = image.mode, image.size
    deep = mode in ("I", "F") or any(
        ";16" in str(tile[3]) for tile in getattr(image, "tile", ())[:1]
    )
    animated = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        _refuse_many_scans(image, name)
        if target:
            # Measured against Lanczos from all pixels: 43 dB from here on, 47 dB from twice the
            # target, which is less than the JPEG has lost before, and up to three times as fast.
            image.draft(None, (3 * target // 2, 3 * target // 2))
    image.load()
    orientation, notes = _orientation(image)
    profile = image.info.get("icc_profile")
    alpha = image.has_transparency_data
    plain: Image.Image = _eight_bits(image) if deep else _true_colour(image, alpha)
    factor = min(plain.size) // (2 * target) if target else 1
    if factor > 1:
        plain = plain.reduce(factor, _whole_blocks(plain, factor))
    if plain.mode in ("LA", "RGBA"):
        plain = _on_white(plain)
    plain, notes = _to_srgb(plain, profile, notes)
    if orientation in _UPRIGHT:
        plain = plain.transpose(_UPRIGHT[orientation])
    if animated:
        notes = (*notes, Sentence("{name} is animated; its first frame is used.", {"name": name}))
    width, height = size[::-1] if orientation >= 5 else size
    kind = image.format or ""
    facts = Facts(width, height, kind, mode, alpha, deep, animated, orientation > 1, notes)
    return Decoded(plain, facts)


def _refuse_many_scans(image: JpegImagePlugin.JpegImageFile, name: str) -> None:
    """A progressive JPEG may ask for thousands of passes over its pixels."""
    if not image.info.get("progressive") or image.fp is None:
        return
    position = image.fp.tell()
    image.fp.seek(0)
    scans = image.fp.read().count(b"\xff\xda")
    image.fp.seek(position)
    if scans > _MOST_SCANS:
        raise Trouble("{name} is damaged: it has {count} scans.", name=name, count=scans)


def _whole_blocks(image: Image.Image, factor: int) -> tuple[int, int, int, int]:
    """The middle of a picture, without the pixels at its edges that fill no block."""
    across, down = image.width % factor, image.height % factor
    left, top = across // 2, down // 2
    return left, top, left + image.width - across, top + image.height - down


def _orientation(image: Image.Image) -> tuple[int, tuple[Sentence, ...]]:
    try:
        orientation = image.getexif().get(0x0112, 1)
    except Exception:  # as with any damaged part that the pixels do not need
        return 1, (Sentence("Its EXIF data are damaged and were passed over."),)
    known = isinstance(orientation, int) and 1 <= orientation <= 8
    return (orientation if known else 1), ()


def _eight_bits(image: Image.Image) -> Image.Image:
    """Deep pixels scaled to 0..255, by the range of their kind rather than clipped."""
    if image.mode not in ("I", "F") and not image.mode.startswith("I;16"):
        return _true_colour(image, image.has_transparency_data)  # Pillow has scaled it itself
    values = np.asarray(image)
    if values.dtype.itemsize == 2:
        return Image.fromarray((values >> 8).astype(np.uint8))
    values = np.nan_to_num(values.astype(np.float32), posinf=0, neginf=0)
    low, high = min(0.0, float(values.min())), float(values.max())
    # Floats are meant from 0 to 1, integers as 8 or 16 bits; where they leave that, their own
    # range is the only one known.
    tops = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    top = next((t for t in tops if high <= t), high)
    return Image.fromarray(((values - low) * (255 / (top - low)) + 0.5).astype(np.uint8))


def _true_colour(image: Image.Image, alpha: bool) -> Image.Image:
    """Bits, palettes and rare colour spaces as L, RGB, LA, RGBA, CMYK or LAB."""
    if alpha:
        grey = image.mode in ("1", "L", "LA", "La")
        return image.convert("RGBA").convert("LA") if grey else image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image.copy()  # of the pixels alone: the file's own object closes with it
    return image.convert("L" if image.mode == "1" else "RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Without its transparency, as on paper."""
    white = Image.new(image.mode, image.size, "white")
    return Image.alpha_composite(white.convert("RGBA"), image.convert("RGBA")).convert(
        image.mode[:-1]
    )


def _to_srgb(
    image: Image.Image, profile: bytes | None, notes: tuple[Sentence, ...]
) -> tuple[Image.Image, tuple[Sentence, ...]]:
    """Through the picture's own colour profile, where it has a good one."""
    if image.mode == "L":
        return image, notes  # grey profiles differ from sRGB's curve by less than they are worth
    if profile or image.mode == "LAB":
        try:
            transform = _transform(profile or b"", image.mode)
            if transform is None:
                return image, notes
            return ImageCms.applyTransform(image, transform) or image, notes
        except (ImageCms.PyCMSError, ValueError, OSError):
            notes = (*notes, Sentence("Its colour profile is damaged and was passed over."))
    return (image if image.mode == "RGB" else image.convert("RGB")), notes


@lru_cache(maxsize=64)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """From a profile to sRGB; None where it is sRGB already. Cameras repeat a few profiles."""
    if mode == "LAB":
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    else:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
            return None
    return ImageCms.buildTransform(source, _SRGB, mode, "RGB")
