"""Trainings that only talk: they collapse until a knob is turned, or end after a few steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import Diagnosed, Event, Finding, Progress, Turned
from gendesk.core.sentence import Sentence
from gendesk.lessons import playing
from gendesk.runs.folder import Run
from gendesk.training.remedies import remedies

CLOSED: list[str] = []


def talking(run: Run, controls: Controls, *, device: str = "auto") -> Iterator[Event]:
    """At each 10th step the pictures are looked at; they get better once a knob was turned."""
    better = 1.0
    try:
        for step in range(1, run.recipe.steps + 1):
            for name, value in controls.take_turned().items():
                better = 3.0
                yield Turned(step, name, None, value, controls.cures(name))
            looked = {"texture/frechet": 60 / better, "texture/diversity": 0.2 * better}
            figures = {
                "d_loss": 1.0,
                "g_loss": 2.0,
                "real_score": 0.6,
                "fake_score": 0.4,
                "loss": 9.0,
            }
            yield Progress(step, run.recipe.steps, figures | (looked if step % 10 == 0 else {}))
            if step == 40:
                cures = remedies("collapse", run.recipe)
                yield Diagnosed(step, Finding("collapse", Sentence("All alike."), 20, {}, cures))
            if step == 60:
                yield Diagnosed(step, None)
    finally:
        CLOSED.append(run.name)


@pytest.fixture
def talks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for training; the names of the runs that were closed."""
    CLOSED.clear()
    monkeypatch.setattr(playing, "train", talking)
    return CLOSED
