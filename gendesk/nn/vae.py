"""The variational autoencoder's network and the terms of its bound."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, softplus

from gendesk.core.family import Dice
from gendesk.nn.width import wide

_LOG_2PI = math.log(2 * math.pi)


class VariationalAutoencoder(nn.Module):
    """Encoder → N(z_mean, exp(z_log_var)) → decoder (Kingma & Welling 2013).

    `log_sigma` is the one standard deviation of all pixels in log, learnt with the rest where the
    likelihood is Gaussian (Rybkin 2021, "Simple and effective VAE training with calibrated
    decoders"): squared error and KL then need no weight between them.

    What both networks are `told` beside their input, such as the class of each picture, makes it
    conditional (Sohn 2015).
    """

    def __init__(self, encoder: nn.Module, decoder: nn.Module, *, gaussian: bool) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        if gaussian:
            self.log_sigma = nn.Parameter(torch.tensor(-1.0))

    def forward(
        self, images: Tensor, noise: Tensor, *told: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """(B, C, H, W) in [0, 1] and (B, latent) → logits or means, z_mean, z_log_var."""
        z_mean, z_log_var = self.posterior(images, *told)
        return self.decoder(z_mean + noise * (0.5 * z_log_var).exp(), *told), z_mean, z_log_var

    def posterior(self, images: Tensor, *told: Tensor) -> tuple[Tensor, Tensor]:
        """(B, C, H, W) → z_mean and z_log_var, (B, latent) each, in float32."""
        z_mean, z_log_var = wide(self.encoder(images, *told)).chunk(2, dim=1)
        return z_mean, z_log_var

    def pictures(self, z: Tensor, *told: Tensor) -> Tensor:
        """(B, latent) → expected pictures (B, C, H, W) in [0, 1]."""
        out = wide(self.decoder(z, *told))
        return out.clamp(0, 1) if self._gaussian else out.sigmoid()

    def nats(self, out: Tensor, images: Tensor) -> Tensor:
        """-log p(x|z) of pictures by what the decoder said of them, in nats a picture: (B,)."""
        if self._gaussian:
            return gaussian_nats(out, images, self.log_sigma)
        return bernoulli_nats(out, images)

    def log_likelihood(self, images: Tensor, dice: Dice, samples: int, *told: Tensor) -> Tensor:
        """An importance-weighted estimate of log p(x) in nats (Burda 2015, eq. 8): (B,)."""
        z_mean, z_log_var = self.posterior(images, *told)
        weights = []
        for _ in range(samples):
            noise = dice.normal(*z_mean.shape)
            z = z_mean + noise * (0.5 * z_log_var).exp()
            log_q = normal_log_density(noise) - 0.5 * z_log_var.sum(1)
            log_p = normal_log_density(z) - self.nats(self.decoder(z, *told), images)
            weights.append(log_p - log_q)
        return torch.stack(weights).logsumexp(0) - math.log(samples)

    @property
    def _gaussian(self) -> bool:
        return hasattr(self, "log_sigma")


def terms(
    net: VariationalAutoencoder, images: Tensor, noise: Tensor, *told: Tensor
) -> dict[str, Tensor]:
    """Reconstruction and KL in nats a picture, and the active units, each a scalar."""
    out, z_mean, z_log_var = net(images, noise, *told)
    return {
        "reconstruction": net.nats(out, images).mean(),
        "kl": kl_nats(z_mean, z_log_var).sum() / len(images),
        "active_units": active_units(z_mean.detach()),
    }


def bernoulli_nats(logits: Tensor, images: Tensor) -> Tensor:
    """-log p(x|z) of pictures in [0, 1] under Bernoulli pixels, in nats a picture: (B,)."""
    loss = binary_cross_entropy_with_logits(logits.float(), images, reduction="none")
    return loss.flatten(1).sum(1)


def gaussian_nats(means: Tensor, images: Tensor, log_sigma: Tensor) -> Tensor:
    """-log p(x|z) under N(means, σ²) pixels, in nats a picture: (B,).

    A density may exceed 1, so this may fall below zero. σ is kept above e⁻⁶.
    """
    log_sigma = -6 + softplus(log_sigma.float() + 6)
    error = (means.float() - images).square().flatten(1)
    pixels = error.shape[1]
    return error.sum(1) * (0.5 * (-2 * log_sigma).exp()) + pixels * (log_sigma + 0.5 * _LOG_2PI)


def kl_nats(z_mean: Tensor, z_log_var: Tensor) -> Tensor:
    """KL(N(z_mean, exp(z_log_var)) ‖ N(0, I)) by dimension, in nats (B, latent).

    Kingma & Welling 2013, appendix B.
    """
    return -0.5 * (1 + z_log_var - z_mean.square() - z_log_var.exp())


def active_units(z_mean: Tensor) -> Tensor:
    """How many latent dimensions say anything: Var_x(E[z|x]) > 0.01 (Burda 2015), a scalar."""
    return (z_mean.var(0, unbiased=False) > 0.01).sum().float()


def normal_log_density(z: Tensor) -> Tensor:
    """log N(z; 0, I) summed over the last dimension."""
    return -0.5 * (z.square() + _LOG_2PI).sum(-1)


def manifold(n: int) -> Tensor:
    """An n×n grid of latents at the quantiles of N(0, I), top row first: (n², 2).

    Kingma & Welling 2013, figure 4: "linearly spaced coordinates on the unit square were
    transformed through the inverse CDF of the Gaussian". The square's cells are met in their middle.
    """
    axis = torch.special.ndtri((torch.arange(n) + 0.5) / n)
    down, right = torch.meshgrid(-axis, axis, indexing="ij")
    return torch.stack([right.flatten(), down.flatten()], 1)
