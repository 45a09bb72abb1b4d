"""The autoencoder: its three tasks, PCA beside it, and codes that random vectors can reach."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from gendesk.core.controls import Controls
from gendesk.core.events import Evaluated, Preview, Progress
from gendesk.core.family import Batch, Decodes, Encodes, capabilities
from gendesk.core.recipe import Material, Recipe
from gendesk.data.dataset import Dataset
from gendesk.families.autoencoder import Autoencoder
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.dice import CountedDice
from gendesk.training.fit import fit

from .conftest import Train

CPU = torch.device("cpu")


def small(**settings: object) -> Recipe:
    few = {"size": 16, "net": "mlp", "hidden": 128, "width": 8, "latent": 8, "batch_size": 64}
    few |= {"lr": 3e-3, "steps": 150, "preview_every": 1000}
    return Recipe.known["autoencoder"]().changed(**few | settings)


def built(**settings: object) -> Autoencoder:
    learner = small(**settings).build(1)
    assert isinstance(learner, Autoencoder)
    return learner


@pytest.mark.parametrize("net", ["mlp", "conv"])
@pytest.mark.parametrize("task", ["plain", "denoise", "upscale"])
def test_it_learns(net: str, task: str, train: Train) -> None:
    events = train(small(net=net, task=task))
    losses = [event.metrics["loss"] for event in events if isinstance(event, Progress)]
    assert losses[-1] < 0.5 * losses[0]
    last = [event for event in events if isinstance(event, Evaluated)][-1].metrics
    assert ("psnr_before" in last) == (task != "plain")
    kinds = {event.kind for event in events if isinstance(event, Preview)}
    assert kinds == {"compared" if task == "plain" else "repaired", "errors", "samples"}


def test_it_knows_more_than_pca_with_as_many_numbers(train: Train) -> None:
    events = train(small(latent=4, hidden=256, steps=500))
    last = [event for event in events if isinstance(event, Evaluated)][-1].metrics
    assert last["psnr"] > last["psnr_pca"] + 0.7


def test_cleaned_pictures_are_nearer_to_the_clean_ones(train: Train) -> None:
    events = train(small(task="denoise", strength=200, steps=300))
    last = [event for event in events if isinstance(event, Evaluated)][-1].metrics
    assert last["psnr"] > last["psnr_before"] + 1


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("task", ["plain", "denoise", "upscale"])
@pytest.mark.parametrize("net", ["mlp", "conv"])
def test_it_encodes_decodes_and_previews(channels: int, task: str, net: str) -> None:
    learner = small(task=task, net=net, noise="mixed", scale=3).build(channels)
    assert isinstance(learner, Encodes) and isinstance(learner, Decodes)
    assert capabilities(learner) == ["encodes", "decodes"]
    images = torch.rand(20, channels, 16, 16)
    z = learner.encode(images)
    assert z.shape == (20, 8)
    assert learner.decode(z).shape == images.shape
    with torch.no_grad():
        shown = learner.preview(Batch(images, None), CountedDice(0, "preview", CPU))
    rows = {"compared": 6} if task == "plain" else {"repaired": 8}
    assert {kind: len(pictures) for kind, pictures in shown.items()} == {
        **rows, "errors": 4, "samples": 64,
    }  # fmt: skip
    assert all(pictures.min() >= 0 and pictures.max() <= 1 for pictures in shown.values())


def test_two_latent_numbers_have_a_manifold() -> None:
    batch = Batch(torch.rand(4, 1, 16, 16), None)
    with torch.no_grad():
        shown = built(latent=2).preview(batch, CountedDice(0, "preview", CPU))
    assert shown["manifold"].shape == (400, 1, 16, 16)


def test_codes_have_mean_0_and_deviation_1(train: Train, tmp_path: Path, digits: Dataset) -> None:
    train(small())
    newest = checkpoints.newest(tmp_path)
    assert newest
    learner = checkpoints.load(newest).learner()
    assert isinstance(learner, Autoencoder)
    images = torch.from_numpy(digits.pictures[digits.train]).permute(0, 3, 1, 2) / 255
    with torch.no_grad():
        z = learner.encode(images)
        rebuilt = learner.decode(z)
    assert z.mean(0).abs().max() < 0.4
    assert (z.std(0) - 1).abs().max() < 0.4
    assert (rebuilt - images).square().mean() < 0.04
    assert learner.pca.seen == 64 * 19  # every eighth batch of 150


def test_what_it_is_given_is_worse_than_what_it_shall_give_back() -> None:
    clean = torch.rand(8, 1, 16, 16)
    dice = CountedDice(0, 1, CPU)
    assert torch.equal(built()._given(clean, dice), clean)
    for settings in ({"task": "denoise"}, {"task": "upscale"}):
        given = built(**settings)._given(clean, dice)
        assert given.shape == clean.shape
        assert not torch.equal(given, clean)


def test_what_counts_as_an_error_can_be_chosen() -> None:
    rebuilt, clean = torch.zeros(1, 1, 16, 16), torch.full((1, 1, 16, 16), 0.5)
    assert built()._error(rebuilt, clean) == 0.25
    assert built(error="absolute")._error(rebuilt, clean) == 0.5


@pytest.mark.parametrize("settings", [{}, {"task": "denoise", "noise": "mixed", "net": "conv"}])
def test_a_resumed_run_equals_an_uninterrupted_one_bit_for_bit(
    settings: dict[str, object], digits: Dataset, tmp_path: Path
) -> None:
    recipe = small(steps=20, **settings)

    def run(folder: Path, until: int, resume: bool = False) -> dict[str, torch.Tensor]:
        there = checkpoints.newest(folder) if resume else None
        events = fit(
            recipe, digits, folder, fabric=fabric_for("cpu", "32"), controls=Controls(),
            resume=checkpoints.load(there) if there else None,
        )  # fmt: skip
        for event in events:
            if isinstance(event, Progress) and event.step == until:
                events.close()  # type: ignore[attr-defined]
        newest = checkpoints.newest(folder)
        assert newest
        saved = checkpoints.load(newest)
        return {
            f"{name}: {key}": tensor
            for name in ("weights", "average", "optimizer")
            for key, tensor in saved.tensors(name).items()
        }

    whole = run(tmp_path / "whole", 20)
    run(tmp_path / "cut", 11)
    resumed = run(tmp_path / "cut", 20, resume=True)
    assert any("pca.axes" in key for key in whole)
    assert whole.keys() == resumed.keys()
    assert all(torch.equal(whole[key], resumed[key]) for key in whole)


def test_settings_suit_the_pictures() -> None:
    kind = Recipe.known["autoencoder"]
    drawings = kind.suited(Material("x", 1797, 8, photographs=False, labels=10))
    photographs = kind.suited(Material("x", 900, 400, photographs=True, labels=0))
    assert drawings.latent < photographs.latent  # type: ignore[attr-defined]
