"""The page of a new training: choosing pictures, the report on them, the estimate, Start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Preview, Stage
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Work
from gendesk.training.estimate import Estimate
from gendesk.ui import work
from gendesk.ui.panels.setup import Setup
from gendesk.ui.pool import Pool
from gendesk.ui.state import State

from .reports import report

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    """Stands in for the work behind the page, and remembers what was asked of it."""
    seen: dict[str, list[Any]] = {"survey": [], "estimate": []}

    def survey(source: str) -> Work:
        def look(_: Controls) -> Iterator[Event]:
            seen["survey"].append(source)
            yield Stage(Sentence("Looking at pictures"), 1, 2)
            if "missing" in source:
                raise Trouble("There is no folder {path}.", path="missing")
            return report(source=source)

        return look

    def estimate(recipe: Recipe) -> Work:
        def measure(_: Controls) -> Iterator[Event]:
            seen["estimate"].append(recipe)
            yield Preview("glance", 0, np.zeros((40, 60, 1), np.uint8))
            return Estimate(seconds=185.0, bytes=412_000_000, rate=800.0)

        return measure

    def catalogue(_: Controls) -> Iterator[Event]:
        yield from ()
        return [
            ("digits", Sentence("Digits"), Sentence("Small.")),
            ("torchvision:MNIST", Sentence("MNIST"), Sentence("Large.")),
        ]

    monkeypatch.setattr(work, "survey", survey)
    monkeypatch.setattr(work, "estimate", estimate)
    monkeypatch.setattr(work, "catalogue", catalogue)
    monkeypatch.setattr(Setup, "estimate_after_ms", 20)
    return seen


@pytest.fixture
def setup(qtbot: QtBot, pool: Pool, home: Path, asked: dict[str, list[Any]]) -> Setup:
    page = Setup("monitor", pool, State())
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.set_ready()
    qtbot.waitUntil(lambda: page.measured, timeout=5000)
    return page


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    return label.text() if label is not None else ""


def test_at_first_the_digits_are_chosen_looked_at_and_measured(setup: Setup) -> None:
    assert setup.sources.source() == "digits"
    assert text(setup, "monitor_report_count") == "1\N{NO-BREAK SPACE}797 pictures"
    assert setup.report.glance.picture() is not None
    estimate = text(setup, "monitor_estimate")
    assert estimate == "This will take about 3 minutes here and 0.4 GB."
    assert setup.start_button.isEnabled()


def test_a_click_chooses_other_pictures(
    qtbot: QtBot, setup: Setup, asked: dict[str, list[Any]]
) -> None:
    settled: list[Recipe] = []
    setup.settled.connect(settled.append)
    view = setup.sources.list
    second = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=second)
    qtbot.waitUntil(lambda: setup.measured, timeout=5000)
    assert asked["survey"] == ["digits", "torchvision:MNIST"]
    recipe = setup.recipe()
    assert recipe is not None and recipe.data == "torchvision:MNIST"
    assert asked["estimate"][-1] == recipe == settled[-1]


def test_a_folder_is_remembered_and_listed(qtbot: QtBot, setup: Setup, tmp_path: Path) -> None:
    source = f"folder:{tmp_path / 'cats'}"
    setup.choose(source)
    qtbot.waitUntil(lambda: setup.measured, timeout=5000)
    assert setup.sources.source() == source
    assert setup.sources.list.currentIndex().data() == "cats"
    assert setup._state.recent == [source]


def test_pictures_that_cannot_be_had_cannot_be_learnt(qtbot: QtBot, setup: Setup) -> None:
    setup.choose("folder:/missing")
    qtbot.waitUntil(lambda: setup.measured, timeout=5000)
    assert text(setup, "monitor_report_trouble") == "There is no folder missing."
    assert not setup.start_button.isEnabled()
    setup.choose("digits")
    qtbot.waitUntil(lambda: setup.measured, timeout=5000)
    assert setup.start_button.isEnabled()


def test_a_knob_is_measured_anew_and_outlives_the_report(
    qtbot: QtBot, setup: Setup, asked: dict[str, list[Any]]
) -> None:
    before = len(asked["estimate"])
    entry = setup.findChild(QWidget, "form_steps")
    assert entry is not None
    qtbot.mouseDClick(entry, LEFT)
    qtbot.keyClicks(entry, "777")
    qtbot.waitUntil(lambda: len(asked["estimate"]) > before, timeout=5000)
    qtbot.waitUntil(lambda: setup.measured, timeout=5000)
    assert asked["estimate"][-1].steps == 777
    setup._on_report(report(source="digits"))
    recipe = setup.recipe()
    assert recipe is not None and recipe.steps == 777


def choose_family(qtbot: QtBot, setup: Setup, family: str) -> None:
    combo = setup.findChild(QComboBox, "monitor_family")
    assert combo is not None
    combo.setCurrentIndex(combo.findData(family))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: setup.measured, timeout=5000)


def test_another_family_is_suited_to_the_pictures_too(
    qtbot: QtBot, setup: Setup, asked: dict[str, list[Any]]
) -> None:
    first = setup.recipe()
    assert first is not None and first.family == "vae"
    choose_family(qtbot, setup, "cvae")
    recipe = setup.recipe()
    assert recipe is not None and recipe.family == "cvae"
    expected = Recipe.known["cvae"].suited(report(source="digits").material)
    assert recipe == expected == asked["estimate"][-1]


def test_a_family_that_needs_labels_is_not_started_without_them(qtbot: QtBot, setup: Setup) -> None:
    setup._on_report(report(source="digits", labels={}))
    assert setup.start_button.isEnabled()
    choose_family(qtbot, setup, "cvae")
    assert not setup.start_button.isEnabled()
    choose_family(qtbot, setup, "autoencoder")
    assert setup.start_button.isEnabled()


def test_what_does_not_fit_cannot_be_started(qtbot: QtBot, setup: Setup) -> None:
    entry = setup.findChild(QWidget, "form_size")
    assert entry is not None
    qtbot.mouseDClick(entry, LEFT)
    qtbot.keyClicks(entry, "33")
    assert not setup.start_button.isEnabled()
    assert setup.recipe() is None


def test_resting_drops_what_is_looked_at(qtbot: QtBot, setup: Setup) -> None:
    setup.choose("torchvision:MNIST")
    setup.rest()
    assert setup.job is None
    assert text(setup, "monitor_report_count") == ""


def test_start_is_asked_for_by_the_button(qtbot: QtBot, setup: Setup) -> None:
    with qtbot.waitSignal(setup.start_asked, timeout=1000):
        qtbot.mouseClick(setup.start_button, LEFT)
