"""How late a 16 ms timer of the window fires while the restoring panel upscales a picture.

A picture is opened in the panel and restored into a folder by the model that is chosen, with its
preview, its progress and its list being drawn. Run it with `python benchmarks/restore_tick.py`; it
prints rows of a markdown table and needs no display. Lateness counts from the moment the order is
given to its end.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

TICK_MS = 16
LEAST_TICKS = 100


def main() -> None:
    """Measure in rounds, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="upscale-x2", help="as `gendesk restore` names it")
    parser.add_argument("--megapixels", type=float, default=3.0, help="of the picture")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--home", help="the user's folder, where the model is not one that ships")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(measured(asked)), flush=True)
        os._exit(0)
    print("| | p50 | p99 | worst | seconds | megapixels a second |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for number in range(1, asked.rounds + 1):
        found = in_a_process(asked)
        print(
            f"| round {number} | {found['p50_ms']:.1f} ms | {found['p99_ms']:.1f} ms "
            f"| {found['worst_ms']:.1f} ms | {found['seconds']:.1f} "
            f"| {asked.megapixels / found['seconds']:.2f} |",
            flush=True,
        )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"\nBar: p99 at most 20 ms. Load average {load:.1f}.")


def in_a_process(asked: argparse.Namespace) -> dict[str, Any]:
    """One round, in a fresh process with a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [sys.executable, __file__, "--once", *sys.argv[1:]],
            env={**os.environ, "GENDESK_HOME": asked.home or folder, "BENCH_FOLDER": folder},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def picture(folder: Path, megapixels: float) -> Path:
    """Waves, edges and a little noise, 4 : 3."""
    from PIL import Image

    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    height = width * 3 // 4
    y, x = np.mgrid[:height, :width].astype(np.float32)
    planes = [127 + 80 * np.sin(x / (7 + 9 * c)) * np.cos(y / (11 + 5 * c)) for c in range(3)]
    noise = np.random.default_rng(0).normal(0, 4, (height, width, 3))
    path = folder / "picture.png"
    Image.fromarray((np.stack(planes, 2) + noise).clip(0, 255).astype(np.uint8)).save(path)
    return path


def measured(asked: argparse.Namespace) -> dict[str, float]:
    """The lateness of the timer in one window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from dataclasses import replace

    from PySide6.QtCore import Qt, QTimer

    from gendesk.ui.studio import Studio

    folder = Path(os.environ["BENCH_FOLDER"])
    path = picture(folder, asked.megapixels)
    studio = Studio()
    window = studio.window
    window.show_panel("restore")
    window.restore.open([path])
    bench, marks = window.restore.bench, []
    ticker, watcher = QTimer(), QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.setInterval(TICK_MS)
    ticker.timeout.connect(lambda: marks.append(time.perf_counter()))

    def watch() -> None:
        if marks:
            if not bench.restoring:
                ticker.stop()
                watcher.stop()
                window.leave()
        elif studio.pool.idle and window.restore.settled and bench.settings.models.entry():
            if bench.settings.choices().model != asked.model:
                bench.choose_model(asked.model)
                return
            ticker.start()
            marks.append(time.perf_counter())
            order = replace(bench.settings.choices(), out=str(folder / "out"))
            bench.order(order)

    watcher.setInterval(200)
    watcher.timeout.connect(watch)
    watcher.start()
    studio.run()
    written = list((folder / "out").glob("*.png"))
    if len(written) != 1 or len(marks) < LEAST_TICKS:
        raise SystemExit(f"not restored: {bench.progress.text()}")
    late_ms = np.maximum(np.diff(marks) * 1e3 - TICK_MS, 0)
    return {
        "p50_ms": float(np.percentile(late_ms, 50)),
        "p99_ms": float(np.percentile(late_ms, 99)),
        "worst_ms": float(late_ms.max()),
        "seconds": marks[-1] - marks[0],
    }


if __name__ == "__main__":
    main()
