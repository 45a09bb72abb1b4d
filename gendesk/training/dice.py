"""Counter-based randomness: the same values for the same (seed, count), whoever else draws."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import torch
from torch import Generator, Tensor


def generator(seed: int, count: int | str, device: torch.device | str = "cpu") -> Generator:
    """A generator for step `count`, or the purpose named by it, of the stream `seed`.

    Both go through a hash, so that neighbouring steps and seeds share nothing.
    """
    digest = blake2b(f"{seed}/{count}".encode(), digest_size=8).digest()
    return Generator(device).manual_seed(int.from_bytes(digest, "little"))


class CountedDice:
    """`core.family.Dice` from a counter-based stream; nothing has to be saved to resume it.

    Of several processes, each draws the values of all and keeps the rows of its own rank.
    """

    def __init__(
        self, seed: int, count: int | str, device: torch.device, rank: int = 0, world: int = 1
    ) -> None:
        self._generator = generator(seed, count, device)
        self._rank, self._world = rank, world

    def normal(self, *shape: int) -> Tensor:
        return self._draw(torch.randn, shape)

    def uniform(self, *shape: int) -> Tensor:
        return self._draw(torch.rand, shape)

    def _draw(self, law: Callable[..., Tensor], shape: tuple[int, ...]) -> Tensor:
        rows, *rest = shape
        g = self._generator
        values = law(rows * self._world, *rest, generator=g, device=g.device)
        return values[rows * self._rank : rows * (self._rank + 1)]
