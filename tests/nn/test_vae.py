"""The terms of the bound against torch's own distributions."""

from __future__ import annotations

import torch
from torch.distributions import Bernoulli, Normal, kl_divergence

from gendesk.nn.vae import (
    active_units,
    bernoulli_nats,
    gaussian_nats,
    kl_nats,
    manifold,
    normal_log_density,
)


def test_kl():
    mean, log_var = torch.randn(5, 3), torch.randn(5, 3)
    expected = kl_divergence(Normal(mean, (0.5 * log_var).exp()), Normal(0.0, 1.0))
    torch.testing.assert_close(kl_nats(mean, log_var), expected)


def test_bernoulli():
    logits, images = torch.randn(4, 1, 3, 3), torch.rand(4, 1, 3, 3).round()
    expected = -Bernoulli(logits=logits).log_prob(images).flatten(1).sum(1)
    torch.testing.assert_close(bernoulli_nats(logits, images), expected)


def test_gaussian():
    means, images = torch.rand(4, 3, 5, 5), torch.rand(4, 3, 5, 5)
    sigma = 0.3
    expected = -Normal(means, sigma).log_prob(images).flatten(1).sum(1)
    log_sigma = torch.tensor(sigma).log()
    torch.testing.assert_close(
        gaussian_nats(means, images, log_sigma), expected, rtol=0.02, atol=0.5
    )


def test_gaussian_deviation_has_a_floor():
    images = torch.rand(2, 1, 4, 4)
    assert gaussian_nats(images, images, torch.tensor(-100.0)).isfinite().all()


def test_log_density():
    z = torch.randn(6, 4)
    torch.testing.assert_close(normal_log_density(z), Normal(0.0, 1.0).log_prob(z).sum(1))


def test_active_units_are_those_that_vary():
    z_mean = torch.stack([torch.randn(100), torch.full((100,), 0.7), 0.05 * torch.randn(100)], 1)
    assert active_units(z_mean) == 1


def test_the_manifold_is_even_in_probability():
    z = manifold(8)
    assert z.shape == (64, 2)
    torch.testing.assert_close(
        torch.special.ndtr(z[:8, 0]), (torch.arange(8) + 0.5) / 8, rtol=1e-4, atol=1e-5
    )
    assert z[0, 1] > z[-1, 1], "the top row comes first"
