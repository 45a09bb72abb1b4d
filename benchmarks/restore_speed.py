"""How fast models restore on the CPU: gendesk's runner beside spandrel as it comes.

    python -m benchmarks.restore_speed --dat DAT_light_x2.pth --threads 1

Each contender has a process of its own, so that none inherits what another has set; they take turns,
and in every round the order rotates, so that what else the machine does falls on all. All get the
same pictures, after one run that is not timed.

- spandrel: its descriptor, called with a float32 tensor as its documentation does.
- gendesk: `ops.tiles.restored`, from 8 bits to 8 bits, in the format and the tiles that it chooses.

The compact networks are as large as ours that ship: `restorer` with 48 channels and 5 blocks, and an
SRVGGNetCompact with as many channels and convolutions. They are untrained, which changes neither
speed nor format. DAT-light (Chen 2023) needs its weights and is left out without.

"times as fast" is the ratio of the medians on the clock, "spread" that of single rounds. Where other
programs disturb, the ratio of the processor's seconds tells more. PSNR is of the runner's result from
float32's, by a run of the same network in 32 bits.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Contender = tuple[Callable[[], object], Callable[[], float]]  # one run; PSNR from float32
CHANNELS, BLOCKS, SCALE = 48, 5, 2
PEER = "spandrel's SRVGGNetCompact, fp32"


def main() -> None:
    """Measure and print markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dat", type=Path, help="weights of DAT-light ×2; left out without")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--side", type=int, default=384, help="of the compact networks' picture")
    parser.add_argument("--dat-side", type=int, default=128)
    asked = parser.parse_args()
    compact = {PEER: spandrel_compact, "the same, gendesk": our_compact, "gendesk's own": our_own}
    table("compact ×2", compact, asked.side, asked)
    if asked.dat:
        dat = {"spandrel's DAT-light, fp32": spandrel_dat, "the same, gendesk": our_dat}
        table("DAT-light ×2", dat, asked.dat_side, asked)


