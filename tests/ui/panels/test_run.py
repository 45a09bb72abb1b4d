"""The page of a run: a person sees what the events say, and steers what trains."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.events import (
    Cancelled,
    Curves,
    Diagnosed,
    Evaluated,
    Event,
    Failed,
    Finding,
    Finished,
    Looked,
    Paused,
    Preview,
    Progress,
    Remedy,
    Resumed,
    Saved,
    Stage,
    Turned,
    Warned,
)
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui.panels.run import RunPage
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line

from .conftest import MakeRun

LEFT = Qt.MouseButton.LeftButton


class Sight:
    """A page that shows a training, and what a person finds on it."""

    def __init__(self, qtbot: QtBot, pool: Pool, make_run: MakeRun, training: bool = True) -> None:
        self.page = RunPage("monitor", pool)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()
        self.run = make_run("first")
        self.job = Job("Training first", lambda controls: iter(()))
        self.page.begin(self.run, self.job, self.run.recipe, training=training)
        self.qtbot = qtbot

    def tell(self, *events: Event) -> None:
        self.page.receive(self.job, events)

    def button(self, what: str) -> QPushButton:
        found = self.page.findChild(QPushButton, f"monitor_{what}")
        assert found is not None
        return found

    def click(self, what: str) -> None:
        assert self.button(what).isVisible()
        self.qtbot.mouseClick(self.button(what), LEFT)

    def status(self) -> str:
        label = self.page.findChild(QLabel, "monitor_status")
        assert label is not None
        return label.text()


@pytest.fixture
def sight(qtbot: QtBot, pool: Pool, make_run: MakeRun) -> Sight:
    return Sight(qtbot, pool, make_run)


def steps(first: int, last: int, total: int = 100) -> Sequence[Progress]:
    return [
        Progress(i, total, {"loss": 200.0 - i, "kl": 3.0, "lr": 1e-3}, 1234.0, i / 10)
        for i in range(first, last + 1)
    ]


def test_the_figures_are_shown(sight: Sight) -> None:
    sight.tell(*steps(1, 30), Evaluated(30, {"loss": 171.5}))
    tiles = sight.page.tiles
    assert tiles.epoch.value() == "3.00"
    assert tiles.epoch.note() == "step 30 of 100"
    assert float(tiles.loss.value()) == pytest.approx(170, abs=2)
    assert tiles.loss.note() == "held-out 171.5"
    assert tiles.speed.value() == "1\N{NO-BREAK SPACE}234"
    assert tiles.left.note() == "30 % done"


def test_the_curves_grow_and_held_out_ones_stand_beside_them(sight: Sight) -> None:
    sight.tell(*steps(1, 30), Evaluated(30, {"loss": 171.5}))
    charts = sight.page.charts
    losses = charts.shown().curves()
    assert ("Loss", "") in losses and ("KL", "") in losses and ("Loss", "held-out") in losses
    assert not charts.waiting


def test_points_are_drawn_soon_but_not_at_once(sight: Sight) -> None:
    sight.tell(*steps(1, 5))
    assert sight.page.charts.waiting
    sight.qtbot.waitUntil(lambda: not sight.page.charts.waiting, timeout=2000)
    assert sight.page.charts.shown().shown_steps() == (1, 5)


def test_each_kind_of_figure_has_a_chart(sight: Sight) -> None:
    sight.tell(*steps(1, 5))
    sight.page.charts.flush()
    choice = sight.page.findChild(QPushButton, "monitor_charts_choice_rate")
    assert choice is not None and choice.isVisible()
    sight.qtbot.mouseClick(choice, LEFT)
    assert sight.page.charts.shown().curves() == [("Learning rate", "")]


def test_the_past_of_a_run_comes_at_once(sight: Sight) -> None:
    points = np.arange(1, 1001), np.linspace(300, 100, 1000)
    sight.tell(Curves({"loss": points, "held_out/loss": points}))
    assert sight.page.charts.shown().shown_steps() == (0, 1000)
    assert sight.page.tiles.loss.note() == "held-out 100.0"


def test_pictures_grow_sharper_and_can_be_scrubbed(sight: Sight) -> None:
    newest = np.full((50, 50, 1), 250, np.uint8)
    sight.tell(Preview("samples", 80, newest), Preview("manifold", 80, newest))
    gallery = sight.page.gallery
    assert gallery.showing() == ("samples", 80)
    gallery.slider.choose(40)
    sight.qtbot.waitUntil(lambda: gallery.showing() == ("samples", 40), timeout=5000)
    picture = gallery.view.picture()
    assert picture is not None and (picture == 40).all()
    sight.tell(Preview("samples", 100, newest))  # who looks back is left alone
    assert gallery.showing() == ("samples", 40)
    gallery.slider.choose(100)
    assert gallery.showing() == ("samples", 100)


def test_only_kinds_that_came_can_be_chosen(sight: Sight) -> None:
    sight.tell(Preview("samples", 1, np.zeros((8, 8, 1), np.uint8)))
    manifold = sight.page.findChild(QPushButton, "monitor_gallery_kind_manifold")
    assert manifold is not None and not manifold.isVisible()
    sight.tell(Preview("manifold", 1, np.ones((8, 8, 1), np.uint8)))
    sight.qtbot.mouseClick(manifold, LEFT)
    assert sight.page.gallery.showing() == ("manifold", 1)


def test_the_most_telling_kind_is_shown_until_somebody_chooses(sight: Sight) -> None:
    blank = np.zeros((8, 8, 1), np.uint8)
    sight.tell(Preview("errors", 1, blank), Preview("samples", 1, blank))
    assert sight.page.gallery.showing() == ("samples", 1)
    legend = sight.page.findChild(Line, "monitor_gallery_legend")
    assert legend is not None and not legend.isVisible()
    sight.tell(Preview("compared", 1, blank))
    assert sight.page.gallery.showing() == ("compared", 1)
    assert legend.isVisible() and "rebuilt by PCA" in legend.text()
    errors = sight.page.findChild(QPushButton, "monitor_gallery_kind_errors")
    assert errors is not None
    sight.qtbot.mouseClick(errors, LEFT)
    sight.tell(Preview("compared", 2, blank), Preview("errors", 2, blank))
    assert sight.page.gallery.showing() == ("errors", 2)


def test_where_there_is_little_room_the_names_of_the_charts_go_first(sight: Sight) -> None:
    charts = sight.page.charts
    smoothing = sight.page.findChild(QSlider, "monitor_charts_smoothing")
    assert smoothing is not None
    charts.judge(Evaluated(1, {"lr": 1.0, "psnr": 1.0, "ssim": 1.0, "texture/frechet": 1.0}))
    for width, there in ((1000, True), (400, False), (1000, True)):
        charts.resize(width, 300)
        assert smoothing.isHidden() is not there


def test_how_near_pictures_come_has_charts_of_its_own(sight: Sight) -> None:
    sight.tell(Progress(1, 9, {"loss": 1.0, "psnr": 20.0, "psnr_pca": 19.0}))
    sight.tell(Evaluated(1, {"psnr": 20.0, "psnr_before": 18.0, "ssim": 0.9, "ssim_before": 0.8}))
    sight.page.charts.flush()
    for chart, curves in (
        ("quality", {"PSNR", "PSNR before", "PSNR by PCA"}),
        ("likeness", {"SSIM", "SSIM before"}),
    ):
        choice = sight.page.findChild(QPushButton, f"monitor_charts_choice_{chart}")
        assert choice is not None and choice.isVisible()
        sight.qtbot.mouseClick(choice, LEFT)
        assert {name for name, _ in sight.page.charts.shown().curves()} == curves


def test_pause_and_resume(sight: Sight) -> None:
    sight.click("pause")
    assert sight.job.controls.paused
    assert (sight.status(), sight.button("pause").text()) == ("Paused", "Resume")
    sight.tell(Paused(7))
    sight.click("pause")
    assert not sight.job.controls.paused
    assert (sight.status(), sight.button("pause").text()) == ("Training", "Pause")


def test_stop_cancels_and_the_page_says_that_it_is_saved(sight: Sight) -> None:
    sight.tell(*steps(1, 12))
    sight.click("stop")
    assert sight.job.controls.cancelled
    assert not sight.button("stop").isEnabled()
    assert sight.status() == "Saving…"
    sight.tell(Cancelled())
    assert sight.status() == "Stopped"
    assert sight.page.notice.text() == "Stopped at step 12 and saved."
    assert not sight.page.training
    sight.page.begin(sight.run, sight.job, sight.run.recipe, training=True)
    assert sight.button("stop").isEnabled()


def test_save_now_asks_and_confirms(sight: Sight) -> None:
    sight.click("save")
    assert sight.job.controls.take_asked() == {"save"}
    sight.tell(Saved("checkpoint", sight.run.folder, 12))
    assert sight.page.notice.text() == "Saved at step 12."


def test_a_regular_checkpoint_needs_no_notice(sight: Sight) -> None:
    sight.tell(Saved("checkpoint", sight.run.folder, 12))
    assert sight.page.notice.text() == ""


def test_a_live_knob_reaches_the_training_and_the_curves(sight: Sight) -> None:
    entry = sight.page.findChild(QWidget, "form_beta")
    assert entry is not None
    sight.qtbot.mouseDClick(entry, LEFT)
    sight.qtbot.keyClicks(entry, "4")
    sight.qtbot.waitUntil(lambda: sight.job.controls._turned == {"beta": 4.0}, timeout=2000)
    sight.tell(*steps(1, 5), Turned(3, "beta", 1.0, 4.0))
    assert sight.page.findChild(QWidget, "form_steps") is None  # it cannot be turned in mid-run


def test_full_memory_offers_the_batch_size_that_fits(sight: Sight) -> None:
    sentence = Sentence("The memory is full with batches of {size}.", {"size": 128})
    sight.tell(Paused(9, sentence, {"batch_size": 64}))
    assert sight.status() == "Paused"
    assert sight.page.notice.text() == "The memory is full with batches of 128."
    action = sight.button("notice_action")
    assert action.text() == "Use Batch size 64 and resume"
    sight.job.controls.pause()
    sight.qtbot.mouseClick(action, LEFT)
    assert sight.job.controls.take_turned() == {"batch_size": 64}
    assert not sight.job.controls.paused
    assert sight.status() == "Training"


def test_a_failure_is_one_sentence_without_a_traceback(sight: Sight) -> None:
    sight.tell(Failed(Sentence("The disk is full."), "Traceback (most recent call last): …"))
    assert sight.page.notice.text() == "The disk is full."
    assert sight.status() == "Failed"
    shown = [w.text() for w in sight.page.findChildren(QLabel)]
    assert not any("Traceback" in text for text in shown)


def test_a_warning_does_not_stop_anything(sight: Sight) -> None:
    sight.tell(Warned(Sentence("The pictures have changed."), 3))
    assert sight.page.notice.text() == "The pictures have changed."
    assert sight.status() == "Training"


def test_the_end_offers_what_can_be_done_with_it(sight: Sight) -> None:
    sight.tell(*steps(1, 100), Finished())
    assert sight.page.notice.text() == "It has learnt all 100 steps."
    all_buttons = ("pause", "stop", "save", "continue", "branch", "try", "publish", "export")
    visible = {w for w in all_buttons if sight.button(w).isVisible()}
    assert visible == {"continue", "branch", "try", "publish", "export"}
    assert sight.page.tiles.left.value() == "Finished"


def test_what_another_job_says_is_not_shown(sight: Sight) -> None:
    sight.page.receive(Job("other", lambda controls: iter(())), [*steps(1, 50), Finished()])
    assert sight.page.tiles.epoch.value() == "–"
    assert sight.page.training


def test_stages_before_the_first_step_are_shown_and_later_ones_are_not(sight: Sight) -> None:
    sight.tell(Stage(Sentence("Decoding pictures"), 300, 1797))
    stage = sight.page.findChild(Line, "monitor_stage")
    bar = sight.page.findChild(QProgressBar, "monitor_bar")
    assert stage is not None and stage.isVisible() and stage.text() == "Decoding pictures"
    assert bar is not None and (bar.value(), bar.maximum()) == (300, 1797)
    sight.tell(*steps(1, 2))
    sight.tell(Stage(Sentence("Judging"), 1, 2))
    assert not stage.isVisible()


def test_a_watched_run_cannot_be_steered(qtbot: QtBot, pool: Pool, make_run: MakeRun) -> None:
    sight = Sight(qtbot, pool, make_run, training=False)
    sight.tell(*steps(1, 3), Resumed(1))
    assert sight.status() == "Training elsewhere"
    assert not sight.button("pause").isVisible()
    sight.tell(Finished("stopped"))
    assert sight.status() == "Stopped"
    assert sight.button("continue").isVisible()


def test_continue_asks_from_where_and_up_to(sight: Sight) -> None:
    sight.tell(*steps(1, 60, 60), Finished())
    asked: list[tuple[object, int, int]] = []
    sight.page.continued.connect(lambda *what: asked.append(what))
    sight.click("continue")
    dialog = sight.page.findChild(QWidget, "continue_dialog")
    assert dialog is not None
    checkpoint = dialog.findChild(QWidget, "continue_checkpoint")
    assert checkpoint is not None
    sight.qtbot.keyClick(checkpoint, Qt.Key.Key_Down)  # the one before the newest
    agree = dialog.findChild(QPushButton, "continue_dialog_agree")
    assert agree is not None
    sight.qtbot.mouseClick(agree, LEFT)
    assert asked == [(sight.run, 40, 120)]


def test_it_can_be_tried_on_other_pictures(sight: Sight) -> None:
    sight.tell(*steps(1, 60, 60), Finished())
    sight.click("try")
    dialog = sight.page.findChild(QWidget, "trying_dialog")
    assert dialog is not None and dialog.isVisible()
    dialog.close()


def test_branch_hands_on_the_knobs_that_were_changed(sight: Sight) -> None:
    sight.tell(*steps(1, 60, 60), Finished())
    asked: list[tuple[object, int, dict[str, object]]] = []
    sight.page.branched.connect(lambda *what: asked.append(what))
    sight.click("branch")
    dialog = sight.page.findChild(QWidget, "branch_dialog")
    assert dialog is not None
    beta = dialog.findChild(QWidget, "form_beta")
    assert beta is not None
    sight.qtbot.mouseDClick(beta, LEFT)
    sight.qtbot.keyClicks(beta, "4")
    agree = dialog.findChild(QPushButton, "branch_dialog_agree")
    assert agree is not None
    sight.qtbot.mouseClick(agree, LEFT)
    assert asked == [(sight.run, 60, {"steps": 120, "beta": 4.0})]


def diagnosed(sight: Sight) -> Diagnosed:
    """The page shows a GAN's training, in which something is wrong."""
    sight.page.begin(sight.run, sight.job, Recipe.known["gan"](), training=True)
    finding = Finding(
        "collapse",
        Sentence("All are alike."),
        30,
        {},
        (Remedy({"lr": 1e-5}), Remedy({"lr": 1e-5}, 20)),
    )
    return Diagnosed(50, finding)


