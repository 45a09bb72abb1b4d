"""What may be typed after `gendesk latent`, and its help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gendesk.cli import latent
from gendesk.cli.options import (
    SOURCES,
    add_device,
    add_kind,
    add_out,
    add_seed,
    add_trained,
    add_truncation,
    command,
    positive,
)


def add_latent(subs: Any) -> None:
    group = subs.add_parser(
        "latent", help="walk through what a run or model has learnt",
        description="Walk through what a run or model has learnt.",
    )  # fmt: skip
    parts = group.add_subparsers(metavar="COMMAND", required=True)
    chart = command(
        parts, "map", latent.map, "a map of all pictures, each where the model sees it",
        """\
  gendesk latent map digits-vae --out digits.png
  gendesk latent map vae-flowers-0001 --data ~/pictures/more --method tsne --out map.png""",
    )  # fmt: skip
    add_trained(chart)
    chart.add_argument("--data", metavar="SOURCE", help=f"default: its own pictures; {SOURCES}")
    chart.add_argument(
        "--method", choices=("auto", "plane", "pca", "tsne", "umap"), default="auto",
        help="how more than two dimensions are laid out (default: pca)",
    )  # fmt: skip
    chart.add_argument(
        "--count", type=positive, default=2000, metavar="N",
        help="random points, where there is no encoder (default: 2000)",
    )  # fmt: skip
    add_seed(chart)
    add_out(chart, "FILE.png")
    add_device(chart)

    plane = command(
        parts, "manifold", latent.manifold, "two latent dimensions as a grid of pictures",
        """\
  gendesk latent manifold digits-vae --cells 30 --out digits.png
  gendesk latent manifold digits-vae --window 0.4 0.4 0.6 0.6 --out middle.png""",
    )  # fmt: skip
    add_trained(plane)
    plane.add_argument("--cells", type=positive, default=20, metavar="N", help="default: 20 × 20")
    plane.add_argument(
        "--window", nargs=4, type=float, default=(0.0, 0.0, 1.0, 1.0),
        metavar=("LEFT", "BOTTOM", "RIGHT", "TOP"),
        help="the part that is seen, as shares of all pictures from 0 to 1 (default: 0 0 1 1)",
    )  # fmt: skip
    plane.add_argument(
        "--dimensions", nargs=2, type=int, default=(0, 1), metavar=("X", "Y"),
        help="which of them, counted from 0 (default: 0 1)",
    )  # fmt: skip
    add_kind(plane)
    add_truncation(plane)
    add_out(plane, "FILE.png")
    add_device(plane)
    _add_walk(parts)
    _add_inversion(parts)


def _add_walk(parts: Any) -> None:
    walk = command(
        parts, "walk", latent.walk, "a walk from picture to picture, as a film or as pictures",
        """\
  gendesk latent walk keyframes.json --out walk.mp4
  gendesk latent walk a.png b.png c.png --loop --frames 240 --out walk.gif
  gendesk latent walk a.png b.png --frames 12 --out steps.png     a contact sheet
  gendesk latent walk a.png b.png --out frames                    a folder of pictures

The model is found by what the keyframes say of it.""",
    )  # fmt: skip
    walk.add_argument(
        "keyframes", nargs="+", type=Path, metavar="KEYFRAMES",
        help="position files, or PNG files that the explorer saved: a walk, or points in their order",
    )  # fmt: skip
    walk.add_argument("--model", metavar="RUN|MODEL", help="default: the one that they belong to")
    walk.add_argument("--way", choices=("linear", "spherical", "spline"), help="default: spherical")
    walk.add_argument("--frames", type=positive, metavar="N", help="default: 120")
    walk.add_argument("--fps", type=positive, metavar="N", help="frames a second (default: 30)")
    walk.add_argument("--loop", action="store_true", default=None, help="back to the first")
    walk.add_argument("--easing", action="store_true", default=None, help="slower at each keyframe")
    add_out(walk, "FILE.mp4|FILE.gif|FILE.png|DIR")
    add_device(walk)


def _add_inversion(parts: Any) -> None:
    invert = command(
        parts, "invert", latent.invert, "find the place of a picture of your own",
        """\
  gendesk latent invert digits-vae seven.png --out seven.json
  gendesk latent invert stylegan-faces-0001 me.jpg --into w+ --out me.png""",
    )  # fmt: skip
    invert.add_argument("model", metavar="RUN|MODEL", help="a run's or model's name or folder")
    invert.add_argument("picture", type=Path, metavar="PICTURE", help="a file")
    invert.add_argument(
        "--into", choices=("auto", "z", "w", "w+"), default="auto",
        help="where to search, where there is no encoder (default: where it gets nearest)",
    )  # fmt: skip
    invert.add_argument("--steps", type=positive, default=400, metavar="N", help="default: 400")
    add_seed(invert)
    add_out(invert, "POSITION.json|FILE.png")
    add_device(invert)
