"""Who paints: from pictures and settings to a canvas and a goal at each scale, step by step."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Turned, Warned
from gendesk.core.family import Features
from gendesk.core.images import Picture, to_uint8
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing import colours
from gendesk.ops.stylizing.canvas import Canvas, State
from gendesk.ops.stylizing.footing import side_that_fits
from gendesk.ops.stylizing.goal import Found, Goal, Pattern
from gendesk.ops.stylizing.masks import Region, as_tensor, at_size, regions
from gendesk.ops.stylizing.recipe import PaintingRecipe, Scale
from gendesk.ops.stylizing.sight import Sight
from gendesk.ops.stylizing.subject import (
    Style,
    Subject,
    as_image,
    check,
    least_size,
    resized,
    style_at,
    subject_at,
)
from gendesk.training.dice import generator

_NOISE = 0.25  # standard deviation


class Painter:
    """A painting in the making. Between two steps all of it can be saved."""

    def __init__(
        self,
        subject: Subject,
        styles: Sequence[Style],
        features: Features,
        recipe: PaintingRecipe,
        controls: Controls,
        scales: Sequence[Scale] | None = None,
    ) -> None:
        """`scales` are the recipe's where none are given; those too small for the picture are left out.

        Raises:
            Trouble: pictures or settings do not do.
        """
        recipe.check()
        check(subject, styles, recipe.size)
        self.recipe = recipe
        self.step = self.done = 0  # steps taken in all, and at this scale
        self.scales = _large_enough(scales or recipe.scales(), subject)
        self._subject = subject
        self._regions = regions(subject, styles)
        self._sight = Sight.of(features, recipe, controls)
        self._begin: Callable[[Tensor], Tensor] = self._initial
        self._scale: Scale | None = None
        self._content = torch.empty(0)  # (1, 3, H, W) at this scale
        self._canvas: Canvas | None = None
        self._goal: Goal | None = None
        self._saved: int | None = None

    @property
    def total(self) -> int:
        """Steps that will have been taken at the end."""
        here = 0 if self._scale is None else self.scales.index(self._scale)
        return self.step - self.done + sum(scale.steps for scale in self.scales[here:])

    def begin_with(self, picture: Picture | None) -> None:
        """Begin with a picture; None: as the recipe says."""
        if picture is not None:
            images = as_image(picture).to(self._sight.device)
            self._begin = lambda content: resized(images, _shape(content))

    def begin_recoloured(self) -> None:
        """Begin with the content in the colours of the styles, which is half the way to them."""
        self._begin = self._recoloured

    def go_on_from(self, state: State) -> None:
        """Go on where a painting stood, perhaps with other settings.

        At the smallest scale that is not below the painting's; where that is the very same, after the
        steps that were taken there.
        """
        self.scales = [s for s in self.scales if s.size >= state.size] or self.scales[-1:]
        self.step = state.step
        self.done = state.done if self.scales[0].size == state.size else 0
        self._sight.side = state.side
        self._canvas = Canvas.of(state.tensors, self.recipe.optimizer, self._sight.device)
        if state.recipe != self.recipe:
            self._canvas.turned()
        self._saved = state.step

    def enter(self, scale: Scale) -> Generator[Event, None, None]:
        """Go over to a scale: look at the content and the styles there, resize the canvas.

        Raises:
            Interrupted: somebody cancelled.
            Trouble: the memory does not suffice.
        """
        if self._scale is not None:
            self.done = 0
        self._scale = scale
        self._content = subject_at(self._subject.pixels, scale.size).to(self._sight.device)
        shape = _shape(self._content)
        if self._sight.side is None:
            self._sight.side = side_that_fits(self._sight, shape, self.recipe)
        self._goal = yield from Goal.prepare(
            self._sight,
            self._kept(self._content),
            [(_mask(r, shape, self._sight.device), self._patterns(r)) for r in self._regions],
        )
        if self._canvas is None:
            self._canvas = Canvas(self._begin(self._content), self.recipe.optimizer)
        self._canvas.resize(shape)

    def paint_step(self) -> Generator[Event, None, Found]:
        """One step, or none where what was found is not finite."""
        canvas, goal = self._at_work()
        found = yield from canvas.step(
            lambda images: goal.evaluate(images, self.recipe), self.recipe
        )
        if found.finite:
            self.step, self.done = self.step + 1, self.done + 1
        return found

    def turn(self, name: str, value: Any) -> Event:
        """Give a live knob a new value, or say why not."""
        before = getattr(self.recipe, name, None)
        try:
            if name in self.recipe.knobs() and not self.recipe.knobs()[name].live:
                raise Trouble("{name} cannot be turned while it paints.", name=name)
            self.recipe = self.recipe.changed(**{name: value})
        except Trouble as trouble:
            return Warned(trouble.sentence, self.step)
        if self._canvas is not None:
            self._canvas.turned()
        return Turned(self.step, name, before, getattr(self.recipe, name))

    def picture(self) -> Picture:
        """The painting as it stands, (H, W, 3) uint8."""
        painted = self._at_work()[0].picture
        if self.recipe.keep_colour == "luminance":
            painted = colours.with_luminance(resized(self._content, _shape(painted)), painted)
        picture: Picture = to_uint8(painted)[0]
        return picture

    def state(self) -> State:
        """All that is needed to go on."""
        canvas, _ = self._at_work()
        return State(
            recipe=self.recipe,
            step=self.step,
            size=max(_shape(canvas.images)),
            done=self.done,
            tensors=canvas.tensors(),
            side=self._sight.side,
        )

    def save(self, folder: Path | None) -> Path | None:
        """Write a checkpoint, unless this step has one; returns where."""
        if folder is None or self._canvas is None or self._saved == self.step:
            return None
        self._saved = self.step
        return self.state().save(folder)

    def _at_work(self) -> tuple[Canvas, Goal]:
        assert self._canvas is not None and self._goal is not None, "enter a scale first"
        return self._canvas, self._goal

    def _kept(self, content: Tensor) -> Tensor:
        """The content as it is compared with."""
        return colours.luminance(content) if self.recipe.keep_colour == "luminance" else content

    def _patterns(self, region: Region) -> list[Pattern]:
        """The styles of a region at this scale, in the content's colours where those are kept."""
        assert self._scale is not None
        patterns = []
        for style in region.styles:
            images = style_at(style.pixels, round(self._scale.size * self.recipe.style_scale))
            images = images.to(self._sight.device)
            if self.recipe.keep_colour == "luminance":
                images = colours.matched_luminance(images, self._content)
            elif self.recipe.keep_colour == "histogram":
                images = colours.recoloured(images, self._content)
            mask = None if style.mask is None else as_tensor(style.mask).to(images.device)
            if mask is not None:
                mask = at_size(mask, _shape(images))
            patterns.append(Pattern(images, mask, style.weight))
        return patterns

    def _initial(self, content: Tensor) -> Tensor:
        """What the recipe begins with."""
        if self.recipe.init == "content":
            return self._kept(content)
        grey = torch.full_like(content, 0.5)
        if self.recipe.init == "noise":
            noise = torch.randn(content.shape, generator=generator(self.recipe.seed, "canvas"))
            grey = (grey + _NOISE * noise.to(grey)).clamp_(0, 1)
        return grey

    def _recoloured(self, content: Tensor) -> Tensor:
        """The content, in each region in the colours of the styles there, by their weights."""
        kept = self._kept(content)
        if self.recipe.keep_colour != "no":
            return kept
        painted, covered = torch.zeros_like(kept), torch.zeros_like(kept[:, :1])
        for region in self._regions:
            mask = _mask(region, _shape(kept), kept.device)
            share = torch.ones_like(covered) if mask is None else mask.expand_as(covered)
            total = sum(style.weight for style in region.styles)
            for style, pattern in zip(region.styles, self._patterns(region), strict=True):
                like = colours.recoloured(kept, pattern.images, pattern.mask)
                painted += style.weight / total * share * like
            covered += share
        return (painted + (1 - covered).clamp_min(0) * kept) / covered.clamp_min(1)


def _large_enough(scales: Sequence[Scale], subject: Subject) -> list[Scale]:
    """The scales at which the picture is not too narrow; at least one."""
    least = least_size(subject.pixels)
    return [s for s in scales if s.size >= least] or [Scale(least, scales[-1].steps)]


def _mask(region: Region, shape: tuple[int, int], device: torch.device) -> Tensor | None:
    """Of a region, at a picture's size."""
    return None if region.mask is None else at_size(region.mask, shape).to(device)


def _shape(images: Tensor) -> tuple[int, int]:
    return images.shape[2], images.shape[3]
