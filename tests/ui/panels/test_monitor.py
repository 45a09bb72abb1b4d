"""The training panel: one run at a time, and ways between its pages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Progress
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.jobs import Work
from gendesk.runs.folder import Run, all_runs
from gendesk.ui import work
from gendesk.ui.panels.monitor import Monitor
from gendesk.ui.pool import Pool
from gendesk.ui.state import State

from .conftest import MakeRun

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any, Any]]:
    """Stands in for training, and remembers what was to be trained."""
    seen: list[tuple[str, Any, Any]] = []

    def train(run: Run, steps: int | None = None, from_step: int | None = None) -> Work:
        seen.append((run.name, steps, from_step))

        def learn(controls: Controls) -> Iterator[Event]:
            for step in range(1, 100_000):
                time.sleep(0.002)
                yield Progress(step, 100_000, {"loss": 1.0})

        return learn

    monkeypatch.setattr(work, "train", train)
    return seen


@pytest.fixture
def monitor(qtbot: QtBot, pool: Pool, home: Path, trained: object) -> Monitor:
    panel = Monitor(pool, State())
    qtbot.addWidget(panel)
    panel.resize(1150, 740)
    panel.show()
    return panel


def page(monitor: Monitor) -> object:
    return monitor._pages.currentWidget()


def end(qtbot: QtBot, monitor: Monitor) -> None:
    monitor.stop()
    qtbot.waitUntil(lambda: not monitor.training, timeout=5000)


def test_the_knobs_of_what_was_chosen_are_there_before_start_is_pressed(monitor: Monitor) -> None:
    assert monitor.live.findChild(QToolButton, "form_d_lr_reset") is None
    monitor.setup.settled.emit(Recipe.known["gan"]().changed(data="digits"))
    assert monitor.live.findChild(QToolButton, "form_d_lr_reset") is not None


def test_start_pressed_twice_starts_one_run(
    qtbot: QtBot, monitor: Monitor, trained: list[Any]
) -> None:
    qtbot.mouseDClick(monitor.setup.start_button, LEFT)
    monitor.start()
    assert len(trained) == len(all_runs()) == 1
    assert page(monitor) is monitor.live
    assert monitor.training
    end(qtbot, monitor)
    monitor.show_setup()
    qtbot.mouseClick(monitor.setup.start_button, LEFT)
    assert len(trained) == len(all_runs()) == 2
    end(qtbot, monitor)


def test_pages_can_be_left_while_it_trains(qtbot: QtBot, monitor: Monitor, pool: Pool) -> None:
    live = monitor.findChild(QPushButton, "monitor_tab_live")
    assert live is not None and not live.isVisible()
    monitor.start()
    (job,) = pool.jobs
    monitor.show_setup()
    assert monitor.setup.isVisible() and live.isVisible()
    qtbot.mouseClick(live, LEFT)
    assert page(monitor) is monitor.live
    monitor.show_history()
    assert monitor.shows(job)
    assert page(monitor) is monitor.live
    monitor.open_run(monitor.live.run)  # type: ignore[arg-type]
    assert page(monitor) is monitor.live
    end(qtbot, monitor)


def test_a_past_run_opens_with_its_curves_and_pictures(
    qtbot: QtBot, monitor: Monitor, make_run: MakeRun
) -> None:
    monitor.open_run(make_run("cats", steps=40))
    qtbot.waitUntil(lambda: monitor.opened.settled, timeout=10_000)
    assert page(monitor) is monitor.opened
    assert monitor.opened.charts.shown().shown_steps() == (0, 40)
    assert monitor.opened.gallery.showing() == ("samples", 40)
    assert monitor.opened.tiles.left.value() == "Finished"
    back = monitor.findChild(QPushButton, "opened_continue")
    assert back is not None and back.isVisible()


def test_a_run_goes_on_from_a_checkpoint(
    qtbot: QtBot, monitor: Monitor, make_run: MakeRun, trained: list[Any]
) -> None:
    run = make_run("cats", steps=40)
    monitor.open_run(run)
    qtbot.waitUntil(lambda: monitor.opened.settled, timeout=10_000)
    monitor.opened.continued.emit(run, 20, 90)
    assert trained == [("cats", 90, 20)]
    assert page(monitor) is monitor.live
    end(qtbot, monitor)


def test_a_branch_is_a_run_of_its_own(
    qtbot: QtBot, monitor: Monitor, make_run: MakeRun, trained: list[Any]
) -> None:
    monitor.opened.branched.emit(make_run("cats", steps=40), 20, {"beta": 4.0, "steps": 80})
    (name, _, _) = trained[0]
    assert name != "cats"
    recipe = Run.open(name).recipe
    assert (recipe.steps, recipe.as_dict()["beta"]) == (80, 4.0)
    end(qtbot, monitor)


def test_one_training_at_a_time(
    qtbot: QtBot, monitor: Monitor, make_run: MakeRun, trained: list[Any]
) -> None:
    monitor.start()
    monitor.opened.continued.emit(make_run("cats"), 20, 90)
    assert len(trained) == 1
    assert "stop it first" in monitor.live.notice.text()
    end(qtbot, monitor)


def test_what_is_opened_by_its_path(
    qtbot: QtBot, monitor: Monitor, make_run: MakeRun, tmp_path: Path
) -> None:
    pictures = tmp_path / "cats"
    pictures.mkdir()
    monitor.open([pictures])
    assert monitor.setup.recipe() is not None
    assert monitor.setup.recipe().data == f"folder:{pictures}"  # type: ignore[union-attr]
    monitor.open([pictures / "one.JPG"])
    assert monitor._state.source == f"folder:{pictures}"
    recipe = tmp_path / "mine.json"
    recipe.write_text(Recipe.known["vae"]().changed(latent=7, data="glyphs").to_json())
    monitor.open([recipe])
    assert monitor.setup.recipe().as_dict()["latent"] == 7  # type: ignore[union-attr]
    monitor.open([make_run("dogs").folder])
    assert monitor.opened.run is not None and monitor.opened.run.name == "dogs"
    with pytest.raises(Trouble, match="neither"):
        monitor.open([tmp_path / "letter.txt"])


def test_a_disk_that_takes_no_run_is_said(
    qtbot: QtBot, monitor: Monitor, home: Path, trained: list[Any]
) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be")
    monitor.start()
    assert trained == []
    assert "cannot be written" in monitor.setup.notice.text()
