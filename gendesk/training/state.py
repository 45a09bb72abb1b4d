"""Everything that changes while a model is trained, and how it is saved and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from itertools import count
from pathlib import Path
from typing import Any, cast

import torch
from lightning_fabric import Fabric
from torch import Tensor

import gendesk
from gendesk.core.family import Doubts
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.data.dataset import Dataset
from gendesk.data.feed import Feed
from gendesk.nn.start import initialise
from gendesk.training import checkpoints
from gendesk.training.average import Average
from gendesk.training.checkpoints import Checkpoint
from gendesk.training.devices import is_out_of_memory
from gendesk.training.dice import CountedDice, generator
from gendesk.training.doctor import Doctor
from gendesk.training.inheritance import inherit
from gendesk.training.judge import held_out
from gendesk.training.parts import ready
from gendesk.training.turn import GuardedTurn, TrialTurn


class State:
    """Networks, optimizers, averaged weights and the place in the data, after `step` steps.

    What is random hangs on (seed, step) alone, and the data position on the number of pictures
    seen: hence weights, optimizer state and three numbers are all that an exact resume needs. A GAN's
    doctor goes on with what was remembered, too.
    """

    def __init__(
        self, recipe: Recipe, dataset: Dataset, fabric: Fabric, resume: Checkpoint | None = None
    ) -> None:
        recipe.check_kinds(len(dataset.classes))
        self.recipe, self.dataset, self.fabric = recipe, dataset, fabric
        self.step = 0
        self.seen = 0
        self.figures: dict[str, float] = {}
        self.learner = recipe.build(dataset.channels)
        doctored = "discriminator" in self.learner.parts
        self.doctor = Doctor(recipe) if doctored else None
        self.drawn: Tensor | None = None  # `looks` of the samples that were examined last
        g = generator(recipe.seed, "start")
        for part in self.learner.parts.values():
            initialise(part, g)
        self.inherited = None  # what to say of weights that are another model's
        if resume is not None:
            checkpoints.load_parts(self.learner, resume.tensors("weights"))
        elif recipe.start:
            self.inherited = inherit(self.learner, recipe.start)
        self._own = dict(self.learner.parts)  # without the wrappers for gradients
        self.optimizers = {}
        for name, part in self._own.items():
            part.train()
            optimizer = self.learner.optimizer(name, recipe.lr)
            self.learner.parts[name], self.optimizers[name] = ready(part, optimizer, fabric)
        self.average = Average(recipe, self.learner, dataset.channels, fabric.device)
        if resume is not None:
            self._resume(resume)
        self.saved = self.judged = self.step
        self.feed = self._new_feed()
        self.judges = held_out(dataset, recipe, fabric.device)

    def prepare(self) -> Iterator[tuple[int, int]]:
        """What a family does before the first step: how much is done, and of how much.

        All processes do the same with the same batches.
        """
        if self.step or self.recipe.start:
            return
        feed = self._new_feed(alone=True)
        size = self.recipe.batch_size
        batches = (feed.batch(seen) for seen in count(0, size))
        dice = CountedDice(self.recipe.seed, "prepare", self.fabric.device)
        yield from self.learner.prepare(batches, dice)

    def learn(self, alone: str = "") -> dict[str, float]:
        """One step; this step's points on the curves.

        Args:
            alone: the one part that learns in it; empty for all.

        Raises:
            NotFinite: a loss or gradient is not finite; nothing was learnt.
        """
        turn = GuardedTurn(
            self.learner, self.optimizers, self.fabric, self.recipe, self.step + 1, alone
        )
        metrics = self.learner.update(self.feed.batch(self.seen), turn)
        self.step += 1
        self.seen += self.recipe.batch_size
        self.average.update(self.step, self.recipe.ema)
        return {**self._numbers(metrics), **turn.measures}

    def turn(self, name: str, value: Any) -> None:
        """Give a knob a new value."""
        before = self.recipe.batch_size
        self.recipe = self.recipe.changed(**{name: value})
        if self.recipe.batch_size != before:
            self.feed = self._new_feed()

    @property
    def epoch(self) -> float:
        """Passes over the pictures so far."""
        return self.seen / len(self.dataset.train)

    @property
    def sight(self) -> Callable[[], AbstractContextManager[object]]:
        """The precision in which it is judged and shown.

        A discriminator's figures stand beside those of its training, and are of the same precision;
        what others make is compared with pictures, and is as exact as they are.
        """
        return self.fabric.autocast if isinstance(self.learner, Doubts) else nullcontext

    def previews(self) -> Mapping[str, Tensor]:
        """What the averaged networks make of the same pictures and noise as ever."""
        batch = next(iter(self.judges.ordered(64)))
        dice = CountedDice(self.recipe.seed, "preview", self.fabric.device)
        with torch.no_grad(), self.sight():
            return self.average.learner.preview(batch, dice)

    def save(self, folder: Path) -> Path | None:
        """Save a checkpoint, unless this step has one; its place if this process wrote it.

        Raises:
            Trouble: something is not finite, or the disk does not take it.
        """
        if self.saved == self.step:
            return None
        self.saved = self.step
        if self.fabric.global_rank:
            return None
        manifest = {
            "gendesk": gendesk.__version__,
            "torch": torch.__version__,
            "step": self.step,
            "seen": self.seen,
            "channels": self.dataset.channels,
            "recipe": self.recipe.as_dict(),
            "data_key": self.dataset.key,
            "pictures": len(self.dataset.train),
            "classes": list(self.dataset.classes),
            "figures": self.figures,
            "device": str(self.fabric.device),
            "threads": torch.get_num_threads(),
            "precision": self.fabric._precision.state_dict(),
            "doctor": self.doctor and self.doctor.memory,
        }
        tensors = {
            "weights": {
                f"{part}/{name}": tensor
                for part, module in self._own.items()
                for name, tensor in module.state_dict().items()
            },
            "average": checkpoints.part_tensors(self.average.learner),
            "optimizer": checkpoints.optimizer_tensors(self.optimizers),
        }
        if self.drawn is not None:
            tensors["drawn"] = {"looks": self.drawn}
        well = self.doctor.well if self.doctor is not None else 0
        return checkpoints.save(folder, tensors, manifest, self.recipe.keep, well)

    def batch_size_that_fits(self) -> int:
        """After running out of memory: the largest halving whose gradients can be computed."""
        size = self.recipe.batch_size
        while size > 1:
            size //= 2
            try:
                trial = self.recipe.changed(batch_size=size)
                turn = TrialTurn(self.learner, {}, self.fabric, trial, self.step + 1)
                self.learner.update(self._new_feed(size).batch(self.seen), turn)
                return size
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
        return 1

    def _new_feed(self, batch_size: int = 0, alone: bool = False) -> Feed:
        """Batches for this process; `alone`: whole ones, whatever other processes there are."""
        recipe, fabric = self.recipe, self.fabric
        batch_size = batch_size or recipe.batch_size
        if batch_size % fabric.world_size:
            raise Trouble(
                "The batch size {batch_size} cannot be shared by {processes} processes; "
                "choose a multiple of {processes}.",
                batch_size=batch_size,
                processes=fabric.world_size,
            )
        return Feed(
            self.dataset, self.dataset.train, batch_size=batch_size, seed=recipe.seed,
            device=fabric.device, flip=recipe.flip, crop=recipe.crop,
            rank=0 if alone else fabric.global_rank, world=1 if alone else fabric.world_size,
        )  # fmt: skip

    def _resume(self, resume: Checkpoint) -> None:
        self.step, self.seen = resume.step, int(resume.manifest["seen"])
        self.figures = dict(resume.figures)
        if self.doctor is not None:
            self.doctor = Doctor(self.recipe, resume.manifest.get("doctor"))
        if "drawn" in resume.manifest["files"]:
            self.drawn = resume.tensors("drawn")["looks"]
        checkpoints.load_parts(self.average.learner, resume.tensors("average"))
        self.average.loaded()
        checkpoints.load_optimizers(self.optimizers, resume.tensors("optimizer"))
        self.fabric._precision.load_state_dict(resume.manifest["precision"])

    def _numbers(self, metrics: Mapping[str, Tensor]) -> dict[str, float]:
        """The metrics as floats, fetched from the device at once, of all processes together."""
        values = torch.stack([m.detach().float() for m in metrics.values()])
        if self.fabric.world_size > 1:
            values = cast(Tensor, self.fabric.all_reduce(values, reduce_op="mean"))
        return dict(zip(metrics, values.tolist(), strict=True))
