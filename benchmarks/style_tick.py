"""How soon a sketch answers in the window, and how late its 16 ms timer fires while it paints.

The style panel opens its two sample pictures: the time until their sketch stands is the first
answer. Another content is taken: the time until its sketch stands is an answer like all that
follow. Then Start is pressed, and lateness counts until the painting has ended. Run it with
`python benchmarks/style_tick.py`; it prints rows of a markdown table and needs no display.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from typing import Any

import numpy as np

TICK_MS = 16
LEAST_TICKS = 100


def main() -> None:
    """Measure in rounds, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(measured()), flush=True)
        os._exit(0)
    print("| | first sketch | next sketch | p50 | p99 | worst | painting |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for number in range(1, asked.rounds + 1):
        found = in_a_process()
        print(
            f"| round {number} | {found['first_s']:.1f} s | {found['next_s']:.1f} s "
            f"| {found['p50_ms']:.1f} ms | {found['p99_ms']:.1f} ms | {found['worst_ms']:.1f} ms "
            f"| {found['painting_s']:.0f} s |",
            flush=True,
        )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"\nBars: a sketch within 2 s, p99 at most 20 ms, worst 60. Load average {load:.1f}.")


def in_a_process() -> dict[str, Any]:
    """One round, in a fresh process with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        ran = subprocess.run(
            [sys.executable, __file__, "--once"],
            env={**os.environ, "GENDESK_HOME": home},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def measured() -> dict[str, float]:
    """The times and the lateness in one window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer

    from gendesk.ops.stylizing.samples import contents
    from gendesk.ui.studio import Studio

    studio = Studio()
    window = studio.window
    panel = window.style_panel
    marks: list[float] = []
    answers: list[tuple[float, float]] = []  # asked, answered
    asked_at, begun = [0.0], [False]
    ticker, watcher = QTimer(), QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.setInterval(TICK_MS)
    ticker.timeout.connect(lambda: marks.append(time.perf_counter()))

    def heard() -> None:
        if panel.atelier.sketcher.sketching:
            begun[0] = True
        elif begun[0]:
            answers.append((asked_at[0], time.perf_counter()))
            asked_at[0], begun[0] = 0.0, False

    def watch() -> None:
        if marks:
            if not panel.painting:
                ticker.stop()
                watcher.stop()
                window.leave()
        elif asked_at[0] or not (studio.pool.idle and panel.settled):
            return
        elif not answers:
            panel.atelier.sketcher.changed.connect(heard)
            asked_at[0] = time.perf_counter()
            panel.open_samples()
        elif len(answers) == 1:
            asked_at[0] = time.perf_counter()
            panel.take([contents()[1].path], [])
        else:
            ticker.start()
            marks.append(time.perf_counter())
            panel.start()

    watcher.setInterval(100)
    watcher.timeout.connect(watch)
    window.show_panel("style")
    watcher.start()
    studio.run()
    if len(marks) < LEAST_TICKS:
        raise SystemExit("nothing was painted")
    late_ms = np.maximum(np.diff(marks) * 1e3 - TICK_MS, 0)
    (first, next_) = (answered - asked for asked, answered in answers)
    return {
        "first_s": first,
        "next_s": next_,
        "p50_ms": float(np.percentile(late_ms, 50)),
        "p99_ms": float(np.percentile(late_ms, 99)),
        "worst_ms": float(late_ms.max()),
        "painting_s": marks[-1] - marks[0],
    }


if __name__ == "__main__":
    main()
