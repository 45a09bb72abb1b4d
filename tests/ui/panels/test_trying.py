"""A run is tried on other pictures, and both figures stand side by side."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Work
from gendesk.runs.folder import Run
from gendesk.ui import work
from gendesk.ui.panels.trying import Trying
from gendesk.ui.pool import Pool

from .conftest import MakeRun

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(
    qtbot: QtBot, pool: Pool, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Trying]:
    def evaluate_beside(run: Run, data: str) -> Work:
        def judge(_: Controls) -> Generator[Event, None, Any]:
            yield Stage(Sentence("Judging by held-out pictures"), 1, 2)
            if "missing" in data:
                raise Trouble("There is no folder {path}.", path="missing")
            return {"loss": 100.0, "kl": 7.5}, {"loss": 321.0, "kl": 12.5, "psnr": 20.25}

        return judge

    def catalogue(_: Controls) -> Generator[Event, None, Any]:
        yield from ()
        return [
            ("digits", Sentence("Digits"), Sentence("")),
            ("glyphs", Sentence("Letters"), Sentence("")),
        ]

    monkeypatch.setattr(work, "evaluate_beside", evaluate_beside)
    monkeypatch.setattr(work, "catalogue", catalogue)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    trying = Trying(make_run("first"), pool, page)
    trying.open()
    qtbot.waitUntil(lambda: source(trying).count() == 2, timeout=5000)
    yield trying  # here lives the page that it belongs to


def source(dialog: Trying) -> QComboBox:
    found = dialog.findChild(QComboBox, "trying_source")
    assert found is not None
    return found


def texts(dialog: Trying) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def go(qtbot: QtBot, dialog: Trying) -> None:
    button = dialog.findChild(QPushButton, "trying_go")
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(button.isEnabled, timeout=5000)


def test_its_own_figures_stand_beside_the_others(qtbot: QtBot, dialog: Trying) -> None:
    dialog.choose("glyphs", "Letters")
    assert source(dialog).count() == 2
    go(qtbot, dialog)
    shown = {name: dialog.findChild(QLabel, name) for name in (
        "trying_loss_1", "trying_loss_2", "trying_psnr_1", "trying_psnr_2",
    )}  # fmt: skip
    assert [label.text() for label in shown.values() if label] == ["100.0", "321.0", "–", "20.25"]
    assert {"digits", "glyphs", "Loss", "KL", "PSNR"} <= set(texts(dialog))
    go(qtbot, dialog)  # once more: the figures are replaced, not repeated
    qtbot.waitUntil(lambda: texts(dialog).count("Loss") == 1, timeout=2000)


def test_what_cannot_be_had_is_said(qtbot: QtBot, dialog: Trying) -> None:
    dialog.choose("folder:/missing", "missing")
    go(qtbot, dialog)
    assert "There is no folder missing." in texts(dialog)


def test_closing_drops_the_work(qtbot: QtBot, dialog: Trying, pool: Pool) -> None:
    button = dialog.findChild(QPushButton, "trying_go")
    assert button is not None
    button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: pool.idle, timeout=5000)
