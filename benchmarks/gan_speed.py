"""DCGAN at 64 px from a folder of JPEGs: gendesk beside the loop of pytorch/examples.

    python -m benchmarks.gan_speed --rounds 5
    python -m benchmarks.gan_speed --photos FOLDER

Both train the same networks (100-512-256-128-64-3 and back, batch normalisation, non-saturating
loss, Adam at 2e-4 with β₁ 0.5, batches of 64) on the same 500 photographs. Every training has a
process of its own, and the order alternates, so that what else the machine does falls on both. The
first epoch, which loads and decodes, is left out on both sides.

- example: as pytorch/examples' `dcgan/main.py` does it: ImageFolder with Resize, CenterCrop and
  Normalize, a DataLoader with two workers, float32, three backward passes a step, `.item()` of what
  it prints; the printing and its pictures are left out. A step is what is left without waiting for
  pictures.
- gendesk: `fit` with everything that it does at each step, averaged weights among it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import torch
from torch import nn

from benchmarks.loader import machine, make_folder, opened

SIDE, BATCH, LATENT, WIDTH, PICTURES = 64, 64, 100, 64, 500
STEP_BAR, EPOCH_BAR = 2.0, 3.0


def example(folder: Path, epochs: int) -> tuple[float, float]:
    """Seconds of a step, and of an epoch."""
    from torch.utils.data import DataLoader
    from torchvision import transforms
    from torchvision.datasets import ImageFolder

    as_given = transforms.Compose([
        transforms.Resize(SIDE), transforms.CenterCrop(SIDE), transforms.ToTensor(),
        transforms.Normalize((0.5,) * 3, (0.5,) * 3),
    ])  # fmt: skip
    loader = DataLoader(ImageFolder(folder, as_given), BATCH, shuffle=True, num_workers=2)
    generator, discriminator = _generator().apply(_drawn), _discriminator().apply(_drawn)
    loss = nn.BCELoss()
    of_d, of_g = (
        torch.optim.Adam(net.parameters(), lr=2e-4, betas=(0.5, 0.999))
        for net in (discriminator, generator)
    )

    def step(images: torch.Tensor) -> float:
        count = len(images)
        real, fake = torch.ones(count), torch.zeros(count)
        discriminator.zero_grad()
        of_real = discriminator(images).flatten()
        error = loss(of_real, real)
        error.backward()
        told: float = of_real.mean().item()
        fakes = generator(torch.randn(count, LATENT, 1, 1))
        of_fake = discriminator(fakes.detach()).flatten()
        loss(of_fake, fake).backward()
        told += of_fake.mean().item()
        of_d.step()
        generator.zero_grad()
        of_fake = discriminator(fakes).flatten()
        error = loss(of_fake, real)
        error.backward()
        told += of_fake.mean().item() + error.item()
        of_g.step()
        return told

    steps_s, epochs_s = [], []
    for epoch in range(epochs + 1):
        begun = time.perf_counter()
        for images, _ in loader:
            before = time.perf_counter()
            step(images)
            if epoch and len(images) == BATCH:
                steps_s.append(time.perf_counter() - before)
        if epoch:
            epochs_s.append(time.perf_counter() - begun)
    return median(steps_s), median(epochs_s)


def _generator() -> nn.Module:
    layers: list[nn.Module] = [nn.ConvTranspose2d(LATENT, WIDTH * 8, 4, 1, 0, bias=False)]
    for before, after in ((8, 4), (4, 2), (2, 1)):
        layers += [nn.BatchNorm2d(WIDTH * before), nn.ReLU(True)]
        layers += [nn.ConvTranspose2d(WIDTH * before, WIDTH * after, 4, 2, 1, bias=False)]
    last = nn.ConvTranspose2d(WIDTH, 3, 4, 2, 1, bias=False)
    return nn.Sequential(*layers, nn.BatchNorm2d(WIDTH), nn.ReLU(True), last, nn.Tanh())


def _discriminator() -> nn.Module:
    layers: list[nn.Module] = [nn.Conv2d(3, WIDTH, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, True)]
    for before, after in ((1, 2), (2, 4), (4, 8)):
        layers += [nn.Conv2d(WIDTH * before, WIDTH * after, 4, 2, 1, bias=False)]
        layers += [nn.BatchNorm2d(WIDTH * after), nn.LeakyReLU(0.2, True)]
    return nn.Sequential(*layers, nn.Conv2d(WIDTH * 8, 1, 4, 1, 0, bias=False), nn.Sigmoid())


def _drawn(layer: nn.Module) -> None:
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
        nn.init.normal_(layer.weight, 0.0, 0.02)
    elif isinstance(layer, nn.BatchNorm2d):
        nn.init.normal_(layer.weight, 1.0, 0.02)


def gendesk(folder: Path, epochs: int) -> tuple[float, float]:
    """Seconds of a step, and of as many steps as make an epoch."""
    import gendesk.families  # noqa: F401  registers the recipes
    from gendesk.core.controls import Controls
    from gendesk.core.events import Progress
    from gendesk.core.recipe import Recipe
    from gendesk.training.devices import fabric_for
    from gendesk.training.fit import fit

    an_epoch = PICTURES / BATCH
    recipe = Recipe.known["gan"]().changed(
        data=f"folder:{folder}", size=SIDE, batch_size=BATCH, latent=LATENT, width=WIDTH,
        steps=round((epochs + 1) * an_epoch), preview_every=10**6, checkpoint_every=10**6,
    )  # fmt: skip
    fabric = fabric_for("cpu", recipe.precision)
    seconds, before = [], time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        for event in fit(
            recipe, opened(folder, SIDE), Path(place), fabric=fabric, controls=Controls()
        ):
            now = time.perf_counter()
            if isinstance(event, Progress):
                if event.step > an_epoch:
                    seconds.append(now - before)
                before = now
    return median(seconds), sum(seconds) / len(seconds) * an_epoch


CONTENDERS: dict[str, Callable[[Path, int], tuple[float, float]]] = {
    "example": example, "gendesk": gendesk,
}  # fmt: skip


def main() -> int:
    """The command."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=Path, help="a folder of photographs to make copies of")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=2, help="after the first, in each round")
    parser.add_argument("--threads", type=int, default=0, help="of PyTorch; 0: its own choice")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    if options.child:
        name, folder = json.loads(options.child)
        print(json.dumps(CONTENDERS[name](Path(folder), options.epochs)))
        return 0
    steps, epochs = [], []
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(GENDESK_HOME=f"{place}/home", CUDA_VISIBLE_DEVICES="")
        folder = Path(place, "photos")
        make_folder(folder / "all", options.photos, PICTURES)
        print(f"{machine()}; PyTorch {torch.__version__}, {torch.get_num_threads()} threads.\n")
        print("| round | example: step, epoch | gendesk | step | epoch |\n|---:|---|---|---:|---:|")
        for i in range(options.rounds):
            found = {}
            for name in list(CONTENDERS)[:: -1 if i % 2 else 1]:
                found[name] = run(name, folder, options)
            theirs, ours = found["example"], found["gendesk"]
            steps.append(theirs[0] / ours[0])
            epochs.append(theirs[1] / ours[1])
            told = [f"{1000 * step:.0f} ms, {epoch:.1f} s" for step, epoch in (theirs, ours)]
            print(
                f"| {i + 1} | {told[0]} | {told[1]} | {steps[-1]:.2f}× | {epochs[-1]:.2f}× |",
                flush=True,
            )
    for name, ratios, bar in (("step", steps, STEP_BAR), ("epoch", epochs, EPOCH_BAR)):
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        print(f"\n{name}: {median(ratios):.2f} ({spread})× faster (bar {bar}×)")
    return int(median(steps) < STEP_BAR or median(epochs) < EPOCH_BAR)


def run(name: str, folder: Path, options: argparse.Namespace) -> tuple[float, float]:
    """One training in a process of its own."""
    command = [
        sys.executable, "-W", "ignore", "-m", "benchmarks.gan_speed", "--epochs",
        str(options.epochs), "--threads", str(options.threads),
        "--child", json.dumps([name, str(folder)]),
    ]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SystemExit(told.stderr)
    step, epoch = json.loads(told.stdout.splitlines()[-1])
    return step, epoch


if __name__ == "__main__":
    sys.exit(main())
