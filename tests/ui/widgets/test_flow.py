"""Parts in rows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.flow import Flow, Together


def parts(count: int) -> list[QWidget]:
    """Parts of 50 × 20 pixels."""
    made = [QWidget() for _ in range(count)]
    for each in made:
        each.setFixedSize(50, 20)
    return made


@pytest.mark.parametrize(
    ("width", "lefts", "height"),
    [
        (170, [0, 60, 120], 20),
        (169, [0, 60, 0], 50),
        (110, [0, 60, 0], 50),
        (60, [0, 0, 0], 80),
    ],
)
def test_as_many_stand_in_a_row_as_there_is_room_for(
    qtbot: QtBot, width: int, lefts: list[int], height: int
) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = Flow(10, whole)
    some = parts(3)
    for each in some:
        flow.addWidget(each)
    whole.resize(width, 100)
    whole.show()
    assert [each.x() for each in some] == lefts
    assert flow.heightForWidth(width) == height and flow.sizeHint().width() == 170


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = Flow(10, whole)
    first, second = parts(2)
    flow.addWidget(first)
    flow.addWidget(second)
    first.hide()
    whole.resize(200, 100)
    whole.show()
    assert second.x() == 0 and flow.heightForWidth(55) == 20


def test_a_name_stays_with_its_entry(qtbot: QtBot) -> None:
    both = Together(*parts(2), gap=4)
    qtbot.addWidget(both)
    assert both.sizeHint().width() == 104