def table(
    title: str, contenders: dict[str, Callable[..., Contender]], side: int, asked: Any
) -> None:
    """Let them take turns, and print how long each took, of the first one's time."""
    context = multiprocessing.get_context("spawn")
    pipes: dict[str, Connection] = {}
    processes = []
    for name, contender in contenders.items():
        pipes[name], theirs = context.Pipe()
        process = context.Process(
            target=serve, args=(theirs, contender, side, asked.threads, asked.dat)
        )
        process.start()
        processes.append(process)
    decibels = {name: pipe.recv() for name, pipe in pipes.items()}
    names = list(pipes)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for turn in range(asked.rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            pipes[name].send(True)
            taken[name].append(pipes[name].recv())
    for pipe, process in zip(pipes.values(), processes, strict=True):
        pipe.send(False)
        process.join()
    print(
        f"\n| {title}, {side}² px, {asked.threads} threads | times as fast | spread | by processor time | PSNR dB |"
    )
    print("|---|---|---|---|---|")
    for name in names:
        faster = [median(times) / median(mine) for times, mine in both(taken, names[0], name)]
        ratios = [a[0] / b[0] for a, b in zip(taken[names[0]], taken[name], strict=True)]
        cells = f"{faster[0]:.2f} | {min(ratios):.2f} to {max(ratios):.2f} | {faster[1]:.2f}"
        print(f"| {name} | {cells} | {decibels[name]:.1f} |", flush=True)


def both(
    taken: dict[str, list[tuple[float, float]]], peer: str, name: str
) -> Iterator[tuple[tuple[float, ...], tuple[float, ...]]]:
    """The seconds of the peer and of another: first those on the clock, then the processor's."""
    return zip(zip(*taken[peer], strict=True), zip(*taken[name], strict=True), strict=True)


def serve(
    pipe: Connection, contender: Callable[..., Contender], side: int, threads: int, dat: Path | None
) -> None:
    """Run the contender whenever it is asked to; tell the seconds it took, also the processor's."""
    import torch

    torch.set_num_threads(threads)
    run, decibels = contender(picture(side), dat)
    run()
    pipe.send(decibels())
    while pipe.recv():
        before, worked = time.perf_counter(), time.process_time()
        run()
        pipe.send((time.perf_counter() - before, time.process_time() - worked))


def picture(side: int) -> Pixels:
    """Shades and edges, with some grain: (side, side, 3)."""
    down, across = np.mgrid[:side, :side]
    shades = 120 + 60 * np.sin(down / 31 + across / 47)[..., None] * [1.0, 0.8, 0.6]
    edges = 60 * ((down // 23 + across // 37) % 2)[..., None]
    grain = np.random.default_rng(0).normal(0, 3, (side, side, 3))
    pixels: Pixels = (shades + edges + grain).clip(0, 255).round().astype(np.uint8)
    return pixels


def spandrel_compact(pixels: Pixels, _: Path | None) -> Contender:
    return by_spandrel(_compact(), pixels)


def our_compact(pixels: Pixels, _: Path | None) -> Contender:
    from gendesk.nn.community import Community

    return by_gendesk(Community(_compact()), 2 + 2 * BLOCKS, pixels)


def our_own(pixels: Pixels, _: Path | None) -> Contender:
    import torch

    import gendesk.families  # noqa: F401
    from gendesk.core.recipe import Recipe
    from gendesk.nn.start import initialise

    settings = {"task": "upscale", "scale": SCALE, "width": CHANNELS, "blocks": BLOCKS}
    learner = Recipe.known["restorer"]().changed(**settings).build(3)
    dice = torch.Generator().manual_seed(0)
    net: Any = initialise(learner.parts["restorer"], dice)
    torch.nn.init.normal_(net.body.tail.weight, 0, 0.003, generator=dice)
    return by_gendesk(learner, 2 + 2 * BLOCKS, pixels)


def spandrel_dat(pixels: Pixels, dat: Path | None) -> Contender:
    return by_spandrel(_dat(dat), pixels)


def our_dat(pixels: Pixels, dat: Path | None) -> Contender:
    from gendesk.nn.community import Community

    return by_gendesk(Community(_dat(dat)), None, pixels)


def by_spandrel(descriptor: Any, pixels: Pixels) -> Contender:
    """A descriptor, called as it comes."""
    import torch

    image = (torch.from_numpy(pixels).permute(2, 0, 1)[None] / 255).contiguous()
    return lambda: descriptor(image), lambda: np.inf


def by_gendesk(net: Any, radius: int | None, pixels: Pixels) -> Contender:
    """A network in gendesk's runner."""
    import torch

    from gendesk.core.controls import Controls
    from gendesk.nn.fidelity import psnr
    from gendesk.ops.restoring import precision, tiles
    from gendesk.ops.restoring.restorers import Restorer

    restorer = Restorer(net, "benchmark", "benchmark", "", radius, "cpu")
    height, width, channels = pixels.shape
    out = np.empty((height * restorer.scale, width * restorer.scale, channels), np.uint8)
    given = pixels.astype(np.float32) / 255

    def run() -> None:
        for _ in tiles.restored(restorer, pixels, 0.0, out, controls=Controls()):
            pass

    def decibels() -> float:
        images = torch.from_numpy(given).permute(2, 0, 1)[None]
        exact = precision.run(net, False, images, 0.0)
        mine = torch.from_numpy(restorer.run(given, 0.0)).permute(2, 0, 1)[None]
        return float(psnr(mine, exact))

    print(f"tiles of {restorer.side} px, {'fp32' if restorer.exact else 'bf16'}", file=sys.stderr)
    return run, decibels


def _compact() -> Any:
    import torch
    from spandrel.architectures.Compact import Compact, CompactArch

    net = Compact(num_feat=CHANNELS, num_conv=2 * BLOCKS, upscale=SCALE)
    dice = torch.Generator().manual_seed(0)
    for weights in net.parameters():
        if weights.ndim == 4:
            torch.nn.init.kaiming_normal_(weights, generator=dice)
    torch.nn.init.normal_(net.body[-1].weight, 0, 0.003, generator=dice)
    return CompactArch().load(net.state_dict()).eval()


def _dat(path: Path | None) -> Any:
    from spandrel import ModelLoader

    assert path is not None
    return ModelLoader().load_from_file(path).eval()


if __name__ == "__main__":
    main()
