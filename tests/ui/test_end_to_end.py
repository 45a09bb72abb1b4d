"""From an empty home to a trained model through clicks and keys alone, with the real engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.runs.folder import Run, all_runs
from gendesk.ui import work
from gendesk.ui.panels.runlist import RUN
from gendesk.ui.pool import Pool
from gendesk.ui.window import Window

from .hands import LEFT, press

PATIENCE_MS = 90_000


@pytest.fixture
def window(qtbot: QtBot, window: Window) -> Window:
    """The window with its engine, and what a training would take already measured."""
    window.set_ready("CPU")
    qtbot.waitUntil(lambda: window.monitor.setup.measured, timeout=PATIENCE_MS)
    return window


def write(qtbot: QtBot, form: QWidget, knob: str, value: str) -> None:
    entry = form.findChild(QWidget, f"form_{knob}")
    assert entry is not None, knob
    qtbot.mouseDClick(entry, LEFT)
    qtbot.keyClicks(entry, value)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)


def test_a_person_trains_looks_continues_and_publishes(
    qtbot: QtBot, window: Window, home: Path, tmp_path: Path
) -> None:
    monitor, form = window.monitor, window.monitor.setup.form
    # The report and the estimate are there before anything is pressed.
    estimate = monitor.findChild(QLabel, "monitor_estimate")
    assert estimate is not None and "This will take about" in estimate.text()
    assert monitor.setup.report.glance.picture() is not None

    write(qtbot, form, "steps", "40")
    write(qtbot, form, "size", "16")
    network = form.findChild(QComboBox, "form_net")
    assert network is not None
    qtbot.keyClick(network, Qt.Key.Key_Down)
    more = form.findChild(QToolButton, "form_more")
    assert more is not None
    qtbot.mouseClick(more, LEFT)
    for knob, value in (("hidden", "32"), ("preview_every", "10"), ("checkpoint_every", "20")):
        write(qtbot, form, knob, value)
    press(qtbot, window, "monitor_start")
    assert monitor.training

    qtbot.waitUntil(lambda: not monitor.training, timeout=PATIENCE_MS)
    window.grab().save(str(tmp_path / "trained.png"))
    assert monitor.live.notice.text() == "It has learnt all 40 steps."
    (run,) = all_runs()
    assert (run.status, run.summary().step) == ("finished", 40)
    recipe = run.recipe.as_dict()
    assert (recipe["net"], recipe["size"], recipe["hidden"]) == ("mlp", 16, 32)
    monitor.live.charts.flush()
    assert monitor.live.charts.shown().shown_steps()[1] == 40
    assert monitor.live.gallery.showing() == ("samples", 40)

    # Back to an earlier moment, and to the other pictures.
    monitor.live.gallery.slider.choose(10)
    qtbot.waitUntil(lambda: monitor.live.gallery.showing() == ("samples", 10), timeout=5000)
    press(qtbot, window, "monitor_gallery_kind_reconstructions")
    assert monitor.live.gallery.showing() == ("reconstructions", 40)

    # It lies in the list, opens, and becomes a model.
    press(qtbot, window, "monitor_tab_history")
    table = monitor.history.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=5000)
    table.setCurrentIndex(table.model().index(0, 0))
    assert isinstance(table.currentIndex().data(RUN), Run)
    press(qtbot, window, "history_open")
    qtbot.waitUntil(lambda: monitor.opened.settled, timeout=PATIENCE_MS)
    press(qtbot, window, "opened_publish")
    dialog = monitor.opened.findChild(QWidget, "publish_dialog")
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is a model now" in monitor.opened.notice.text(), timeout=PATIENCE_MS)
    assert (home / "models" / run.name / "card.json").exists()

    # It goes on where it stood.
    press(qtbot, window, "opened_continue")
    dialog = monitor.opened.findChild(QWidget, "continue_dialog")
    assert dialog is not None
    agree = dialog.findChild(QPushButton, "continue_dialog_agree")
    assert agree is not None
    qtbot.mouseClick(agree, LEFT)
    assert monitor.training
    qtbot.waitUntil(lambda: not monitor.training, timeout=PATIENCE_MS)
    assert run.summary().step == 80
    assert monitor.live.charts.shown().shown_steps() == (0, 80)


def test_exports(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    monitor = window.monitor
    monitor.setup.form.set_recipe(
        monitor.setup.form.recipe().changed(
            steps=12, size=16, net="mlp", hidden=16, preview_every=4
        )
    )
    monitor.start()
    qtbot.waitUntil(lambda: not monitor.training, timeout=PATIENCE_MS)
    exports, notice = monitor.live._exports, monitor.live.notice
    for kind, name in (
        ("grid", "samples.png"),
        ("mp4", "film.mp4"),
        ("gif", "film.gif"),
        ("curves_png", "curves.png"),
        ("curves_csv", "curves.csv"),
        ("tensorboard", "events"),
    ):
        path = tmp_path / "made" / name
        exports.write(kind, path)
        sentence = f"Written to {path}."
        qtbot.waitUntil(lambda: notice.text() == sentence, timeout=PATIENCE_MS)  # noqa: B023
        assert path.exists()


def test_a_run_of_another_process_is_watched_while_it_is_written(
    qtbot: QtBot, window: Window, pool: Pool, home: Path
) -> None:
    from gendesk.core.recipe import Recipe
    from gendesk.jobs import Job

    recipe = Recipe.known["vae"]().changed(
        steps=400, size=16, net="mlp", hidden=16, checkpoint_every=400
    )
    run = Run.create(recipe, "elsewhere")
    elsewhere = pool.train(Job("elsewhere", work.train(run)), lambda job, events: None)
    qtbot.waitUntil(lambda: run.status == "running", timeout=PATIENCE_MS)
    window.open(run.folder)
    opened = window.monitor.opened
    qtbot.waitUntil(lambda: opened._step > 0, timeout=PATIENCE_MS)
    first = opened._step
    qtbot.waitUntil(lambda: opened._step > first or opened.settled, timeout=PATIENCE_MS)
    assert opened._step > first
    qtbot.waitUntil(lambda: elsewhere.ended and opened.settled, timeout=PATIENCE_MS)
    assert opened.tiles.left.value() == "Finished"
