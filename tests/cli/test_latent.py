"""`gendesk latent` from the model to the files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk import cli
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.positions import position, read, write
from gendesk.ops.latent.space import Space
from gendesk.ops.latent.walk import Walk
from gendesk.runs.folder import Run
from tests.ops.latent.unlearnt import saved

Do = Callable[..., None]


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def do(at: Path) -> Do:
    def done(*argv: str) -> None:
        assert cli.main(["latent", *argv]) == 0

    return done


def a_run(name: str, family: str) -> Space:
    """A run with a checkpoint, as a space."""
    from gendesk.core.recipe import Recipe

    run = Run.create(Recipe.from_dict({"family": family.split()[0]}), name)
    checkpoint = saved(run.folder / "checkpoints", family)
    run.write_recipe(checkpoint.recipe)
    return Space(checkpoint, name)


def some_pictures(folder: Path) -> Path:
    folder.mkdir()
    for i in range(6):
        Image.new("L", (20, 20), 40 * i).save(folder / f"{i}.png")
    return folder


def test_a_map_and_a_plane(at: Path, do: Do) -> None:
    a_run("faces", "vae")
    do("map", "faces", "--data", str(some_pictures(at / "album")), "--out", "map.png")
    do("manifold", "faces", "--cells", "3", "--dimensions", "2", "0", "--out", "plane.png")
    with Image.open("map.png") as chart, Image.open("plane.png") as plane:
        assert chart.height == 2000
        assert plane.size == (48, 48)


def test_a_picture_is_found_and_walked_to(at: Path, do: Do) -> None:
    space = a_run("faces", "vae")
    album = some_pictures(at / "album")
    do("invert", "faces", str(album / "5.png"), "--out", "light.json")
    do("invert", "faces", str(album / "1.png"), "--out", "dark.png")
    found = read(at / "dark.png").thing
    assert isinstance(found, Point)
    with Image.open("dark.png") as image:
        assert np.array_equal(np.asarray(image)[..., None], space.picture(found))
    do("walk", "light.json", "dark.png", "--loop", "--frames", "4", "--out", "frames")
    assert len(list((at / "frames").iterdir())) == 4
    write(at / "walk.json", position(space, Walk((Point(space.draw(1)[0]), found), frames=5)))
    do("walk", "walk.json", "--way", "linear", "--out", "walk.gif")
    with Image.open("walk.gif") as film:
        assert film.n_frames == 3  # type: ignore[attr-defined]  # of 5, at 15 a second


def test_kinds_and_styles(at: Path, do: Do, capsys: pytest.CaptureFixture[str]) -> None:
    a_run("told", "stylegan told")
    do(
        "manifold",
        "told",
        "--cells",
        "2",
        "--class",
        "oak",
        "--truncation",
        "0.5",
        "--out",
        "a.png",
    )
    do(
        "manifold",
        "told",
        "--cells",
        "2",
        "--class",
        "ash",
        "--truncation",
        "0.5",
        "--out",
        "b.png",
    )
    assert (at / "a.png").read_bytes() != (at / "b.png").read_bytes()
    assert cli.main(["sample", "told", "--count", "9", "--mix", "fine", "--out", "mixed.png"]) == 0
    assert cli.main(["sample", "told", "--kind", "1", "--truncation", "0", "--out", "one.png"]) == 0
    with Image.open("mixed.png") as mixed, Image.open("one.png") as one:
        assert mixed.size == (4 * 18 - 2, 4 * 18 - 2)
        assert np.array_equal(np.asarray(one)[:16, :16], np.asarray(one)[18:34, 18:34])
    a_run("faces", "vae")
    assert cli.main(["sample", "faces", "--mix", "fine"]) == 1
    assert "no styles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (["map", "faces", "--out", "map.txt"], 2, "must end with .png"),
        (["manifold", "faces", "--dimensions", "0", "3", "--out", "a.png"], 2, "3 dimensions"),
        (
            ["manifold", "faces", "--window", "0", "0", "2", "1", "--out", "a.png"],
            2,
            "within 0 and 1",
        ),
        (["manifold", "faces", "--class", "oak", "--out", "a.png"], 1, "does not know kinds"),
        (["walk", "absent.json", "--out", "a.mp4"], 1, "cannot be read"),
        (["walk", "a.json", "--out", "a.avi"], 2, "must end with .mp4"),
        (["walk", "one.json", "--out", "a.mp4"], 1, "at least two keyframes"),
        (
            ["walk", "one.json", "--model", "other", "--out", "a.mp4"],
            1,
            "belongs to faces at step 7",
        ),
        (["walk", "gone.json", "--out", "a.mp4"], 1, "which is not here"),
        (["invert", "faces", "absent.png", "--out", "a.json"], 1, "absent.png"),
        (["invert", "faces", "absent.png", "--out", "a.jpg"], 2, "must end with .json or .png"),
        (["map", "nothing", "--out", "a.png"], 1, "no run nothing"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    argv: list[str], code: int, words: str, at: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    space = a_run("faces", "vae")
    a_run("other", "autoencoder")
    one = position(space, Point(space.draw(1)[0]))
    write(at / "one.json", one)
    write(at / "gone.json", position(Space(saved(at / "gone", "vae", seed=3), "gone"), one.thing))
    assert cli.main(["latent", *argv]) == code
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
