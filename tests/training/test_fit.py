"""The loop: it learns, resumes exactly, stands still where it must, and never spoils what is saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from lightning_fabric import Fabric

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Evaluated,
    Event,
    Paused,
    Preview,
    Progress,
    Resumed,
    Saved,
    Stage,
    Turned,
    Warned,
)
from gendesk.core.family import Batch, Dice
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.families.vae import Vae
from gendesk.nn.vae import VariationalAutoencoder
from gendesk.training import checkpoints
from gendesk.training.fit import fit


def run(
    recipe: Recipe,
    digits: Dataset,
    folder: Path,
    fabric: Fabric,
    *,
    until: int = 10**9,
    resume: bool = False,
) -> dict[int, dict[str, float]]:
    """Train, cut off right after step `until`; the metrics by step."""
    checkpoint = checkpoints.load(checkpoints.newest(folder)) if resume else None  # type: ignore[arg-type]
    metrics = {}
    events = fit(recipe, digits, folder, fabric=fabric, controls=Controls(), resume=checkpoint)
    for event in events:
        if isinstance(event, Progress):
            metrics[event.step] = dict(event.metrics)
            if event.step == until:
                events.close()  # type: ignore[attr-defined]
    return metrics


def everything(folder: Path) -> dict[str, torch.Tensor]:
    newest = checkpoints.newest(folder)
    assert newest
    checkpoint = checkpoints.load(newest)
    return {
        f"{name}: {key}": tensor
        for name in ("weights", "average", "optimizer")
        for key, tensor in checkpoint.tensors(name).items()
    }


def test_it_learns(recipe, digits, fabric, tmp_path):
    metrics = run(recipe.changed(steps=200), digits, tmp_path, fabric)
    assert metrics[200]["loss"] < 0.75 * metrics[1]["loss"]


def test_every_step_and_every_epoch_is_told(recipe, digits, fabric, tmp_path):
    events = list(fit(recipe, digits, tmp_path, fabric=fabric, controls=Controls()))
    assert [e.step for e in events if isinstance(e, Progress)] == list(range(1, 21))
    assert [e.step for e in events if isinstance(e, Evaluated)] == [10, 20]
    assert {e.kind for e in events if isinstance(e, Preview)} == {
        "samples", "reconstructions", "manifold",
    }  # fmt: skip
    assert [e.step for e in events if isinstance(e, Saved)] == [20]


@pytest.mark.parametrize("cut", [1, 7, 10, 13, 20])
@pytest.mark.parametrize("ema", [0.0, 0.99])
def test_a_resumed_run_equals_an_uninterrupted_one_bit_for_bit(
    cut, ema, recipe, digits, fabric, tmp_path
):
    recipe = recipe.changed(ema=ema, steps=25)
    whole = run(recipe, digits, tmp_path / "whole", fabric)
    first = run(recipe, digits, tmp_path / "cut", fabric, until=cut)
    torch.randn(99)  # whatever else the process draws must not matter
    second = run(recipe, digits, tmp_path / "cut", fabric, resume=True)
    assert first | second == whole
    expected, found = everything(tmp_path / "whole"), everything(tmp_path / "cut")
    assert expected.keys() == found.keys()
    assert all(torch.equal(expected[key], found[key]) for key in expected)


def test_convolutions_resume_exactly_too(recipe, digits, fabric, tmp_path):
    recipe = recipe.changed(net="conv", width=4, likelihood="gaussian", steps=6)
    whole = run(recipe, digits, tmp_path / "whole", fabric)
    first = run(recipe, digits, tmp_path / "cut", fabric, until=3)
    assert first | run(recipe, digits, tmp_path / "cut", fabric, resume=True) == whole


def test_two_trainings_at_once_do_not_disturb_each_other(recipe, digits, fabric, tmp_path):
    alone = run(recipe, digits, tmp_path / "alone", fabric)
    found: dict[str, dict[int, dict[str, float]]] = {}

    def work(name: str) -> None:
        found[name] = run(recipe, digits, tmp_path / name, fabric)

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found["a"] == found["b"] == alone


def test_a_live_knob_is_turned_at_the_next_step(recipe, digits, fabric, tmp_path):
    controls = Controls()
    seen: list[Event] = []
    for event in fit(recipe, digits, tmp_path, fabric=fabric, controls=controls):
        seen.append(event)
        if isinstance(event, Progress) and event.step == 5:
            controls.turn("lr", 1e-5)
            controls.turn("beta", "many")
    turned = [e for e in seen if isinstance(e, Turned)]
    assert turned == [Turned(5, "lr", 1e-3, 1e-5)]
    assert "beta must be a number" in str(next(e for e in seen if isinstance(e, Warned)).sentence)
    rates = {e.step: e.metrics["lr"] for e in seen if isinstance(e, Progress)}
    assert rates[5] > 1e-4 > rates[6]
    assert checkpoints.load(checkpoints.newest(tmp_path)).recipe.lr == 1e-5


def test_a_loss_that_is_not_finite_pauses_and_changes_nothing(
    recipe, digits, fabric, tmp_path, monkeypatch
):
    controls = Controls()
    net, sound = VariationalAutoencoder, VariationalAutoencoder.nats
    monkeypatch.setattr(net, "nats", lambda self, out, images: sound(self, out, images) * bad[0])
    bad = [1.0]
    events = fit(recipe, digits, tmp_path, fabric=fabric, controls=controls)
    for event in events:
        if isinstance(event, Progress):
            assert event.step <= 3, "a step that is not finite was learnt"
            if event.step == 3:
                bad[0] = float("nan")
        if isinstance(event, Paused):
            assert event.step == 3
            assert "step 4 the loss of vae" in str(event.sentence)
            assert event.remedy == {"lr": pytest.approx(recipe.lr / 3)}
            assert controls.paused
            break
    events.close()
    assert checkpoints.steps(tmp_path) == [3]
    assert all(tensor.isfinite().all() for tensor in everything(tmp_path).values())


def test_after_the_remedy_it_goes_on(recipe, digits, fabric, tmp_path, monkeypatch):
    controls = Controls()
    net, sound = VariationalAutoencoder, VariationalAutoencoder.nats
    bad = [1.0]
    monkeypatch.setattr(net, "nats", lambda self, out, images: sound(self, out, images) * bad[0])
    seen: list[Event] = []
    for event in fit(recipe, digits, tmp_path, fabric=fabric, controls=controls):
        seen.append(event)
        if isinstance(event, Progress) and event.step == 3 and len(seen) < 20:
            bad[0] = float("inf")
        if isinstance(event, Paused):
            bad[0] = 1.0
            controls.turn("lr", 1e-4)
            controls.resume()
    assert [e.step for e in seen if isinstance(e, Progress)] == list(range(1, 21))
    assert Resumed(3) in seen


def test_running_out_of_memory_proposes_a_batch_that_fits(
    recipe, digits, fabric, tmp_path, monkeypatch
):
    controls = Controls()
    update = Vae.update

    def small_batches_only(self, batch, turn):
        if len(batch.images) > 8:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return update(self, batch, turn)

    monkeypatch.setattr(Vae, "update", small_batches_only)
    seen: list[Event] = []
    for event in fit(recipe, digits, tmp_path, fabric=fabric, controls=controls):
        seen.append(event)
        if isinstance(event, Paused):
            assert event.remedy == {"batch_size": 6}
            controls.turn("batch_size", 6)
            controls.resume()
    assert [e.step for e in seen if isinstance(e, Progress)] == list(range(1, 21))
    assert checkpoints.load(checkpoints.newest(tmp_path)).manifest["seen"] == 20 * 6


def test_pause_is_told_within_a_step(recipe, digits, fabric, tmp_path):
    controls = Controls()
    for event in fit(recipe, digits, tmp_path, fabric=fabric, controls=controls):
        if isinstance(event, Progress) and event.step == 4:
            controls.pause()
        if isinstance(event, Paused):
            assert event == Paused(4)
            break
    else:
        pytest.fail("it never paused")


def test_what_is_asked_for_comes_at_once(recipe, digits, fabric, tmp_path):
    controls = Controls()
    seen: list[Event] = []
    for event in fit(recipe, digits, tmp_path, fabric=fabric, controls=controls):
        seen.append(event)
        if isinstance(event, Progress) and event.step == 5:
            controls.ask("save")
            controls.ask("preview")
    assert [e.step for e in seen if isinstance(e, Saved)] == [5, 20]
    assert 5 in {e.step for e in seen if isinstance(e, Preview)}


def test_the_first_steps_are_shown_more_often(recipe, digits, fabric, tmp_path):
    recipe = recipe.changed(preview_every=9)
    events = fit(recipe, digits, tmp_path, fabric=fabric, controls=Controls())
    shown = sorted({e.step for e in events if isinstance(e, Preview)})
    assert shown == [0, 1, 2, 4, 8, 9, 18, 20]


def test_bf16_learns_the_same_thing(recipe, digits, tmp_path):
    from gendesk.training.devices import fabric_for

    recipe = recipe.changed(steps=100)
    plain = run(recipe, digits, tmp_path / "32", fabric_for("cpu", "32"))
    mixed = run(recipe, digits, tmp_path / "bf16", fabric_for("cpu", "bf16"))
    assert mixed[100]["loss"] == pytest.approx(plain[100]["loss"], rel=0.02)


def test_weights_may_be_set_before_the_first_step(
    recipe: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prepare(learner: Vae, batches: Iterator[Batch], dice: Dice) -> Iterator[tuple[int, int]]:
        assert len(next(batches).images) == len(next(batches).images) == recipe.batch_size
        for done, weights in enumerate(learner.parts["vae"].parameters()):
            yield done, 99
            with torch.no_grad():
                weights.fill_(0.01)
        assert dice.uniform(2, 2).shape == (2, 2)

    monkeypatch.setattr(Vae, "prepare", prepare)
    tiny = recipe.changed(steps=1, lr=1e-7)
    events = list(fit(tiny, digits, tmp_path, fabric=fabric, controls=Controls()))
    assert [e.done for e in events if isinstance(e, Stage)][:3] == [0, 1, 2]
    saved = everything(tmp_path)
    for name in ("weights", "average"):
        found = [w for key, w in saved.items() if key.startswith(f"{name}: vae/")]
        assert found and all(torch.allclose(w, torch.full_like(w, 0.01)) for w in found if w.ndim)

    newest = checkpoints.newest(tmp_path)
    assert newest
    on = fit(
        tiny.changed(steps=2), digits, tmp_path, fabric=fabric, controls=Controls(),
        resume=checkpoints.load(newest),
    )  # fmt: skip
    assert not [e for e in on if isinstance(e, Stage) and e.total == 99]
