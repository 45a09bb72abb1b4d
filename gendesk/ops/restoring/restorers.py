"""Models that restore pictures: found, opened, and run in the format that is fastest here."""

from __future__ import annotations

import json
import math
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

import gendesk.families  # noqa: F401  every family's recipe becomes known
from gendesk import paths
from gendesk.core.events import Event, Stage, Warned
from gendesk.core.family import Restores
from gendesk.core.later import later
from gendesk.core.sentence import Sentence, Trouble
from gendesk.ops.files import beside
from gendesk.ops.models import COMMUNITY, Model, all_models, open_model
from gendesk.ops.recent import Recent
from gendesk.ops.restoring.ensemble import thorough

if TYPE_CHECKING:
    import torch

    from gendesk.ops.community import opening as community
    from gendesk.ops.restoring import footprint, precision, radius
    from gendesk.training import checkpoints, devices
else:  # a list of models needs no torch
    torch = later("torch")
    community = later("gendesk.ops.community.opening")
    footprint = later("gendesk.ops.restoring.footprint")
    precision = later("gendesk.ops.restoring.precision")
    radius = later("gendesk.ops.restoring.radius")
    checkpoints = later("gendesk.training.checkpoints")
    devices = later("gendesk.training.devices")

_SHARE = 0.25  # of the memory that is free
_MOST_BYTES = 1 << 30  # for one tile
_MOST_SIDE = 768  # pixels: larger tiles save next to nothing, and are slow to show and to cancel
_SPARE = 1.6  # times what was measured: the memory that kernels use within is not seen
_SAMPLE = 64  # pixels
_LEAST_SIDE = 32
_RECENT_BYTES = 128 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list of models shows of one that restores, by its card."""

    name: str
    title: str
    scale: int
    levels: tuple[float, float] | None  # of the strength
    origin: str  # "shipped", "own" or "community"
    folder: Path


class Restorer:
    """An opened model, ready to run.

    Attributes:
        name: as it was opened.
        title: what a person calls it.
        weights: stands for them: a model that has learnt more since has others.
        scale: pixels of the result for one pixel, along each side.
        channels: 1 or 3, of what it is given and gives.
        stride: tiles begin at its multiples.
        levels: least and greatest strength, None where there is nothing to choose.
        radius: how many pixels around a pixel matter (`ops.restoring.radius`), None without end.
        recent: tiles restored lately, for parts of a picture that are asked for one by one.
        exact: whether it runs in float32; otherwise in bf16, at least 55 dB from it.
    """

    def __init__(
        self, net: Restores, name: str, title: str, weights: str, radius: int | None,
        device: str = "auto",
    ) -> None:  # fmt: skip
        self.name, self.title, self.weights, self.radius = name, title, weights, radius
        self.scale, self.channels, self.stride = net.scale, net.channels, net.stride
        self.levels = net.levels
        devices.keep_freed_memory()
        self._device = devices.fabric_for(device).device
        self._net, half = precision.settled(net, self._device)
        self.exact = not half
        self.recent = Recent(_RECENT_BYTES)

    def run(self, pixels: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
        """The whole picture at once: (H, W, C), about [0, 1] → (scale·H, scale·W, C) in [0, 1].

        Where a side is no multiple of the stride, it is continued by its reflection meanwhile.
        """
        height, width = pixels.shape[:2]
        below, right = -height % self.stride, -width % self.stride
        if below or right:
            pixels = np.pad(pixels, ((0, below), (0, right), (0, 0)), mode="reflect")
        given = np.require(pixels, np.float32, ["C", "W"])
        images = torch.from_numpy(given).permute(2, 0, 1)[None].to(self._device)
        restored = precision.run(self._net, not self.exact, images, strength)
        out: NDArray[np.float32] = restored[0].permute(1, 2, 0).cpu().numpy()
        return out[: height * self.scale, : width * self.scale]

    @cached_property
    def thorough(self) -> Restorer:
        """The same model looking at each picture from all sides: better, and eight times slower."""
        return thorough(self)

    @cached_property
    def side(self) -> int:
        """Pixels along a side of the largest tile that suits the memory that is free."""
        sample = np.zeros((_SAMPLE, _SAMPLE, self.channels), np.float32)
        taken = footprint.peak(lambda: self.run(sample, 0.0), self._device)
        budget = min(_MOST_BYTES, _SHARE * footprint.free(self._device))
        side = math.isqrt(int(budget / (_SPARE * taken / _SAMPLE**2)))
        return min(max(_LEAST_SIDE, side), _MOST_SIDE)


def all_restorers() -> list[Entry]:
    """All models with a card that says that they restore, by name; without loading torch."""
    entries = (_entry(model) for model in all_models() if _restores(model))
    return [entry for entry in entries if entry]


def open_restorer(
    name_or_path: str | Path, device: str = "auto"
) -> Generator[Event, None, Restorer]:
    """Open a model that restores: yields stages, returns the `Restorer`.

    Args:
        name_or_path: a model's name or folder, a .safetensors or .pth file of a stranger, or a run's
            name or folder, of which the newest checkpoint is taken.
        device: "auto", "cpu" or "cuda".

    Raises:
        Trouble: there is no such model, it does not restore, or its files are damaged.
    """
    yield Stage(Sentence("Opening the model"))
    place = Path(name_or_path).expanduser()
    if place.exists() and not place.is_dir():
        name_or_path = yield from community.convert(place)
    if checkpoint := _checkpoint(name_or_path):
        net = _refuse_others(checkpoint.learner(), name_or_path)
        yield Stage(Sentence("Trying out the model"))
        restorer = Restorer(
            net, place.name, checkpoint.recipe.title, f"step {checkpoint.step}", radius.probe(net),
            device,
        )  # fmt: skip
    else:
        model = open_model(name_or_path)
        net = _net(model)
        yield Stage(Sentence("Trying out the model"))
        restorer = Restorer(
            net, model.name, _title(model), str(model.card["sha256"]), _known_radius(model, net),
            device,
        )  # fmt: skip
    if restorer.radius is None:
        yield Warned(
            Sentence(
                "{model} looks at more of a picture than a tile can hold. What does not fit into the "
                "memory is restored in tiles that fade into one another.",
                {"model": restorer.name},
            )
        )
    return restorer


def _checkpoint(name_or_path: str | Path) -> checkpoints.Checkpoint | None:
    """The newest checkpoint of a run, unless a model has its name."""
    if any(model.name == str(name_or_path) for model in all_models()):
        return None
    for folder in (Path(name_or_path).expanduser(), paths.runs() / name_or_path):
        if found := checkpoints.newest(folder / "checkpoints"):
            return checkpoints.load(found)
    return None


def _net(model: Model) -> Restores:
    if not _restores(model):
        _refuse_others(None, model.name)
    if model.card["family"] == COMMUNITY:
        return cast("Restores", community.open_community(model.folder))
    return _refuse_others(model.learner(), model.name)


def _refuse_others(net: object, name: str | Path) -> Restores:
    if not isinstance(net, Restores):
        raise Trouble(
            "{name} does not restore pictures; choose a denoiser or an upscaler.", name=name
        )
    return net


def _known_radius(model: Model, net: Restores) -> int | None:
    """The radius on the card; where there is none, it is probed and put there for next time.

    What ships may lie where nobody may write; it has its radius from its publishing.
    """
    if "stride" not in model.card:
        card = {**model.card, **radius.facts(net)}
        with suppress(Trouble), beside(model.folder / "card.json") as path:
            path.write_text(json.dumps(card, indent=2) + "\n", "utf-8")
        model = Model(model.folder, card)
    known: int | None = model.card["radius"]
    return known


def _restores(model: Model) -> bool:
    return "restores" in model.card["capabilities"]


def _title(model: Model) -> str:
    return str(model.card.get("title") or model.name)


def _entry(model: Model) -> Entry | None:
    """What the card says; None where it says something that cannot be."""
    card: Any = model.card
    try:
        scale, levels = int(card.get("scale", 1)), card.get("levels")
        low_and_high = (float(levels[0]), float(levels[1])) if levels else None
    except (TypeError, ValueError, LookupError):
        return None
    if card["family"] == COMMUNITY:
        origin = "community"
    else:
        origin = "shipped" if model.folder.parent == paths.shipped_models().resolve() else "own"
    return Entry(
        name=model.name,
        title=_title(model),
        scale=scale,
        levels=low_and_high,
        origin=origin,
        folder=model.folder,
    )
