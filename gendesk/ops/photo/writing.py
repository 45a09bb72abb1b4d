"""Writing a photograph: whole or not at all, streamed from wherever its pixels lie."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

from gendesk.core.sentence import Trouble
from gendesk.ops.files import beside
from gendesk.ops.photo import exif
from gendesk.ops.photo.containers import put_exif
from gendesk.ops.photo.library import alpha_of, eight_bits, image_of, reason, vips
from gendesk.ops.photo.picture import Photo

WRITES = {  # format by suffix; the first suffix of each is its usual one
    ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".jfif": "jpeg",
    ".webp": "webp", ".tif": "tiff", ".tiff": "tiff",
}  # fmt: skip

_MOST_SIDE = {"jpeg": 65_500, "webp": 16_383}  # pixels; libjpeg's and the format's own
_DEEP = ("png", "tiff")
_CLASSIC_TIFF = 3 << 30  # bytes of pixels; from 4 GiB on its offsets are too short
_XMP_AND_ICC = 2 | 8  # libvips' word for what it is to write beside the pixels


def format_of(path: Path) -> str:
    """The format that a file's name asks for: "png", "jpeg", "webp" or "tiff".

    Raises:
        Trouble: it asks for none of them.
    """
    if path.suffix.lower() not in WRITES:
        raise Trouble(
            "{name} cannot be written; its name has to end in .png, .jpg, .webp or .tif.",
            name=path.name,
        )
    return WRITES[path.suffix.lower()]


def write_photo(photo: Photo, path: Path, *, format: str = "", quality: int = 90) -> None:
    """Write a photo with its profile, EXIF (given the size that it has now) and XMP.

    PNG and TIFF lose no pixel; TIFF keeps those EXIF tags that are about the picture. JPEG and
    WebP are lossy and have 8 bits: deeper pixels are rounded. JPEG has no alpha, what is
    transparent becomes white there, and no room for EXIF or XMP of more than 64 KB, which is left
    out. WebP has no grey, which becomes colour. The pixels are read where they are: a
    memory-mapped array is not copied into memory.

    Args:
        format: "png", "jpeg", "webp" or "tiff"; by the name of the file where it is empty.
        quality: of JPEG and WebP, 1 to 100.

    Raises:
        Trouble: the format cannot hold so large a picture, or the file cannot be written.
    """
    kind = format or format_of(path)
    _refuse_oversized(photo, kind, path)
    with beside(path) as place, place.open("w+b") as file:
        try:
            _save(photo, kind, quality, file)
        except vips().Error as error:
            raise Trouble(
                "{path} cannot be written: {why}.", path=path, why=reason(error)
            ) from None
        if photo.exif:
            put_exif(file, kind, exif.sized(photo.exif, photo.width, photo.height))


def _refuse_oversized(photo: Photo, kind: str, path: Path) -> None:
    most = _MOST_SIDE.get(kind)
    if most and max(photo.width, photo.height) > most:
        raise Trouble(
            "{name} would be {width} × {height} pixels; {format} holds at most {most} along a side. Choose PNG or TIFF.",
            name=path.name,
            width=photo.width,
            height=photo.height,
            format={"jpeg": "JPEG", "webp": "WebP"}[kind],
            most=most,
        )


def _save(photo: Photo, kind: str, quality: int, file: BinaryIO) -> None:
    pyvips = vips()
    image = image_of(photo)
    if photo.alpha is not None:
        image = image.bandjoin(alpha_of(photo))
    if kind not in _DEEP:
        image = eight_bits(image)
    if kind == "jpeg" and photo.alpha is not None:
        image = image.flatten(background=255)
    image = image.copy()  # the fields that follow are its own
    for field, value in (("icc-profile-data", photo.icc), ("xmp-data", photo.xmp)):
        if value:
            image.set_type(pyvips.GValue.blob_type, field, value)
    target = pyvips.Target.new_to_descriptor(file.fileno())
    saving = getattr(image, f"{kind}save_target")
    saving(target, keep=_XMP_AND_ICC, **_options(kind, quality, photo))


def _options(kind: str, quality: int, photo: Photo) -> dict[str, Any]:
    """What libvips wants to know of each format."""
    if kind in ("jpeg", "webp"):
        return {"Q": quality}
    if kind == "png":
        return {"compression": 3, "filter": "sub"}
    size = photo.pixels.nbytes + (photo.alpha.nbytes if photo.alpha is not None else 0)
    return {
        "compression": "deflate",
        "level": 3,
        "predictor": "horizontal",
        "bigtiff": size > _CLASSIC_TIFF,
    }
