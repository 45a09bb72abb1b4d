"""How long a training will take here and how much memory: measured by a few steps of it."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass

import psutil
import torch
from lightning_fabric import Fabric

from gendesk.core.events import Event, Stage
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.data.dataset import Dataset
from gendesk.training.state import State

_SECONDS = 1.0
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the warm-up steps measured."""

    seconds: float  # for all steps, without judging and saving
    bytes: int  # that training takes above the program itself, on the device it runs on
    rate: float  # pictures a second


def estimate(recipe: Recipe, dataset: Dataset, fabric: Fabric) -> Generator[Event, None, Estimate]:
    """Train for about a second, forget it, and return an `Estimate` of the whole."""
    cuda = fabric.device.type == "cuda"
    before = _memory(cuda)
    state = State(recipe, dataset, fabric)
    state.learn()  # the first step also allocates and compiles; it is not timed
    start, done = time.perf_counter(), 0
    while done < _STEPS and (done < 2 or time.perf_counter() - start < _SECONDS):
        state.learn()
        done += 1
        yield Stage(Sentence("Measuring a few steps"), done, _STEPS)
    step_s = (time.perf_counter() - start) / done
    return Estimate(
        seconds=step_s * recipe.steps,
        bytes=max(0, _memory(cuda) - before),
        rate=recipe.batch_size / step_s,
    )


def _memory(cuda: bool) -> int:
    """Bytes held by this process: the most so far on a GPU, now on the CPU."""
    if cuda:
        return torch.cuda.max_memory_allocated()
    return int(psutil.Process().memory_info().rss)
