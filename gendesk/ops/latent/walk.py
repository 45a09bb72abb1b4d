"""A walk through a latent space: pictures on the way from one keyframe to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.point import SPACES, Point, Values

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space

WAYS = ("linear", "spherical", "spline")
_MOST_FRAMES = 100_000


@dataclass(frozen=True, eq=False, slots=True)
class Walk:
    """Keyframes in their order, and how to go from one to the next.

    "linear" goes straight; "spherical" as on a globe (Shoemake 1985), which in z stays as far from
    the middle as random points are; "spline" through all keyframes without a corner (Catmull & Rom
    1974). Styles lie on no globe: in w and w+ "spherical" goes straight.
    """

    keyframes: tuple[Point, ...]
    way: str = "spherical"
    loop: bool = False  # back to the first
    easing: bool = False  # slowly away from each keyframe, and slowly to it
    frames: int = 120
    fps: int = 30

    def points(self, space: Space) -> list[Point]:
        """The point of each frame, in the space of the keyframe that lies in the finest.

        Raises:
            Trouble: there are fewer than two keyframes, or they do not fit this model.
        """
        self.check()
        finest = max((point.space for point in self.keyframes), key=SPACES.index)
        keys = [space.styled(point, finest) for point in self.keyframes]
        if len({key.values.shape for key in keys}) > 1:
            raise Trouble("These keyframes belong to different models; choose those of one.")
        way = self.way if finest == "z" or self.way == "spline" else "linear"
        times = self._times()
        values = _between([key.values for key in keys], times, way, self.loop)
        truncations = _straight([np.float32(key.truncation) for key in keys], times)
        return [
            Point(value, finest, kind, float(truncation))
            for value, kind, truncation in zip(
                values, self._kinds(keys, times, space), truncations, strict=True
            )
        ]

    def check(self) -> None:
        """Raise `Trouble` where there is nowhere to walk."""
        if len(self.keyframes) < 2:
            raise Trouble("A walk needs at least two keyframes; pin another one.")
        if self.way not in WAYS:
            raise Trouble(
                "There is no way {way} to walk; there are {ways}.",
                way=repr(self.way),
                ways=", ".join(WAYS),
            )
        if not 2 <= self.frames <= _MOST_FRAMES or not 1 <= self.fps <= 120:
            raise Trouble(
                "A walk has 2 to {most} frames, and 1 to 120 of them a second.", most=_MOST_FRAMES
            )

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "keyframes": [point.as_dict() for point in self.keyframes],
            "way": self.way,
            "loop": self.loop,
            "easing": self.easing,
            "frames": self.frames,
            "fps": self.fps,
        }

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> Walk:
        """What `as_dict` described.

        Raises:
            Trouble: it is no walk.
        """
        try:
            walk = Walk(
                tuple(Point.from_dict(each) for each in data["keyframes"]),
                str(data.get("way", "spherical")),
                bool(data.get("loop", False)),
                bool(data.get("easing", False)),
                int(data.get("frames", 120)),
                int(data.get("fps", 30)),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            raise Trouble("The position is damaged: what should be a walk is none.") from None
        walk.check()
        return walk

    def _times(self) -> Values:
        """Where each frame is, counted in keyframes."""
        segments = len(self.keyframes) - (not self.loop)
        times = np.linspace(0, segments, self.frames, endpoint=not self.loop)
        if self.easing:
            whole = np.floor(times)
            part = times - whole
            times = whole + part * part * (3 - 2 * part)
        return times.astype(np.float32)

    def _kinds(self, keys: Sequence[Point], times: Values, space: Space) -> Sequence[Any]:
        """Of each frame: one of all, or shares that go from one keyframe's to the next's."""
        if len({key.kind for key in keys}) == 1:
            return [keys[0].kind] * len(times)
        shares = space.shares([key.kind for key in keys])
        if shares is None:
            return [None] * len(times)
        return [tuple(row) for row in _straight(list(shares), times).tolist()]


def _between(keys: Sequence[Values], times: Values, way: str, loop: bool) -> Values:
    if way == "spline":
        return _spline(keys, times, loop)
    return _along(keys, times, _slerp if way == "spherical" else _lerp)


def _straight(keys: Sequence[Any], times: Values) -> Values:
    return _along(keys, times, _lerp)


def _along(keys: Sequence[Any], times: Values, between: Any) -> Values:
    """From each key to the next; after the last comes the first."""
    out = []
    for time in times:
        at = min(int(time), len(keys) - 1)
        out.append(between(keys[at], keys[(at + 1) % len(keys)], np.float32(time - at)))
    return np.stack(out)


def _lerp(a: Values, b: Values, share: np.float32) -> Values:
    return a + share * (b - a)


def _slerp(a: Values, b: Values, share: np.float32) -> Values:
    """Along the great circle, while the length goes straight from one's to the other's."""
    lengths = np.float32(np.linalg.norm(a)), np.float32(np.linalg.norm(b))
    if min(lengths) < 1e-6:
        return _lerp(a, b, share)
    one, other = a / lengths[0], b / lengths[1]
    angle = float(np.arccos(np.clip(np.dot(one, other), -1, 1)))
    if np.sin(angle) < 1e-4:  # the same direction, or opposite ones between which none is shorter
        return _lerp(a, b, share)
    way = (np.sin((1 - share) * angle) * one + np.sin(share * angle) * other) / np.sin(angle)
    values: Values = (way * (lengths[0] + share * (lengths[1] - lengths[0]))).astype(np.float32)
    return values


def _spline(keys: Sequence[Values], times: Values, loop: bool) -> Values:
    """Catmull-Rom; before the first and after the last key of an open walk it goes on straight."""
    count = len(keys)

    def key(i: int) -> Values:
        if loop:
            return keys[i % count]
        if i < 0:
            return 2 * keys[0] - keys[1]
        return keys[i] if i < count else 2 * keys[-1] - keys[-2]

    out = []
    for time in times:
        at = min(int(time), count - 1 if loop else count - 2)
        s = np.float32(time - at)
        p0, p1, p2, p3 = (key(at + i) for i in range(-1, 3))
        out.append(
            p1
            + s
            / 2
            * (p2 - p0 + s * (2 * p0 - 5 * p1 + 4 * p2 - p3 + s * (3 * (p1 - p2) + p3 - p0)))
        )
    return np.stack(out).astype(np.float32)
