"""Exports are read back by those who will read them, and leave nothing behind when cancelled."""

from __future__ import annotations

import csv
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

import gendesk.families  # noqa: F401
from gendesk.core.events import Event, Saved, Stage
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.ops import export, film

CURVES = {
    "loss": (np.arange(1, 5), np.array([4.0, 3.0, np.nan, 1.0])),
    "held_out/loss": (np.array([2, 4]), np.array([3.5, 1.5])),
}


@pytest.fixture
def recipe() -> Recipe:
    return Recipe.from_dict({"family": "vae", "beta": 2.5})


@pytest.fixture
def previews(tmp_path: Path) -> list[tuple[int, Path]]:
    """Twelve odd-sized pictures that grow brighter."""
    found = []
    for step in range(0, 120, 10):
        path = tmp_path / f"{step:08d}.png"
        Image.new("L", (33, 27), 2 * step).save(path)
        found.append((step, path))
    return found


def saved(events: Iterator[Event]) -> Path:
    last = list(events)[-1]
    assert isinstance(last, Saved)
    return last.path


def test_a_grid_says_what_made_it(tmp_path: Path, previews, recipe: Recipe) -> None:
    with Image.open(saved(export.grid(tmp_path / "new" / "grid.png", previews, recipe))) as image:
        assert image.size == (33, 27)
        assert image.getpixel((0, 0)) == 220
        assert json.loads(image.text["Recipe"])["beta"] == 2.5
        assert image.text["Step"] == "110"
        assert image.text["Software"].startswith("gendesk")


def test_csv_has_a_row_a_step(tmp_path: Path) -> None:
    path = saved(export.curves_csv(tmp_path / "c.csv", CURVES))
    with path.open(newline="") as file:
        assert list(csv.reader(file)) == [
            ["step", "loss", "held_out/loss"],
            ["1", "4.0", ""],
            ["2", "3.0", "3.5"],
            ["3", "", ""],
            ["4", "1.0", "1.5"],
        ]


def test_curves_are_for_print(tmp_path: Path, recipe: Recipe) -> None:
    path = saved(export.curves_png(tmp_path / "c.png", CURVES, "vae-digits-0001", recipe))
    with Image.open(path) as image:
        assert round(image.info["dpi"][0]) == 300
        assert image.width >= 1200
        assert "Recipe" in image.text


def test_a_film_has_every_picture_and_ends_on_the_last(tmp_path: Path, previews) -> None:
    path = saved(film.mp4(tmp_path / "f.mp4", previews))
    with av.open(str(path)) as video:
        stream = video.streams.video[0]
        assert stream.codec_context.pix_fmt == "yuv420p"
        assert stream.width % 2 == stream.height % 2 == 0
        assert stream.width >= 720
        light = [frame.to_ndarray(format="gray")[:600].mean() for frame in video.decode(stream)]
        held = round(film._HOLD_SECONDS * float(stream.average_rate))
    assert len(light) == len(previews) - 1 + held
    assert light[0] < 5 and light[-1] > 210
    assert all(a <= b + 1 for a, b in itertools.pairwise(light))


def test_an_animation_has_every_picture_and_plays_for_ever(tmp_path: Path, previews) -> None:
    with Image.open(saved(film.gif(tmp_path / "f.gif", previews))) as image:
        assert image.n_frames == len(previews)
        assert image.info["loop"] == 0
        image.seek(image.n_frames - 1)
        assert image.info["duration"] == 2000


def test_a_long_history_is_thinned_but_keeps_its_ends() -> None:
    many = [(i, Path(str(i))) for i in range(5000)]
    few = film._evenly(many, 200)
    assert len(few) == 200
    assert few[0][0] == 0 and few[-1][0] == 4999


def test_a_paintings_film_shows_its_scales_as_large_as_the_last(tmp_path: Path) -> None:
    previews = []
    for step, side in ((1, 90), (2, 128), (3, 2400)):
        path = tmp_path / f"{step}.png"
        Image.new("RGB", (side, side * 3 // 4), (50 * step, 0, 0)).save(path)
        previews.append((step, path))
    with av.open(str(saved(film.mp4(tmp_path / "f.mp4", previews)))) as container:
        sizes = {(frame.width, frame.height) for frame in container.decode(video=0)}
    assert sizes == {(1920, 1440 + 56)}
    with Image.open(saved(film.gif(tmp_path / "f.gif", previews))) as image:
        assert image.size == (800, 600 + 56)


@pytest.mark.parametrize("write", [film.mp4, film.gif])
def test_a_cancelled_film_leaves_nothing(tmp_path: Path, previews, write) -> None:
    folder = tmp_path / "films"
    events = write(folder / "f", previews)
    assert isinstance(next(events), Stage)
    events.close()
    assert not folder.exists() or list(folder.iterdir()) == []


def test_without_anything_to_export_it_says_so(tmp_path: Path, recipe: Recipe) -> None:
    for nothing in (
        export.grid(tmp_path / "x", [], recipe),
        film.mp4(tmp_path / "x", []),
        film.gif(tmp_path / "x", []),
        export.curves_csv(tmp_path / "x", {}),
        export.curves_png(tmp_path / "x", {}, "", recipe),
    ):
        with pytest.raises(Trouble, match="go on a little longer"):
            next(nothing)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match="cannot be written"):
        list(export.curves_csv(tmp_path / "file" / "c.csv", CURVES))


def test_tensorboard_reads_what_was_written(tmp_path: Path, previews, recipe: Recipe) -> None:
    from tensorboard.backend.event_processing.event_file_loader import EventFileLoader

    rows = {**CURVES, "time": (np.arange(1, 5), 1e9 + np.arange(1.0, 5.0))}
    folder = saved(export.tensorboard(tmp_path / "tb", rows, {"samples": previews}, recipe))
    (file,) = folder.iterdir()
    entries = [e for e in EventFileLoader(str(file)).Load() if e.HasField("summary")]
    losses = [(e.step, e.wall_time) for e in entries if e.summary.value[0].tag == "loss"]
    assert losses == [(step, 1e9 + step) for step in (1, 2, 3, 4)]
    tags = {e.summary.value[0].tag for e in entries}
    assert tags == {"recipe", "loss", "held_out/loss", "samples"}


def test_without_tensorboard_the_extra_is_named(
    tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tensorboard.compat.proto.event_pb2", None)
    with pytest.raises(Trouble, match=r"gendesk\[tensorboard\]"):
        list(export.tensorboard(tmp_path, CURVES, {}, recipe))
