"""The cache is used while nothing changes, noticed when something does, and never half there."""

from __future__ import annotations

import os
import shutil
import threading
import warnings
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from filelock import FileLock
from PIL import Image

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Trouble
from gendesk.data import cache, digests, open_dataset
from gendesk.data.sources.folder import Folder
from tests.data.conftest import drained, opened


def entries() -> list[Path]:
    return [path for path in (paths.caches() / "pictures").iterdir() if path.is_dir()]


def stages(events: list[Event]) -> set[str]:
    return {str(event.sentence) for event in events if isinstance(event, Stage)}


def age(folder: Path) -> None:
    """Let all files look as if they had been there for a while."""
    for file in folder.rglob("*.*"):
        os.utime(file, (1e9, 1e9))


def test_decodes_once(photos: Path) -> None:
    first, one = drained(open_dataset(str(photos), size=16))
    second, two = drained(open_dataset(str(photos), size=16))
    assert "Decoding pictures" in stages(first)
    assert "Decoding pictures" not in stages(second)
    assert one.key == two.key
    assert np.array_equal(one.pictures, two.pictures)


def test_an_unchanged_file_is_not_read_again(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "_SETTLED_S", -1e9)
    opened(photos)

    def fail(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(digests, "file_digest", fail)
    opened(photos)


def test_sees_a_change_an_addition_and_a_removal(photos: Path) -> None:
    keys = [opened(photos).key]
    Image.new("RGB", (80, 60), "red").save(photos / "cat" / "0.png")
    keys.append(opened(photos).key)
    Image.new("RGB", (80, 60), "blue").save(photos / "dog" / "new.png")
    keys.append(opened(photos).key)
    (photos / "cat" / "1.png").unlink()
    keys.append(opened(photos).key)
    (photos / "dog" / "2.png").rename(photos / "cat" / "2b.png")
    labels = opened(photos).labels
    assert len(set(keys)) == 4
    assert labels is not None and labels.tolist() == [0] * 5 + [1] * 5


def test_sees_a_change_that_leaves_size_and_time(photos: Path) -> None:
    """As a picture that is edited and saved within one tick of the clock."""
    file = photos / "cat" / "0.png"
    before, about = file.read_bytes(), file.stat()
    key = opened(photos).key
    changed = (photos / "cat" / "1.png").read_bytes()[: len(before)].ljust(len(before), b"\0")
    file.write_bytes(changed)
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert opened(photos).key != key


def test_sizes_and_colours_do_not_mix(photos: Path) -> None:
    assert opened(photos, 16).size == 16
    assert opened(photos, 32).size == 32
    assert opened(photos, 16, colour="grey").channels == 1
    assert opened(photos, 16).channels == 3


def test_the_same_pictures_have_the_same_key_wherever_they_lie(
    photos: Path, tmp_path: Path
) -> None:
    shutil.copytree(photos, tmp_path / "copy")
    assert opened(photos).key == opened(tmp_path / "copy").key


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "about.json").unlink(),
        lambda folder: (folder / "about.json").write_text("{"),
        lambda folder: (folder / "pictures.npy").write_bytes(b"\0" * 5000),
        lambda folder: os.truncate(folder / "pictures.npy", 1000),
        lambda folder: os.truncate(folder / "pictures.npy", 0),
        lambda folder: (folder / "labels.npy").unlink(),
    ],
)
def test_a_damaged_cache_is_made_again(photos: Path, damage: object) -> None:
    whole = np.array(opened(photos).pictures)
    damage(entries()[0])  # type: ignore[operator]
    assert np.array_equal(opened(photos).pictures, whole)


def test_what_was_broken_off_leaves_nothing(photos: Path) -> None:
    work = open_dataset(str(photos), size=16)
    list(islice(work, 5))
    work.close()
    assert entries() == []
    assert len(opened(photos).pictures) == 10


def test_what_a_killed_process_left_is_swept_away(photos: Path) -> None:
    opened(photos)
    entry = entries()[0]
    entry.rename(entry.with_suffix(".partial"))
    opened(photos)
    assert entries() == [entry]


def test_may_be_closed_on_another_thread(photos: Path) -> None:
    work = open_dataset(str(photos), size=16)
    runner = threading.Thread(target=lambda: list(islice(work, 5)))
    runner.start()
    runner.join()
    work.close()
    assert len(opened(photos).pictures) == 10


def test_waits_for_another_process(photos: Path) -> None:
    opened(photos)
    entry = entries()[0]
    shutil.rmtree(entry)
    lock = FileLock(entry.with_suffix(".lock"), thread_local=False)
    lock.acquire()
    work = open_dataset(str(photos), size=16)
    for event in work:
        if "Waiting" in str(getattr(event, "sentence", "")):
            break
    lock.release()
    assert len(drained(work)[1].pictures) == 10


def test_torch_wraps_it_without_a_warning_and_cannot_write_to_it(photos: Path) -> None:
    dataset = opened(photos)
    before = np.array(dataset.pictures)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        torch.from_numpy(dataset.pictures).zero_()
    assert np.array_equal(opened(photos).pictures, before)


def test_a_disk_that_refuses_is_a_sentence(photos: Path) -> None:
    paths.caches().mkdir(parents=True)
    (paths.caches() / "pictures").write_text("in the way")
    with pytest.raises(Trouble, match="cannot be kept"):
        opened(photos)


def test_the_persons_files_are_not_touched(photos: Path) -> None:
    before = {f: (f.stat().st_mtime_ns, f.stat().st_ino) for f in photos.rglob("*")}
    opened(photos)
    assert {f: (f.stat().st_mtime_ns, f.stat().st_ino) for f in photos.rglob("*")} == before


def test_memory_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never more pictures are decoded ahead than the threads need."""
    folder = tmp_path / "many"
    folder.mkdir()
    for i in range(400):
        Image.new("L", (8, 8), i % 256).save(folder / f"{i:03}.png")
    source = Folder(folder)
    drawn: list[int] = []
    load = source.load

    def watched() -> object:
        collection = yield from load()
        picture = collection.picture
        object.__setattr__(
            collection, "picture", lambda i, size: (drawn.append(i), picture(i, size))[1]
        )
        return collection

    monkeypatch.setattr(source, "load", watched)
    work = cache.cached(source, 8, "auto")
    for event in work:
        if "Decoding" in str(getattr(event, "sentence", "")):
            break
    assert len(drawn) <= 160
    work.close()
