"""`gendesk restore`, from a tiny training to a finished folder."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gendesk import cli

Captured = pytest.CaptureFixture[str]


def photo(path: Path, width: int = 90, height: int = 70) -> Path:
    """Edges of all directions and some colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[:height, :width]
    waves = [np.sin(x / (3 + c)) * np.cos(y / (4 + c)) for c in range(3)]
    pixels = (127 + 100 * np.sign(np.stack(waves, 2))).astype(np.uint8)
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a run and two models, each of them trained for a few steps."""
    folder = tmp_path_factory.mktemp("restorers")
    for number in range(4):
        photo(folder / "photos" / f"{number}.png", 90 + number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GENDESK_HOME", str(folder / "home"))
        tiny = [
            "--data", str(folder / "photos"), "--steps", "6", "--set", "size=48",
            "--set", "patch=24", "--set", "width=8", "--set", "blocks=1", "--set", "batch_size=4",
        ]  # fmt: skip
        for task, name in (("denoise", "clean"), ("upscale", "large")):
            arguments = [
                "train",
                "restorer",
                *tiny,
                "--set",
                f"task={task}",
                "--out",
                f"run-{name}",
            ]
            assert cli.main(arguments) == 0
            assert cli.main(["publish", f"run-{name}", name]) == 0
    return folder / "home"


@pytest.fixture
def models(trained: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GENDESK_HOME", str(trained))
    monkeypatch.chdir(tmp_path)


pytestmark = pytest.mark.usefixtures("models")


def test_a_tree_is_enlarged_and_a_second_time_nothing_is_left_to_do(
    tmp_path: Path, capsys: Captured
) -> None:
    photo(tmp_path / "in/a.png"), photo(tmp_path / "in/sub/b.jpg")
    command = ["restore", "in", "--model", "large", "--out", "out"]
    assert cli.main(command) == 0
    out, err = capsys.readouterr()
    assert out.strip() == "out"
    assert "2 restored, 0 done before, 0 failed" in err
    for name in ("a.png", "sub/b.jpg"):
        with Image.open(tmp_path / "out" / name) as image:
            assert image.size == (180, 140)
    assert cli.main([*command, "--json"]) == 0
    finished = json.loads(capsys.readouterr().out.splitlines()[-1])
    facts = {"event": "finished", "done": 0, "skipped": 2, "failed": [], "folder": "out"}
    assert finished == facts


def test_all_options_at_once(tmp_path: Path) -> None:
    photo(tmp_path / "a.png")
    options = [
        "--width", "150", "--tile", "32", "--format", "webp", "--quality", "70", "--blend", "0.8",
        "--grain", "2", "--name", "{name} by {model}", "--device", "cpu",
    ]  # fmt: skip
    assert cli.main(["restore", "a.png", "--model", "large", "--out", "out", *options]) == 0
    with Image.open(tmp_path / "out" / "a by large.webp") as image:
        assert (image.size, image.format) == ((150, 117), "WEBP")


def test_a_run_restores_with_what_it_has_learnt(tmp_path: Path) -> None:
    photo(tmp_path / "a.png")
    command = ["restore", "a.png", "--model", "run-clean", "--strength", "20", "--out", "out"]
    assert cli.main(command) == 0
    with Image.open(tmp_path / "out/a.png") as image:
        assert image.size == (90, 70)


def test_what_fails_is_told_and_the_exit_code_says_so(tmp_path: Path, capsys: Captured) -> None:
    photo(tmp_path / "in/a.png")
    (tmp_path / "in/b.png").write_bytes(b"no picture")
    assert cli.main(["restore", "in", "--model", "clean", "--out", "out", "--json"]) == 1
    out, err = capsys.readouterr()
    told = [json.loads(line) for line in out.splitlines()]
    warned = next(event["sentence"] for event in told if event["event"] == "warned")
    assert warned == "b.png is not a picture of a kind that can be read."
    finished = next(event for event in told if event["event"] == "finished")
    assert finished["failed"] == [{"file": "in/b.png", "reason": warned}]
    assert told[-1]["event"] == "failed"
    assert "1 of 2 pictures could not be restored." in err
    assert (tmp_path / "out/a.png").is_file()


def test_interrupted_it_says_that_the_same_command_goes_on(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gendesk.ops.restoring import batch

    for name in "abc":
        photo(tmp_path / f"in/{name}.png")
    write = batch.write_photo

    def write_and_interrupt(*arguments: Any, **options: Any) -> None:
        write(*arguments, **options)
        signal.raise_signal(signal.SIGINT)

    command = ["restore", "in", "--model", "large", "--out", "out"]
    monkeypatch.setattr(batch, "write_photo", write_and_interrupt)
    assert cli.main(command) == 130
    assert "the same command goes on from here" in capsys.readouterr().err
    monkeypatch.setattr(batch, "write_photo", write)
    assert cli.main(command) == 0
    assert "2 restored, 1 done before, 0 failed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--model", "clear"], 1, "Did you mean clean"),
        (["--model", "clean", "--strength", "200"], 1, "must lie between 0 and 55"),
        (["--model", "clean", "--width", "5000"], 1, "does not enlarge pictures"),
        (["--model", "large", "--out", "in"], 1, "is the folder of the pictures"),
        (["--model", "large", "--name", "{nam}"], 1, "is no pattern for names"),
        (["--model", "large", "--scale", "2", "--width", "100"], 2, "not both"),
        (["--model", "large", "--quality", "0"], 2, "quality must lie between 1 and 100"),
        (["--model", "large", "--format", "gif"], 2, "invalid choice"),
        (["--model", "large", "--tile", "big"], 2, "big"),
    ],
)
def test_bad_input_gets_one_plain_sentence(
    arguments: list[str], code: int, said: str, tmp_path: Path, capsys: Captured
) -> None:
    photo(tmp_path / "in/a.png")
    assert cli.main(["restore", "in", "--out", "out", *arguments]) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
