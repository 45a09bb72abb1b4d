"""The small picture: covering its room or seen whole, tinted where it is marked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gendesk.ui import theme
from gendesk.ui.widgets.thumb import Thumb


def wide() -> np.ndarray:
    """Red at the left and the right, green in the middle: 40 × 120."""
    pixels = np.zeros((40, 120, 3), np.uint8)
    pixels[:, :, 0] = 255
    pixels[:, 40:80] = (0, 255, 0)
    return pixels


def shown(qtbot: QtBot, covers: bool, mask: np.ndarray | None = None) -> tuple[Thumb, list[QColor]]:
    """A thumb of 90 × 90, and its colours at the left, in the middle, and above."""
    thumb = Thumb("thumb", covers=covers)
    qtbot.addWidget(thumb)
    thumb.resize(90, 90)
    thumb.set_picture(wide(), mask)
    image = thumb.grab().toImage()
    return thumb, [image.pixelColor(*at) for at in ((8, 45), (45, 45), (45, 8))]


def test_it_covers_its_room_or_is_seen_whole(qtbot: QtBot) -> None:
    _, (left, middle, above) = shown(qtbot, covers=True)
    assert (left.green(), middle.green(), above.green()) == (255, 255, 255)
    _, (left, middle, above) = shown(qtbot, covers=False)
    assert left.red() == 255 and middle.green() == 255
    assert above == theme.colour("backdrop")


def test_what_is_marked_is_tinted(qtbot: QtBot) -> None:
    mask = np.zeros((10, 30), np.uint8)
    mask[:, :15] = 255
    thumb, (left, _, _) = shown(qtbot, covers=False, mask=mask)
    assert thumb.marked() and left.blue() > 80
    thumb.set_picture(None)
    assert not thumb.marked() and thumb.picture() is None
    thumb.grab()


def test_it_is_pressed_by_mouse_and_keys(qtbot: QtBot) -> None:
    thumb, _ = shown(qtbot, covers=True)
    pressed = QSignalSpy(thumb.clicked)
    qtbot.mouseClick(thumb, Qt.MouseButton.LeftButton)
    qtbot.keyClick(thumb, Qt.Key.Key_Space)
    assert pressed.count() == 2
