"""The slider through a run's steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.slider import HistorySlider


@pytest.fixture
def history(qtbot: QtBot) -> HistorySlider:
    widget = HistorySlider("run_history")
    qtbot.addWidget(widget)
    widget.resize(300, 40)
    widget.show()
    return widget


def test_without_steps_there_is_nothing_to_choose(history: HistorySlider) -> None:
    assert history.step() is None
    assert not history.isEnabled()
    history.toggle()
    assert not history.playing()


def test_the_newest_is_shown_until_a_person_chooses(history: HistorySlider, qtbot: QtBot) -> None:
    history.set_steps([100, 200])
    assert history.step() == 200
    history.set_steps([100, 200, 300])
    assert history.step() == 300
    with qtbot.waitSignal(history.chosen) as heard:
        qtbot.keyClick(history.slider, Qt.Key.Key_Left)
    assert heard.args == [200]
    history.set_steps([100, 200, 300, 400])
    assert history.step() == 200


def test_growing_is_silent(history: HistorySlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(history.chosen):
        history.set_steps([100, 200, 300])


def test_going_to_a_step_takes_the_last_one_before_it(history: HistorySlider) -> None:
    history.set_steps([100, 200, 300])
    for wanted, found in ((250, 200), (300, 300), (5, 100), (999, 300)):
        history.choose(wanted)
        assert history.step() == found


def test_playing_runs_from_the_start_to_the_end(history: HistorySlider, qtbot: QtBot) -> None:
    history.set_steps([100, 200, 300])
    passed: list[int] = []
    history.chosen.connect(passed.append)
    qtbot.mouseClick(history.play_button, Qt.MouseButton.LeftButton)
    assert history.playing()
    qtbot.waitUntil(lambda: not history.playing(), timeout=3000)
    assert passed == [100, 200, 300]


def test_playing_can_be_stopped(history: HistorySlider, qtbot: QtBot) -> None:
    history.set_steps([*range(100)])
    history.choose(5)
    qtbot.keyClick(history.play_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: (history.step() or 0) > 6)
    qtbot.keyClick(history.play_button, Qt.Key.Key_Space)
    assert not history.playing()
    assert (history.step() or 0) < 99
