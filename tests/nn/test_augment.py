"""What a discriminator is shown in place of pictures."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from gendesk.nn import augment
from gendesk.nn.augment import Changes
from gendesk.training.dice import CountedDice

CPU = torch.device("cpu")


def dice(step: int = 1) -> CountedDice:
    return CountedDice(0, step, CPU)


def pictures(count: int = 64, side: int = 16, channels: int = 3) -> Tensor:
    """Smooth ones, so that a place is known by its colour."""
    places = torch.linspace(0.1, 0.9, side)
    across, along = places.expand(side, side), places.view(-1, 1).expand(side, side)
    colours = torch.stack([across, along, across * along])[:channels]
    return colours.repeat(count, 1, 1, 1)


def test_without_strength_nothing_changes() -> None:
    images = torch.rand(32, 3, 16, 16)
    torch.testing.assert_close(Changes(dice(), 32, torch.tensor(0.0))(images), images)


@pytest.mark.parametrize("strength", [None, torch.tensor(0.2), torch.tensor(1.0)])
def test_how_often_pictures_are_changed(strength: Tensor | None) -> None:
    images = pictures(400)
    changed = (Changes(dice(), 400, strength)(images) - images).abs().amax((1, 2, 3)) > 1e-3
    p = 1.0 if strength is None else strength.item()
    wanted = 1 - (1 - p) ** 4 * (1 - p / 2) * (1 - 3 * p / 4)  # a mirror or a turn may be none
    assert changed.float().mean().item() == pytest.approx(wanted, abs=0.06)


def test_the_same_dice_make_the_same_changes_and_others_others() -> None:
    images = pictures(8)
    assert torch.equal(Changes(dice(), 8)(images), Changes(dice(), 8)(images))
    assert not torch.equal(Changes(dice(), 8)(images), Changes(dice(2), 8)(images))


def only(change: str, count: int = 200, seed: int = 1) -> Changes:
    """A draw of which nothing but one change is made, to every picture."""
    changes = Changes(dice(seed), count, torch.tensor(1.0))
    for name, made in changes._made.items():
        made.fill_(name == change)
    return changes


def test_shifts_are_whole_pixels_and_bring_in_grey() -> None:
    images = pictures(200)
    out = only("shift")(images)
    shifts = set()
    for image in out:
        matches = [
            (down, right)
            for down in range(-2, 3)
            for right in range(-2, 3)
            if torch.allclose(image, _shifted(images[0], down, right), atol=1e-6)
        ]
        assert len(matches) == 1
        shifts.add(matches[0])
    assert len(shifts) == 25


def _shifted(image: Tensor, down: int, right: int) -> Tensor:
    side = image.shape[-1]
    out = torch.full_like(image, 0.5)
    for y in range(side):
        for x in range(side):
            if 0 <= y - down < side and 0 <= x - right < side:
                out[:, y, x] = image[:, y - down, x - right]
    return out


def test_turns_are_the_four_and_mirrors_the_two() -> None:
    images = torch.rand(1, 3, 16, 16).repeat(200, 1, 1, 1)
    quarters = [images[0].rot90(k, (1, 2)) for k in range(4)]
    for change, wanted in (("turn", quarters), ("mirror", [images[0], images[0].flip(2)])):
        out = only(change)(images)
        hits = torch.stack([(out - each).abs().amax((1, 2, 3)) < 1e-5 for each in wanted])
        assert (hits.sum(0) == 1).all()
        assert hits.sum(1).min() > 200 / len(wanted) / 2


def test_scales_are_about_the_middle_and_keep_colours() -> None:
    side = 33
    disc = (torch.arange(side) - 16.0).square()
    disc = ((disc + disc.view(-1, 1)) < 64).float().expand(1, 1, side, side)
    out = only("scale")(0.5 + 0.5 * disc.repeat(200, 1, 1, 1)) - 0.5
    areas = out.sum((1, 2, 3)) / (0.5 * disc.sum())
    sides = areas.sqrt()
    assert 2**-0.42 < sides.min() < 0.8 and 1.25 < sides.max() < 2**0.42
    assert out.max() <= 0.5 + 1e-3
    torch.testing.assert_close(out, out.flip(3), atol=1e-4, rtol=0)


def test_a_hole_is_a_square_of_half_the_side() -> None:
    out = only("hole")(torch.ones(200, 1, 16, 16))
    assert set(out.unique().tolist()) == {0.5, 1.0}
    holes = (out == 0.5).sum((1, 2, 3))
    assert holes.max() == 64 and holes.min() >= 16  # those at corners are seen in part


def test_colours_change_alike_everywhere() -> None:
    images = pictures(200)
    out = only("colour")(images)
    mean = out.mean((1, 2, 3)) - images.mean((1, 2, 3))
    assert mean.abs().max() <= 0.25 + 1e-5 and mean.std() > 0.1
    grey = only("colour")(images[:, :1])
    slopes = (grey[:, 0, 0, 15] - grey[:, 0, 0, 0]) / 0.8
    assert 0.5 <= slopes.min() < 0.6 and 1.4 < slopes.max() <= 1.5, "contrast alone"
    colourful = out.std(1).mean((1, 2)) / images.std(1).mean((1, 2))
    assert colourful.min() < 0.1 and colourful.max() > 1.8


def test_diffaugment_neither_mirrors_nor_turns_nor_scales() -> None:
    made = Changes(dice(), 100)._made
    assert {name for name, each in made.items() if each.all()} == {"colour", "shift", "hole"}
    assert not any(made[name].any() for name in ("mirror", "turn", "scale"))


def test_changes_at_several_scales_agree() -> None:
    images = pictures(50, 32)
    changes = Changes(dice(), 50, torch.tensor(0.9))
    changes._made["shift"].fill_(False)  # whole pixels differ
    changes._made["hole"].fill_(False)
    small = torch.nn.functional.avg_pool2d(images, 2)
    whole = torch.nn.functional.avg_pool2d(changes(images), 2)
    assert (changes(small) - whole).abs().mean() < 0.02


def test_they_have_a_second_derivative() -> None:
    images = torch.rand(3, 2, 8, 8, dtype=torch.float64, requires_grad=True)
    changes = Changes(dice(), 3, torch.tensor(0.7))
    changes._values = changes._values.double()
    assert torch.autograd.gradgradcheck(lambda x: changes(x).square(), images)
    assert len(augment._CHANGES) == len(changes._made)
