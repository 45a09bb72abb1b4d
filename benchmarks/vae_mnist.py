"""The fully connected VAE on MNIST: gendesk beside the loop of pytorch/examples and pythae.

    python -m benchmarks.vae_mnist --data ROOT --rounds 5

All train the same network (784-400-20-400-784, ReLU, Bernoulli pixels, Adam at 1e-3, batches of
128) on the 60,000 digits, on the CPU, with PyTorch's own number of threads. ROOT holds
`MNIST/raw` as torchvision unpacks it. Every training has a process of its own, so that none
inherits what another has set; the rounds alternate and rotate their order, so that what else the
machine does falls on all. Opening the pictures and loading PyTorch are left out of every time.

- example: the loop as everybody writes it and as pytorch/examples' `vae/main.py` does:
  torchvision's MNIST, ToTensor, a DataLoader without workers (its own choice on a CPU), float32,
  Adam as it comes, loss.item() at each step; its printing is left out.
- pythae: the same network in pythae 0.1.2's VAE, trained by its BaseTrainer from its BaseDataset;
  only its `train_step` is timed. Without the package it is left out.
- gendesk: `fit` with everything it does at each step and the checkpoint at its end; previews and
  judging are left out, as the others' evaluation is.

Then a race: the wall time, evaluations at the epochs' ends included, until the bound on the 10,000
test digits is at most 105.6 nats; gendesk with the settings of `RACE`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from gendesk import paths
from gendesk.core.sentence import Trouble
from gendesk.data import Dataset, open_dataset

BATCH, HIDDEN, LATENT, RATE = 128, 400, 20, 1e-3
SOURCE, SIDE, PICTURES = "torchvision:MNIST", 28, 60_000
GOAL = 105.6  # nats a picture
MOST_EPOCHS = 40  # after which a race is given up
SAME = {"schedule": "constant", "lr": RATE, "ema": 0.0, "batch_size": BATCH}
RACE = {"schedule": "one-cycle", "lr": 1.4e-2, "ema": 0.0, "batch_size": 256}
RACE_EPOCHS = 5


@dataclass(frozen=True, slots=True)
class Done:
    """How far a training is at an epoch's end."""

    pictures: int  # learnt from
    training_s: float
    wall_s: float  # with evaluation
    loss: float  # reconstruction and KL in nats a test picture


