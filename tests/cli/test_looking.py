"""Lists are honest about what is not there, and watching a run ends as the run ended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gendesk import cli
from gendesk.core.events import Event, Paused, Progress
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.runs.folder import Run
from gendesk.runs.record import record

Captured = pytest.CaptureFixture[str]


def make(name: str, *events: Event) -> Run:
    run = Run.create(Recipe.from_dict({"family": "vae", "steps": 2}), name)
    training = record(run, iter(events), 2)
    for _ in events:
        next(training)
    training.close()
    return run


def test_without_runs_models_and_paintings_it_says_how_to_get_one(capsys: Captured) -> None:
    for what, hint in (
        ("runs", "gendesk train"),
        ("models", "gendesk publish"),
        ("paintings", "gendesk stylize"),
    ):
        assert cli.main([what]) == 0
        out, err = capsys.readouterr()
        assert out == "" and hint in err
        assert cli.main([what, "--json"]) == 0
        assert capsys.readouterr() == ("", "")


def test_a_run_that_stands_still_is_watched_to_its_end(capsys: Captured) -> None:
    make("a", Progress(1, 2, {"loss": 1.0}), Paused(1, Sentence("The memory is full.")))
    assert cli.main(["follow", "a"]) == 1
    err = capsys.readouterr().err
    assert err.count("The memory is full.") == 2  # when it happened, and as the reason of its end


def test_watching_a_run_that_was_stopped(capsys: Captured) -> None:
    make("a", Progress(1, 2, {"loss": 1.0}), Paused(1))
    assert cli.main(["follow", "a", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [e["event"] for e in told] == ["curves", "progress", "paused", "finished"]
    assert told[-1]["status"] == "stopped"


def test_exports_land_beside_their_kind(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make("a", Progress(1, 2, {"loss": 1.0}), Progress(2, 2, {"loss": 0.5}))
    for kind, file in (("csv", "a-curves.csv"), ("curves", "a-curves.png")):
        assert cli.main(["export", "a", kind]) == 0
        assert capsys.readouterr().out == f"{file}\n"
        assert (tmp_path / file).stat().st_size
    assert cli.main(["export", "a", "mp4"]) == 1
    assert "no picture yet" in capsys.readouterr().err
    assert cli.main(["export", "a", "vhs"]) == 2
    assert cli.main(["sample", "a"]) == 1
    assert "no checkpoint yet" in capsys.readouterr().err
