"""How fast pictures follow a point through a latent space: frames a second, and grids beside cells.

    python -m benchmarks.latent_decode --seconds 4

Networks are untrained: the time does not depend on their weights. Contenders take turns, a frame each, so
that what else the machine does falls on all of them. A frame begins with points as numbers and ends with
pictures of 8 bits; what the window paints is not in it. "By its own time" counts what the processor
worked on it, as if nothing else ran there; with one thread alone (OMP_NUM_THREADS=1) that can be said.

- manifold mlp, conv: 20 × 20 pictures of 28×28 of a fully connected decoder (2-400-784) and of a
  convolutional one, all of them new.
- one DCGAN-64: a picture of DCGAN at 64 px (ngf 64).
- grid: the 20 × 20 pictures of DCGAN-64's plane of which 8 × 8 are seen, as the explorer does it, and cell
  by cell, all 400 in float32, as a loop over points does it. Figures are of whole grids.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
import torch

import gendesk.families  # noqa: F401  registers the recipes
from benchmarks.loader import machine
from gendesk.core.images import to_uint8
from gendesk.core.recipe import Recipe
from gendesk.nn.start import initialise
from gendesk.ops.latent.manifold import grid
from gendesk.ops.latent.space import Space
from gendesk.training import checkpoints

CELLS, SEEN = 20, 8
BARS = {"manifold mlp": 60.0, "manifold conv": 15.0, "one DCGAN-64": 30.0}
GRID_BAR = 5.0

SETTINGS = {
    "mlp": {"family": "vae", "net": "mlp", "size": 28, "latent": 2},
    "conv": {"family": "vae", "net": "conv", "size": 28, "latent": 2},
    "DCGAN-64": {"family": "gan", "net": "conv", "size": 64, "latent": 100, "width": 64},
}


def opened(name: str, folder: Path) -> Space:
    """A space with random weights."""
    recipe = Recipe.from_dict(SETTINGS[name])
    channels = 3 if name == "DCGAN-64" else 1
    learner = recipe.build(channels)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(0))
    manifest = {
        "step": 0, "recipe": recipe.as_dict(), "channels": channels, "pictures": 0, "figures": {},
    }  # fmt: skip
    place = checkpoints.save(
        folder / name, {"average": checkpoints.part_tensors(learner)}, manifest, 1
    )
    return Space(checkpoints.load(place), name)


def cell_by_cell(space: Space, points: np.ndarray) -> np.ndarray:
    """Every picture by itself, in float32."""
    learner = space.duplicate()
    with torch.no_grad():
        made = [to_uint8(learner.decode(torch.from_numpy(point[None]))) for point in points]
    return np.concatenate(made)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=4.0, help="for each contender")
    parser.add_argument("--rounds", type=int, default=5, help="of grids")
    options = parser.parse_args()
    print(machine(), f"{torch.get_num_threads()} threads", sep=", ")
    with TemporaryDirectory() as folder:
        spaces = {name: opened(name, Path(folder)) for name in SETTINGS}
        _frames(spaces, options.seconds)
        _grids(spaces["DCGAN-64"], options.rounds)


def _frames(spaces: dict[str, Space], seconds: float) -> None:
    shift = 0.0

    def moving(latent: int, cells: int) -> np.ndarray:
        return grid(latent, cells, cells) + np.float32(shift)

    contenders: dict[str, Callable[[], object]] = {
        "manifold mlp": lambda: spaces["mlp"].decode(moving(2, CELLS)),
        "manifold conv": lambda: spaces["conv"].decode(moving(2, CELLS)),
        "one DCGAN-64": lambda: spaces["DCGAN-64"].decode(moving(100, 1)),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    own: dict[str, list[float]] = {name: [] for name in contenders}
    for contender in contenders.values():
        contender()
    while min(map(sum, times.values())) < seconds:
        shift += 0.01
        for name, contender in contenders.items():
            if sum(times[name]) < seconds or len(times[name]) < 5:
                begun = time.thread_time()
                times[name].append(_seconds(contender))
                own[name].append(time.thread_time() - begun)
    print("\n| | frames/s | slowest tenth | by its own time | bar |\n|---|---:|---:|---:|---:|")
    for name, taken in times.items():
        rate, slow = 1 / median(taken), 1 / float(np.quantile(taken, 0.9))
        alone = f"{1 / median(own[name]):.1f}" if torch.get_num_threads() == 1 else ""
        print(f"| {name} | {rate:.1f} | {slow:.1f} | {alone} | {BARS[name]:.0f} |")


def _grids(space: Space, rounds: int) -> None:
    points = grid(100, CELLS, CELLS)
    inside = (CELLS - SEEN) // 2
    rows = np.arange(CELLS**2).reshape(CELLS, CELLS)[inside : inside + SEEN, inside : inside + SEEN]
    visible, whole, single = [], [], []
    for _ in range(rounds):
        visible.append(_seconds(lambda: space.decode(points[rows.ravel()])))
        whole.append(_seconds(lambda: space.decode(points)))
        single.append(_seconds(lambda: cell_by_cell(space, points)))
    print(
        "\n| grid of DCGAN-64 | seconds | faster than cell by cell by | bar |\n|---|---:|---:|---:|"
    )
    for name, taken, bar in (
        (f"the {SEEN} × {SEEN} that are seen", visible, f"{GRID_BAR:.0f}×"),
        (f"all {CELLS} × {CELLS} in batches", whole, ""),
    ):
        ratios = sorted(b / a for a, b in zip(taken, single, strict=True))
        spread = f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})×"
        print(f"| {name} | {median(taken):.3f} | {spread} | {bar} |")
    print(f"| cell by cell | {median(single):.3f} | | |")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
