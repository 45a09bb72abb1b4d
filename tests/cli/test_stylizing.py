"""`gendesk stylize`: one picture, a folder, a painting that goes on, and all that can be mistyped."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gendesk import cli, paths
from gendesk.core.events import Event, Progress, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.stylizing import features
from gendesk.ops.stylizing.files import recipe_in
from gendesk.runs.paintings import Painting, all_paintings
from tests.ops.stylizing.painting_parts import small_vgg

Captured = pytest.CaptureFixture[str]
SMALL = ["--size", "64", "--steps", "2", "--set", "coarsest=64"]


@pytest.fixture(autouse=True)
def untrained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Small features under every name but vgg19, and an empty folder to work in."""

    def opened(name: str, **_: Any) -> Generator[Event, None, Any]:
        yield Stage(Sentence("Opening the features"))
        if name == "vgg19":
            raise Trouble("VGG-19 is not here yet.")
        return small_vgg()

    monkeypatch.setattr(features, "open_features", opened)
    monkeypatch.chdir(tmp_path)


def picture(path: str, seed: int = 0, size: tuple[int, int] = (60, 44)) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    small = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    Image.fromarray(small).resize(size, Image.Resampling.BICUBIC).save(path)
    return path


def test_one_picture_becomes_a_painting_with_a_history(capsys: Captured) -> None:
    picture("cat.jpg"), picture("waves.png", 1)
    assert cli.main(["stylize", "cat.jpg", "waves.png", "--out", "out/painted.png", *SMALL]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == "out/painted.png"
    assert "Painting cat-waves-0001" in err
    with Image.open("out/painted.png") as image:
        assert image.size == (64, 47)
    held = recipe_in(Path("out/painted.png"))
    assert held is not None and held.recipe.size == 64 and held.styles[0].name == "waves"
    (painting,) = all_paintings()
    assert painting.status == "finished"
    assert cli.main(["paintings"]) == 0
    assert "cat-waves-0001  finished  2/2" in capsys.readouterr().out


def test_every_option_is_a_knob(capsys: Captured) -> None:
    picture("cat.jpg"), picture("waves.png", 1), picture("stars.png", 2)
    options = [
        "--style-weight", "2.5", "--content-weight", "0.2", "--tv", "0.1", "--init", "noise",
        "--optimizer", "lbfgs", "--keep-colour", "--style-scale", "0.5", "--set", "seed=7",
        "--features", "mine",
    ]  # fmt: skip
    command = ["stylize", "cat.jpg", "waves.png:0.75", "stars.png:3", "--out", "a.png"]
    assert cli.main([*command, *SMALL, *options]) == 0
    held = recipe_in(Path("a.png"))
    assert held is not None
    assert [(s.name, s.weight) for s in held.styles] == [("waves", 0.75), ("stars", 3.0)]
    recipe = held.recipe
    assert (recipe.style_weight, recipe.content_weight, recipe.tv) == (2.5, 0.2, 0.1)
    assert (recipe.init, recipe.optimizer, recipe.keep_colour) == ("noise", "lbfgs", "luminance")
    assert (recipe.style_scale, recipe.seed, recipe.features) == (0.5, 7, "mine")


def test_samples_have_names_of_their_own_and_files_come_first() -> None:
    assert cli.main(["stylize", "coffee", "woodcut", "--out", "a.png", *SMALL]) == 0
    assert all_paintings()[0].name == "coffee-woodcut-0001"
    Path(picture("woodcut.png", 3)).rename("woodcut")
    assert cli.main(["stylize", "coffee", "woodcut:0.5", "--out", "b.png", *SMALL]) == 0
    held = recipe_in(Path("b.png"))
    assert held is not None and held.styles[0].pixels.shape == (44, 60, 3)


def test_masks_go_with_the_styles_in_order() -> None:
    picture("cat.jpg"), picture("a.png", 1), picture("b.png", 2)
    half = np.zeros((44, 60), np.uint8)
    half[:, :30] = 255
    Image.fromarray(half).save("left.png")
    Image.fromarray(255 - half).save("right.png")
    command = ["stylize", "cat.jpg", "a.png", "b.png", "--out", "c.png", *SMALL]
    masks = ["--mask", "-", "--mask", "left.png", "--style-mask", "right.png"]
    assert cli.main([*command, *masks]) == 0
    one, two = all_paintings()[0].commission().styles
    assert one.region is None and two.part is None
    assert np.array_equal(two.region, half) and np.array_equal(one.part, 255 - half)
    assert cli.main([*command, *["--mask", "left.png"] * 3]) == 2


def test_the_alpha_of_the_content_is_kept() -> None:
    alpha = np.full((44, 60), 255, np.uint8)
    alpha[:20] = 0
    with Image.open(picture("cat.png")) as image:
        Image.fromarray(np.dstack([np.asarray(image), alpha])).save("cut.png")
    assert cli.main(["stylize", "cut.png", "dots", "--out", "painted.png", *SMALL]) == 0
    with Image.open("painted.png") as image:
        assert image.mode == "RGBA" and image.getpixel((5, 5))[3] == 0


def test_content_and_style_may_be_the_same_picture() -> None:
    picture("cat.png")
    assert cli.main(["stylize", "cat.png", "cat.png", "--out", "same.png", *SMALL]) == 0


def test_fast_leaves_no_painting_behind(capsys: Captured) -> None:
    picture("cat.jpg")
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "a.png", "--fast"]) == 0
    with Image.open("a.png") as image:
        assert max(image.size) == 256
    assert all_paintings() == []


