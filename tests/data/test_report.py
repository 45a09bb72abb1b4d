"""The report counts what is there, finds what is there twice, and names what cannot be read."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.core.sentence import Trouble
from gendesk.data import Report, survey
from gendesk.data.likeness import near_groups, signature
from gendesk.data.report import Bar
from tests.data.conftest import drained
from tests.data.hostile import PHOTO, READ, REFUSED, encoded

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")


def report_on(source: object) -> Report:
    return drained(survey(str(source)))[1]


def scene(seed: int) -> Image.Image:
    """Something with large and small shapes, as a photograph has them."""
    numbers = np.random.default_rng(seed)
    coarse = Image.fromarray(numbers.integers(0, 256, (5, 6, 3), dtype=np.uint8))
    fine = Image.fromarray(numbers.integers(0, 256, (30, 40, 3), dtype=np.uint8))
    size = (400, 300)
    return Image.blend(coarse.resize(size, 3), fine.resize(size, 3), 0.3)


def test_counts_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, make in {**REFUSED, **READ}.items():
        make(folder / name)
    (folder / "notes.txt").write_text("not a picture, and not meant as one")
    report = report_on(folder)
    assert report.pictures == len(READ)
    assert {skipped.name for skipped in report.unreadable} == set(REFUSED) - {"folder.jpg"}
    assert all(skipped.name in str(skipped.reason) for skipped in report.unreadable)
    assert report.others == 1
    assert report.cmyk == 2
    assert report.animated == 4
    assert report.deep == 4
    assert report.alpha == 4
    assert report.smallest == (1, 1)
    assert report.largest == (8000, 8000)
    assert report.turned == 0
    assert sum(bar.count for bar in report.sides) == report.pictures
    json.dumps(report.as_dict())


def test_sizes_labels_and_balance(tmp_path: Path) -> None:
    for label, sides in (("cat", (100, 64)), ("dog", (127, 128, 1000, 70))):
        (tmp_path / "pets" / label).mkdir(parents=True)
        for side in sides:
            Image.new("RGB", (2 * side, side)).save(tmp_path / "pets" / label / f"{side}.png")
    report = report_on(tmp_path / "pets")
    assert report.labels == {"cat": 2, "dog": 4}
    assert report.balance == 0.5
    assert report.median == (200, 100) or report.median == (254, 127)
    assert report.sides == [Bar(64, 127, 4), Bar(128, 255, 1), Bar(512, 1023, 1)]
    assert report.grey == 6


def test_finds_the_same_and_the_nearly_same(tmp_path: Path) -> None:
    for seed in range(12):
        (tmp_path / f"{seed:02}.png").write_bytes(encoded(scene(seed), "PNG"))
    (tmp_path / "copy of 03.png").write_bytes((tmp_path / "03.png").read_bytes())
    (tmp_path / "05 small.jpg").write_bytes(encoded(scene(5).resize((200, 150)), "JPEG"))
    (tmp_path / "05 poor.jpg").write_bytes(encoded(scene(5), "JPEG", quality=40))
    (tmp_path / "03 again.webp").write_bytes(encoded(scene(3), "WEBP", quality=60))
    report = report_on(tmp_path)
    assert report.duplicates == [["03.png", "copy of 03.png"]]
    assert report.redundant == 1
    assert sorted(map(sorted, report.near_duplicates)) == [
        ["03 again.webp", "03.png"],
        ["05 poor.jpg", "05 small.jpg", "05.png"],
    ]


def test_fifty_thousand_pictures_are_compared_in_seconds() -> None:
    numbers = np.random.default_rng(0)
    signatures = numbers.integers(0, 256, (50_000, 304), dtype=np.uint8)
    signatures[1::100] = signatures[::100]  # 500 pairs …
    signatures[1::100, :3] ^= 0b10010  # … that differ a little
    start = time.perf_counter()
    groups = near_groups(signatures)
    assert time.perf_counter() - start < 15  # 0.8 s on a calm machine
    assert groups == [[i, i + 1] for i in range(0, 50_000, 100)]


def test_many_alike_do_not_make_it_slow() -> None:
    start = time.perf_counter()
    groups = near_groups(np.zeros((20_000, 304), np.uint8))
    assert time.perf_counter() - start < 15
    assert len(groups) == 1 and len(groups[0]) == 20_000


def test_flat_pictures_of_other_shades_are_not_alike() -> None:
    flat = [signature(Image.new("RGB", (40, 40), (v, v, v))) for v in (0, 4, 128, 255)]
    assert near_groups(np.stack(flat)) == [[0, 1]]


def test_no_groups_among_few() -> None:
    assert near_groups(signature(PHOTO)[None]) == []


def test_a_source_without_files_has_a_report_too() -> None:
    report = report_on("digits")
    assert report.pictures == report.grey == 1797
    assert report.smallest == report.median == report.largest == (8, 8)
    assert sum(report.labels.values()) == 1797
    assert report.duplicates == []
    assert 0.9 < report.balance < 1


def test_is_remembered_until_something_changes(photos: Path) -> None:
    first = report_on(photos)
    events, second = drained(survey(str(photos)))
    assert second == first
    assert not any("Looking at" in str(getattr(e, "sentence", "")) for e in events)
    (photos / "cat" / "bad.png").write_bytes(b"bad")
    assert [skipped.name for skipped in report_on(photos).unreadable] == ["cat/bad.png"]


def test_an_empty_folder_has_an_empty_report(tmp_path: Path) -> None:
    report = report_on(tmp_path)
    assert report.pictures == 0
    assert report.sides == [] and report.balance == 1


def test_no_folder_is_a_sentence() -> None:
    with pytest.raises(Trouble, match="no folder"):
        report_on("folder:/no/such/place")
