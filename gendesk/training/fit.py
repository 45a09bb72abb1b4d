"""The training loop."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import torch
from lightning_fabric import Fabric

from gendesk.core.controls import Controls
from gendesk.core.events import (
    Evaluated,
    Event,
    Paused,
    Preview,
    Progress,
    Resumed,
    Saved,
    Stage,
    Turned,
    Warned,
)
from gendesk.core.images import grid, to_uint8
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.dataset import Dataset
from gendesk.training.checkpoints import Checkpoint
from gendesk.training.devices import give_back_memory, is_out_of_memory, keep_freed_memory
from gendesk.training.examination import Examination
from gendesk.training.judge import judge
from gendesk.training.phases import phase
from gendesk.training.state import State
from gendesk.training.threads import Pace
from gendesk.training.turn import NotFinite


def fit(
    recipe: Recipe,
    dataset: Dataset,
    folder: Path,
    *,
    fabric: Fabric,
    controls: Controls,
    resume: Checkpoint | None = None,
) -> Iterator[Event]:
    """Train what `recipe` describes on `dataset` up to `recipe.steps` steps.

    Each `yield` is where it may pause, be closed and take turned knobs; closing it saves.

    Args:
        recipe: the experiment; when resuming, usually `resume.recipe`.
        dataset: the pictures, decoded.
        folder: where checkpoints go.
        fabric: device, precision and processes.
        controls: knobs turned, a pause, single phases (`training.phases`), "save" and "preview"
            asked for.
        resume: the checkpoint to go on from.

    Raises:
        Trouble: the settings do not fit together, or the disk does not take a checkpoint.
    """
    keep_freed_memory()
    state = State(recipe, dataset, fabric, resume)
    if resume is not None:
        yield Resumed(state.step)
    if state.inherited:
        yield Warned(state.inherited, state.step)
    for done, total in state.prepare():
        yield Stage(Sentence("Fitting the first weights"), done, total)
    clock, pace = _Clock(state.seen), Pace()
    examination = Examination(state, folder)
    yield from _show(state)
    yield from examination.say()
    try:
        while state.step < state.recipe.steps:
            yield from _turn_knobs(state, controls)
            alone = controls.take_phase()
            epoch, before = int(state.epoch), time.perf_counter()
            try:
                metrics = (yield from phase(state, alone)) if alone else state.learn()
            except Exception as error:
                if isinstance(error, NotFinite):
                    yield from examination.end()
                yield from _stand_still(state, controls, error)
                continue
            pace.mind(time.perf_counter() - before)
            metrics = examination.examine(metrics)
            rate = clock.rate(state.seen)
            yield Progress(state.step, state.recipe.steps, metrics, rate, state.epoch)
            yield from examination.say()
            asked = controls.take_asked()
            if int(state.epoch) > epoch:
                yield from _judge(state)
            if alone or _shows(state.step, state.recipe.preview_every) or "preview" in asked:
                yield from _show(state)
            if state.step % state.recipe.checkpoint_every == 0 or "save" in asked:
                yield from _save(state, folder)
            if controls.paused:
                yield Paused(state.step)
                yield from _go_on(state, controls)
        if state.judged != state.step:
            yield from _judge(state)
        yield from _show(state)
        yield from _save(state, folder)
    finally:
        state.save(folder)
        give_back_memory()


def _turn_knobs(state: State, controls: Controls) -> Iterator[Event]:
    """Take what was turned; a value that is wrong is said and left."""
    for name, value in controls.take_turned().items():
        before = getattr(state.recipe, name, None)
        try:
            state.turn(name, value)
        except Trouble as trouble:
            yield Warned(trouble.sentence, state.step)
        else:
            after = getattr(state.recipe, name)
            yield Turned(state.step, name, before, after, controls.cures(name))


def _stand_still(state: State, controls: Controls, error: Exception) -> Iterator[Event]:
    """Pause after a step that could not be learnt, and say why and what would help."""
    if isinstance(error, NotFinite):
        controls.pause()
        yield Paused(state.step, error.sentence, {"lr": state.recipe.lr / 3})
    elif is_out_of_memory(error):
        error.__traceback__ = None  # it holds the tensors that fill the memory
        if state.fabric.device.type == "cuda":
            torch.cuda.empty_cache()
        fits = state.batch_size_that_fits()
        controls.pause()
        yield Paused(
            state.step,
            Sentence(
                "The memory is full with batches of {size}; batches of {fits} fit.",
                {"size": state.recipe.batch_size, "fits": fits},
            ),
            {"batch_size": fits},
        )
    else:
        raise error
    yield from _go_on(state, controls)


def _go_on(state: State, controls: Controls) -> Iterator[Event]:
    """After a pause; unless it lasts, and a single phase alone was asked for."""
    if not controls.paused:
        yield Resumed(state.step)


def _judge(state: State) -> Iterator[Event]:
    """Figures on all held-out pictures, by the averaged weights."""
    learner, seed = state.average.learner, state.recipe.seed
    state.figures = yield from judge(learner, state.judges, seed, state.sight)
    state.judged = state.step
    yield Evaluated(state.step, state.figures)


def _shows(step: int, every: int) -> bool:
    """Whether this step has a preview: the first at 1, 2, 4, 8 …, since most happens there."""
    return step % every == 0 or (step < every and step.bit_count() == 1)


def _show(state: State) -> Iterator[Event]:
    """Grids of what it makes by now."""
    if state.fabric.global_rank == 0:
        for kind, images in state.previews().items():
            columns = 0
            if images.ndim == 5:  # (rows, columns, C, H, W)
                columns, images = images.shape[1], images.flatten(0, 1)
            gap = 0 if kind == "manifold" else 2
            yield Preview(kind, state.step, grid(to_uint8(images), columns, gap))


def _save(state: State, folder: Path) -> Iterator[Event]:
    path = state.save(folder)
    if path is not None:
        yield Saved("checkpoint", path, state.step)


class _Clock:
    """Pictures a second over about the last second."""

    def __init__(self, seen: int) -> None:
        self._since, self._seen, self._rate = time.perf_counter(), seen, 0.0

    def rate(self, seen: int) -> float:
        now = time.perf_counter()
        if now - self._since >= 1.0:
            self._rate = (seen - self._seen) / (now - self._since)
            self._since, self._seen = now, seen
        return self._rate
