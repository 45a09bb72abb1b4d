"""The viewer: before and after beside the divider, the lens, the values at the cursor."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gendesk.ui import theme
from gendesk.ui.widgets.pyramid import Pyramid
from gendesk.ui.widgets.scene import VEIL
from gendesk.ui.widgets.viewer import LENS, Viewer

RED, BLUE, GREEN = (200, 0, 0), (0, 0, 200), (0, 200, 0)


@pytest.fixture
def viewer(qtbot: QtBot) -> Viewer:
    widget = Viewer("viewer", "Drop pictures here.")
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


def plain(colour: tuple[int, ...], height: int = 300, width: int = 400) -> NDArray[np.uint8]:
    return np.full((height, width, len(colour)), colour, np.uint8)


def pyramid(colour: tuple[int, ...], height: int = 300, width: int = 400) -> Pyramid:
    return Pyramid.build(plain(colour, height, width))


def seen(viewer: Viewer) -> QImage:
    return viewer.grab().toImage()


def at(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def point(viewer: Viewer, qtbot: QtBot, x: int, y: int) -> None:
    qtbot.mouseMove(viewer, QPoint(x + 1, y))
    qtbot.mouseMove(viewer, QPoint(x, y))


def press(viewer: Viewer, kind: QEvent.Type, key: Qt.Key, repeated: bool = False) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewer, QKeyEvent(kind, key, none, "", repeated))


def test_an_empty_place_says_what_will_be_there(viewer: Viewer) -> None:
    image = seen(viewer)
    assert image.pixelColor(5, 150).name() == theme.current().backdrop
    inks = {image.pixelColor(x, y).name() for x in range(100, 300, 2) for y in range(140, 200)}
    assert theme.current().muted in inks
    assert viewer.accessibleName() == "Drop pictures here."
    viewer.set_picture(pyramid(RED), "poppy.png")
    assert viewer.accessibleName() == "poppy.png"
    viewer.set_picture(None)
    assert viewer.accessibleName() == "Drop pictures here."
    assert seen(viewer) == image


def test_without_an_after_there_is_no_divider(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED))
    image = seen(viewer)
    assert {at(image, x, y) for x in range(8, 392, 4) for y in range(8, 292, 4)} == {RED}


def test_the_divider_parts_before_from_after(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.set_after(pyramid(BLUE, 600, 800))  # of twice as many pixels, in the same place
    image = seen(viewer)
    assert at(image, 190, 60) == RED and at(image, 210, 60) == BLUE
    assert at(image, 200, 60) == (255, 255, 255)
    viewer.set_split(0.25)
    image = seen(viewer)
    assert at(image, 90, 60) == RED and at(image, 110, 60) == BLUE
    viewer.set_after(None)
    assert at(seen(viewer), 110, 60) == RED


def test_without_a_divider_only_the_after_side_is_seen(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.set_after(pyramid(BLUE))
    viewer.set_after_name("")
    viewer.set_divided(False)
    image = seen(viewer)
    assert {at(image, x, y) for x in range(8, 392, 4) for y in range(40, 292, 4)} == {BLUE}
    qtbot.keyClick(viewer, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.split() == 0.5
    viewer.set_divided(True)
    assert at(seen(viewer), 190, 60) == RED


def test_the_divider_is_dragged_and_set_back(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.set_after(pyramid(BLUE))
    point(viewer, qtbot, 203, 40)
    assert viewer.cursor().shape() == Qt.CursorShape.SplitHCursor
    qtbot.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(203, 40))
    qtbot.mouseMove(viewer, QPoint(300, 200))
    assert viewer.split() == 0.75
    qtbot.mouseMove(viewer, QPoint(900, 200))
    assert viewer.split() == 1
    qtbot.mouseMove(viewer, QPoint(100, 200))
    qtbot.mouseRelease(viewer, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    assert viewer.split() == 0.25
    point(viewer, qtbot, 300, 40)
    assert viewer.cursor().shape() != Qt.CursorShape.SplitHCursor
    qtbot.mouseDClick(viewer, Qt.MouseButton.LeftButton, pos=QPoint(100, 40))
    assert viewer.split() == 0.5 and viewer.fitted()


def test_the_divider_stays_over_the_picture(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED, 300, 100))
    viewer.set_after(pyramid(BLUE, 300, 100))
    viewer.set_split(0.0)
    image = seen(viewer)
    assert image.pixelColor(100, 60).name() == theme.current().backdrop
    assert at(image, 150, 60) == (255, 255, 255) and at(image, 154, 60) == BLUE


def test_shift_and_the_arrow_keys_move_the_divider(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.set_picture(pyramid(RED))
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(viewer, Qt.Key.Key_Right, shift)
    assert viewer.split() == 0.5
    viewer.set_after(pyramid(BLUE))
    qtbot.keyClick(viewer, Qt.Key.Key_Right, shift)
    qtbot.keyClick(viewer, Qt.Key.Key_Right, shift)
    assert viewer.split() == pytest.approx(0.6)
    qtbot.keyClick(viewer, Qt.Key.Key_Left, shift)
    assert viewer.split() == pytest.approx(0.55)


def test_outside_a_patch_the_before_is_dimmed(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.set_split(0.0)
    viewer.set_patch(QRect(100, 50, 200, 150), plain(BLUE, 300, 400), 2)
    image = seen(viewer)
    assert at(image, 110, 60) == at(image, 290, 190) == BLUE
    backdrop = theme.colour("backdrop")
    wanted = theme.mixed(backdrop, QColor(*RED), VEIL)
    for x, y in ((60, 120), (340, 120), (200, 20), (200, 250)):
        dimmed = at(image, x, y)
        assert np.allclose(dimmed, (wanted.red(), wanted.green(), wanted.blue()), atol=2)
    viewer.set_split(1.0)
    assert at(seen(viewer), 60, 120) == RED


def test_a_patch_of_everything_dims_nothing(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.set_split(0.0)
    viewer.set_patch(QRect(0, 0, 400, 300), pyramid(BLUE))
    image = seen(viewer)
    inside = {at(image, x, y) for x in range(30, 392, 6) for y in range(45, 292, 6)}
    assert inside - {BLUE} == set()


def test_an_error_map_lies_over_the_after_side(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED))
    assert not viewer.overlaid()
    viewer.set_overlay(np.full((30, 40), 255, np.uint8))
    assert viewer.overlaid() and min(at(seen(viewer), 30, 60)) > 200
    viewer.set_after(pyramid(BLUE))
    image = seen(viewer)
    assert at(image, 100, 60) == RED and min(at(image, 300, 60)) > 200
    viewer.set_overlay(np.zeros((10, 10), np.uint8), QRect(300, 40, 50, 50))
    image = seen(viewer)
    assert max(at(image, 320, 60)) < 20 and at(image, 280, 60) == BLUE
    viewer.set_overlay(None)
    assert at(seen(viewer), 320, 60) == BLUE


def test_the_values_below_the_cursor(viewer: Viewer, qtbot: QtBot) -> None:
    before = plain(RED)
    before[40, 320] = (1, 2, 3)
    after = plain(BLUE, 600, 800)
    after[80, 640] = (4, 5, 6)
    viewer.set_picture(Pyramid.build(before))
    viewer.set_after(Pyramid.build(after))
    heard = QSignalSpy(viewer.hovered)
    bare = seen(viewer)
    point(viewer, qtbot, 320, 40)
    assert heard.at(heard.count() - 1) == [320, 40, (1, 2, 3), (4, 5, 6)]
    assert seen(viewer) != bare
    QApplication.sendEvent(viewer, QEvent(QEvent.Type.Leave))
    assert heard.at(heard.count() - 1) == [-1, -1, None, None]
    viewer._near_divider = False
    assert seen(viewer) == bare


def test_outside_a_patch_there_is_no_value_after(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.set_picture(pyramid((7,)))
    viewer.set_patch(QRect(300, 200, 50, 50), plain((9,), 50, 50))
    heard = QSignalSpy(viewer.hovered)
    point(viewer, qtbot, 320, 40)
    assert heard.at(heard.count() - 1) == [320, 40, (7,), None]
    point(viewer, qtbot, 320, 240)
    assert heard.at(heard.count() - 1) == [320, 240, (7,), (9,)]
    point(viewer, qtbot, 320, 20)
    viewer.set_picture(pyramid((8,)))
    seen(viewer)


def test_the_values_follow_what_comes_below_a_resting_cursor(viewer: Viewer, qtbot: QtBot) -> None:
    ramp = np.arange(400, dtype=np.uint16).repeat(300).reshape(400, 300).T[..., None] // 2
    viewer.set_picture(Pyramid.build(ramp.astype(np.uint8)))
    point(viewer, qtbot, 300, 100)
    with qtbot.waitSignal(viewer.hovered) as heard:
        viewer.zoom_to(2.0, QPointF(0, 0))
    assert heard.args[:3] == [150, 50, (75,)]


def test_the_lens_magnifies_before_and_after(viewer: Viewer, qtbot: QtBot) -> None:
    before = plain(RED)
    before[145:155, 285:300] = GREEN
    viewer.set_picture(Pyramid.build(before))
    viewer.set_after(pyramid(BLUE))
    point(viewer, qtbot, 300, 150)
    assert at(seen(viewer), 260, 150) == BLUE
    viewer.set_lens(True)
    image = seen(viewer)
    assert at(image, 262, 150) == GREEN and at(image, 240, 150) == RED
    assert at(image, 330, 150) == BLUE
    assert at(image, int(300 - LENS), 150) == (255, 255, 255)
    QApplication.sendEvent(viewer, QEvent(QEvent.Type.Leave))
    assert at(seen(viewer), 262, 150) == BLUE  # nothing to magnify


def test_the_lens_is_struck_or_held(viewer: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("gendesk.ui.widgets.viewer.monotonic", lambda: now[0])
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    press(viewer, down, Qt.Key.Key_L)
    assert not viewer.lens()  # over nothing
    viewer.set_picture(pyramid(RED))
    told = QSignalSpy(viewer.lens_toggled)
    press(viewer, down, Qt.Key.Key_L)
    press(viewer, down, Qt.Key.Key_L, repeated=True)
    press(viewer, up, Qt.Key.Key_L, repeated=True)
    assert viewer.lens()
    now[0] += 0.1
    press(viewer, up, Qt.Key.Key_L)
    assert viewer.lens()  # struck: it stays
    press(viewer, down, Qt.Key.Key_L)
    press(viewer, up, Qt.Key.Key_L)
    assert not viewer.lens()
    press(viewer, down, Qt.Key.Key_L)
    now[0] += 1.0
    press(viewer, up, Qt.Key.Key_L)
    assert not viewer.lens()  # held: it goes with the key
    assert [told.at(i)[0] for i in range(told.count())] == [True, False, True, False]


def test_linked_viewers_share_divider_lens_and_cursor(viewer: Viewer, qtbot: QtBot) -> None:
    other = Viewer("other", "Nothing.")
    qtbot.addWidget(other)
    other.resize(400, 300)
    other.show()
    for each in (viewer, other):
        each.set_picture(pyramid(RED))
        each.set_after(pyramid(BLUE))
    viewer.link_to([other])
    viewer.set_split(0.25)
    assert at(seen(other), 110, 60) == BLUE
    bare = seen(other)
    point(viewer, qtbot, 300, 100)
    assert seen(other) != bare
    other.set_lens(True)
    assert viewer.lens() and at(seen(viewer), 280, 100) == at(seen(other), 280, 100) == RED


def test_another_picture_takes_after_and_errors_away(viewer: Viewer) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.set_after(pyramid(BLUE))
    viewer.set_overlay(np.zeros((10, 10), np.uint8))
    viewer.set_picture(pyramid(GREEN))
    image = seen(viewer)
    assert {at(image, x, 60) for x in range(8, 392, 4)} == {GREEN}
    viewer.set_picture(None)
    viewer.set_after(pyramid(BLUE))
    viewer.set_patch(QRect(0, 0, 4, 4), plain(BLUE, 4, 4))
    viewer.set_overlay(np.zeros((10, 10), np.uint8))
    assert seen(viewer).pixelColor(5, 150).name() == theme.current().backdrop


def test_pictures_outlive_whoever_made_them(viewer: Viewer) -> None:
    viewer.set_picture(Pyramid.build(plain(RED, 600, 800)[::2, ::2]))
    viewer.set_patch(QRect(0, 0, 400, 300), plain(BLUE))
    before = seen(viewer)
    gc.collect()
    junk = [np.full((300, 400, 3), 77, np.uint8) for _ in range(20)]
    assert seen(viewer) == before and len(junk) == 20


def test_a_slow_frame_makes_the_movement_coarse_until_it_rests(
    viewer: Viewer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    coins = np.random.default_rng(0).integers(0, 2, (600, 800, 1), np.uint8) * 255
    viewer.set_picture(Pyramid.build(coins.astype(np.uint8)))
    viewer.zoom_to(0.6)
    qtbot.waitUntil(lambda: not viewer.moving)
    calm = seen(viewer)
    ticks = iter(range(10**6))
    monkeypatch.setattr("gendesk.ui.widgets.viewer.monotonic", lambda: float(next(ticks)))
    viewer.zoom_to(0.6)
    seen(viewer)
    assert seen(viewer) != calm
    qtbot.waitUntil(lambda: not viewer.moving)
    assert seen(viewer) == calm


def test_the_focus_is_shown(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.set_picture(pyramid(RED))
    viewer.clearFocus()
    assert at(seen(viewer), 0, 150) == RED
    viewer.setFocus()
    qtbot.waitUntil(viewer.hasFocus)
    assert seen(viewer).pixelColor(0, 150).name() == theme.current().accent_text


def test_entering_is_no_trouble_without_a_picture(viewer: Viewer, qtbot: QtBot) -> None:
    middle = QPointF(200, 150)
    QApplication.sendEvent(viewer, QEnterEvent(middle, middle, middle))
    point(viewer, qtbot, 200, 150)
    viewer.set_lens(True)
    viewer.fit()
    seen(viewer)
