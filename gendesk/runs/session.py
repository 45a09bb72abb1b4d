"""A training as the window and the command line start it: pictures, device, loop and recorder."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import nullcontext

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage, Warned
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data import open_dataset
from gendesk.data.dataset import Dataset
from gendesk.runs.alive import hold
from gendesk.runs.folder import Run
from gendesk.runs.record import record
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint
from gendesk.training.devices import fabric_for, use_threads
from gendesk.training.estimate import Estimate
from gendesk.training.estimate import estimate as measure
from gendesk.training.fit import fit


def train(
    run: Run,
    controls: Controls,
    *,
    device: str = "auto",
    steps: int | None = None,
    from_step: int | None = None,
) -> Generator[Event, None, None]:
    """Train `run` from its newest checkpoint, or from the start, and record it in its folder.

    Under torchrun every process calls it; the first alone writes.

    Args:
        run: the folder, with its recipe.
        controls: see `fit`.
        device: "auto", "cpu" or "cuda".
        steps: the step to train up to, where it is not the recipe's.
        from_step: the checkpoint to go on from, where it is not the newest; later ones are removed.

    Raises:
        Trouble: it is being trained already, has nothing left to learn, or cannot be trained here.
    """
    writes = os.environ.get("RANK", "0") == "0"
    with hold(run.folder) if writes else nullcontext():
        resume = _checkpoint(run, from_step)
        recipe = _recipe(run, resume, steps)
        events = _train(run, recipe, resume, controls, device)
        if writes:
            at = resume.step if resume else 0
            yield from record(run, events, recipe.steps, at, device=device)
        else:
            yield from events


def preflight(recipe: Recipe, device: str = "auto") -> Generator[Event, None, Estimate]:
    """Measure what training `recipe` would take here, by a second of it."""
    fabric = fabric_for(device, recipe.precision)
    dataset = yield from _open(recipe)
    return (yield from measure(recipe, dataset, fabric))


def _train(
    run: Run, recipe: Recipe, resume: Checkpoint | None, controls: Controls, device: str
) -> Iterator[Event]:
    yield Stage(Sentence("Getting the device ready"))
    fabric = fabric_for(device, recipe.precision)
    dataset = yield from _open(recipe)
    if resume is not None:
        use_threads(int(resume.manifest["threads"]))  # sums depend on how they are shared out
        if resume.manifest["data_key"] != dataset.key:
            yield Warned(
                Sentence("The pictures have changed since this run was started."), resume.step
            )
    folder = run.folder / "checkpoints"
    yield from fit(recipe, dataset, folder, fabric=fabric, controls=controls, resume=resume)


def _open(recipe: Recipe) -> Generator[Event, None, Dataset]:
    return (
        yield from open_dataset(
            recipe.data,
            size=recipe.size,
            colour=recipe.colour,
            seed=recipe.seed,
            framing=recipe.framing,
            exclude=recipe.exclude,
        )
    )


def _checkpoint(run: Run, from_step: int | None) -> Checkpoint | None:
    """The checkpoint asked for, else the newest; None where there is none yet."""
    folder = run.folder / "checkpoints"
    if from_step is not None:
        return checkpoints.load(folder / f"{from_step:08d}")
    path = checkpoints.newest(folder)
    return checkpoints.load(path) if path else None


def _recipe(run: Run, resume: Checkpoint | None, steps: int | None) -> Recipe:
    """What to train: as the checkpoint left the live knobs, unless the run is a fresh branch."""
    recipe = resume.recipe if resume and run.steps_wanted else run.recipe
    recipe = recipe.changed(steps=steps or run.recipe.steps)
    if resume and resume.step >= recipe.steps:
        raise Trouble(
            "{name} has already learnt {done} steps; ask for more of them to go on.",
            name=run.name,
            done=resume.step,
        )
    return recipe
