"""The numbers along which a manifold is laid out: independent, and each spread as a normal one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gendesk.ops.latent.point import Values


@dataclass(frozen=True, eq=False)
class Frame:
    """From points to such numbers and back.

    Of z they are z itself. Styles hang together, and a number of z alone changes next to nothing of
    them: there they are the principal components of random w (Härkönen 2020, "GANSpace", section
    2.1), the one that varies most first.
    """

    space: str  # where the points lie: "z", or "w"
    mean: Values | None = None  # (latent,)
    axes: Values | None = None  # (latent, latent); each row as long as styles spread along it

    @classmethod
    def of_styles(cls, styles: Values) -> Frame:
        """The one that random w (N, latent) spread in."""
        mean = styles.mean(0, dtype=np.float64)
        squares, axes = np.linalg.eigh(np.cov(styles.T.astype(np.float64)))  # ascending
        rows = axes.T[::-1]
        signs = np.sign(np.take_along_axis(rows, np.abs(rows).argmax(1)[:, None], 1))
        spread = np.sqrt(np.maximum(squares[::-1], 1e-12))[:, None]
        return cls("w", mean.astype(np.float32), (rows * signs * spread).astype(np.float32))

    def values(self, numbers: Values) -> Values:
        """(..., latent) → points (..., latent)."""
        if self.mean is None or self.axes is None:
            return numbers
        return (self.mean + numbers @ self.axes).astype(np.float32)

    def numbers(self, values: Values) -> Values:
        """Points (..., latent) → (..., latent)."""
        if self.mean is None:
            return values
        return ((values - self.mean) @ self._back).astype(np.float32)

    @cached_property
    def _back(self) -> Values:
        assert self.axes is not None
        back: Values = (self.axes / np.square(self.axes).sum(1, keepdims=True)).T
        return back
