"""The sample pictures that ship: photographs to paint, and art of our own to paint them like."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gendesk import paths
from gendesk.core.sentence import Sentence, Source


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture under `resources/samples`."""

    name: str  # as typed
    title: Source
    path: Path


def contents() -> list[Sample]:
    """Photographs, of which `resources/samples/README.md` says whose they are."""
    return [
        Sample("astronaut", "Astronaut", _path("contents", "astronaut")),
        Sample("chelsea", "Cat", _path("contents", "chelsea")),
        Sample("coffee", "Coffee", _path("contents", "coffee")),
        Sample("rocket", "Rocket", _path("contents", "rocket")),
    ]


def styles() -> list[Sample]:
    """Pictures that `tools/samples.py` draws."""
    return [
        Sample("strokes", "Oil strokes", _path("styles", "strokes")),
        Sample("watercolour", "Watercolour", _path("styles", "watercolour")),
        Sample("woodcut", "Woodcut", _path("styles", "woodcut")),
        Sample("dots", "Points of colour", _path("styles", "dots")),
        Sample("marbling", "Marbled paper", _path("styles", "marbling")),
        Sample("glass", "Stained glass", _path("styles", "glass")),
        Sample("collage", "Collage", _path("styles", "collage")),
    ]


def called(name: str, path: Path | None = None) -> Sentence:
    """What a picture is called: a sample by its title, anything else by its own name.

    Args:
        name: of its file.
        path: where it lies; None where only its name is known, as in a painting's folder.
    """
    for sample in (*contents(), *styles()):
        if sample.path == path if path is not None else sample.name == name:
            return Sentence(sample.title)
    return Sentence("{name}", {"name": name})


def _path(kind: str, name: str) -> Path:
    return paths.resource("samples", kind, f"{name}.jpg")
