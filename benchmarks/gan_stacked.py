"""Stacked MNIST: how many of 1,000 kinds of pictures a GAN draws, plain, as WGAN-GP, and packed.

    python -m benchmarks.gan_stacked --data ROOT --pictures 400000
    python -m benchmarks.gan_stacked --data ROOT --real 128000 --pictures 6400000 --rounds 10

Three random digits, one in each colour, make a picture (Metz 2016); as there are 1,000 kinds of them,
whatever collapses shows. As in PacGAN (Lin 2018, section 4.1) 25,600 samples are drawn, their digits
told by a classifier, kinds counted, and their distribution compared with the even one by the reverse
KL divergence, in nats. The second command has the numbers of the paper, for a GPU.
"""

from __future__ import annotations

import argparse
import math
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import mean, median

import numpy as np
import torch
from torch import Tensor

from benchmarks.gan_mnist import Classifier, classifier, trained
from benchmarks.vae_mnist import opened
from gendesk import paths
from gendesk.core.recipe import Recipe
from gendesk.data import Dataset

KINDS, SAMPLES = 1000, 25_600
GAMES: Mapping[str, Mapping[str, object]] = {
    "DCGAN": {},
    "WGAN-GP": {"loss": "wgan-gp", "d_steps": 5, "lr": 1e-4},
    "PacDCGAN 2": {"pack": 2},
    "PacDCGAN 4": {"pack": 4},
}


def stacked(digits: Dataset, count: int) -> Dataset:
    """Pictures of three digits, (count, 28, 28, 3)."""
    dice = np.random.default_rng(0)
    chosen = dice.choice(digits.train, (count, 3))
    pictures = np.stack([digits.pictures[chosen[:, i], ..., 0] for i in range(3)], axis=3)
    held_out = np.arange(max(1, count // 100))
    train = np.arange(len(held_out), count)
    return Dataset("stacked", f"stacked-{count}", pictures, None, (), train, held_out)


def kinds(judge: Classifier, samples: Tensor) -> Tensor:
    """Which of the 1,000 kinds each sample (N, 3, 28, 28) is, (N,)."""
    hundreds, tens, ones = (judge.seen(samples[:, i : i + 1])[1] for i in range(3))
    return 100 * hundreds + 10 * tens + ones


def told(found: Tensor) -> tuple[int, float]:
    """How many kinds there are, and the reverse KL divergence."""
    counts = found.bincount(minlength=KINDS)
    shares = counts[counts > 0] / len(found)
    return int((counts > 0).sum()), float((shares * shares.log()).sum()) + math.log(KINDS)


def main() -> None:
    """The command."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=paths.data_sets(), help="holds MNIST/raw")
    parser.add_argument("--real", type=int, default=25_600, help="pictures there are")
    parser.add_argument("--pictures", type=int, default=400_000, help="learnt from by each")
    parser.add_argument("--width", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    import gendesk.families  # noqa: F401  registers the recipes

    with tempfile.TemporaryDirectory() as home:  # where the decoded pictures lie
        os.environ.update(GENDESK_HOME=home, CUDA_VISIBLE_DEVICES="")
        digits = opened(options.data)
        judge, data = classifier(digits), stacked(digits, options.real)
        real = torch.from_numpy(data.pictures[:SAMPLES]).permute(0, 3, 1, 2).float() / 255
        modes, apart = told(kinds(judge, real))
        print(f"{options.pictures:,} pictures each, {options.rounds} rounds; means.\n")
        print(
            f"| | kinds | reverse KL |\n|---|---:|---:|\n| real | {modes} | {apart:.2f} |",
            flush=True,
        )
        for name, settings in GAMES.items():
            rounds = []
            for seed in range(options.rounds):
                recipe = Recipe.known["gan"]().changed(width=options.width, **settings)
                samples = trained(data, recipe, seed, options.pictures, SAMPLES)
                rounds.append(told(kinds(judge, samples)))
            counted, apart_s = zip(*rounds, strict=True)
            spread = f"{min(counted)} to {max(counted)}, median {median(counted):.0f}"
            print(f"| {name} | {mean(counted):.0f} ({spread}) | {mean(apart_s):.2f} |", flush=True)


if __name__ == "__main__":
    main()
