"""What the latent explorer remembers of each model from one start to the next: a small JSON file."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk import paths
from gendesk.core.sentence import Trouble
from gendesk.ops.latent.point import Point

if TYPE_CHECKING:
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.space import Space

log = logging.getLogger(__name__)


@dataclass
class Memory:
    """Of one model: where one was, what was pinned, the directions of one's own, and its pictures."""

    point: Point | None = None
    pins: Sequence[Point] = ()
    directions: Sequence[dict[str, Any]] = field(default_factory=tuple)  # `Direction.as_dict`
    source: str = ""  # of the pictures on its map, where a person chose others

    @staticmethod
    def file() -> Path:
        """Where it lies."""
        return paths.home() / "latent.json"

    @classmethod
    def of(cls, name: str) -> Memory:
        """What is remembered of a model; whatever is damaged is forgotten."""
        about = _read().get(name)
        if not isinstance(about, dict):
            return cls()
        points = [_point(each) for each in _listed(about.get("pins"))]
        ways = [each for each in _listed(about.get("directions")) if isinstance(each, dict)]
        pins = [point for point in points if point is not None]
        return cls(_point(about.get("point")), pins, ways, str(about.get("source", "")))

    def keep(self, name: str) -> None:
        """Remember this of a model; a full or read-only disk costs the memory, nothing else."""
        data = _read()
        data[name] = {
            "point": None if self.point is None else self.point.as_dict(),
            "pins": [point.as_dict() for point in self.pins],
            "directions": list(self.directions),
            "source": self.source,
        }
        file = self.file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(".new")
            beside.write_text(json.dumps(data) + "\n", "utf-8")
            beside.replace(file)
        except OSError as error:
            log.warning("%s cannot be written: %s", file, error.strerror)


def directions_of(told: Sequence[dict[str, Any]]) -> list[Direction]:
    """The directions that are remembered; to be called where torch may be imported."""
    from gendesk.ops.latent.directions import Direction

    found = []
    for each in told:
        try:
            found.append(Direction.from_dict(each))
        except Trouble:
            log.warning("a remembered direction is damaged")
    return found


def fits(point: Point, space: Space) -> bool:
    """Whether a point that is remembered can lie in a space."""
    shape = (space.layers, space.latent) if point.space == "w+" else (space.latent,)
    known = isinstance(point.kind, tuple) or (point.kind or 0) < max(1, len(space.kinds))
    return point.space in space.spaces and point.values.shape == shape and known


def fitting(point: Point | None, space: Space) -> Point:
    """A point that is remembered, or where one begins to walk.

    That is the middle for what encodes. Others never learnt to make anything of it: among many
    numbers random ones are all far from 0.
    """
    if point is not None and fits(point, space):
        return point
    middle = space.origin()
    return middle if space.encodes else replace(middle, values=space.draw(0)[0])


def _read() -> dict[str, Any]:
    try:
        data = json.loads(Memory.file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _point(data: Any) -> Point | None:
    try:
        return Point.from_dict(data) if isinstance(data, dict) else None
    except Trouble:
        return None
