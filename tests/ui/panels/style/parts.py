"""What the tests of the style panel share: how the replaced work is steered, and how one presses."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from gendesk.ui.panels.style.panel import Style
from gendesk.ui.stylizing_parts import Task

PATIENCE_MS = 20_000


@dataclass
class Said:
    """What was asked of the work, and what it answers."""

    sketched: list[Task] = field(default_factory=list)
    painted: list[Task] = field(default_factory=list)
    begun_with: list[Any] = field(default_factory=list)
    branched: list[tuple[Path, int, Any]] = field(default_factory=list)
    turned: dict[str, Any] = field(default_factory=dict)
    downloaded: list[str] = field(default_factory=list)
    estimate: Any = None
    steps: int = 1_000_000  # of a painting; as many as that go on until it is stopped


def picture(value: int, height: int = 40, width: int = 60) -> np.ndarray:
    """A picture of one grey."""
    return np.full((height, width, 3), value, np.uint8)


def settle(qtbot: QtBot, panel: Style) -> None:
    """Wait until all that should be seen is seen."""
    qtbot.waitUntil(lambda: panel.settled, timeout=PATIENCE_MS)
