"""The commands one after the other on a real, tiny training."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from gendesk import cli, paths
from gendesk.core.recipe import Recipe
from gendesk.runs.folder import Run, all_runs

Captured = pytest.CaptureFixture[str]


def picture(name: str) -> Image.Image:
    with Image.open(name) as image:
        image.load()
    return image


def test_train_and_use_what_was_learnt(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def done(*argv: str) -> str:
        assert cli.main(argv) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    tiny = ("--steps", "20", "--set", "net=mlp", "--set", "latent=2", "--set", "size=16")
    folder = done("train", "vae", "--data", "digits", *tiny, "--out", "first").strip()
    run = Run.open(folder)
    assert run.status == "finished"
    assert run.checkpoints()[-1][0] == 20
    assert set(run.previews()) == {"samples", "reconstructions", "manifold"}
    loss = run.metrics()["loss"][1]
    assert loss[-1] < loss[0]

    done("sample", "first", "--count", "10", "--seed", "3", "--out", "a.png")
    done("sample", "first", "--count", "10", "--seed", "3", "--out", "b.png")
    done("sample", "first", "--count", "10", "--seed", "4", "--out", "c.png")
    a, b, c = (picture(name) for name in ("a.png", "b.png", "c.png"))
    assert a.size == (4 * 18 - 2, 3 * 18 - 2)
    assert a.tobytes() == b.tobytes() != c.tobytes()
    assert json.loads(a.info["Recipe"])["latent"] == 2

    figures = json.loads(done("evaluate", "first", "--iwae", "3", "--json").splitlines()[-1])
    assert figures["metrics"]["nll"] > 0
    assert figures["metrics"]["loss"] > 0

    done("publish", "first", "tiny digits", "--licence", "CC0-1.0")
    (model,) = (json.loads(line) for line in done("models", "--json").splitlines())
    assert (model["name"], model["licence"], model["steps"]) == ("tiny digits", "CC0-1.0", 20)
    assert "tiny digits" in done("models")
    assert cli.main(["publish", "first", "tiny digits"]) == 1
    assert "There is a model tiny digits already" in capsys.readouterr().err

    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8 no picture")
    done("reconstruct", "tiny digits", "a.png", "broken.jpg", "a.png", "--out", "rebuilt")
    assert sorted(p.name for p in (tmp_path / "rebuilt").iterdir()) == ["a-2.png", "a.png"]
    assert picture("rebuilt/a.png").size == (34, 16)

    assert "finished" in done("runs")
    (listed,) = (json.loads(line) for line in done("runs", "--json").splitlines())
    assert (listed["name"], listed["step"], listed["folder"]) == ("first", 20, str(run.folder))
    assert done("follow", "first").strip() == "finished"
    assert "step,loss" in Path(done("export", "first", "csv").strip()).read_text()
    assert done("export", "first", "grid", "--picture", "manifold").strip() == "first-grid.png"

    weights = paths.models() / "tiny digits" / "weights.safetensors"
    spoiled = bytearray(weights.read_bytes())
    spoiled[-1] ^= 1
    weights.write_bytes(spoiled)
    assert cli.main(["sample", "tiny digits"]) == 1
    assert "not those that its card describes" in capsys.readouterr().err


def test_kinds_are_sampled_and_other_pictures_judged(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    others = tmp_path / "others"
    others.mkdir()
    for i in range(8):
        Image.linear_gradient("L").rotate(90 * i).resize((20, 20)).save(others / f"{i}.png")

    def done(*argv: str) -> str:
        assert cli.main(argv) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    tiny = ("--steps", "20", "--set", "net=mlp", "--set", "size=16", "--set", "latent=2")
    done("train", "cvae", "--data", "digits", *tiny, "--out", "kinds")
    done("sample", "kinds", "--count", "40", "--out", "all.png")
    assert picture("all.png").size == (4 * 18 - 2, 10 * 18 - 2)  # a row of each
    done("sample", "kinds", "--count", "4", "--class", "3", "--out", "threes.png")
    done("publish", "kinds", "kinds of digits")
    done("sample", "kinds of digits", "--count", "4", "--class", "3", "--out", "again.png")
    assert picture("threes.png").tobytes() == picture("again.png").tobytes()
    assert cli.main(["sample", "kinds", "--class", "nine"]) == 1
    assert "There is no kind 'nine'; there are 0, 1, 2" in capsys.readouterr().err
    assert cli.main(["train", "cvae", "--data", str(others), *tiny]) == 1
    assert "learns from labels, and these pictures have none" in capsys.readouterr().err
    assert [run.name for run in all_runs()] == ["kinds"]

    done("train", "autoencoder", "--data", "digits", *tiny, "--out", "plain")
    told = json.loads(done("evaluate", "plain", "--data", "others", "--json").splitlines()[-1])
    assert told["other"]["data"] == f"folder:{others}"
    assert told["metrics"].keys() == told["other"]["metrics"].keys() >= {"psnr", "psnr_pca"}
    lines = done("evaluate", "plain", "--data", "others").splitlines()
    assert lines[0].split() == ["digits", f"folder:{others}"]
    assert [line.split()[0] for line in lines[1:]] == ["loss", "psnr", "psnr"]
    assert len(done("evaluate", "plain", "--data", "digits").splitlines()) == 4
    done("reconstruct", "plain", "others", "--out", "rebuilt")
    assert len(list((tmp_path / "rebuilt").iterdir())) == 8


def test_the_report_on_pictures(capsys: Captured) -> None:
    assert cli.main(["data", "digits"]) == 0
    assert "1,797" in capsys.readouterr().out
    assert cli.main(["data", "digits", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["pictures"] == 1797


def test_bench_measures(capsys: Captured) -> None:
    tiny = ["--set", "net=mlp", "--set", "size=16"]
    assert cli.main(["bench", "vae", "--json", *tiny]) == 0
    measured = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert measured["pictures_per_second"] > 0
    assert cli.main(["bench", "nonsense"]) == 1


def test_bench_goes_on_where_a_family_cannot_learn_from_the_pictures(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for i in range(8):
        Image.new("L", (16, 16), 30 * i).save(tmp_path / f"{i}.png")
    some = {name: Recipe.known[name] for name in ("cvae", "vae")}
    monkeypatch.setattr(Recipe, "known", some)
    tiny = ["--set", "net=mlp", "--set", "size=16"]
    assert cli.main(["bench", "--data", str(tmp_path), *tiny]) == 0
    told = capsys.readouterr()
    assert "cvae: This family learns from labels" in told.err
    assert told.out.startswith("vae on")


def test_the_demo_leaves_pictures(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gendesk.cli import training

    def portrait(path: Path, run: Path) -> Path:
        assert Run.open(run).status == "finished"
        path.write_bytes(b"")
        return path

    monkeypatch.setattr(training, "_FEWEST_STEPS", 2)
    monkeypatch.setattr(training, "_DEMO_SECONDS", 0.0)
    assert cli.main(["demo", "--out", str(tmp_path / "out")], portrait) == 0
    names = ["samples.png", "manifold.png", "window.png"]
    said = capsys.readouterr().out.splitlines()
    assert [Path(line).name for line in said[-3:]] == names
    assert all((tmp_path / "out" / name).exists() for name in names)


def test_lists_and_help_need_no_torch(home: Path) -> None:
    script = """
import sys
from gendesk import cli
for argv in (["runs"], ["models"], ["--help"], ["train", "--help"], ["follow", "x"]):
    cli.main(argv)
heavy = {"torch", "torchvision", "PySide6", "sklearn"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_a_closed_pipe_is_quiet(home: Path) -> None:
    for name in ("a", "b"):
        folder = home / "runs" / name
        folder.mkdir(parents=True)
        (folder / "recipe.json").write_text('{"family": "vae"}')
    command = f"{sys.executable} -m gendesk runs --json | true; exit ${{PIPESTATUS[0]}}"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")
