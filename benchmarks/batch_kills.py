"""Kill a batch at random moments, half of them while it writes, and see what is left of it.

    python -m benchmarks.batch_kills --pictures 500 --kills 10

Small pictures of four formats in a tree are restored by forked processes, each of which goes on
where the one before was killed (SIGKILL): after a random number of files and milliseconds, or just
before the n-th step that writing takes. After each kill every file that can be seen has to be
whole; at the end every picture has to be there once, and none may have been finished twice.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

import gendesk.families  # noqa: F401  registers the recipes
from benchmarks.deadly import die_at
from gendesk.core.controls import Controls
from gendesk.core.events import Saved
from gendesk.core.recipe import Recipe
from gendesk.nn.start import initialise
from gendesk.ops.journal import HOME, Journal
from gendesk.ops.publishing import publish
from gendesk.ops.restoring.batch import restore
from gendesk.ops.restoring.options import Options
from gendesk.ops.restoring.restorers import Restorer, open_restorer
from gendesk.training import checkpoints

DEADLY = (("begin", Journal), ("replace", Path), ("done", Journal))  # the steps of writing a file
SIZE = (48, 32)
_FORMATS = ("png", "jpg", "webp", "tif")


def kill_often(pictures: int, kills: int, folder: Path, seed: int = 0) -> dict[str, int]:
    """Run the experiment; the counts of what happened.

    Raises:
        AssertionError: a file is torn, missing, too many, or was done twice.
    """
    torch.set_num_threads(1)  # a forked child inherits no worker threads
    dice = random.Random(seed)
    wanted = _make(folder / "photos", pictures)
    restorer = opened(untrained_model("tiny", scale=2, width=8, blocks=1))
    told: Counter[str] = Counter()
    in_write = 0
    for _ in range(kills):
        files = dice.randint(1, max(1, int(1.6 * pictures / (kills + 1))))
        deadly_call = dice.randrange(3 * files) if dice.random() < 0.5 else -1
        names, died_in_write = _restore_and_kill(
            folder, restorer, files, dice.uniform(0, 0.02), deadly_call
        )
        told.update(names)
        in_write += died_in_write
        assert set(_whole(folder / "out")) <= wanted, "a file that nobody asked for"
    _restore(folder, restorer, told)
    found = _whole(folder / "out")
    hidden = [p for p in (folder / "out").rglob(".*") if p.name != HOME]
    assert set(found) == wanted and not hidden, (wanted - set(found), hidden)
    assert set(told.values()) <= {1}, "a file was done twice"
    begun = (folder / "out" / HOME / "journal.jsonl").read_text().count('"done": false')
    return {
        "pictures": len(found), "kills": kills, "in a write": in_write,
        "begun again": begun - pictures,
    }  # fmt: skip


def untrained_model(name: str, **shape: Any) -> str:
    """An upscaler that has learnt nothing, as a model of the user's."""
    recipe = Recipe.known["restorer"]().changed(task="upscale", **shape)
    learner = recipe.build(3)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(0))
    manifest = {
        "step": 1, "recipe": recipe.as_dict(), "channels": 3, "pictures": 0, "figures": {},
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        tensors = {"average": checkpoints.part_tensors(learner)}
        checkpoint = checkpoints.load(checkpoints.save(Path(place), tensors, manifest, keep=1))
        for _ in publish(checkpoint, name):
            pass
    return name


def opened(name: str) -> Restorer:
    """A model, ready to run on the CPU."""
    events = open_restorer(name, "cpu")
    while True:
        try:
            next(events)
        except StopIteration as end:
            restorer: Restorer = end.value
            return restorer


def _make(folder: Path, pictures: int) -> set[str]:
    """Write the pictures; their names, below the folder."""
    dice = np.random.default_rng(0)
    names = set()
    for number in range(pictures):
        path = folder / f"{number % 7}" / f"{number:04d}.{_FORMATS[number % 4]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = dice.integers(0, 256, (SIZE[1] // 8, SIZE[0] // 8, 3), np.uint8)
        Image.fromarray(pixels).resize(SIZE, Image.Resampling.BICUBIC).save(path)
        names.add(path.relative_to(folder).as_posix())
    return names


def _restore_and_kill(
    folder: Path, restorer: Restorer, files: int, seconds: float, deadly_call: int
) -> tuple[list[str], bool]:
    """Go on in a child until it is killed: what it said to have done, and whether it was writing."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            if deadly_call >= 0:
                die_at(deadly_call, DEADLY, writing, b"writing\n")
            for event in restore(
                [folder / "photos"], restorer, folder / "out", Options(), Controls()
            ):
                if isinstance(event, Saved):
                    os.write(writing, f"{event.path}\n".encode())
        finally:
            os._exit(1)
    os.close(writing)
    names = []
    with os.fdopen(reading) as pipe:
        for line in pipe:
            names.append(line.strip())
            if deadly_call < 0 and len(names) == files:
                time.sleep(seconds)
                os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the batch ended before it was killed"
    return [name for name in names if name != "writing"], "writing" in names


def _restore(folder: Path, restorer: Restorer, told: Counter[str]) -> None:
    """The last run, to the end."""
    for event in restore([folder / "photos"], restorer, folder / "out", Options(), Controls()):
        if isinstance(event, Saved):
            told[str(event.path)] += 1


def _whole(out: Path) -> list[str]:
    """The files that can be seen, each decoded."""
    found = []
    for path in out.rglob("[!.]*"):
        if path.is_file() and HOME not in path.parts:
            with Image.open(path) as image:
                image.load()
                assert image.size == (2 * SIZE[0], 2 * SIZE[1]), path
            found.append(path.relative_to(out).as_posix())
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pictures", type=int, default=500)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GENDESK_HOME"] = folder
        print(kill_often(options.pictures, options.kills, Path(folder).resolve(), options.seed))


if __name__ == "__main__":
    sys.exit(main())
