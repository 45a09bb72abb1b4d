"""How soon what lies at the cursor is seen while one drags, through the window's own worker threads.

A hand moves every 8 ms; each move asks for what lies there. A move counts as seen when it, or a newer
one, is shown. Measured with untrained decoders: what they have learnt makes no difference to the time.
Also how often the manifold is drawn anew while a third dimension is dragged.
Run it with `python -m benchmarks.latent_drag [--seconds 5]`; it prints rows of a markdown table and needs
no display.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

MOVE_MS = 8
CELLS = 20


def main() -> None:
    """Measure each model in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import torch
    from PySide6.QtWidgets import QApplication

    import gendesk.families  # noqa: F401  they make themselves known
    from gendesk.core.recipe import Recipe

    sys.setswitchinterval(0.001)  # as in the window
    app = QApplication([])
    vae = Recipe.known["vae"]()
    models = {
        "28×28, fully connected": vae.changed(size=28, net="mlp", latent=3),
        "32×32, convolutional": vae.changed(size=32, net="conv", latent=3),
        "DCGAN 64×64": Recipe.known["gan"]().changed(size=64, net="conv"),
    }
    print("| | seen within, p50 | p95 | worst | pictures a second |")
    print("| --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, recipe) in enumerate(models.items()):
            space = untrained(Path(folder, str(number)), recipe)
            waited, shown = one_picture(app, space, asked.seconds)
            print(row(f"{name}: one picture", waited, shown, asked.seconds), flush=True)
            if recipe.family == "vae":
                waited, shown = the_manifold(app, space, asked.seconds)
                what = f"{name}: {CELLS}×{CELLS} manifold"
                print(row(what, waited, shown, asked.seconds), flush=True)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
    print(f"\n{torch.get_num_threads()} threads of torch; load average {load:.1f}.")


def untrained(folder: Path, recipe: Any) -> Any:
    """The space of a family's networks as they begin."""
    from gendesk.ops.latent.space import Space
    from gendesk.training import checkpoints

    channels = 3 if recipe.family == "gan" else 1
    manifest = {"step": 1, "recipe": recipe.as_dict(), "channels": channels, "figures": {}}
    tensors = {"average": checkpoints.part_tensors(recipe.build(channels))}
    return Space(checkpoints.load(checkpoints.save(folder, tensors, manifest, keep=1)), "untrained")


def row(name: str, waited: list[float], shown: int, seconds: float) -> str:
    """A row of the table."""
    late = np.array(waited) * 1e3
    p50, p95 = np.percentile(late, (50, 95))
    return f"| {name} | {p50:.0f} ms | {p95:.0f} ms | {late.max():.0f} ms | {shown / seconds:.0f} |"


def one_picture(app: Any, space: Any, seconds: float) -> tuple[list[float], int]:
    """Drag the cursor: how long each move waited, and how many pictures were shown."""
    from gendesk.ui.panels.latent.eye import Eye
    from gendesk.ui.panels.latent.whereabouts import Whereabouts
    from gendesk.ui.pool import Pool

    pool, whereabouts = Pool(), Whereabouts()
    eye = Eye(pool, whereabouts)
    eye.begin(space)
    moves = Moves(space)
    eye.seen.connect(lambda seen: moves.seen(seen.point))
    return moves.drag(app, pool, lambda point: whereabouts.drag(point), seconds)


def the_manifold(app: Any, space: Any, seconds: float) -> tuple[list[float], int]:
    """Drag the third dimension: the plane of the first two is drawn anew."""
    from gendesk.core.events import Finished
    from gendesk.jobs import Job
    from gendesk.ui.latent_work import manifold
    from gendesk.ui.pool import Pool
    from gendesk.ui.widgets.manifold import Manifold

    pool, moves, view = Pool(), Moves(space), Manifold("manifold")
    view.resize(640, 640)
    view.show()

    def ask(point: Any) -> None:
        def receive(_: Any, events: Any) -> None:
            if isinstance(events[-1], Finished):
                view.set_whole(events[-1].result)
                view.repaint()
                moves.seen(point)

        job = Job("", manifold.lay_out(space, manifold.Plane(CELLS, CELLS), point))
        pool.latest("manifold", job, receive)

    found = moves.drag(app, pool, ask, seconds)
    view.close()
    return found


class Moves:
    """A hand that moves, and what became of each of its moves."""

    def __init__(self, space: Any) -> None:
        self._space = space
        self._asked: dict[int, float] = {}  # when each point was asked for, by its identity
        self._points: list[Any] = []
        self._waited: list[float] = []
        self._shown = 0

    def seen(self, point: Any) -> None:
        """A picture was shown: all moves up to this one have waited until now."""
        now = time.perf_counter()
        if id(point) not in self._asked:
            return
        self._shown += 1
        while self._points:
            first = self._points.pop(0)
            self._waited.append(now - self._asked.pop(id(first)))
            if first is point:
                break

    def drag(self, app: Any, pool: Any, ask: Any, seconds: float) -> tuple[list[float], int]:
        """Move every few milliseconds for some seconds."""
        from PySide6.QtCore import Qt, QTimer

        from gendesk.ops.latent.point import Point

        begin = time.perf_counter()

        def move() -> None:
            now = time.perf_counter()
            if now - begin > seconds:
                timer.stop()
                app.quit()
                return
            values = np.full(self._space.latent, math.sin(3 * (now - begin)), np.float32)
            point = Point(values)
            self._points.append(point)
            self._asked[id(point)] = now
            ask(point)

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(MOVE_MS)
        timer.timeout.connect(move)
        timer.start()
        app.exec()
        shown = self._shown
        while not pool.idle:
            app.processEvents()
        pool.shutdown()
        return self._waited, shown


if __name__ == "__main__":
    main()
