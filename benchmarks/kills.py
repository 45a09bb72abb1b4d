"""Kill a training at random moments, most of them while it saves, and see what is left of it.

    python -m benchmarks.kills --kills 200

Each round forks a process that trains on from the newest checkpoint and saves at every third step;
it is killed (SIGKILL) at a random moment, or in the midst of the n-th write of a save. Afterwards
every checkpoint that can be seen must be whole, and no more than one interval may be lost.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import torch

import gendesk.families  # noqa: F401  registers the recipes
from benchmarks.deadly import die_at
from gendesk.core.controls import Controls
from gendesk.core.events import Progress, Stage
from gendesk.core.recipe import Recipe
from gendesk.data import open_dataset
from gendesk.data.dataset import Dataset
from gendesk.runs.folder import Run
from gendesk.runs.record import record
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit

INTERVAL = 3
DEADLY = (  # the calls that a save makes to the disk
    ("fsync", os), ("save_file", checkpoints), ("rename", Path), ("rmtree", shutil),
    ("_write_durably", checkpoints),
)  # fmt: skip


def kill_often(kills: int, folder: Path, seed: int = 0) -> dict[str, int]:
    """Run the experiment; the counts of what happened.

    Raises:
        AssertionError: a checkpoint is not whole, or more than one interval was lost.
    """
    torch.set_num_threads(1)  # a forked child inherits no worker threads
    recipe = Recipe.known["vae"]().changed(
        size=16, net="mlp", hidden=128, steps=10**6, checkpoint_every=INTERVAL, keep=3,
        preview_every=10**6,
    )  # fmt: skip
    dataset = _digits(recipe)
    run = Run.create(recipe, folder=folder / "run")
    dice = random.Random(seed)
    counts = {"kills": 0, "in a save": 0, "steps": 0, "most steps lost": 0}
    for _ in range(kills):
        reached, in_save = _train_and_kill(run, dataset, dice)
        found = checkpoints.steps(run.folder / "checkpoints")
        for step in found:
            whole = checkpoints.load(run.folder / "checkpoints" / f"{step:08d}")
            for name in ("weights", "average", "optimizer"):
                whole.tensors(name)
        newest = found[-1] if found else 0
        lost = reached - newest
        assert lost <= INTERVAL, f"{lost} steps lost: reached {reached}, newest {newest}"
        steps, _ = run.metrics()["loss"]
        assert len(steps) == steps[-1] >= reached, "a reported step is missing from the metrics"
        counts["kills"] += 1
        counts["in a save"] += in_save
        counts["steps"] = newest
        counts["most steps lost"] = max(counts["most steps lost"], lost)
    return counts


def _train_and_kill(run: Run, dataset: Dataset, dice: random.Random) -> tuple[int, bool]:
    """Train on in a child until it is killed: the last step it told of, and whether it was saving."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _train(
                run, dataset, writing, deadly_call=dice.randrange(40) if dice.random() < 0.7 else -1
            )
        finally:
            os._exit(1)
    os.close(writing)
    patience = time.monotonic() + dice.uniform(0.3, 0.9)
    while time.monotonic() < patience:
        if os.waitpid(child, os.WNOHANG) != (0, 0):
            break
        time.sleep(0.01)
    else:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode().split()
    steps = [int(word) for word in told if word.isdigit()]
    newest = checkpoints.steps(run.folder / "checkpoints")
    return (steps[-1] if steps else (newest[-1] if newest else 0)), "saving" in told


def _train(run: Run, dataset: Dataset, pipe: int, deadly_call: int) -> None:
    """Train on, telling each step; die by itself at the `deadly_call`-th call of saves."""
    if deadly_call >= 0:
        die_at(deadly_call, DEADLY, pipe, b"saving ")
    path = checkpoints.newest(run.folder / "checkpoints")
    resume = checkpoints.load(path) if path else None
    fabric = fabric_for("cpu", "32")
    events = fit(
        run.recipe, dataset, run.folder / "checkpoints",
        fabric=fabric, controls=Controls(), resume=resume,
    )  # fmt: skip
    for event in record(run, events, run.recipe.steps, resume.step if resume else 0):
        if isinstance(event, Progress):
            os.write(pipe, f"{event.step} ".encode())


def _digits(recipe: Recipe) -> Dataset:
    events = open_dataset(recipe.data, size=recipe.size)
    while True:
        try:
            assert isinstance(next(events), Stage)
        except StopIteration as end:
            dataset: Dataset = end.value
            return dataset


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GENDESK_HOME"] = folder
        print(kill_often(options.kills, Path(folder), options.seed))


if __name__ == "__main__":
    sys.exit(main())
