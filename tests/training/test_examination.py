"""The doctor beside a training: when it looks, what it says, and that it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
import torch
from lightning_fabric import Fabric

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Diagnosed,
    Event,
    Kind,
    Looked,
    Paused,
    Preview,
    Progress,
    Saved,
)
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.training import checkpoints, examination
from gendesk.training.fit import fit
from gendesk.training.quality import Quality, Sight
from gendesk.training.state import State
from gendesk.training.turn import NotFinite

SOUND = {
    "frechet": 4.0, "precision": 0.7, "recall": 0.8, "coverage": 0.4, "diversity": 0.9,
    "novelty": 1.3, "motion": 0.1,
}  # fmt: skip


class Looking:
    """Quality that says what it is told to say, and counts."""

    def __init__(self) -> None:
        self.times = 0
        self.figures = dict(SOUND)
        self.error: Exception | None = None

    def measure(self, learner: object, before: torch.Tensor | None) -> Sight:
        self.times += 1
        if self.error:
            raise self.error
        figures = {f"texture/{name}": value for name, value in self.figures.items()}
        kinds = (Kind("0", 0.5, 0.5), Kind("1", 0.5, 0.5))
        return Sight(figures, kinds, torch.ones(2, 3, 1, 4, 4), torch.zeros(4, 2))


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> Looking:
    found = Looking()
    monkeypatch.setattr(examination, "quality", lambda *_: found)
    return found


@pytest.fixture
def gan() -> Recipe:
    return Recipe.known["gan"]().changed(
        size=16, net="mlp", hidden=16, latent=8, steps=60, batch_size=27, checkpoint_every=1000,
        preview_every=10,
    )  # fmt: skip


def trained(
    recipe: Recipe, digits: Dataset, fabric: Fabric, folder: Path, controls: Controls | None = None
) -> Iterator[Event]:
    return fit(recipe, digits, folder, fabric=fabric, controls=controls or Controls())


def steps_looked(events: list[Event]) -> list[int]:
    return [e.step for e in events if isinstance(e, Progress) and "texture/frechet" in e.metrics]


def test_it_looks_at_doubling_steps_however_long_it_takes(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(examination, "SHARE", 0.0)
    assert steps_looked(list(trained(gan, digits, fabric, tmp_path))) == [10, 20, 30, 40, 60]
    assert looking.times == 5


def test_it_looks_whenever_pictures_are_shown_where_there_is_time(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(examination, "SHARE", 1.0)
    events = list(trained(gan, digits, fabric, tmp_path))
    assert steps_looked(events) == [10, 20, 30, 40, 50, 60]
    rows = [e.metrics for e in events if isinstance(e, Progress) and "r_v" in e.metrics]
    assert all(row["r_v"] >= 0 for row in rows)


def test_what_it_sees_is_said_with_the_scores_of_single_pictures(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking
) -> None:
    events = list(trained(gan.changed(steps=10), digits, fabric, tmp_path))
    (seen,) = [e for e in events if isinstance(e, Looked)]
    assert seen.step == 10
    assert seen.figures["texture/frechet"] == 4.0
    assert [kind.name for kind in seen.kinds] == ["0", "1"]
    held_out = len(digits.held_out)
    assert {name: each.shape for name, each in seen.scores.items()} == dict.fromkeys(
        ("real", "held_out", "fake"), (held_out,)
    )
    assert all(((each > 0) & (each < 1)).all() for each in seen.scores.values())
    (nearest,) = [e for e in events if isinstance(e, Preview) and e.kind == "nearest"]
    assert nearest.picture.shape == (10, 16, 1)


def test_a_collapse_is_said_with_what_helps_and_where_to_go_back_to(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(examination, "SHARE", 1.0)
    recipe = gan.changed(steps=300, checkpoint_every=20, keep=1, lr=1e-3)
    said = []
    for event in trained(recipe, digits, fabric, tmp_path):
        if isinstance(event, Diagnosed):
            said.append(event)
        if isinstance(event, Saved) and event.step == 100:
            looking.figures |= {"diversity": 0.1, "recall": 0.0, "coverage": 0.0}
    assert [each.finding and each.finding.name for each in said] == [None, "collapse"]
    finding = said[1].finding
    assert finding is not None
    assert finding.since == 110
    assert finding.evidence == {
        "texture/diversity": 0.1, "texture/recall": 0.0, "texture/coverage": 0.0
    }  # fmt: skip
    assert any(each.rewind == 100 for each in finding.remedies)
    # The flight recorder: one newest, and two from before it began.
    assert checkpoints.steps(tmp_path) == [80, 100, 300]
    assert checkpoints.load(tmp_path / "00000300").manifest["doctor"]["well"] == 109


def cut_off(
    recipe: Recipe, digits: Dataset, fabric: Fabric, folder: Path, cuts: Sequence[int]
) -> list[Event]:
    """The events of a training that is interrupted right after these steps, and goes on each time."""
    events: list[Event] = []
    for cut in (*cuts, recipe.steps):
        newest = checkpoints.newest(folder)
        resume = checkpoints.load(newest) if newest else None
        going = fit(recipe, digits, folder, fabric=fabric, controls=Controls(), resume=resume)
        for event in going:
            events.append(event)
            if isinstance(event, Progress) and event.step == cut < recipe.steps:
                going.close()  # type: ignore[attr-defined]
    return events


def findings(events: list[Event]) -> list[tuple[int, str, int, Mapping[str, float]]]:
    """What is said anew: after each interruption the last of it is said again."""
    said = [
        (e.step, e.finding.name, e.finding.since, e.finding.evidence)
        if e.finding
        else (e.step, "", 0, {})
        for e in events
        if isinstance(e, Diagnosed)
    ]
    return [each for i, each in enumerate(said) if not i or each[1:] != said[i - 1][1:]]


@pytest.mark.parametrize("cuts", [(100,), (150,), (190, 197), (110, 210, 290)])
def test_an_interrupted_training_is_given_the_same_diagnoses(
    cuts: Sequence[int], gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path,
    looking: Looking, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(examination, "SHARE", 1.0)

    def sees(learner: object, before: torch.Tensor | None) -> Sight:
        ill = 8 <= looking.times + 1 < 25  # at steps 80 to 240
        looking.figures |= {"diversity": 0.1 if ill else 0.9, "recall": 0.0 if ill else 0.8}
        return Looking.measure(looking, learner, before)

    monkeypatch.setattr(looking, "measure", sees)
    recipe = gan.changed(steps=300)
    whole = cut_off(recipe, digits, fabric, tmp_path / "whole", ())
    looking.times = 0
    parts = cut_off(recipe, digits, fabric, tmp_path / "cut", cuts)
    assert [name for _, name, *_ in findings(whole)] == ["", "collapse", ""]
    assert findings(parts) == findings(whole)
    assert metrics_of(parts) == metrics_of(whole)


def metrics_of(events: list[Event]) -> list[tuple[int, Mapping[str, float]]]:
    return [(e.step, e.metrics) for e in events if isinstance(e, Progress)]


def test_how_far_the_samples_went_is_known_after_an_interruption(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Encoder:
        layers: tuple[str, ...] = ("across", "down")

        def features(self, images: torch.Tensor, layers: Sequence[str]) -> list[torch.Tensor]:
            return [images[:, :, ::2], images[:, :, :, ::2]]

    monkeypatch.setattr(examination, "SHARE", 1.0)
    monkeypatch.setattr(
        examination,
        "quality",
        lambda _, dataset, seed, device: Quality(Encoder(), "texture", dataset, seed, device),
    )
    recipe = gan.changed(steps=30)
    whole = cut_off(recipe, digits, fabric, tmp_path / "whole", ())
    parts = cut_off(recipe, digits, fabric, tmp_path / "cut", (14, 20))
    assert metrics_of(parts) == metrics_of(whole)
    assert [s for s, m in metrics_of(parts) if "texture/motion" in m] == [20, 30]


def test_what_is_learnt_does_not_hang_on_it(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking
) -> None:
    list(trained(gan, digits, fabric, tmp_path / "seldom"))
    list(trained(gan.changed(preview_every=1000), digits, fabric, tmp_path / "never"))
    one, other = (
        checkpoints.load(tmp_path / name / "00000060").tensors("weights")
        for name in ("seldom", "never")
    )
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_an_autoencoder_is_never_diagnosed(
    recipe: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking
) -> None:
    events = list(trained(recipe.changed(preview_every=5), digits, fabric, tmp_path))
    assert not any(isinstance(e, Diagnosed) for e in events)
    assert looking.times == 0


def test_memory_that_runs_out_is_left_to_the_training(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, looking: Looking
) -> None:
    looking.error = MemoryError()
    events = list(trained(gan, digits, fabric, tmp_path))
    assert sum(isinstance(e, Progress) for e in events) == 60
    assert looking.times == 1


def test_a_loss_that_is_no_number_is_a_divergence(
    gan: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn = State.learn

    def fails(state: State) -> dict[str, float]:
        if state.step == 5:
            raise NotFinite("At step {step} it broke.", step=6)
        return learn(state)

    monkeypatch.setattr(State, "learn", fails)
    events = trained(gan, digits, fabric, tmp_path)
    said = next(e for e in events if isinstance(e, Diagnosed))
    assert said.finding is not None
    assert (said.finding.name, said.finding.since, said.step) == ("divergence", 6, 5)
    assert said.finding.remedies
    assert isinstance(next(events), Paused)
    events.close()  # type: ignore[attr-defined]
