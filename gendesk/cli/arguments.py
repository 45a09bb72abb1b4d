"""What may be typed after `gendesk`, and its help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gendesk import __version__
from gendesk.cli import lessons, looking, training, using
from gendesk.cli.latent_arguments import add_latent
from gendesk.cli.options import (
    SOURCES,
    add_device,
    add_made,
    add_recipe_options,
    add_run,
    add_seed,
    add_trained,
    add_truncation,
    command,
    positive,
)
from gendesk.cli.restoring_arguments import add_restoring
from gendesk.cli.stylizing_arguments import add_stylizing
from gendesk.core.recipe import Recipe
from gendesk.lessons.catalogue import LESSONS
from gendesk.runs.export import ENDINGS

_ABOUT = """\
Train generative models on your own pictures, offline. Without a command the window opens.
"""
_EXAMPLES = """\
examples:
  gendesk train vae --data digits --steps 3000
  gendesk train vae --data ~/pictures/flowers --set size=64 --set latent=64
  gendesk train vae-digits-0001 --steps 6000        go on up to step 6000
  gendesk sample vae-digits-0001 --count 64 --out samples.png
  gendesk restore ~/pictures/holiday --model denoise --out ~/pictures/clean
  gendesk stylize ~/pictures/cat.jpg woodcut --out cat-woodcut.png

environment:
  GENDESK_HOME  where runs, paintings, models and caches are kept
  GENDESK_DATA  where torchvision's data sets are kept

