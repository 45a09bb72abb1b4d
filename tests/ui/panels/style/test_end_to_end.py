"""A painting from the first click to the file that brings it back, by the engine itself."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from torch import Tensor

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.nn.start import initialise
from gendesk.nn.vgg import Vgg
from gendesk.ops.stylizing import features
from gendesk.ops.stylizing.features import Entry
from gendesk.ui import stylizing_work as work
from gendesk.ui.panels.style.panel import Style
from gendesk.ui.state import State
from gendesk.ui.window import Window

from ...hands import press
from .parts import PATIENCE_MS, settle

SETTINGS = {"size": 64, "steps": 6, "coarse_to_fine": False, "preview_every": 2}


class Small:
    """An untrained network of three blocks."""

    def __init__(self) -> None:
        self._net = Vgg(((2, 6), (1, 8), (2, 8)), "max")
        initialise(self._net, torch.Generator().manual_seed(7))
        self._net.eval().requires_grad_(False)
        self.layers = self._net.layers

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        return self._net.features(images, layers)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The small network in place of the one that ships."""

    def opened(name: str, **_: Any) -> Generator[Event, None, Small]:
        yield Stage(Sentence("Opening the features"))
        return Small()

    monkeypatch.setattr(features, "open_features", opened)
    monkeypatch.setattr(
        features, "all_features", lambda: [Entry("texture", "texture", True, "shipped")]
    )
    yield
    work.forget_features()


@pytest.fixture
def state() -> State:
    return State(panel="style", style={"recipe": {"family": "painting", **SETTINGS}})


@pytest.fixture
def panel(qtbot: QtBot, window: Window, photos: Sequence[Path]) -> Style:
    window.style_panel.open(photos[:2])
    settle(qtbot, window.style_panel)
    return window.style_panel


def test_from_a_drop_to_a_file_that_brings_everything_back(
    qtbot: QtBot, panel: Style, window: Window, tmp_path: Path
) -> None:
    atelier = panel.atelier
    sketch = atelier.easel.frame()
    assert panel.notice.text() == "" and sketch is not None and atelier.easel.kind() == "sketch"
    assert atelier.progress.estimate_text().startswith("About")

    press(qtbot, atelier, "style_start")
    qtbot.waitUntil(lambda: atelier.progress.state == "finished", timeout=PATIENCE_MS)
    settle(qtbot, panel)
    painted = atelier.easel.frame()
    assert painted is not None and painted.pixels.shape == (48, 64, 3)
    assert atelier.easel._steps[-1] == 6 and len(atelier.easel._steps) > 2
    assert window.grab().save(str(tmp_path / "window.png"))

    file = tmp_path / "painted.png"
    atelier.saving.write(file)
    qtbot.waitUntil(lambda: "Written to" in panel.notice.text(), timeout=PATIENCE_MS)
    assert np.array_equal(np.asarray(Image.open(file).convert("RGB")), painted.pixels)

    press(qtbot, atelier, "style_1_remove")
    panel.open([file], atelier.content.mapToGlobal(atelier.content.rect().center()))
    settle(qtbot, panel)
    task = atelier.task()
    assert task is not None and task.content.name == "content"
    assert [style.opened.name for style in task.styles] == ["first"]
    assert task.recipe.steps == 6


def test_a_branch_goes_on_from_the_moment_that_is_seen(
    qtbot: QtBot, panel: Style, window: Window
) -> None:
    atelier = panel.atelier
    press(qtbot, atelier, "style_start")
    qtbot.waitUntil(lambda: atelier.progress.state == "finished", timeout=PATIENCE_MS)
    settle(qtbot, panel)
    first = atelier.painter.folder
    atelier.easel.slider.choose(2)
    settle(qtbot, panel)
    assert atelier.easel.step() == 2
    press(qtbot, atelier, "style_branch")
    qtbot.waitUntil(lambda: atelier.progress.state == "finished", timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert panel.notice.text() == "" and atelier.painter.folder != first
    assert atelier.easel._steps[:2] == [1, 2]  # the past comes along
    press(qtbot, atelier, "style_tab_earlier")
    settle(qtbot, panel)
    assert atelier.earlier.list.count() == 2


def test_one_leaves_a_painting_after_being_asked(
    qtbot: QtBot, panel: Style, window: Window
) -> None:
    panel.atelier.settings.set_recipe(panel.atelier.settings.recipe().changed(steps=10_000))
    press(qtbot, panel.atelier, "style_start")
    qtbot.waitUntil(lambda: panel.atelier.painter._step > 3, timeout=PATIENCE_MS)
    window.close()
    dialog = window.findChild(QWidget, "close_dialog")
    assert dialog is not None and window.isVisible()
    leave = dialog.findChild(QPushButton, "close_agree")
    assert leave is not None
    leave.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE_MS)
    from gendesk.runs.paintings import Painting

    folder = panel.atelier.painter.folder
    assert folder is not None and Painting(folder).checkpoints()
