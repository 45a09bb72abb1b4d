"""Many photographs: the tree, names, failures, what is not done twice, and what a kill leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Resumed, Saved, Stage, Warned
from gendesk.core.sentence import Trouble
from gendesk.ops import batches
from gendesk.ops.journal import HOME
from gendesk.ops.photo import Photo, read_photo, write_photo
from gendesk.ops.restoring import batch
from gendesk.ops.restoring.batch import Summary, restore
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.restorers import Restorer
from tests.ops.blurring import Blurring, blurring, drive


def picture(path: Path, colour: int = 100, size: tuple[int, int] = (20, 16)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.full((size[1], size[0], 3), colour, np.uint8)
    pixels[::2] += 9
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A tree of three pictures and of what is none."""
    folder = tmp_path / "photos"
    for place in ("a.png", "sub/b.jpg", "sub/deeper/c.webp"):
        picture(folder / place)
    (folder / "notes.txt").write_text("no picture")
    picture(folder / ".hidden.png")
    picture(folder / ".thumbnails/t.png")
    return folder


def run(
    paths: list[Path], out: Path, restorer: Restorer | None = None, **set: Any
) -> tuple[list[Event], Summary]:
    return drive(restore(paths, restorer or blurring(), out, Options(**set), Controls()))


def files(folder: Path) -> dict[str, bytes]:
    """What lies in an output folder, without the journal."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and HOME not in path.parts
    }


class TestWhereTheResultsGo:
    def test_the_tree_is_mirrored(self, photos: Path, tmp_path: Path) -> None:
        before = files(photos)
        told, summary = run([photos], tmp_path / "out", blurring(2))
        assert list(files(tmp_path / "out")) == ["a.png", "sub/b.jpg", "sub/deeper/c.webp"]
        assert (summary.done, summary.skipped, summary.failed) == (3, 0, [])
        with Image.open(tmp_path / "out/sub/b.jpg") as image:
            assert (image.size, image.format) == ((40, 32), "JPEG")
        assert [event.path.name for event in told if isinstance(event, Saved)] == [
            "a.png", "b.jpg", "c.webp",
        ]  # fmt: skip
        last = [event for event in told if isinstance(event, Stage)][-1]
        assert (last.done, last.total) == (3, 3)
        assert files(photos) == before

    def test_of_several_folders_each_keeps_its_name(self, tmp_path: Path) -> None:
        first, second = tmp_path / "one", tmp_path / "two"
        picture(first / "a.png"), picture(second / "a.png")
        single = picture(tmp_path / "s.png")
        run([first, second, single], tmp_path / "out")
        assert list(files(tmp_path / "out")) == ["one/a.png", "s.png", "two/a.png"]

    def test_a_picture_that_is_named_twice_is_restored_once(
        self, photos: Path, tmp_path: Path
    ) -> None:
        run([photos, photos / "a.png", photos / "sub" / ".." / "a.png"], tmp_path / "out")
        assert list(files(tmp_path / "out")) == ["a.png", "sub/b.jpg", "sub/deeper/c.webp"]

    def test_format_and_pattern(self, photos: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run([photos], out, blurring(2), format="jpeg", pattern="{name}-{model}-x{scale}")
        assert list(files(out)) == [
            "a-blurring-x2.jpg", "sub/b-blurring-x2.jpg", "sub/deeper/c-blurring-x2.jpg",
        ]  # fmt: skip

    def test_quality(self, photos: Path, tmp_path: Path) -> None:
        dice = np.random.default_rng(0)
        Image.fromarray(dice.integers(0, 255, (60, 60, 3), np.uint8)).save(photos / "n.png")
        run([photos / "n.png"], tmp_path / "good", format="jpeg", quality=95)
        run([photos / "n.png"], tmp_path / "bad", format="jpeg", quality=20)
        good, bad = files(tmp_path / "good")["n.jpg"], files(tmp_path / "bad")["n.jpg"]
        assert len(good) > 2 * len(bad)

    def test_what_we_do_not_write_becomes_png(self, tmp_path: Path) -> None:
        run([picture(tmp_path / "old.BMP")], tmp_path / "out")
        assert list(files(tmp_path / "out")) == ["old.png"]

    def test_names_that_meet_are_numbered(self, tmp_path: Path) -> None:
        names = ("a.bmp", "a.png", "A.gif")
        there = [picture(tmp_path / "photos" / name) for name in names]
        run(there, tmp_path / "out", format="png")
        assert list(files(tmp_path / "out")) == ["A-3.png", "a-2.png", "a.png"]

    @pytest.mark.parametrize(
        "pattern", ["{other}", "{name", "{0}", "{name.stem}", "a/b", "..", "", "{name!r}{x}"]
    )
    def test_a_pattern_that_is_none(self, pattern: str, photos: Path, tmp_path: Path) -> None:
        with pytest.raises(Trouble, match=r"no pattern for names|cannot be a file's name"):
            run([photos], tmp_path / "out", pattern=pattern)
        assert not (tmp_path / "out").exists()


class TestNothingIsLost:
    def test_the_output_folder_is_not_the_input(self, photos: Path, tmp_path: Path) -> None:
        with pytest.raises(Trouble, match="is the folder of the pictures; choose another one"):
            run([photos], photos / "sub" / "..")
        with pytest.raises(Trouble, match=r"a\.png would be written over"):
            run([photos / "a.png"], photos)
        run([photos / "a.png"], photos, pattern="{name}-clean")
        assert "a-clean.png" in files(photos)

    def test_an_output_folder_among_the_input_is_no_input(self, photos: Path) -> None:
        run([photos], photos / "restored")
        _, again = run([photos], photos / "restored")
        assert (again.done, again.skipped) == (0, 3)

    def test_files_of_others_are_not_replaced(self, photos: Path, tmp_path: Path) -> None:
        mine = tmp_path / "out" / "a.png"
        mine.parent.mkdir()
        mine.write_bytes(b"mine")
        _, summary = run([photos], tmp_path / "out")
        assert (summary.done, [path.name for path, _ in summary.failed]) == (2, ["a.png"])
        assert "is there already" in str(summary.failed[0][1])
        assert mine.read_bytes() == b"mine"

    def test_a_link_to_the_input_is_not_followed(self, photos: Path, tmp_path: Path) -> None:
        before = files(photos)
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "a.png").symlink_to(photos / "a.png")
        _, summary = run([photos], tmp_path / "out")
        assert summary.done == 2
        assert files(photos) == before


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("channels", [1, 3])
def test_all_of_a_photograph_comes_through(suffix: str, channels: int, tmp_path: Path) -> None:
    """16 bits, grey or colour, alpha, profile, EXIF and XMP, from file to file."""
    dice = np.random.default_rng(0)
    pixels = dice.integers(20_000, 40_000, (30, 40, channels), np.uint16)
    alpha = np.full((30, 40), 65_535, np.uint16)
    alpha[:, :10] = 1_234
    exif = Image.Exif()
    exif[0x010F] = "a maker"
    photo = Photo(
        pixels,
        alpha,
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        if channels > 1
        else None,
        exif.tobytes().removeprefix(b"Exif\0\0"),
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
    )
    source = tmp_path / f"a{suffix}"
    write_photo(photo, source)
    _, summary = run([source], tmp_path / "out", blurring(2))
    assert summary.failed == []
    before, after = read_photo(source), read_photo(tmp_path / "out" / source.name)
    assert (after.bits, after.grey) == (16, channels == 1)
    assert (after.icc, after.xmp) == (before.icc, before.xmp)
    assert b"a maker" in (after.exif or b"")
    assert after.alpha is not None
    assert (after.alpha[:, :18] == 1_234).all()
    own = Blurring(2, channels).run(before.pixels.astype(np.float32), 0)
    # What is nearly transparent keeps its colour, too.
    assert np.abs(after.pixels - own).max() <= 1


class TestFailures:
    def test_one_that_fails_is_listed_and_the_others_go_on(
        self, photos: Path, tmp_path: Path
    ) -> None:
        (photos / "b-broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
        os.mkfifo(photos / "c-pipe.png")
        (photos / "d-gone.png").symlink_to(photos / "nowhere")
        told, summary = run([photos, tmp_path / "missing.jpg"], tmp_path / "out")
        assert summary.done == 3
        names = [path.name for path, _ in summary.failed]
        assert names == ["b-broken.png", "c-pipe.png", "d-gone.png", "missing.jpg"]
        warned = [event.sentence for event in told if isinstance(event, Warned)]
        assert warned == [reason for _, reason in summary.failed]
        assert all(name in str(why) for name, why in zip(names, warned, strict=True))
        assert str(warned[-1]) == "missing.jpg cannot be read: No such file or directory."
        assert sorted(files(tmp_path / "out")) == ["a.png", "sub/b.jpg", "sub/deeper/c.webp"]

    def test_a_defect_of_ours_does_not_stop_it_either(self, photos: Path, tmp_path: Path) -> None:
        class Odd(Blurring):
            def run(self, pixels: Any, strength: float) -> Any:
                if pixels.shape[1] == 23:
                    raise RuntimeError("a shape that nobody thought of\nand more")
                return super().run(pixels, strength)

        picture(photos / "odd.png", size=(23, 9))
        _, summary = run([photos], tmp_path / "out", Odd())  # type: ignore[arg-type]
        assert summary.done == 3
        (failed,) = summary.failed
        assert "RuntimeError: a shape that nobody thought of)" in str(failed[1])

    def test_nothing_to_do_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        with pytest.raises(Trouble, match="There are no pictures in"):
            run([tmp_path / "empty"], tmp_path / "out")

    def test_an_output_folder_that_cannot_be(self, photos: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        with pytest.raises(Trouble, match="cannot be written"):
            run([photos], tmp_path / "file" / "out")

    def test_a_full_disk_ends_the_batch(
        self, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: Any, **__: Any) -> None:
            raise Trouble("{path} cannot be written: {why}.", path="a.png", why="No space left")

        monkeypatch.setattr(batch, "write_photo", full)
        monkeypatch.setattr(batches, "_LEAST_FREE", 1 << 62)
        with pytest.raises(Trouble, match=r"is full\. Free some space and start the batch again"):
            run([photos], tmp_path / "out")


class TestNotTwice:
    def test_what_is_done_is_skipped(self, photos: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run([photos], out, strength=5)
        before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*g")}
        _, summary = run([photos], out, strength=5, tile=64)
        assert (summary.done, summary.skipped) == (0, 3)
        assert {path: path.stat().st_mtime_ns for path in out.rglob("*.*g")} == before

    def test_what_is_meant_otherwise_is_done_again(self, photos: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run([photos], out, strength=5)
        for set in ({"strength": 6}, {"strength": 6, "blend": 0.5}, {"strength": 6, "quality": 50}):
            assert run([photos], out, **set)[1].done == 3
        assert run([photos], out, blurring(2))[1].done == 3
        learnt_more = blurring(2)
        learnt_more.weights = "others"
        assert run([photos], out, learnt_more)[1].done == 3
        assert run([photos], out, blurring(2))[1].done == 3
        picture(photos / "a.png", 180)
        (out / "sub/b.jpg").unlink()
        _, summary = run([photos], out, blurring(2))
        assert (summary.done, summary.skipped) == (2, 1)
        assert len(files(out)) == 3

    def test_cancelled_in_the_middle_it_goes_on(self, photos: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        events = restore([photos], blurring(), out, Options(), Controls())
        for event in events:
            if isinstance(event, Saved):
                break
        events.close()
        assert list(files(out)) == ["a.png"]
        _, summary = run([photos], out)
        assert (summary.done, summary.skipped) == (2, 1)

    def test_a_torn_journal_is_read_as_far_as_it_goes(self, photos: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run([photos], out)
        journal = out / HOME / "journal.jsonl"
        journal.write_bytes(journal.read_bytes() + b'\n[]\n{"target": "sub/b')
        picture(photos / "d.png")
        _, summary = run([photos], out)
        assert (summary.done, summary.skipped, summary.failed) == (1, 3, [])
        assert run([photos], out)[1].skipped == 4

    def test_what_a_kill_left_half_written_goes(self, photos: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        (out / HOME).mkdir(parents=True)
        row = '\n{"target": "old.png", "key": "k", "done": false}'
        (out / HOME / "journal.jsonl").write_text(row)
        (out / ".old.png").write_bytes(b"half of it")
        run([photos], out)
        assert list(files(out)) == ["a.png", "sub/b.jpg", "sub/deeper/c.webp"]

    def test_two_at_once_do_not_write_to_one_folder(self, photos: Path, tmp_path: Path) -> None:
        events = restore([photos], blurring(), tmp_path / "out", Options(), Controls())
        next(event for event in events if isinstance(event, Saved))
        with pytest.raises(Trouble, match="Another gendesk is writing to"):
            run([photos], tmp_path / "out")
        events.close()
        assert run([photos], tmp_path / "out")[1].skipped == 1


def test_cancelled_in_the_midst_of_a_picture_it_leaves_none_unfinished(
    photos: Path, tmp_path: Path
) -> None:
    controls = Controls()

    class Cancelling(Blurring):
        def run(self, pixels: Any, strength: float) -> Any:
            controls.cancel()  # as somebody does while a tile is computed
            return super().run(pixels, strength)

    model: Any = Cancelling()
    events = restore([photos], model, tmp_path / "out", Options(tile=16), controls)
    _, summary = drive(events)  # by a driver that does not even close it
    assert (summary.done, summary.failed) == (0, [])
    assert not files(tmp_path / "out")


def test_it_pauses_between_pictures(photos: Path, tmp_path: Path) -> None:
    controls = Controls()

    def events() -> Iterator[Event]:
        for event in restore([photos], blurring(), tmp_path / "out", Options(), controls):
            if isinstance(event, Saved):
                controls.pause()
            if isinstance(event, Paused):
                controls.resume()
            yield event

    told = list(events())
    assert sum(isinstance(event, Paused) for event in told) >= 3
    assert sum(isinstance(event, Resumed) for event in told) >= 3


def test_killed_at_random_it_ends_with_every_file_once(tmp_path: Path) -> None:
    """The short version of `python -m benchmarks.batch_kills`."""
    code = (
        "import json, pathlib, benchmarks.batch_kills as k;"
        f"print(json.dumps(k.kill_often(40, 3, pathlib.Path({str(tmp_path)!r}), seed=1)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(batch.__file__).parents[2], capture_output=True,
        text=True, timeout=120, env=os.environ | {"GENDESK_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert (counts["pictures"], counts["kills"]) == (40, 3)
    assert counts["in a write"] >= 1
    assert counts["begun again"] <= 3
