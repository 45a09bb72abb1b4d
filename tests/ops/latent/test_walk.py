"""Walks go through their keyframes in the ways that they promise."""

from __future__ import annotations

import json

import numpy as np
import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Space
from gendesk.ops.latent.walk import WAYS, Walk
from tests.ops.latent.unlearnt import Opened


def keyframes(space: Space, count: int = 3) -> tuple[Point, ...]:
    return tuple(Point(z) for z in space.draw(range(count)))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("easing", [False, True])
def test_it_begins_and_ends_at_keyframes_and_meets_those_between(
    way: str, easing: bool, vae: Space
) -> None:
    keys = keyframes(vae)
    frames = Walk(keys, way, easing=easing, frames=21).points(vae)
    assert len(frames) == 21
    for key, at in zip(keys, (0, 10, 20), strict=True):
        assert np.allclose(frames[at].values, key.values, atol=1e-5)


@pytest.mark.parametrize("way", WAYS)
def test_a_loop_comes_back_and_shows_no_frame_twice(way: str, vae: Space) -> None:
    keys = keyframes(vae)
    frames = Walk(keys, way, loop=True, frames=30).points(vae)
    for key, at in zip(keys, (0, 10, 20), strict=True):
        assert np.allclose(frames[at].values, key.values, atol=1e-5)
    steps = np.linalg.norm(
        np.diff([frame.values for frame in [*frames, frames[0]]], axis=0), axis=1
    )
    assert steps.min() > 0
    assert steps.max() < 6 * steps.mean()


def test_a_globe_keeps_the_distance_from_the_middle(vae: Space) -> None:
    a, b = np.array([2, 0, 0], np.float32), np.array([0, 2, 0], np.float32)
    frames = Walk((Point(a), Point(b)), "spherical", frames=9).points(vae)
    assert np.allclose([np.linalg.norm(frame.values) for frame in frames], 2, atol=1e-5)
    angles = [np.arctan2(frame.values[1], frame.values[0]) for frame in frames]
    assert np.allclose(np.diff(angles), np.pi / 16, atol=1e-5)
    straight = Walk((Point(a), Point(b)), "linear", frames=9).points(vae)
    assert np.linalg.norm(straight[4].values) < 1.5


@pytest.mark.parametrize("other", [[0, 0, 0], [-2, 0, 0], [2, 0, 0]])
def test_where_no_way_around_the_globe_is_shorter_it_goes_straight(
    other: list[int], vae: Space
) -> None:
    ends = Point(np.array([2, 0, 0], np.float32)), Point(np.array(other, np.float32))
    frames = Walk(ends, "spherical", frames=5).points(vae)
    assert np.isfinite([frame.values for frame in frames]).all()
    assert np.allclose(frames[2].values, (ends[0].values + ends[1].values) / 2, atol=1e-5)


def test_a_spline_has_no_corners(vae: Space) -> None:
    keys = keyframes(vae, 4)

    def sharpest(way: str) -> float:
        frames = np.array([f.values for f in Walk(keys, way, frames=301).points(vae)])
        return float(np.abs(np.diff(frames, 2, axis=0)).max())

    assert sharpest("spline") < sharpest("linear") / 5


def test_easing_slows_down_at_keyframes(vae: Space) -> None:
    frames = np.array(
        [f.values for f in Walk(keyframes(vae, 2), "linear", easing=True).points(vae)]
    )
    steps = np.linalg.norm(np.diff(frames, axis=0), axis=1)
    assert steps[0] < steps[len(steps) // 2] / 5


def test_kinds_melt_into_one_another(opened: Opened) -> None:
    space = opened("cvae")
    z = space.draw([1, 1])
    frames = Walk((Point(z[0], kind=0), Point(z[1], kind=2)), frames=5).points(space)
    assert frames[2].kind == (0.5, 0, 0.5)
    assert len({space.picture(frame).tobytes() for frame in frames}) == 5
    same = Walk((Point(z[0], kind=1), Point(z[1], kind=1)), frames=5).points(space)
    assert {frame.kind for frame in same} == {1}


def test_from_z_to_styles_it_walks_among_styles(stylegan: Space) -> None:
    z = stylegan.draw([1, 2])
    ends = Point(z[0], truncation=0.5), stylegan.styled(Point(z[1]), "w+")
    frames = Walk(ends, frames=5).points(stylegan)
    assert {frame.space for frame in frames} == {"w+"}
    assert np.allclose([frame.truncation for frame in frames], [0.5, 0.625, 0.75, 0.875, 1])


def test_what_is_no_walk_is_said(vae: Space, stylegan: Space) -> None:
    keys = keyframes(vae)
    for walk, words in (
        (Walk(keys[:1]), "at least two keyframes"),
        (Walk(keys, "crooked"), "no way 'crooked'"),
        (Walk(keys, frames=1), "2 to 100000 frames"),
        (Walk((*keys, Point(stylegan.draw(1)[0]))), "different models"),
    ):
        with pytest.raises(Trouble, match=words):
            walk.points(vae)
    with pytest.raises(Trouble, match="damaged"):
        Walk.from_dict({"keyframes": 3})


def test_json_keeps_it(vae: Space) -> None:
    walk = Walk(keyframes(vae), "spline", True, True, 33, 12)
    back = Walk.from_dict(json.loads(json.dumps(walk.as_dict())))
    assert back.as_dict() == walk.as_dict()
    assert [a.values.tolist() for a in back.points(vae)] == [
        b.values.tolist() for b in walk.points(vae)
    ]
