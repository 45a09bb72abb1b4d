"""Walks as films, animations, pictures and contact sheets."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from gendesk.core.events import Saved, Stage
from gendesk.core.sentence import Trouble
from gendesk.ops.latent.export import ENDINGS, export_walk
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.positions import read
from gendesk.ops.latent.space import Space
from gendesk.ops.latent.walk import Walk
from tests.ops.latent.unlearnt import SIDE


@pytest.fixture
def walk(vae: Space) -> Walk:
    return Walk(tuple(Point(z) for z in vae.draw([1, 2])), frames=9, fps=30)


@pytest.mark.parametrize("kind", ENDINGS)
def test_each_kind_tells_its_progress_and_what_it_wrote(
    kind: str, vae: Space, walk: Walk, tmp_path: Path
) -> None:
    path = tmp_path / f"walk{ENDINGS[kind]}"
    events = list(export_walk(vae, walk, path, kind))
    assert events[-1] == Saved("file", path, 7)
    told = [event for event in events if isinstance(event, Stage)]
    assert told[-1].done == told[-1].total
    assert path.exists()


def test_a_film_has_every_frame(vae: Space, walk: Walk, tmp_path: Path) -> None:
    list(export_walk(vae, walk, tmp_path / "a.mp4"))
    with av.open(str(tmp_path / "a.mp4")) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
        assert film.streams.video[0].average_rate == 30
    assert len(frames) == 9
    side = frames[0].shape[0]
    assert side >= 512
    assert side % SIDE == 0
    last = vae.decoded([walk.keyframes[-1]])[0].astype(int)
    seen = frames[-1][side // SIDE // 2 :: side // SIDE, side // SIDE // 2 :: side // SIDE, :1]
    assert np.abs(seen.astype(int) - last).mean() < 6


def test_an_animation_plays_as_long_with_fewer_frames(
    vae: Space, walk: Walk, tmp_path: Path
) -> None:
    list(export_walk(vae, walk, tmp_path / "a.gif", "gif"))
    with Image.open(tmp_path / "a.gif") as image:
        assert image.n_frames == 5  # type: ignore[attr-defined]
        assert image.info["loop"] == 0
        assert image.info["duration"] == 60


def test_every_picture_of_a_sequence_leads_to_its_frame(
    vae: Space, walk: Walk, tmp_path: Path
) -> None:
    list(export_walk(vae, walk, tmp_path / "frames", "png"))
    files = sorted((tmp_path / "frames").iterdir())
    assert [file.name for file in files] == [f"{i}.png" for i in range(1, 10)]
    for file, point in zip(files, walk.points(vae), strict=True):
        found = read(file).thing
        assert isinstance(found, Point)
        with Image.open(file) as image:
            assert np.array_equal(np.asarray(image)[..., None], vae.picture(point))
            assert np.array_equal(np.asarray(image)[..., None], vae.picture(found))


def test_a_contact_sheet_carries_the_walk(vae: Space, walk: Walk, tmp_path: Path) -> None:
    list(export_walk(vae, walk, tmp_path / "a.png", "sheet"))
    found = read(tmp_path / "a.png").thing
    assert isinstance(found, Walk)
    assert found.as_dict() == walk.as_dict()


@pytest.mark.parametrize("kind", ["mp4", "gif", "sheet"])
def test_closed_early_it_leaves_nothing(kind: str, vae: Space, walk: Walk, tmp_path: Path) -> None:
    work = export_walk(vae, walk, tmp_path / "a", kind)
    next(work)
    work.close()  # type: ignore[attr-defined]
    assert not list(tmp_path.glob("*a*"))


def test_there_are_no_other_kinds(vae: Space, walk: Walk, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="mp4, gif, png, sheet"):
        list(export_walk(vae, walk, tmp_path / "a", "avi"))
