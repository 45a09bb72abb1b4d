"""Points as text, and back to the same bits."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.point import Point


@pytest.mark.parametrize(
    "point",
    [
        Point(np.random.default_rng(0).normal(size=50).astype(np.float32)),
        Point(np.array([1e-30, 3.4e38, -0.0], np.float32), "w", 2, 0.7),
        Point(np.random.default_rng(1).normal(size=(3, 4)).astype(np.float32), "w+"),
        Point(np.zeros(2, np.float32), "z", (0.25, 0.75)),
    ],
)
def test_json_keeps_every_bit(point: Point) -> None:
    back = Point.from_dict(json.loads(json.dumps(point.as_dict())))
    assert back.values.dtype == np.float32
    assert back.values.tobytes() == point.values.tobytes()
    assert (back.space, back.kind, back.truncation) == (point.space, point.kind, point.truncation)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"values": "many"},
        {"values": [1, "two"]},
        {"values": [1.0, float("nan")]},
        {"values": [[1.0, 2.0]]},
        {"values": [1.0], "space": "w+"},
        {"values": [1.0], "space": "v"},
        {"values": [1.0], "kind": "oak"},
        {"values": [1.0], "truncation": None},
        {"values": [[1.0], [1.0, 2.0]], "space": "w+"},
    ],
)
def test_what_is_no_point_is_said(data: dict[str, Any]) -> None:
    with pytest.raises(Trouble, match="damaged"):
        Point.from_dict(data)
