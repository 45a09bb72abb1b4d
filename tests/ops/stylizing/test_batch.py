"""One style over a folder: the tree, what is done before, failures, and what a stop leaves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Preview, Progress, Saved, Stage, Warned
from gendesk.core.sentence import Trouble
from gendesk.ops.journal import HOME
from gendesk.ops.stylizing.batch import Summary, stylize_folder
from gendesk.ops.stylizing.commission import StyleChoice
from gendesk.ops.stylizing.files import recipe_in
from gendesk.ops.stylizing.recipe import PaintingRecipe
from tests.ops.blurring import drive
from tests.ops.stylizing.painting_parts import small_vgg

RECIPE = PaintingRecipe(size=64, coarsest=64, steps=2)


def texture(seed: int) -> np.ndarray:
    small = np.random.default_rng(seed).integers(0, 256, (7, 9, 3), np.uint8)
    return np.asarray(Image.fromarray(small).resize((60, 44), Image.Resampling.BICUBIC))


def photo(path: Path, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(texture(seed)).save(path)
    return path


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for number, name in enumerate(("a.png", "sub/b.jpg", "sub/c.bmp")):
        photo(tmp_path / "photos" / name, number)
    return tmp_path / "photos"


def run(
    photos: Sequence[Path], out: Path, recipe: PaintingRecipe = RECIPE, **options: Any
) -> tuple[list[Event], Summary]:
    styles = [options.pop("style", StyleChoice("noise", texture(9)))]
    events = stylize_folder(photos, out, styles, small_vgg(), recipe, Controls(), **options)
    return drive(events)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if HOME not in path.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found if p.is_file()}


def test_the_tree_is_mirrored_and_told(photos: Path, tmp_path: Path) -> None:
    told, summary = run([photos], tmp_path / "out")
    assert list(files(tmp_path / "out")) == ["a.png", "sub/b.jpg", "sub/c.png"]
    assert (summary.done, summary.skipped, summary.failed) == (3, 0, [])
    held = recipe_in(tmp_path / "out/a.png")
    assert held is not None and held.name == "a" and held.recipe == RECIPE
    wholes = [e for e in told if isinstance(e, Stage) and str(e.sentence) == "Painting pictures"]
    assert [(e.done, e.total) for e in (wholes[0], wholes[-1])] == [(0, 3), (3, 3)]
    assert sum(isinstance(e, Saved) for e in told) == 3
    assert sum(isinstance(e, Preview) for e in told) == 3, "one look at each"
    assert any(isinstance(e, Progress) for e in told)


def test_what_is_done_is_not_done_again_unless_something_changed(
    photos: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run([photos], out)
    before = files(out)
    assert run([photos], out)[1].skipped == 3
    assert files(out) == before
    assert run([photos], out, RECIPE.changed(style_weight=2))[1].done == 3
    other = StyleChoice("noise", texture(9), weight=2.0)
    assert run([photos], out, RECIPE.changed(style_weight=2), style=other)[1].done == 3
    photo(photos / "a.png", 5)
    summary = run([photos], out, RECIPE.changed(style_weight=2), style=other)[1]
    assert (summary.done, summary.skipped) == (1, 2)


def test_one_bad_picture_does_not_stop_the_others(photos: Path, tmp_path: Path) -> None:
    (photos / "a.png").write_text("no picture")
    Image.fromarray(texture(0)).resize((900, 9)).save(photos / "banner.png")
    told, summary = run([photos], tmp_path / "out")
    assert summary.done == 2
    reasons = [str(reason) for _, reason in summary.failed]
    assert reasons[0].startswith("a.png is not a picture")
    assert reasons[1].startswith("banner.png: This picture is too narrow")
    assert [str(e.sentence) for e in told if isinstance(e, Warned)] == reasons


def test_nothing_of_others_is_written_over(photos: Path, tmp_path: Path) -> None:
    mine = photo(tmp_path / "out" / "a.png", 7).read_bytes()
    summary = run([photos], tmp_path / "out")[1]
    assert summary.done == 2 and "is there already" in str(summary.failed[0][1])
    assert (tmp_path / "out" / "a.png").read_bytes() == mine
    with pytest.raises(Trouble, match="is the folder of the pictures"):
        run([photos], photos)


def test_a_stopped_batch_goes_on(photos: Path, tmp_path: Path) -> None:
    out, styles = tmp_path / "out", [StyleChoice("noise", texture(9))]
    events = stylize_folder([photos], out, styles, small_vgg(), RECIPE, Controls())
    for event in events:
        if isinstance(event, Saved):
            break
    events.close()
    assert list(files(out)) == ["a.png"]
    summary = run([photos], out)[1]
    assert (summary.done, summary.skipped) == (2, 1)


def test_a_format_and_the_fast_way_may_be_chosen(photos: Path, tmp_path: Path) -> None:
    run([photos / "a.png"], tmp_path / "out", format="jpeg")
    assert list(files(tmp_path / "out")) == ["a.jpg"]
    run([photos / "a.png"], tmp_path / "fast", fast=True)
    with Image.open(tmp_path / "fast" / "a.png") as image:
        assert image.size == (256, 188)