def test_what_a_painting_holds_is_painted_again() -> None:
    picture("cat.jpg")
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "a.png", *SMALL]) == 0
    assert cli.main(["stylize", "a.png", "--out", "b.png", "--style-weight", "4"]) == 0
    held = recipe_in(Path("b.png"))
    assert held is not None
    assert (held.recipe.style_weight, held.recipe.steps, held.name) == (4.0, 2, "cat")


def test_a_painting_goes_on_by_its_name(capsys: Captured) -> None:
    picture("cat.jpg")
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "a.png", *SMALL]) == 0
    assert cli.main(["stylize", "cat-dots-0001", "--out", "a.png"]) == 1
    assert "painted to its end" in capsys.readouterr().err
    assert cli.main(["stylize", "cat-dots-0001", "--steps", "4", "--out", "a.png"]) == 0
    assert len(all_paintings()) == 1
    assert all_paintings()[0].moments()[-1][0] == 4
    other = [
        "stylize",
        "cat-dots-0001",
        "--set",
        "style_weight=3",
        "--steps",
        "5",
        "--out",
        "b.png",
    ]
    assert cli.main(other) == 0
    assert all_paintings()[0].name == "cat-dots-0002"
    assert all_paintings()[0].recipe.style_weight == 3.0


def test_a_folder_becomes_a_folder(capsys: Captured) -> None:
    picture("in/a.png"), picture("in/sub/b.jpg", 1)
    Path("in/broken.png").write_text("no picture")
    command = ["stylize", "in", "dots", "--out", "out", *SMALL]
    assert cli.main(command) == 1
    out, err = capsys.readouterr()
    assert out.strip() == "out"
    assert "2 painted, 0 done before, 1 failed" in err
    assert "1 of 3 pictures could not be painted." in err
    assert recipe_in(Path("out/a.png")) is not None
    assert Path("out/sub/b.jpg").exists()
    Path("in/broken.png").unlink()
    assert cli.main([*command, "--json"]) == 0
    finished = json.loads(capsys.readouterr().out.splitlines()[-1])
    facts = {"event": "finished", "done": 0, "skipped": 2, "failed": [], "folder": "out"}
    assert finished == facts
    assert cli.main([*command, "--style-weight", "2"]) == 0
    assert "2 painted, 0 done before" in capsys.readouterr().err


def test_scripts_get_json(capsys: Captured) -> None:
    picture("cat.jpg")
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "a.png", "--json", *SMALL]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"stage", "started", "progress", "preview", "saved", "finished"} <= {
        each["event"] for each in told
    }
    assert told[-1]["out"] == "a.png" and told[-1]["painting"] == "cat-dots-0001"


