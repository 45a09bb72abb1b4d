"""How near held-out pictures can be found in a latent space, beside the nearest of 10,000 random samples.

    python -m benchmarks.latent_invert RUN [RUN ...] --pictures 8

Each RUN is a run or model, with pictures to be had where its recipe says. Of models that encode the error
is that of the reconstruction. "ratio" is the mean squared error as a share of that of the nearest of
10,000 random samples, for each picture; bar: at most a third.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from benchmarks.loader import machine
from gendesk.data import open_dataset
from gendesk.ops.latent.inversion import invert
from gendesk.ops.latent.space import Space
from gendesk.ops.stylizing.sight import finished
from gendesk.runs.trained import open_trained

RANDOM, FIRST = 10_000, 1_000_000  # samples, and the first one's seed
BAR = 1 / 3


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("runs", nargs="+", metavar="RUN")
    parser.add_argument("--pictures", type=int, default=8)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--into", nargs="+", default=["z", "w", "w+"], metavar="SPACE")
    options = parser.parse_args()
    print(machine())
    print("\n| model | in | error | nearest of 10,000 | ratio | seconds a picture |")
    print("|---|---|---:|---:|---:|---:|")
    for name in options.runs:
        space = Space(open_trained(name), name)
        recipe = space.recipe
        colour = "grey" if space.channels == 1 else "rgb"
        dataset = finished(
            open_dataset(recipe.data, size=space.size, colour=colour, seed=recipe.seed)
        )
        chosen = dataset.held_out[:: max(1, len(dataset.held_out) // options.pictures)]
        targets = dataset.pictures[chosen[: options.pictures]]
        nearest = _nearest(space, targets)
        for into in ("z",) if space.encodes else sorted({*space.spaces} & {*options.into}):
            begun = time.perf_counter()
            errors = [
                finished(invert(space, target, into, steps=options.steps)).error
                for target in targets
            ]
            seconds = (time.perf_counter() - begun) / len(targets)
            ratios = np.array(errors) / nearest
            where = "encoder" if space.encodes else into
            spread = f"{np.median(ratios):.3f} ({ratios.min():.3f} to {ratios.max():.3f})"
            print(
                f"| {recipe.family} {space.size} px, step {space.step} | {where} | "
                f"{np.mean(errors):.5f} | {nearest.mean():.5f} | {spread} | {seconds:.1f} |",
                flush=True,
            )


def _nearest(space: Space, targets: np.ndarray) -> np.ndarray:
    """The smallest mean squared error of any random sample, for each picture."""
    kinds = np.arange(RANDOM) % len(space.kinds) if space.kinds else None
    best = np.full(len(targets), np.inf)
    for at in range(0, RANDOM, 500):
        rows = slice(at, at + 500)
        z = space.draw(range(FIRST + at, FIRST + at + 500))
        made = space.decode(z, kinds=None if kinds is None else kinds[rows]).astype(np.float32)
        for i, target in enumerate(targets):
            best[i] = min(best[i], np.square((made - target) / 255).mean((1, 2, 3)).min())
    return best


if __name__ == "__main__":
    main()
