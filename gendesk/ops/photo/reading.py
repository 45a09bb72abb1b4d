"""Reading a photograph: upright, and with all that its file says."""

from __future__ import annotations

import mmap
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from gendesk.core.sentence import Trouble
from gendesk.ops.photo import exif
from gendesk.ops.photo.library import vips
from gendesk.ops.photo.picture import Photo

if TYPE_CHECKING:
    from numpy.typing import NDArray

# HEIC cannot be read, but has to be named rather than missed.
READS = frozenset((
    ".avif", ".bmp", ".gif", ".heic", ".heif", ".j2k", ".jfif", ".jp2", ".jpe", ".jpeg", ".jpg",
    ".mpo", ".pbm", ".pgm", ".png", ".pnm", ".ppm", ".qoi", ".tga", ".tif", ".tiff", ".webp",
))  # fmt: skip

MAX_PIXELS = 400_000_000
_MAX_BYTES = 1 << 33  # 400 megapixels of four 16-bit channels, and room

_XMP_ORIENTATION = re.compile(rb"""(tiff:Orientation(?:\s*=\s*["']|>)\s*)[2-8]""")

_PLAIN = frozenset(("b-w", "grey16", "srgb", "rgb16", "rgb", "multiband"))  # grey or RGB already
_DTYPES = {
    "uchar": "uint8", "ushort": "uint16", "uint": "uint32", "char": "int8", "short": "int16",
    "int": "int32", "float": "float32", "double": "float64",
}  # fmt: skip


def read_photo(path: Path) -> Photo:
    """The picture in a file, upright, with its colours, depth, alpha and metadata as they are.

    Of an animation or of several pages the first is read. Bits become grey, palettes colour; an
    alpha that is opaque everywhere is dropped; integers and floats beyond 16 bits become 16 bits.
    CMYK becomes sRGB through its profile, which then no longer applies and is dropped. BMP,
    JPEG 2000, PPM, QOI and TGA are read as for training: in 8 bits, sRGB, opaque. Safe to call
    from several threads.

    Raises:
        Trouble: it cannot be read, or has more than `MAX_PIXELS`; the sentence names the file.
    """
    from gendesk.data.decoder import refuse_irregular, shown

    name = shown(path)
    refuse_irregular(path, name, _MAX_BYTES)
    try:
        with path.open("rb") as file:
            start = file.read(16)
            if _is_ours(start):
                file.seek(0)
                return _photo(file, path, name)
    except OSError as error:
        why = error.strerror or str(error)
        raise Trouble("{name} cannot be read: {why}.", name=name, why=why) from None
    except MemoryError:
        raise Trouble("{name} needs more memory than there is.", name=name) from None
    return _plain(path)


