"""The latent panel with hands and keys, on tiny models."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.data import open_dataset
from gendesk.ops.latent.point import Point
from gendesk.runs.alive import hold
from gendesk.runs.folder import Run
from gendesk.ui import words
from gendesk.ui.latent_work import directions, maps, positions, walks
from gendesk.ui.panels.latent.direction import CHOSEN, OTHERS, NewDirection
from gendesk.ui.panels.latent.explorer import Explorer
from gendesk.ui.panels.latent.memory import Memory
from gendesk.ui.panels.latent.panel import Latent
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from tests.ops.latent.unlearnt import driven

from ...hands import LEFT, press
from .conftest import SIZE, learn
from .parts import PATIENCE_MS, drag, loop_all, settle


def values(explorer: Explorer) -> np.ndarray:
    """Where one is."""
    assert explorer.whereabouts.point is not None
    return explorer.whereabouts.point.values


def picture(explorer: Explorer) -> np.ndarray:
    """What is seen there."""
    seen = explorer.here.view.picture()
    assert seen is not None
    return seen.copy()


def exact(explorer: Explorer) -> np.ndarray:
    """What ought to be seen there."""
    assert explorer.space is not None and explorer.whereabouts.point is not None
    return explorer.space.decoded([explorer.whereabouts.point])[0]


# opening


def test_without_a_model_it_says_how_to_get_one(qtbot: QtBot, pool: Pool, home: Path) -> None:
    panel = Latent(pool, State())
    qtbot.addWidget(panel)
    panel.show()
    settle(qtbot, panel)
    assert panel.empty.isVisible() and panel._made is None
    with qtbot.waitSignal(panel.training_asked):
        press(qtbot, panel, "latent_empty_action")


def test_it_opens_with_a_map_and_a_picture(explorer: Explorer) -> None:
    assert explorer.space is not None and explorer.space.name == "plain"
    assert explorer.map.cloud.isVisible() and explorer.map.cloud.count() == 24
    assert explorer.map.groups.isVisible() and explorer.map.found is not None
    assert explorer.map.found.classes == ("bright", "dark")
    assert picture(explorer).shape == (SIZE, SIZE, 1)
    assert np.array_equal(picture(explorer), exact(explorer))
    assert explorer.model.figures.text() == "3 numbers · 16 px · step 6"


def test_another_model_is_opened_and_the_first_remembered(
    qtbot: QtBot, panel: Latent, explorer: Explorer, caplog: pytest.LogCaptureFixture
) -> None:
    explorer.go_random()
    explorer.pin()
    there = values(explorer).copy()
    explorer.model.chooser.choose("told")
    explorer.model.chooser.chosen.emit("told")
    settle(qtbot, panel)
    assert explorer.space is not None and explorer.space.kinds == ("bright", "dark")
    assert explorer.here.kind.isVisible() and not len(explorer.pins)
    explorer.pin()
    explorer.open_model("styled")  # points of one mean nothing in the other
    settle(qtbot, panel)
    assert panel.notice.text() == ""
    explorer.open_model("plain")
    settle(qtbot, panel)
    assert panel.notice.text() == "" and not caplog.records
    assert np.array_equal(values(explorer), there)
    assert np.array_equal(explorer.pins.all()[0].point.values, there)
    assert explorer.pins.all()[0].picture is not None
    assert not explorer.here.kind.isVisible()


def test_what_is_remembered_may_be_damaged(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    Memory.file().write_text('{"plain": {"point": 3, "pins": [1, {"values": "x"}]}, "told": []}')
    memory = Memory.of("plain")
    assert memory.point is None and list(memory.pins) == []
    assert Memory.of("told") == Memory()
    Memory.file().write_text("{")
    Memory(Point(np.ones(2, np.float32))).keep("plain")
    kept = Memory.of("plain").point
    assert kept is not None and kept.values.tolist() == [1, 1]


def test_a_map_without_its_pictures_asks_for_them(
    qtbot: QtBot, panel: Latent, explorer: Explorer, pictures: Path, tmp_path: Path
) -> None:
    explorer.map.set_source(f"folder:{tmp_path / 'gone'}")
    settle(qtbot, panel)
    assert "gone" in panel.notice.text()  # the map from before stays
    assert explorer.map.cloud.isVisible()
    explorer.map._take(None)
    explorer.map.set_source(f"folder:{tmp_path / 'gone'}")
    settle(qtbot, panel)
    assert explorer.map.nothing.isVisible() and explorer.map.nothing.button.isVisible()
    panel.open([pictures / "dark"])
    settle(qtbot, panel)
    assert explorer.map.cloud.isVisible() and explorer.map.cloud.count() == 12
    explorer.open_model("told")
    settle(qtbot, panel)
    assert explorer.map.cloud.count() == 24
    explorer.open_model("plain")  # a person need not say it again
    settle(qtbot, panel)
    assert explorer.map.cloud.count() == 12
    press(qtbot, explorer, "latent_own_pictures")
    settle(qtbot, panel)
    assert explorer.map.cloud.count() == 24 and not explorer.map.own.isVisible()


def test_a_layout_can_be_given_up_and_the_map_stays(
    qtbot: QtBot, panel: Latent, explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def endless(_: Controls) -> Iterator[Event]:
        while not gate.wait(0.01):
            yield Stage(Sentence("Laying out"), 3, 10)

    monkeypatch.setattr(maps, "chart", lambda *_: endless)
    method = explorer.map.method
    assert [method.itemData(i) for i in range(method.count())] == ["pca", "tsne", "umap"]
    method.setCurrentIndex(1)
    method.activated.emit(1)
    qtbot.waitUntil(lambda: explorer.map.busy.isVisible(), timeout=PATIENCE_MS)
    press(qtbot, explorer, "latent_map_busy_cancel")
    qtbot.waitUntil(lambda: not explorer.map.busy.isVisible(), timeout=PATIENCE_MS)
    gate.set()
    settle(qtbot, panel)
    assert explorer.map.cloud.isVisible() and explorer.map.cloud.count() == 24


def test_the_page_of_the_last_time_is_shown(qtbot: QtBot, pool: Pool, runs: Path) -> None:
    panel = Latent(pool, State(latent={"model": "told", "page": "walk"}))
    qtbot.addWidget(panel)
    panel.show()
    settle(qtbot, panel)
    assert panel.explorer.walk.isVisible() and panel.explorer.space is not None
    assert panel.explorer.space.name == "told"


# walking


def test_a_drag_over_the_map_decodes_and_is_one_step_back(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    before, start = picture(explorer), values(explorer).copy()
    with qtbot.waitSignal(explorer.eye.seen):
        drag(qtbot, explorer.map.cloud, QPointF(0, 0), QPointF(0.5, 0.5), QPointF(1.5, -1))
    settle(qtbot, panel)
    found = explorer.map.found
    assert found is not None and found.method == "pca"
    place = found.project(values(explorer)[None])[0]
    assert place.tolist() == pytest.approx([1.5, -1], abs=0.1)
    assert np.array_equal(picture(explorer), exact(explorer))
    assert not np.array_equal(picture(explorer), before)
    press(qtbot, explorer, "latent_undo")
    settle(qtbot, panel)
    assert np.array_equal(values(explorer), start) and np.array_equal(picture(explorer), before)
    undo = explorer.findChild(QAbstractButton, "latent_undo")
    assert undo is not None and not undo.isEnabled()
    press(qtbot, explorer, "latent_redo")
    assert not np.array_equal(values(explorer), start)


def test_sliders_turn_one_number_and_move_the_cursor(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    slider = explorer.findChild(QSlider, "latent_dimension_0")
    assert slider is not None
    first = explorer.dimensions.order()[0]
    where = explorer.map.cloud.cursor_at()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    settle(qtbot, panel)
    assert values(explorer)[first] == pytest.approx(0.4)
    assert np.delete(values(explorer), first).tolist() == [0, 0]
    assert explorer.map.cloud.cursor_at() != where
    assert np.array_equal(picture(explorer), exact(explorer))


def test_the_pointer_shows_what_a_point_is(qtbot: QtBot, explorer: Explorer) -> None:
    cloud = explorer.map.cloud
    qtbot.mouseMove(cloud, cloud.to_widget(cloud.point(3)).toPoint())
    qtbot.waitUntil(lambda: explorer.map.tip.isVisible(), timeout=PATIENCE_MS)
    assert "error" in explorer.map.tip.text() and "No." in explorer.map.tip.text()
    assert not explorer.map.tip.grab().isNull()
    qtbot.mouseMove(cloud, QPoint(1, 1))
    assert not explorer.map.tip.isVisible()


def test_pictures_come_as_one_comes_close(qtbot: QtBot, panel: Latent, explorer: Explorer) -> None:
    cloud = explorer.map.cloud
    cloud.zoom_by(5, cloud.to_widget(cloud.point(0)))
    cloud.grab()
    qtbot.waitUntil(lambda: len(cloud._thumbs) > 0 and not cloud._asked, timeout=PATIENCE_MS)


def test_a_click_on_the_manifold_goes_there(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    press(qtbot, explorer, "latent_tab_manifold")
    settle(qtbot, panel)
    view = explorer.manifold.view
    assert view.shown()
    spot = view.to_widget(QPointF(0.8413, 0.5)).toPoint()
    qtbot.mouseClick(view, LEFT, pos=spot)
    settle(qtbot, panel)
    across, up = explorer.manifold.dimensions()
    assert values(explorer)[across] == pytest.approx(1, abs=0.05)
    assert values(explorer)[up] == pytest.approx(0, abs=0.05)
    view.zoom_by(3, QPointF(spot))
    settle(qtbot, panel)
    assert not view._part.isNull()


def test_seeds_lead_somewhere_and_breed(qtbot: QtBot, panel: Latent, explorer: Explorer) -> None:
    press(qtbot, explorer, "latent_tab_seeds")
    settle(qtbot, panel)
    sheet = explorer.seeds.sheet
    assert explorer.space is not None
    qtbot.mouseClick(sheet.viewport(), LEFT, pos=sheet.place(2).center().toPoint())
    settle(qtbot, panel)
    assert np.array_equal(values(explorer), explorer.space.draw([2])[0])
    press(qtbot, explorer, "latent_sheet_children")
    assert sheet.count() == 0  # of nobody
    for seed in (4, 5):
        explorer.whereabouts.go(Point(explorer.space.draw([seed])[0]))
        explorer.pin()
    press(qtbot, explorer, "latent_sheet_children")
    sheet.grab()
    settle(qtbot, panel)
    child = explorer.seeds._points[0].values
    parents = explorer.space.draw([4, 5])
    assert all(number in column for number, column in zip(child, parents.T, strict=True))
    press(qtbot, explorer, "latent_sheet_same")
    sheet.grab()
    settle(qtbot, panel)
    assert not np.array_equal(explorer.seeds._points[0].values, explorer.seeds._points[1].values)
    sheet.setFocus()
    sheet.choose(1)
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert len(explorer.pins) == 3 and sheet.marked() == {1}


def test_kinds_are_told(qtbot: QtBot, panel: Latent, explorer: Explorer) -> None:
    explorer.open_model("told")
    settle(qtbot, panel)
    before = picture(explorer)
    kind = explorer.here.kind
    kind.setCurrentIndex(1)
    kind.activated.emit(1)
    settle(qtbot, panel)
    assert explorer.whereabouts.point is not None and explorer.whereabouts.point.kind == 1
    assert not np.array_equal(picture(explorer), before)
    assert np.array_equal(picture(explorer), exact(explorer))


def test_styles_are_walked_turned_and_mixed(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    explorer.open_model("styled")
    settle(qtbot, panel)
    assert panel.notice.text() == "" and explorer.here.truncation.isVisible()
    assert explorer.map.found is not None and explorer.map.found.space == "w"
    drag(qtbot, explorer.map.cloud, explorer.map.cloud.point(3), explorer.map.cloud.point(5))
    settle(qtbot, panel)
    assert explorer.whereabouts.point is not None and explorer.whereabouts.point.space == "w"
    explorer.go_random()
    settle(qtbot, panel)
    assert explorer.space is not None and explorer.whereabouts.point is not None
    style = explorer.space.styled(explorer.whereabouts.point, "w").values
    slider = explorer.findChild(QSlider, "latent_dimension_0")
    assert slider is not None and slider.accessibleName().startswith("w")
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    settle(qtbot, panel)
    turned = np.abs(values(explorer) - style)
    assert (
        explorer.whereabouts.point.space == "w"
        and turned.argmax() == explorer.dimensions.order()[0]
    )
    assert np.sort(turned)[-2] < 0.01 * turned.max()
    press(qtbot, explorer, "latent_tab_seeds")
    press(qtbot, explorer, "latent_sheet_mixes")
    explorer.seeds.sheet.grab()
    settle(qtbot, panel)
    assert explorer.seeds._points[0].space == "w+"
    qtbot.mouseClick(
        explorer.seeds.sheet.viewport(), LEFT,
        pos=explorer.seeds.sheet.place(1).center().toPoint(),
    )  # fmt: skip
    press(qtbot, explorer, "latent_tab_manifold")
    settle(qtbot, panel)
    view = explorer.manifold.view
    assert panel.notice.text() == "" and view.shown() and view.cursor_at() is not None
    drag(qtbot, view, QPointF(0.5, 0.5), QPointF(0.9, 0.2))
    settle(qtbot, panel)
    assert explorer.whereabouts.point.space == "w"
    numbers = explorer.space.frame.numbers(values(explorer))
    assert numbers[:2] == pytest.approx([1.28, -0.84], abs=0.05)
    laid, here = view._whole, explorer.whereabouts.point
    drag(qtbot, view, QPointF(0.3, 0.3), QPointF(0.4, 0.3))
    settle(qtbot, panel)
    assert view._whole.cacheKey() == laid.cacheKey()  # the other numbers are as they were
    assert not np.array_equal(values(explorer), here.values)


def test_a_second_model_is_seen_beside(qtbot: QtBot, panel: Latent, explorer: Explorer) -> None:
    beside = explorer.beside
    assert not beside.isVisible()
    beside.open_model("told")
    settle(qtbot, panel)
    assert beside.isVisible() and beside.map.cloud.count() == 24
    cloud = explorer.map.cloud
    qtbot.mouseMove(cloud, cloud.to_widget(cloud.point(3)).toPoint())
    pointed = cloud._hover
    assert pointed >= 0 and beside.map.cloud._hover == pointed
    drag(qtbot, cloud, QPointF(0, 0), cloud.point(7))
    settle(qtbot, panel)
    place = cloud.nearest(cloud.to_widget(cloud.point(7)))
    assert beside.map.found is not None and beside.visit.whereabouts.point is not None
    assert np.array_equal(beside.visit.whereabouts.point.values, beside.map.found.codes[place])
    press(qtbot, explorer, "latent_map_lasso")
    loop_all(qtbot, cloud)
    assert len(beside.map.cloud.chosen()) == 24 and not beside.map.bar.isVisible()
    press(qtbot, explorer, "latent_tab_manifold")
    settle(qtbot, panel)
    assert beside.manifold.view.shown()
    press(qtbot, explorer, "latent_tab_seeds")
    assert not beside.isVisible()
    press(qtbot, explorer, "latent_tab_map")
    press(qtbot, explorer, "beside_close")
    assert not beside.isVisible()


def test_principal_components_are_seen_beside(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    beside, cloud = explorer.beside, explorer.map.cloud
    explorer.model.principal_chosen.emit()
    settle(qtbot, panel)
    assert beside.isVisible() and beside.map.cloud.count() == 24
    assert explorer.space is not None and beside.space is not None
    assert beside.space.latent == explorer.space.latent
    cloud.hovered.emit(3)
    qtbot.waitUntil(lambda: "error" in beside._error.text(), timeout=PATIENCE_MS)
    assert beside.map.found is not None and beside.view.picture() is not None
    expected = beside.space.decoded([beside.map.found.point(3)])[0]
    assert np.array_equal(beside.view.picture(), expected)
    cloud.hovered.emit(-1)
    qtbot.waitUntil(lambda: beside._error.text() == "", timeout=PATIENCE_MS)
    explorer.open_model("told")
    settle(qtbot, panel)
    assert beside.space is not None and beside.space.name == "PCA"
    explorer.open_model("styled")  # encodes no pictures
    settle(qtbot, panel)
    assert beside.space is None and not beside.isVisible()


# pins and walks


def test_two_pins_make_a_walk_that_plays(
    qtbot: QtBot, panel: Latent, explorer: Explorer, tmp_path: Path
) -> None:
    press(qtbot, explorer, "latent_tab_walk")
    settle(qtbot, panel)
    assert explorer.walk.walk() is None and explorer.walk.view.picture() is None
    for seed in (1, 2, 3):
        explorer.whereabouts.go(Point(explorer.space.draw([seed])[0]))  # type: ignore[union-attr]
        settle(qtbot, panel)
        press(qtbot, explorer, "latent_pin")
    seconds = explorer.findChild(QLineEdit, "latent_seconds")
    assert seconds is not None
    seconds.selectAll()
    qtbot.keyClicks(seconds, "1")
    press(qtbot, explorer, "latent_way_linear")
    qtbot.waitUntil(lambda: len(explorer.walk.frames()) == 30, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert explorer.space is not None
    first = explorer.space.decoded([explorer.pins.all()[0].point])[0]
    assert np.array_equal(explorer.walk.frames()[0], first)
    press(qtbot, explorer, "latent_play")
    qtbot.waitUntil(lambda: explorer.walk.slider.value() > 2, timeout=PATIENCE_MS)
    press(qtbot, explorer, "latent_play")

    strip = explorer.walk.strip
    order = strip.numbers()
    strip.choose(order[0])
    qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert [pin.number for pin in explorer.pins.all()] == [order[1], order[0], order[2]]
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert len(explorer.pins) == 2
    settle(qtbot, panel)

    walk = explorer.walk.walk()
    assert walk is not None and (walk.way, walk.frames) == ("linear", 30)

    space = explorer.space
    explorer.files.write(
        tmp_path / "walk.gif", lambda path: walks.export_walk(space, walk, path, "gif")
    )
    qtbot.waitUntil(lambda: "Written to" in panel.notice.text(), timeout=PATIENCE_MS)
    with Image.open(tmp_path / "walk.gif") as film:
        assert getattr(film, "n_frames", 1) > 3
    press(qtbot, explorer, "latent_pins_clear")
    settle(qtbot, panel)
    assert explorer.walk.frames() == [] and not strip.count()


def test_three_pins_are_added_up(qtbot: QtBot, panel: Latent, explorer: Explorer) -> None:
    assert explorer.space is not None
    for seed in (1, 2, 3):
        explorer.whereabouts.go(Point(explorer.space.draw([seed])[0]))
        explorer.pin()
    explorer.errands.add_up()
    settle(qtbot, panel)
    a, b, c = explorer.space.draw([1, 2, 3])
    assert values(explorer) == pytest.approx(a - b + c, abs=1e-6)


# groups and directions


def test_a_lasso_takes_a_group(
    qtbot: QtBot, panel: Latent, explorer: Explorer, tmp_path: Path
) -> None:
    press(qtbot, explorer, "latent_map_lasso")
    loop_all(qtbot, explorer.map.cloud)
    bar, found = explorer.map.bar, explorer.map.found
    assert found is not None and bar.isVisible() and len(bar.places) == 24
    press(qtbot, explorer, "latent_group_mean")
    settle(qtbot, panel)
    assert values(explorer) == pytest.approx(found.codes.mean(0), abs=1e-5)
    explorer.map.cloud.choose(np.array([0, 1]))
    bar.set_group(np.array([0, 1]))

    folder = tmp_path / "group"
    explorer.files.write(folder, lambda path: maps.export_group(found, bar.places, path))
    qtbot.waitUntil(lambda: "Written to" in panel.notice.text(), timeout=PATIENCE_MS)
    assert len(list(folder.glob("*.png"))) == 2
    press(qtbot, explorer, "latent_group_leave")
    qtbot.waitUntil(lambda: "without 2 pictures" in panel.notice.text(), timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert len(list(Run.open("plain").folder.parent.iterdir())) == 4
    with qtbot.waitSignal(panel.run_asked) as asked:
        press(qtbot, panel, "latent_notice_action")
    assert asked.args is not None
    recipe = asked.args[0].recipe
    left, _ = driven(open_dataset(recipe.data, size=SIZE, colour="grey", exclude=recipe.exclude))
    assert {*left.train.tolist(), *left.held_out.tolist()} == set(range(2, 24))
    press(qtbot, explorer, "latent_group_close")
    assert not bar.isVisible() and not len(explorer.map.cloud.chosen())


def test_labels_give_a_direction_that_is_turned_and_kept(
    qtbot: QtBot, panel: Latent, explorer: Explorer, tmp_path: Path
) -> None:
    explorer.errands.ask_direction()
    dialog = explorer.findChild(NewDirection)
    assert dialog is not None and dialog.having.findData(CHOSEN) < 0
    agree = dialog.findChild(QAbstractButton, "latent_direction_agree")
    assert agree is not None and not agree.isEnabled()
    qtbot.keyClicks(dialog.name, "darker")
    dialog.having.setCurrentIndex(dialog.having.findData(1))
    assert dialog.without.currentData() == OTHERS and agree.isEnabled()
    qtbot.mouseClick(agree, LEFT)
    settle(qtbot, panel)
    assert [way.name for way in explorer.ways.own()] == ["darker"]
    found = explorer.map.found
    assert found is not None and found.labels is not None
    there = found.codes[found.labels == 1].mean(0) - found.codes[found.labels == 0].mean(0)
    slider = explorer.findChild(QSlider, "latent_direction_0")
    assert slider is not None and slider.isVisible()
    for _ in range(2):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)  # 0.3 each
        settle(qtbot, panel)
    assert values(explorer) == pytest.approx(0.6 * there, abs=1e-4)
    assert np.array_equal(picture(explorer), exact(explorer))
    explorer.go_home()  # from here it begins anew
    assert explorer.ways.faders.value(0) == 0
    explorer.keep()
    assert [way["name"] for way in Memory.of("plain").directions] == ["darker"]
    press(qtbot, explorer, "latent_direction_0_save")
    dialog = explorer.findChild(QFileDialog, "latent_save_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "darker.json"))
    dialog.close()
    qtbot.waitUntil(lambda: (tmp_path / "darker.json").exists(), timeout=PATIENCE_MS)
    press(qtbot, explorer, "latent_direction_0_remove")
    assert not explorer.ways.own()
    settle(qtbot, panel)
    panel.open([tmp_path / "darker.json"])
    qtbot.waitUntil(lambda: len(explorer.ways.own()) == 1, timeout=PATIENCE_MS)
    assert explorer.ways.own()[0].values == pytest.approx(there, abs=1e-5)


@pytest.mark.parametrize("how", ["pca", "activations", "sefa"])
def test_directions_are_found(qtbot: QtBot, panel: Latent, explorer: Explorer, how: str) -> None:
    press(qtbot, explorer, "latent_dial_directions")
    explorer.ways.how.setCurrentIndex(explorer.ways.how.findData(how))
    explorer.ways.how.activated.emit(0)
    qtbot.waitUntil(lambda: len(explorer.ways.faders.faders()) > 0, timeout=PATIENCE_MS)
    assert panel.notice.text() == ""


def test_what_was_cancelled_can_be_looked_for_again(
    qtbot: QtBot, panel: Latent, explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_: Controls) -> Iterator[Event]:
        while True:
            yield Stage(Sentence("Looking for directions"), 3, 10)

    press(qtbot, explorer, "latent_dial_directions")
    settle(qtbot, panel)
    how = explorer.ways.how
    with monkeypatch.context() as patch:
        patch.setattr(directions, "directions", lambda *_: endless)
        how.setCurrentIndex(how.findData("activations"))
        how.activated.emit(how.currentIndex())
        qtbot.waitUntil(lambda: explorer.ways.busy.isVisible(), timeout=PATIENCE_MS)
        press(qtbot, explorer, "latent_directions_busy_cancel")
        settle(qtbot, panel)
    assert not explorer.ways.busy.isVisible() and not explorer.ways.faders.faders()
    how.activated.emit(how.currentIndex())
    qtbot.waitUntil(lambda: len(explorer.ways.faders.faders()) > 0, timeout=PATIENCE_MS)


def test_nobody_has_directions_of_their_own_at_first(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    press(qtbot, explorer, "latent_dial_directions")
    settle(qtbot, panel)
    how = explorer.ways.how
    how.setCurrentIndex(how.findData("yours"))
    how.activated.emit(how.currentIndex())
    settle(qtbot, panel)
    assert not explorer.ways.faders.faders() and not explorer.ways.own()


# files


def test_a_saved_picture_leads_back_to_the_very_same(
    qtbot: QtBot, panel: Latent, explorer: Explorer, tmp_path: Path
) -> None:

    explorer.go_random()
    space, here = explorer.space, explorer.whereabouts.point
    assert space is not None and here is not None
    explorer.files.write(tmp_path / "a.png", lambda path: positions.save_picture(space, here, path))
    qtbot.waitUntil(lambda: "Written to" in panel.notice.text(), timeout=PATIENCE_MS)
    explorer.open_model("told")
    settle(qtbot, panel)
    panel.open([tmp_path / "a.png"])
    settle(qtbot, panel)
    qtbot.waitUntil(lambda: explorer.space is not None and explorer.space.name == "plain")
    settle(qtbot, panel)
    assert np.array_equal(values(explorer), here.values)
    saved = np.asarray(Image.open(tmp_path / "a.png"))
    assert np.array_equal(space.picture(here).squeeze(2), saved)


def test_a_picture_of_ones_own_is_found(
    qtbot: QtBot, panel: Latent, explorer: Explorer, pictures: Path
) -> None:
    panel.open([pictures / "dark" / "3.png"])
    settle(qtbot, panel)
    qtbot.waitUntil(lambda: "closest" in panel.notice.text(), timeout=PATIENCE_MS)
    assert np.abs(values(explorer)).max() > 0 and explorer.map.cloud.cursor_at() is not None


def test_what_cannot_be_opened_is_said(qtbot: QtBot, panel: Latent, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    panel.open([tmp_path / "a.json"])
    settle(qtbot, panel)
    qtbot.waitUntil(lambda: panel.notice.text() != "", timeout=PATIENCE_MS)
    assert panel.notice.kind == "error"


# a training that is followed


def test_a_newer_checkpoint_moves_the_pictures_and_not_the_person(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    explorer.go_random()
    settle(qtbot, panel)
    there, before = values(explorer).copy(), picture(explorer)
    learn(Run.open("plain"), step=9, seed=1)
    panel.look_for_models()
    qtbot.waitUntil(lambda: explorer.model.figures.text().endswith("step 9"), timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert np.array_equal(values(explorer), there)
    assert not np.array_equal(picture(explorer), before)
    assert np.array_equal(picture(explorer), exact(explorer))


def test_the_model_beside_follows_its_own_training(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    explorer.beside.open_model("told")
    settle(qtbot, panel)
    before = explorer.beside.view.picture()
    assert before is not None
    learn(Run.open("told"), step=9, seed=1)
    panel.look_for_models()
    qtbot.waitUntil(
        lambda: explorer.beside.space is not None and explorer.beside.space.step == 9,
        timeout=PATIENCE_MS,
    )
    settle(qtbot, panel)
    assert not np.array_equal(explorer.beside.view.picture(), before)
    assert explorer.space is not None and explorer.space.step == 6


def test_it_is_seen_at_once_that_a_run_trains(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    said = explorer.model.chooser
    with hold(Run.open("plain").folder):
        qtbot.waitUntil(lambda: said.currentText() == "plain · training", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: said.currentText() == "plain", timeout=PATIENCE_MS)


def test_a_newer_checkpoint_leaves_the_group_that_was_chosen(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    explorer.map.cloud.choose(np.array([3, 4]))
    explorer.map.bar.set_group(np.array([3, 4]))
    learn(Run.open("plain"), step=9, seed=1)
    before = explorer.map.found
    panel.look_for_models()
    qtbot.waitUntil(lambda: explorer.map.found is not before, timeout=PATIENCE_MS)
    assert explorer.map.bar.isVisible() and explorer.map.bar.places.tolist() == [3, 4]
    assert explorer.map.cloud.chosen().tolist() == [3, 4]


# words


def test_every_page_is_said_in_turkish_as_well(
    qtbot: QtBot, panel: Latent, explorer: Explorer
) -> None:
    try:
        words.set_language("tr")
        for name in ("manifold", "seeds", "walk", "map"):
            press(qtbot, explorer, f"latent_tab_{name}")
            settle(qtbot, panel)
            assert not panel.grab().isNull()
    finally:
        words.set_language("en")


def test_everything_a_person_acts_on_has_a_name(panel: Latent) -> None:
    for kind in (QAbstractButton, QSlider, QComboBox):
        for each in panel.findChildren(kind):
            said = each.accessibleName() or (
                each.text() if isinstance(each, QAbstractButton) else ""
            )
            own = (
                each.objectName().startswith("latent")
                and not each.isHidden()
                and "notice" not in each.objectName()
            )
            assert said or not own, each.objectName()
    assert isinstance(panel, QWidget)
