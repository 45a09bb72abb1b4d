"""GANs as a family: two phases, each of which leaves the other's network alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from gendesk.core.controls import Controls
from gendesk.core.events import Evaluated, Preview, Progress
from gendesk.core.family import Batch, Decodes, Distinguishes, capabilities
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.data.dataset import Dataset
from gendesk.families.gan import Gan, GanRecipe
from gendesk.ops.pictures import sample
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.dice import CountedDice
from gendesk.training.fit import fit
from gendesk.training.turn import NotFinite

from .conftest import Train
from .game import Watched, batch, built, resumes, weights

CPU = torch.device("cpu")
LOSSES = ("non-saturating", "hinge", "least-squares", "wgan-gp")


def small(**settings: object) -> GanRecipe:
    few = {"size": 16, "net": "mlp", "hidden": 16, "width": 4, "latent": 5, "batch_size": 32}
    few |= {"steps": 12, "preview_every": 1000}
    return GanRecipe().changed(**few | settings)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("net", ["conv", "mlp"])
def test_each_phase_has_gradients_of_its_own_network_alone(loss: str, net: str) -> None:
    recipe = small(loss=loss, net=net, r1=1.0)
    learner = built(recipe)
    turn = Watched(learner, recipe)
    before = {part: weights(each) for part, each in learner.parts.items()}
    figures = learner.update(batch(), turn)
    assert turn.phases == [("discriminator",), ("generator",)]
    assert turn.given == [{"discriminator"}, {"generator"}]
    for part, each in learner.parts.items():
        moved = [not torch.equal(*pair) for pair in zip(before[part], weights(each), strict=True)]
        assert all(moved), part
    wanted = {"d_loss", "g_loss", "real_score", "fake_score", "r1"}
    assert set(figures) == wanted | ({"penalty"} if loss == "wgan-gp" else {"r_t"})
    assert all(value.isfinite() for value in figures.values())


def test_the_generator_works_once_in_a_step_and_not_in_vain() -> None:
    learner = built(small(net="conv"))
    seen: list[bool] = []
    generator = learner.parts["generator"]
    generator.register_forward_hook(lambda *_: seen.append(torch.is_grad_enabled()))
    learner.update(batch(), Watched(learner, small(net="conv")))
    learner.update(batch(), Watched(learner, small(net="conv", d_steps=2), step=3))
    assert seen == [True, False]


def test_the_generator_learns_at_every_so_manieth_step() -> None:
    recipe = small(d_steps=3)
    learner = built(recipe)
    for step in range(1, 7):
        turn = Watched(learner, recipe, step)
        figures = learner.update(batch(), turn)
        learns = step in (3, 6)
        assert turn.phases == [("discriminator",), ("generator",)][: 1 + learns]
        assert ("g_loss" in figures) == learns


def test_the_discriminator_rests_while_its_loss_is_low() -> None:
    for threshold, rests in ((10.0, True), (1e-9, False)):
        recipe = small(d_skip=threshold)
        learner = built(recipe)
        turn = Watched(learner, recipe)
        figures = learner.update(batch(), turn)
        assert bool(figures["d_skipped"]) == rests
        assert turn.phases == [("discriminator",), ("generator",)][rests:]
        assert {"d_loss", "g_loss", "fake_score"} <= set(figures)
    # It learns again, although the generator's phase froze it.
    turn = Watched(learner, small())
    assert "d_skipped" not in learner.update(batch(), turn)
    assert turn.given[0] == {"discriminator"}


def test_the_discriminators_pace_is_its_own_and_live() -> None:
    learner = built(small())
    for pace in (1.0, 4.0):
        turn = Watched(learner, small(d_lr=pace))
        learner.update(batch(), turn)
        rates = {part: each.param_groups[0]["lr"] for part, each in turn.optimizers.items()}
        assert rates == {"generator": 2e-4, "discriminator": pytest.approx(pace * 2e-4)}
    assert GanRecipe.knobs()["d_lr"].live


def test_r1_comes_at_every_so_manieth_step_and_weighs_as_much_as_all() -> None:
    found = {}
    for every in (1, 4):
        recipe = small(r1=2.0, r1_every=every, d_skip=0.0)
        learner = built(recipe)
        steps = [set(learner.update(batch(), Watched(learner, recipe, step))) for step in (3, 4)]
        assert ["r1" in figures for figures in steps] == [every == 1, True]
        learner = built(recipe)
        learner.game = replace(learner.game, discriminator=lambda real, *_: 0 * real.mean())
        turn = Watched(learner, recipe, 4)
        learner.update(batch(), turn)
        found[every] = turn.measures["grad_norm/discriminator"]
    assert found[4] == pytest.approx(4 * found[1], rel=1e-4)


def test_fresh_samples_change_with_the_step_and_the_others_do_not() -> None:
    learner = built(small())
    shown = []
    for step in (1, 2, 2):
        learner.standing.step.fill_(step)
        with torch.no_grad():
            shown.append(learner.preview(batch(), CountedDice(0, "preview", CPU)))
    assert torch.equal(shown[0]["samples"], shown[1]["samples"])
    assert torch.equal(shown[1]["fresh"], shown[2]["fresh"])
    assert not torch.equal(shown[0]["fresh"], shown[1]["fresh"])
    assert not torch.equal(shown[0]["fresh"], shown[0]["samples"])


@pytest.mark.parametrize(("augment", "changed"), [("none", False), ("diff", True)])
def test_the_discriminator_sees_changed_pictures_in_both_phases(
    augment: str, changed: bool
) -> None:
    recipe = small(augment=augment)
    learner = built(recipe)
    given: list[Tensor] = []
    learner.parts["discriminator"].register_forward_hook(lambda _, seen, __: given.append(seen[0]))
    learner.update(batch(), Watched(learner, recipe))
    assert torch.equal(given[0], batch().images) != changed
    assert torch.equal(given[1], given[2]) != changed, "the same fakes, changed anew"


@pytest.mark.parametrize(("score", "up"), [(5.0, True), (-5.0, False)])
@pytest.mark.parametrize("loss", ["non-saturating", "hinge", "least-squares"])
def test_adaptive_augmentation_goes_where_overfitting_sends_it(
    loss: str, score: float, up: bool
) -> None:
    recipe = small(loss=loss, augment="adaptive", augment_span=1)
    learner = built(recipe)
    head = learner.parts["discriminator"].head
    assert isinstance(head, nn.Linear)
    learner.standing.strength.fill_(0.5)
    for step in range(1, 9):
        nn.init.zeros_(head.weight)
        nn.init.constant_(head.bias, score)  # real pictures are surely real, or surely fake
        figures = learner.update(batch(), Watched(learner, recipe, step))
    assert (figures["r_t"] > 0.6) == up
    assert (figures["augment"] > 0.5) == up
    assert figures["augment"] == learner.standing.strength
    pace = recipe.batch_size / 1000
    assert abs(figures["augment"].item() - 0.5) <= 8 * pace + 1e-6


def test_a_step_that_is_refused_leaves_the_standing_alone() -> None:
    recipe = small(augment="adaptive")
    learner = built(recipe)
    learner.update(batch(), Watched(learner, recipe))
    before = {name: each.clone() for name, each in learner.standing.named_buffers()}
    broken = Batch(torch.full((8, 1, 16, 16), torch.nan), None)
    with pytest.raises(NotFinite):
        learner.update(broken, Watched(learner, recipe, 1))
    after = dict(learner.standing.named_buffers())
    assert all(torch.equal(before[name], after[name]) for name in before)


def test_packs_are_judged_together(digits: Dataset) -> None:
    recipe = small(pack=4, loss="wgan-gp", r1=1.0, classes=10)
    learner = built(recipe)
    outs: list[Tensor] = []
    learner.parts["discriminator"].register_forward_hook(lambda *seen: outs.append(seen[2]))
    labels = torch.arange(8)
    learner.update(batch(labels=labels), Watched(learner, recipe))
    assert {len(out) for out in outs} == {2}
    figures = learner.evaluate(Batch(batch().images[:7], labels[:7]), CountedDice(0, 1, CPU))
    assert all(value.isfinite() for value in figures.values()), "packs are filled up"
    with pytest.raises(Trouble, match="Each process has 6 pictures, which cannot be packed by 4"):
        learner.update(Batch(batch().images[:6], labels[:6]), Watched(learner, recipe))


def test_runs_from_before_augmentation_still_open(train: Train, tmp_path: Path) -> None:
    train(small(steps=2))
    newest = checkpoints.newest(tmp_path)
    assert newest
    saved = checkpoints.load(newest).tensors("weights")
    old = {name: each for name, each in saved.items() if "standing" not in name}
    assert len(old) == len(saved) - 3
    learner = built(small())
    checkpoints.load_parts(learner, old)
    assert learner.standing.strength == 0
    recipe = Recipe.from_dict({"family": "gan", "latent": 5, "net": "mlp", "d_steps": 2})
    assert recipe == GanRecipe(latent=5, net="mlp", d_steps=2)


def test_optimizers_are_the_papers() -> None:
    def betas(**settings: Any) -> object:
        return built(small(**settings)).optimizer("generator", 1e-3).defaults["betas"]

    assert betas() == betas(loss="hinge") == (0.5, 0.999)
    assert betas(loss="wgan-gp") == (0.0, 0.9)


def test_batches_are_not_normalised_where_slopes_are_bounded() -> None:
    def norms(**settings: Any) -> bool:
        judge = built(small(net="conv", **settings)).parts["discriminator"]
        return any(isinstance(layer, nn.BatchNorm2d) for layer in judge.modules())

    assert norms() and norms(loss="hinge")
    assert not norms(loss="wgan-gp") and not norms(spectral=True)


@pytest.mark.parametrize("net", ["conv", "mlp"])
@pytest.mark.parametrize("classes", [0, 12])
@pytest.mark.parametrize("channels", [1, 3])
def test_it_decodes_judges_and_previews(net: str, classes: int, channels: int) -> None:
    learner = built(small(net=net, classes=classes), channels)
    assert isinstance(learner, Decodes) and not isinstance(learner, Distinguishes)
    assert capabilities(learner) == ["decodes"]
    for part in learner.parts.values():
        part.eval()
    labels = torch.arange(9)
    given = Batch(torch.rand(9, channels, 16, 16), labels)
    with torch.no_grad():
        out = learner.decode(torch.randn(14, 5))
        figures = learner.evaluate(given, CountedDice(0, 1, CPU))
        shown = learner.preview(given, CountedDice(0, "preview", CPU))
    assert out.shape == (14, channels, 16, 16)
    assert out.min() >= 0 and out.max() <= 1
    assert set(figures) == {"d_loss", "real_score", "fake_score"}
    wanted = (12, 12, channels, 16, 16) if classes else (64, channels, 16, 16)
    assert set(shown) == {"samples", "fresh"}
    assert shown["samples"].shape == shown["fresh"].shape == wanted
    assert sample(learner, 20, seed=0).shape == (20, 16, 16, channels)


def test_kinds_come_in_turn_unless_they_are_told() -> None:
    learner = built(small(classes=3))
    z = torch.zeros(7, 5)
    with torch.no_grad():
        out = learner.decode(z)
        told = learner.decode(z, torch.ones(7, dtype=torch.int64))
    assert torch.equal(out[0], out[3]) and not torch.equal(out[0], out[1])
    assert torch.equal(told[0], out[1])
    with pytest.raises(Trouble, match="these have none that it knows"):
        learner.evaluate(batch(), CountedDice(0, 1, CPU))


@pytest.mark.parametrize(
    "settings",
    [
        {"net": "conv", "r1": 1.0, "d_skip": 1.2},
        {"net": "conv", "loss": "hinge", "spectral": True, "classes": 10},
        {"net": "mlp", "loss": "wgan-gp", "d_steps": 3},
        {
            "net": "conv",
            "augment": "adaptive",
            "augment_target": 0.1,
            "augment_span": 1,
            "r1": 1.0,
            "r1_every": 4,
            "pack": 2,
            "minibatch_std": 4,
        },
        {"net": "conv", "augment": "diff", "loss": "wgan-gp", "pack": 2, "classes": 10},
    ],
)
def test_a_resumed_run_equals_an_uninterrupted_one_bit_for_bit(
    settings: dict[str, object], digits: Dataset, tmp_path: Path
) -> None:
    assert resumes(small(**settings), digits, tmp_path, cut=5)


@pytest.mark.parametrize("loss", LOSSES)
def test_it_learns_where_the_pictures_are_bright(
    loss: str, train: Train, digits: Dataset, tmp_path: Path
) -> None:
    recipe = small(loss=loss, hidden=64, lr=1e-3, steps=300, ema=0.9)
    events = train(recipe)
    assert {event.kind for event in events if isinstance(event, Preview)} == {"samples", "fresh"}
    figures = [event.metrics for event in events if isinstance(event, Evaluated)][-1]
    assert set(figures) == {"d_loss", "real_score", "fake_score"}
    newest = checkpoints.newest(tmp_path)
    assert newest
    learner = checkpoints.load(newest).learner()
    drawn = sample(learner, 200, seed=0).mean(0).ravel()
    assert np.corrcoef(drawn, digits.pictures.mean(0).ravel())[0, 1] > 0.8


def test_the_kind_steers_what_is_drawn(train: Train, tmp_path: Path, digits: Dataset) -> None:
    train(small(classes=10, hidden=128, latent=8, lr=1e-3, steps=700, ema=0.98))
    newest = checkpoints.newest(tmp_path)
    assert newest
    learner = checkpoints.load(newest).learner()
    assert isinstance(learner, Gan) and digits.labels is not None
    wanted = torch.arange(10).repeat(20)
    z = torch.randn(200, 8, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        drawn = learner.decode(z, wanted).flatten(1)
    flat = torch.from_numpy(digits.pictures).flatten(1) / 255
    means = torch.stack([flat[digits.labels == kind].mean(0) for kind in range(10)])
    hits = torch.cdist(drawn, means).argmin(1) == wanted
    assert hits.float().mean() > 0.6


def test_two_processes_learn_together_what_one_would_alone() -> None:
    recipe = small(loss="wgan-gp", r1=1.0)

    def figures(rows: slice, rank: int, world: int) -> dict[str, Tensor]:
        learner = built(recipe)
        turn = Watched(learner, recipe)
        turn.dice = CountedDice(0, 1, CPU, rank, world)
        found = learner.update(Batch(batch().images[rows], None), turn)
        return {name: value for name, value in found.items() if name != "g_loss"}

    alone = figures(slice(8), 0, 1)
    halves = [figures(slice(4), 0, 2), figures(slice(4, 8), 1, 2)]
    for name, value in alone.items():
        torch.testing.assert_close((halves[0][name] + halves[1][name]) / 2, value)
    assert not torch.equal(halves[0]["fake_score"], halves[1]["fake_score"])


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"loss": "hinge", "smoothing": 0.1}, "Label smoothing needs labels, which hinge does not"),
        ({"loss": "wgan-gp", "d_skip": 0.5}, "wgan-gp has no lowest value"),
        ({"loss": "wgan-gp", "augment": "adaptive"}, "sign of scores, which means nothing"),
        ({"batch_size": 30, "pack": 4}, "Batches of 30 pictures cannot be packed by 4"),
        ({"augment": "much"}, "augment must be one of none, diff, adaptive"),
        ({"d_steps": 0}, "d_steps must lie between 1 and 100"),
        ({"loss": "kl"}, "loss must be one of non-saturating, hinge"),
    ],
)
def test_settings_that_do_not_fit_are_refused_in_one_sentence(
    settings: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Trouble, match=sentence):
        small(**settings)


def test_so_many_kinds_as_it_is_told(train: Train, digits: Dataset, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="There are 10 kinds of pictures, but classes is 7"):
        train(small(classes=7))
    bare = replace(digits, labels=None, classes=())
    fabric = fabric_for("cpu", "32")
    events = list(fit(small(steps=2), bare, tmp_path, fabric=fabric, controls=Controls()))
    assert any(isinstance(event, Progress) for event in events), "labels are not needed"


def test_it_is_suited_to_drawings_and_photographs() -> None:
    kind = Recipe.known["gan"]
    assert kind is GanRecipe and kind.title == "GAN"
    drawings = kind.suited(Material("digits", 1797, 8, photographs=False, labels=10))
    photographs = kind.suited(Material("folder:/cats", 900, 480, photographs=True, labels=0))
    for recipe in (drawings, photographs):
        recipe.check()
        recipe.check_kinds(10)
    assert (drawings.size, photographs.size) == (32, 64)
    assert drawings.width < photographs.width
