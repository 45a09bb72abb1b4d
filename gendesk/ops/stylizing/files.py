"""Pictures into paintings and out of them: contents, styles and masks read, paintings written."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from gendesk import __version__
from gendesk.core.sentence import Trouble
from gendesk.data.decoder import decode, shown
from gendesk.ops.files import beside
from gendesk.ops.photo import Photo, format_of, read_photo, to_srgb8, write_photo
from gendesk.ops.stylizing import inside
from gendesk.ops.stylizing.commission import Commission, Mask, Pixels, scaled

LEAST_SIDE = 16  # pixels; in fewer there is no stroke
_SRGB_CHUNK = b"\0"  # PNG 3, 11.3.2.5: sRGB, to be seen perceptually


def open_subject(path: Path) -> tuple[Pixels, Mask | None]:
    """A picture to be painted, in sRGB, and its alpha where it has one.

    Grey becomes colour, of an animation the first frame is taken. What is wholly transparent gets
    the others' average colour, so that no edge is seen where there is none.

    Raises:
        Trouble: it cannot be read, or there is nothing to be seen in it.
    """
    photo = read_photo(path)
    pixels = to_srgb8(replace(photo, alpha=None))
    pixels = np.ascontiguousarray(np.broadcast_to(pixels, (*pixels.shape[:2], 3)))
    if photo.alpha is None:
        return pixels, None
    alpha: Mask = (photo.alpha >> (photo.bits - 8)).astype(np.uint8)
    visible = alpha > 0
    if not visible.any():
        raise Trouble("{name} is transparent everywhere; choose another one.", name=shown(path))
    average = pixels[visible].mean(0).round().astype(np.uint8)
    return np.where(visible[..., None], pixels, average), alpha


def open_style(path: Path) -> tuple[Pixels, Mask | None]:
    """A picture whose style is wanted, in sRGB, and the part of it that counts: the visible one.

    Raises:
        Trouble: as `open_subject`, or it is too small to have a style.
    """
    pixels, part = open_subject(path)
    check_style(pixels, shown(path))
    return pixels, part


def check_style(pixels: Pixels, name: str) -> None:
    """Raise `Trouble` where a picture is too small to have a style."""
    height, width = pixels.shape[:2]
    if min(height, width) < LEAST_SIDE:
        raise Trouble(
            "{name} has {width} × {height} pixels, too few for a style; choose one with at least {least} along each side.",
            name=name,
            width=width,
            height=height,
            least=LEAST_SIDE,
        )


def open_mask(path: Path) -> Mask:
    """A mask: white where it holds, black where it does not.

    Raises:
        Trouble: it cannot be read, or it is black everywhere.
    """
    mask = np.asarray(decode(path).picture.convert("L"))
    if not mask.any():
        raise Trouble("The mask {name} is black everywhere; paint it white where it holds.",
                      name=shown(path))  # fmt: skip
    return mask


def save_painting(path: Path, pixels: Pixels, commission: Commission) -> None:
    """Write a painting, in sRGB, with the content's transparency; whole or not at all.

    A PNG file holds its commission: the recipe as text, and all pictures at the painting's size
    (see `inside`). JPEG, WebP and TIFF hold the painting alone; JPEG has white where it is
    transparent.

    Args:
        path: its suffix says the format.
        pixels: (H, W, 3).
        commission: what was painted.

    Raises:
        Trouble: the format is unknown, or the file cannot be written.
    """
    height, width = pixels.shape[:2]
    alpha = None if commission.alpha is None else scaled(commission.alpha, width, height)
    if format_of(path) != "png":
        write_photo(Photo(pixels, alpha, icc=_srgb()), path, quality=95)
        return
    about = PngInfo()
    about.add(b"sRGB", _SRGB_CHUNK)
    about.add_text("Software", f"gendesk {__version__}")
    about.add_text("Recipe", json.dumps(commission.recipe.as_dict()))
    about.add(inside.CHUNK, inside.packed(commission), after_idat=True)
    values = pixels if alpha is None else np.dstack([pixels, alpha])
    with beside(path) as place:
        Image.fromarray(values).save(place, "PNG", pnginfo=about)


def recipe_in(path: Path) -> Commission | None:
    """The commission that a painting of ours holds; None where the file is any other picture.

    Raises:
        Trouble: it seems to hold one that is damaged, or that was never ours.
    """
    data = inside.chunk_of(path)
    return None if data is None else inside.unpacked(data, shown(path))


def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
