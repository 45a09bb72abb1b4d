"""What the discriminator says of single pictures: the newest look, or an earlier one."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gendesk.core.events import Curves, Kind, Looked, Preview, Progress
from gendesk.core.recipe import Recipe
from gendesk.jobs import Job
from gendesk.ui.panels.run import RunPage
from gendesk.ui.panels.verdicts import Verdicts
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line

from .conftest import MakeRun

LEFT = Qt.MouseButton.LeftButton


def look(step: int, score: float = 0.5, *kinds: Kind) -> Looked:
    scores = {name: np.full(9, score, np.float32) for name in ("real", "held_out", "fake")}
    return Looked(step, scores, kinds)


@pytest.fixture
def verdicts(qtbot: QtBot) -> Verdicts:
    found = Verdicts("verdicts")
    qtbot.addWidget(found)
    found.resize(700, 200)
    found.show()
    return found


def said(verdicts: Verdicts) -> tuple[str, str]:
    lines = [verdicts.findChild(Line, f"verdicts_{name}") for name in ("step", "counted")]
    assert lines[0] is not None and lines[1] is not None
    return lines[0].text(), lines[1].text() if lines[1].isVisible() else ""


def means(verdicts: Verdicts) -> list[float]:
    return [float(ridge.values.mean()) for ridge in verdicts.ridges.ridges()]


def test_at_first_it_says_what_will_be_here(verdicts: Verdicts) -> None:
    assert verdicts.currentIndex() == 0
    verdicts.add(look(10))
    assert verdicts.currentIndex() == 1
    verdicts.clear()
    assert verdicts.currentIndex() == 0


def test_real_held_out_and_fake_stand_above_each_other(verdicts: Verdicts) -> None:
    scores = {"fake": np.zeros(3, np.float32), "real": np.ones(3, np.float32)}
    verdicts.add(Looked(1400, scores))
    assert [ridge.label for ridge in verdicts.ridges.ridges()] == ["Real pictures", "Fakes"]
    title, counted = said(verdicts)
    assert title == "How real each looks to the discriminator, at step 1\N{NO-BREAK SPACE}400"
    assert counted == ""


def test_missing_kinds_are_counted(verdicts: Verdicts) -> None:
    verdicts.add(look(10, 0.5, Kind("cat", 1.0, 0.5), Kind("dog", 0.0, 0.5), Kind("elk", 0.0, 0.0)))
    assert said(verdicts)[1].startswith("1 of 2 kinds drawn")
    assert [kind.missing for kind in verdicts.bars.kinds()] == [False, True, False]
    verdicts.add(look(11))  # a single phase is looked at without kinds: the last ones stay
    assert said(verdicts)[1].startswith("1 of 2 kinds drawn")


def test_one_can_look_back(verdicts: Verdicts) -> None:
    for step in (10, 20, 30):
        verdicts.add(look(step, step / 100))
    assert means(verdicts) == pytest.approx([0.3] * 3)
    verdicts.look_back(25)
    assert means(verdicts) == pytest.approx([0.2] * 3)
    verdicts.add(look(40, 0.4))  # who looks back is left alone
    assert means(verdicts) == pytest.approx([0.2] * 3)
    verdicts.look_back(None)
    assert means(verdicts) == pytest.approx([0.4] * 3)
    verdicts.look_back(5)
    assert verdicts.currentIndex() == 0


def test_a_future_that_was_left_is_forgotten(verdicts: Verdicts) -> None:
    for step in (10, 20, 30, 15):
        verdicts.add(look(step, step / 100))
    verdicts.look_back(29)
    assert means(verdicts) == pytest.approx([0.15] * 3)


class Page:
    """A page that shows a GAN's training, from its past on."""

    def __init__(self, qtbot: QtBot, pool: Pool, make_run: MakeRun, family: str) -> None:
        self.page = RunPage("monitor", pool)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()
        self.qtbot, self.run = qtbot, make_run("first")
        self.job = Job("Training", lambda controls: iter(()))
        self.page.begin(self.run, self.job, Recipe.known[family](), training=True)

    def choice(self, chart: str) -> QPushButton:
        found = self.page.findChild(QPushButton, f"monitor_charts_choice_{chart}")
        assert found is not None
        return found


def test_a_gan_has_verdicts_and_they_look_back_with_the_pictures(
    qtbot: QtBot, pool: Pool, make_run: MakeRun
) -> None:
    sight = Page(qtbot, pool, make_run, "gan")
    charts, gallery = sight.page.charts, sight.page.gallery
    qtbot.mouseClick(sight.choice("verdicts"), LEFT)
    assert charts.verdicts.isVisible() and not charts.smoothing.isVisible()
    points = np.arange(1, 61), np.ones(60)
    events = [Curves({"d_loss": points}), *(look(step, step / 100) for step in (20, 40, 60))]
    sight.page.receive(sight.job, events)
    qtbot.mouseClick(sight.choice("verdicts"), LEFT)
    assert means(charts.verdicts) == pytest.approx([0.6] * 3)
    sight.page.receive(sight.job, [Preview("samples", 60, np.zeros((50, 50, 1), np.uint8))])
    gallery.slider.choose(40)
    assert means(charts.verdicts) == pytest.approx([0.4] * 3)
    gallery.slider.choose(60)
    assert means(charts.verdicts) == pytest.approx([0.6] * 3)
    qtbot.mouseClick(sight.choice("losses"), LEFT)
    assert charts.shown().isVisible() and charts.smoothing.isVisible()
    sight.page.receive(sight.job, [Progress(61, 99, {"d_loss": 1.0, "kinds": 0.9})])
    charts.flush()
    assert sight.choice("variety").isVisible()


def test_others_have_none(qtbot: QtBot, pool: Pool, make_run: MakeRun) -> None:
    sight = Page(qtbot, pool, make_run, "vae")
    assert not sight.choice("verdicts").isVisible()
