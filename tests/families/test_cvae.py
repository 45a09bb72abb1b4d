"""The conditional VAE: what it is told steers what it makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gendesk.core.controls import Controls
from gendesk.core.events import Progress
from gendesk.core.family import Batch, Decodes, Distinguishes, Encodes, Scores, capabilities
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.data.dataset import Dataset
from gendesk.families.cvae import Cvae
from gendesk.ops.pictures import sample
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.dice import CountedDice
from gendesk.training.fit import fit

from .conftest import Train

CPU = torch.device("cpu")


def small(**settings: object) -> Recipe:
    few = {"size": 16, "net": "mlp", "hidden": 128, "width": 8, "latent": 3, "batch_size": 64}
    few |= {"lr": 3e-3, "steps": 600, "preview_every": 1000}
    return Recipe.known["cvae"]().changed(**few | settings)


def nearest_mean(pictures: np.ndarray, digits: Dataset) -> np.ndarray:
    """Of which kind each picture seems to be, by the mean picture of each kind."""
    assert digits.labels is not None
    flat = digits.pictures.reshape(len(digits.pictures), -1).astype(float)
    means = np.stack([flat[digits.labels == kind].mean(0) for kind in range(10)])
    distances = ((pictures.reshape(len(pictures), 1, -1) - means) ** 2).sum(2)
    return distances.argmin(1)


@pytest.mark.parametrize("net", ["mlp", "conv"])
def test_the_kind_steers_the_samples(
    net: str, train: Train, tmp_path: Path, digits: Dataset
) -> None:
    events = train(small(net=net))
    losses = [event.metrics["loss"] for event in events if isinstance(event, Progress)]
    assert losses[-1] < 0.75 * losses[0]
    newest = checkpoints.newest(tmp_path)
    assert newest
    checkpoint = checkpoints.load(newest)
    assert checkpoint.classes == digits.classes
    learner = checkpoint.learner()
    wanted = np.repeat(np.arange(10), 20)
    made = nearest_mean(sample(learner, 200, 0, wanted.tolist()), digits)
    hits = (made == wanted).reshape(10, 20).mean(1)
    assert hits.mean() > 0.85 and hits.min() > 0.5, hits
    # The same latents with another kind are other pictures.
    one, two = (sample(learner, 1, 0, [kind]) for kind in (0, 1))
    assert not np.array_equal(one, two)
    # And it tells of which kind a picture is, which nobody has taught it.
    assert isinstance(learner, Cvae) and digits.labels is not None
    images = torch.from_numpy(digits.pictures[digits.held_out]).permute(0, 3, 1, 2) / 255
    with torch.no_grad():
        found = learner.kinds(images).numpy()
    assert (found == digits.labels[digits.held_out]).mean() > 0.85


@pytest.mark.parametrize("net", ["mlp", "conv"])
@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian"])
@pytest.mark.parametrize("channels", [1, 3])
def test_it_encodes_decodes_and_previews(net: str, likelihood: str, channels: int) -> None:
    learner = small(net=net, likelihood=likelihood, classes=12).build(channels)
    for kind in (Encodes, Decodes, Scores, Distinguishes):
        assert isinstance(learner, kind)
    assert isinstance(learner, Cvae)
    assert capabilities(learner) == ["encodes", "decodes", "scores", "distinguishes"]
    images, labels = torch.rand(9, channels, 16, 16), torch.arange(9)
    assert learner.encode(images).shape == learner.encode(images, labels).shape == (9, 3)
    out = learner.decode(torch.zeros(14, 3))
    assert out.shape == (14, channels, 16, 16)
    assert torch.equal(out[0], out[12]), "one kind after the other, in turn"
    assert not torch.equal(out[0], out[1])
    for given in (labels, None):
        batch = Batch(images, given)
        with torch.no_grad():
            shown = learner.preview(batch, CountedDice(0, "preview", CPU))
            assert learner.log_likelihood(batch, CountedDice(0, 1, CPU), 2).shape == (9,)
            assert learner.evaluate(batch, CountedDice(0, 1, CPU))["loss"].isfinite()
        assert shown["samples"].shape == (12, 12, channels, 16, 16)
        assert shown["reconstructions"].shape == (2, 8, channels, 16, 16)


def test_a_resumed_run_equals_an_uninterrupted_one_bit_for_bit(
    digits: Dataset, tmp_path: Path
) -> None:
    recipe = small(steps=12)

    def run(folder: Path, until: int) -> dict[str, torch.Tensor]:
        there = checkpoints.newest(folder)
        events = fit(
            recipe, digits, folder, fabric=fabric_for("cpu", "32"), controls=Controls(),
            resume=checkpoints.load(there) if there else None,
        )  # fmt: skip
        for event in events:
            if isinstance(event, Progress) and event.step == until:
                events.close()  # type: ignore[attr-defined]
        newest = checkpoints.newest(folder)
        assert newest
        return dict(checkpoints.load(newest).tensors("weights"))

    whole = run(tmp_path / "whole", 12)
    run(tmp_path / "cut", 5)
    resumed = run(tmp_path / "cut", 12)
    assert all(torch.equal(whole[key], resumed[key]) for key in whole)


def test_pictures_without_labels_are_refused_in_one_sentence(
    train: Train, digits: Dataset, tmp_path: Path
) -> None:
    bare = replace(digits, labels=None, classes=())
    fabric = fabric_for("cpu", "32")
    events = fit(small(), bare, tmp_path, fabric=fabric, controls=Controls())
    with pytest.raises(Trouble, match="learns from labels, and these pictures have none"):
        next(events)
    with pytest.raises(Trouble, match="There are 10 kinds of pictures, but classes is 7"):
        train(small(classes=7))


def test_it_is_suited_to_as_many_kinds_as_there_are() -> None:
    kind = Recipe.known["cvae"]
    for labels in (2, 102):
        recipe = kind.suited(Material("x", 900, 400, photographs=True, labels=labels))
        recipe.check_kinds(labels)
    kind.suited(Material("x", 900, 400, photographs=True, labels=0)).check()
