"""The variational autoencoder as a family."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.family import Batch, Decodes, Encodes, Scores, capabilities
from gendesk.core.recipe import Recipe
from gendesk.training.dice import CountedDice

CPU = torch.device("cpu")


def small(**settings):
    return Recipe.known["vae"]().changed(**{"size": 16, "net": "mlp", "hidden": 32} | settings)


def batch(count: int = 16, channels: int = 1) -> Batch:
    return Batch(torch.rand(count, channels, 16, 16), None)


def test_recipes_are_read_without_torch():
    code = "import sys, gendesk.families, gendesk.core.recipe as r;" \
           "r.Recipe.known['vae']().knobs(); print('torch' in sys.modules)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.parametrize("net", ["mlp", "conv"])
@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian"])
@pytest.mark.parametrize("channels", [1, 3])
def test_it_encodes_decodes_and_previews(net, likelihood, channels):
    learner = small(net=net, likelihood=likelihood, width=4, latent=3).build(channels)
    assert isinstance(learner, Encodes)
    assert isinstance(learner, Decodes)
    assert isinstance(learner, Scores)
    assert capabilities(learner) == ["encodes", "decodes", "scores"]
    pictures = batch(40, channels)
    z = learner.encode(pictures.images)
    assert z.shape == (40, 3)
    out = learner.decode(z)
    assert out.shape == pictures.images.shape
    assert 0 <= out.min() <= out.max() <= 1
    shown = learner.preview(pictures, CountedDice(0, "preview", CPU))
    assert {k: len(v) for k, v in shown.items()} == {"samples": 64, "reconstructions": 8}


def test_two_latent_numbers_have_a_manifold():
    shown = small(latent=2).build(1).preview(batch(), CountedDice(0, "preview", CPU))
    assert shown["manifold"].shape == (400, 1, 16, 16)


def test_the_loss_is_reconstruction_and_kl_in_nats():
    figures = small().build(1).evaluate(batch(), CountedDice(0, 1, CPU))
    torch.testing.assert_close(figures["loss"], figures["reconstruction"] + figures["kl"])
    # An untrained network says nothing: log 2 nats a pixel.
    assert figures["reconstruction"].item() == pytest.approx(256 * 0.6931, rel=0.05)


def test_binarised_pixels_are_black_or_white_by_brightness():
    learner = small(binarise=True).build(1)
    images = torch.full((1, 1, 100, 100), 0.3)
    seen = learner._seen(images, CountedDice(0, 1, CPU))
    assert set(seen.unique().tolist()) == {0.0, 1.0}
    assert seen.mean().item() == pytest.approx(0.3, abs=0.02)


def test_the_likelihood_is_exact_where_the_decoder_ignores_the_code():
    learner = small().build(1)
    last = learner.net.decoder[-2]
    torch.nn.init.zeros_(last.weight)
    torch.nn.init.zeros_(last.bias)
    log_p = learner.log_likelihood(batch(), CountedDice(0, 1, CPU), 2000)
    torch.testing.assert_close(log_p, torch.full((16,), -256 * 0.693147), rtol=0.01, atol=0.3)
