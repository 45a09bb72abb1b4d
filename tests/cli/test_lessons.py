"""`gendesk lesson`: listed, played, and told as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from gendesk import cli
from gendesk.core.controls import Controls
from gendesk.core.events import Event, Progress
from gendesk.lessons import playing
from gendesk.runs.folder import Run, all_runs

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def talks(monkeypatch: pytest.MonkeyPatch) -> None:
    def learn(run: Run, controls: Controls, *, device: str) -> Iterator[Event]:
        for step in range(1, 41):
            looked = {"texture/frechet": 9.0, "texture/diversity": 0.2} if step % 10 == 0 else {}
            yield Progress(step, 40, {"loss": 40.0 / step, "d_loss": 1.0, "g_loss": 2.0, **looked})

    monkeypatch.setattr(playing, "train", learn)


def test_without_a_name_they_are_listed(capsys: Captured) -> None:
    assert cli.main(["lesson"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("collapse") and "contest" in out and len(out.splitlines()) == 4
    assert cli.main(["lesson", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["lessons"]) == 4


def test_a_lesson_is_told_to_its_end(capsys: Captured) -> None:
    assert cli.main(["lesson", "contest", "--seed", "4"]) == 0
    out = capsys.readouterr().out
    assert "First a variational autoencoder" in out
    assert "The loss fell from 3.077 to 1.429" in out
    assert "The lesson is over." in out
    assert [run.recipe.seed for run in all_runs()] == [4, 4]
    assert all(str(run.folder) in out for run in all_runs())


def test_a_lesson_as_json(capsys: Captured) -> None:
    assert cli.main(["lesson", "collapse", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told[0]["event"] == "told" and "Diversity" not in told[0]
    assert told[-1]["event"] == "missed"
    assert len(told[-1]["runs"]) == 1


def test_a_lesson_that_there_is_not_is_wrong_usage(capsys: Captured) -> None:
    assert cli.main(["lesson", "cooking"]) == 2
    assert "invalid choice" in capsys.readouterr().err