class Example(nn.Module):
    """The network as the example's readers write it."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(784, HIDDEN)
        self.mean = nn.Linear(HIDDEN, LATENT)
        self.log_var = nn.Linear(HIDDEN, LATENT)
        self.back = nn.Linear(LATENT, HIDDEN)
        self.out = nn.Linear(HIDDEN, 784)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = functional.relu(self.hidden(images.view(-1, 784)))
        mean, log_var = self.mean(hidden), self.log_var(hidden)
        std = torch.exp(0.5 * log_var)
        z = mean + torch.randn_like(std) * std
        return torch.sigmoid(self.out(functional.relu(self.back(z)))), mean, log_var


def bound(rebuilt: Tensor, images: Tensor, mean: Tensor, log_var: Tensor) -> Tensor:
    """Reconstruction and KL, summed over the batch."""
    bce = functional.binary_cross_entropy(rebuilt, images.view(-1, 784), reduction="sum")
    return bce - 0.5 * torch.sum(1 + log_var - mean.pow(2) - log_var.exp())


def example(root: Path, seed: int, epochs: int) -> Iterator[Done]:
    """Train as pytorch/examples does."""
    from torchvision import datasets, transforms

    def loader(train: bool) -> Any:
        pictures = datasets.MNIST(root, train=train, transform=transforms.ToTensor())
        return torch.utils.data.DataLoader(pictures, batch_size=BATCH, shuffle=True)

    learn, test = loader(True), loader(False)
    torch.manual_seed(seed)
    start, training_s = time.perf_counter(), 0.0
    net = Example()
    optimizer = torch.optim.Adam(net.parameters(), lr=RATE)
    for epoch in range(1, epochs + 1):
        before = time.perf_counter()
        net.train()
        told = 0.0
        for images, _ in learn:
            optimizer.zero_grad()
            rebuilt, mean, log_var = net(images)
            loss = bound(rebuilt, images, mean, log_var)
            loss.backward()
            told += loss.item()
            optimizer.step()
        training_s += time.perf_counter() - before
        net.eval()
        total = 0.0
        with torch.no_grad():
            for images, _ in test:
                rebuilt, mean, log_var = net(images)
                total += bound(rebuilt, images, mean, log_var).item()
        wall_s = time.perf_counter() - start
        yield Done(epoch * PICTURES, training_s, wall_s, total / len(test.dataset))


def pythae(root: Path, seed: int, epochs: int) -> Iterator[Done]:
    """Train with pythae's own trainer; its loss is measured once, at the end."""
    from pythae.data.datasets import BaseDataset
    from pythae.models import VAE, VAEConfig
    from pythae.models.base.base_utils import ModelOutput
    from pythae.models.nn import BaseDecoder, BaseEncoder
    from pythae.trainers import BaseTrainer, BaseTrainerConfig
    from torchvision import datasets

    class Encoder(BaseEncoder):  # type: ignore[misc, unused-ignore]
        def __init__(self) -> None:
            super().__init__()
            self.hidden = nn.Linear(784, HIDDEN)
            self.mean = nn.Linear(HIDDEN, LATENT)
            self.log_var = nn.Linear(HIDDEN, LATENT)

        def forward(self, images: Tensor) -> Any:
            hidden = functional.relu(self.hidden(images.reshape(-1, 784)))
            return ModelOutput(embedding=self.mean(hidden), log_covariance=self.log_var(hidden))

    class Decoder(BaseDecoder):  # type: ignore[misc, unused-ignore]
        def __init__(self) -> None:
            super().__init__()
            self.back = nn.Linear(LATENT, HIDDEN)
            self.out = nn.Linear(HIDDEN, 784)

        def forward(self, z: Tensor) -> Any:
            rebuilt = torch.sigmoid(self.out(functional.relu(self.back(z))))
            return ModelOutput(reconstruction=rebuilt.reshape(-1, 1, 28, 28))

    class Timed(BaseTrainer):  # type: ignore[misc, unused-ignore]
        seconds = 0.0

        def train_step(self, epoch: int) -> Any:
            before = time.perf_counter()
            loss = super().train_step(epoch)
            self.seconds += time.perf_counter() - before
            return loss

    def pictures(train: bool) -> tuple[Tensor, Tensor]:
        mnist = datasets.MNIST(root, train=train)
        return mnist.data[:, None] / 255, mnist.targets

    config = VAEConfig(input_dim=(1, 28, 28), latent_dim=LATENT, reconstruction_loss="bce")
    with tempfile.TemporaryDirectory() as folder:
        trainer = Timed(
            model=VAE(config, encoder=Encoder(), decoder=Decoder()),
            train_dataset=BaseDataset(*pictures(True)),
            training_config=BaseTrainerConfig(
                output_dir=folder, num_epochs=epochs, learning_rate=RATE, seed=seed,
                per_device_train_batch_size=BATCH, no_cuda=True,
            ),
        )  # fmt: skip
        start = time.perf_counter()
        trainer.train()
        wall_s = time.perf_counter() - start
    test, _ = pictures(False)
    net = trainer.model.eval()
    with torch.no_grad():
        losses = [net({"data": part}).loss.item() * len(part) for part in test.split(BATCH)]
    yield Done(epochs * PICTURES, trainer.seconds, wall_s, sum(losses) / len(test))


