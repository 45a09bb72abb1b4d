"""Groups: names in rows, hidden by a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.groups import ROW, ROWS, Groups


def test_a_click_hides_a_group_and_shows_it_again(qtbot: QtBot) -> None:
    groups = Groups("groups")
    qtbot.addWidget(groups)
    groups.set_names(["cat", "dog"])
    groups.resize(300, ROW)
    groups.show()
    dog = groups.findChild(QAbstractButton, "groups_1")
    assert dog is not None
    with qtbot.waitSignal(groups.changed) as said:
        qtbot.mouseClick(dog, Qt.MouseButton.LeftButton)
    assert said.args == [{1}] and not groups.grab().isNull()
    qtbot.mouseClick(dog, Qt.MouseButton.LeftButton)
    assert groups.hidden() == set()


def test_many_names_take_no_more_than_two_rows(qtbot: QtBot) -> None:
    groups = Groups("groups")
    qtbot.addWidget(groups)
    groups.set_names([f"a long name {i}" for i in range(60)])
    groups.resize(400, 60)
    groups.show()
    assert groups.heightForWidth(400) == ROWS * ROW
    assert groups.heightForWidth(100_000) == ROW
    groups.set_names([])
    assert not groups.isVisible()
