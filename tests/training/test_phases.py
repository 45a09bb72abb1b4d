"""Single phases: one network learns, its number counts, and a resume is exact."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
import torch
from lightning_fabric import Fabric
from torch import Tensor

from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.controls import Controls
from gendesk.core.events import Event, Looked, Paused, Phase, Preview, Progress, Resumed, Warned
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.jobs import Job
from gendesk.training import checkpoints, phases
from gendesk.training.fit import fit

FAMILIES = sorted(
    name for name, kind in Recipe.known.items() if issubclass(kind, AdversarialRecipe)
)
PHASES = {2: "discriminator", 3: "generator", 5: "generator"}  # after these steps
LAST = 7


def small(family: str) -> Recipe:
    own: dict[str, dict[str, object]] = {
        "gan": {"spectral": True},
        "progressive": {"phase": 2},
        "stylegan": {"depth": 2},
    }
    return Recipe.known[family]().changed(
        size=16, width=4, latent=5, batch_size=8, steps=LAST, preview_every=1000, r1=1.0,
        checkpoint_every=1000, **own.get(family, {}),
    )  # fmt: skip


def played(
    recipe: Recipe, digits: Dataset, fabric: Fabric, folder: Path, until: int = LAST
) -> Iterator[Event]:
    """A training in which phases are asked for; it is closed after step `until`."""
    controls, newest = Controls(), checkpoints.newest(folder)
    resume = checkpoints.load(newest) if newest else None
    if resume is not None and resume.step in PHASES:
        controls.play(PHASES[resume.step])
    events = fit(recipe, digits, folder, fabric=fabric, controls=controls, resume=resume)
    for event in events:
        yield event
        if isinstance(event, Paused):
            assert controls.wait(0) == (event.step in PHASES)  # there is one to play, or none
            if event.step not in PHASES:
                controls.resume()
        if isinstance(event, Progress) and event.step in PHASES:
            controls.play(PHASES[event.step])
        if isinstance(event, Progress) and event.step == until:
            events.close()  # type: ignore[attr-defined]


def tensors(folder: Path, name: str) -> dict[str, Tensor]:
    newest = checkpoints.newest(folder)
    assert newest
    return checkpoints.load(newest).tensors(name)


@pytest.mark.parametrize("family", FAMILIES)
def test_only_the_network_asked_for_learns_and_a_resume_is_exact(
    family: str, digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    recipe, learnt = small(family), {}
    for event in played(recipe, digits, fabric, tmp_path / "whole"):
        if isinstance(event, Progress):
            names = (name.rpartition("/") for name in event.metrics)
            learnt[event.step] = {part for what, _, part in names if what == "grad_norm"}
    both = {"discriminator", "generator"}
    alone = {step + 1: {part} for step, part in PHASES.items()}
    assert learnt == {step: alone.get(step, both) for step in range(1, LAST + 1)}
    for until in (3, LAST):  # closed after a single phase, before the next one
        list(played(recipe, digits, fabric, tmp_path / "cut", until))
    for name in ("weights", "average", "optimizer"):
        whole, cut = tensors(tmp_path / "whole", name), tensors(tmp_path / "cut", name)
        assert whole.keys() == cut.keys()
        assert all(torch.equal(whole[key], cut[key]) for key in whole), name


@pytest.mark.parametrize("family", ["gan", "stylegan"])  # which remember what they meet
def test_being_asked_changes_nothing(
    family: str, digits: Dataset, fabric: Fabric, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(played(small(family), digits, fabric, tmp_path / "asked"))
    scores = {name: np.zeros(3, np.float32) for name in ("real", "held_out", "fake")}
    monkeypatch.setattr(phases, "_asked", lambda *_: scores)
    list(played(small(family), digits, fabric, tmp_path / "not"))
    asked, not_asked = (tensors(tmp_path / name, "weights") for name in ("asked", "not"))
    assert all(torch.equal(asked[key], not_asked[key]) for key in asked)


def test_it_is_said_what_a_phase_did_and_shown(
    digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    recipe = small("gan").changed(spectral=False, net="mlp", hidden=32, lr=1e-2)
    events = list(played(recipe, digits, fabric, tmp_path))
    said = [event for event in events if isinstance(event, Phase)]
    assert {each.step - 1: each.part for each in said} == PHASES
    for each in said:
        assert each.before.keys() == each.after.keys() == {"real", "held_out", "fake"}
    critic, forger = said[0], said[2]
    gap = [around["real"] - around["fake"] for around in (critic.before, critic.after)]
    assert gap[1] > gap[0]
    assert forger.after["fake"] > forger.before["fake"]
    assert forger.after["real"] == forger.before["real"]  # the discriminator was frozen
    shown = [event.step for event in events if isinstance(event, Preview)]
    scored = [event.step for event in events if isinstance(event, Looked)]
    assert set(scored) == {step + 1 for step in PHASES} <= set(shown)


def test_a_phase_is_played_in_a_pause_that_lasts(
    digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    controls, said = Controls(), []
    controls.pause()
    for event in fit(small("gan"), digits, tmp_path, fabric=fabric, controls=controls):
        if isinstance(event, Progress | Paused | Resumed):
            said.append((type(event), event.step))
        if isinstance(event, Paused):
            assert not controls.wait(0)
            controls.play("generator") if event.step < 2 else controls.resume()
    assert said[:5] == [(Progress, 1), (Paused, 1), (Progress, 2), (Paused, 2), (Resumed, 2)]


def test_what_has_no_phases_takes_a_whole_step(
    recipe: Recipe, digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    controls = Controls()
    controls.play("generator")
    events = fit(recipe, digits, tmp_path, fabric=fabric, controls=controls)
    said = next(event for event in events if isinstance(event, Warned))
    assert str(said.sentence).startswith("Single phases are for GANs")
    assert next(e for e in events if isinstance(e, Progress)).step == 1
    events.close()  # type: ignore[attr-defined]


def test_a_job_that_is_paused_is_stepped_from_elsewhere(
    digits: Dataset, fabric: Fabric, tmp_path: Path
) -> None:
    def work(controls: Controls) -> Iterator[Event]:
        controls.pause()
        return fit(small("gan"), digits, tmp_path, fabric=fabric, controls=controls)

    job, seen = Job("stepped", work), []

    def until(kind: type[Event], step: int) -> None:
        deadline = time.monotonic() + 60
        while not any(isinstance(e, kind) and e.step == step for e in seen):
            assert time.monotonic() < deadline
            seen.extend(job.drain())
            time.sleep(0.002)

    worker = Thread(target=job.run)
    worker.start()
    try:
        until(Paused, 1)
        for step, part in ((2, "discriminator"), (3, "generator")):
            job.controls.play(part)
            until(Paused, step)
            assert any(isinstance(e, Phase) and e.step == step for e in seen)
        time.sleep(0.05)
        assert not job.drain()  # it stands still
    finally:
        job.controls.cancel()
        worker.join()
    newest = checkpoints.newest(tmp_path)
    assert newest and checkpoints.load(newest).step == 3
