"""Groups of pictures are taken out as files, or left out of what is learnt from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.core.sentence import Trouble
from gendesk.data import open_dataset
from gendesk.ops.latent.groups import LIST, export_group, leave_out
from gendesk.ops.latent.maps import Map, chart
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import SIDE, Opened, driven


@pytest.fixture
def mapped(vae: Space, album: Path) -> Map:
    return driven(chart(vae, str(album)))[0]  # type: ignore[no-any-return]


def test_a_group_as_files_with_a_list_of_their_names(mapped: Map, tmp_path: Path) -> None:
    folder = tmp_path / "group"
    list(export_group(mapped, [3, 21], folder))
    assert (folder / LIST).read_text("utf-8").split() == ["lying/03.png", "standing/01.png"]
    with Image.open(folder / "2.png") as image:
        assert np.array_equal(np.asarray(image)[..., None], mapped.picture(21))
    with pytest.raises(Trouble, match="there already"):
        list(export_group(mapped, [3], folder))


def test_what_is_left_out_is_not_learnt_from(mapped: Map, album: Path) -> None:
    assert mapped.dataset is not None
    unwanted = mapped.dataset.train[:3]
    first, _ = driven(leave_out(mapped, unwanted))
    dataset, _ = driven(open_dataset(str(album), size=SIDE, exclude=str(first)))
    assert sorted({*mapped.dataset.train} - {*dataset.train}) == sorted(unwanted)
    assert np.array_equal(dataset.held_out, mapped.dataset.held_out)
    both, _ = driven(leave_out(mapped, mapped.dataset.train[5:6], str(first)))
    assert both != first
    dataset, _ = driven(open_dataset(str(album), size=SIDE, exclude=str(both)))
    assert len(dataset.train) == len(mapped.dataset.train) - 4


def test_a_new_picture_moves_no_name(mapped: Map, album: Path) -> None:
    listed, _ = driven(leave_out(mapped, [0, 20]))
    Image.new("L", (SIDE, SIDE), 90).save(album / "lying" / "00 first.png")
    dataset, _ = driven(open_dataset(str(album), size=SIDE, exclude=str(listed)))
    left = set(range(41)) - {*dataset.train, *dataset.held_out}
    assert left == {1, 21}


def test_what_cannot_be_left_out_is_said(
    mapped: Map, opened: Opened, album: Path, tmp_path: Path
) -> None:
    with pytest.raises(Trouble, match="group is empty"):
        driven(leave_out(mapped, []))
    drawn = driven(chart(opened("gan"), count=10))[0]
    with pytest.raises(Trouble, match="random points"):
        driven(leave_out(drawn, [1]))
    with pytest.raises(Trouble, match="cannot be read"):
        driven(open_dataset(str(album), size=SIDE, exclude=str(tmp_path / "absent.txt")))
    everything, _ = driven(leave_out(mapped, range(40)))
    with pytest.raises(Trouble, match="leaves no pictures"):
        driven(open_dataset(str(album), size=SIDE, exclude=str(everything)))
