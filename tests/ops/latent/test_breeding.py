"""Children take after their parents."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.breeding import bands, crossed, mixed, mixing_table, mutated, sum_of
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import SIDE, Opened


def test_each_number_of_a_child_is_a_parents(opened: Opened) -> None:
    space = opened("gan told")
    a, b = (Point(z, kind=kind) for kind, z in enumerate(space.draw([1, 2])))
    children = [crossed(space, a, b, seed) for seed in range(20)]
    for child in children:
        from_a, from_b = child.values == a.values, child.values == b.values
        assert (from_a | from_b).all()
        assert from_a.any()
        assert from_b.any()
    assert {child.kind for child in children} == {0, 1}
    assert np.array_equal(crossed(space, a, b, 3).values, children[3].values)


def test_styles_are_inherited_by_layers(stylegan: Space) -> None:
    a, b = Point(stylegan.draw(1)[0]), stylegan.styled(Point(stylegan.draw(2)[0]), "w")
    child = crossed(stylegan, a, b, 0)
    assert child.space == "w+"
    parents = [stylegan.styled(parent, "w+").values for parent in (a, b)]
    origins = {
        next(i for i, parent in enumerate(parents) if np.array_equal(row, parent[layer]))
        for layer, row in enumerate(child.values)
    }
    assert origins == {0, 1}


def test_mutants_differ_as_much_as_asked(opened: Opened) -> None:
    space = opened("gan")
    point = Point(space.draw(1)[0])
    away = [np.linalg.norm(mutated(space, point, 5, s).values - point.values) for s in (0, 0.2, 1)]
    assert away[0] == 0
    assert 0 < away[1] < away[2]
    assert np.array_equal(mutated(space, point, 5, 1).values, space.draw(5)[0])
    lengths = [np.linalg.norm(mutated(space, point, seed, 0.5).values) for seed in range(400)]
    assert np.square(lengths).mean() == pytest.approx(
        0.75 * np.square(point.values).sum() + 0.25 * space.latent, rel=0.15
    )


def test_mutants_among_styles_move_towards_a_strangers(stylegan: Space) -> None:
    point = stylegan.styled(Point(stylegan.draw(1)[0]), "w")
    stranger = stylegan.styled(Point(stylegan.draw(9)[0]), "w")
    half = mutated(stylegan, point, 9, 0.5)
    assert np.allclose(half.values, (point.values + stranger.values) / 2, atol=1e-6)


@pytest.mark.parametrize("layers", [3, 4, 6, 12, 16])
def test_bands_share_out_all_layers(layers: int) -> None:
    covered = [list(range(layers))[band] for band in bands(layers)]
    assert [layer for band in covered for layer in band] == list(range(layers))
    assert all(covered)


def test_mixed_styles_are_each_parents_own(stylegan: Space) -> None:
    parents = [Point(z) for z in stylegan.draw([1, 2, 3])]
    child = mixed(stylegan, *parents)
    for parent, band in zip(parents, bands(stylegan.layers), strict=True):
        assert np.array_equal(child.values[band], stylegan.styled(parent, "w+").values[band])
    same = mixed(stylegan, parents[0], parents[0], parents[0])
    assert np.array_equal(
        stylegan.picture(same), stylegan.picture(stylegan.styled(parents[0], "w+"))
    )
    table = mixing_table(stylegan, parents[:2], parents, "fine")
    assert table.shape == (3 * (SIDE + 2) - 2, 4 * (SIDE + 2) - 2, 1)


def test_without_styles_there_is_nothing_to_mix(vae: Space) -> None:
    point = Point(vae.draw(1)[0])
    with pytest.raises(Trouble, match="no styles"):
        mixed(vae, point, point, point)


def test_arithmetic(vae: Space, stylegan: Space) -> None:
    a, b, c = (Point(z) for z in vae.draw([1, 2, 3]))
    assert np.array_equal(sum_of(vae, a, b, c).values, a.values - b.values + c.values)
    a, b, c = (Point(z) for z in stylegan.draw([1, 2, 3]))
    assert np.allclose(sum_of(stylegan, a, a, c).values, stylegan.styled(c, "w").values, atol=1e-5)
