"""A photograph as a screen shows it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from gendesk.ops.photo.library import alpha_of, eight_bits, image_of, vips
from gendesk.ops.photo.picture import Photo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def to_srgb8(photo: Photo) -> NDArray[np.uint8]:
    """Its colours in sRGB, in 8 bits, through its ICC profile; transparency lies on white.

    A profile that is damaged or meant for other colours is passed over.

    Returns:
        (H, W, 3), or (H, W, 1) for a grey photo.
    """
    import numpy as np

    if photo.bits == 8 and photo.alpha is None and not _differs(photo.icc):
        return np.ascontiguousarray(photo.pixels)
    shown = _in_srgb(photo)
    if photo.alpha is not None:
        shown = shown.bandjoin(eight_bits(alpha_of(photo))).flatten(background=255)
    values = np.frombuffer(shown.write_to_memory(), np.uint8)
    return values.reshape(photo.height, photo.width, -1)


def _in_srgb(photo: Photo) -> Any:
    image = image_of(photo)
    if _differs(photo.icc):
        pyvips = vips()
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", photo.icc)
        try:
            turned = image.icc_transform("srgb", embedded=True, intent="relative", depth=8)
        except pyvips.Error:
            return eight_bits(image)
        return turned.extract_band(1) if photo.grey else turned  # grey has three bands alike
    return eight_bits(image)


def _differs(icc: bytes | None) -> bool:
    """Whether it is a profile of anything but sRGB; the most frequent one costs no time."""
    if not icc:
        return False
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        return "sRGB" not in ImageCms.getProfileDescription(profile)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
