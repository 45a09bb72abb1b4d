"""A run at a glance, in the language of the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gendesk.core.events import Progress
from gendesk.ui import words
from gendesk.ui.panels.tiles import Tiles
from gendesk.ui.widgets.cards import Stat


@pytest.fixture
def tiles(qtbot: QtBot) -> Tiles:
    made = Tiles("tiles")
    qtbot.addWidget(made)
    return made


def test_a_loss_is_named_where_there_are_two(tiles: Tiles) -> None:
    tiles.advance(Progress(3, 10, {"d_loss": 0.5, "g_loss": 2.0}, 20.0, 1.5))
    assert tiles.loss.value() == "0.5000"
    assert tiles.loss.note() == "of the discriminator"
    tiles.clear()
    tiles.advance(Progress(3, 10, {"loss": 0.25}, 20.0, 1.5))
    assert tiles.loss.value() == "0.2500"
    assert tiles.loss.note().strip() == ""


def test_other_figures_are_not_taken_for_a_loss(tiles: Tiles) -> None:
    tiles.advance(Progress(3, 10, {"psnr": 30.0}, 20.0, 1.5))
    assert tiles.loss.value() == Stat.NOTHING


def test_decimals_are_written_as_the_language_has_them(tiles: Tiles) -> None:
    words.set_language("tr")
    tiles.advance(Progress(3, 10, {"loss": 0.25}, 20.0, 1.25))
    assert tiles.epoch.value() == "1,25"
    assert tiles.loss.value() == "0,2500" and tiles.left.note() == "%30 tamamlandı"
    words.set_language("en")
    assert (tiles.epoch.value(), tiles.loss.value()) == ("1.25", "0.2500")
    assert (tiles.left.note(), tiles.speed.note()) == ("30 % done", "pictures a second")
