"""The status line: device, memory, and each running job."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.events import Event, Paused, Progress, Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.pool import Pool
from gendesk.ui.status import StatusLine
from gendesk.ui.widgets.cards import Line


@pytest.fixture
def line(qtbot: QtBot, pool: Pool, monkeypatch: pytest.MonkeyPatch) -> StatusLine:
    monkeypatch.setattr(StatusLine, "shown_after_s", 0.0)
    monkeypatch.setattr(StatusLine, "memory_interval_ms", 10)
    line = StatusLine(pool)
    qtbot.addWidget(line)
    line.resize(1200, 28)
    line.show()
    return line


def text(line: StatusLine, name: str) -> str:
    label = line.findChild(QWidget, name)
    assert isinstance(label, QLabel | Line)
    return label.text()


def chips(line: StatusLine) -> list[QPushButton]:
    return line.findChildren(QPushButton, "status_job")


def said(chip: QPushButton) -> str:
    return " | ".join(label.text() for label in chip.findChildren(QLabel))


def announce(pool: Pool, *events: Event) -> Job:
    job = Job("Training cats", lambda controls: iter(()))
    pool.started.emit(job)
    pool.advanced.emit(job, list(events))
    return job


def test_device_and_memory(qtbot: QtBot, line: StatusLine) -> None:
    assert text(line, "status_device") == "Getting ready…"
    line.set_device("CPU", 2)
    assert text(line, "status_device") == "CPU · 2 threads"
    line.set_device("A graphics card {9000}")
    assert text(line, "status_device") == "A graphics card {9000}"
    qtbot.waitUntil(lambda: "gendesk" in text(line, "status_memory"), timeout=2000)
    assert "GB in use" in text(line, "status_memory")


def test_in_a_narrow_window_a_job_is_seen_whole(qtbot: QtBot, line: StatusLine, pool: Pool) -> None:
    line.resize(500, 28)
    line.measure_memory()
    announce(pool, Progress(1, 100, {}), Progress(30, 100, {}))
    (chip,) = chips(line)
    qtbot.waitUntil(lambda: 0 < chip.geometry().right() <= 500)


def test_a_job_has_its_progress_and_a_click_leads_to_it(
    qtbot: QtBot, line: StatusLine, pool: Pool
) -> None:
    job = announce(pool, Progress(30, 120, {"loss": 1.0}))
    (chip,) = chips(line)
    bar = chip.findChild(QProgressBar)
    assert bar is not None and bar.value() == 250
    assert said(chip) == "Training cats | 25 %"
    with qtbot.waitSignal(line.clicked, timeout=1000) as clicked:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert clicked.args == [job]
    pool.ended.emit(job)
    qtbot.waitUntil(lambda: not chips(line), timeout=1000)


def test_stages_are_told_until_steps_are_counted(line: StatusLine, pool: Pool) -> None:
    job = announce(pool, Stage(Sentence("Decoding pictures"), 10, 100))
    (chip,) = chips(line)
    assert said(chip) == "Decoding pictures | 10 %"
    pool.advanced.emit(job, [Progress(1, 100, {})])
    pool.advanced.emit(job, [Stage(Sentence("Judging"), 1, 2)])
    assert said(chip) == "Training cats | 1 %"
    pool.advanced.emit(job, [Paused(1)])
    assert said(chip) == "Training cats | paused"


def test_what_is_over_at_once_is_not_announced(
    line: StatusLine, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StatusLine, "shown_after_s", 60.0)
    announce(pool, Stage(Sentence("Blinking")))
    assert chips(line) == []


def test_a_stage_without_a_total_is_only_busy(line: StatusLine, pool: Pool) -> None:
    announce(pool, Stage(Sentence("Loading the engine")))
    (chip,) = chips(line)
    bar = chip.findChild(QProgressBar)
    assert bar is not None and bar.maximum() == 0