def test_a_remedy_turns_the_live_knob_and_says_what_it_cures(sight: Sight) -> None:
    sight.tell(*steps(1, 50), diagnosed(sight))
    sight.click("health_remedy")
    assert sight.job.controls.take_turned() == {"lr": 1e-5}
    assert sight.job.controls.cures("lr") == "collapse"


def test_a_remedy_from_before_stops_what_trains_and_branches(sight: Sight) -> None:
    asked: list[tuple[object, ...]] = []
    sight.page.cured.connect(lambda *what: asked.append(what))
    sight.tell(*steps(1, 50), diagnosed(sight))
    sight.page.health.rewound.emit("collapse", 20, {"lr": 1e-5})
    assert sight.job.controls.cancelled
    assert not asked
    sight.tell(Cancelled())
    assert asked == [(sight.run, 20, {"lr": 1e-5}, "collapse")]


def test_of_a_run_that_ended_a_remedy_branches_at_once(sight: Sight) -> None:
    asked: list[tuple[object, ...]] = []
    sight.page.cured.connect(lambda *what: asked.append(what))
    sight.tell(*steps(1, 50), diagnosed(sight), Finished())
    sight.click("health_remedy")
    assert asked == [(sight.run, 20, {"lr": 1e-5}, "collapse")]


def test_copies_are_called_so_beside_what_they_copy(sight: Sight) -> None:
    def legend(novelty: float) -> str:
        sight.tell(Looked(9, {}, (), {"texture/novelty": novelty}))
        line = sight.page.findChild(Line, "monitor_gallery_legend")
        assert line is not None and line.isVisible()
        return line.text()

    sight.tell(Preview("nearest", 9, np.zeros((8, 8, 1), np.uint8)))
    assert legend(1.1) == "In turn: samples · the nearest of some hundred pictures learnt from"
    assert "copies" in legend(0.2)
    assert "copies" not in legend(0.9)
