"""The picture view: crisp when magnified, averaged when reduced, moved with the mouse."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gendesk.ui import theme
from gendesk.ui.widgets.pictures import LARGEST, PictureView


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    widget = PictureView("samples", "Pictures appear here as soon as it trains.")
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


@pytest.fixture
def menu(view: PictureView) -> Iterator[QMenu]:
    menu = view.menu()
    yield menu
    menu.close()


def checks(height: int, width: int, channels: int = 3) -> NDArray[np.uint8]:
    """Black and white pixels in turn."""
    pattern = (np.add.outer(np.arange(height), np.arange(width)) % 2 * 255).astype(np.uint8)
    return np.repeat(pattern[..., None], channels, axis=2)


def at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name()


def wheel(view: PictureView, x: float, y: float, notches: int) -> None:
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned, phase, place = QPoint(0, 120 * notches), Qt.ScrollPhase.NoScrollPhase, QPointF(x, y)
    QApplication.sendEvent(view, QWheelEvent(place, place, QPoint(), turned, *none, phase, False))


def test_an_empty_place_says_what_will_be_there(view: PictureView) -> None:
    image = view.grab().toImage()
    assert at(image, 5, 150) == theme.current().backdrop
    inks = {at(image, x, y) for x in range(100, 300, 2) for y in range(140, 200)}
    assert theme.current().muted in inks
    assert view.accessibleName() == "Pictures appear here as soon as it trains."


@pytest.mark.parametrize("channels", [1, 3])
def test_magnified_pixels_are_crisp(view: PictureView, channels: int) -> None:
    view.set_picture(checks(8, 8, channels), "Samples")
    assert view.scale() == 37  # whole pixels: 300 / 8 rounded down
    image, target = view.grab().toImage(), view.target()
    for row in range(8):
        for column in range(8):
            x, y = target.x() + 37 * column, target.y() + 37 * row
            wanted = "#ffffff" if (row + column) % 2 else "#000000"
            assert {at(image, x + 2, y + 2), at(image, x + 34, y + 34)} == {wanted}


def test_reduced_pixels_are_averaged(view: PictureView) -> None:
    coins = np.random.default_rng(0).integers(0, 2, (1200, 1600, 1), np.uint8) * 255
    view.set_picture(coins.astype(np.uint8))
    assert view.scale() == 0.25
    image = view.grab().toImage()
    seen = [image.pixelColor(x, y).red() for x in range(50, 350, 5) for y in range(50, 250, 5)]
    assert np.mean(seen) == pytest.approx(127.5, abs=3)
    assert np.std(seen) < 45  # the mean of 16 coins has 32, of the nearest four 64


def test_colours_are_kept(view: PictureView) -> None:
    picture = np.zeros((3, 5, 3), np.uint8)  # an odd width: rows are not aligned to four bytes
    picture[..., 0], picture[1, 2] = 200, (10, 20, 30)
    view.set_picture(picture)
    image, middle = view.grab().toImage(), view.target().center()
    assert at(image, middle.x(), middle.y()) == QColor(10, 20, 30).name()
    assert at(image, view.target().x() + 3, view.target().y() + 3) == QColor(200, 0, 0).name()


def test_a_picture_outlives_whoever_made_it(view: PictureView) -> None:
    view.set_picture(checks(64, 64)[::2, ::2])  # not contiguous: copied, and nobody else has it
    before = view.grab().toImage()
    gc.collect()
    junk = [np.full((32, 32, 3), 77, np.uint8) for _ in range(100)]
    assert view.grab().toImage() == before
    assert len(junk) == 100


def test_the_wheel_zooms_around_the_cursor(view: PictureView) -> None:
    view.set_picture(checks(200, 300))
    fixed = view.to_picture(QPointF(120, 90))
    wheel(view, 120, 90, 4)
    assert view.scale() == pytest.approx(4 / 3 * 1.25**4, rel=0.01)
    assert view.to_picture(QPointF(120, 90)).x() == pytest.approx(fixed.x(), abs=0.1)
    wheel(view, 120, 90, 100)
    assert view.scale() == LARGEST
    wheel(view, 120, 90, -200)
    assert 0.2 < view.scale() < 1


def test_dragging_moves_but_not_out_of_sight(view: PictureView, qtbot: QtBot) -> None:
    view.set_picture(checks(1000, 1000))
    view.zoom_to(1.0)
    before = view.to_picture(QPointF(200, 150))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(view, QPoint(150, 130))
    moved = view.to_picture(QPointF(200, 150)) - before
    assert (moved.x(), moved.y()) == (50, 20)
    qtbot.mouseMove(view, QPoint(5000, 5000))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(399, 299))
    assert view.target().topLeft() == QPointF(0, 0)


def test_a_double_click_goes_to_one_to_one_and_back(view: PictureView, qtbot: QtBot) -> None:
    view.set_picture(checks(1000, 1000))
    assert view.scale() == 0.3
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert view.scale() == 1
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert view.scale() == 0.3


def test_keys_zoom(view: PictureView, qtbot: QtBot) -> None:
    view.set_picture(checks(1000, 1000))
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.scale() == 1
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale() == 1.25
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.scale() == 0.3


def test_zooming_at_the_very_corner_keeps_the_corner(view: PictureView) -> None:
    view.set_picture(checks(1000, 1000))
    view.zoom_to(1.0)
    before = view.to_picture(QPointF(0, 0))
    view.zoom_to(2.0, QPointF(0, 0))
    assert view.to_picture(QPointF(0, 0)) == before


def test_the_next_picture_keeps_zoom_and_place(view: PictureView) -> None:
    view.set_picture(checks(1000, 1000))
    view.zoom_to(2.0, QPointF(10, 10))
    before = view.target()
    view.set_picture(checks(1000, 1000), "later")
    assert view.target() == before
    assert view.caption() == view.accessibleName() == "later"
    view.set_picture(checks(500, 500))
    assert view.scale() == 0.6  # another size: fitted again


def test_resizing_fits_again(view: PictureView, qtbot: QtBot) -> None:
    view.set_picture(checks(1000, 1000))
    view.resize(800, 500)
    assert view.scale() == 0.5


def test_taking_the_picture_away(view: PictureView) -> None:
    view.set_picture(checks(10, 10), "Samples")
    view.set_picture(None)
    assert view.picture() is None
    assert view.accessibleName() == "Pictures appear here as soon as it trains."
    wheel(view, 100, 100, 1)
    view.zoom_to(2.0)
    view.grab()


def test_a_very_long_picture_is_no_trouble(view: PictureView) -> None:
    for shape in ((1, 5000), (5000, 1)):
        view.set_picture(checks(*shape))
        view.grab()
        assert view.scale() > 0


def test_copying_and_saving(view: PictureView, menu: QMenu, tmp_path: Path) -> None:
    view.set_picture(checks(10, 12), "Samples at step 100")
    for action in menu.actions():
        if action.text() in ("Copy picture", "Save picture…"):
            action.trigger()
    assert QGuiApplication.clipboard().image().size().toTuple() == (12, 10)
    dialog = view.findChild(QFileDialog, "picture_save_dialog")
    assert dialog is not None and dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name == "Samples_at_step_100.png"
    view.set_picture(checks(20, 20))  # while a person looks for a place
    dialog.fileSelected.emit(str(tmp_path / "out.png"))
    dialog.close()
    assert QImage(str(tmp_path / "out.png")).size().toTuple() == (12, 10)


def test_a_place_that_takes_no_picture_is_said(view: PictureView, tmp_path: Path) -> None:
    view.set_picture(checks(10, 12))
    view.save()
    dialog = view.findChild(QFileDialog, "picture_save_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "no such folder" / "out.png"))
    dialog.close()
    box = view.findChild(QMessageBox, "picture_save_trouble")
    assert box is not None and box.text().endswith("out.png cannot be written.")
    box.close()


def test_the_menu_opens_only_over_a_picture(view: PictureView, qapp: QApplication) -> None:
    where = QPoint(10, 10)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, where)
    qapp.sendEvent(view, asked)
    assert view.findChild(QMenu) is None
    view.set_picture(checks(10, 10))
    qapp.sendEvent(view, asked)
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu) and menu.isVisible()
    menu.close()
