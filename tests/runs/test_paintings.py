"""Paintings are kept with all that they are made of, go on, branch anywhere, and become files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import avg_pool2d

from gendesk import paths
from gendesk.core.controls import Controls
from gendesk.core.events import Preview, Progress, Saved
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing.commission import Commission, StyleChoice
from gendesk.ops.stylizing.files import recipe_in
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.runs.alive import hold
from gendesk.runs.export import export
from gendesk.runs.follow import follow
from gendesk.runs.paintings import Painting, all_paintings, paint


class Tiny:
    """Two layers of random filters: enough to paint by."""

    layers = ("relu1_1", "relu2_1")

    def __init__(self) -> None:
        dice = torch.Generator().manual_seed(0)
        self._first = torch.randn(6, 3, 3, 3, generator=dice) / 5
        self._second = torch.randn(8, 6, 3, 3, generator=dice) / 5

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        first = torch.conv2d(images - 0.5, self._first, padding=1).relu()
        second = torch.conv2d(avg_pool2d(first, 2), self._second, padding=1).relu()
        return [{"relu1_1": first, "relu2_1": second}[layer] for layer in layers]


def waves(width: int = 64, height: int = 48, shift: float = 0) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    channels = [127 + 100 * np.sin(x / (5 + c) + shift) * np.cos(y / (7 - c)) for c in range(3)]
    return np.stack(channels, 2).astype(np.uint8)


def commission(**settings: object) -> Commission:
    mask = np.zeros((48, 64), np.uint8)
    mask[:, :40] = 255
    alpha = np.full((48, 64), 255, np.uint8)
    alpha[:8] = 0
    styles = (
        StyleChoice("Strokes!", waves(50, 50, 1), 0.75, region=mask),
        StyleChoice("glass", waves(40, 40, 2), 0.25, part=np.full((40, 40), 255, np.uint8)),
    )
    given = {"size": 64, "coarsest": 32, "steps": 4, "preview_every": 2, "checkpoint_every": 4}
    recipe = PaintingRecipe().changed(**{**given, **settings})
    return Commission("chelsea", waves(), styles, recipe, alpha)


@pytest.fixture
def painting() -> Painting:
    return Painting.create(commission())


@pytest.fixture
def painted(painting: Painting) -> Painting:
    list(paint(painting, Controls(), features=Tiny()))
    return painting


def test_what_it_is_made_of_is_kept(painting: Painting) -> None:
    given, back = commission(), Painting.open("chelsea-strokes-0001").commission()
    assert back.recipe == given.recipe
    assert (back.name, [(s.name, s.weight) for s in back.styles]) == (
        "chelsea", [("Strokes!", 0.75), ("glass", 0.25)],
    )  # fmt: skip
    assert np.array_equal(back.content[8:], given.content[8:])
    assert np.array_equal(back.alpha, given.alpha)
    for own, other in zip(back.styles, given.styles, strict=True):
        assert np.array_equal(own.pixels, other.pixels)
        for one, two in ((own.part, other.part), (own.region, other.region)):
            assert (one is None and two is None) or np.array_equal(one, two)
    assert painting.status == "new"
    assert painting.folder.parent == paths.paintings().resolve() or paths.paintings()


def test_large_pictures_are_kept_smaller() -> None:
    large = Commission("a", waves(3000, 300), (StyleChoice("b", waves()),), PaintingRecipe())
    assert Painting.create(large).commission().content.shape == (205, 2048, 3)


def test_a_painting_is_recorded_like_a_training(painted: Painting) -> None:
    summary = painted.summary()
    total = painted.total
    assert total < painted.recipe.total_steps, "it was too narrow for the smallest scale"
    assert painted.status == "finished" == summary.status
    assert (summary.step, summary.steps) == (total, total)
    assert summary.data == "chelsea · Strokes! · glass"
    assert {"loss", "style", "content"} <= painted.metrics().keys()
    steps = [step for step, _ in painted.moments()]
    assert steps[-1] == total and len(steps) > 3
    assert painted.checkpoints()[-1][0] == total


def test_who_watches_sees_it(painted: Painting) -> None:
    events = list(follow(painted))
    assert [e.kind for e in events if isinstance(e, Preview)] == ["painting"]
    assert [e.total for e in events if isinstance(e, Progress)] == [painted.total]


def test_a_stopped_painting_goes_on_and_ends_as_if_it_had_not_stopped(painted: Painting) -> None:
    stopped = Painting.create(commission())
    events = paint(stopped, Controls(), features=Tiny())
    for event in events:
        if isinstance(event, Progress) and event.step == 7:
            break
    events.close()
    assert stopped.status == "stopped"
    assert stopped.checkpoints()[-1][0] == 7
    list(paint(stopped, Controls(), features=Tiny()))
    assert stopped.status == "finished"
    with (
        Image.open(stopped.moments()[-1][1]) as one,
        Image.open(painted.moments()[-1][1]) as other,
    ):
        assert np.abs(np.asarray(one, int) - np.asarray(other, int)).max() <= 1


def test_a_finished_painting_goes_on_where_more_is_wanted(painted: Painting) -> None:
    with pytest.raises(Trouble, match="painted to its end"):
        list(paint(painted, Controls(), features=Tiny()))
    before = painted.total
    list(paint(painted, Controls(), features=Tiny(), steps=6))
    assert painted.status == "finished"
    assert painted.moments()[-1][0] > before
    assert painted.recipe_at(painted.moments()[-1][0]).steps == 6, "what its file will say"


def test_nobody_paints_in_two_places(painting: Painting) -> None:
    with hold(painting.folder):
        with pytest.raises(Trouble, match="at work on chelsea-strokes-0001"):
            list(paint(painting, Controls(), features=Tiny()))
        with pytest.raises(Trouble, match="stop it first"):
            painting.rename("mine")
    assert painting.rename("mine").commission().name == "chelsea"


def test_it_branches_from_any_moment(painted: Painting) -> None:
    kept = {step for step, _ in painted.checkpoints()}
    moments = [step for step, _ in painted.moments()]
    without = next(step for step in moments if step not in kept and step > 4)
    for step in (without, painted.checkpoints()[0][0]):
        branch = painted.branch(step, {"style_weight": 3.0})
        assert branch.folder.parent == painted.folder.parent
        assert branch.recipe.style_weight == 3.0
        assert [s for s, _ in branch.moments()] == [s for s in moments if s <= step]
        assert branch.journal()[0]["origin"] == {"run": painted.name, "step": step}
        events = list(paint(branch, Controls(), features=Tiny()))
        progress = [event.step for event in events if isinstance(event, Progress)]
        assert progress[0] == step + 1
        assert progress[-1] == painted.total == branch.moments()[-1][0]
        assert branch.status == "finished"
    with pytest.raises(Trouble, match="no picture of step 999"):
        painted.branch(999, {})
    with pytest.raises(Trouble, match="no knob"):
        painted.branch(without, {"nonsense": 1})
    assert len(all_paintings()) == 3


def test_a_branch_of_a_picture_alone_begins_with_that_picture(painted: Painting) -> None:
    step = painted.moments()[-2][0]
    branch = painted.branch(step, {})
    state = branch.state()
    assert state is not None and state.step == step
    with Image.open(dict(painted.moments())[step]) as image:
        assert (
            np.abs(
                state.tensors["images"].numpy()[0] * 255 - np.asarray(image).transpose(2, 0, 1)
            ).max()
            < 1e-2
        )


def test_a_branch_from_the_end_paints_as_long_again_as_at_the_last_scale(painted: Painting) -> None:
    end = painted.moments()[-1][0]
    branch = painted.branch(end, {"style_weight": 3.0})
    list(paint(branch, Controls(), features=Tiny()))
    assert branch.status == "finished"
    assert branch.moments()[-1][0] == end + painted.recipe.scales()[-1].steps


def test_a_branch_keeps_the_contents_colours_where_those_are_kept() -> None:
    painting = Painting.create(commission(keep_colour="luminance"))
    list(paint(painting, Controls(), features=Tiny()))
    step = next(s for s, _ in painting.moments() if s not in dict(painting.checkpoints()))
    branch = painting.branch(step, {})
    state = branch.state()
    assert state is not None
    assert torch.equal(state.tensors["images"][:, 0], state.tensors["images"][:, 2]), "grey"
    list(paint(branch, Controls(), features=Tiny()))
    assert branch.status == "finished"


def test_knobs_that_were_turned_are_in_the_file(painting: Painting, tmp_path: Path) -> None:
    controls = Controls()
    for event in paint(painting, controls, features=Tiny()):
        if isinstance(event, Progress) and event.step == 3:
            controls.turn("style_weight", 2.5)
    painting.save(tmp_path / "early.png", step=2)
    painting.save(tmp_path / "late.png")
    early, late = recipe_in(tmp_path / "early.png"), recipe_in(tmp_path / "late.png")
    assert early is not None and late is not None
    assert (early.recipe.style_weight, late.recipe.style_weight) == (1.0, 2.5)
    with Image.open(tmp_path / "late.png") as image:
        assert image.mode == "RGBA" and image.size == (64, 48)
        assert image.getpixel((5, 2))[3] == 0


def test_its_making_becomes_a_film_and_a_chart(painted: Painting, tmp_path: Path) -> None:
    for kind, name in (("gif", "a.gif"), ("curves", "a.png"), ("csv", "a.csv"), ("mp4", "a.mp4")):
        events = list(export(painted, kind, tmp_path / name, "painting"))
        assert isinstance(events[-1], Saved)
        assert (tmp_path / name).stat().st_size > 100


def test_before_the_first_picture_there_is_nothing_to_save(
    painting: Painting, tmp_path: Path
) -> None:
    with pytest.raises(Trouble, match="paint a little longer"):
        painting.save(tmp_path / "a.png")


def test_paintings_are_listed_and_found(painting: Painting) -> None:
    other = Painting.create(commission())
    (paths.paintings() / "other things").mkdir()
    assert {p.name for p in all_paintings()} == {painting.name, other.name}
    with pytest.raises(Trouble, match="Did you mean chelsea-strokes-0001"):
        Painting.open("chelsea-stroke-0001")
    with pytest.raises(Trouble, match="neither as a folder nor under"):
        Painting.open("zebra")


@pytest.mark.parametrize("name", ["pictures.json", "style-1.png", "content.png"])
def test_a_damaged_folder_is_said(painting: Painting, name: str) -> None:
    (painting.folder / name).write_text("[")
    with pytest.raises(Trouble, match=name.replace(".", r"\.")):
        painting.commission()
    assert painting.summary().name == painting.name


def test_pictures_that_lack_a_word_are_said(painting: Painting) -> None:
    (painting.folder / "pictures.json").write_text(json.dumps({"name": "a", "styles": [{}]}))
    with pytest.raises(Trouble, match="missing or damaged"):
        painting.commission()


def test_stopping_at_once_leaves_a_painting_that_can_begin(painting: Painting) -> None:
    events = paint(painting, Controls(), features=Tiny())
    list(takewhile(lambda event: not isinstance(event, Progress), events))
    events.close()
    assert painting.status == "stopped"
    list(paint(painting, Controls(), features=Tiny()))
    assert painting.status == "finished"
