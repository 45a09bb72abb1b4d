"""Distances between sets of features: closed forms, known expectations, and sets that cannot meet."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from gendesk.nn import distances


def drawn(n: int, d: int, seed: int = 0) -> Tensor:
    return torch.randn(n, d, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def shaped(n: int, mean: Tensor, covariance: Tensor, seed: int = 0) -> Tensor:
    """Features whose sample mean and covariance are exactly these."""
    x = drawn(n, len(mean), seed)
    x = x - x.mean(0)
    own = torch.linalg.cholesky(x.T @ x / (n - 1))
    white = torch.linalg.solve_triangular(own, x.T, upper=False).T
    return mean + white @ torch.linalg.cholesky(covariance).T


def test_frechet_of_axis_aligned_gaussians() -> None:
    a = shaped(50, torch.tensor([0.0, 1.0]).double(), torch.tensor([4.0, 9.0]).double().diag())
    b = shaped(70, torch.tensor([3.0, 1.0]).double(), torch.tensor([1.0, 25.0]).double().diag(), 1)
    # 3² + (2 - 1)² + (3 - 5)²
    assert distances.frechet(a, b).item() == pytest.approx(14.0, rel=1e-10)


def test_frechet_of_gaussians_whose_covariances_do_not_commute() -> None:
    p = torch.tensor([[2.0, 1.0], [1.0, 3.0]]).double()
    q = torch.tensor([[5.0, -2.0], [-2.0, 1.0]]).double()
    zero = torch.zeros(2).double()
    values, vectors = torch.linalg.eigh(p)
    root = vectors @ values.sqrt().diag() @ vectors.T
    shared = torch.linalg.eigvalsh(root @ q @ root).sqrt().sum()  # the usual way
    wanted = p.trace() + q.trace() - 2 * shared
    found = distances.frechet(shaped(40, zero, p), shaped(40, zero, q, 1))
    assert found.item() == pytest.approx(wanted.item(), rel=1e-10)


def test_frechet_of_a_set_with_itself_is_nothing_even_with_fewer_pictures_than_features() -> None:
    x = 100 * drawn(20, 64)
    assert distances.frechet(x, x.flip(0)).item() < 1e-8
    assert distances.frechet(x.float(), x.float() + 3).item() == pytest.approx(9 * 64, rel=1e-5)


def test_kernel_of_single_directions() -> None:
    a = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    b = torch.tensor([[0.0, 1.0], [0.0, 1.0]])
    # Within a set (1/2 + 1)³, between them (0 + 1)³.
    assert distances.kernel(a, b).item() == pytest.approx(2 * 1.5**3 - 2)


def test_kernel_is_unbiased() -> None:
    found = torch.stack(
        [distances.kernel(drawn(16, 4, 2 * i), drawn(16, 4, 2 * i + 1)) for i in range(200)]
    )
    assert abs(found.mean()) < 3 * found.std() / math.sqrt(200)
    assert (found < 0).any()
    assert distances.kernel(drawn(64, 4), drawn(64, 4, 1) + 1).item() > 10 * found.std()


def test_of_one_kind_density_and_coverage_are_as_expected() -> None:
    real, fake = drawn(800, 8), drawn(800, 8, 1)
    found = {k: v.item() for k, v in distances.coverage(real, fake).items()}
    assert found["density"] == pytest.approx(1.0, abs=0.15)
    assert found["coverage"] == pytest.approx(1 - 2**-5, abs=0.02)
    assert found["precision"] > 0.9
    assert found["recall"] > 0.9


def test_disjoint_sets_have_nothing_of_each_other() -> None:
    found = distances.coverage(drawn(50, 4), drawn(60, 4, 1) + 100)
    assert {k: v.item() for k, v in found.items()} == dict.fromkeys(found, 0.0)


def test_identical_sets_have_all_of_each_other() -> None:
    found = distances.coverage(drawn(50, 4), drawn(50, 4))
    assert found["precision"] == found["recall"] == found["coverage"] == 1


def test_a_collapse_is_precise_and_covers_little() -> None:
    real = drawn(300, 4)
    fake = real[:1] + 1e-3 * drawn(300, 4, 1)
    found = distances.coverage(real, fake)
    assert found["precision"] == 1
    assert found["coverage"] < 0.1
    assert found["recall"] < 0.1
    assert distances.spread(fake) < 0.01 * distances.spread(real)


def test_nearest_are_found_in_order_over_many_rows() -> None:
    keys = torch.arange(10.0)[:, None]
    queries = (torch.arange(3000) % 9 + 0.25)[:, None]
    apart, which = distances.nearest(queries, keys, 2)
    assert torch.equal(which[:9], torch.stack([torch.arange(9), torch.arange(9) + 1], 1))
    assert torch.equal(which[2997:], which[:3])
    assert torch.allclose(apart, apart.new_tensor([0.25, 0.75]).expand(3000, 2))


def test_spread_of_three_places() -> None:
    assert distances.spread(torch.tensor([[0.0], [1.0], [3.0]])).item() == pytest.approx(2.0)