def test_an_interruption_leaves_what_there_is_and_says_how_to_go_on(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gendesk.cli import telling

    def interrupting(self: Any, event: Event) -> None:
        if isinstance(event, Progress) and event.step == 5:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(telling.Lines, "__call__", interrupting)
    picture("cat.jpg")
    long = ["--size", "64", "--steps", "10000", "--set", "coarsest=64"]
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "a.png", *long]) == 130
    err = capsys.readouterr().err
    assert "a.png is how far it came" in err
    assert "`gendesk stylize cat-dots-0001 --out a.png` goes on" in err
    with Image.open("a.png") as image:
        assert image.size == (64, 47)
    painting = Painting.open("cat-dots-0001")
    assert painting.status == "stopped" and painting.checkpoints()


def test_how_it_was_painted_becomes_a_film_and_can_be_followed(capsys: Captured) -> None:
    picture("cat.jpg")
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "a.png", *SMALL]) == 0
    capsys.readouterr()
    assert cli.main(["export", "cat-dots-0001", "gif"]) == 0
    assert capsys.readouterr().out.strip() == "cat-dots-0001.gif"
    with Image.open("cat-dots-0001.gif") as film:
        assert film.n_frames > 1
    assert cli.main(["follow", str(all_paintings()[0].folder)]) == 0
    assert capsys.readouterr().out.strip() == "finished"


def test_into_a_folder_it_gets_a_name() -> None:
    picture("cat.jpg")
    Path("out").mkdir()
    assert cli.main(["stylize", "cat.jpg", "dots", "--out", "out", *SMALL]) == 0
    assert [path.name for path in Path("out").iterdir()] == ["cat-dots.png"]


WRONG = {
    "size must be a whole number": ["cat.jpg", "dots", "--size", "huge", "--out", "a.png"],
    "init must be one of content, noise, grey": [
        "cat.jpg", "dots", "--init", "black", "--out", "a.png",
    ],
    "painting has no knob nonsense": ["cat.jpg", "dots", "--set", "nonsense=1", "--out", "a.png"],
    "--set needs knob=value": ["cat.jpg", "dots", "--set", "seed", "--out", "a.png"],
    "needs a weight above 0": ["cat.jpg", "dots:-1", "--out", "a.png"],
    "has to end in .png": ["cat.jpg", "dots", "--out", "a.bmp"],
    "name at least one style.": ["nowhere", "--out", "a.png"],
    "holds no painting's recipe": ["cat.jpg", "--out", "a.png"],
    "cat.jpg would be written over": ["cat.jpg", "dots", "--out", "cat.jpg"],
    "Masks need the styles": ["cat.jpg", "--mask", "cat.jpg", "--out", "a.png"],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "typed"), WRONG.items(), ids=WRONG.keys())
def test_what_is_mistyped_is_said(sentence: str, typed: list[str], capsys: Captured) -> None:
    picture("cat.jpg")
    assert cli.main(["stylize", *typed]) == 2
    out, err = capsys.readouterr()
    assert sentence in err and len(err.strip().splitlines()) == 1
    assert out == "" and not paths.paintings().exists()


FAILING = {
    "nosuch.png does not exist": ["cat.jpg", "nosuch.png"],
    "nosuch.jpg does not exist": ["nosuch.jpg", "dots"],
    "tiny.png has 12 × 40 pixels, too few": ["cat.jpg", "tiny.png"],
    "VGG-19 is not here yet": ["cat.jpg", "dots", "--features", "vgg19"],
    "too narrow": ["banner.png", "dots", "--size", "64"],
    "text.png is not a picture": ["cat.jpg", "text.png"],
}


@pytest.mark.parametrize(("sentence", "typed"), FAILING.items(), ids=FAILING.keys())
def test_what_cannot_be_painted_is_said_and_leaves_nothing(
    sentence: str, typed: list[str], capsys: Captured
) -> None:
    picture("cat.jpg"), picture("tiny.png", size=(12, 40)), picture("banner.png", size=(400, 20))
    Path("text.png").write_text("hello")
    assert cli.main(["stylize", *typed, "--out", "a.png"]) == 1
    assert sentence in capsys.readouterr().err
    assert not Path("a.png").exists() and all_paintings() == []
