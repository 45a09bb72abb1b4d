"""A training that costs nothing, in place of the real one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Preview, Progress, Saved, Stage
from gendesk.core.sentence import Sentence
from gendesk.runs import session
from gendesk.runs.folder import Run
from gendesk.runs.record import record

Training = Callable[[Run, Controls, int, int], Iterator[Event]]


def learn(run: Run, controls: Controls, first: int, last: int) -> Iterator[Event]:
    """A row a step, and a checkpoint and a preview at the end or wherever it is closed."""
    yield Stage(Sentence("Getting ready"))
    step = first
    try:
        while step < last:
            step += 1
            yield Progress(step, last, {"loss": 10.0 / step}, 100.0, step / 10)
        yield Preview("samples", step, np.zeros((8, 8, 1), np.uint8))
    finally:
        folder = run.folder / "checkpoints" / f"{step:08d}"
        folder.mkdir(parents=True, exist_ok=True)
        manifest = {"recipe": run.recipe.as_dict()}
        (folder / "manifest.json").write_text(json.dumps(manifest))
    yield Saved("checkpoint", folder, step)


@pytest.fixture
def put_training(monkeypatch: pytest.MonkeyPatch) -> Callable[[Training], None]:
    """Let `gendesk train` drive another iterator of events, recorded as ever."""

    def put(training: Training) -> None:
        def train(
            run: Run, controls: Controls, *, steps: int | None = None, **_: Any
        ) -> Iterator[Event]:
            there = run.checkpoints()
            first, last = there[-1][0] if there else 0, steps or run.recipe.steps
            yield from record(run, training(run, controls, first, last), last, first)

        monkeypatch.setattr(session, "train", train)

    return put


@pytest.fixture
def quick_training(put_training: Callable[[Training], None]) -> None:
    put_training(learn)
