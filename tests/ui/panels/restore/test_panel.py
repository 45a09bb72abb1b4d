"""The restoring panel with clicks and keys, on two tiny models."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui import restoring_work as work
from gendesk.ui.panels.restore.bench import Workbench
from gendesk.ui.panels.restore.order import Order
from gendesk.ui.panels.restore.panel import Restore
from gendesk.ui.state import State
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.window import Window

from ...hands import drop, press

PATIENCE_MS = 30_000

pytestmark = pytest.mark.usefixtures("models")


@pytest.fixture
def state() -> State:
    return State(panel="restore")


@pytest.fixture
def panel(window: Window) -> Iterator[Restore]:
    yield window.restore
    work.forget_restorers()


@pytest.fixture
def bench(qtbot: QtBot, panel: Restore, photos: Path) -> Workbench:
    """The panel with the three pictures, and the first of them seen through the denoiser."""
    panel.open([photos])
    settle(qtbot, panel)
    return panel.bench


def settle(qtbot: QtBot, panel: Restore) -> None:
    """Wait until all that should be seen is seen."""
    qtbot.wait(200)  # what is seen is restored once it has come to rest
    qtbot.waitUntil(lambda: panel.settled and panel.bench.settings.models.entry() is not None,
                    timeout=PATIENCE_MS)  # fmt: skip


def choose(qtbot: QtBot, within: QWidget, name: str, data: object) -> None:
    combo = within.findChild(CalmCombo, name)
    assert combo is not None and combo.isVisible()
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def order(qtbot: QtBot, bench: Workbench, out: Path) -> None:
    """Press "Restore all…", write where to, and agree."""
    press(qtbot, bench, "restore_all")
    dialog = bench.window().findChild(Order)
    assert dialog is not None
    entry = dialog.findChild(QLineEdit, "restore_out")
    assert entry is not None
    entry.selectAll()
    qtbot.keyClicks(entry, str(out))
    press(qtbot, dialog, "restore_all_dialog_agree")


def after(bench: Workbench) -> np.ndarray:
    """The pixels of the after side."""
    patch = bench.easel.previewer._patch
    assert patch is not None
    return patch.pyramid.pixels


# the picture


def test_a_sample_is_one_click_away(qtbot: QtBot, panel: Restore) -> None:
    assert panel.empty.isVisible()
    press(qtbot, panel, "restore_sample")
    qtbot.waitUntil(lambda: panel._made is not None, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert panel.bench.isVisible() and not panel.empty.isVisible()
    assert [path.name for path in panel.bench.pictures.paths()] == [
        "china-noisy.png",
        "flower-small.png",
    ]
    strength = panel.bench.settings.strength()
    assert 20 < strength < 30  # as much noise as the sample was given


def test_what_is_dropped_is_listed_and_seen_through_the_model(
    qtbot: QtBot, window: Window, panel: Restore, photos: Path, tmp_path: Path
) -> None:
    drop(window, photos, tmp_path / "gone")
    settle(qtbot, panel)
    bench = panel.bench
    (entry,) = bench.pictures.entries()
    assert entry.folder and [path.name for path in entry.pictures] == ["a.png", "b.png", "c.jpg"]
    assert "gone is no file or folder" in panel.notice.text()
    assert bench.progress.start_button.text() == "Restore all 3…"
    assert after(bench).shape == (150, 260, 3)
    given = np.asarray(Image.open(photos / "a.png"))
    assert not np.array_equal(after(bench), given)


def test_pictures_are_leafed_through_and_a_broken_one_says_why(
    qtbot: QtBot, panel: Restore, bench: Workbench
) -> None:
    press(qtbot, bench, "restore_next")
    settle(qtbot, panel)
    assert "b.png is not a picture" in bench.easel.viewer.accessibleName()
    press(qtbot, bench, "restore_next")
    settle(qtbot, panel)
    assert bench.pictures.current() == bench.pictures.entries()[0].pictures[2]
    assert bench.easel.viewer.accessibleName() == "c.jpg"
    assert bench.pictures.position() == 3
    bench.pictures.step(1)
    assert bench.pictures.position() == 3  # there is no fourth


def test_what_is_taken_off_the_list_stays_on_the_disk(
    qtbot: QtBot, panel: Restore, bench: Workbench, photos: Path
) -> None:
    panel.open([photos / "a.png"])
    settle(qtbot, panel)
    assert bench.pictures.total() == 4
    qtbot.keyClick(bench.pictures.list, Qt.Key.Key_Delete)
    assert bench.pictures.paths() == [photos]
    press(qtbot, bench, "restore_remove")
    assert panel.empty.isVisible()
    assert (photos / "a.png").exists()


def test_the_strength_is_measured_until_one_is_chosen(
    qtbot: QtBot, panel: Restore, bench: Workbench, state: State
) -> None:
    press(qtbot, bench, "restore_next")  # the broken one
    slider = bench.findChild(QSlider, "restore_strength_slider")
    assert slider is not None
    assert state.restore == {} or state.restore["strength"] is None
    weak = after(bench).copy() if bench.easel.previewer._patch else None
    press(qtbot, bench, "restore_before")
    settle(qtbot, panel)
    weak = after(bench).copy()
    slider.setValue(900)
    assert bench.settings.choices().strength == pytest.approx(50, abs=1)
    settle(qtbot, panel)
    assert not np.array_equal(after(bench), weak)
    press(qtbot, bench, "restore_auto")
    assert bench.settings.choices().strength is None
    settle(qtbot, panel)
    assert np.array_equal(after(bench), weak)


def test_a_thorough_look_gives_another_picture_and_is_remembered(
    qtbot: QtBot, panel: Restore, bench: Workbench, state: State
) -> None:
    settle(qtbot, panel)
    quick = after(bench).copy()
    press(qtbot, bench, "restore_thorough")
    settle(qtbot, panel)
    assert not np.array_equal(after(bench), quick)
    assert bench.settings.options().thorough and state.restore["thorough"]
    press(qtbot, bench, "restore_thorough")
    settle(qtbot, panel)
    assert np.array_equal(after(bench), quick)


def test_an_upscaler_is_asked_for_a_size(qtbot: QtBot, panel: Restore, bench: Workbench) -> None:
    choose(qtbot, bench, "restore_model", "large")
    settle(qtbot, panel)
    assert after(bench).shape == (300, 520, 3)
    assert not bench.findChild(QWidget, "restore_strength_dial").isVisible()  # type: ignore[union-attr]
    choose(qtbot, bench, "restore_target", 1.5)
    settle(qtbot, panel)
    assert after(bench).shape == (225, 390, 3)
    choose(qtbot, bench, "restore_target", "width")
    width = bench.findChild(QLineEdit, "restore_width")
    assert width is not None and width.isVisible()
    width.selectAll()
    qtbot.keyClicks(width, "400")
    settle(qtbot, panel)
    assert after(bench).shape[1] == 400


def test_only_the_middle_of_too_much_is_restored(
    qtbot: QtBot, panel: Restore, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gendesk.ui.panels.restore.preview.MOST_PIXELS", 10_000)
    bench.easel.previewer.look()
    settle(qtbot, panel)
    assert after(bench).shape[0] * after(bench).shape[1] <= 10_000
    status = bench.findChild(QWidget, "restore_status")
    assert "Zoom in" in status.text()  # type: ignore[union-attr]


# testing and comparing


def test_a_test_shows_what_comes_back(qtbot: QtBot, panel: Restore, bench: Workbench) -> None:
    assert not bench.findChild(QWidget, "restore_psnr").isVisible()  # type: ignore[union-attr]
    press(qtbot, bench, "restore_test")
    settle(qtbot, panel)
    psnr, ssim = bench.trial.figures()
    before, _, rest = psnr.partition(" → ")
    assert 19 < float(before) < 22 and rest.endswith(" dB")  # σ = 25 is 20.2 dB
    assert " → " in ssim
    press(qtbot, bench, "restore_view_error")
    assert bench.easel.viewer.overlaid()
    press(qtbot, bench, "restore_test")
    settle(qtbot, panel)
    assert not bench.easel.viewer.overlaid()
    assert not bench.findChild(QWidget, "restore_psnr").isVisible()  # type: ignore[union-attr]


def test_an_upscaler_is_tested_on_a_smaller_picture(
    qtbot: QtBot, panel: Restore, bench: Workbench
) -> None:
    press(qtbot, bench, "restore_test")
    settle(qtbot, panel)
    choose(qtbot, bench, "restore_model", "large")
    settle(qtbot, panel)
    assert after(bench).shape == (150, 260, 3)  # 130 × 75, twice as large
    assert bench.trial.figures()[0].endswith(" dB")


def test_models_are_compared_in_step(qtbot: QtBot, panel: Restore, bench: Workbench) -> None:
    press(qtbot, bench, "restore_mode_compared")
    settle(qtbot, panel)
    compare = bench.easel.compare
    assert [cell.model() for cell in compare.cells()] == ["clean", "clean"]
    press(qtbot, bench, "restore_compare_add")
    press(qtbot, bench, "restore_compare_add")
    settle(qtbot, panel)
    first, _, third, last = compare.cells()
    choose(qtbot, last, f"{last.objectName()}_model", "large")
    add = bench.findChild(QAbstractButton, "restore_compare_add")
    assert add is not None and not add.isVisible()  # four are enough
    first.viewer.zoom_to(3.0)
    settle(qtbot, panel)
    assert last.viewer.box() == first.viewer.box() != compare.first().rect()  # type: ignore[union-attr]
    assert last.previewer._patch is not None and first.previewer._patch is not None
    width = first.previewer._patch.pyramid.width
    assert last.previewer._patch.pyramid.width == 2 * width
    press(qtbot, bench, f"{third.objectName()}_close")
    assert len(compare.cells()) == 3 and add.isVisible()
    press(qtbot, bench, "restore_test")
    settle(qtbot, panel)
    assert "PSNR" in first.figures() and "PSNR" not in last.figures()
    press(qtbot, bench, "restore_mode_alone")
    settle(qtbot, panel)
    assert bench.easel.viewer.isVisible()


# all of them


def test_all_are_restored_and_the_broken_one_is_listed(
    qtbot: QtBot, window: Window, bench: Workbench, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    order(qtbot, bench, out)
    assert bench.restoring
    bench.ask_order()  # a second time does nothing
    qtbot.waitUntil(lambda: not bench.restoring, timeout=PATIENCE_MS)
    window.grab().save(str(tmp_path / "restored.png"))
    written = sorted(path.relative_to(out) for path in out.rglob("*.*g") if path.is_file())
    assert [str(path) for path in written] == ["a.png", "more/c.jpg"]
    assert bench.progress.text() == "2 restored, 1 failed, 0 there before"
    (reason,) = bench.progress.reasons()
    assert reason.startswith("b.png is not a picture")
    press_again = bench.findChild(QAbstractButton, "restore_open_out")
    assert press_again is not None and press_again.isVisible()
    order(qtbot, bench, out)
    qtbot.waitUntil(lambda: not bench.restoring, timeout=PATIENCE_MS)
    assert bench.progress.text() == "0 restored, 1 failed, 2 there before"


def test_the_folder_of_the_pictures_is_not_written_to(
    qtbot: QtBot, bench: Workbench, photos: Path
) -> None:
    order(qtbot, bench, photos)
    qtbot.waitUntil(lambda: not bench.restoring, timeout=PATIENCE_MS)
    assert "is the folder of the pictures" in bench.progress.text()
    assert bench.progress.state == "failed"


def test_pause_resume_and_cancel(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, endless: list[str]
) -> None:
    order(qtbot, bench, tmp_path / "out")
    qtbot.waitUntil(lambda: len(endless) > 3, timeout=PATIENCE_MS)
    press(qtbot, bench, "restore_pause")
    assert bench.progress.state == "paused"
    qtbot.wait(100)
    stood = len(endless)
    qtbot.wait(100)
    assert len(endless) == stood
    press(qtbot, bench, "restore_pause")
    qtbot.waitUntil(lambda: len(endless) > stood, timeout=PATIENCE_MS)
    press(qtbot, bench, "restore_cancel")
    bench.progress.cancel()  # twice
    qtbot.waitUntil(lambda: bench.progress.state == "stopped", timeout=PATIENCE_MS)
    assert "goes on where it stopped" in bench.progress.text()


def test_closing_while_it_restores_asks(
    qtbot: QtBot, window: Window, bench: Workbench, tmp_path: Path, endless: list[str]
) -> None:
    order(qtbot, bench, tmp_path / "out")
    window.close()
    dialog = window.findChild(QWidget, "close_dialog")
    assert dialog is not None and window.isVisible()
    press(qtbot, dialog, "close_keep")
    assert window.isVisible() and bench.restoring
    window.close()
    (dialog,) = [each for each in window.findChildren(QWidget, "close_dialog") if each.isVisible()]
    press(qtbot, dialog, "close_agree")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=6000)


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for restoring: it goes on until it is cancelled."""
    import time

    from gendesk.core.controls import Controls
    from gendesk.core.events import Event, Paused, Resumed, Stage
    from gendesk.core.sentence import Sentence

    said: list[str] = []

    def restore_all(*_: object) -> work.Work:
        def restoring(controls: Controls) -> Iterator[Event]:
            for count in range(100_000):
                time.sleep(0.005)
                said.append("one")
                yield Stage(Sentence("Restoring pictures"), count, 100_000)
                if controls.paused:
                    yield Paused(count)
                    yield Resumed(count)

        return restoring

    monkeypatch.setattr(work, "restore_all", restore_all)
    return said


