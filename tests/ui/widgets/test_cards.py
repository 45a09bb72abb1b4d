"""Cards, figures, notices and empty places."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.sentence import Sentence
from gendesk.ui import words
from gendesk.ui.widgets.cards import Card, EmptyState, Line, Notice, Stat
from gendesk.ui.words import say


def test_a_card_has_a_title_that_follows_the_language(qtbot: QtBot) -> None:
    card = Card("Curves")
    qtbot.addWidget(card)
    assert card.title() == "Curves"
    words.set_language("tr")
    assert card.title() == "Eğriler"
    say(card, "set_title", "Step {step}", step=3)
    assert card.title() == "Adım 3"


def test_tools_of_a_card_can_be_found(qtbot: QtBot) -> None:
    card = Card("Curves")
    qtbot.addWidget(card)
    tool = card.add_tool("fit", "charts_fit", "Show all steps")
    assert card.findChild(QToolButton, "charts_fit") is tool
    assert tool.accessibleName() == tool.toolTip() == "Show all steps"


def test_a_figure_never_moves_what_is_around_it(qtbot: QtBot) -> None:
    stat = Stat("Speed")
    other = Stat("Loss")
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QHBoxLayout(whole)
    row.addWidget(stat)
    row.addWidget(other)
    whole.resize(500, 120)
    whole.show()
    before = (stat.geometry(), other.geometry())
    stat.set_value("4 812 345 678 pictures a second, and then some more of them")
    stat.set_note("as long as this")
    qtbot.wait(1)
    assert (stat.geometry(), other.geometry()) == before
    assert stat.accessibleName().startswith("Speed: 4 812")
    assert stat.value().endswith("more of them") and stat.note() == "as long as this"


def test_a_figure_without_a_value_says_so(qtbot: QtBot) -> None:
    stat = Stat("Loss")
    qtbot.addWidget(stat)
    assert stat.value() == Stat.NOTHING


def test_a_line_that_is_cut_offers_the_whole_text(qtbot: QtBot) -> None:
    line = Line()
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.show()
    line.set_text("short")
    assert line.toolTip() == ""
    line.set_text("a text that is much too long for sixty pixels")
    assert line.toolTip() == line.text()
    line.resize(600, 20)
    assert line.toolTip() == ""


def test_a_notice_tells_one_sentence_and_can_be_closed(qtbot: QtBot) -> None:
    notice = Notice("run_notice")
    qtbot.addWidget(notice)
    assert notice.isHidden() and notice.text() == ""
    notice.tell(Sentence("{name} is empty.", {"name": "a.png"}), "error")
    assert notice.text() == "a.png is empty."
    words.set_language("tr")
    assert notice.text() == notice.accessibleName() == "a.png boş."
    close = notice.findChild(QToolButton, "run_notice_close")
    assert isinstance(close, QToolButton)
    with qtbot.waitSignal(notice.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_a_notice_may_offer_one_thing_to_do(qtbot: QtBot) -> None:
    notice = Notice("run_notice")
    qtbot.addWidget(notice)
    done: list[str] = []
    notice.tell(Sentence("Saved at step {step}.", {"step": 3}), "good", "Show the folder",
                lambda: done.append("shown"))  # fmt: skip
    button = notice.findChild(QPushButton, "run_notice_action")
    assert isinstance(button, QPushButton)
    assert button.text() == "Show the folder"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["shown"] and notice.isHidden()
    notice.tell(Sentence("Training"))
    assert button.isHidden()


def test_notices_are_painted_in_every_kind(qtbot: QtBot) -> None:
    notice = Notice("run_notice")
    qtbot.addWidget(notice)
    notice.resize(400, 40)
    grounds = set()
    for kind in ("info", "good", "warning", "error"):
        notice.tell(Sentence("Training"), kind)  # type: ignore[arg-type]
        grounds.add(notice.grab(notice.rect()).toImage().pixelColor(200, 3).name())
    assert len(grounds) == 4


def test_an_empty_place_offers_a_way_on(qtbot: QtBot) -> None:
    empty = EmptyState("data_empty", "folder", "Looking for pictures", "Cancel")
    qtbot.addWidget(empty)
    empty.show()
    empty.resize(QSize(300, 300))
    assert empty.button.objectName() == "data_empty_action"
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert not EmptyState("nothing", "folder", "Looking for pictures").button.isVisible()
