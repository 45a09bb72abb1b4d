"""What a painting is made of, in its folder: the pictures, their names and weights, their masks.

pictures.json   what the pictures are called, and how much each style counts
content.png     what is painted, with its transparency
style-N.png     a style, from 1 on; part-N.png is the part of it that counts, and region-N.png
                where it goes in the content, where there are such masks
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing.commission import Commission, Mask, StyleChoice
from gendesk.ops.stylizing.files import open_mask, open_subject
from gendesk.ops.stylizing.recipe import PaintingRecipe

MARK = "pictures.json"


def write(folder: Path, commission: Commission) -> None:
    """Keep the pictures of a commission; its recipe is kept as every recipe is."""
    content = commission.content
    if commission.alpha is not None:
        content = np.dstack([content, commission.alpha])
    _write_picture(folder / "content.png", content)
    for i, style in enumerate(commission.styles, 1):
        _write_picture(folder / f"style-{i}.png", style.pixels)
        _write_picture(folder / f"part-{i}.png", style.part)
        _write_picture(folder / f"region-{i}.png", style.region)
    styles = [{"name": style.name, "weight": style.weight} for style in commission.styles]
    text = json.dumps({"name": commission.name, "styles": styles}, indent=1)
    (folder / MARK).write_text(text, "utf-8")


def read(folder: Path, recipe: PaintingRecipe) -> Commission:
    """What was kept, to be painted as `recipe` says.

    Raises:
        Trouble: a file of it is missing or damaged.
    """
    about = read_json(folder / MARK)
    content, alpha = open_subject(folder / "content.png")
    try:
        styles = tuple(
            StyleChoice(
                str(style["name"]),
                open_subject(folder / f"style-{i}.png")[0],
                float(style["weight"]),
                _mask(folder / f"part-{i}.png"),
                _mask(folder / f"region-{i}.png"),
            )
            for i, style in enumerate(about["styles"], 1)
        )
        return Commission(str(about["name"]), content, styles, recipe, alpha)
    except (KeyError, TypeError, ValueError):
        raise _damaged(folder / MARK) from None


def names(folder: Path) -> list[str]:
    """What the content and the styles are called.

    Raises:
        Trouble: that is missing or damaged.
    """
    about = read_json(folder / MARK)
    try:
        return [str(about["name"]), *(str(style["name"]) for style in about["styles"])]
    except (KeyError, TypeError):
        raise _damaged(folder / MARK) from None


def read_json(path: Path) -> dict[str, Any]:
    """An object in a file of the painting.

    Raises:
        Trouble: it is missing or damaged.
    """
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise _damaged(path)
    return found


def _write_picture(path: Path, values: NDArray[np.uint8] | None) -> None:
    if values is not None:
        Image.fromarray(values).save(path, compress_level=1)


def _mask(path: Path) -> Mask | None:
    return open_mask(path) if path.exists() else None


def _damaged(path: Path) -> Trouble:
    return Trouble("{path} is missing or damaged; the painting cannot be opened.", path=path)
