"""Pictures out of a model, and pictures of one's own through it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from gendesk.core.events import Event, Saved, Stage, Warned
from gendesk.core.family import Learner
from gendesk.core.sentence import Trouble
from gendesk.ops.pictures import manifold, reconstruct, sample, samples
from gendesk.training.checkpoints import Checkpoint


class Constant(Learner):
    """Encodes to the mean brightness, decodes to it; colour as it comes."""

    latent = 2

    def encode(self, images: torch.Tensor) -> torch.Tensor:
        return images.mean((1, 2, 3))[:, None].expand(-1, 2)

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        return z[:, :1, None, None].sigmoid().expand(-1, 1, 16, 16)


class Kinds(Constant):
    """Knows three kinds of pictures: as bright as their number, in tenths."""

    classes = 3

    def kinds(self, images: torch.Tensor) -> torch.Tensor:
        return images.mean((1, 2, 3)).mul(10).round().long().clamp(0, 2)

    def encode(self, images: torch.Tensor, kinds: torch.Tensor | None = None) -> torch.Tensor:
        assert kinds is not None
        return torch.zeros(len(images), 2)

    def decode(self, z: torch.Tensor, kinds: torch.Tensor | None = None) -> torch.Tensor:
        assert kinds is not None
        return (kinds / 10)[:, None, None, None].expand(-1, 1, 16, 16)


NAMES = ("ash", "2", "birch")


def test_a_row_of_each_kind_or_one_kind_alone() -> None:
    sheet = samples(Kinds(), 12, 0, classes=NAMES)
    assert sheet.shape == (3 * 18 - 2, 4 * 18 - 2, 1)
    assert [sheet[row * 18, 0, 0] for row in range(3)] == [0, 26, 51]
    for name, light in (("birch", 51), ("0", 0), ("2", 26)):  # a name goes before a number
        assert samples(Kinds(), 4, 0, name, NAMES)[0, 0, 0] == light
    for wrong in ("oak", "3", "-1"):
        with pytest.raises(Trouble, match="there are ash, 2, birch"):
            samples(Kinds(), 4, 0, wrong, NAMES)
    with pytest.raises(Trouble, match="does not know kinds"):
        samples(Constant(), 4, 0, "ash", NAMES)
    assert samples(Constant(), 4, 0).shape == (34, 34, 1)


def test_the_plane_of_a_model_that_knows_kinds_is_of_the_first() -> None:
    assert manifold(Kinds(), 2).max() == 0


def test_a_picture_is_rebuilt_as_the_kind_that_it_seems_to_be(tmp_path: Path) -> None:
    Image.new("L", (16, 16), 52).save(tmp_path / "birch.png")
    list(reconstruct(Kinds(), 16, 1, [tmp_path / "birch.png"], tmp_path / "out"))
    with Image.open(tmp_path / "out" / "birch.png") as image:
        assert np.asarray(image)[0, -1] == 51


def test_the_same_seed_gives_the_same_pictures(checkpoint: Checkpoint) -> None:
    learner = checkpoint.learner()
    state = torch.get_rng_state()
    first = sample(learner, 70, seed=5)
    assert first.shape == (70, 16, 16, 1) and first.dtype == np.uint8
    assert np.array_equal(first, sample(learner, 70, seed=5))
    assert not np.array_equal(first, sample(learner, 70, seed=6))
    assert torch.equal(state, torch.get_rng_state())


def test_the_plane_goes_from_left_to_right() -> None:
    pictures = manifold(Constant(), 5).reshape(5, 5, 16, 16)
    light = pictures[:, :, 0, 0].astype(int)
    assert (np.diff(light, axis=1) > 0).all()  # the first dimension grows to the right
    assert (light == light[:1]).all()


def test_more_dimensions_show_the_plane_of_the_first_two(checkpoint: Checkpoint) -> None:
    assert manifold(checkpoint.learner(), 3).shape == (9, 16, 16, 1)


def test_what_cannot_make_pictures_says_so(tmp_path: Path) -> None:
    for ask in (lambda: sample(Learner(), 1, 0), lambda: manifold(Learner(), 2)):
        with pytest.raises(Trouble, match="cannot make pictures"):
            ask()
    with pytest.raises(Trouble, match="choose an autoencoder"):
        next(reconstruct(Learner(), 16, 1, [], tmp_path))


def driven(paths: list[Path], folder: Path) -> list[Event]:
    return list(reconstruct(Constant(), 16, 1, paths, folder))


def test_originals_stand_beside_their_reconstructions(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    Image.new("RGB", (40, 30), "white").save(tmp_path / "in" / "white.png")
    Image.new("L", (16, 16), 0).save(tmp_path / "in" / "deep" / "black.png")
    (tmp_path / "in" / "notes.txt").write_text("no picture")
    (tmp_path / "in" / "bad.jpg").write_bytes(b"no picture either")
    events = driven([tmp_path / "in"], tmp_path / "out")
    assert sum(isinstance(event, Warned) for event in events) == 1
    assert [e.done for e in events if isinstance(e, Stage)] == [1, 2, 3]
    saved = sorted(e.path.name for e in events if isinstance(e, Saved))
    assert saved == ["black.png", "white.png"]
    with Image.open(tmp_path / "out" / "white.png") as image:
        pixels = np.asarray(image)
    assert pixels.shape == (16, 34)
    assert pixels[0, 0] == 255 and pixels[0, -1] == round(255 / (1 + np.exp(-1)))


def test_nothing_is_replaced(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    Image.new("L", (16, 16), 9).save(picture)
    before = picture.read_bytes()
    driven([picture, picture], tmp_path)
    assert picture.read_bytes() == before
    assert sorted(p.name for p in tmp_path.glob("a*.png")) == ["a-2.png", "a-3.png", "a.png"]


def test_no_readable_picture_at_all_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="None of the 1 pictures"):
        driven([tmp_path / "none.png"], tmp_path)