def _is_ours(start: bytes) -> bool:
    """Whether a file that begins so is of a format that keeps more than plain pixels."""
    return (
        start.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8"))
        or start[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
        or (start[:4] == b"RIFF" and start[8:12] == b"WEBP")
        or (start[4:8] == b"ftyp" and start[8:12] in (b"avif", b"avis"))
    )


def _plain(path: Path) -> Photo:
    """A format without metadata, or the sentence that says why it is no picture."""
    import numpy as np

    from gendesk.data.decoder import decode

    picture = decode(path, max_pixels=MAX_PIXELS).picture
    pixels = np.asarray(picture).reshape(picture.height, picture.width, -1)
    return Photo(pixels, name=path.name)


def _photo(file: IO[bytes], path: Path, name: str) -> Photo:
    pyvips = vips()
    try:
        source = pyvips.Source.new_from_descriptor(file.fileno())
        image = pyvips.Image.new_from_source(source, "", access="sequential", fail_on="error")
        if image.format not in _DTYPES:
            raise pyvips.Error(f"pixels are {image.format} numbers")
        _refuse_oversized(image, name)
        coloured = _plain_colours(image)
        values = _values(coloured)
    except pyvips.Error as error:  # which is for the log
        raise Trouble(
            "{name} is damaged, cut short or of a rare kind, and cannot be read.", name=name
        ) from error
    orientation = _field(image, "orientation") or 1
    pixels, alpha = _parted(values, orientation)
    return Photo(
        pixels,
        alpha,
        _field(image, "icc-profile-data") if coloured is image else None,
        _exif(image, file),
        _xmp(image, turned=orientation != 1),
        path.name,
    )


def _refuse_oversized(image: Any, name: str) -> None:
    """Before any pixel is decoded."""
    import numpy as np
    import psutil

    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        raise Trouble(
            "{name} has {pixels} megapixels; at most {most} are read. Scale it down first.",
            name=name,
            pixels=f"{pixels / 1e6:,.0f}",
            most=f"{MAX_PIXELS / 1e6:g}",
        )
    size = pixels * image.bands * np.dtype(_DTYPES[image.format]).itemsize
    if 2 * size > psutil.virtual_memory().available:  # while it is turned
        raise Trouble("{name} needs more memory than there is.", name=name)


def _plain_colours(image: Any) -> Any:
    """Grey or RGB, with or without alpha; the image itself where it is so already."""
    if image.interpretation in _PLAIN:
        return image
    deep = image.format != "uchar"
    if image.interpretation == "cmyk":
        return image.icc_transform(
            "srgb", embedded=True, input_profile="cmyk", intent="relative", depth=16 if deep else 8
        )
    return image.colourspace("rgb16" if deep else "srgb")


def _values(image: Any) -> NDArray[Any]:
    """(H, W, bands) uint8 or uint16"""
    import numpy as np

    flat = np.frombuffer(image.write_to_memory(), _DTYPES[image.format])
    values = flat.reshape(image.height, image.width, image.bands)
    return values if values.dtype in (np.uint8, np.uint16) else _sixteen_bits(values)


def _sixteen_bits(values: NDArray[Any]) -> NDArray[Any]:
    """Floats are meant from 0 to 1, integers as 8 or 16 bits; else their own range is known."""
    import numpy as np

    scaled = np.nan_to_num(values.astype(np.float32), posinf=0, neginf=0)
    low, high = min(0.0, float(scaled.min())), float(scaled.max())
    tops = (1.0, 255.0, 65535.0) if values.dtype.kind == "f" else (255.0, 65535.0)
    top = next((top for top in tops if high <= top), high)
    return ((scaled - low) * (65535 / (top - low)) + 0.5).astype(np.uint16)


def _parted(values: NDArray[Any], orientation: int) -> tuple[NDArray[Any], NDArray[Any] | None]:
    """Colours and alpha, each upright and contiguous."""
    import numpy as np

    upright = _upright(values, orientation)
    colours = 3 if values.shape[2] >= 3 else 1
    if values.shape[2] == colours:
        return np.ascontiguousarray(upright), None
    pixels = np.ascontiguousarray(upright[:, :, :colours])
    alpha = np.ascontiguousarray(upright[:, :, colours])
    opaque = alpha.min() == np.iinfo(alpha.dtype).max
    return pixels, None if opaque else alpha


def _upright(values: NDArray[Any], orientation: int) -> NDArray[Any]:
    """A view as EXIF's orientation 1 to 8 wants it seen."""
    if orientation >= 5:
        values = values.swapaxes(0, 1)  # 5 is the transposition; the others mirror it
    if orientation in (3, 4, 7, 8):
        values = values[::-1]
    if orientation in (2, 3, 6, 7):
        values = values[:, ::-1]
    return values


def _field(image: Any, name: str) -> Any:
    """What a file says under `name`, or None."""
    return image.get(name) if image.get_typeof(name) else None


def _exif(image: Any, file: IO[bytes]) -> bytes | None:
    """As the formats keep it; a TIFF file spreads it among its own tags."""
    if image.get("vips-loader").startswith("tiff"):
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return exif.of_tiff(data)
    block = _field(image, "exif-data")
    return exif.upright(block) if block else None


def _xmp(image: Any, turned: bool) -> bytes | None:
    """Some programs write the orientation here too; once it is applied, both say so."""
    block: bytes | None = _field(image, "xmp-data")
    return _XMP_ORIENTATION.sub(rb"\g<1>1", block) if block and turned else block