# models, keys and memory


def test_a_file_that_is_no_model_is_refused_in_one_sentence(
    qtbot: QtBot, window: Window, panel: Restore, bench: Workbench, tmp_path: Path
) -> None:
    hostile = tmp_path / "great.safetensors"
    hostile.write_text("<html></html>")
    drop(window, hostile)
    qtbot.waitUntil(lambda: panel.notice.text() != "", timeout=PATIENCE_MS)
    assert "great.safetensors" in panel.notice.text()
    assert panel.notice.kind == "error"


def test_choices_are_kept(qtbot: QtBot, window: Window, bench: Workbench, state: State) -> None:
    choose(qtbot, bench, "restore_model", "large")
    choose(qtbot, bench, "restore_target", 1.5)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=6000)
    kept = json.loads(State.file().read_text("utf-8"))["restore"]
    assert (kept["model"], kept["scale"], kept["blend"]) == ("large", 1.5, 1.0)
    assert State.read().restore == kept


def test_a_model_that_is_gone_gives_way_to_another(
    qtbot: QtBot, panel: Restore, photos: Path, state: State
) -> None:
    state.restore = {"model": "was here yesterday", "quality": "high"}
    panel.open([photos])
    settle(qtbot, panel)
    assert panel.bench.settings.choices().model == "clean"
    assert panel.bench.settings.choices().quality == 90


