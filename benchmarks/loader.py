"""Feed against ImageFolder with a DataLoader: pictures a second from the second epoch on.

    python benchmarks/loader.py                      photographs made from two samples
    python benchmarks/loader.py --photos FOLDER      copies of your own

Both get the same folder of JPEG photographs, and the rounds of both alternate in one run, so
that what else the machine does falls on both. The DataLoader is the one of the tutorials,
Resize + CenterCrop + ToTensor, with whichever of 0 and 2 workers is faster on this machine;
its workers stay from one epoch to the next. One torch thread by default: neither side gains from
more, and on a busy machine threads that wait for each other would be what is measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder

from gendesk.data import Dataset, open_dataset
from gendesk.data.feed import Feed

SIDES = (1280, 960)  # of the photographs, as a web page or a phone's sharing gives them
BATCH = 32


def main() -> None:
    """Measure, and print a table row for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=Path, help="a folder of photographs to make copies of")
    parser.add_argument("--count", type=int, default=256, help="photographs in the folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1, help="threads that torch uses")
    parser.add_argument("--sizes", type=int, nargs="+", default=[64, 256])
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    with tempfile.TemporaryDirectory() as place:
        os.environ["GENDESK_HOME"] = f"{place}/home"
        folder = Path(place, "photos")
        size = make_folder(folder / "all", options.photos, options.count)
        print(f"{machine()}; {options.count} JPEG of {SIDES[0]}×{SIDES[1]}, {size / 1e6:.0f} MB.\n")
        print("| size | ImageFolder + DataLoader | first epoch | Feed | ratio |")
        print("|---:|---:|---:|---:|---:|")
        for side in options.sizes:
            print(row(folder, side, options.rounds), flush=True)


def row(folder: Path, size: int, rounds: int) -> str:
    """A line of the table: medians of pictures a second, and the ratio with its spread."""
    start = time.perf_counter()
    dataset = opened(folder, size)
    feed = Feed(dataset, np.arange(len(dataset.pictures)), BATCH)
    whole_epoch(feed)
    first = len(feed) / (time.perf_counter() - start)
    loaders = {workers: loader(folder, size, workers) for workers in (0, 2)}
    theirs: dict[int, list[float]] = {workers: [] for workers in loaders}
    ours: list[float] = []
    for number in range(rounds + 1):
        for workers, batches in loaders.items():
            theirs[workers].append(rate(lambda b=batches: sum(len(x) for x, _ in b)))
        # Many epochs, as one would be over before a clock could measure it well.
        ours.append(rate(lambda: sum(whole_epoch(feed) for _ in range(20))))
        if number == 0:  # workers start, caches fill
            ours.clear()
            for rates in theirs.values():
                rates.clear()
    workers = max(theirs, key=lambda w: statistics.median(theirs[w]))
    ratios = sorted(a / b for a, b in zip(ours, theirs[workers], strict=True))
    return (
        f"| {size} | {statistics.median(theirs[workers]):,.0f}/s ({workers} workers) "
        f"| {first:,.0f}/s | {statistics.median(ours):,.0f}/s "
        f"| {statistics.median(ratios):,.0f}× ({ratios[0]:,.0f} to {ratios[-1]:,.0f}) |"
    )


def opened(folder: Path, size: int) -> Dataset:
    """The data set, decoded where it was not yet."""
    work = open_dataset(f"folder:{folder}", size=size)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def whole_epoch(feed: Feed) -> int:
    """The pictures of one pass."""
    return sum(len(feed.batch(seen).images) for seen in range(0, len(feed), BATCH))


def loader(folder: Path, size: int, workers: int) -> DataLoader[tuple[torch.Tensor, torch.Tensor]]:
    """As everybody writes it."""
    steps = [transforms.Resize(size), transforms.CenterCrop(size), transforms.ToTensor()]
    pictures = ImageFolder(str(folder), transforms.Compose(steps))
    return DataLoader(
        pictures, BATCH, shuffle=True, num_workers=workers, persistent_workers=workers > 0
    )


def rate(work: Callable[[], int]) -> float:
    """Pictures a second."""
    start = time.perf_counter()
    pictures = work()
    return pictures / (time.perf_counter() - start)


def make_folder(folder: Path, photos: Path | None, count: int) -> int:
    """JPEG files that all differ a little; their size in bytes."""
    folder.mkdir(parents=True)
    originals = [*own(photos)] if photos else [*samples()]
    if not originals:
        sys.exit(f"{photos} holds no photographs.")
    numbers = np.random.default_rng(0)
    for i in range(count):
        picture = originals[i % len(originals)]
        # A random window of at least 0.9 of each side, so that no two files are the same.
        width, height = (int(n * numbers.uniform(0.9, 1)) for n in picture.size)
        left = numbers.integers(0, picture.width - width + 1)
        top = numbers.integers(0, picture.height - height + 1)
        window = (int(left), int(top), int(left) + width, int(top) + height)
        copy = picture.resize(SIDES, Image.Resampling.BICUBIC, window)
        copy.save(folder / f"{i:04}.jpg", quality=90)
    return sum(file.stat().st_size for file in folder.iterdir())


def own(folder: Path) -> list[Image.Image]:
    """The JPEG pictures in a folder."""
    return [Image.open(file).convert("RGB") for file in sorted(folder.glob("*.jpg"))]


def samples() -> list[Image.Image]:
    """Scikit-learn's two photographs."""
    from sklearn.datasets import load_sample_images

    return [Image.fromarray(picture) for picture in load_sample_images().images]


def machine() -> str:
    """What this was measured on."""
    return (
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, "
        f"torch threads: {torch.get_num_threads()}, {platform.system()}, "
        f"Python {platform.python_version()}, torch {torch.__version__}"
    )


if __name__ == "__main__":
    main()
