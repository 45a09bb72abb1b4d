"""The lesson's GAN and our DCGAN on MNIST, after the same number of pictures.

    python -m benchmarks.gan_mnist --data ROOT --rounds 3

ROOT holds `MNIST/raw` as torchvision unpacks it. Both are trained by `fit`, in turns:

- lesson: 784-512-256-1 against 100-256-512-1024-784, fully connected, batches of 256, Adam at 2e-4
  with β₁ 0.5, no averaging: as the lesson draws it.
- ours: the settings that the family finds suited to MNIST: a DCGAN with averaged weights and R1.

They are judged by the features of a digit classifier that is trained here first: the Fréchet
distance between 10,000 samples and the 10,000 test digits, and how many samples it takes for each of
the ten digits.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.vae_mnist import SIDE, SOURCE, opened
from gendesk import paths
from gendesk.core.controls import Controls
from gendesk.core.recipe import Material, Recipe
from gendesk.data import Dataset
from gendesk.data.feed import Feed
from gendesk.nn.distances import frechet
from gendesk.ops.pictures import sample
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit

LESSON: Mapping[str, object] = {
    "net": "mlp",
    "hidden": 256,
    "latent": 100,
    "batch_size": 256,
    "lr": 2e-4,
    "ema": 0.0,
}
SAMPLES = 10_000
RIGHT = 0.985  # of the test digits, before it may judge
BAR, LEAST = 0.5, 0.05
CPU = torch.device("cpu")


class Classifier(nn.Module):
    """(B, 1, 28, 28) → the logits of ten digits, through 64 features."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
            nn.Linear(1600, 64), nn.ReLU(),
        )  # fmt: skip
        self.head = nn.Linear(64, 10)

    def forward(self, images: Tensor) -> Tensor:
        out: Tensor = self.head(self.body(images))
        return out

    @torch.no_grad()
    def seen(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Features (B, 64), and which digits they are, (B,)."""
        features = torch.cat([self.body(rows) for rows in torch.split(images, 500)])
        return features, self.head(features).argmax(1)


def classifier(dataset: Dataset) -> Classifier:
    """Trained for two epochs, or for more until it is good enough."""
    torch.manual_seed(0)
    net = Classifier()
    optimizer = torch.optim.Adam(net.parameters(), 2e-3)
    feed = Feed(dataset, dataset.train, batch_size=128, device=CPU)
    images, labels = held_out(dataset)
    right, epochs = 0.0, 0
    while epochs < 2 or right < RIGHT:
        for seen in range(epochs * len(feed), (epochs + 1) * len(feed), 128):
            for group in optimizer.param_groups:
                group["lr"] = 2e-3 * max(0.05, 1 - seen / (2 * len(feed)))
            batch = feed.batch(seen)
            assert batch.labels is not None
            optimizer.zero_grad()
            functional.cross_entropy(net(batch.images), batch.labels).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        epochs += 1
        right = float((net.seen(images)[1] == labels).float().mean())
    print(f"The classifier is right about {right:.2%} of the test digits.\n", flush=True)
    return net.eval()


def held_out(dataset: Dataset) -> tuple[Tensor, Tensor]:
    """The test digits (N, 1, 28, 28), and which they are."""
    batches = list(Feed(dataset, dataset.held_out, batch_size=500, device=CPU).ordered())
    labels = [batch.labels for batch in batches if batch.labels is not None]
    return torch.cat([batch.images for batch in batches]), torch.cat(labels)


def trained(
    dataset: Dataset, recipe: Recipe, seed: int, pictures: int, samples: int = SAMPLES
) -> Tensor:
    """Samples (N, C, 28, 28) of a GAN after so many pictures."""
    recipe = recipe.changed(
        data=SOURCE, size=SIDE, seed=seed, steps=pictures // recipe.batch_size,
        preview_every=10**6, checkpoint_every=10**6,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        fabric = fabric_for("cpu", recipe.precision)
        for _ in fit(recipe, dataset, Path(folder), fabric=fabric, controls=Controls()):
            pass
        place = checkpoints.newest(Path(folder))
        assert place is not None
        drawn = sample(checkpoints.load(place).learner(), samples, seed)
    return torch.from_numpy(drawn).permute(0, 3, 1, 2).float() / 255


def main() -> int:
    """The command."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=paths.data_sets(), help="holds MNIST/raw")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pictures", type=int, default=300_000, help="learnt from by each")
    options = parser.parse_args()
    import gendesk.families  # noqa: F401  registers the recipes

    with tempfile.TemporaryDirectory() as home:  # where the decoded pictures lie
        os.environ.update(GENDESK_HOME=home, CUDA_VISIBLE_DEVICES="")
        dataset = opened(options.data)
        judge = classifier(dataset)
        real = judge.seen(held_out(dataset)[0])[0]
        print("| seed | | Fréchet distance | rarest digit | all digits |\n|---:|---|---:|---:|---|")
        mnist = Material(SOURCE, len(dataset.train), SIDE, photographs=False, labels=10)
        kind = Recipe.known["gan"]
        recipes = {"lesson": kind().changed(**LESSON), "ours": kind.suited(mnist)}
        ratios, rarest = [], []
        for seed in range(options.rounds):
            found = {}
            for name in list(recipes)[:: -1 if seed % 2 else 1]:
                samples = trained(dataset, recipes[name], seed, options.pictures)
                features, digits = judge.seen(samples)
                found[name] = float(frechet(real, features))
                shares = digits.bincount(minlength=10) / len(digits)
                if name == "ours":
                    rarest.append(float(shares.min()))
                told = " ".join(f"{share:.1%}" for share in shares.tolist())
                print(
                    f"| {seed} | {name} | {found[name]:.2f} | {float(shares.min()):.1%} | {told} |",
                    flush=True,
                )
            ratios.append(found["ours"] / found["lesson"])
    print(
        f"\nOurs beside the lesson's: {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}; "
        f"bar {BAR}). Its rarest digit: {min(rarest):.1%} (bar {LEAST:.0%})."
    )
    return int(median(ratios) > BAR or min(rarest) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
