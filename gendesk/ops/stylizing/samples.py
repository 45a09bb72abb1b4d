"""The sample pictures that ship: photographs to paint, and art of our own to paint them like."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gendesk import paths
from gendesk.core.sentence import Source


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


def _path(kind: str, name: str) -> Path:
    return paths.resource("samples", kind, f"{name}.jpg")
