"""Guided lessons in the window: begun with a press, read, cured, left, and compared at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Diagnosed,
    Evaluated,
    Event,
    Finding,
    Paused,
    Progress,
    Resumed,
    Turned,
)
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.lessons.catalogue import COLLAPSE, CONTEST, LESSONS
from gendesk.runs.comparison import Drawn
from gendesk.runs.folder import Run, all_runs
from gendesk.training.remedies import remedies
from gendesk.ui import lesson_work, work
from gendesk.ui.panels.charts import Charts
from gendesk.ui.panels.monitor import Monitor
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.widgets.cards import Line
from gendesk.ui.widgets.curves import Curves

LEFT = Qt.MouseButton.LeftButton
DISTANCES = {False: 50.0, True: 10.0}  # before and after the cure
VARIETY = {False: 0.3, True: 0.9}


@pytest.fixture
def names() -> list[str]:
    """What is found as soon as it is put here."""
    return []


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch, names: list[str]) -> list[Run]:
    """Stands in for training: a collapse that any turned knob cures, or a loss that falls."""
    seen: list[Run] = []

    def train(run: Run, steps: int | None = None, from_step: int | None = None) -> Work:
        seen.append(run)
        return collapsing(run, names) if run.recipe.steps > 1000 else learning(60)

    monkeypatch.setattr(work, "train", train)
    return seen


def collapsing(run: Run, names: list[str]) -> Work:
    def learn(controls: Controls) -> Iterator[Event]:
        cured = False
        for step in range(1, 100_000):
            time.sleep(0.002)
            for name, value in controls.take_turned().items():
                cured = True
                yield Turned(step, name, None, value, controls.cures(name))
                yield Diagnosed(step, None)
            figures = {"texture/frechet": DISTANCES[cured], "texture/diversity": VARIETY[cured]}
            yield Progress(step, 100_000, {"d_loss": 1.0, **(figures if step % 10 == 0 else {})})
            if names:
                cures = remedies(names[0], run.recipe)
                yield Diagnosed(step, Finding(names.pop(), Sentence("All alike."), 20, {}, cures))
            if controls.paused:
                yield Paused(step)
                yield Resumed(step)

    return learn


def learning(steps: int) -> Work:
    def learn(controls: Controls) -> Iterator[Event]:
        for step in range(1, steps + 1):
            time.sleep(0.002)
            quality = {"texture/frechet": 9.0} if step % 10 == 0 else {}
            yield Progress(step, steps, {"loss": 1.0, "d_loss": 1.0, "g_loss": 2.0, **quality})
            if controls.paused:
                yield Paused(step)
                yield Resumed(step)

    return learn


@pytest.fixture
def monitor(qtbot: QtBot, pool: Pool, home: object, trained: object) -> Monitor:
    panel = Monitor(pool, State())
    qtbot.addWidget(panel)
    panel.resize(1150, 740)
    panel.show()
    return panel


def press(qtbot: QtBot, monitor: Monitor, name: str) -> None:
    button = monitor.findChild(QAbstractButton, name)
    assert button is not None and button.isVisible(), name
    qtbot.mouseClick(button, LEFT)


def begin(qtbot: QtBot, monitor: Monitor, name: str) -> None:
    press(qtbot, monitor, "monitor_tab_lessons")
    press(qtbot, monitor, f"lessons_{name}_begin")


def says(monitor: Monitor) -> str:
    text = monitor.findChild(QLabel, "lesson_text")
    assert text is not None
    return text.text() if text.isVisible() else ""


def soon(qtbot: QtBot, what: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(what()), timeout=10_000)


def stop(qtbot: QtBot, monitor: Monitor) -> None:
    monitor.stop()
    soon(qtbot, lambda: not monitor.training)


def test_each_lesson_has_a_card_that_says_what_it_is_about(qtbot: QtBot, monitor: Monitor) -> None:
    press(qtbot, monitor, "monitor_tab_lessons")
    said = " ".join(label.text() for label in monitor.lessons.findChildren(QLabel))
    for text in (
        "Mode collapse",
        "A discriminator that wins",
        "A VAE and a GAN",
        "About 2 minutes",
    ):
        assert text in said


def test_a_lesson_from_the_first_press_to_the_cure(
    qtbot: QtBot, monitor: Monitor, trained: list[Run], names: list[str]
) -> None:
    begin(qtbot, monitor, "collapse")
    assert monitor._pages.currentWidget() is monitor.live
    assert trained[0].recipe == COLLAPSE.parts[0].recipe()
    assert "third of its generator's pace" in says(monitor)
    controls = monitor.live.job.controls  # type: ignore[union-attr]
    soon(qtbot, lambda: "Diversity is 0.3" in says(monitor))
    soon(qtbot, lambda: controls.paused)  # it stands still while somebody reads
    press(qtbot, monitor, "lesson_go_on")
    assert not controls.paused
    names.append("collapse")
    soon(qtbot, lambda: "mode collapse" in says(monitor))
    remedy = monitor.findChild(QAbstractButton, "monitor_health_remedy")
    assert remedy is not None and not remedy.isVisible()  # the lesson has that button
    button = monitor.findChild(QAbstractButton, "lesson_go_on")
    assert button is not None and button.text().startswith("Set Learning rate 0.00025")
    press(qtbot, monitor, "lesson_go_on")
    evidence = monitor.findChild(Line, "monitor_health_evidence")
    assert evidence is not None and "Learning rate 0.00025" in evidence.text()
    soon(qtbot, lambda: "from 50.00 to 10.00" in says(monitor))
    press(qtbot, monitor, "lesson_go_on")
    assert says(monitor) == ""
    assert monitor.training and not controls.paused  # the run is like any other now
    assert controls.cures("lr") == "collapse"
    stop(qtbot, monitor)


def test_the_curves_that_a_lesson_speaks_of_come_forward(qtbot: QtBot, monitor: Monitor) -> None:
    begin(qtbot, monitor, "collapse")
    charts = monitor.live.charts
    assert charts.shown().objectName() == "monitor_charts_losses"  # until there is something to see
    soon(qtbot, lambda: charts.shown().objectName() == "monitor_charts_variety")
    stop(qtbot, monitor)


def test_charts_that_lessons_speak_of_are_there(qtbot: QtBot) -> None:
    charts = Charts("charts")
    qtbot.addWidget(charts)
    named = {stage.chart for lesson in LESSONS for _, stage in lesson.stages}
    assert {f"charts_{chart}" for chart in named - {""}} < {
        each.objectName() for each in charts.findChildren(Curves)
    }


def test_a_lesson_can_be_gone_through_by_keys(qtbot: QtBot, monitor: Monitor) -> None:
    begin(qtbot, monitor, "collapse")
    strip = monitor.tutor.strip
    qtbot.waitUntil(strip.hasFocus)
    button = monitor.findChild(QAbstractButton, "lesson_go_on")
    assert button is not None
    soon(qtbot, button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isVisible() and strip.hasFocus()
    knobs = monitor.findChild(QWidget, "monitor_knobs")
    assert knobs is not None and not knobs.isVisible()
    press(qtbot, monitor, "lesson_leave")
    assert knobs.isVisible()
    stop(qtbot, monitor)


def test_a_chart_that_a_person_chooses_stays(qtbot: QtBot) -> None:
    charts = Charts("charts")
    qtbot.addWidget(charts)
    charts.show()
    charts.choose("variety")
    charts.judge(Evaluated(1, {"real_score": 0.5}))
    scores = charts.findChild(QAbstractButton, "charts_choice_scores")
    assert scores is not None
    qtbot.mouseClick(scores, LEFT)
    charts.judge(Evaluated(2, {"texture/diversity": 0.5}))
    assert charts.shown().objectName() == "charts_scores"
    charts.choose("")
    assert charts.shown().objectName() == "charts_scores"


def test_a_lesson_that_is_left_gives_the_remedies_back(
    qtbot: QtBot, monitor: Monitor, names: list[str]
) -> None:
    begin(qtbot, monitor, "collapse")
    soon(qtbot, lambda: "Diversity is 0.3" in says(monitor))
    press(qtbot, monitor, "lesson_go_on")
    names.append("collapse")
    soon(qtbot, lambda: "mode collapse" in says(monitor))
    press(qtbot, monitor, "lesson_leave")
    press(qtbot, monitor, "monitor_health_remedy")
    stop(qtbot, monitor)


def test_a_lesson_can_be_left_and_nothing_is_lost(
    qtbot: QtBot, monitor: Monitor, trained: list[Run]
) -> None:
    begin(qtbot, monitor, "collapse")
    controls = monitor.live.job.controls  # type: ignore[union-attr]
    soon(qtbot, lambda: controls.paused)
    press(qtbot, monitor, "lesson_leave")
    assert says(monitor) == ""
    assert monitor.training and not controls.paused
    stop(qtbot, monitor)
    assert [run.name for run in all_runs()] == [trained[0].name]


def test_a_pause_of_ones_own_is_left_alone(qtbot: QtBot, monitor: Monitor) -> None:
    begin(qtbot, monitor, "collapse")
    controls = monitor.live.job.controls  # type: ignore[union-attr]
    monitor.pause()
    assert controls.paused
    press(qtbot, monitor, "lesson_leave")
    assert controls.paused
    stop(qtbot, monitor)


def test_the_strip_stands_above_its_training_alone(qtbot: QtBot, monitor: Monitor) -> None:
    begin(qtbot, monitor, "collapse")
    assert says(monitor)
    monitor.show_setup()
    assert not says(monitor)
    press(qtbot, monitor, "monitor_tab_live")
    assert says(monitor)
    stop(qtbot, monitor)


def test_a_lesson_whose_training_was_stopped_begins_again_with_another_chance(
    qtbot: QtBot, monitor: Monitor, trained: list[Run]
) -> None:
    begin(qtbot, monitor, "collapse")
    stop(qtbot, monitor)
    soon(qtbot, lambda: "ended before" in says(monitor))
    press(qtbot, monitor, "lesson_go_on")
    assert [run.recipe.seed for run in trained] == [0, 1]
    assert monitor.training
    stop(qtbot, monitor)


def test_another_training_ends_the_lesson(
    qtbot: QtBot, monitor: Monitor, trained: list[Run]
) -> None:
    begin(qtbot, monitor, "collapse")
    press(qtbot, monitor, "monitor_tab_lessons")
    press(qtbot, monitor, "lessons_contest_begin")
    assert len(trained) == 1
    assert "stop it first" in monitor.lessons.notice.text()
    monitor.show_live()
    stop(qtbot, monitor)
    monitor.start()
    assert len(trained) == 2
    assert not says(monitor)
    stop(qtbot, monitor)


def test_two_trainings_end_side_by_side(
    qtbot: QtBot, monitor: Monitor, trained: list[Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = np.zeros((20, 20, 1), np.uint8)

    def compare(runs: list[Run]) -> Work:
        def work(_: Controls) -> Iterator[Event]:
            yield from ()
            return [Drawn(picture, 40.5), Drawn(picture, None)]

        assert [run.name for run in runs] == [run.name for run in trained]
        return work

    monkeypatch.setattr(lesson_work, "compare", compare)
    begin(qtbot, monitor, "contest")
    for number in range(len(CONTEST.stages)):
        button = monitor.findChild(QAbstractButton, "lesson_go_on")
        assert button is not None
        soon(qtbot, button.isVisible)
        assert len(trained) == (1 if number < 2 else 2)
        qtbot.mouseClick(button, LEFT)
    soon(qtbot, lambda: monitor.contest.settled)
    assert monitor._pages.currentWidget() is monitor.contest
    vae, gan = monitor.contest.sides
    assert (vae.title(), gan.title()) == ("Variational autoencoder", "GAN")
    assert vae.view.picture() is not None and gan.view.picture() is not None
    assert "40.50" in vae.figure.text() and gan.figure.text() == ""
    press(qtbot, monitor, "contest_back")
    assert monitor._pages.currentWidget() is monitor.lessons
