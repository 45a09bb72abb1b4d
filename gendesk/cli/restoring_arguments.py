"""What may be typed after `gendesk restore`, and its help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gendesk.cli import restoring
from gendesk.cli.options import add_device, command, positive


def add_restoring(subs: Any) -> None:
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


def _tile(text: str) -> int | None:
    return None if text == "auto" else positive(text)
