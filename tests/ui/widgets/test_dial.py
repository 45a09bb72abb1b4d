"""A dial: its slider, its entry, and what is no value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.dial import Dial


@pytest.fixture
def dial(qtbot: QtBot) -> Dial:
    widget = Dial("restore_grain", "Grain", "Fine grain.", float, 0, 20)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_slider_and_entry_turn_the_same_number(qtbot: QtBot, dial: Dial) -> None:
    turned: list[float] = []
    dial.turned.connect(turned.append)
    slider, entry = dial.findChild(QSlider), dial.findChild(QLineEdit)
    assert slider is not None and entry is not None
    assert slider.accessibleName() == entry.accessibleName() == "Grain"
    slider.setValue(500)
    assert (turned, dial.value(), entry.text()) == ([10.0], 10.0, "10")
    entry.selectAll()
    qtbot.keyClicks(entry, "2,5")
    assert dial.value() == 2.5
    qtbot.keyClicks(entry, "x")
    assert dial.value() == 2.5 == turned[-1]


def test_a_value_that_is_set_emits_nothing_and_stays_in_range(qtbot: QtBot, dial: Dial) -> None:
    with qtbot.assertNotEmitted(dial.turned):
        dial.set_value(99)
    assert dial.value() == 20


def test_another_range_keeps_name_and_value(qtbot: QtBot, dial: Dial) -> None:
    dial.set_value(12)
    dial.set_high(10)
    assert dial.value() == 10
    (slider,) = dial.findChildren(QSlider, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert (slider.objectName(), slider.accessibleName()) == ("restore_grain_slider", "Grain")
    slider.setValue(1000)
    assert dial.value() == 10
