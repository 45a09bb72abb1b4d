"""Events read well on a terminal, in a log, and by a script."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from gendesk.cli import telling
from gendesk.cli.telling import Bars, Json, Lines, table, teller
from gendesk.core.events import (
    Curves,
    Diagnosed,
    Evaluated,
    Finding,
    Kind,
    Looked,
    Phase,
    Preview,
    Progress,
    Saved,
    Stage,
    Turned,
    Warned,
)
from gendesk.core.sentence import Sentence

EVENTS = [
    Stage(Sentence("Decoding pictures"), 1, 2),
    Progress(1, 2, {"loss": 3.14159, "kl": 2.0}, 1234.5, 0.5),
    Stage(Sentence("Judging"), 1, 1),
    Evaluated(1, {"loss": 3.0}),
    Turned(1, "lr", 0.1, 0.2),
    Warned(Sentence("{n} files are broken.", {"n": 3})),
    Saved("checkpoint", Path("x"), 1),
    Diagnosed(1, None),
    Diagnosed(1, Finding("collapse", Sentence("All are alike."), 1, {"recall": 0.0})),
    Progress(2, 2, {"loss": float("nan")}, 0.0, 1.0),
]
PHASE = Phase(7, "generator", {"real": 0.5, "fake": 0.25}, {"real": 0.5, "fake": 0.75})
LOOKED = Looked(7, {"fake": np.array([0.25, 0.75])}, (Kind("seven", 0.5, 1.0),), {"r_v": 0.0})


def test_json_is_strict_and_keeps_to_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    pixels = np.zeros((4, 5, 1), np.uint8)
    points = {"loss": (np.arange(9), np.zeros(9))}
    for event in [*EVENTS, Preview("samples", 2, pixels), Curves(points)]:
        Json()(event)

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    lines = capsys.readouterr().out.splitlines()
    told = [json.loads(line, parse_constant=refuse) for line in lines]
    assert told[1]["metrics"] == {"loss": 3.14159, "kl": 2.0}
    assert told[5] == {"event": "warned", "sentence": "3 files are broken.", "step": 0}
    assert told[6]["path"] == "x"
    assert told[7] == {"event": "diagnosed", "step": 1, "finding": None}
    assert told[8]["finding"]["sentence"] == "All are alike."
    assert told[8]["finding"]["evidence"] == {"recall": 0.0}
    assert told[9]["metrics"] == {"loss": None}
    assert told[10]["shape"] == [4, 5, 1]
    assert told[11]["points"] == {"loss": 9}


def test_phases_and_looks_are_told_in_short(capsys: pytest.CaptureFixture[str]) -> None:
    Json()(LOOKED)
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "event": "looked", "step": 7, "scores": {"fake": 0.5}, "kinds": {"seven": 0.5},
        "figures": {"r_v": 0.0},
    }  # fmt: skip
    line = "step 7 · the generator alone: real 0.500 → 0.500, fake 0.250 → 0.750"
    assert telling.told_in_a_line(PHASE) == line
    assert not telling.told_in_a_line(LOOKED)


def test_a_log_gets_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter(range(1000))
    clock = SimpleNamespace(monotonic=lambda: next(seconds) / 10)
    monkeypatch.setattr(telling, "time", clock)
    lines = Lines()
    for step in range(1, 101):
        lines(Progress(step, 100, {"loss": 1.5}, 2000.0))
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "step 1/100 · loss 1.5, 2,000 pictures/s"
    assert told[-1].startswith("step 100/100")
    assert len(told) == 3


def test_a_log_keeps_what_matters(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    for event in EVENTS:
        lines(event)
    err = capsys.readouterr().err
    for words in ("Decoding pictures", "held out: loss 3", "lr 0.1 → 0.2", "3 files are broken."):
        assert words in err


def test_a_terminal_gets_a_bar_and_the_same_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    bars = Bars()
    for event in EVENTS:
        bars(event)
    bars.close()
    shown = screen.getvalue()
    for words in ("Decoding pictures", "Training", "1/2", "Judging 1/1", "loss 3", "3 files"):
        assert words in shown


def test_who_listens_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(teller(True), Json)
    assert isinstance(teller(False), Lines)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert isinstance(teller(False), Bars)
    assert isinstance(teller(False, speaks=False), telling.Silent)


def test_a_table_is_aligned() -> None:
    assert table([("name", "x"), ("a", "long cell")]) == "name  x\na     long cell"
