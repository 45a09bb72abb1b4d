"""From points to pictures and back, for every family."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Space
from gendesk.training import checkpoints
from tests.ops.latent.unlearnt import FAMILIES, KINDS, SIDE, Opened, saved

every_family = pytest.mark.parametrize("family", FAMILIES)


@every_family
def test_a_picture_is_the_same_alone_among_others_and_after_opening_again(
    family: str, opened: Opened, tmp_path: Path
) -> None:
    space = opened(family)
    again = Space(saved(tmp_path, family), "again")
    assert again.sha256 == space.sha256
    points = [Point(z) for z in space.draw(range(5))]
    exact = [space.picture(point) for point in points]
    assert exact[0].shape == (SIDE, SIDE, 1)
    assert exact[0].std() > 0
    fast = space.decoded(points)
    for picture, seen, point in zip(exact, fast, points, strict=True):
        assert np.array_equal(picture, again.picture(point))
        assert np.abs(picture.astype(int) - seen).mean() < 2  # bf16
    assert not np.array_equal(exact[0], exact[1])


def test_exact_pictures_do_not_depend_on_threads(stylegan: Space) -> None:
    threads, point = torch.get_num_threads(), Point(stylegan.draw(3)[0])
    try:
        torch.set_num_threads(1)
        alone = stylegan.picture(point)
        torch.set_num_threads(2)
        assert np.array_equal(alone, stylegan.picture(point))
    finally:
        torch.set_num_threads(threads)


@every_family
def test_the_same_seed_draws_the_same_point(family: str, opened: Opened) -> None:
    space = opened(family)
    assert np.array_equal(space.draw([7, 8])[1], space.draw(8)[0])
    assert space.draw([]).shape == (0, space.latent)
    assert space.decode(space.draw([])).shape == (0, SIDE, SIDE, 1)
    many = space.draw(range(300))
    assert abs(many.std() - 1) < 0.1


@every_family
def test_each_says_what_it_can(family: str, opened: Opened) -> None:
    space = opened(family)
    assert space.encodes == (family in ("autoencoder", "vae", "cvae"))
    assert space.spreads == (family in ("vae", "cvae"))
    assert space.kinds == (KINDS if "classes" in FAMILIES[family] else ())
    assert space.spaces == (("z", "w", "w+") if "stylegan" in family else ("z",))
    assert (space.size, space.channels, space.step) == (SIDE, 1, 7)


@pytest.mark.parametrize("family", ["autoencoder", "vae", "cvae"])
def test_codes_of_many_are_those_of_each(family: str, opened: Opened) -> None:
    space = opened(family)
    pictures = np.random.default_rng(0).integers(0, 255, (9, SIDE, SIDE, 1), np.uint8)
    codes = space.encode(pictures)
    alone = space.encode(pictures[4:5])
    assert np.allclose(codes.means[4], alone.means[0], atol=1e-4)
    assert (codes.deviations is not None) == space.spreads
    if codes.kinds is not None and alone.kinds is not None:
        assert codes.kinds[4] == alone.kinds[0]
        told = space.encode(pictures, np.full(9, 2))
        assert told.kinds is not None
        assert (told.kinds == 2).all()


def test_a_gan_has_no_encoder(opened: Opened) -> None:
    with pytest.raises(Trouble, match="inversion"):
        opened("gan").encode(np.zeros((1, SIDE, SIDE, 1), np.uint8))


@pytest.mark.parametrize("family", ["cvae", "gan told", "stylegan told"])
def test_kinds_by_number_and_in_between(family: str, opened: Opened) -> None:
    space = opened(family)
    z = space.draw([1, 1, 1])
    first, same, other = space.decode(z, kinds=np.array([0, 0, 2])).astype(int)
    assert np.array_equal(first, same)
    assert not np.array_equal(first, other)
    shares = np.array([[1, 0, 0], [0.5, 0, 0.5], [0, 0, 1]], np.float32)
    whole, half, last = space.decode(z, kinds=shares).astype(int)
    assert np.abs(whole - first).max() <= 1
    assert np.abs(last - other).max() <= 1
    assert not np.array_equal(half, whole)
    assert np.array_equal(
        space.picture(Point(z[0], kind=1)), space.picture(Point(z[0], kind=(0, 1, 0)))
    )
    assert np.array_equal(space.picture(Point(z[0])), space.picture(Point(z[0], kind=0)))
    for wrong in (3, -1, (1.0, 0.0)):
        with pytest.raises(Trouble, match="3 kinds"):
            space.picture(Point(z[0], kind=wrong))


@every_family
def test_truncated_to_nothing_all_are_alike(family: str, opened: Opened) -> None:
    space = opened(family)
    made = space.decode(space.draw([1, 2]), truncation=0.0)
    assert np.array_equal(made[0], made[1])
    halves = space.decode(space.draw([1, 1]), truncation=np.array([1.0, 0.5], np.float32))
    assert space.truncates == (family not in ("progressive", "msg_gan"))  # which normalise z
    assert space.truncates != np.array_equal(halves[0], halves[1])


def test_styles_make_the_same_picture(stylegan: Space) -> None:
    point = Point(stylegan.draw(5)[0], truncation=0.8)
    style = stylegan.styled(point, "w")
    each = stylegan.styled(point, "w+")
    assert style.values.shape == (8,)
    assert each.values.shape == (stylegan.layers, 8)
    pictures = [stylegan.picture(p).astype(int) for p in (point, style, each)]
    assert np.abs(pictures[0] - pictures[1]).max() <= 1
    assert np.array_equal(pictures[1], pictures[2])
    assert np.allclose(stylegan.styled(each, "w").values, style.values, atol=1e-6)
    assert stylegan.styled(each, "w+") is each


def test_a_point_of_another_model_is_refused(vae: Space, stylegan: Space) -> None:
    for space, point in (
        (vae, Point(np.zeros(4, np.float32))),
        (vae, Point(np.zeros(3, np.float32), "w")),
        (stylegan, Point(np.zeros((2, 8), np.float32), "w+")),
    ):
        with pytest.raises(Trouble, match="does not lie in the latent space of"):
            space.picture(point)


def test_what_makes_no_pictures_is_refused(tmp_path: Path) -> None:
    from gendesk.core.recipe import Recipe

    recipe = Recipe.from_dict({"family": "restorer", "width": 16, "blocks": 1})
    manifest = {"step": 1, "recipe": recipe.as_dict(), "channels": 1, "figures": {}}
    tensors = {"average": checkpoints.part_tensors(recipe.build(1))}
    restorer = checkpoints.load(checkpoints.save(tmp_path, tensors, manifest, keep=1))
    with pytest.raises(Trouble, match="nothing to walk in"):
        Space(restorer, "restorer")


def test_a_newer_checkpoint_renews_it(tmp_path: Path) -> None:
    space = Space(saved(tmp_path, "vae", step=7), "run")
    assert space.renewed() is space
    saved(tmp_path, "vae", step=8, seed=1)
    newer = space.renewed()
    assert (newer.step, newer.name) == (8, "run")
    assert newer.sha256 != space.sha256
    assert newer.renewed() is newer
