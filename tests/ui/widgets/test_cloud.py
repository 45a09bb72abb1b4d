"""Cloud: points are found, hidden, looped and painted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF
from pytestqt.qtbot import QtBot

from gendesk.ui import theme
from gendesk.ui.widgets.cloud import THUMB, Cloud, group_colours

POINTS = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]], np.float32)
GROUPS = np.array([0, 0, 1, 1, 2])


@pytest.fixture
def cloud(qtbot: QtBot) -> Cloud:
    cloud = Cloud("cloud")
    qtbot.addWidget(cloud)
    cloud.resize(400, 300)
    cloud.set_points(POINTS, GROUPS)
    cloud.show()
    return cloud


def at(cloud: Cloud, place: int) -> QPointF:
    x, y = POINTS[place]
    return cloud.to_widget(QPointF(float(x), float(y)))


def around(cloud: Cloud, *places: int) -> QPolygonF:
    corners = [at(cloud, place) for place in places]
    box = QPolygonF(corners).boundingRect().adjusted(-9, -9, 9, 9)
    return QPolygonF(box)


def test_points_have_the_colours_of_their_groups(cloud: Cloud) -> None:
    image = cloud.grab().toImage()
    for place, group in enumerate(GROUPS.tolist()):
        spot = at(cloud, place).toPoint()
        assert image.pixelColor(spot) == group_colours(3)[group]
    assert image.pixelColor(200, 60) == theme.colour("backdrop")


def test_another_theme_paints_anew(cloud: Cloud, request: pytest.FixtureRequest) -> None:
    cloud.grab()
    theme.apply(request.getfixturevalue("qapp"), "dark")
    assert cloud.grab().toImage().pixelColor(200, 60) == theme.colour("backdrop")


@pytest.mark.parametrize("count", [1, 8, 10, 47])
def test_each_group_has_a_colour_of_its_own(count: int) -> None:
    assert len({colour.name() for colour in group_colours(count)}) == count


def test_the_pointer_finds_what_is_close(qtbot: QtBot, cloud: Cloud) -> None:
    found: list[int] = []
    cloud.hovered.connect(found.append)
    qtbot.mouseMove(cloud, at(cloud, 3).toPoint() + QPoint(4, -3))
    qtbot.mouseMove(cloud, QPoint(200, 60))
    assert found == [3, -1]
    cloud.set_hidden({1})
    assert cloud.nearest(at(cloud, 3)) == -1 and cloud.nearest(at(cloud, 4)) == 4
    image = cloud.grab().toImage()
    assert image.pixelColor(at(cloud, 3).toPoint()) == theme.colour("backdrop")


def test_while_it_is_dragged_nothing_is_pointed_at(qtbot: QtBot, cloud: Cloud) -> None:
    place = at(cloud, 3).toPoint()
    qtbot.mouseMove(cloud, place)
    found: list[int] = []
    cloud.hovered.connect(found.append)
    qtbot.mousePress(cloud, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(cloud, place + QPoint(1, 1))
    assert found == [-1]
    qtbot.mouseRelease(cloud, Qt.MouseButton.LeftButton, pos=place)


def test_a_loop_chooses_what_is_inside_and_fades_the_rest(qtbot: QtBot, cloud: Cloud) -> None:
    assert cloud.inside(around(cloud, 0, 1)).tolist() == [0, 1]
    cloud.set_tool("lasso")
    box = around(cloud, 0, 1).boundingRect().toRect()
    with qtbot.waitSignal(cloud.selected) as said:
        qtbot.mousePress(cloud, Qt.MouseButton.LeftButton, pos=box.topLeft())
        for corner in (box.topRight(), box.bottomRight(), box.bottomLeft()):
            qtbot.mouseMove(cloud, corner)
        qtbot.mouseRelease(cloud, Qt.MouseButton.LeftButton, pos=box.bottomLeft())
    assert said.args[0].tolist() == [0, 1] == cloud.chosen().tolist()
    image = cloud.grab().toImage()
    assert image.pixelColor(at(cloud, 0).toPoint()) == group_colours(3)[0]
    assert image.pixelColor(at(cloud, 3).toPoint()) != group_colours(3)[1]
    with qtbot.waitSignal(cloud.selected):
        qtbot.mouseClick(cloud, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not len(cloud.chosen())


def test_hidden_points_are_not_looped(cloud: Cloud) -> None:
    cloud.set_hidden({0})
    assert cloud.inside(around(cloud, 0, 1, 2, 3)).tolist() == [2, 3, 4]


def test_pictures_are_asked_for_as_one_comes_close(qtbot: QtBot, cloud: Cloud) -> None:
    wanted: list[np.ndarray] = []
    cloud.thumbs_wanted.connect(wanted.append)
    cloud.grab()
    assert not wanted
    cloud.show_part(QRectF(0.4, 0.4, 0.2, 0.2))
    cloud.grab()
    assert wanted[-1].tolist() == [4]
    red = np.full((1, 8, 8, 3), (200, 0, 0), np.uint8)
    cloud.add_thumbs(wanted[-1], red)
    wanted.clear()
    image = cloud.grab().toImage()
    assert not wanted
    beside = at(cloud, 4).toPoint() + QPoint(THUMB // 2 - 4, 0)
    assert image.pixelColor(beside).red() > 150


def test_no_points_and_one_are_no_trouble(cloud: Cloud) -> None:
    cloud.set_points(np.empty((0, 2), np.float32))
    assert cloud.nearest(QPointF(10, 10)) == -1 and not cloud.grab().isNull()
    cloud.set_points(np.array([[5, 5]], np.float32))
    assert cloud.nearest(cloud.to_widget(QPointF(5, 5))) == 0
