"""How soon after its process starts the window is painted, and how soon it is ready to train.

Run it with `python benchmarks/startup.py`; it prints rows of a markdown table and needs no display.
The first start after a boot reads from a cold disk and takes longer: it is the first row.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from statistics import median

ROUNDS = 7
BEGAN = "GENDESK_BENCHMARK_BEGAN"  # seconds since 1970, just before the process is started


def main() -> None:
    """Start the window a few times, or be one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--window", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.window:
        start_window()
        return
    print("| start | painted | ready to train |")
    print("| ---: | ---: | ---: |")
    found = []
    for number in range(1, asked.rounds + 1):
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "GENDESK_HOME": home, BEGAN: str(time.time())}
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
            ran = subprocess.run(
                [sys.executable, __file__, "--window"],
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
        painted, ready = (float(each) for each in ran.stdout.split())
        found.append((painted, ready))
        print(f"| {number} | {painted:.2f} s | {ready:.2f} s |", flush=True)
    middle = [median(each) for each in zip(*found, strict=True)]
    print(f"| median | {middle[0]:.2f} s | {middle[1]:.2f} s |")


def start_window() -> None:
    """Start as `gendesk` does, print both times, and leave."""
    from gendesk.ui import app, preflight

    app.write_log()
    preflight.check()
    from PySide6.QtCore import QEvent, QObject

    from gendesk.ui.studio import Studio

    class Eye(QObject):
        """Sees the first paint of the window."""

        seen = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.UpdateRequest and not self.seen:
                watched.removeEventFilter(self)
                watched.event(event)
                self.seen = time.time()
                return True
            return False

    studio = Studio()
    eye = Eye()
    studio.window.installEventFilter(eye)
    make_ready = studio.window.set_ready

    def set_ready(device: str) -> None:
        began = float(os.environ[BEGAN])
        make_ready(device)
        print(eye.seen - began, time.time() - began, flush=True)
        studio.window.leave()

    studio.window.set_ready = set_ready  # type: ignore[method-assign]
    studio.run()
    os._exit(0)


if __name__ == "__main__":
    main()
