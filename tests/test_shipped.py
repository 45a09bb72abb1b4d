"""The models that ship: whole, small, and able to do what their cards say."""

from __future__ import annotations

import numpy as np
import pytest
import torch

import gendesk.families  # noqa: F401
from gendesk.core.family import Decodes, Features, capabilities
from gendesk.core.images import to_float
from gendesk.data import degradations
from gendesk.nn import fidelity
from gendesk.nn.style import Moments, gram_loss
from gendesk.ops.models import open_model
from gendesk.ops.stylizing import samples
from gendesk.ops.stylizing.files import open_style
from gendesk.ops.stylizing.subject import as_image
from gendesk.paths import shipped_models
from tests.data.conftest import opened

MODELS = {
    card.parent.name: open_model(card.parent) for card in shipped_models().glob("*/card.json")
}
LARGEST = 3_000_000  # bytes


def test_these_ship() -> None:
    assert sorted(MODELS) == ["denoise", "digits-vae", "texture", "upscale-x2", "upscale-x4"]


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_model_is_small_and_is_what_its_card_says(name: str) -> None:
    found = MODELS[name]
    learner = found.learner()  # refuses weights with another hash
    assert capabilities(learner) == found.card["capabilities"]
    assert (found.folder / "weights.safetensors").stat().st_size <= LARGEST
    assert found.card["licence"] == "MIT"
    assert "/" not in found.recipe.data
    assert found.card["steps"] == found.recipe.steps


@pytest.mark.parametrize("name", sorted(name for name in MODELS if name.startswith("upscale")))
def test_an_upscaler_beats_the_cubic(name: str) -> None:
    learner = MODELS[name].learner()
    clean = photograph()
    small = degradations.shrunk(clean, learner.scale)
    with torch.inference_mode():
        large = learner.restore(small).clamp(0, 1)
    plain = degradations.enlarged(small, learner.scale)
    assert psnr(large, clean) > psnr(plain, clean) + 0.5


@pytest.mark.parametrize(("sigma", "gain"), [(15.0, 4.0), (25.0, 5.0), (50.0, 7.0)])
def test_the_denoiser_takes_noise_out(sigma: float, gain: float) -> None:
    learner = MODELS["denoise"].learner()
    clean = photograph()
    noise = torch.randn(clean.shape, generator=torch.Generator().manual_seed(0))
    noisy = clean + noise * (sigma / 255)
    with torch.inference_mode():
        restored = learner.restore(noisy, sigma).clamp(0, 1)
    assert psnr(restored, clean) > psnr(noisy, clean) + gain


def test_the_texture_encoder_knows_a_style_in_the_mirror() -> None:
    learner = MODELS["texture"].learner()
    assert isinstance(learner, Features)
    seen: list[list[list[Moments]]] = [[], []]
    with torch.inference_mode():
        for style in samples.styles():
            image = as_image(open_style(style.path)[0])[:, :, :256, :256]
            for moments, picture in zip(seen, (image, image.flip(3)), strict=True):
                moments.append([Moments.of(x) for x in learner.features(picture, learner.layers)])
    for i, own in enumerate(seen[0]):
        apart = [sum(map(_apart, own, mirrored)) for mirrored in seen[1]]
        assert int(np.argmin(apart)) == i, apart


def _apart(one: Moments, other: Moments) -> float:
    return float(gram_loss(one, other) + gram_loss(other, one))


def test_the_digits_can_be_walked_in() -> None:
    learner = MODELS["digits-vae"].learner()
    assert isinstance(learner, Decodes) and learner.latent == 2
    digits = opened("digits", size=32)
    images = to_float(torch.from_numpy(np.array(digits.pictures[digits.held_out])))
    with torch.inference_mode():
        rebuilt = learner.decode(learner.encode(images))
    mean = images.mean(0, keepdim=True)
    assert (rebuilt - images).square().mean() < 0.7 * (mean - images).square().mean()


def photograph() -> torch.Tensor:
    """(1, 3, 192, 288), of scikit-learn's two, scaled down by two so that it is sharp."""
    from PIL import Image
    from sklearn.datasets import load_sample_image

    picture = Image.fromarray(load_sample_image("china.jpg")).resize(
        (320, 214), Image.Resampling.BOX
    )
    pixels = np.array(picture)[:192, :288]
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255


def psnr(images: torch.Tensor, clean: torch.Tensor) -> float:
    return float(fidelity.psnr(fidelity.luma(images), fidelity.luma(clean)))
