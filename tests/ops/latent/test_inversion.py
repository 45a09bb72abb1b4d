"""A picture's place is found, by the encoder or by searching."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.core.events import Preview, Progress
from gendesk.core.sentence import Trouble
from gendesk.ops.latent.inversion import invert
from gendesk.ops.latent.point import Point
from tests.ops.latent.unlearnt import SIDE, Opened, driven


@pytest.mark.parametrize("family", ["autoencoder", "vae", "cvae"])
def test_an_encoder_says_it_at_once(family: str, opened: Opened) -> None:
    space = opened(family)
    picture = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 1), np.uint8)
    found, events = driven(invert(space, picture))
    assert len(events) == 1
    assert np.allclose(found.point.values, space.encode(picture[None]).means[0])
    assert np.array_equal(found.picture, space.picture(found.point))
    expected = np.square((found.picture.astype(float) - picture) / 255).mean()
    assert found.error == pytest.approx(expected)


@pytest.mark.parametrize(
    ("family", "into"),
    [
        ("gan", "auto"), ("gan told", "z"), ("progressive", "z"), ("msg_gan", "z"),
        ("stylegan", "w"), ("stylegan", "auto"),
    ],
)  # fmt: skip
def test_searching_comes_far_nearer_than_random_points(
    family: str, into: str, opened: Opened
) -> None:
    space = opened(family)
    target = space.picture(Point(space.draw(99_999)[0], kind=1 if space.kinds else None))
    many = space.decode(space.draw(range(50_000, 51_000))).astype(float)
    nearest = np.square((many - target) / 255).mean((1, 2, 3)).min()
    found, events = driven(invert(space, target, into, steps=120))
    assert found.error < nearest / 3
    assert found.point.space == {"auto": space.spaces[-1]}.get(into, into)
    losses = [event.metrics["loss"] for event in events if isinstance(event, Progress)]
    assert len(losses) == 120
    assert losses == sorted(losses, reverse=True)  # of the best so far
    shown = [event.picture for event in events if isinstance(event, Preview)]
    assert len(shown) == 13
    assert shown[0].shape == (SIDE, SIDE, 1)


def test_it_can_be_left_at_any_step(opened: Opened) -> None:
    work = invert(opened("gan"), np.zeros((SIDE, SIDE, 1), np.uint8))
    while not isinstance(next(work), Progress):
        pass
    work.close()


def test_the_same_seed_finds_the_same_place(opened: Opened) -> None:
    space = opened("gan")
    target = space.picture(Point(space.draw(1234)[0]))
    points = [driven(invert(space, target, seed=seed, steps=12))[0].point for seed in (1, 1, 2)]
    assert np.array_equal(points[0].values, points[1].values)
    assert not np.array_equal(points[0].values, points[2].values)


def test_what_does_not_fit_is_said(opened: Opened) -> None:
    with pytest.raises(Trouble, match="16 × 16 pixels"):
        driven(invert(opened("gan"), np.zeros((8, 8, 1), np.uint8)))
    with pytest.raises(Trouble, match="no space w"):
        driven(invert(opened("gan"), np.zeros((SIDE, SIDE, 1), np.uint8), "w"))
