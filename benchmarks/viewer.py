"""How the window keeps up while a picture of 100 megapixels is panned and zoomed beside its result.

Each scale of the screen is measured in a process of its own: how late a 16 ms timer fires, how much
of the processors' time a frame takes to paint (which other work does not disturb), how long the
pyramid takes to build and what it needs above the picture.
Run it with `python benchmarks/viewer.py [--megapixels 100] [--rounds 3]`; it prints rows of a
markdown table and needs no display.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from typing import Any

import numpy as np

TICK_MS = 16
SIZE = (1280, 800)
STEPS = 600  # of the journey, one for each tick
MEBI = 2**20


def main() -> None:
    """Measure in rounds, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", type=float, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.scale:
        print(json.dumps(measure(asked.megapixels, asked.scale)), flush=True)
        return
    print("| | p50 late | p99 late | worst | p50 frame | p99 frame | built in | memory above |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for number in range(1, asked.rounds + 1):
        for scale in (1, 2):
            found = in_a_process(scale)
            print(
                f"| {scale}×, round {number} | {found['late_p50']:.1f} ms "
                f"| {found['late_p99']:.1f} ms | {found['late_worst']:.1f} ms "
                f"| {found['frame_p50']:.1f} ms | {found['frame_p99']:.1f} ms "
                f"| {found['built']:.2f} s | {found['above']:.0f} MiB |",
                flush=True,
            )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
    print(f"\n{asked.megapixels:.0f} megapixels, {SIZE[0]}×{SIZE[1]}; load average {load:.1f}.")


def in_a_process(scale: float) -> dict[str, float]:
    """What one scale of the screen measures."""
    ran = subprocess.run(
        [sys.executable, __file__, "--scale", str(scale), *sys.argv[1:]],
        env={**os.environ, "QT_SCALE_FACTOR": str(scale)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def picture(megapixels: float) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Shapes and noise, (H, W, 3), three wide for two high."""
    height = int(math.sqrt(megapixels * 1e6 / 1.5))
    width = height * 3 // 2
    rng = np.random.default_rng(0)
    coarse = rng.integers(0, 256, (height // 40 + 1, width // 40 + 1, 3), np.uint8)
    made = coarse.repeat(40, 0).repeat(40, 1)[:height, :width]
    grain = rng.integers(0, 32, (512, width, 1), np.uint8)
    for top in range(0, height, 512):
        made[top : top + 512] ^= grain[: len(made[top : top + 512])]
    return np.ascontiguousarray(made)


def measure(megapixels: float, scale: float) -> dict[str, float]:
    """Pan and zoom for ten seconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import psutil
    from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from gendesk.ui import theme
    from gendesk.ui.widgets.pyramid import Pyramid
    from gendesk.ui.widgets.viewer import Viewer

    app = QApplication([])
    theme.apply(app, "dark")
    process, pixels = psutil.Process(), picture(megapixels)
    before = process.memory_info().rss
    begin = time.perf_counter()
    pyramid = Pyramid.build(pixels)
    built = time.perf_counter() - begin
    frames: list[float] = []

    class Timed(Viewer):
        def paintEvent(self, event: Any) -> None:
            begin = time.process_time()
            super().paintEvent(event)
            frames.append((time.process_time() - begin) * 1e3)

    viewer = Timed("viewer", "")
    viewer.resize(*SIZE)
    viewer.show()
    viewer.set_picture(pyramid)
    viewer.set_after(pyramid)
    app.processEvents()
    frames.clear()
    marks: list[float] = []
    smallest = viewer.scale()

    def step() -> None:
        """From the whole picture to 400 % and back, wandering about."""
        marks.append(time.perf_counter())
        turn = len(marks) / STEPS * 2 * math.pi
        size = smallest * (4 / smallest) ** (0.5 - 0.5 * math.cos(turn * 2))
        x, y = 0.5 + 0.3 * math.sin(turn * 3), 0.5 + 0.3 * math.cos(turn * 5)
        width, height = SIZE[0] * scale / size, SIZE[1] * scale / size
        middle = QPointF(x * pyramid.width, y * pyramid.height)
        viewer.show_box(QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height))
        if len(marks) > STEPS:
            app.quit()

    ticker = QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.setInterval(TICK_MS)
    ticker.timeout.connect(step)
    ticker.start()
    app.exec()
    late = np.maximum(np.diff(marks) * 1e3 - TICK_MS, 0)
    return {
        "late_p50": float(np.percentile(late, 50)),
        "late_p99": float(np.percentile(late, 99)),
        "late_worst": float(late.max()),
        "frame_p50": float(np.percentile(frames, 50)),
        "frame_p99": float(np.percentile(frames, 99)),
        "built": built,
        "above": (process.memory_info().rss - before) / MEBI,
    }


if __name__ == "__main__":
    main()
