"""Paintings from the first step to the last: continued, branched, turned, paused, cancelled, cut short."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Event,
    Paused,
    Preview,
    Progress,
    Resumed,
    Stage,
    Turned,
    Warned,
)
from gendesk.core.sentence import Trouble
from gendesk.jobs import Job
from gendesk.ops.stylizing.painting import State, Style, Subject, paint, preview
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.training import checkpoints
from tests.ops.stylizing.painting_parts import drive, photograph, small_vgg

SUBJECT = Subject(photograph())
STYLES = [Style(photograph(40, 40, seed=3) // 2)]
RECIPE = PaintingRecipe(size=64, coarsest=40, steps=4)  # 45 and 64 pixels


def painted(recipe: PaintingRecipe = RECIPE, **others: Any) -> tuple[list[Event], Any]:
    controls = others.pop("controls", Controls())
    subject, styles = others.pop("subject", SUBJECT), others.pop("styles", STYLES)
    return drive(paint(subject, styles, small_vgg(), recipe, controls, **others))


def losses(events: list[Event]) -> list[float]:
    return [event.metrics["loss"] for event in events if isinstance(event, Progress)]


def same(one: State, other: State) -> bool:
    return one.step == other.step and all(
        torch.equal(one.tensors[name], other.tensors[name]) for name in one.tensors
    )


def test_it_paints_from_coarse_to_fine_and_shows_it() -> None:
    events, picture = painted()
    progress = [event for event in events if isinstance(event, Progress)]
    shown = [event.picture.shape for event in events if isinstance(event, Preview)]
    assert [event.step for event in progress] == list(range(1, 13))
    assert all(event.total == 12 for event in progress)
    assert picture.shape == (48, 64, 3)
    assert picture.dtype == np.uint8
    assert shown[0] == (34, 45, 3)
    assert shown[-1] == (48, 64, 3)
    assert set(progress[0].metrics) == {
        "loss", "style", "content", "tv", "tv2",
        "style/relu1_1", "style/relu2_1", "style/relu3_1", "style/relu4_1",
    }  # fmt: skip


@pytest.mark.parametrize("optimizer", ["adam", "lbfgs"])
@pytest.mark.parametrize("init", ["content", "noise", "grey"])
def test_the_loss_falls(optimizer: str, init: str) -> None:
    recipe = RECIPE.changed(optimizer=optimizer, init=init, coarse_to_fine=False, steps=15)
    found = losses(painted(recipe)[0])
    assert found[-1] < 0.7 * found[0]
    if optimizer == "lbfgs":
        assert all(after <= before for before, after in pairwise(found))


def test_the_same_seed_gives_the_same_painting() -> None:
    recipe = RECIPE.changed(init="noise")
    one, other = painted(recipe)[1], painted(recipe)[1]
    assert np.array_equal(one, other)
    assert not np.array_equal(one, painted(recipe.changed(seed=1))[1])


@pytest.mark.parametrize("optimizer", ["adam", "lbfgs"])
@pytest.mark.parametrize("at", [3, 8, 10])  # within the first scale, at its end, in the second
def test_a_painting_gone_on_with_equals_one_that_never_stopped(
    optimizer: str, at: int, tmp_path: Path
) -> None:
    recipe = RECIPE.changed(optimizer=optimizer, checkpoint_every=1, keep=20)
    _, whole = painted(recipe, folder=tmp_path)
    state = State.load(tmp_path / f"{at:08d}")
    events, again = painted(state.recipe, start=state, folder=tmp_path / "again")
    assert isinstance(events[0], Resumed)
    assert events[0].step == at
    assert [e.step for e in events if isinstance(e, Progress)] == list(range(at + 1, 13))
    assert np.array_equal(again, whole)
    ends = [State.load(tmp_path / "00000012"), State.load(tmp_path / "again" / "00000012")]
    assert same(*ends)


def test_a_branch_has_other_settings(tmp_path: Path) -> None:
    painted(folder=tmp_path)
    state = State.load(tmp_path / "00000012")
    other = state.recipe.changed(size=96, optimizer="lbfgs", style_weight=0.5)
    events, picture = painted(other, start=state)
    steps = [(e.step, e.total) for e in events if isinstance(e, Progress)]
    assert picture.shape == (72, 96, 3)
    assert steps[0] == (13, 12 + 2 * 4)
    assert steps[-1] == (20, 20)


def test_a_finished_painting_has_nothing_left_to_do(tmp_path: Path) -> None:
    _, whole = painted(folder=tmp_path)
    state = State.load(tmp_path / "00000012")
    events, again = painted(state.recipe, start=state)
    assert not any(isinstance(event, Progress) for event in events)
    assert np.array_equal(whole, again)


def test_live_knobs_take_effect_at_the_next_step() -> None:
    controls = Controls()
    work = paint(SUBJECT, STYLES, small_vgg(), RECIPE.changed(tv2=0.0), controls)
    events = []
    for event in work:
        events.append(event)
        if isinstance(event, Progress) and event.step == 2:
            controls.turn("content_weight", 0.0)
            controls.turn("style_weight", 200.0)
            controls.turn("size", 128)
            controls.turn("sugar", 1)
    turned = [event for event in events if isinstance(event, Turned)]
    assert turned == [Turned(2, "content_weight", RECIPE.content_weight, 0.0)]
    assert len([event for event in events if isinstance(event, Warned)]) == 3
    third = next(event for event in events if isinstance(event, Progress) and event.step == 3)
    assert third.metrics["loss"] == pytest.approx(third.metrics["style"])


def test_it_stands_still_on_request() -> None:
    controls = Controls()
    work = paint(SUBJECT, STYLES, small_vgg(), RECIPE, controls)
    next(event for event in work if isinstance(event, Progress))
    controls.pause()
    assert isinstance(next(event for event in work if not isinstance(event, Preview)), Paused)
    controls.resume()
    assert isinstance(next(work), Resumed)


def test_closing_saves_where_it_stood(tmp_path: Path) -> None:
    work = paint(SUBJECT, STYLES, small_vgg(), RECIPE, Controls(), folder=tmp_path)
    next(event for event in work if isinstance(event, Progress) and event.step == 3)
    work.close()
    assert checkpoints.steps(tmp_path) == [3]


def test_cancelling_in_mid_step_saves_the_step_before(tmp_path: Path) -> None:
    class Slow:
        """The person cancels while the network computes for the fourth time."""

        def __init__(self) -> None:
            self.net, self.calls = small_vgg(), 0
            self.layers = self.net.layers

        def features(self, images: Tensor, layers: Any) -> list[Tensor]:
            self.calls += 1
            if self.calls == 2 + 4:  # the content, the style, four steps
                job.controls.cancel()
            return self.net.features(images, layers)

    job = Job("", lambda c: paint(SUBJECT, STYLES, Slow(), RECIPE, c, folder=tmp_path))
    job.run()
    events = job.drain()
    assert [event.step for event in events if isinstance(event, Progress)] == [1, 2, 3]
    assert type(events[-1]).__name__ == "Cancelled"
    assert checkpoints.steps(tmp_path) == [3]
    state = State.load(tmp_path / "00000003")
    assert np.array_equal(painted(state.recipe, start=state)[1], painted()[1])


class Spoilt:
    """Features that give NaN for a while."""

    def __init__(self, calls: range) -> None:
        self.net, self.calls, self.spoilt = small_vgg(), 0, calls
        self.layers = self.net.layers

    def features(self, images: Tensor, layers: Any) -> list[Tensor]:
        self.calls += 1
        seen = self.net.features(images, layers)
        return [x * float("nan") for x in seen] if self.calls in self.spoilt else seen


@pytest.mark.parametrize("optimizer", ["adam", "lbfgs"])
def test_a_step_that_is_not_finite_is_refused(optimizer: str) -> None:
    recipe = RECIPE.changed(optimizer=optimizer)
    controls = Controls()
    work = paint(SUBJECT, STYLES, Spoilt(range(5, 6)), recipe, controls)
    events = []
    for event in work:
        events.append(event)
        if isinstance(event, Paused):
            assert event.sentence is not None
            assert event.remedy == {"lr": pytest.approx(0.02 / 3)}
            controls.resume()
    assert all(np.isfinite(losses(events)))
    assert len(losses(events)) == 12
    assert optimizer == "lbfgs" or any(isinstance(event, Paused) for event in events)


@pytest.mark.parametrize("keep", ["luminance", "histogram"])
def test_the_contents_colours_can_be_kept(keep: str) -> None:
    grey = np.repeat(photograph()[..., :1], 3, 2)
    colourful = [Style(photograph(40, 40, seed=5) // np.array([1, 2, 4], np.uint8))]
    recipe = RECIPE.changed(keep_colour=keep)
    _, picture = painted(recipe, subject=Subject(grey), styles=colourful)
    _, other = painted(RECIPE, subject=Subject(grey), styles=colourful)
    assert colour(picture) < 0.35 * colour(other)


def colour(picture: NDArray[np.uint8]) -> float:
    """How far the mean is from grey."""
    return float(np.ptp(picture.mean((0, 1))))


def test_each_region_is_painted_in_its_style() -> None:
    left = np.zeros((48, 64), np.uint8)
    left[:, :32] = 255
    dark, bright = np.full((40, 40, 3), 20, np.uint8), np.full((40, 40, 3), 235, np.uint8)
    subject = Subject(np.full((48, 64, 3), 128, np.uint8), [left, None])
    recipe = RECIPE.changed(steps=25, content_weight=0.0)
    _, picture = painted(recipe, subject=subject, styles=[Style(dark), Style(bright)])
    assert picture[:, :24].mean() + 20 < picture[:, 40:].mean()


def test_a_picture_to_begin_with() -> None:
    recipe = RECIPE.changed(coarse_to_fine=False, steps=1, lr=1e-5)
    start = photograph(24, 32, seed=9)
    _, picture = painted(recipe, start=start)
    assert abs(picture[::2, ::2].astype(int) - start).mean() < 12


def test_very_long_thin_pictures() -> None:
    subject = Subject(photograph(40, 800))
    with pytest.raises(Trouble, match="at least 640"):
        painted(RECIPE, subject=subject)
    _, picture = painted(RECIPE.changed(size=640, steps=1), subject=subject)
    assert picture.shape == (32, 640, 3)


@pytest.mark.parametrize(
    "style",
    [
        photograph(),  # the content itself
        np.full((40, 40, 3), 200, np.uint8),
        photograph(16, 16),
        photograph(17, 900),
    ],
)
@pytest.mark.parametrize("statistics", ["gram", "mean-std", "wasserstein"])
def test_strange_styles_are_painted(style: NDArray[np.uint8], statistics: str) -> None:
    recipe = RECIPE.changed(statistics=statistics, steps=2)
    events, _ = painted(recipe, styles=[Style(style)])
    assert len(losses(events)) == 6
    assert all(np.isfinite(losses(events)))


def test_what_cannot_be_painted_is_said() -> None:
    empty = np.zeros((48, 64), np.uint8)
    with pytest.raises(Trouble, match="at least one style"):
        painted(styles=[])
    with pytest.raises(Trouble, match="mask is empty"):
        painted(subject=Subject(photograph(), [empty]))
    with pytest.raises(Trouble, match="no layer relu9_9"):
        painted(RECIPE.changed(content_layer="relu9_9"))


def test_a_preview_is_small_quick_and_a_start() -> None:
    events, picture = drive(preview(SUBJECT, STYLES, small_vgg(), RECIPE, seconds=0.3))
    assert picture.shape == (192, 256, 3)
    assert isinstance(events[-1], Preview)
    assert any(isinstance(event, Stage) for event in events)
    assert len({event.step for event in events if isinstance(event, Progress)}) >= 3
    assert painted(start=picture)[1].shape == (48, 64, 3)
