"""Principal components learnt in batches are those of all pictures at once."""

from __future__ import annotations

import pytest
import torch
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA

from gendesk.nn.pca import Pca


def digits() -> torch.Tensor:
    """(1797, 1, 16, 16) in [0, 1]; noise gives them more dimensions than 64."""
    images = torch.from_numpy(load_digits().images / 16).float()[:, None]
    source = torch.Generator().manual_seed(0)
    images = images.repeat_interleave(2, 2).repeat_interleave(2, 3)
    images = images + 0.05 * torch.randn(images.shape, generator=source)
    return images[torch.randperm(len(images), generator=source)]


def error(pca: Pca, images: torch.Tensor) -> float:
    return (pca(images) - images).square().mean().item()


@pytest.mark.parametrize("latent", [2, 16, 100])
def test_it_loses_as_little_as_the_exact_one(latent: int) -> None:
    images = digits()
    pca = Pca(latent, 1, 16)
    for batch in images.split(100):
        pca.learn(batch)
    flat = images.flatten(1).numpy()
    exact = PCA(latent, svd_solver="full").fit(flat)
    least = ((exact.inverse_transform(exact.transform(flat)) - flat) ** 2).mean()
    assert error(pca, images) == pytest.approx(least, rel=0.01)
    assert pca.seen == len(images)
    torch.testing.assert_close(pca.mean, images.mean(0).flatten(), rtol=1e-4, atol=1e-5)


def test_the_axes_are_orthonormal_and_only_those_there_can_be() -> None:
    pca = Pca(10, 1, 16)
    images = digits()
    pca.learn(images[:5])  # five pictures span four dimensions around their mean
    product = pca.axes @ pca.axes.T
    expected = torch.diag((torch.arange(len(product)) < 4).float())
    torch.testing.assert_close(product, expected, rtol=0, atol=1e-5)
    assert error(pca, images[:5]) == pytest.approx(0, abs=1e-8)
    assert Pca(500, 1, 16).latent == 256


def test_before_it_has_seen_anything_it_knows_nothing() -> None:
    assert Pca(3, 3, 16)(torch.rand(2, 3, 16, 16)).abs().max() == 0


def test_one_picture_at_a_time() -> None:
    pca, images = Pca(3, 1, 16), digits()[:40]
    for image in images:
        pca.learn(image[None])
    whole = Pca(3, 1, 16)
    whole.learn(images)
    assert error(pca, images) == pytest.approx(error(whole, images), rel=0.02)


def test_large_pictures_are_looked_at_smaller() -> None:
    down, across = torch.meshgrid(
        torch.linspace(0, 1, 128), torch.linspace(0, 1, 128), indexing="ij"
    )
    weights = torch.rand(20, 2, 1, 1, 1, generator=torch.Generator().manual_seed(0))
    images = weights[:, 0] * down + weights[:, 1] * across  # (20, 1, 128, 128), smooth
    pca = Pca(2, 1, 128)
    assert pca.axes.shape[1] == 64 * 64
    pca.learn(images)
    assert error(pca, images) < 1e-5
