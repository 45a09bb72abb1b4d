"""The texture encoder learns from a larger network."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from gendesk.core.family import Batch, Features, capabilities
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.families.texture import Texture, TextureRecipe, _grams
from gendesk.nn import vgg
from gendesk.nn.start import initialise
from gendesk.training.dice import CountedDice

CPU = torch.device("cpu")


class Plain:
    """Turns that take plain gradient steps."""

    step = 1
    recipe: Recipe
    dice = CountedDice(0, 1, CPU)

    def __init__(self, learner: Texture) -> None:
        self._optimizer = torch.optim.Adam(learner.parts["texture"].parameters(), lr=0.01)

    def descend(self, loss: torch.Tensor, *parts: str) -> None:
        loss.backward()
        self._optimizer.step()
        self._optimizer.zero_grad()


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A VGG-16 that has learnt nothing, as a file."""
    net = initialise(vgg.Vgg(vgg.VGG16), torch.Generator().manual_seed(1))
    path = tmp_path_factory.mktemp("teacher") / "vgg16.safetensors"
    save_file({f"features.{k}": w.half() for k, w in net.state_dict().items()}, path)
    return str(path)


@pytest.fixture
def learner(teacher: str) -> Texture:
    recipe = TextureRecipe(teacher=teacher, patch=48, size=48)
    learner = recipe.build(3)
    initialise(learner.parts["texture"], torch.Generator().manual_seed(0))
    return learner


def test_it_learns_activations_and_gram_matrices(learner: Texture) -> None:
    batch = Batch(torch.rand(4, 3, 48, 48, generator=torch.Generator().manual_seed(0)), None)
    turn = Plain(learner)
    losses = [learner.update(batch, turn)["loss"].item() for _ in range(12)]
    assert losses[-1] < 0.9 * losses[0]
    figures = learner.evaluate(batch, CountedDice(0, "judge", CPU))
    assert {"relu1_1", "gram_relu4_1", "loss"} <= figures.keys()
    shown = learner.preview(batch, CountedDice(0, "preview", CPU))["answers"]
    assert shown.shape[:2] == (2, 4) and shown.min() >= 0 and shown.max() <= 1


def test_it_begins_with_what_the_teacher_knows(learner: Texture) -> None:
    dice = torch.Generator().manual_seed(3)
    batches = [Batch(torch.rand(4, 3, 48, 48, generator=dice), None) for _ in range(20)]
    before = learner.evaluate(batches[-1], CountedDice(0, "judge", CPU))["loss"].item()
    steps = list(learner.prepare(iter(batches), CountedDice(0, "prepare", CPU)))
    after = learner.evaluate(batches[-1], CountedDice(0, "judge", CPU))["loss"].item()
    assert steps[-1] == (8, 8) and after < 0.2 * before


def test_it_learns_from_paintings_that_deceive_it(learner: Texture) -> None:
    pieces = torch.rand(2, 3, 48, 48, generator=torch.Generator().manual_seed(5))
    pieces[1] = pieces[1].round()  # hard contrast beside grain
    with torch.no_grad():
        painted = learner._repainted(pieces, pieces.flip(0))
        apart = [
            sum(float((_grams(x)[0] - _grams(y)[1]).norm()) for x, y in zip(a, b, strict=True))
            for a, b in (
                (learner._embedded(each), learner._embedded(pieces)) for each in (pieces, painted)
            )
        ]
    assert apart[1] < 0.8 * apart[0]
    assert not painted.requires_grad and painted.min() >= 0 and painted.max() <= 1
    assert all(w.grad is None for w in learner.parts["texture"].parameters())


def test_black_pictures_and_a_batch_of_one_are_learnt_from(learner: Texture) -> None:
    for images in (torch.zeros(4, 3, 48, 48), torch.rand(1, 3, 48, 48)):
        figures = learner.update(Batch(images, None), Plain(learner))
        assert all(bool(figure.isfinite()) for figure in figures.values())


def test_its_features_reach_back_to_the_picture(learner: Texture) -> None:
    assert isinstance(learner, Features) and capabilities(learner) == ["features"]
    images = torch.rand(1, 3, 40, 24, requires_grad=True)
    shallow, deep = learner.features(images, ["relu1_1", "relu4_1"])
    assert (shallow.shape[2:], deep.shape[2:]) == ((40, 24), (5, 3))
    deep.sum().backward()
    assert images.grad is not None and images.grad.abs().sum() > 0


def test_what_does_not_work_is_said(teacher: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="multiple of 8"):
        TextureRecipe().changed(patch=50)
    with pytest.raises(Trouble, match="colour"):
        TextureRecipe(teacher=teacher).build(1)
    (tmp_path / "none.safetensors").write_bytes(b"no weights")
    nobody = TextureRecipe(teacher=str(tmp_path / "none.safetensors"), patch=48, size=48).build(3)
    with pytest.raises(Trouble, match="VGG-16 or VGG-19"):
        nobody.evaluate(Batch(torch.rand(1, 3, 48, 48), None), CountedDice(0, "judge", CPU))


def test_a_published_recipe_does_not_say_where_the_teacher_lies(teacher: str) -> None:
    assert TextureRecipe(teacher=teacher).placeless().teacher == "vgg16.safetensors"
