"""The style panel with its work replaced: what would be computed is said, and done at once."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Preview, Progress, Resumed, Saved, Turned
from gendesk.jobs import Work
from gendesk.ui import stylizing_past as kept
from gendesk.ui import stylizing_work as work
from gendesk.ui.panels.style.panel import Style
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.stylizing_parts import Frames, Task, frame_of

from .parts import PATIENCE_MS, Said, picture


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, home: Path) -> Said:
    said = Said(estimate=SimpleNamespace(seconds=180.0, bytes=10**9, fits=True, size_that_fits=512))

    def sketch(task: Task, frames: Frames) -> Work:
        def work_(_: Controls) -> Iterator[Event]:
            said.sketched.append(task)
            frames.put(frame_of(0, picture(50)))
            yield Preview("painting", 0, picture(50))

        return work_

    def estimate(task: Task) -> Work:
        def work_(_: Controls) -> Iterator[Event]:
            yield from ()
            return said.estimate

        return work_

    def painting(folder: Path, frames: Frames, begin: int = 0) -> Work:
        def work_(controls: Controls) -> Iterator[Event]:
            folder.mkdir(parents=True, exist_ok=True)
            yield Saved("painting", folder)
            for step in range(begin + 1, begin + said.steps + 1):
                time.sleep(0.002)
                for name, value in controls.take_turned().items():
                    said.turned[name] = value
                    yield Turned(step, name, 0, value)
                yield Progress(step, begin + said.steps, {"loss": 1 / step, "style/relu1_1": 0.1})
                if step % 5 == 0:
                    frames.put(frame_of(step, picture(100 + step % 100)))
                    yield Preview("painting", step, picture(100 + step % 100))
                if controls.paused:
                    yield Paused(step)
                    yield Resumed(step)

        return work_

    def paint(task: Task, frames: Frames, start: Any = None) -> Work:
        said.painted.append(task)
        said.begun_with.append(start)
        return painting(home / "paintings" / f"p-{len(said.painted)}", frames)

    def branch(folder: Path, step: int, recipe: Any, frames: Frames) -> Work:
        said.branched.append((folder, step, recipe))
        return painting(home / "paintings" / "branch", frames, step)

    def features(_: Controls) -> Iterator[Event]:
        yield from ()
        there = "vgg19" in said.downloaded
        return [
            SimpleNamespace(name="texture", title="texture", available=True, origin="shipped"),
            SimpleNamespace(name="vgg19", title="VGG-19", available=there, origin="download"),
        ]

    def moments(folder: Path) -> Work:
        def work_(_: Controls) -> Iterator[Event]:
            yield from ()
            return folder, [5, 10, 15]

        return work_

    def moment(folder: Path, step: int) -> Work:
        def work_(_: Controls) -> Iterator[Event]:
            yield from ()
            return folder, frame_of(step, picture(200))

        return work_

    for fake in (sketch, estimate, paint, branch, features):
        monkeypatch.setattr(work, fake.__name__, fake)
    for fake in (moments, moment):
        monkeypatch.setattr(kept, fake.__name__, fake)
    return said


@pytest.fixture
def panel(qtbot: QtBot, pool: Pool, home: Path, state: State) -> Iterator[Style]:
    panel = Style(pool, state)
    panel.resize(1100, 740)
    panel.show()
    yield panel
    pool.cancel()
    qtbot.waitUntil(lambda: pool.idle, timeout=PATIENCE_MS)
    panel.hide()
    panel.deleteLater()


@pytest.fixture
def photos(tmp_path: Path) -> Sequence[Path]:
    """Three pictures that can be told apart by their size."""
    found = []
    for place, name in enumerate(("content", "first", "second")):
        path = tmp_path / f"{name}.png"
        dice = np.random.default_rng(place)
        pixels = dice.integers(0, 256, (48 + 8 * place, 64, 3), np.uint8)
        Image.fromarray(pixels).save(path)
        found.append(path)
    return found
