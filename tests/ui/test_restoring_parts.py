"""What is seen, restored tile by tile: in the right places, its middle first, nothing twice."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from gendesk.core.events import Cancelled, Event, Finished, Stage
from gendesk.jobs import Job
from gendesk.ops.photo import Photo
from gendesk.ops.restoring.options import Options
from gendesk.ui import restoring_parts
from gendesk.ui.restoring_parts import TILE, Box, Patch, Task, preview
from gendesk.ui.restoring_work import Opened
from gendesk.ui.widgets.pyramid import Pyramid


class Doubling:
    """Stands in for an upscaler: it repeats pixels, and turns them around in value."""

    scale = 2
    name = title = "doubling"
    channels, stride, radius, levels = 3, 1, 0, None


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Box]:
    """The tiles that were computed."""
    tiles: list[Box] = []

    def opened(_: str) -> Generator[Event, None, Any]:
        yield from ()
        return Doubling()

    def region(photo: Photo, _: Any, options: Options, box: Box) -> NDArray[np.uint8]:
        tiles.append(box)
        left, top, right, bottom = box
        part = 255 - photo.pixels[top:bottom, left:right]
        return part.repeat(2, 0).repeat(2, 1)

    monkeypatch.setattr(restoring_parts, "opened_restorer", opened)
    monkeypatch.setattr("gendesk.ops.restoring.picture.region", region)
    return tiles


@pytest.fixture
def given() -> Opened:
    pixels = np.random.default_rng(0).integers(0, 256, (500, 700, 3), np.uint8)
    return Opened(Photo(pixels), Pyramid.build(pixels), 0.0)


def run(task: Task, seen: Box, under: Patch | None = None) -> tuple[list[Patch], list[Event]]:
    shown: SimpleQueue[Patch] = SimpleQueue()
    job = Job("preview", preview(task, seen, shown, under))
    job.run()
    return [shown.get() for _ in range(shown.qsize())], job.drain()


def test_the_part_that_is_seen_is_what_the_whole_would_be(asked: list[Box], given: Opened) -> None:
    task = Task(given, "doubling", Options())
    seen = (150, 37, 611, 402)
    patches, events = run(task, seen)
    assert isinstance(events[-1], Finished)
    last = patches[-1]
    assert (last.box, last.scale) == (seen, 2.0)
    whole = (255 - given.photo.pixels).repeat(2, 0).repeat(2, 1)
    assert np.array_equal(last.pyramid.pixels, whole[74:804, 300:1222])


def test_the_middle_comes_first_and_no_tile_twice(asked: list[Box], given: Opened) -> None:
    task = Task(given, "doubling", Options())
    run(task, (0, 0, 700, 500))
    left, top, right, bottom = asked[0]
    assert left <= 350 < right and top <= 250 < bottom
    assert len(asked) == len(set(asked)) == 4 * 3
    assert all(right - left <= TILE and bottom - top <= TILE for left, top, right, bottom in asked)
    run(task, (10, 10, 400, 400))  # moved: all is known
    assert len(asked) == 12


def test_tiles_are_shown_at_a_pace_that_can_be_followed(
    asked: list[Box], given: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    patches, _ = run(Task(given, "doubling", Options()), (0, 0, 700, 500))
    assert len(patches) <= 4  # as it was, the middle, perhaps another, all
    monkeypatch.setattr(restoring_parts, "PACE_S", 0.0)
    task = Task(given, "doubling", Options())
    patches, events = run(task, (0, 0, 700, 500))
    assert len(patches) == 1 + 12
    stages = [(each.done, each.total) for each in events if isinstance(each, Stage)]
    assert stages == [(i, 12) for i in range(13)]


def test_what_was_shown_stays_until_there_is_something_newer(
    asked: list[Box], given: Opened
) -> None:
    seen = (0, 0, 700, 500)
    before = run(Task(given, "doubling", Options()), seen)[0][-1]
    patches, _ = run(Task(given, "doubling", Options(blend=0.5)), seen, before)
    assert len(patches) < 12  # nothing is shown before the first new tile
    assert np.array_equal(patches[0].pyramid.pixels, before.pyramid.pixels)


def test_cancelling_ends_after_the_tile_in_hand(asked: list[Box], given: Opened) -> None:
    shown: SimpleQueue[Patch] = SimpleQueue()
    job = Job("preview", preview(Task(given, "d", Options()), (0, 0, 700, 500), shown))
    job.controls.cancel()
    job.run()
    assert isinstance(job.drain()[-1], Cancelled)
    assert len(asked) <= 1


def test_the_oldest_tiles_are_forgotten(
    asked: list[Box], given: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring_parts, "_KEPT_BYTES", 3 * (2 * TILE) ** 2 * 3)
    task = Task(given, "doubling", Options())
    patches, _ = run(task, (0, 0, 700, 500))
    assert 3 <= len(task.done) < 12
    whole = (255 - given.photo.pixels).repeat(2, 0).repeat(2, 1)
    assert np.array_equal(patches[-1].pyramid.pixels, whole)


def test_a_reference_is_compared_with(asked: list[Box], given: Opened) -> None:
    inverted = Photo((255 - given.photo.pixels).repeat(2, 0).repeat(2, 1))
    task = Task(given, "doubling", Options(), inverted)
    _, events = run(task, (100, 100, 300, 300))
    last = events[-1]
    assert isinstance(last, Finished)
    assert last.result.box == (100, 100, 300, 300)
    assert last.result.figures.psnr > 90 > last.result.figures.psnr_before
    assert last.result.errors.pixels.shape == (400, 400, 3)


def test_the_work_is_listed_without_numpy_or_torch(tmp_path: Path) -> None:
    """The window imports these modules before it is painted."""
    import subprocess
    import sys

    code = (
        "import sys, gendesk.ui.restoring_work, gendesk.ui.restoring_parts;"
        "assert not {'numpy', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, timeout=60)
