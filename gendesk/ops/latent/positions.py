"""Position files: a point, a walk or a direction, with the model that it belongs to.

A position is a small JSON file, or the same text within a PNG, which shows the picture. Of the model it
has the SHA-256 of the weights: with these, and with no others, the picture is the same to the bit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from gendesk import __version__
from gendesk.core.images import Picture
from gendesk.core.sentence import Trouble
from gendesk.ops.files import beside
from gendesk.ops.latent.directions import Direction
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.space import Space
from gendesk.ops.latent.walk import Walk

Thing = Point | Walk | Direction

KEY = "gendesk position"  # of the text within a PNG
_VERSION = 1
_MOST_BYTES = 64 << 20
_KINDS: dict[str, type[Any]] = {"point": Point, "walk": Walk, "direction": Direction}


class NoPosition(Trouble):
    """A file may be a fine picture, but no position is in it."""


@dataclass(frozen=True, eq=False, slots=True)
class Position:
    """Something in a latent space, and the model whose latent space it is."""

    thing: Thing
    model: str  # what it was called where this was written
    sha256: str  # of its weights
    family: str
    step: int

    def to_json(self) -> str:
        """The text of a position file."""
        kind = next(name for name, what in _KINDS.items() if isinstance(self.thing, what))
        about = {"name": self.model, "family": self.family, "step": self.step}
        model = {**about, "sha256": self.sha256}
        return json.dumps({KEY: _VERSION, "model": model, kind: self.thing.as_dict()})

    def check(self, space: Space) -> None:
        """Raise `Trouble` where a space is not the one that it belongs to."""
        if space.sha256 == self.sha256:
            return
        raise Trouble(
            "This position belongs to {model} at step {step} (weights {sha}…), not to {other}. Open "
            "that model first: no other one makes its picture.",
            model=self.model,
            step=self.step,
            sha=self.sha256[:12],
            other=space.name,
        )


def position(space: Space, thing: Thing) -> Position:
    """Something in a space, to be written."""
    return Position(thing, space.name, space.sha256, space.recipe.family, space.step)


def write(path: Path, what: Position) -> None:
    """Write a position file.

    Raises:
        Trouble: the file cannot be written.
    """
    with beside(path) as place:
        place.write_text(what.to_json() + "\n", "utf-8")


def read(path: Path) -> Position:
    """What a position file holds, or a PNG that gendesk has exported.

    Raises:
        NoPosition: there is none in it.
        Trouble: the file cannot be read, or is damaged.
    """
    text = _text_of(path)
    try:
        data = json.loads(text)
    except ValueError:
        data = None
    if not isinstance(data, dict) or KEY not in data:
        raise _none_in(path)
    return _parsed(data, path)


def save_picture(space: Space, point: Point, path: Path) -> None:
    """The exact picture of a point as a PNG that carries its position.

    Raises:
        Trouble: the file cannot be written, or the point is of another model.
    """
    save_sheet(path, space.picture(point), position(space, point))


def save_sheet(path: Path, pixels: Picture, shown: Position) -> None:
    """Any picture (H, W, C) as a PNG that carries a position.

    Raises:
        Trouble: the file cannot be written.
    """
    about = PngInfo()
    about.add_text("Software", f"gendesk {__version__}")
    about.add_itxt(KEY, shown.to_json(), zip=True)
    image = Image.fromarray(pixels.squeeze(2) if pixels.shape[2] == 1 else pixels)
    with beside(path) as place:
        image.save(place, "PNG", pnginfo=about)


def _text_of(path: Path) -> str:
    """The JSON text of a file, or that within a picture."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
        if not start.startswith(b"\x89PNG"):
            if path.stat().st_size > _MOST_BYTES:
                raise _none_in(path)
            return path.read_text("utf-8")
        with Image.open(path) as image:
            image.load()  # text may stand behind the pixels
            text = getattr(image, "text", {}).get(KEY)
    except UnicodeDecodeError:
        raise _none_in(path) from None
    except UnidentifiedImageError:
        raise _none_in(path) from None
    except (OSError, ValueError, SyntaxError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Trouble("{path} cannot be read: {why}.", path=path, why=why) from None
    if text is None:
        raise _none_in(path)
    return str(text)


def _parsed(data: Mapping[str, Any], path: Path) -> Position:
    kind = next((name for name in _KINDS if isinstance(data.get(name), dict)), None)
    model = data.get("model")
    if kind is None or not isinstance(model, dict) or not isinstance(model.get("sha256"), str):
        raise _none_in(path)
    if data[KEY] != _VERSION:
        raise Trouble("{path} was written by a newer gendesk; update this one first.", path=path)
    step = model.get("step")
    return Position(
        _KINDS[kind].from_dict(data[kind]),
        str(model.get("name", "")),
        model["sha256"],
        str(model.get("family", "")),
        step if isinstance(step, int) else 0,
    )


def _none_in(path: Path) -> NoPosition:
    return NoPosition(
        "{path} holds no position; choose a position file, or a PNG that the latent explorer saved.",
        path=path,
    )
