"""Pictures of uint8 numbers as Qt has them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QIcon, QImage, QPixmap


def looking_into(pixels: NDArray[np.uint8]) -> QImage:
    """A contiguous picture (H, W, C), C is 1 or 3, not copied: whoever holds the image holds both."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, width * channels, kind)


def as_image(picture: NDArray[np.uint8]) -> QImage:
    """A picture (H, W, C) that no longer needs its array."""
    return looking_into(np.ascontiguousarray(picture)).copy()


def as_icon(picture: NDArray[np.uint8]) -> QIcon:
    """A picture (H, W, C) for a list: the same whether its row is selected or not."""
    pixmap = QPixmap.fromImage(as_image(picture))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