def gendesk(root: Path, seed: int, epochs: int, **settings: Any) -> Iterator[Done]:
    """Train with `fit`. What leads to a `Progress` or a checkpoint is training."""
    import gendesk.families  # noqa: F401  registers the recipes
    from gendesk.core.controls import Controls
    from gendesk.core.events import Evaluated, Progress, Saved
    from gendesk.core.recipe import Recipe
    from gendesk.training.devices import fabric_for
    from gendesk.training.fit import fit

    settings = {**SAME, **settings}
    batch = settings["batch_size"]
    recipe = Recipe.known["vae"]().changed(
        data=SOURCE, size=SIDE, net="mlp", hidden=HIDDEN, latent=LATENT, seed=seed,
        steps=-int(-epochs * PICTURES // batch), preview_every=10**6, checkpoint_every=10**6,
        **settings,
    )  # fmt: skip
    dataset = opened(root)
    fabric = fabric_for("cpu", recipe.precision)
    with tempfile.TemporaryDirectory() as folder:
        start, training_s, step = time.perf_counter(), 0.0, 0
        before = start
        for event in fit(recipe, dataset, Path(folder), fabric=fabric, controls=Controls()):
            now = time.perf_counter()
            if isinstance(event, Progress | Saved):
                training_s += now - before
                step = event.step
            elif isinstance(event, Evaluated):
                yield Done(step * batch, training_s, now - start, event.metrics["loss"])
            before = time.perf_counter()


CONTENDERS: dict[str, Callable[..., Iterator[Done]]] = {
    "example": example, "pythae": pythae, "gendesk": gendesk,
}  # fmt: skip


def opened(root: Path) -> Dataset:
    """MNIST as gendesk opens it: downloaded to `root` and decoded where it never was."""
    os.environ["GENDESK_DATA"] = str(root)
    events = open_dataset(SOURCE, size=SIDE)
    while True:
        try:
            next(events)
        except StopIteration as end:
            dataset: Dataset = end.value
            return dataset


def child(name: str, root: Path, seed: int, epochs: int, goal: float, settings: Any) -> Done:
    """Train in this process, up to `epochs` or until the test loss is at most `goal`."""
    parameter = nn.Parameter(torch.zeros(1))  # PyTorch loads its optimizers at their first use
    parameter.sum().backward()
    torch.optim.Adam([parameter]).step()
    done = None
    for done in CONTENDERS[name](root, seed, epochs, **settings):
        if done.loss <= goal:
            break
    assert done is not None
    return done


def run(name: str, options: argparse.Namespace, seed: int, epochs: int, goal: float = 0.0,
        **settings: Any) -> Done:  # fmt: skip
    """One training in a process of its own."""
    command = [
        sys.executable, "-W", "ignore", "-m", "benchmarks.vae_mnist", "--data", str(options.data),
        "--child", json.dumps([name, seed, epochs, goal, settings]),
    ]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SystemExit(told.stderr)
    return Done(**json.loads(told.stdout.splitlines()[-1]))


def throughput(options: argparse.Namespace, names: list[str]) -> None:
    """Images a second in training and the test loss, in rounds that rotate."""
    rates: dict[str, list[float]] = {name: [] for name in names}
    losses: dict[str, list[float]] = {name: [] for name in names}
    for i in range(options.rounds):
        turn = i % len(names)
        for name in names[turn:] + names[:turn]:
            done = run(name, options, i, options.epochs)
            rates[name].append(done.pictures / done.training_s)
            losses[name].append(done.loss)
            print(f"round {i + 1}: {name} {rates[name][-1]:,.0f}/s, {done.loss:.2f}", flush=True)
    print(f"\n{options.rounds} rounds of {options.epochs} epochs; medians (lowest to highest)\n")
    print("| | images/s | gendesk is faster by | test loss, nats | gendesk's beside it |")
    print("|---|---:|---:|---:|---:|")
    for name in names:
        pairs = list(zip(rates["gendesk"], rates[name], strict=True))
        ratio = _spread([ours / theirs for ours, theirs in pairs], "{:.2f}")
        worse = median(losses["gendesk"]) / median(losses[name]) - 1
        told = f"{ratio}× | {_spread(losses[name], '{:.2f}')} | {worse:+.2%}"
        print(f"| {name} | {_spread(rates[name], '{:,.0f}')} | {told} |")


def long_run(options: argparse.Namespace, names: list[str]) -> None:
    """The test loss after more epochs."""
    done = {name: run(name, options, 0, options.long) for name in names}
    print(f"\n| after {options.long} epochs | images/s | test loss, nats | gendesk's beside it |")
    print("|---|---:|---:|---:|")
    for name in names:
        rate = done[name].pictures / done[name].training_s
        worse = done["gendesk"].loss / done[name].loss - 1
        print(f"| {name} | {rate:,.0f} | {done[name].loss:.2f} | {worse:+.2%} |", flush=True)


def race(options: argparse.Namespace) -> None:
    """Seconds until the test bound is good enough."""
    print(f"\n| seconds to a test bound of -{GOAL} | example | gendesk | sooner by |")
    print("|---|---:|---:|---:|")
    for i in range(options.races):
        theirs = run("example", options, i, MOST_EPOCHS, GOAL)
        ours = run("gendesk", options, i, RACE_EPOCHS, GOAL, **RACE)
        told = [
            f"{d.wall_s:.1f} ({d.pictures / PICTURES:.1f} epochs, {d.loss:.2f})"
            for d in (theirs, ours)
        ]
        missed = "" if max(theirs.loss, ours.loss) <= GOAL else " (not reached)"
        sooner = theirs.wall_s / ours.wall_s
        print(f"| race {i + 1}{missed} | {told[0]} | {told[1]} | {sooner:.2f}× |", flush=True)


def _spread(values: list[float], form: str) -> str:
    low, mid, high = (form.format(v) for v in (min(values), median(values), max(values)))
    return f"{mid} ({low} to {high})"


def main() -> None:
    """The command."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=paths.data_sets(), help="holds MNIST/raw")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=3, help="of each training in a round")
    parser.add_argument("--long", type=int, default=10, help="epochs of one more; 0 for none")
    parser.add_argument("--races", type=int, default=2)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        name, seed, epochs, goal, settings = json.loads(options.child)
        with contextlib.redirect_stdout(sys.stderr):
            done = child(name, options.data, seed, epochs, goal, settings)
        print(json.dumps(asdict(done)))
        return
    names = [name for name in CONTENDERS if name != "pythae" or find_spec("pythae")]
    with tempfile.TemporaryDirectory() as home:  # where gendesk's decoded pictures lie
        os.environ.update(GENDESK_HOME=home, CUDA_VISIBLE_DEVICES="")
        try:
            opened(options.data)
        except Trouble as trouble:
            raise SystemExit(str(trouble)) from None
        print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads\n")
        if options.rounds:
            throughput(options, names)
        if options.long:
            long_run(options, names)
        race(options)


if __name__ == "__main__":
    main()
