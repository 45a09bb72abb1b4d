"""Hands for the latent panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from gendesk.ui.panels.latent.panel import Latent
from gendesk.ui.widgets.plane import Plane

from ...hands import LEFT

PATIENCE_MS = 60_000


def settle(qtbot: QtBot, panel: Latent) -> None:
    """Wait until all that should be seen is seen."""
    qtbot.wait(20)
    qtbot.waitUntil(lambda: panel.settled, timeout=PATIENCE_MS)
    qtbot.wait(10)  # what is new in a layout is shown a moment later


def drag(qtbot: QtBot, plane: Plane, *corners: QPointF) -> None:
    """Press at the first of some points of a plane, move over the others, and let go."""
    spots = [plane.to_widget(corner).toPoint() for corner in corners]
    qtbot.mousePress(plane, LEFT, pos=spots[0])
    for spot in spots[1:]:
        qtbot.mouseMove(plane, spot)
    qtbot.mouseRelease(plane, LEFT, pos=spots[-1])


def loop_all(qtbot: QtBot, plane: Plane) -> None:
    """Draw a lasso around everything."""
    right, below = plane.width() - 2, plane.height() - 2
    qtbot.mousePress(plane, LEFT, pos=QPoint(1, 1))
    for spot in (QPoint(right, 1), QPoint(right, below), QPoint(1, below)):
        qtbot.mouseMove(plane, spot)
    qtbot.mouseRelease(plane, LEFT, pos=QPoint(1, below))
