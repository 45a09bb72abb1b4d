"""What may be typed after `gendesk`, and its help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gendesk import __version__
from gendesk.cli import lessons, looking, restoring, stylizing, training, using
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
from gendesk.core.recipe import Recipe
from gendesk.lessons.catalogue import LESSONS
from gendesk.ops.stylizing import samples
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
    _add_restoring(subs)
    _add_stylizing(subs)
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


def _add_restoring(subs: Any) -> None:
    restore = command(
        subs, "restore", restoring.restore, "denoise or enlarge pictures, one or many",
        """\
  gendesk restore noisy.jpg --model denoise --strength 12 --out clean
  gendesk restore ~/pictures/holiday --model upscale-x2 --out large --format tiff
  gendesk restore scans/*.png --model upscale-x4 --width 4000 --out prints --name "{name}-4000"

The folders' trees are mirrored in DIR, and the pictures themselves are never written over. Give the
same command again after an interruption: what is done is not done again.""",
    )  # fmt: skip
    restore.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, folders")
    restore.add_argument(
        "--model", required=True, metavar="NAME|FILE",
        help="a model's or run's name or folder, or a .safetensors or .pth file of others",
    )  # fmt: skip
    restore.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the results")
    restore.add_argument(
        "--strength", type=float, metavar="S",
        help="standard deviation of the noise to take out, in 1/255 (default: as each picture has)",
    )  # fmt: skip
    restore.add_argument(
        "--scale", type=float, metavar="F",
        help="enlarge F times, such as 1.5 (default: as the model does)",
    )  # fmt: skip
    restore.add_argument("--width", type=int, metavar="PIXELS", help="of the results instead")
    restore.add_argument(
        "--thorough", action="store_true",
        help="look at each picture from all eight sides: a little better, eight times slower",
    )  # fmt: skip
    restore.add_argument(
        "--blend", type=float, default=1.0, metavar="0…1",
        help="how much of the model's result to take (default: 1)",
    )  # fmt: skip
    restore.add_argument(
        "--grain", type=float, default=0.0, metavar="S",
        help="standard deviation of the noise to put back, in 1/255 (default: 0)",
    )  # fmt: skip
    restore.add_argument(
        "--tile", type=_tile, metavar="auto|N",
        help="compute in squares of N pixels (default: auto, as the memory allows)",
    )  # fmt: skip
    restore.add_argument(
        "--format", choices=("png", "jpeg", "webp", "tiff"), default="",
        help="of the results (default: as each picture)",
    )  # fmt: skip
    restore.add_argument(
        "--quality", type=int, default=90, metavar="N", help="of JPEG and WebP (default: 90)"
    )
    restore.add_argument(
        "--name", default="{name}", metavar="PATTERN",
        help="of the results' names, with {name}, {model} and {scale} (default: {name})",
    )  # fmt: skip
    add_device(restore)


def _add_stylizing(subs: Any) -> None:
    stylize = command(
        subs, "stylize", stylizing.stylize, "paint pictures in the style of others",
        """\
  gendesk stylize cat.jpg woodcut --out cat.png
  gendesk stylize cat.jpg waves.jpg:0.7 strokes:0.3 --out cat.png --size 1024 --keep-colour
  gendesk stylize cat.jpg glass dots --mask sky.png --mask ground.png --out cat.png
  gendesk stylize ~/pictures/holiday marbling --out painted --fast
  gendesk stylize cat.png --style-weight 3 --out again.png   with all that cat.png holds inside
  gendesk stylize cat-woodcut-0001 --steps 200 --out cat.png   go on with a painting

A PNG file holds its recipe and pictures. Paintings are kept with their history in GENDESK_HOME;
`gendesk export NAME mp4` makes a film of one. Give the same command again after a folder's was
interrupted: what is done is not done again.""",
    )  # fmt: skip
    photographs = ", ".join(sample.name for sample in samples.contents())
    art = ", ".join(sample.name for sample in samples.styles())
    stylize.add_argument(
        "content", type=Path, metavar="CONTENT",
        help="a picture, a folder of pictures, a painting's name or folder, or a sample: "
        + photographs,
    )  # fmt: skip
    stylize.add_argument(
        "styles", nargs="*", metavar="STYLE[:WEIGHT]", help=f"pictures, or samples: {art}"
    )
    stylize.add_argument(
        "--out", type=Path, required=True, metavar="FILE|DIR",
        help="the painting (.png, .jpg, .webp or .tif), or the folder for the paintings",
    )  # fmt: skip
    stylize.add_argument("--size", metavar="PIXELS", help="of the longer side (default: 512)")
    stylize.add_argument("--steps", metavar="N", help="at each scale (default: 100)")
    stylize.add_argument(
        "--features", metavar="NAME|FILE",
        help="what compares pictures: texture (default), vgg19, vgg16, a model, a file of weights",
    )  # fmt: skip
    stylize.add_argument(
        "--download", action="store_true", help="fetch vgg19 or vgg16 first, where it is not here"
    )
    stylize.add_argument("--style-weight", metavar="W", help="how much the styles count")
    stylize.add_argument("--content-weight", metavar="W", help="how much the content counts")
    stylize.add_argument("--style-scale", metavar="F", help="more makes coarser strokes")
    stylize.add_argument("--tv", metavar="W", help="smoothness (total variation)")
    stylize.add_argument("--init", metavar="content|noise|grey", help="what to begin with")
    stylize.add_argument("--optimizer", metavar="adam|lbfgs")
    stylize.add_argument(
        "--keep-colour", nargs="?", const="luminance", metavar="luminance|histogram",
        help="keep the content's colours: paint the luminance alone, or recolour the styles",
    )  # fmt: skip
    stylize.add_argument(
        "--mask", action="append", default=[], type=Path, dest="masks", metavar="FILE",
        help="where in the content a style goes, white on black; once a style, - for everywhere",
    )  # fmt: skip
    stylize.add_argument(
        "--style-mask", action="append", default=[], type=Path, dest="parts", metavar="FILE",
        help="which part of a style counts; once a style, - for all of it",
    )  # fmt: skip
    stylize.add_argument("--fast", action="store_true", help="a preview of 256 pixels, in seconds")
    stylize.add_argument(
        "--format", choices=("png", "jpeg", "webp", "tiff"), default="",
        help="of a folder's paintings (default: as each picture)",
    )  # fmt: skip
    stylize.add_argument(
        "--set", action="append", default=[], metavar="knob=value", dest="settings",
        help="set another knob, such as seed, statistics, coarse_to_fine, layer_1, pooling, lr",
    )  # fmt: skip
    add_device(stylize)


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


def _tile(text: str) -> int | None:
    return None if text == "auto" else positive(text)
