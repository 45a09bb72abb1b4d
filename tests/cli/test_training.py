"""`gendesk train`: what is trained, how it ends, and what a script sees of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gendesk import cli, paths
from gendesk.cli.driving import SIGNALS
from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Progress
from gendesk.core.sentence import Sentence, Trouble
from gendesk.runs.folder import Run, all_runs

PutTraining = Callable[[Callable[[Run, Controls, int, int], Iterator[Event]]], None]
Captured = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("quick_training")
class TestWhatIsTrained:
    def test_a_family_makes_a_run_and_says_where_it_lies(self, capsys: Captured) -> None:
        assert cli.main(["train", "vae", "--steps", "7", "--set", "lr=0.01"]) == 0
        out, err = capsys.readouterr()
        run = Run.open(out.strip())
        assert (run.recipe.steps, run.recipe.lr, run.status) == (7, 0.01, "finished")
        assert "step 7/7" in err

    def test_without_a_word_it_is_the_default_family(self, capsys: Captured) -> None:
        assert cli.main(["train", "--steps", "2"]) == 0
        assert Run.open(capsys.readouterr().out.strip()).name == "vae-digits-0001"

    def test_a_recipe_file(self, tmp_path: Path, capsys: Captured) -> None:
        file = tmp_path / "mine.json"
        file.write_text('{"family": "vae", "latent": 5, "steps": 3}')
        assert cli.main(["train", str(file), "--set", "size=16"]) == 0
        recipe = Run.open(capsys.readouterr().out.strip()).recipe
        assert (recipe.as_dict()["latent"], recipe.size, recipe.steps) == (5, 16, 3)

    def test_a_run_goes_on(self, capsys: Captured) -> None:
        cli.main(["train", "vae", "--steps", "3"])
        name = all_runs()[0].name
        assert cli.main(["train", name, "--steps", "5"]) == 0
        assert len(all_runs()) == 1
        assert Run.open(name).metrics()["loss"][0].tolist() == [1, 2, 3, 4, 5]
        assert "Going on from" in capsys.readouterr().err or Run.open(name).recipe.steps == 5

    def test_a_run_with_other_knobs_is_a_branch(self) -> None:
        cli.main(["train", "vae", "--steps", "3", "--out", "first"])
        arguments = ["train", "first", "--set", "beta=2", "--steps", "5", "--out", "second"]
        assert cli.main(arguments) == 0
        assert Run.open("first").recipe.as_dict()["beta"] == 1
        second = Run.open("second")
        assert second.recipe.as_dict()["beta"] == 2
        assert second.metrics()["loss"][0].tolist() == [1, 2, 3, 4, 5]
        assert second.journal()[0]["origin"] == {"run": "first", "step": 3}

    def test_out_is_a_name_or_a_folder(self, tmp_path: Path) -> None:
        assert cli.main(["train", "--steps", "1", "--out", "named"]) == 0
        assert (paths.runs() / "named" / "recipe.json").exists()
        assert cli.main(["train", "--steps", "1", "--out", str(tmp_path / "a" / "b")]) == 0
        assert Run.open(tmp_path / "a" / "b").status == "finished"
        assert cli.main(["train", "--steps", "1", "--out", "named"]) == 1

    def test_a_folder_of_pictures_means_the_same_from_everywhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "cats").mkdir()
        monkeypatch.chdir(tmp_path)
        for source in ("cats", "./cats", "folder:cats"):
            assert cli.main(["train", "--steps", "1", "--data", source]) == 0
            assert all_runs()[0].recipe.data == f"folder:{tmp_path / 'cats'}"

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["--set", "colour_of_hair=1"], "no knob"),
            (["--set", "lr"], "knob=value"),
            (["--set", "lr=fast"], "number"),
            (["--steps", "0"], "between"),
            (["--set", "size=30"], "multiple of 4"),
            (["--device", "abacus"], "invalid choice"),
            (["--steps", "many"], "invalid int"),
        ],
    )
    def test_what_cannot_be_meant_is_wrong_usage(
        self, arguments: list[str], sentence: str, capsys: Captured
    ) -> None:
        assert cli.main(["train", *arguments]) == 2
        assert sentence in capsys.readouterr().err
        assert all_runs() == []

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["nonsense"], "neither a family"),
            (["vae-digits-0009"], "There is no run"),
            (["none.json"], "cannot be read"),
            (["--data", "no-such-thing"], "There are no pictures"),
        ],
    )
    def test_what_is_not_there_is_said(
        self, arguments: list[str], sentence: str, capsys: Captured
    ) -> None:
        assert cli.main(["train", *arguments]) == 1
        assert sentence in capsys.readouterr().err

    def test_json_is_one_object_a_line(self, capsys: Captured) -> None:
        assert cli.main(["train", "vae", "--steps", "2", "--json"]) == 0
        out, err = capsys.readouterr()
        told = [json.loads(line) for line in out.splitlines()]
        events = told[[event["event"] for event in told].index("started") :]
        assert {event["event"] for event in told[: -len(events)]} == {"stage"}  # of the survey
        assert [event["event"] for event in events] == [
            "started", "stage", "progress", "progress", "preview", "saved", "finished",
        ]  # fmt: skip
        assert events[2]["metrics"] == {"loss": 10.0}
        assert Run.open(events[-1]["folder"]).name == events[-1]["run"]
        assert err == ""

    def test_other_processes_of_torchrun_leave_nothing(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setenv("RANK", "1")
        assert cli.main(["train", "vae", "--steps", "2"]) == 0
        assert cli.main(["train", "vae", "--set", "lr=fast"]) == 2
        assert all_runs() == []
        assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_and_saves(
    number: signal.Signals, put_training: PutTraining, capsys: Captured
) -> None:
    saved: list[int] = []

    def work(run: Run, controls: Controls, first: int, last: int) -> Iterator[Event]:
        try:
            for step in range(1, last + 1):
                if step == 3:
                    os.kill(os.getpid(), number)
                yield Progress(step, last, {"loss": 1.0})
        finally:
            saved.append(step)

    before = signal.getsignal(number)
    put_training(work)
    assert cli.main(["train", "vae", "--steps", "9"]) == 130
    assert saved == [3]
    assert signal.getsignal(number) == before
    run = all_runs()[0]
    assert run.status == "stopped"
    assert f"gendesk train {run.name}" in capsys.readouterr().err


def test_standing_still_for_a_reason_fails_with_the_remedy_to_type(
    put_training: PutTraining, capsys: Captured
) -> None:
    def work(run: Run, controls: Controls, first: int, last: int) -> Iterator[Event]:
        yield Progress(1, last, {"loss": 1.0})
        yield Paused(
            1, Sentence("The loss is not finite at step {step}.", {"step": 2}), {"lr": 1e-4}
        )
        raise AssertionError("nobody resumed it")

    put_training(work)
    assert cli.main(["train", "vae", "--steps", "9"]) == 1
    run = all_runs()[0]
    err = capsys.readouterr().err
    assert "The loss is not finite at step 2." in err
    assert f"gendesk train {run.name} --set lr=0.0001" in err
    assert run.status == "failed"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Trouble("The {what} is out.", what="cable"), "The cable is out."),
        (ZeroDivisionError("division by zero"), "gendesk did not foresee (ZeroDivisionError"),
    ],
)
def test_a_failure_is_one_sentence_and_no_traceback(
    error: Exception, sentence: str, put_training: PutTraining, capsys: Captured
) -> None:
    def work(run: Run, controls: Controls, first: int, last: int) -> Iterator[Event]:
        yield Progress(1, last, {"loss": 1.0})
        raise error

    put_training(work)
    assert cli.main(["train", "vae", "--json"]) == 1
    out, err = capsys.readouterr()
    assert sentence in err and "Traceback" not in err
    assert json.loads(out.splitlines()[-1])["event"] == "failed"
    assert paths.log_file().exists() == isinstance(error, ZeroDivisionError)


def test_sigterm_saves_a_real_training(home: Path) -> None:
    command = [sys.executable, "-m", "gendesk", "train", "vae", "--json", "--set", "net=mlp"]
    command += ["--steps", "100000", "--set", "size=16", "--set", "batch_size=32"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout and child.stderr
        for line in child.stdout:
            event = json.loads(line)
            if event["event"] == "progress" and event["step"] >= 3:
                break
        child.send_signal(signal.SIGTERM)
        last = [json.loads(line) for line in child.stdout][-1]
        assert b"Traceback" not in child.stderr.read()
    assert child.returncode == 130
    assert last["event"] == "cancelled"
    run = Run.open(last["folder"])
    steps, _ = run.metrics()["loss"]
    assert run.checkpoints()[-1][0] == steps[-1]
    assert run.status == "stopped"
