"""How long the map of a latent space takes to paint and to answer, with many points, in software.

A person pans and zooms; then the pointer wanders over the points. Each frame is a whole repaint of the
widget into a picture. Beside the time on the clock stands the thread's own processor time, which other
work on the machine does not disturb. Run it with
`python -m benchmarks.latent_map [--points 70000] [--rounds 3]`; it prints rows of a markdown table and
needs no display.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Callable

import numpy as np

SIZE = (820, 640)  # of the map in a window of 1280 × 800
FRAMES = 300
CLUSTERS = 10


def main() -> None:
    """Measure in rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=70_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from gendesk.ui import theme
    from gendesk.ui.widgets.cloud import Cloud

    app = QApplication([])
    theme.apply(app, "dark")
    cloud = Cloud("map")
    cloud.resize(*SIZE)
    cloud.set_points(*clusters(asked.points))
    cloud.set_cursor_at(QPointF(0, 0))
    cloud.show()
    app.processEvents()
    screen = QImage(*SIZE, QImage.Format.Format_RGB32)

    def pan_and_zoom(frame: int) -> None:
        """From everything to eight times closer and back, wandering about."""
        turn = frame / FRAMES * 2 * math.pi
        cloud.zoom_by(8 ** (math.sin(2 * turn) * 4 * math.pi / FRAMES), QPointF(300, 300))
        cloud.pan_by(QPointF(4 * math.cos(3 * turn), 4 * math.sin(5 * turn)))
        cloud.render(screen)

    def hover(frame: int) -> None:
        turn = frame / FRAMES * 2 * math.pi
        cloud.nearest(QPointF(410 + 300 * math.sin(3 * turn), 320 + 250 * math.cos(5 * turn)))

    print("| | p50 | p95 | worst | p95 of processor time |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for number in range(1, asked.rounds + 1):
        for what, act in (("pan and zoom", pan_and_zoom), ("hover", hover)):
            cloud.fit()
            wall, own = timed(act)
            print(
                f"| {what}, round {number} | {np.percentile(wall, 50):.2f} ms "
                f"| {np.percentile(wall, 95):.2f} ms | {wall.max():.2f} ms "
                f"| {np.percentile(own, 95):.2f} ms |",
                flush=True,
            )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
    print(f"\n{asked.points} points, {SIZE[0]}×{SIZE[1]} pixels; load average {load:.1f}.")


def clusters(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of ten groups around a ring, as labels lie in a latent space: (N, 2), (N,)."""
    dice = np.random.default_rng(0)
    groups = dice.integers(0, CLUSTERS, count)
    angle = groups / CLUSTERS * 2 * np.pi
    middle = 3 * np.stack([np.cos(angle), np.sin(angle)], 1)
    return (middle + dice.normal(0, 0.6, (count, 2))).astype(np.float32), groups


def timed(act: Callable[[int], None]) -> tuple[np.ndarray, np.ndarray]:
    """Milliseconds of each frame: on the clock, and of this thread alone."""
    wall, own = [], []
    for frame in range(FRAMES):
        begin, begun = time.perf_counter(), time.thread_time()
        act(frame)
        wall.append((time.perf_counter() - begin) * 1e3)
        own.append((time.thread_time() - begun) * 1e3)
    return np.array(wall), np.array(own)


if __name__ == "__main__":
    main()