exit codes: 0 done, 1 it failed, 2 wrong usage, 130 interrupted and saved
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `args.command` is the function that does it."""
    top = argparse.ArgumentParser(
        prog="gendesk",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"gendesk {__version__}")
    subs = top.add_subparsers(metavar="COMMAND", required=True)
    _add_training(subs)
    _add_using(subs)
    add_latent(subs)
    add_restoring(subs)
    add_stylizing(subs)
    _add_looking(subs)
    return top


def _add_training(subs: Any) -> None:
    train = command(
        subs, "train", training.train, "train a family, a recipe, or a run further",
        """\
  gendesk train vae --data torchvision:MNIST --set net=mlp --set latent=20
  gendesk train recipe.json --out experiments/first
  gendesk train vae-digits-0001 --steps 6000          go on up to step 6000
  gendesk train vae-digits-0001 --set lr=0.0003       a new run that branches from it
  torchrun --nproc-per-node 2 -m gendesk train vae    on two processes""",
    )  # fmt: skip
    train.add_argument(
        "what", nargs="?", default="vae", metavar="FAMILY|RECIPE.json|RUN",
        help=f"what to train (default: vae); families: {', '.join(Recipe.known)}",
    )  # fmt: skip
    add_recipe_options(train)
    train.add_argument("--steps", type=int, metavar="N", help="train up to step N")
    train.add_argument(
        "--out", type=Path, metavar="RUN", help="the new run's name, or the path of its folder"
    )

    bench = command(
        subs, "bench", training.bench, "measure how fast training is on this machine",
        "  gendesk bench\n  gendesk bench vae --set net=mlp --set batch_size=256",
    )  # fmt: skip
    bench.add_argument(
        "what",
        nargs="?",
        metavar="FAMILY|RECIPE.json",
        help="what to train (default: all families)",
    )
    add_recipe_options(bench)

    lesson = command(
        subs, "lesson", lessons.lesson, "a training that breaks on purpose, explained and cured",
        "  gendesk lesson                 what lessons there are\n  gendesk lesson collapse",
    )  # fmt: skip
    lesson.add_argument(
        "name", nargs="?", choices=[each.name for each in LESSONS], metavar="NAME",
        help=f"one of {', '.join(each.name for each in LESSONS)}",
    )  # fmt: skip
    lesson.add_argument("--seed", type=int, default=0, help="default: 0")
    add_device(lesson)

    demo = command(
        subs, "demo", training.demo, "train on the built-in digits for a minute, and show pictures",
        "  gendesk demo --out out",
    )  # fmt: skip
    demo.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="default: out")


def _add_using(subs: Any) -> None:
    sample = command(
        subs, "sample", using.sample, "new pictures from a run or model, as one grid",
        """\
  gendesk sample vae-digits-0001 --count 100 --seed 7 --out hundred.png
  gendesk sample cvae-flowers-0001 --class tulip
  gendesk sample stylegan-faces-0001 --truncation 0.7 --mix fine""",
    )  # fmt: skip
    add_trained(sample)
    sample.add_argument("--count", type=positive, default=64, metavar="N", help="default: 64")
    add_seed(sample)
    sample.add_argument(
        "--class", "--kind", dest="kind", default="", metavar="NAME|NUMBER",
        help="only this kind, where the model knows kinds of pictures (default: a row of each)",
    )  # fmt: skip
    add_truncation(sample)
    sample.add_argument(
        "--mix", choices=("coarse", "middle", "fine"), default="",
        help="a table of mixed styles: these from the pictures at the left, others from those above",
    )  # fmt: skip
    sample.add_argument("--out", type=Path, metavar="FILE.png", help="default: RUN-samples.png")

    reconstruct = command(
        subs, "reconstruct", using.reconstruct, "pictures beside what a run or model makes of them",
        "  gendesk reconstruct vae-flowers-0001 ~/pictures/roses/*.jpg --out rebuilt",
    )  # fmt: skip
    add_trained(reconstruct)
    reconstruct.add_argument(
        "images", nargs="+", type=Path, metavar="IMAGES", help="files, folders"
    )
    reconstruct.add_argument("--out", type=Path, required=True, metavar="DIR")

    evaluate = command(
        subs, "evaluate", using.evaluate, "figures on the pictures that were held out",
        """\
  gendesk evaluate vae-mnist-0001 --iwae 200
  gendesk evaluate autoencoder-flowers-0001 --data ~/pictures/portraits""",
    )  # fmt: skip
    add_trained(evaluate)
    evaluate.add_argument(
        "--data", metavar="SOURCE", help=f"also on other pictures, side by side: {SOURCES}"
    )
    evaluate.add_argument(
        "--iwae", type=positive, default=0, metavar="N",
        help="also the log-likelihood by N importance samples a picture",
    )  # fmt: skip
    add_device(evaluate)

    publish = command(
        subs, "publish", using.publish, "make a model of a run",
        "  gendesk publish vae-flowers-0001 flowers --licence CC-BY-4.0",
    )  # fmt: skip
    add_run(publish)
    publish.add_argument("name", metavar="NAME", help="of the model")
    publish.add_argument("--licence", default="", help="under which others may use it")


def _add_looking(subs: Any) -> None:
    command(subs, "runs", looking.runs, "list all runs, the newest first", "  gendesk runs --json")
    command(
        subs, "paintings", looking.paintings, "list all paintings, the newest first",
        "  gendesk paintings",
    )  # fmt: skip
    command(subs, "models", using.models, "list all models", "  gendesk models")

    data = command(
        subs, "data", looking.data, "report on pictures before training on them",
        "  gendesk data ~/pictures/flowers",
    )  # fmt: skip
    data.add_argument("source", metavar="SOURCE", help=SOURCES)

    follow = command(
        subs, "follow", looking.follow, "watch a run or painting that another process makes",
        "  gendesk follow /mnt/shared/runs/vae-digits-0001",
    )  # fmt: skip
    add_made(follow)

    export = command(
        subs, "export", looking.export, "a run or painting as files for elsewhere",
        """\
  gendesk export vae-digits-0001 mp4
  gendesk export vae-digits-0001 grid --picture manifold --out plane.png
  gendesk export cat-woodcut-0001 mp4                 how it was painted""",
    )  # fmt: skip
    add_made(export)
    export.add_argument("kind", choices=tuple(ENDINGS), help="what to write")
    export.add_argument(
        "--out", type=Path, metavar="PATH", help="default: RUN-curves.csv, RUN.mp4 …"
    )
    export.add_argument(
        "--picture", metavar="KIND",
        help="which pictures: samples (default), reconstructions, manifold…; of a painting itself",
    )  # fmt: skip
