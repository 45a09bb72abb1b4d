"""How much memory it takes to paint a large picture, and how soon it stops when somebody cancels.

    python -m benchmarks.style_memory [--features texture|vgg19|FILE] [--size 2000]

Content and style are synthetic, 4:3. It is painted at its full size alone (the coarser scales take less)
for some steps; what counts is the largest resident size (VmHWM) above that after the imports and the
opening of the features. "untrained" features are of VGG-19's shape, all five blocks.

Then the painting is begun again and cancelled after a while, several times; what counts is the time
from the request until the work has ended. Nothing is saved meanwhile: saving takes as long as the
disk does, and the window says that it is stopping.
"""

from __future__ import annotations

import argparse
import gc
import re
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from gendesk.core.controls import Controls
from gendesk.core.events import Progress, Stage
from gendesk.core.images import Picture
from gendesk.jobs import Job
from gendesk.nn.start import initialise
from gendesk.nn.vgg import VGG19, Vgg
from gendesk.ops.stylizing.features import Extractor, open_features
from gendesk.ops.stylizing.painting import Style, Subject, paint
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import finished


def main() -> None:
    """Paint, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--features", default="texture")
    parser.add_argument("--size", type=int, default=2000)
    parser.add_argument("--steps", type=int, default=2)
    parser.add_argument("--optimizer", default="adam", choices=("adam", "lbfgs"))
    parser.add_argument("--cancels", type=int, default=5)
    asked = parser.parse_args()
    features = opened(asked.features)
    recipe = PaintingRecipe().changed(
        size=asked.size, steps=asked.steps, coarse_to_fine=False, optimizer=asked.optimizer
    )
    subject = Subject(picture(asked.size, 1))
    styles = [Style(picture(asked.size, 2))]
    gc.collect()
    before, since = status("VmRSS"), time.perf_counter()
    tiles, finishes = 1, []
    for event in paint(subject, styles, features, recipe, Controls()):
        if isinstance(event, Stage) and event.total > 1:
            tiles = event.total // 2
        elif isinstance(event, Progress):
            finishes.append(time.perf_counter())
    seconds = (finishes[-1] - since) / len(finishes)
    print(f"{asked.features}, {recipe.optimizer}, {asked.size} px, {tiles} tiles")
    print(f"largest: {(status('VmHWM') - before) / 2**30:.2f} GiB above {before / 2**30:.2f} GiB")
    print(f"seconds a step, with all preparation: {seconds:.1f}")
    waits = sorted(
        cancelled(subject, styles, features, recipe, (i + 0.5) * seconds / asked.cancels)
        for i in range(asked.cancels)
    )
    if waits:
        print(f"cancelled within: {', '.join(f'{1000 * wait:.0f}' for wait in waits)} ms")


def opened(name: str) -> Extractor:
    """Features by name, or untrained ones."""
    if name != "untrained":
        return finished(open_features(name))
    net = Vgg(VGG19)
    initialise(net, torch.Generator().manual_seed(0))
    return Extractor(net.eval().requires_grad_(False), name)


def cancelled(
    subject: Subject, styles: list[Style], features: Any, recipe: PaintingRecipe, after_s: float
) -> float:
    """Seconds from the request until the work has ended."""

    def work(controls: Controls) -> Generator[Any, None, Any]:
        return paint(subject, styles, features, recipe, controls)

    job = Job("", work)
    thread = threading.Thread(target=job.run)
    thread.start()
    time.sleep(after_s)
    asked = time.perf_counter()
    job.controls.cancel()
    thread.join()
    return time.perf_counter() - asked


def picture(size: int, seed: int) -> Picture:
    """Soft shapes with some noise, 4:3."""
    y, x = np.mgrid[: size * 3 // 4, :size].astype(np.float32)
    shapes = [np.sin(x / (40 * seed + 9 * c)) + np.cos(y / (30 + 7 * c * seed)) for c in range(3)]
    noise = np.random.default_rng(seed).normal(0, 8, (*x.shape, 3))
    return (np.stack(shapes, 2) * 55 + 127 + noise).clip(0, 255).astype(np.uint8)


def status(name: str) -> int:
    """Bytes, from /proc/self/status."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    assert found is not None
    return int(found[1]) << 10


if __name__ == "__main__":
    main()
