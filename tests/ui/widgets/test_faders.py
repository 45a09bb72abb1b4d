"""Faders: values, the hidden rest, and what a hand does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSlider
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.faders import FIRST, NOTCHES, Fader, Faders


@pytest.fixture
def faders(qtbot: QtBot) -> Faders:
    faders = Faders("faders")
    qtbot.addWidget(faders)
    faders.set_faders([Fader(i, f"z{i + 1}", -3, 3, own=i == 1) for i in range(FIRST + 5)])
    faders.resize(300, 500)
    faders.show()
    return faders


def slider(faders: Faders, place: int) -> QSlider:
    found = faders.findChild(QSlider, f"faders_{place}")
    assert found is not None
    return found


def test_the_first_are_shown_and_the_others_when_asked_for(qtbot: QtBot, faders: Faders) -> None:
    assert faders.findChild(QSlider, f"faders_{FIRST}") is None
    faders.set_values({FIRST + 1: 1.5})
    assert faders.more.text() == "5 more"
    qtbot.mouseClick(faders.more, Qt.MouseButton.LeftButton)
    assert not faders.more.isVisible()
    assert slider(faders, FIRST + 1).value() == NOTCHES * 3 // 4


def test_a_hand_turns_and_a_value_that_is_shown_says_nothing(qtbot: QtBot, faders: Faders) -> None:
    turned: list[tuple[object, float]] = []
    faders.turned.connect(lambda key, value: turned.append((key, value)))
    faders.set_values({0: 3.0})
    assert slider(faders, 0).value() == NOTCHES and not turned
    with qtbot.waitSignal(faders.settled):
        qtbot.keyClick(slider(faders, 0), Qt.Key.Key_Left)
    assert turned == [(0, pytest.approx(3 - 6 / NOTCHES))]
    assert faders.value(0) == pytest.approx(3 - 6 / NOTCHES)


def test_a_value_out_of_range_stands_at_the_end(faders: Faders) -> None:
    faders.set_values({0: -9.0})
    assert slider(faders, 0).value() == 0


def test_a_double_click_puts_it_back(qtbot: QtBot, faders: Faders) -> None:
    faders.set_values({2: 2.0})
    with qtbot.waitSignal(faders.turned) as said:
        qtbot.mouseDClick(slider(faders, 2), Qt.MouseButton.LeftButton)
    assert said.args == [2, 0.0] and slider(faders, 2).value() == NOTCHES // 2


def test_one_can_be_taken_away_where_it_may(qtbot: QtBot, faders: Faders) -> None:
    away = faders.findChild(QAbstractButton, "faders_1_remove")
    assert away is not None and faders.findChild(QAbstractButton, "faders_0_remove") is None
    with qtbot.waitSignal(faders.removed) as said:
        qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert said.args == [1]
