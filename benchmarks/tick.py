"""How late a 16 ms timer of the window fires while the window trains, and what the window costs.

Each round trains the same recipe twice, each time in a process of its own: in the window, with
its curves and pictures being drawn, and in a plain loop without a window. Run it with
`python benchmarks/tick.py`; it prints rows of a markdown table and needs no display. Lateness
counts from the moment Start is pressed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from statistics import median
from typing import Any

import numpy as np

TICK_MS = 16
SETTLE_STEPS = 30  # of a training, before its steps a second are counted
MOST_SECONDS = 600


def main() -> None:
    """Measure in rounds, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", default="digits", help="what is learnt, as `gendesk train` names it"
    )
    parser.add_argument("--family", default="vae", help="what learns it, such as gan")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--set", nargs="*", default=["net=mlp"], help="knobs, such as net=conv")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--arm", choices=("window", "bare"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.arm:
        measured = in_window(asked) if asked.arm == "window" else in_plain_loop(asked)
        print(json.dumps(measured), flush=True)
        os._exit(0)
    print("| | p50 | p99 | worst | steps/s in the window | without | share |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    shares = []
    for number in range(1, asked.rounds + 1):
        # Whichever comes second may find the machine warmer: the order alternates.
        arms = ("window", "bare") if number % 2 else ("bare", "window")
        found = {arm: in_a_process(arm) for arm in arms}
        window, bare = found["window"], found["bare"]
        shares.append(window["steps_per_s"] / bare["steps_per_s"])
        print(
            f"| round {number} | {window['p50_ms']:.1f} ms | {window['p99_ms']:.1f} ms "
            f"| {window['worst_ms']:.1f} ms | {window['steps_per_s']:.1f} "
            f"| {bare['steps_per_s']:.1f} | {100 * shares[-1]:.0f} % |",
            flush=True,
        )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"\nMedian share {100 * median(shares):.0f} %; load average {load:.1f}.")


def in_a_process(arm: str) -> dict[str, Any]:
    """What the arm measures, in a fresh process with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        ran = subprocess.run(
            [sys.executable, __file__, "--arm", arm, *sys.argv[1:]],
            env={**os.environ, "GENDESK_HOME": home},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def recipe_of(asked: argparse.Namespace) -> Any:
    """The recipe that both arms train."""
    import gendesk.families  # noqa: F401
    from gendesk.core.recipe import Recipe

    settings = dict(each.split("=", 1) for each in asked.set)
    return Recipe.known[asked.family]().changed(
        data=asked.data, steps=asked.steps, preview_every=50, checkpoint_every=200, **settings
    )


def in_plain_loop(asked: argparse.Namespace) -> dict[str, Any]:
    """Steps a second without a window."""
    from gendesk.core.controls import Controls
    from gendesk.runs.folder import Run
    from gendesk.runs.session import train
    from gendesk.training.warmup import warm_up

    warm_up()
    run = Run.create(recipe_of(asked))
    for _ in train(run, Controls()):
        pass
    return {"steps_per_s": steps_per_s(run)}


def in_window(asked: argparse.Namespace) -> dict[str, Any]:
    """Steps a second, and the lateness of the timer, in the window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    from gendesk.ui.studio import Studio

    studio = Studio()
    monitor, marks, chosen = studio.window.monitor, [], []
    ticker, watcher = QTimer(), QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.setInterval(TICK_MS)
    ticker.timeout.connect(lambda: marks.append(time.perf_counter()))
    began = time.monotonic()

    def watch() -> None:
        if marks:
            if not monitor.training or time.monotonic() - began > MOST_SECONDS:
                ticker.stop()
                studio.window.leave()
        elif studio.pool.idle and monitor.setup.measured and not chosen:
            chosen.append(recipe_of(asked))
            monitor.setup.take_recipe(chosen[0])
        elif studio.pool.idle and monitor.setup.measured:
            ticker.start()
            marks.append(time.perf_counter())
            QTest.mouseClick(monitor.setup.start_button, Qt.MouseButton.LeftButton)

    watcher.setInterval(200)
    watcher.timeout.connect(watch)
    watcher.start()
    studio.run()
    late_ms = np.maximum(np.diff(marks) * 1e3 - TICK_MS, 0)
    return {
        "steps_per_s": steps_per_s(monitor.live.run),
        "p50_ms": float(np.percentile(late_ms, 50)),
        "p99_ms": float(np.percentile(late_ms, 99)),
        "worst_ms": float(late_ms.max()),
    }


def steps_per_s(run: Any) -> float:
    """Over the times that the recorder wrote for each step."""
    steps, times = run.rows()["time"]
    return float((steps[-1] - steps[SETTLE_STEPS]) / (times[-1] - times[SETTLE_STEPS]))


if __name__ == "__main__":
    main()
