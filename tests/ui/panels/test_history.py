"""The list of runs: what it shows, finding, renaming, the bin, opening, laying over one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.runs.folder import Run, all_runs
from gendesk.ui.panels import runlist
from gendesk.ui.panels.history import History
from gendesk.ui.pool import Pool

from .conftest import MakeRun

LEFT = Qt.MouseButton.LeftButton


class Sight:
    """The list as a person finds it."""

    def __init__(self, qtbot: QtBot, pool: Pool) -> None:
        self.page = History("history", pool)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()
        self.qtbot, self.pool = qtbot, pool
        self.look()

    def look(self) -> None:
        self.page.refresh()
        self.qtbot.waitUntil(lambda: self.pool.idle and self.page.settled, timeout=5000)

    def row(self, row: int) -> list[str]:
        model = self.page.table.model()
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    def names(self) -> list[str]:
        return [self.row(i)[0] for i in range(self.page.table.model().rowCount())]

    def choose(self, name: str) -> None:
        index = self.page.table.model().index(self.names().index(name), 0)
        self.page.table.setCurrentIndex(index)

    def click(self, what: str) -> None:
        button = self.page.findChild(QPushButton, f"history_{what}")
        assert button is not None and button.isEnabled()
        self.qtbot.mouseClick(button, LEFT)

    def tick(self, name: str) -> None:
        model = self.page.table.model()
        index = model.index(self.names().index(name), 0)
        model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


@pytest.fixture
def sight(qtbot: QtBot, pool: Pool, make_run: MakeRun) -> Sight:
    make_run("cats", steps=40)
    make_run("dogs", steps=60, finished=False)
    make_run("digits-long", steps=100)
    return Sight(qtbot, pool)


def test_each_run_is_a_row(sight: Sight) -> None:
    assert sorted(sight.names()) == ["cats", "digits-long", "dogs"]
    row = sight.row(sight.names().index("dogs"))
    assert row[runlist.DATA] == "digits"
    assert row[runlist.STEPS] == "60 of 60"
    assert float(row[runlist.LOSS]) == pytest.approx(100 / 60, rel=1e-3)
    assert row[runlist.STATUS] == "Stopped"
    assert sight.row(sight.names().index("cats"))[runlist.STATUS] == "Finished"


def test_a_row_has_a_picture_of_what_it_makes(sight: Sight) -> None:
    icon = sight.page.table.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()


@pytest.mark.parametrize(
    ("words", "left"),
    [("dig", ["cats", "digits-long", "dogs"]), ("dogs", ["dogs"]), ("FINISHED cats", ["cats"]),
     ("nothing", [])],
)  # fmt: skip
def test_filter(sight: Sight, words: str, left: list[str]) -> None:
    box = sight.page.findChild(QLineEdit, "history_filter")
    assert box is not None
    sight.qtbot.keyClicks(box, words)
    assert sorted(sight.names()) == left


def test_a_click_on_a_header_sorts(sight: Sight) -> None:
    sight.page.table.sortByColumn(runlist.LOSS, Qt.SortOrder.AscendingOrder)
    assert sight.names() == ["digits-long", "dogs", "cats"]


def test_a_name_is_edited_in_its_place(sight: Sight) -> None:
    sight.choose("cats")
    sight.qtbot.keyClick(sight.page.table, Qt.Key.Key_F2)
    editor = sight.page.table.findChild(QLineEdit)
    assert editor is not None and editor.text() == "cats"
    editor.selectAll()
    sight.qtbot.keyClicks(editor, "tigers")
    sight.qtbot.keyClick(editor, Qt.Key.Key_Return)
    sight.qtbot.waitUntil(lambda: "tigers" in sight.names(), timeout=5000)
    assert {run.name for run in all_runs()} == {"tigers", "dogs", "digits-long"}


def test_a_name_that_is_taken_is_refused_in_a_sentence(sight: Sight) -> None:
    sight.page.runs.renamed.emit(Run.open("cats"), "dogs")
    assert sight.page.notice.text() == "The name dogs is taken."
    sight.look()
    assert "cats" in sight.names()


def test_the_bin_asks_first(sight: Sight, monkeypatch: pytest.MonkeyPatch) -> None:
    binned: list[str] = []
    monkeypatch.setattr(Run, "to_bin", lambda run: binned.append(run.name))
    sight.choose("dogs")
    sight.click("bin")
    dialog = sight.page.findChild(QWidget, "bin_dialog")
    assert dialog is not None
    keep = dialog.findChild(QPushButton, "bin_keep")
    assert keep is not None
    sight.qtbot.mouseClick(keep, LEFT)
    sight.qtbot.wait(20)
    assert binned == []
    sight.page.activateWindow()
    sight.page.table.setFocus()
    sight.qtbot.waitUntil(sight.page.table.hasFocus, timeout=2000)
    sight.qtbot.keyClick(sight.page.table, Qt.Key.Key_Delete)
    dialog = sight.page.findChildren(QWidget, "bin_dialog")[-1]
    agree = dialog.findChild(QPushButton, "bin_agree")
    assert agree is not None
    sight.qtbot.mouseClick(agree, LEFT)
    sight.qtbot.waitUntil(lambda: binned == ["dogs"], timeout=5000)


def test_enter_opens(sight: Sight) -> None:
    opened: list[Run] = []
    sight.page.opened.connect(opened.append)
    sight.choose("digits-long")
    sight.qtbot.keyClick(sight.page.table, Qt.Key.Key_Return)
    sight.click("open")
    assert [run.name for run in opened] == ["digits-long", "digits-long"]


def test_ticked_runs_are_laid_over_one_another(sight: Sight) -> None:
    assert not sight.page.overlay.isVisible()
    sight.tick("cats")
    sight.tick("dogs")
    sight.qtbot.waitUntil(lambda: len(sight.page.overlay.curves.curves()) == 2, timeout=5000)
    assert sight.page.overlay.isVisible()
    assert {name for name, _ in sight.page.overlay.curves.curves()} == {"cats", "dogs"}
    sight.look()  # what was ticked stays ticked
    assert [run.name for run in sight.page.runs.ticked_runs()] == ["dogs", "cats"]


def test_a_run_that_is_made_elsewhere_appears(sight: Sight, make_run: MakeRun) -> None:
    sight.choose("dogs")
    make_run("birds")
    sight.look()
    assert "birds" in sight.names()
    chosen = sight.page.selected()
    assert chosen is not None and chosen.name == "dogs"


def test_without_runs_it_says_what_will_be_here(qtbot: QtBot, pool: Pool, home: Path) -> None:
    sight = Sight(qtbot, pool)
    empty = sight.page.findChild(QWidget, "history_empty")
    assert empty is not None and empty.isVisible()
    with qtbot.waitSignal(sight.page.new_asked, timeout=1000):
        sight.click("empty_action")


def test_a_gan_has_its_distance_where_others_have_a_loss(
    qtbot: QtBot, pool: Pool, make_run: MakeRun
) -> None:
    from gendesk.core.events import Looked
    from gendesk.runs import looks, rows

    for name, frechet in (("far", 30.5), ("near", 4.25)):
        run = make_run(name, steps=3)
        for row in rows.read(run.metrics_file):
            row["d_loss"] = row.pop("loss")
            rows.append(run.folder / "new", row)
        (run.folder / "new").replace(run.metrics_file)
        seen = Looked(3, {}, (), {"texture/frechet": frechet})
        rows.append(run.looks_file, looks.row(seen))
    make_run("vae", steps=3)
    sight = Sight(qtbot, pool)
    sight.page.table.sortByColumn(runlist.LOSS, Qt.SortOrder.AscendingOrder)
    losses = [sight.row(place)[runlist.LOSS] for place in range(3)]
    assert losses == ["33.33", "Fréchet 4.250", "Fréchet 30.50"]
