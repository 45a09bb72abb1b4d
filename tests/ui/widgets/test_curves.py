"""Curves: what a person sees and does, on widgets that are really painted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gendesk.ui import theme, words
from gendesk.ui.widgets import readout
from gendesk.ui.widgets.curves import Curves
from gendesk.ui.widgets.plot import Plot


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    widget = Curves("curves")
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show()
    return widget


def ink(image: QImage, colour: QColor) -> int:
    """How many pixels have nearly this colour."""
    rows = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(rows.constBits(), np.uint8).reshape(rows.height(), -1, 4)[..., :3]
    wanted = np.array([colour.blue(), colour.green(), colour.red()])
    return int((np.abs(pixels.astype(int) - wanted).max(axis=2) < 24).sum())


def seen(curves: Curves, name: str, group: str = "") -> int:
    return ink(curves.grab().toImage(), curves._curves[name, group].colour())


def plot(curves: Curves) -> Plot:
    curves.grab()
    assert curves._plot is not None
    return curves._plot


def wheel(curves: Curves, x: float, notches: int, sideways: int = 0) -> None:
    at = QPointF(x, 200)
    turned = QPoint(120 * sideways, 120 * notches)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(curves, QWheelEvent(at, at, QPoint(), turned, *none, phase, False))


def entry(curves: Curves, name: str) -> QAbstractButton:
    found = curves.findChild(QAbstractButton, f"curves_legend_{name}")
    assert isinstance(found, QAbstractButton)
    return found


def test_an_empty_place_says_what_will_be_there(curves: Curves) -> None:
    empty = curves.grab().toImage()
    assert ink(empty, theme.colour("muted")) > 50
    curves.set_curve("loss", [1, 2, 3], [3.0, 2.0, 1.0])
    assert seen(curves, "loss") > 300


def test_points_arrive_one_by_one(curves: Curves) -> None:
    for step in range(1, 200):
        curves.append("loss", step, 100 / step)
    assert curves.shown_steps() == (0, 199)
    curves.extend("loss", [200, 300], [0.5, 0.4])
    assert curves.shown_steps() == (0, 300)
    assert curves.curves() == [("loss", "")]


def test_one_point_alone_is_seen(curves: Curves) -> None:
    curves.append("loss", 1, 5.0)
    assert seen(curves, "loss") >= 8


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "values",
    [
        [np.nan] * 3,
        [np.inf, -np.inf, 1.0],
        [0.0, 0.0, 0.0],
        [-1.0, -2.0, -3.0],
        [1e300, -1e300, 1e-300],
        [5.0, 5.0, 5.0],
        [1e-12, 1.0, 1e12],
    ],
)
def test_strange_values_are_painted_without_a_word(
    curves: Curves, values: list[float], log: bool
) -> None:
    curves.set_log(log)
    curves.set_smoothing(0.6)
    curves.set_curve("loss", [1, 2, 3], values)
    curves.grab()


def test_a_gap_breaks_the_line(curves: Curves) -> None:
    steps = np.arange(1000.0)
    values = np.full(1000, 5.0)
    curves.set_curve("loss", steps, values)
    whole = seen(curves, "loss")
    values[300:700] = np.nan
    curves.set_curve("loss", steps, values)
    assert 0.5 * whole < seen(curves, "loss") < 0.7 * whole


def test_values_of_zero_and_below_are_left_out_of_a_logarithmic_axis(curves: Curves) -> None:
    curves.set_curve("loss", [1, 2, 3, 4], [10.0, 0.0, -1.0, 100.0])
    curves.set_log(True)
    drawn = plot(curves)
    assert drawn.beyond
    assert (drawn.bottom, drawn.top) == pytest.approx((1, 2), abs=0.2)
    curves.set_log(False)
    assert not plot(curves).beyond


def test_one_spike_does_not_flatten_the_rest(curves: Curves) -> None:
    values = np.random.default_rng(0).normal(5, 0.5, 5000)
    values[1234] = 1e6
    curves.set_smoothing(0.9)
    curves.set_curve("loss", np.arange(5000), values)
    curves.show_steps(2000, 5000)
    assert plot(curves).top < 10


def test_the_wheel_zooms_around_the_cursor(curves: Curves) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    x = 400.0
    before = plot(curves).step_at(x)
    wheel(curves, x, 3)
    low, high = curves.shown_steps()
    assert high - low == pytest.approx(1000 / 1.25**3, rel=0.01)
    assert plot(curves).step_at(x) == pytest.approx(before, abs=2)
    wheel(curves, x, -20)
    assert curves.shown_steps() == (0, 1000)


def test_turning_the_wheel_sideways_moves(curves: Curves) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    plot(curves)
    curves.show_steps(400, 600)
    wheel(curves, 400, 0, sideways=-1)
    assert curves.shown_steps() == pytest.approx((420, 620))


def test_dragging_chooses_a_range_and_a_double_click_shows_all(
    curves: Curves, qtbot: QtBot
) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    drawn = plot(curves)
    left, right = QPoint(int(drawn.x(300)), 150), QPoint(int(drawn.x(500)), 250)
    qtbot.mousePress(curves, Qt.MouseButton.LeftButton, pos=right)
    qtbot.mouseMove(curves, left)
    assert ink(curves.grab().toImage(), theme.colour("card")) >= 0
    qtbot.mouseRelease(curves, Qt.MouseButton.LeftButton, pos=left)
    assert curves.shown_steps() == pytest.approx((300, 500), abs=3)
    qtbot.mouseDClick(curves, Qt.MouseButton.LeftButton, pos=left)
    assert curves.shown_steps() == (0, 1000)


def test_a_click_is_no_range(curves: Curves, qtbot: QtBot) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    qtbot.mouseClick(curves, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert curves.shown_steps() == (0, 1000)


def test_dragging_with_shift_moves(curves: Curves, qtbot: QtBot) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    curves.show_steps(400, 600)
    drawn = plot(curves)
    shift = Qt.KeyboardModifier.ShiftModifier
    begin, end = QPoint(int(drawn.x(500)), 200), QPoint(int(drawn.x(450)), 200)
    qtbot.mousePress(curves, Qt.MouseButton.LeftButton, shift, begin)
    qtbot.mouseMove(curves, end)
    qtbot.mouseRelease(curves, Qt.MouseButton.LeftButton, shift, end)
    assert curves.shown_steps() == pytest.approx((450, 650), abs=2)


def test_keys_zoom_and_move(curves: Curves, qtbot: QtBot) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    qtbot.keyClick(curves, Qt.Key.Key_Plus)
    low, high = curves.shown_steps()
    assert (low, high) == pytest.approx((100, 900))
    qtbot.keyClick(curves, Qt.Key.Key_Right)
    assert curves.shown_steps() == pytest.approx((180, 980))
    qtbot.keyClick(curves, Qt.Key.Key_0)
    assert curves.shown_steps() == (0, 1000)


def test_new_points_do_not_move_what_a_person_zoomed_to(curves: Curves) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    curves.show_steps(100, 200)
    curves.append("loss", 5000, 0.5)
    assert curves.shown_steps() == (100, 200)
    curves.show_all()
    assert curves.shown_steps() == (0, 5000)


def test_the_legend_hides_and_shows(curves: Curves, qtbot: QtBot) -> None:
    for name in ("loss", "kl"):
        curves.set_curve(name, np.arange(100), np.linspace(5, 1, 100) + len(name))
    both = seen(curves, "kl")
    qtbot.mouseClick(entry(curves, "kl"), Qt.MouseButton.LeftButton)
    assert seen(curves, "kl") < both / 10
    assert seen(curves, "loss") > 300
    assert not entry(curves, "kl").isChecked()
    entry(curves, "kl").setFocus()
    qtbot.keyClick(entry(curves, "kl"), Qt.Key.Key_Space)
    assert seen(curves, "kl") > both / 2
    for name in ("loss", "kl"):
        qtbot.mouseClick(entry(curves, name), Qt.MouseButton.LeftButton)
    curves.grab()
    assert curves._plot is None


def test_a_long_legend_takes_more_rows(curves: Curves) -> None:
    for run in range(12):
        curves.set_curve("loss", [1, 2], [2.0, 1.0], group=f"a run with a long name {run}")
    buttons = [entry(curves, f"a run with a long name {run}_loss") for run in range(12)]
    assert len({button.y() for button in buttons}) >= 3
    assert all(b.x() >= 0 and b.geometry().right() <= curves.width() for b in buttons)
    assert plot(curves).inner.top() > max(b.geometry().bottom() for b in buttons)


def test_runs_keep_the_hue_of_a_name_and_differ_by_dashes(curves: Curves) -> None:
    for run in ("first", "second"):
        for name in ("loss", "kl"):
            curves.set_curve(name, [1, 2], [2.0, 1.0], group=run)
    looks = {key: (curve.place, curve.shade) for key, curve in curves._curves.items()}
    assert looks["loss", "first"] == (0, 0) and looks["loss", "second"] == (0, 1)
    assert looks["kl", "first"] == (1, 0) and looks["kl", "second"] == (1, 1)
    curves.remove(group="first")
    assert curves.curves() == [("loss", "second"), ("kl", "second")]
    assert curves._curves["kl", "second"].shade == 0


def test_one_figure_of_several_runs_differs_by_hue(curves: Curves) -> None:
    for run in ("first", "second"):
        curves.set_curve("loss", [1, 2], [2.0, 1.0], group=run)
    colours = {curve.colour().name() for curve in curves._curves.values()}
    assert len(colours) == 2
    assert entry(curves, "second_loss").text() == "second · loss"


def test_a_curve_can_have_a_colour_of_its_own(curves: Curves) -> None:
    curves.set_curve("loss", np.arange(100), np.linspace(5, 1, 100), colour="#ff00ff")
    assert ink(curves.grab().toImage(), QColor("#ff00ff")) > 300


def test_the_cursor_tells_the_values(
    curves: Curves, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[readout.Row]] = []
    monkeypatch.setattr(readout, "_paint_box", lambda p, rows, x, inside: told.append(rows))
    curves.set_curve("loss", [10, 20, 30], [3.0, 2.0, np.nan])
    curves.set_curve("kl", [10, 20, 30], [30.0, 20.0, 10.0])
    curves.mark(20, "Learning rate 0.1 → 0.01")
    qtbot.mouseMove(curves, QPoint(int(plot(curves).x(20.1)), 200))
    curves.grab()
    assert [row[1:] for row in told[-1]] == [
        ("Step 20", ""), ("loss", "2"), ("kl", "20"), ("Learning rate 0.1 → 0.01", ""),
    ]  # fmt: skip
    qtbot.mouseMove(curves, QPoint(int(plot(curves).x(30)), 200))
    curves.grab()
    assert ("loss", "–") in [row[1:] for row in told[-1]]


def test_the_box_at_the_cursor_stays_inside(curves: Curves, qtbot: QtBot) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    for x in (plot(curves).inner.left() + 1, plot(curves).inner.right() - 1):
        before = curves.grab().toImage()
        qtbot.mouseMove(curves, QPoint(int(x), 200))
        assert curves.grab().toImage() != before


def test_marks_are_seen(curves: Curves) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.full(1000, 5.0))
    before = curves.grab().toImage()
    curves.mark(500, "Checkpoint")
    assert curves.grab().toImage() != before


def test_clearing_takes_everything_away(curves: Curves) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.full(1000, 5.0))
    curves.show_steps(100, 200)
    curves.clear()
    assert curves.curves() == []
    curves.append("kl", 50, 1.0)
    assert curves.shown_steps() == (50, 51) or curves.shown_steps() == (0, 50)


def test_a_picture_of_the_curves(qtbot: QtBot, curves: Curves) -> None:
    curves.set_curve("loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    curves.set_curve("kl", np.arange(1, 1001), np.linspace(2, 1, 1000))
    qtbot.mouseClick(entry(curves, "kl"), Qt.MouseButton.LeftButton)
    image = curves.render_image(QSize(500, 300), 3.0)
    assert image.size() == QSize(1500, 900)
    assert ink(image, curves._curves["loss", ""].colour()) > 1000
    assert ink(image, curves._curves["kl", ""].colour()) == 0


def test_other_themes_and_languages_repaint(curves: Curves, qapp: QApplication) -> None:
    curves.set_curve("Loss", np.arange(1, 1001), np.linspace(5, 1, 1000))
    curves.grab()
    theme.apply(qapp, "dark")
    qapp.processEvents()
    assert seen(curves, "Loss") > 300
    assert curves._curves["Loss", ""].colour() == QColor(theme.DARK.curves[0])
    words.set_language("tr")
    qapp.processEvents()
    assert entry(curves, "Loss").text() == "Kayıp"


def test_curves_are_called_in_the_language(curves: Curves, qtbot: QtBot) -> None:
    for group in ("", "held-out"):
        curves.set_curve("Loss", [0, 1], [1, 2], group=group)
    found = entry(curves, "held-out_Loss")
    assert found.text() == "held-out · Loss"
    words.set_language("tr")
    qtbot.waitUntil(lambda: found.text().endswith(" · Kayıp"))
    assert "held" not in found.text()
