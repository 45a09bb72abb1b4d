"""What may be typed after `gendesk stylize`, and its help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gendesk.cli import stylizing
from gendesk.cli.options import add_device, command
from gendesk.ops.stylizing import samples


def add_stylizing(subs: Any) -> None:
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
