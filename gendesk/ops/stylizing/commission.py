"""A commission: all that a painting is made of, its pictures, masks and recipe, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gendesk.ops.stylizing.recipe import PaintingRecipe

if TYPE_CHECKING:
    from gendesk.ops.stylizing.subject import Style, Subject

Pixels = NDArray[np.uint8]  # (H, W, 3) sRGB
Mask = NDArray[np.uint8]  # (H, W), 255 where it holds


@dataclass(frozen=True, eq=False)
class StyleChoice:
    """A picture whose style is wanted."""

    name: str
    pixels: Pixels
    weight: float = 1.0  # beside the other styles'
    part: Mask | None = None  # of this picture, that counts; None is all of it
    region: Mask | None = None  # of the content, where it goes; None is everywhere


@dataclass(frozen=True, eq=False)
class Commission:
    """What is to be painted, in which styles, and how."""

    name: str  # of the content
    content: Pixels
    styles: tuple[StyleChoice, ...]
    recipe: PaintingRecipe
    alpha: Mask | None = None  # of the content, and hence of the painting

    @property
    def subject(self) -> Subject:
        """What `painting.paint` paints."""
        from gendesk.ops.stylizing.subject import Subject

        return Subject(self.content, tuple(style.region for style in self.styles))

    @property
    def manners(self) -> list[Style]:
        """The styles as `painting.paint` takes them."""
        return as_styles(self.styles)

    def shrunk(self, least: int = 0) -> Commission:
        """The same with no picture larger than the painting needs, or than `least`."""
        size = max(least, self.recipe.size)
        style_size = max(least, round(self.recipe.size * self.recipe.style_scale))
        styles = tuple(
            replace(
                style,
                pixels=shrunk(style.pixels, style_size),
                part=style.part if style.part is None else shrunk(style.part, style_size),
                region=style.region if style.region is None else shrunk(style.region, size),
            )
            for style in self.styles
        )
        alpha = self.alpha if self.alpha is None else shrunk(self.alpha, size)
        return replace(self, content=shrunk(self.content, size), alpha=alpha, styles=styles)


def as_styles(choices: Sequence[StyleChoice]) -> list[Style]:
    """The styles as `painting.paint` takes them."""
    from gendesk.ops.stylizing.subject import Style

    return [Style(each.pixels, each.weight, each.part) for each in choices]


def shrunk(values: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """A picture or mask whose longer side has at most `side` pixels."""
    height, width = values.shape[:2]
    factor = side / max(height, width)
    if factor >= 1:
        return values
    return scaled(values, max(1, round(width * factor)), max(1, round(height * factor)))


def scaled(values: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """A picture or mask of another size."""
    if values.shape[:2] == (height, width):
        return values
    return np.asarray(Image.fromarray(values).resize((width, height), Image.Resampling.LANCZOS))
