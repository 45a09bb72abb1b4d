"""How long an update of the curves takes: new points, reduction, layout and painting.

Run it with `python benchmarks/curves.py`; it prints rows of a markdown table, needs no
display, and takes the screen's scale as its argument.
"""

from __future__ import annotations

import os
import sys
import time

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gendesk.ui import theme
from gendesk.ui.widgets.curves import Curves

SCALE = sys.argv[1] if len(sys.argv) > 1 else "1"  # device pixels for each pixel of the window
COUNT, POINTS, UPDATES = 4, 100_000, 60
SIZE = QSize(1000, 420)


def measure(smoothing: float, log: bool) -> list[float]:
    """Milliseconds of each update, in which every curve gets one more point."""
    widget = Curves("curves")
    widget.resize(SIZE)
    widget.set_smoothing(smoothing)
    widget.set_log(log)
    rng = np.random.default_rng(0)
    steps = np.arange(1, POINTS + 1)
    for curve in range(COUNT):
        decay = 40.0 + 300 / (1 + curve) * np.exp(-steps / 20_000)
        widget.set_curve(f"curve {curve}", steps, decay * np.exp(rng.normal(0, 0.1, POINTS)))
    target = QImage(SIZE * float(SCALE), QImage.Format.Format_ARGB32_Premultiplied)
    target.setDevicePixelRatio(float(SCALE))
    widget.render(target)
    taken = []
    for update in range(UPDATES):
        begin = time.perf_counter()
        for curve in range(COUNT):
            widget.append(f"curve {curve}", POINTS + update + 1, 40.0 + rng.normal())
        widget.render(target)
        taken.append((time.perf_counter() - begin) * 1e3)
    return taken


def main() -> None:
    """Print one row for each way of drawing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = SCALE
    app = QApplication([])
    theme.apply(app, "dark")
    print(f"| {COUNT} curves of {POINTS:,} points, {SCALE}× | fastest ms | median ms | worst ms |")
    print("|---|---|---|---|")
    for smoothing, log in ((0.95, False), (0.95, True), (0.0, False)):
        taken = measure(smoothing, log)
        kind = f"smoothing {smoothing}, {'logarithmic' if log else 'linear'}"
        print(f"| {kind} | {min(taken):.1f} | {np.median(taken):.1f} | {max(taken):.1f} |")


if __name__ == "__main__":
    main()
