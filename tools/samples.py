"""Draws the sample styles, and scales the sample contents, that ship in resources/samples.

python tools/samples.py [NAME …]             draw all styles, or those named
python tools/samples.py --contents FOLDER    photographs from scikit-image's data folder
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from art.collage import collage
from art.dots import dots
from art.glass import glass
from art.marbling import marbling
from art.strokes import strokes
from art.watercolour import watercolour
from art.woodcut import woodcut
from PIL import Image

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
STYLES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "strokes": strokes,
    "watercolour": watercolour,
    "woodcut": woodcut,
    "dots": dots,
    "marbling": marbling,
    "glass": glass,
    "collage": collage,
}
CONTENTS = {"astronaut": ".png", "chelsea": ".png", "coffee": ".png", "rocket": ".jpg"}
_MOST_BYTES = 150_000


def draw(name: str) -> Path:
    """One style, always the same."""
    return _saved(STYLES[name](dice(name)), SAMPLES / "styles" / f"{name}.jpg")


def dice(name: str) -> np.random.Generator:
    """What a style is drawn with."""
    return np.random.default_rng(sum(name.encode()))


def scale(folder: Path, name: str) -> Path:
    """One photograph, no side longer than 512 pixels."""
    with Image.open(folder / (name + CONTENTS[name])) as image:
        picture = image.convert("RGB")
    picture.thumbnail((512, 512), Image.Resampling.LANCZOS)
    return _saved(picture, SAMPLES / "contents" / f"{name}.jpg")


def _saved(picture: Image.Image, path: Path) -> Path:
    """As JPEG of the best quality that is small enough."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in range(92, 40, -2):
        picture.save(path, quality=quality, subsampling=0, optimize=True)
        if path.stat().st_size <= _MOST_BYTES:
            return path
    raise ValueError(f"{path.name} is too rich for {_MOST_BYTES} bytes")


def main() -> None:
    """As the module says."""
    if sys.argv[1:2] == ["--contents"]:
        made = [scale(Path(sys.argv[2]), name) for name in CONTENTS]
    else:
        made = [draw(name) for name in sys.argv[1:] or STYLES]
    for path in made:
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
