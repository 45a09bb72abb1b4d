"""Runs side by side: what each draws, measured in the same way."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from gendesk.core.controls import Controls
from gendesk.core.events import Stage
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.jobs import Job
from gendesk.runs import comparison
from gendesk.runs.comparison import Drawn, compare
from gendesk.runs.folder import Run
from gendesk.runs.session import train


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """A VAE and a GAN that have learnt two steps."""
    made = []
    for family in ("vae", "gan"):
        settings = {"net": "mlp", "size": 16, "hidden": 16, "steps": 2, "batch_size": 8}
        run = Run.create(Recipe.known[family]().changed(**settings))
        list(train(run, Controls(), device="cpu"))
        made.append(run)
    return made


def compared(runs: list[Run]) -> list[Drawn]:
    job = Job("compare", lambda _: compare(runs))
    job.run()
    *told, last = job.drain()
    assert any(isinstance(event, Stage) and event.total == len(runs) for event in told)
    found: list[Drawn] = last.result  # type: ignore[union-attr]
    return found


def test_samples_of_each_and_no_distance_where_nothing_measures(runs: list[Run]) -> None:
    one, two = compared(runs)
    assert one.picture.shape == two.picture.shape
    assert one.picture.shape[2] == 1 and one.picture.std() > 0
    assert (one.picture != two.picture).any()
    assert one.frechet is None


def test_all_are_measured_by_the_same_pictures(
    runs: list[Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def quality(learner: object, dataset: object, seed: int, device: object) -> object:
        asked.append((dataset.key, seed))  # type: ignore[attr-defined]
        figures = {"texture/frechet": float(len(asked))}
        return SimpleNamespace(measure=lambda _: SimpleNamespace(figures=figures))

    monkeypatch.setattr(comparison, "quality", quality)
    assert [drawn.frechet for drawn in compared(runs)] == [1.0, 2.0]
    assert asked[0] == asked[1]


def test_a_run_that_has_learnt_nothing_draws_nothing() -> None:
    run = Run.create(Recipe.known["gan"]())
    with pytest.raises(Trouble, match="no checkpoint yet"):
        list(compare([run]))
