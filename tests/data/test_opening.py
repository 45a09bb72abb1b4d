"""A source becomes a data set: what is held out, what is left out, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.core.events import Stage, Warned
from gendesk.core.sentence import Trouble
from gendesk.data import open_dataset
from tests.data.conftest import drained, opened
from tests.data.hostile import READ, REFUSED

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")


def test_digits_are_real_and_smooth() -> None:
    events, dataset = drained(open_dataset("digits", size=32))
    assert dataset.pictures.shape == (1797, 32, 32, 1)
    assert dataset.classes == tuple("0123456789")
    assert dataset.labels is not None and np.bincount(dataset.labels).min() > 170
    assert len(np.unique(dataset.pictures)) > 200  # 17 shades before they were scaled up
    last = [event for event in events if isinstance(event, Stage)][-1]
    assert last.done == last.total == 1797


def test_a_tenth_is_held_out_by_the_seed() -> None:
    dataset = opened("digits")
    assert len(dataset.held_out) == 180
    every = np.concatenate([dataset.train, dataset.held_out])
    assert np.array_equal(np.sort(every), np.arange(1797))
    assert np.array_equal(opened("digits").held_out, dataset.held_out)
    assert not np.array_equal(opened("digits", seed=1).held_out, dataset.held_out)


def test_two_pictures_are_enough_and_one_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "few"
    folder.mkdir()
    Image.new("RGB", (20, 20), "red").save(folder / "a.png")
    (folder / "b.png").write_bytes(b"nothing")
    with pytest.raises(Trouble, match=r"1 readable pictures, but at least 2.*b\.png"):
        opened(folder)
    Image.new("RGB", (20, 20), "blue").save(folder / "b.png")
    dataset = opened(folder)
    assert len(dataset.train) == len(dataset.held_out) == 1


def test_no_pictures_at_all_is_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    with pytest.raises(Trouble, match="0 readable pictures"):
        opened(folder)
    (folder / "bad.png").write_bytes(b"bad")
    with pytest.raises(Trouble, match=r"0 readable pictures.*bad\.png is not a picture"):
        opened(folder)


def test_sub_folders_are_labels(photos: Path) -> None:
    dataset = opened(photos)
    assert dataset.source == str(photos)
    assert dataset.classes == ("cat", "dog")
    assert dataset.labels is not None and dataset.labels.tolist() == [0] * 5 + [1] * 5
    assert dataset.channels == 3
    assert opened(f"folder:{photos / 'cat'}").labels is None


@pytest.mark.parametrize(("colour", "channels"), [("auto", 3), ("rgb", 3), ("grey", 1)])
def test_colour(photos: Path, colour: str, channels: int) -> None:
    for i in range(20):  # a block of grey ones comes first
        Image.new("L", (16, 16), 10 * i).save(photos / f"aa{i:02}.png")
    dataset = opened(photos, colour=colour)
    assert dataset.channels == channels
    greys = [int(picture.flat[0]) for picture in dataset.pictures]
    assert greys[:20] == [10 * i for i in range(20)]  # the folder's own come first


def test_colour_stays_grey_where_no_picture_has_any(tmp_path: Path) -> None:
    folder = tmp_path / "grey"
    folder.mkdir()
    for i in range(3):
        Image.new("RGB", (20, 20), (i, i, i)).save(folder / f"{i}.png")
    assert opened(folder).channels == 1
    assert opened(folder, colour="rgb").pictures[2].tolist() == [[[2] * 3] * 16] * 16


def test_a_folder_full_of_hostile_pictures_is_learnt_from(tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, make in {**REFUSED, **READ}.items():
        make(folder / name)
    (folder / "loop").symlink_to(folder)
    events, dataset = drained(open_dataset(str(folder), size=32))
    assert len(dataset.pictures) == len(READ)
    warnings = [str(event.sentence) for event in events if isinstance(event, Warned)]
    refused = len(REFUSED) - 1  # a folder is no file, whatever its name
    assert warnings[0].startswith(f"{refused} of {refused + len(READ)} files are left out")
    assert len(warnings) == 4
    again, _ = drained(open_dataset(str(folder), size=32))  # from the cache, and said again
    assert [str(event.sentence) for event in again if isinstance(event, Warned)] == warnings


def test_small_pictures_are_scaled_up_and_large_ones_cut_square(tmp_path: Path) -> None:
    folder = tmp_path / "sizes"
    folder.mkdir()
    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (100, 0, 200, 100))
    wide.save(folder / "wide.png")
    Image.new("RGB", (4, 4), "blue").save(folder / "small.png")
    dataset = opened(folder, size=32)
    assert dataset.size == 32
    assert (dataset.pictures[:, 4:-4, 4:-4] == (0, 0, 255)).all()
