"""How far apart two sets of pictures are, by their features: distances, and what each set covers.

All take features (N, D), a row a picture, and say something of that many pictures: a figure is
comparable only with one of the same features and the same counts.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

_ROWS = 1024  # of a distance matrix at a time
NEIGHBOURS = 5  # of Naeem 2020; Kynkäänniemi 2019 has 3


def frechet(a: Tensor, b: Tensor) -> Tensor:
    """The Fréchet distance of the Gaussians through both sets (Heusel 2017, eq. 6), a scalar.

    With centred features A and B, so that AᵀA and BᵀB are the covariances, tr (AᵀA BᵀB)^½ is the
    sum of the singular values of A Bᵀ. Hence no matrix is squared and none has its root taken:
    covariances that are singular, as those of fewer pictures than features, lose no digits.
    """
    (mean_a, root_a), (mean_b, root_b) = _gaussian(a), _gaussian(b)
    shared: Tensor = torch.linalg.svdvals(root_a @ root_b.T).sum()
    moved = (mean_a - mean_b).square().sum()
    return (moved + root_a.square().sum() + root_b.square().sum() - 2 * shared).clamp_min(0)


def kernel(a: Tensor, b: Tensor) -> Tensor:
    """The kernel distance (Bińkowski 2018): squared MMD with the kernel (x·y / D + 1)³, a scalar.

    Unbiased, hence below 0 about as often as above where both sets are of one kind. They average
    over blocks of the sets; we take all pairs at once, which varies less.
    """
    a, b = a.double(), b.double()
    return _among(_cubic(a, a)) + _among(_cubic(b, b)) - 2 * _cubic(a, b).mean()


def coverage(real: Tensor, fake: Tensor, neighbours: int = NEIGHBOURS) -> Mapping[str, Tensor]:
    """What two sets have of each other, each a scalar from 0, by name.

    A picture's ball reaches to the `neighbours`-th nearest of its own set.

    - "precision": the share of fakes in the ball of any real picture (Kynkäänniemi 2019, eq. 2).
    - "recall": the share of real pictures in the ball of any fake (there, too).
    - "density": in how many real pictures' balls a fake is, as a share of `neighbours`; 1 is
      expected where both are of one kind, and more is possible (Naeem 2020, eq. 4).
    - "coverage": the share of real pictures whose ball has a fake in it (there, eq. 5). Of as many
      fakes of the same kind, 1 - 2^-neighbours is expected.

    Args:
        real: (N, D), N above `neighbours`.
        fake: (M, D), M above `neighbours`.
        neighbours: how many.
    """
    reach_real = nearest(real, real, neighbours + 1)[0][:, -1]  # the nearest is a picture itself
    reach_fake = nearest(fake, fake, neighbours + 1)[0][:, -1]
    apart = _apart(fake, real)  # (M, N)
    in_real = apart <= reach_real
    return {
        "precision": in_real.any(1).double().mean(),
        "recall": (apart <= reach_fake[:, None]).any(0).double().mean(),
        "density": in_real.double().sum(1).mean() / neighbours,
        "coverage": in_real.any(0).double().mean(),
    }


def nearest(queries: Tensor, keys: Tensor, count: int = 1) -> tuple[Tensor, Tensor]:
    """The nearest of `keys` (N, D) for each of `queries` (M, D): distances and indices, (M, count).

    Nearest first. Where a query is among the keys, it is its own nearest one.
    """
    found = [
        _apart(rows, keys).topk(min(count, len(keys)), largest=False)
        for rows in torch.split(queries, _ROWS)
    ]
    return torch.cat([each.values for each in found]), torch.cat([each.indices for each in found])


def spread(features: Tensor) -> Tensor:
    """The mean distance of two different pictures of a set, a scalar."""
    n = len(features)
    return _apart(features, features).sum() / (n * (n - 1))


def _gaussian(features: Tensor) -> tuple[Tensor, Tensor]:
    """The mean (D,), and a root R of the covariance RᵀR with at most D rows."""
    x = features.double()
    mean = x.mean(0)
    return mean, torch.linalg.qr(x - mean, mode="r").R / (len(x) - 1) ** 0.5


def _cubic(a: Tensor, b: Tensor) -> Tensor:
    return (a @ b.T / a.shape[1] + 1) ** 3


def _among(values: Tensor) -> Tensor:
    """The mean of a square matrix without its diagonal."""
    n = len(values)
    return (values.sum() - values.trace()) / (n * (n - 1))


def _apart(a: Tensor, b: Tensor) -> Tensor:
    """Euclidean distances, (N, M), by one product; in float64 it leaves small ones their digits."""
    middle = b.double().mean(0)
    a, b = a.double() - middle, b.double() - middle
    return torch.cdist(a, b, compute_mode="use_mm_for_euclid_dist")
