"""The card about the pictures: counts, balance, copies, and each file that cannot be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence
from gendesk.data.report import Bar, Skipped
from gendesk.ui.panels.bars import Bars
from gendesk.ui.panels.report import ReportCard

from .reports import report


@pytest.fixture
def card(qtbot: QtBot) -> ReportCard:
    card = ReportCard("monitor")
    qtbot.addWidget(card)
    card.resize(480, 700)
    card.show()
    return card


def sentences(card: ReportCard) -> str:
    QApplication.processEvents()  # a layout shows what was added to it
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card))


def test_small_equal_pictures(card: ReportCard) -> None:
    card.show_report(report())
    told = sentences(card)
    assert (
        "1\N{NO-BREAK SPACE}797 pictures" in told
        and "8 × 8 pixels each" in told
        and "10 labels" in told
    )
    bars = card.findChild(Bars, "monitor_labels")
    assert bars is not None
    assert bars.accessibleDescription().startswith("0: 180, 1: 179")
    assert "rare" not in told


def test_everything_odd_is_told(card: ReportCard) -> None:
    card.show_report(
        report(
            source="folder:/cats",
            smallest=(100, 80),
            median=(640, 480),
            largest=(6000, 4000),
            sides=[Bar(64, 127, 3), Bar(256, 511, 90)],
            labels={"black": 90, "white": 3},
            duplicates=[["a.png", "b.png", "c.png"]],
            near_duplicates=[["d.png", "e.png"]],
            grey=5,
            alpha=4,
            cmyk=1,
            deep=2,
            animated=1,
            turned=7,
            others=11,
        )
    )
    told = sentences(card)
    for part in (
        "100 × 80", "6000 × 4000", "640 × 480", "white is rare: 3 pictures", "2 exact copies",
        "5 are grey", "4 are transparent", "1 are in printing colours", "2 have more than 8 bits",
        "1 are animated", "7 are turned", "11 files of other kinds",
    ):  # fmt: skip
        assert part in told, part


def test_unreadable_files_unfold_with_their_reasons(qtbot: QtBot, card: ReportCard) -> None:
    broken = [Skipped("torn.jpg", Sentence("{name} ends too early.", {"name": "torn.jpg"}))]
    card.show_report(report(unreadable=broken))
    button = card.findChild(QPushButton, "monitor_unreadable")
    assert button is not None and "1 file" in button.text()
    assert "ends too early" not in sentences(card)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "torn.jpg: torn.jpg ends too early." in sentences(card)


def test_no_labels_are_no_trouble(card: ReportCard) -> None:
    card.show_report(report(labels={}))
    assert "They have no labels, and need none." in sentences(card)


def test_progress_then_report_then_other_pictures(card: ReportCard) -> None:
    card.advance(Stage(Sentence("Looking at pictures"), 500, 1797))
    assert card._bar.isVisible() and card._bar.value() == 500
    card.show_report(report())
    assert not card._bar.isVisible()
    card.clear()
    assert "797" not in sentences(card)


def test_a_failure_takes_the_place_of_the_report(card: ReportCard) -> None:
    card.fail(Sentence("There is no folder {path}.", {"path": "cats"}))
    assert card.failed
    assert "There is no folder cats." in sentences(card)
    card.clear()
    assert not card.failed
