"""What holds for every family with a generator and a discriminator."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.family import Batch, Decodes, Distinguishes, capabilities
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.data.dataset import Dataset
from gendesk.ops.pictures import sample
from gendesk.training.dice import CountedDice

from .game import Watched, batch, built, resumes

CPU = torch.device("cpu")
FAMILIES = sorted(
    name for name, kind in Recipe.known.items() if issubclass(kind, AdversarialRecipe)
)
OWN: dict[str, dict[str, object]] = {
    "gan": {"width": 4},
    "msg_gan": {},
    "progressive": {"phase": 2},
    "stylegan": {"depth": 2, "path_every": 2},
}


def small(family: str, **settings: object) -> AdversarialRecipe:
    few = {"size": 16, "width": 2, "latent": 5, "batch_size": 8, "steps": 6, "preview_every": 1000}
    recipe = Recipe.known[family]().changed(**few | OWN[family] | settings)
    assert isinstance(recipe, AdversarialRecipe)
    return recipe


def test_there_are_four() -> None:
    assert sorted(OWN) == FAMILIES


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("loss", ["non-saturating", "wgan-gp"])
def test_each_phase_has_gradients_of_its_own_network_alone(family: str, loss: str) -> None:
    recipe = small(family, loss=loss, r1=1.0, r1_every=1, pack=2, augment="diff", minibatch_std=2)
    learner = built(recipe)
    for step in range(1, 3):
        turn = Watched(learner, recipe, step)
        figures = learner.update(batch(), turn)
        assert turn.phases == [("discriminator",), ("generator",)]
        assert turn.given == [{"discriminator"}, {"generator"}]
        assert {"d_loss", "g_loss", "real_score", "fake_score", "r1"} <= set(figures)
        assert all(value.isfinite() for value in figures.values())
    assert int(learner.standing.step) == 2


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(("classes", "channels"), [(0, 3), (12, 1)])
def test_it_decodes_judges_and_previews(family: str, classes: int, channels: int) -> None:
    recipe = small(family, classes=classes)
    learner = built(recipe, channels)
    assert isinstance(learner, Decodes) and not isinstance(learner, Distinguishes)
    assert capabilities(learner) == ["decodes"]
    given = Batch(torch.rand(9, channels, 16, 16), torch.arange(9))
    learner.update(Batch(given.images[:8], given.labels[:8]), Watched(learner, recipe))
    for part in learner.parts.values():
        part.eval()
    with torch.no_grad():
        out = learner.decode(torch.randn(14, 5))
        figures = learner.evaluate(given, CountedDice(0, 1, CPU))
        shown = learner.preview(given, CountedDice(0, "preview", CPU))
    assert out.shape == (14, channels, 16, 16)
    assert out.min() >= 0 and out.max() <= 1
    assert set(figures) == {"d_loss", "real_score", "fake_score"}
    wanted = (12, 12, channels, 16, 16) if classes else (64, channels, 16, 16)
    assert shown["samples"].shape == shown["fresh"].shape == wanted
    assert all(each.shape[-3:] == (channels, 16, 16) for each in shown.values())
    assert sample(learner, 3, seed=0).shape == (3, 16, 16, channels)


@pytest.mark.parametrize("family", FAMILIES)
def test_kinds_are_told_to_both_networks(family: str) -> None:
    learner = built(small(family, classes=3))
    for part in learner.parts.values():
        part.eval()  # a batch is not normalised by what else is in it
    with torch.no_grad():
        z = torch.ones(2, 5)
        told = [learner.decode(z, torch.tensor(kinds)) for kinds in ([0, 0], [0, 1])]
        assert torch.equal(told[0][0], told[1][0]) and not torch.equal(told[0][1], told[1][1])
        assert torch.equal(learner.decode(z), told[1]), "one after the other"
        views = learner.views(batch(3).images)
        verdicts = [learner._seen(views, torch.eye(3)[[k] * 3]) for k in (0, 1)]
    assert not torch.equal(*verdicts)
    with pytest.raises(Trouble, match="these have none that it knows"):
        learner.evaluate(batch(), CountedDice(0, 1, CPU))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    "settings",
    [
        {"augment": "adaptive", "augment_target": 0.1, "augment_span": 1, "r1": 1.0, "r1_every": 2,
         "d_skip": 1.2, "pack": 2},
        {"classes": 10, "loss": "wgan-gp", "augment": "diff", "d_steps": 2},
    ],
)  # fmt: skip
def test_a_resumed_run_equals_an_uninterrupted_one_bit_for_bit(
    family: str, settings: dict[str, object], digits: Dataset, tmp_path: Path
) -> None:
    assert resumes(small(family, **settings), digits, tmp_path, cut=3)


@pytest.mark.parametrize("family", FAMILIES)
def test_two_processes_learn_together_what_one_would_alone(family: str) -> None:
    recipe = small(family, minibatch_std=0, augment="adaptive", r1=1.0, r1_every=1)
    if family == "gan":
        recipe = recipe.changed(net="mlp")  # each process normalises its own batches

    def figures(rows: slice, rank: int, world: int) -> dict[str, Tensor]:
        learner = built(recipe)
        learner.standing.strength.fill_(0.5)
        turn = Watched(learner, recipe)
        turn.dice = CountedDice(0, 1, CPU, rank, world)
        found = learner.update(Batch(batch().images[rows], None), turn)
        return {name: found[name] for name in ("d_loss", "real_score", "fake_score", "r1")}

    alone = figures(slice(8), 0, 1)
    halves = [figures(slice(4), 0, 2), figures(slice(4, 8), 1, 2)]
    for name, value in alone.items():
        torch.testing.assert_close((halves[0][name] + halves[1][name]) / 2, value)
    assert not torch.equal(halves[0]["fake_score"], halves[1]["fake_score"])


@pytest.mark.parametrize("family", FAMILIES)
def test_bad_settings_are_refused_in_one_sentence(family: str) -> None:
    for settings, sentence in (
        ({"size": 18}, "size must be a multiple of 4"),
        ({"pack": 3}, "Batches of 8 pictures cannot be packed by 3"),
        ({"loss": "wgan-gp", "augment": "adaptive"}, "set augment to diff"),
        ({"loss": "hinge", "smoothing": 0.1}, "Label smoothing needs labels"),
    ):
        with pytest.raises(Trouble, match=sentence):
            small(family, **settings)
    with pytest.raises(Trouble, match="There are 10 kinds of pictures, but classes is 7"):
        small(family, classes=7).check_kinds(10)


@pytest.mark.parametrize("family", FAMILIES)
def test_it_is_suited_to_drawings_and_photographs(family: str) -> None:
    for photographs in (False, True):
        for pictures in (40, 900, 60_000):
            side, labels = (480, 0) if photographs else (8, 10)
            about = Material("folder:/cats", pictures, side, photographs=photographs, labels=labels)
            recipe = Recipe.known[family].suited(about)
            recipe.check()
            recipe.check_kinds(labels)
            assert isinstance(recipe, AdversarialRecipe)
            assert recipe.size == (64 if photographs else 32)
            assert recipe.augment == ("adaptive" if pictures < 5000 else "none")
