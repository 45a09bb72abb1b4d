"""Strip: order, choice and removal."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.strip import Strip


@pytest.fixture
def strip(qtbot: QtBot) -> Strip:
    strip = Strip("strip")
    qtbot.addWidget(strip)
    picture = np.full((8, 8, 1), 90, np.uint8)
    strip.set_pictures([(7, picture), (3, None), (9, picture)])
    strip.resize(400, 110)
    strip.show()
    return strip


def test_keys_move_walk_and_remove(qtbot: QtBot, strip: Strip) -> None:
    strip.choose(7)
    with qtbot.waitSignal(strip.ordered) as said:
        qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert said.args == [[3, 7, 9]] and strip.chosen_number() == 7
    with qtbot.waitSignal(strip.ordered) as said:
        qtbot.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert said.args == [[7, 3, 9]]
    with qtbot.waitSignal(strip.chosen) as said:
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert said.args == [3]
    with qtbot.waitSignal(strip.removed) as said:
        qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert said.args == [3]


def test_a_click_chooses_and_other_pictures_keep_the_choice(qtbot: QtBot, strip: Strip) -> None:
    spot = strip.visualItemRect(strip.item(2)).center()
    with qtbot.waitSignal(strip.chosen) as said:
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert said.args == [9]
    strip.set_pictures([(9, None), (4, None)])
    assert strip.chosen_number() == 9 and strip.numbers() == [9, 4]
