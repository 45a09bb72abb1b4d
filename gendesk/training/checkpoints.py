"""Checkpoints: everything a training needs to go on, on disk whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.optim import Optimizer

from gendesk.core.family import Learner
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble

HEALTHY = 2  # checkpoints from before anything was wrong, to go back to


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder `checkpoints/<step>/` that has a manifest, hence is whole."""

    folder: Path
    manifest: Mapping[str, Any]

    @property
    def step(self) -> int:
        """Steps learnt so far."""
        return int(self.manifest["step"])

    @property
    def recipe(self) -> Recipe:
        """The recipe with its live knobs as they stood."""
        return Recipe.from_dict(self.manifest["recipe"])

    @property
    def channels(self) -> int:
        """1 for grey pictures, 3 for colour."""
        return int(self.manifest["channels"])

    @property
    def classes(self) -> tuple[str, ...]:
        """What the labels mean that it was trained with; empty without labels."""
        return tuple(self.manifest.get("classes", ()))

    @property
    def figures(self) -> Mapping[str, float]:
        """The newest figures on held-out pictures, by name; empty before the first epoch's end."""
        figures: Mapping[str, float] = self.manifest["figures"]
        return figures

    def learner(self, average: bool = True) -> Learner:
        """The networks as they stood, averaged or as trained, on the CPU, in evaluation mode.

        Raises:
            Trouble: a file is missing or is not the one that was saved.
        """
        learner = self.recipe.build(self.channels)
        load_parts(learner, self.tensors("average" if average else "weights"))
        return learner

    def tensors(self, name: str) -> dict[str, Tensor]:
        """The tensors of one file ("weights", "average" or "optimizer"), checked by its SHA-256.

        Raises:
            Trouble: the file is missing or is not the one that was saved.
        """
        path = self.folder / f"{name}.safetensors"
        try:
            if sha256(path) == self.manifest["files"][name]:
                return load_file(path)
        except (OSError, KeyError, SafetensorError):
            pass
        raise Trouble(
            "The checkpoint {path} is damaged; continue from an older one instead.", path=path
        )


def save(
    folder: Path,
    tensors: Mapping[str, Mapping[str, Tensor]],
    manifest: Mapping[str, Any],
    keep: int,
    well: int = 0,
) -> Path:
    """Write a checkpoint under `folder`, and remove all but the `keep` newest and the last healthy.

    It is written beside its place, flushed to the disk, then renamed, with the manifest as its last
    file: killed at any moment, it either exists whole or does not exist.

    Args:
        folder: a run's `checkpoints` folder.
        tensors: by file name, then by tensor name.
        manifest: plain data with "step"; the files' SHA-256 are added to it.
        keep: at least 1.
        well: up to this step nothing was wrong; the newest `HEALTHY` from before then stay, too.

    Raises:
        Trouble: something is not finite, or the disk does not take it.
    """
    for name, group in tensors.items():
        _refuse_non_finite(name, group)
    place = folder / f"{manifest['step']:08d}"
    beside = folder / f".{place.name}-{os.getpid()}"
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        hashes = {name: _write_tensors(beside / f"{name}.safetensors", group)
                  for name, group in tensors.items()}  # fmt: skip
        text = json.dumps({**manifest, "files": hashes}, indent=1)
        _write_durably(beside / "manifest.json", text.encode())
        remove(place)
        beside.rename(place)
        _flush_folder(folder)
    except OSError as error:
        raise Trouble(
            "The checkpoint could not be written to {folder}: {why}. Make room or choose another place.",
            folder=folder,
            why=error.strerror or str(error),
        ) from error
    _tidy(folder, keep, well)
    return place


def steps(folder: Path) -> list[int]:
    """The steps of all whole checkpoints under `folder`, oldest first."""
    return sorted(int(p.parent.name) for p in folder.glob("[0-9]*/manifest.json"))


def newest(folder: Path) -> Path | None:
    """The newest whole checkpoint under `folder`, if there is any."""
    found = steps(folder)
    return folder / f"{found[-1]:08d}" if found else None


def remove(place: Path) -> None:
    """Make a checkpoint disappear whole: it loses its name first, then its files."""
    if place.exists():
        gone = place.with_name(f".{place.name}-gone")
        shutil.rmtree(gone, ignore_errors=True)
        place.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def load(path: Path) -> Checkpoint:
    """The checkpoint in the folder `path`.

    Raises:
        Trouble: it is none.
    """
    try:
        manifest = json.loads((path / "manifest.json").read_bytes())
        return Checkpoint(path, manifest)
    except (OSError, ValueError):
        raise Trouble("There is no whole checkpoint in {path}.", path=path) from None


def part_tensors(learner: Learner) -> dict[str, Tensor]:
    """All weights and buffers of a learner, by "part/name"."""
    return {
        f"{part}/{name}": tensor
        for part, module in learner.parts.items()
        for name, tensor in module.state_dict().items()
    }


def load_parts(learner: Learner, tensors: Mapping[str, Tensor]) -> None:
    """Put `part_tensors` back."""
    for part, module in learner.parts.items():
        own = {
            k.removeprefix(f"{part}/"): v for k, v in tensors.items() if k.startswith(f"{part}/")
        }
        module.load_state_dict(own)
        module.eval()


def optimizer_tensors(optimizers: Mapping[str, Optimizer]) -> dict[str, Tensor]:
    """The state of all optimizers, by "part/parameter index/name"."""
    return {
        f"{part}/{index}/{name}": torch.as_tensor(value)
        for part, optimizer in optimizers.items()
        for index, state in optimizer.state_dict()["state"].items()
        for name, value in state.items()
    }


def load_optimizers(optimizers: Mapping[str, Optimizer], tensors: Mapping[str, Tensor]) -> None:
    """Put `optimizer_tensors` back."""
    for part, optimizer in optimizers.items():
        state: dict[int, dict[str, Tensor]] = {}
        for key, tensor in tensors.items():
            owner, index, name = key.split("/", 2)
            if owner == part:
                state.setdefault(int(index), {})[name] = tensor
        optimizer.load_state_dict({**optimizer.state_dict(), "state": state})


def sha256(path: Path) -> str:
    """The hex digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_non_finite(name: str, group: Mapping[str, Tensor]) -> None:
    for key, tensor in group.items():
        if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
            raise Trouble(
                "The checkpoint was not saved, because {name} of {key} are not finite; "
                "go back to the one before.",
                name=name,
                key=key,
            )


def _write_tensors(path: Path, group: Mapping[str, Tensor]) -> str:
    save_file({k: t.detach().cpu().contiguous().clone() for k, t in group.items()}, path)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return sha256(path)


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make a rename last; where folders cannot be opened (Windows) the system sees to it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _tidy(folder: Path, keep: int, well: int) -> None:
    """Remove older checkpoints, and what interrupted writing left behind."""
    found = steps(folder)
    kept = {*found[-keep:], *[step for step in found if step <= well][-HEALTHY:]}
    for step in found:
        if step not in kept:
            remove(folder / f"{step:08d}")
    for left in folder.glob(".[0-9]*-*"):
        shutil.rmtree(left, ignore_errors=True)
