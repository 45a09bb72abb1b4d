"""Phase by phase: a person asks, sees what each did, and goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gendesk.core.events import Cancelled, Event, Paused, Phase, Progress
from gendesk.core.recipe import Recipe
from gendesk.jobs import Job
from gendesk.runs.folder import Run
from gendesk.ui.panels.phases import Phases
from gendesk.ui.panels.run import RunPage
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line

LEFT = Qt.MouseButton.LeftButton


def played(step: int, part: str = "discriminator", scale: float = 1.0) -> Phase:
    before = {"real": 0.7 * scale, "held_out": 0.6 * scale, "fake": 0.3 * scale}
    return Phase(step, part, before, {name: value + 0.1 for name, value in before.items()})


class Sight:
    """A page on which a GAN trains."""

    def __init__(self, qtbot: QtBot, pool: Pool, training: bool = True) -> None:
        self.page = RunPage("monitor", pool)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()
        self.qtbot = qtbot
        self.begin("gan", training)

    def begin(self, family: str, training: bool = True) -> None:
        self.job = Job("Training", lambda controls: iter(()))
        self.controls = self.job.controls
        recipe = Recipe.known[family]()
        self.page.begin(Run.create(recipe), self.job, recipe, training=training)

    def tell(self, *events: Event) -> None:
        self.page.receive(self.job, events)

    def button(self, what: str) -> QPushButton:
        found = self.page.findChild(QPushButton, f"monitor_{what}")
        assert found is not None
        return found

    def click(self, what: str) -> None:
        assert self.button(what).isVisible()
        self.qtbot.mouseClick(self.button(what), LEFT)

    def text(self) -> str:
        line = self.page.findChild(Line, "monitor_phases_text")
        assert line is not None
        return line.text()

    def status(self) -> str:
        label = self.page.findChild(QLabel, "monitor_status")
        assert label is not None
        return label.text()


@pytest.fixture
def sight(qtbot: QtBot, pool: Pool, home: object, monkeypatch: pytest.MonkeyPatch) -> Sight:
    monkeypatch.setattr(Phases, "pace_ms", 20)
    return Sight(qtbot, pool)


def test_phases_are_offered_where_a_gan_trains_here(sight: Sight) -> None:
    assert sight.button("phases_slow").isVisible()
    sight.begin("vae")
    assert not sight.button("phases_slow").isVisible()
    sight.begin("gan", training=False)
    assert not sight.button("phases_slow").isVisible()
    sight.begin("stylegan")
    sight.tell(Progress(1, 9, {"d_loss": 1.0}), Cancelled())
    assert not sight.button("phases_slow").isVisible()


@pytest.mark.parametrize("part", ["discriminator", "generator"])
def test_a_step_is_one_phase_in_a_pause(sight: Sight, part: str) -> None:
    sight.click(f"phases_{part}")
    assert sight.controls.paused and sight.controls.wait(0)
    assert sight.controls.take_phase() == part
    assert not sight.controls.wait(0)  # no more than one
    sight.tell(played(3, part), Progress(3, 90, {"d_loss": 1.0}), Paused(3))
    assert sight.status() == "Paused"
    assert sight.page.tiles.left.value() == "Paused"
    assert sight.text() == (
        f"The {part} learnt: real 0.700 → 0.800, fake 0.300 → 0.400, held-out 0.600 → 0.700."
    )


def test_a_critics_scores_are_written_as_their_size_needs(sight: Sight) -> None:
    sight.tell(played(3, scale=100.0))
    assert "real 70.0 → 70.1" in sight.text()


def test_slow_motion_plays_one_after_the_other_until_it_is_turned_off(sight: Sight) -> None:
    sight.click("phases_slow")
    assert sight.status() == "Slow motion"
    seen = []
    for step in range(1, 5):
        sight.qtbot.waitUntil(lambda: sight.controls.wait(0), timeout=2000)
        seen.append(sight.controls.take_phase())
        sight.tell(played(step, seen[-1]), Progress(step, 90, {"d_loss": 1.0}), Paused(step))
        assert sight.status() == "Slow motion"
    assert seen == ["discriminator", "generator", "discriminator", "generator"]
    sight.click("phases_slow")
    assert sight.status() == "Training"
    assert not sight.controls.paused
    sight.qtbot.wait(60)
    assert sight.controls.take_phase() == ""


@pytest.mark.parametrize("press", ["pause", "phases_generator", "stop"])
def test_whatever_else_is_pressed_ends_slow_motion(sight: Sight, press: str) -> None:
    sight.click("phases_slow")
    sight.controls.take_phase()
    sight.tell(played(1), Paused(1))
    sight.click(press)
    assert not sight.button("phases_slow").isChecked()
    sight.qtbot.wait(60)
    assert sight.controls.take_phase() == ("generator" if press == "phases_generator" else "")
    assert sight.status() == ("Saving…" if press == "stop" else "Paused")


def test_resume_after_a_step_goes_on_as_ever(sight: Sight) -> None:
    sight.click("phases_discriminator")
    sight.controls.take_phase()
    sight.tell(played(1), Paused(1))
    sight.click("pause")
    assert not sight.controls.paused and sight.controls.wait(0)
    assert sight.status() == "Training"
