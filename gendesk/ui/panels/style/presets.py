"""Settings that belong together, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gendesk.core.sentence import Source
from gendesk.ops.stylizing.recipe import PaintingRecipe

CUSTOM = ""  # none of them
BALANCED = "balanced"


def _preset(label: Source, **settings: Any) -> tuple[Source, Mapping[str, Any]]:
    return label, settings


# Only what a preset says is changed by it; what any of them says is the default in the others.
PRESETS = {
    BALANCED: _preset("Balanced"),
    "faithful": _preset("Faithful", content_weight=0.6, style_scale=0.7),
    "wild": _preset("Wild", content_weight=0.2, style_scale=1.6, init="noise"),
    "strokes": _preset(
        "Brush strokes only", keep_colour="luminance", content_weight=0.3, layer_1=0.5, layer_4=0.5
    ),
}
_TOUCHED = {name for _, settings in PRESETS.values() for name in settings}


def applied(recipe: PaintingRecipe, preset: str) -> PaintingRecipe:
    """The recipe with the settings of a preset; what no preset speaks of stays."""
    defaults = type(recipe)()
    settings = {name: getattr(defaults, name) for name in _TOUCHED} | dict(PRESETS[preset][1])
    return recipe.changed(**settings)


def recognised(recipe: PaintingRecipe) -> str:
    """The preset that the recipe's settings are, or `CUSTOM`."""
    return next((name for name in PRESETS if applied(recipe, name) == recipe), CUSTOM)
