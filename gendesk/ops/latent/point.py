"""A point of a latent space: all that a model needs to be told to make one picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gendesk.core.sentence import Trouble

Values = NDArray[np.float32]
Kind = int | tuple[float, ...]  # a kind's number, or how much of each kind

SPACES = ("z", "w", "w+")


@dataclass(frozen=True, eq=False, slots=True)
class Point:
    """Where a picture lies. Two points are the same where `as_dict` is."""

    values: Values  # (latent,) in "z" and "w"; (layers, latent) in "w+"
    space: str = "z"  # one of `SPACES`
    kind: Kind | None = None  # for a model that is told kinds; None is the first
    truncation: float = 1.0  # 1 leaves it alone, 0 is the middle of all pictures

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it; numbers as short as float32 allows, so that nothing of them is lost."""
        told = {} if self.kind is None else {"kind": self.kind}
        values = np.asarray(self.values, np.float32)
        return {
            "space": self.space,
            "values": [_row(each) for each in values] if values.ndim == 2 else _row(values),
            **told,
            "truncation": self.truncation,
        }

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> Point:
        """What `as_dict` described.

        Raises:
            Trouble: it is no point.
        """
        try:
            values = np.array(data["values"], np.float32)
            space, kind = data.get("space", "z"), data.get("kind")
            if isinstance(kind, Sequence):
                kind = tuple(float(share) for share in kind)
            elif kind is not None:
                kind = int(kind)
            point = Point(values, space, kind, float(data.get("truncation", 1.0)))
        except (KeyError, TypeError, ValueError, OverflowError):
            raise _damaged() from None
        whole = np.isfinite(values).all() and np.isfinite(point.truncation)
        if space not in SPACES or values.ndim != 1 + (space == "w+") or not whole:
            raise _damaged()
        return point


def _row(values: Values) -> list[float]:
    return [float(str(value)) for value in values]


def _damaged() -> Trouble:
    return Trouble("The position is damaged: what should be a point of a model is none.")
