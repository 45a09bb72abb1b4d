"""Directions are found where pictures differ, and lead there."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.activity import activity
from gendesk.ops.latent.directions import (
    Direction,
    activations,
    between,
    closed_form,
    moved,
    principal,
)
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Codes, Space
from tests.ops.latent.unlearnt import FAMILIES, Opened, driven


def test_principal_components_are_those_of_the_cloud() -> None:
    source = np.random.default_rng(0)
    codes = (source.normal(size=(4000, 3)) * [1, 5, 2]).astype(np.float32)
    first, second = principal(codes, count=2)
    assert np.allclose(first.values, [0, 5, 0], atol=0.3)  # 1 is the standard deviation
    assert np.allclose(second.values, [0, 0, 2], atol=0.2)
    assert principal(np.ones((5, 3), np.float32)) == []  # nothing differs


@pytest.mark.parametrize("family", FAMILIES)
def test_found_directions_change_pictures_more_than_others(family: str, opened: Opened) -> None:
    space = opened(family)
    found, _ = driven(activations(space, count=3, samples=128))
    point = Point(space.draw(4)[0])

    def change(direction: Direction) -> float:
        ends = [moved(space, point, [(direction, s)]) for s in (-1.0, 1.0)]
        pictures = space.decoded(ends).astype(float)
        return float(np.abs(pictures[0] - pictures[1]).mean())

    for directions in (found, closed_form(space, count=space.latent)):
        assert all(direction.values.shape == (space.latent,) for direction in directions)
        assert change(directions[0]) > 0
    if space.truncates:  # where z is normalised, what it is multiplied by first says less
        weakest = closed_form(space, count=space.latent)[-1]
        assert change(closed_form(space)[0]) > change(weakest)


def test_closed_form_is_the_weights_largest_direction(opened: Opened) -> None:
    space = opened("gan")
    weight = next(
        m.weight for m in space.duplicate().parts["generator"].modules()  # type: ignore[attr-defined]
        if isinstance(m, torch.nn.Linear)
    )  # fmt: skip
    best = closed_form(space)[0].values
    largest = torch.linalg.svdvals(weight)[0].item()
    assert np.linalg.norm(weight.numpy() @ best) == pytest.approx(largest, rel=1e-4)
    assert np.linalg.norm(best) == pytest.approx(1, rel=1e-5)


def test_layers_have_directions_of_their_own(stylegan: Space) -> None:
    fine = closed_form(stylegan, layers=(2, 4))[0]
    assert not np.allclose(fine.values, closed_form(stylegan, layers=(0, 2))[0].values)
    point = Point(stylegan.draw(1)[0])
    there = moved(stylegan, point, [(fine, 2.0)])
    before = stylegan.styled(point, "w+").values
    assert np.array_equal(there.values[:2], before[:2])
    assert np.allclose(there.values[2:4], before[2:4] + 2 * fine.values, atol=1e-6)


def test_strength_one_leads_from_one_group_to_the_other(vae: Space) -> None:
    source = np.random.default_rng(0)
    without = source.normal(size=(30, 3)).astype(np.float32)
    having = without[:20] + np.array([0, 3, 0], np.float32)
    tall = between(without, having, "tall")
    point = Point(without.mean(0))
    assert np.allclose(moved(vae, point, [(tall, 1.0)]).values, having.mean(0), atol=1e-5)
    both = moved(vae, point, [(tall, 1.0), (tall, -1.0)])
    assert np.allclose(both.values, point.values, atol=1e-5)
    with pytest.raises(Trouble, match="pictures with it and pictures without it"):
        between(without, having[:0], "nothing")


def test_what_belongs_elsewhere_is_refused(vae: Space, stylegan: Space) -> None:
    for direction in (
        Direction("a", np.zeros(4, np.float32)),
        Direction("a", np.zeros(3, np.float32), "w"),
    ):
        with pytest.raises(Trouble, match="another model"):
            moved(vae, Point(vae.draw(1)[0]), [(direction, 1.0)])
    among_numbers = Direction("a", np.ones(8, np.float32), "z")
    style = stylegan.styled(Point(stylegan.draw(1)[0]), "w")
    with pytest.raises(Trouble, match="made of styles"):
        moved(stylegan, style, [(among_numbers, 1.0)])


def test_json_keeps_it() -> None:
    direction = Direction(
        "smile", np.random.default_rng(0).normal(size=5).astype(np.float32), "w", "sefa", (1, 3)
    )
    back = Direction.from_dict(json.loads(json.dumps(direction.as_dict())))
    assert back.as_dict() == direction.as_dict()
    assert back.values.tobytes() == direction.values.tobytes()
    for wrong in ({}, {"name": "a", "values": [[1]]}, {"name": "a", "values": [float("inf")]}):
        with pytest.raises(Trouble, match="damaged"):
            Direction.from_dict(wrong)


def test_dead_numbers_are_found_by_kl() -> None:
    source = np.random.default_rng(0)
    means = (source.normal(size=(500, 3)) * [1, 0.001, 0.5]).astype(np.float32)
    deviations = np.array([[0.1, 1.0, 0.8]], np.float32).repeat(500, 0)
    found, _ = driven(activity(None, Codes(means, deviations, None)))  # type: ignore[arg-type]
    assert found.measure == "kl"
    assert found.dead.tolist() == [False, True, False]
    assert found.order.tolist() == [0, 2, 1]
    assert found.strength[0] == pytest.approx(0.5 * (1 + 0.01 - 1 - np.log(0.01)), abs=0.1)
    plain, _ = driven(activity(None, Codes(means, None, None)))  # type: ignore[arg-type]
    assert plain.measure == "variance"
    assert plain.dead.tolist() == [False, True, False]


def test_dead_numbers_of_a_generator_change_nothing(opened: Opened) -> None:
    space = opened("gan")
    learner = space.duplicate()
    found, _ = driven(activity(space))
    assert (found.measure, found.dead.any()) == ("change", False)
    head = next(m for m in learner.parts["generator"].modules() if isinstance(m, torch.nn.Linear))  # type: ignore[attr-defined]
    head.weight[:, 2] = 0
    space = object.__new__(Space)
    space.__dict__.update(opened("gan").__dict__, _learner=learner)
    found, _ = driven(activity(space))
    assert found.dead.tolist() == [False, False, True, False, False, False]
