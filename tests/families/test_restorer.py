"""The restorer: what it spoils, what it learns, and what it gives back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

import gendesk.families  # noqa: F401
from gendesk.core.controls import Controls
from gendesk.core.events import Evaluated
from gendesk.core.family import Restores, capabilities
from gendesk.core.recipe import Material, Recipe
from gendesk.core.sentence import Trouble
from gendesk.data import degradations
from gendesk.families.restorer import RestorerRecipe
from gendesk.nn.start import initialise
from gendesk.training.devices import fabric_for
from gendesk.training.dice import CountedDice
from gendesk.training.fit import fit
from tests.data.conftest import opened

SMALL = {"width": 8, "blocks": 1, "patch": 48, "size": 48, "batch_size": 8, "ema": 0.5}


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shapes with edges as a lens draws them: something that can be told from noise."""
    folder = tmp_path_factory.mktemp("photos")
    down, across = np.mgrid[:480, :400]
    for i in range(6):
        waves = np.sin(down / (22 + 3 * i)) * np.cos((across + down / 2) / (45 - 3 * i)) > 0
        picture = np.stack([waves * 200, 120 + waves * 80, 230 - waves * 150], 2)
        large = Image.fromarray(picture.astype(np.uint8))
        large.resize((100, 120), Image.Resampling.LANCZOS).save(folder / f"{i}.png")
    return folder


@pytest.mark.parametrize(
    "settings", [{"task": "denoise"}, {"task": "upscale", "scale": 2, "coarse": 1}]
)
def test_it_learns_to_beat_what_it_was_given(
    photos: Path, tmp_path: Path, settings: dict[str, object]
) -> None:
    recipe = RestorerRecipe().changed(data=str(photos), steps=500, lr=6e-3, **SMALL, **settings)
    dataset = opened(photos, size=48, framing=recipe.framing)
    events = list(
        fit(recipe, dataset, tmp_path, fabric=fabric_for("cpu", "32"), controls=Controls())
    )
    figures = [event.metrics for event in events if isinstance(event, Evaluated)]
    assert figures[-1]["psnr"] > figures[-1]["psnr_before"] + 0.5
    assert figures[-1]["ssim"] > figures[-1]["ssim_before"]


def test_an_untrained_one_changes_nothing() -> None:
    images = torch.rand(2, 3, 24, 32)
    denoiser = _built(task="denoise")
    assert torch.equal(denoiser.restore(images, 25.0), images)
    upscaler = _built(task="upscale", scale=2)
    assert torch.equal(upscaler.restore(images)[:, :, ::2, ::2], images)


def test_coarse_blocks_add_nothing_to_a_trained_one_in_the_beginning() -> None:
    plain, coarse = _built(task="upscale"), _built(task="upscale", coarse=2)
    torch.nn.init.constant_(plain.parts["restorer"].body.tail.weight, 0.01)
    found = coarse.parts["restorer"].load_state_dict(
        plain.parts["restorer"].state_dict(), strict=False
    )
    assert all(key.startswith("body.coarse") for key in found.missing_keys)
    for images in (torch.rand(1, 3, 16, 24), torch.rand(1, 3, 15, 9)):  # also of odd sides
        assert torch.equal(coarse.restore(images), plain.restore(images))


def test_strength_is_what_a_denoiser_is_told() -> None:
    denoiser = _built(task="denoise")
    body = denoiser.parts["restorer"].body
    torch.nn.init.constant_(body.tail.weight, 0.01)
    images = torch.rand(1, 3, 16, 16)
    assert not torch.equal(denoiser.restore(images, 5.0), denoiser.restore(images, 50.0))


def test_what_it_says_of_itself() -> None:
    denoiser, upscaler = _built(task="denoise", noise=40), _built(task="upscale", scale=4)
    assert isinstance(denoiser, Restores) and isinstance(upscaler, Restores)
    assert (denoiser.scale, denoiser.stride, denoiser.levels) == (1, 2, (0.0, 40.0))
    assert (upscaler.scale, upscaler.stride, upscaler.levels) == (4, 1, None)
    assert _built(task="upscale", coarse=1).stride == 2
    assert _built(task="denoise", coarse=1).stride == 4
    assert capabilities(upscaler) == ["restores"]


@pytest.mark.parametrize(("patch", "size"), [(25, 96), (96, 48)])
def test_settings_that_do_not_fit_together(patch: int, size: int) -> None:
    with pytest.raises(Trouble, match="patch"):
        RestorerRecipe().changed(patch=patch, size=size)


def test_settings_suit_small_pictures() -> None:
    material = Material("x", pictures=50, side=70, photographs=True, labels=0)
    recipe = Recipe.known["restorer"].suited(material)
    assert recipe.size <= 70
    recipe.check()


def test_patches_are_parts_of_the_pictures_turned_and_mirrored() -> None:
    images = torch.arange(2 * 3 * 30 * 30).float().reshape(2, 3, 30, 30)
    dice = CountedDice(0, 1, torch.device("cpu"))
    seen = set()
    for _ in range(40):
        for image, patch in zip(images, degradations.patches(images, 12, dice), strict=True):
            assert patch.shape == (3, 12, 12)
            assert np.isin(patch.numpy(), image.numpy()).all()
            seen.add((bool(patch[0, 0, 1] > patch[0, 0, 0]), bool(patch[0, 1, 0] > patch[0, 0, 0])))
    assert len(seen) == 4


def test_shrinking_is_what_pillow_does() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)
    small = Image.fromarray(picture).resize((30, 20), Image.Resampling.BICUBIC)
    images = torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 255
    ours = degradations.shrunk(images, 2)[0].permute(1, 2, 0).mul(255).numpy()
    assert np.abs(ours - np.asarray(small, np.float32)).max() <= 1


def _built(**settings: object) -> object:
    learner = RestorerRecipe().changed(**SMALL, **settings).build(3)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(0))
    return learner
