"""The style panel with clicks, drops and keys; its work is replaced (see `parts.Said`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.events import Cancelled, Curves, Failed, Paused, Preview, Stage, Warned
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ui import stylizing_past as kept
from gendesk.ui import stylizing_work as work
from gendesk.ui import words
from gendesk.ui.panels.style.atelier import Atelier, remembered
from gendesk.ui.panels.style.panel import Style
from gendesk.ui.panels.style.presets import CUSTOM, PRESETS, applied, recognised
from gendesk.ui.state import State
from gendesk.ui.stylizing_parts import Past, Recalled, Task
from gendesk.ui.widgets.knobs import CalmCombo

from ...hands import LEFT, press
from .parts import PATIENCE_MS, Said, picture, settle

pytestmark = pytest.mark.usefixtures("said")


@pytest.fixture
def atelier(qtbot: QtBot, panel: Style, photos: Sequence[Path]) -> Atelier:
    """With a content and a style, sketched."""
    panel.open(photos[:2])
    settle(qtbot, panel)
    return panel.atelier


def shown(atelier: Atelier) -> np.ndarray | None:
    frame = atelier.easel.frame()
    return None if frame is None else frame.pixels


def paint(qtbot: QtBot, atelier: Atelier, steps: int = 12) -> None:
    """Press Paint, and wait until so many steps are done."""
    press(qtbot, atelier, "style_start")
    qtbot.waitUntil(lambda: atelier.painter._step >= steps, timeout=PATIENCE_MS)


def entry(within: QWidget, name: str) -> QLineEdit:
    found = within.findChild(QLineEdit, name)
    assert found is not None
    return found


def drag(within: QWidget, *points: QPoint) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(within, LEFT, none, points[0])
    for point in points[1:]:
        QTest.mouseMove(within, point)
    QTest.mouseRelease(within, LEFT, none, points[-1])


# what is painted


def test_a_sample_is_one_click_away(qtbot: QtBot, panel: Style, said: Said) -> None:
    settle(qtbot, panel)
    assert panel.empty.isVisible()
    assert len(panel.empty.contents.thumbs()) >= 3 and len(panel.empty.styles.thumbs()) >= 5
    press(qtbot, panel, "style_try")
    qtbot.waitUntil(lambda: len(said.sketched) > 0, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert panel.atelier.isVisible()
    assert said.sketched[-1].content.name == "astronaut"
    assert panel.atelier.progress.estimate_text().startswith("About 3 minutes")


def test_one_sample_after_the_other(qtbot: QtBot, panel: Style, said: Said) -> None:
    settle(qtbot, panel)
    press(qtbot, panel, "style_empty_style_woodcut")
    settle(qtbot, panel)
    assert not said.sketched and not panel.atelier.progress.start_button.isEnabled()
    press(qtbot, panel.atelier, "style_content_hint_coffee")
    settle(qtbot, panel)
    (task,) = said.sketched
    assert (task.content.name, task.styles[0].opened.name) == ("coffee", "woodcut")


def test_the_first_that_is_dropped_is_painted_and_the_others_are_styles(
    qtbot: QtBot, panel: Style, said: Said, photos: Sequence[Path]
) -> None:
    panel.open(photos)
    settle(qtbot, panel)
    task = said.sketched[-1]
    assert task.content.name == "content"
    assert [style.opened.name for style in task.styles] == ["first", "second"]
    panel.open(photos[:1])  # there is a content already: a style more
    settle(qtbot, panel)
    assert len(said.sketched[-1].styles) == 3
    card = panel.atelier.content
    panel.open(photos[1:2], card.mapToGlobal(card.rect().center()))
    settle(qtbot, panel)
    assert said.sketched[-1].content.name == "first" and len(said.sketched[-1].styles) == 3


def test_what_cannot_be_taken_is_said_and_the_rest_is_taken(
    qtbot: QtBot, panel: Style, photos: Sequence[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_text("no picture")
    panel.open([photos[0], broken, photos[1]])
    settle(qtbot, panel)
    assert "broken.png" in panel.notice.text()
    assert [style.opened.name for style in panel.atelier.styles.styles()] == ["first"]


def test_styles_have_weights_only_beside_others(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, photos: Sequence[Path]
) -> None:
    weight = atelier.findChild(QWidget, "style_1_weight_dial")
    assert weight is not None and not weight.isVisible()
    panel.open(photos[2:])
    settle(qtbot, panel)
    assert weight.isVisible()
    before = len(said.sketched)
    slider = atelier.findChild(QSlider, "style_1_weight_slider")
    assert slider is not None
    slider.setValue(1000)
    settle(qtbot, panel)
    assert len(said.sketched) == before + 1
    assert [style.weight for style in said.sketched[-1].styles] == [4.0, 1.0]
    press(qtbot, atelier, "style_2_remove")
    settle(qtbot, panel)
    assert len(said.sketched[-1].styles) == 1 and not weight.isVisible()
    press(qtbot, atelier, "style_1_remove")
    settle(qtbot, panel)
    assert not atelier.progress.start_button.isEnabled()
    assert atelier.findChild(QWidget, "style_hint").isVisible()


def test_earlier_paintings_can_be_begun_with(qtbot: QtBot, panel: Style) -> None:
    settle(qtbot, panel)
    press(qtbot, panel, "style_past")
    settle(qtbot, panel)
    assert panel.atelier.earlier.isVisible()
    empty = panel.findChild(QWidget, "style_earlier_empty")
    assert empty is not None and empty.isVisible()


# masks


def test_where_a_style_goes_is_drawn_on_the_content(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, photos: Sequence[Path]
) -> None:
    press(qtbot, atelier, "style_1_region")
    brush = atelier.masking.brush
    assert atelier.masking.isVisible() and brush.accessibleName() == "content"
    assert "everywhere" in atelier.masking._hint.text()
    middle = brush.rect().center()
    drag(brush, middle - QPoint(100, 0), middle + QPoint(100, 0))
    settle(qtbot, panel)
    region = said.sketched[-1].styles[0].region
    assert region is not None and region.shape == (48, 64) and 0 < region.mean() < 200
    press(qtbot, atelier, "style_masking_undo")
    settle(qtbot, panel)
    assert said.sketched[-1].styles[0].region is None
    press(qtbot, atelier, "style_masking_redo")
    press(qtbot, atelier, "style_masking_done")
    settle(qtbot, panel)
    assert not atelier.masking.isVisible()
    assert said.sketched[-1].styles[0].region is not None
    panel.take([photos[2]], [])
    settle(qtbot, panel)
    assert said.sketched[-1].styles[0].region is None  # it was drawn on another picture


def test_which_part_of_a_style_counts_is_tinted_in_the_list(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said
) -> None:
    row = atelier.styles._rows[0]
    assert not row.thumb.marked()
    press(qtbot, atelier, "style_1_part")
    brush = atelier.masking.brush
    assert brush.accessibleName() == "first"
    drag(brush, brush.rect().center())
    settle(qtbot, panel)
    assert said.sketched[-1].styles[0].part is not None
    assert row.thumb.marked() and row._part.isChecked() and not row._region.isChecked()
    press(qtbot, atelier, "style_masking_mode_eraser")
    assert brush.erasing()
    press(qtbot, atelier, "style_masking_bin")
    settle(qtbot, panel)
    assert said.sketched[-1].styles[0].part is None


# settings


def test_a_knob_is_sketched_at_once_and_remembered(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, state: State
) -> None:
    before = len(said.sketched)
    slider = atelier.findChild(QSlider, "form_content_weight_slider")
    assert slider is not None
    slider.setValue(500)
    settle(qtbot, panel)
    assert len(said.sketched) == before + 1
    assert said.sketched[-1].recipe.content_weight == pytest.approx(0.5)
    assert remembered(state).content_weight == pytest.approx(0.5)
    assert remembered(State(style={"recipe": {"size": -3}})) == PaintingRecipe()


def test_a_preset_sets_what_it_speaks_of(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said
) -> None:
    combo = atelier.findChild(CalmCombo, "style_preset")
    assert combo is not None and combo.currentData() == "balanced"
    combo.setCurrentIndex(combo.findData("wild"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, panel)
    assert said.sketched[-1].recipe.init == "noise"
    slider = atelier.findChild(QSlider, "form_content_weight_slider")
    assert slider is not None
    slider.setValue(900)
    assert combo.currentData() == CUSTOM
    combo.setCurrentIndex(combo.findData("balanced"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, panel)
    assert said.sketched[-1].recipe == PaintingRecipe()
    assert combo.findData(CUSTOM) < 0


def test_presets_are_told_apart() -> None:
    recipe = PaintingRecipe().changed(size=300, seed=5)
    for name in PRESETS:
        made = applied(recipe, name)
        assert recognised(made) == name and (made.size, made.seed) == (300, 5)


def test_what_does_not_fit_into_memory_is_offered_smaller(
    qtbot: QtBot, panel: Style, photos: Sequence[Path], said: Said
) -> None:
    said.estimate = SimpleNamespace(seconds=9000.0, bytes=10**11, fits=False, size_that_fits=320)
    panel.open(photos[:2])
    settle(qtbot, panel)
    assert "more than there is" in panel.atelier.progress.estimate_text()
    said.estimate = SimpleNamespace(seconds=90.0, bytes=10**9, fits=True, size_that_fits=320)
    press(qtbot, panel.atelier, "style_fitting")
    settle(qtbot, panel)
    assert said.sketched[-1].recipe.size == 320
    assert "2 minutes" in panel.atelier.progress.estimate_text()


def test_what_is_not_here_is_downloaded_first(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def download(name: str) -> work.Work:
        def fetched(_: object):
            said.downloaded.append(name)
            yield Stage(Sentence("Downloading"), 1, 2)
            return Path(name)

        return fetched

    monkeypatch.setattr(work, "download", download)
    combo = atelier.findChild(CalmCombo, "style_features")
    assert combo is not None
    combo.setCurrentIndex(combo.findData("vgg19"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, panel)
    assert not atelier.progress.start_button.isEnabled()
    before = len(said.sketched)
    press(qtbot, atelier, "style_features_fetch")
    qtbot.waitUntil(lambda: len(said.sketched) > before, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert said.sketched[-1].recipe.features == "vgg19"
    assert atelier.progress.start_button.isEnabled()


def test_features_that_are_gone_are_replaced(qtbot: QtBot, panel: Style, state: State) -> None:
    state.style = {"recipe": PaintingRecipe().changed(features="my-old-encoder").as_dict()}
    settings = panel.atelier.settings
    assert not settings.features.available()
    settle(qtbot, panel)
    assert settings.recipe().features == "texture" and settings.features.available()


def test_weights_from_a_file_are_compared_by(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, tmp_path: Path
) -> None:
    file = tmp_path / "mine.safetensors"
    file.write_bytes(b"")
    panel.open([file])
    settle(qtbot, panel)
    assert said.sketched[-1].recipe.features == str(file)
    assert atelier.settings.features.combo.currentText() == "mine.safetensors"


# painting


def test_it_is_painted_paused_gone_back_in_and_stopped(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said
) -> None:
    paint(qtbot, atelier)
    assert panel.painting and atelier.easel.kind() == "painting"
    assert not atelier.findChild(QSlider, "form_size_slider").isEnabled()
    slider = atelier.findChild(QSlider, "form_style_weight_slider")
    slider.setValue(700)
    qtbot.waitUntil(lambda: said.turned.get("style_weight") == 7.0, timeout=PATIENCE_MS)
    press(qtbot, atelier, "style_pause")
    qtbot.waitUntil(lambda: atelier.progress.state == "paused", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: 5 in atelier.easel._steps, timeout=PATIENCE_MS)
    atelier.easel.slider.choose(5)
    qtbot.waitUntil(lambda: shown(atelier)[0, 0, 0] == 200, timeout=PATIENCE_MS)
    assert atelier.easel.step() == 5
    branch = atelier.findChild(QWidget, "style_branch")
    assert branch.text() == "Branch from step 5"
    press(qtbot, atelier, "style_pause")
    assert atelier.progress.state == "running"
    press(qtbot, atelier, "style_stop")
    qtbot.waitUntil(lambda: not panel.painting, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert "and saved" in atelier.progress.text() and atelier.progress.state == "stopped"
    assert atelier.easel.step() == 5  # one still looks at what one looked at
    assert len(said.sketched) == 1  # turning a live knob paints, it does not sketch


def test_a_branch_begins_once_the_painting_has_stopped(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said
) -> None:
    paint(qtbot, atelier)
    atelier.findChild(QSlider, "form_style_weight_slider").setValue(300)
    press(qtbot, atelier, "style_branch")
    qtbot.waitUntil(lambda: len(said.branched) == 1, timeout=PATIENCE_MS)
    folder, step, recipe = said.branched[0]
    assert folder.name == "p-1" and step > 0 and recipe.style_weight == 3.0
    branch = folder.with_name("branch")
    qtbot.waitUntil(lambda: atelier.painter.folder == branch, timeout=PATIENCE_MS)
    assert panel.painting


def test_a_painting_can_begin_with_the_sketch(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said
) -> None:
    said.steps = 6
    press(qtbot, atelier, "style_branch")
    qtbot.waitUntil(lambda: atelier.progress.state == "finished", timeout=PATIENCE_MS)
    assert np.array_equal(said.begun_with[0], picture(50))
    settle(qtbot, panel)
    assert atelier.easel._steps == [5, 10, 15]  # as many as lie on disk


def test_a_finished_painting_stays_beside_the_sketch_of_what_is_turned_next(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said
) -> None:
    said.steps = 6
    paint(qtbot, atelier, 6)
    settle(qtbot, panel)
    assert atelier.easel.kind() == "painting"
    atelier.findChild(QSlider, "form_content_weight_slider").setValue(800)
    qtbot.waitUntil(lambda: len(said.sketched) == 2, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert atelier.easel.kind() == "sketch"
    press(qtbot, atelier, "style_kind_painting")
    assert atelier.easel.step() == 5 and shown(atelier)[0, 0, 0] == 105


def test_what_a_painting_says_is_shown(atelier: Atelier, panel: Style) -> None:
    painter = atelier.painter
    job = painter._job = Job("", lambda _: iter(()))
    atelier.progress.begin()
    points = {"loss": (np.array([1, 2]), np.array([3.0, 2.0]))}
    painter.receive(job, [Curves(points), Warned(Sentence("The memory is full."))])
    assert panel.notice.text() == "The memory is full."
    painter.receive(job, [Preview("painting", 2, picture(9)), Paused(2, Sentence("Not finite."))])
    assert atelier.progress.state == "paused" and panel.notice.text() == "Not finite."
    painter.receive(Job("", lambda _: iter(())), [Failed(Sentence("another's"))])
    assert painter.painting
    painter.receive(job, [Failed(Sentence("There is not enough memory."))])
    assert not painter.painting and atelier.progress.text() == "There is not enough memory."
    what = atelier.findChild(QLabel, "style_what")
    assert what.property("tone") == "danger"
    job = painter._job = Job("", lambda _: iter(()))
    painter.receive(job, [Cancelled()])
    assert not painter.painting


# the sheet, the folder, the earlier ones


def test_a_cell_of_the_contact_sheet_is_painted_large(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def sheet(task: Task, weights: list[float], scales: list[float]) -> work.Work:
        asked.append((weights, scales))

        def cells(_: object):
            for place in range(9):
                yield Preview(f"cell-{place}", 0, picture(10 * place))

        return cells

    monkeypatch.setattr(work, "sheet", sheet)
    press(qtbot, atelier, "style_tab_sheet")
    press(qtbot, atelier, "style_sheet_make")
    qtbot.waitUntil(lambda: atelier.sheet.job is None, timeout=PATIENCE_MS)
    ((weights, scales),) = asked
    assert weights == [0.33, 1.0, 3.0] and scales == [0.5, 1.0, 2.0]
    press(qtbot, atelier, "style_sheet_5")
    qtbot.waitUntil(lambda: len(said.painted) == 1, timeout=PATIENCE_MS)
    recipe = said.painted[0].recipe
    assert (recipe.style_weight, recipe.style_scale) == (1.0, 2.0)
    assert atelier.easel.isVisible()


def test_a_folder_is_painted_and_failures_are_listed(
    qtbot: QtBot, panel: Style, atelier: Atelier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def paint_folder(source: Path, out: Path, task: Task) -> work.Work:
        asked.append((source, out, task.styles[0].opened.name))

        def painted(_: object):
            yield Stage(Sentence("Painting pictures"), 0, 3)
            yield Warned(Sentence("b.png is no picture."))
            yield Stage(Sentence("Painting pictures"), 3, 3)
            return SimpleNamespace(done=2, failed=[1], skipped=0)

        return painted

    monkeypatch.setattr(work, "paint_folder", paint_folder)
    press(qtbot, atelier, "style_tab_folder")
    start = atelier.findChild(QWidget, "style_folder_all")
    assert not start.isEnabled() and "Choose a folder" in atelier.folder.hint()
    entry(atelier, "style_folder_source").setText(str(tmp_path / "gone"))
    assert "is no folder" in atelier.folder.hint()
    (tmp_path / "cats").mkdir()
    panel.open([tmp_path / "cats"])
    assert start.isEnabled()
    press(qtbot, atelier, "style_folder_all")
    qtbot.waitUntil(lambda: atelier.folder.progress.state == "finished", timeout=PATIENCE_MS)
    assert asked == [(tmp_path / "cats", tmp_path / "cats painted", "first")]
    assert atelier.folder.progress.reasons() == ["b.png is no picture."]
    assert atelier.folder.progress.text() == "2 painted, 1 failed, 0 there before"


def test_an_earlier_painting_is_opened_again(
    qtbot: QtBot, panel: Style, atelier: Atelier, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path("/somewhere/p-0007")
    task = said.sketched[0]
    recipe = task.recipe.changed(seed=99)
    task = Task(task.content, (*task.styles, *task.styles), recipe)

    def past(_: object):
        yield from ()
        return [
            Past(folder, ["cat", "dots"], "finished", 1e9, picture(30)),
            Past(folder.with_name("x"), ["dog"], "stopped", 1e9, None),
        ]

    def recall(asked: Path) -> work.Work:
        def recalled(_: object):
            yield from ()
            points = {"loss": (np.array([1, 2]), np.array([3.0, 2.0]))}
            return Recalled(asked, task, [5, 10], points, "finished")

        return recalled

    monkeypatch.setattr(kept, "past", past)
    monkeypatch.setattr(kept, "recall", recall)
    press(qtbot, atelier, "style_tab_earlier")
    settle(qtbot, panel)
    found = atelier.earlier.list
    assert [found.item(i).text().split("\n")[0] for i in range(2)] == [
        "cat · Points of colour",  # a sample is called by its title
        "dog",
    ]
    found.setCurrentRow(0)
    qtbot.keyClick(found, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: atelier.painter.folder == folder, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert len(atelier.styles.styles()) == 2 and atelier.settings.recipe().seed == 99
    assert atelier.easel.kind() == "painting" and atelier.easel.step() == 10
    assert atelier.progress.text() == "Painted to its end."
    assert len(said.sketched) == 1  # it is looked at, not sketched


def test_what_paints_is_this_panels(qtbot: QtBot, panel: Style, atelier: Atelier) -> None:
    assert not panel.shows(Job("", lambda _: iter(())))
    paint(qtbot, atelier)
    assert panel.shows(atelier.painter.job)
    panel.stop()
    qtbot.waitUntil(lambda: not panel.painting, timeout=PATIENCE_MS)


def test_features_are_named_in_the_language_of_the_window(qtbot: QtBot, atelier: Atelier) -> None:
    features = atelier.settings.features
    features.offer(
        [SimpleNamespace(name="t", title="Texture encoder", available=True, origin="own")]
    )
    assert features.combo.findText("Texture encoder") >= 0
    words.set_language("tr")
    qtbot.waitUntil(lambda: features.combo.findText("Doku kodlayıcısı") >= 0, timeout=PATIENCE_MS)


def test_empty_curves_speak_of_painting(atelier: Atelier) -> None:
    assert "painted" in atelier.charts.shown()._empty