def test_keys_open_pictures_where_one_is(qtbot: QtBot, window: Window, panel: Restore) -> None:
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = panel.findChild(QFileDialog, "restore_pictures_dialog")
    assert dialog is not None and dialog.isVisible()
    dialog.reject()
    window.show_panel("monitor")
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    other = window.monitor.findChild(QFileDialog, "folder_dialog")
    assert other is not None
    other.reject()


def test_everything_one_can_act_on_has_a_name(bench: Workbench) -> None:
    acted = [*bench.findChildren(QAbstractButton), *bench.findChildren(QSlider)]
    for widget in [*acted, *bench.findChildren(CalmCombo)]:
        if widget.isVisible():
            name = widget.objectName()
            assert name.startswith("restore_"), widget
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, name


def test_a_model_that_was_published_meanwhile_can_be_chosen(
    qtbot: QtBot, window: Window, panel: Restore, bench: Workbench, models: Path
) -> None:
    window.show_panel("monitor")
    shutil.copytree(models / "clean", models / "cleaner")
    window.show_panel("restore")
    combo = bench.settings.models.combo
    qtbot.waitUntil(lambda: combo.findData("cleaner") >= 0, timeout=PATIENCE_MS)
    assert bench.settings.choices().model == "clean"


def test_keys_steer_what_is_in_front(
    qtbot: QtBot, window: Window, bench: Workbench, tmp_path: Path, endless: list[str]
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert bench.pictures.position() == 2
    qtbot.keyClick(window, Qt.Key.Key_Return, control)
    dialog = window.findChild(Order)
    assert dialog is not None
    press(qtbot, dialog, "restore_all_dialog_agree")
    window.activateWindow()  # as a window system does once a dialog is gone
    qtbot.waitUntil(lambda: len(endless) > 3, timeout=PATIENCE_MS)
    qtbot.keyClick(window, Qt.Key.Key_P, control)
    assert bench.progress.state == "paused"
    qtbot.keyClick(window, Qt.Key.Key_Period, control)
    qtbot.waitUntil(lambda: not bench.restoring, timeout=PATIENCE_MS)
    assert not window.monitor.training


def test_the_picture_that_is_seen_is_saved_alone(
    qtbot: QtBot, window: Window, bench: Workbench, tmp_path: Path
) -> None:
    bench.pictures.step(2)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(Order)
    assert dialog is not None
    entry = dialog.findChild(QLineEdit, "restore_out")
    assert entry is not None and entry.text() == str(tmp_path / "photos restored")
    example = dialog.findChild(QLabel, "restore_example")
    assert example is not None and example.text().startswith("It becomes ")
    press(qtbot, dialog, "restore_all_dialog_agree")
    qtbot.waitUntil(lambda: not bench.restoring, timeout=PATIENCE_MS)
    assert bench.progress.text() == "1 restored, 0 failed, 0 there before"
    assert [each.name for each in (tmp_path / "photos restored").glob("*.jpg")] == ["c.jpg"]


def test_where_there_is_no_picture_nothing_is_saved(qtbot: QtBot, window: Window) -> None:
    window.show_panel("restore")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.findChild(Order) is None
