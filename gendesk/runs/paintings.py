"""Paintings as folders: made, found, painted, branched from any moment, written as files.

A folder holds what every history has (see `runs.history`), with previews of the kind "painting",
and what it is made of (see `runs.commissions`).
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from gendesk import paths
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.ops.files import writing
from gendesk.ops.stylizing.commission import Commission, Pixels
from gendesk.ops.stylizing.files import save_painting
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.runs import commissions
from gendesk.runs.alive import hold
from gendesk.runs.history import History, Summary, copying, newest_first
from gendesk.runs.naming import alike, find, make_next, plain

if TYPE_CHECKING:
    from gendesk.core.family import Features
    from gendesk.ops.stylizing.canvas import State

KIND = "painting"  # of its previews
_KEPT_SIDE = 2048  # pixels of a picture that are kept, where the painting does not need more


@dataclass(frozen=True, slots=True)
class Painting(History):
    """A painting, with how it came to be."""

    @staticmethod
    def create(
        commission: Commission,
        folder: Path | None = None,
        origin: tuple[str, int] | None = None,
    ) -> Painting:
        """A new painting, of which nothing is painted yet.

        Args:
            commission: its pictures are kept at the size that is needed, or 2048 pixels.
            folder: where its folder is put; without one it is `paths.paintings()`.
            origin: the painting's name and the step it branches from.

        Raises:
            Trouble: these pictures cannot be painted so, or the disk does not take them.
        """
        from gendesk.ops.stylizing.subject import check

        check(commission.subject, commission.manners, commission.recipe.size)
        parent = folder or paths.paintings()
        names = [commission.name, *(style.name for style in commission.styles)]
        stem = "-".join(filter(None, (plain(name)[:20] for name in names[:2]))) or "painting"
        with writing(parent):
            parent.mkdir(parents=True, exist_ok=True)
            painting = Painting(make_next(parent, stem))
            commissions.write(painting.folder, commission.shrunk(_KEPT_SIDE))
            painting.write_recipe(commission.recipe)
        branched = {"origin": {"run": origin[0], "step": origin[1]}} if origin else {}
        painting.note("created", 0, **branched)
        return painting

    @staticmethod
    def open(path_or_name: str | Path) -> Painting:
        """The painting in a folder, or with a name under `paths.paintings()`.

        Raises:
            Trouble: there is none; names like it are given.
        """
        if folder := find(path_or_name, paths.paintings(), commissions.MARK):
            return Painting(folder)
        if near := alike(path_or_name, (painting.name for painting in all_paintings())):
            raise Trouble(
                "There is no painting {name}. Did you mean {near}?", name=path_or_name, near=near
            )
        raise Trouble(
            "There is no painting {name}, neither as a folder nor under {folder}.",
            name=path_or_name,
            folder=paths.paintings(),
        )

    @property
    def recipe(self) -> PaintingRecipe:
        """The recipe as started.

        Raises:
            Trouble: recipe.json cannot be read.
        """
        return PaintingRecipe.from_dict(commissions.read_json(self.folder / "recipe.json"))

    def recipe_at(self, step: int) -> PaintingRecipe:
        """The recipe with its live knobs as they stood at a step."""
        recipe = self.recipe
        for row in self.journal():
            if row["what"] == "turned" and row.get("step", 0) <= step:
                recipe = recipe.changed(**{str(row.get("name")): row.get("after")})
        return recipe

    @property
    def total(self) -> int:
        """The step that it aims at."""
        return self.steps_wanted or self.recipe.total_steps

    def commission(self) -> Commission:
        """All that it is painted from.

        Raises:
            Trouble: a file of it is missing or damaged.
        """
        return commissions.read(self.folder, self.recipe)

    def names(self) -> list[str]:
        """What it shows, and in which styles.

        Raises:
            Trouble: that is missing or damaged.
        """
        return commissions.names(self.folder)

    def summary(self) -> Summary:
        """What a list shows of it; `data` is what it shows, and in which styles."""
        summary = super(Painting, self).summary()
        try:
            names, total = self.names(), self.total
        except Trouble:
            return summary
        return replace(summary, data=" · ".join(names), steps=total)

    def moments(self) -> list[tuple[int, Path]]:
        """Each step of which there is a picture, oldest first."""
        return self.previews_of(KIND)

    def save(self, path: Path, step: int | None = None) -> None:
        """Write the painting as it is, or as it was at a step, with its commission inside a PNG.

        Raises:
            Trouble: there is no such picture, or the file cannot be written.
        """
        step, picture = self._moment(step)
        commission = replace(self.commission(), recipe=self.recipe_at(step))
        save_painting(path, _pixels(picture), commission)

    def branch(self, step: int, settings: Mapping[str, Any]) -> Painting:
        """A new painting, beside this one, that goes on from a moment with changed knobs.

        The past up to there comes along. Where there is no checkpoint of that step, the picture of it
        is gone on from, and the optimizer begins anew. From the end on, as many steps are taken again
        as the last scale has.

        Raises:
            Trouble: there is no picture of that step, or a knob cannot be set so.
        """
        commission = self.commission()
        recipe = self.recipe_at(step).changed(**settings)
        if step not in dict(self.checkpoints()):
            self._moment(step)
        new = Painting.create(
            replace(commission, recipe=recipe), self.folder.parent, (self.name, step)
        )
        with copying(self, new):
            new.take_past(self, step)
            state = new.state() or self._state_at(step)
            if _is_done(state, recipe):
                state = replace(state, done=0)
            state.save(new.folder / "checkpoints")
        return new

    def state(self) -> State | None:
        """Where painting goes on: the newest checkpoint, or None before the first."""
        from gendesk.ops.stylizing.canvas import State

        there = self.checkpoints()
        return State.load(there[-1][1]) if there else None

    def _state_at(self, step: int) -> State:
        """A state made of a picture alone."""
        from gendesk.ops.stylizing.canvas import State
        from gendesk.ops.stylizing.colours import luminance
        from gendesk.ops.stylizing.subject import as_image, least_size

        pixels, recipe = _pixels(self._moment(step)[1]), self.recipe_at(step)
        size = max(pixels.shape[:2])
        least = least_size(pixels)
        before = sum(scale.steps for scale in recipe.scales() if least <= scale.size < size)
        images = as_image(pixels)
        if recipe.keep_colour == "luminance":
            images = luminance(images)
        return State(recipe, step, size, max(0, step - before), {"images": images})

    def _moment(self, step: int | None) -> tuple[int, Path]:
        there = self.moments()
        if not there:
            raise Trouble(
                "There is no picture of {name} yet; paint a little longer.", name=self.name
            )
        if step is None:
            return there[-1]
        for at, path in there:
            if at == step:
                return at, path
        raise Trouble("{name} has no picture of step {step}.", name=self.name, step=step)


def all_paintings(folder: Path | None = None) -> list[Painting]:
    """The paintings under `folder`, or under `paths.paintings()`, newest first."""
    return [Painting(child) for child in newest_first(folder or paths.paintings())]


def paint(
    painting: Painting,
    controls: Controls,
    *,
    features: Features | None = None,
    device: str = "auto",
    steps: int | None = None,
    start: Pixels | None = None,
) -> Generator[Event, None, Pixels]:
    """Paint from the newest checkpoint, or from the start, and record it; returns the picture.

    Args:
        painting: its folder.
        controls: see `painting.paint`.
        features: those of its recipe, where they are open already.
        device: "auto", "cpu" or "cuda"; of features that are not open.
        steps: how many at each scale, where it is not the recipe's number.
        start: a picture to begin with, such as a sketch, in place of what the recipe says; where
            there is a checkpoint, that counts.

    Raises:
        Trouble: somebody paints there already, it is done, or it cannot be painted here.
    """
    from gendesk.ops.stylizing.features import open_features
    from gendesk.ops.stylizing.painting import paint as painted
    from gendesk.runs.record import record

    with hold(painting.folder):
        state = painting.state()
        recipe = state.recipe if state and painting.steps_wanted else painting.recipe
        if steps is not None:
            recipe = recipe.changed(steps=steps)
        if state and _is_done(state, recipe):
            raise Trouble(
                "{name} is painted to its end; ask for more steps to go on.", name=painting.name
            )
        commission = replace(painting.commission(), recipe=recipe)
        if features is None:
            features = yield from open_features(
                recipe.features, pooling=recipe.pooling, device=device
            )
        events = painted(
            commission.subject, commission.manners, features, recipe, controls,
            start=state or start, folder=painting.folder / "checkpoints",
        )  # fmt: skip
        at = state.step if state else 0
        if steps is not None:
            before = painting.recipe_at(at).steps
            painting.note("turned", at, name="steps", before=before, after=steps)
        picture: Pixels = yield from record(painting, events, recipe.total_steps, at, device=device)
        return picture


def _is_done(state: State, recipe: PaintingRecipe) -> bool:
    return state.size >= recipe.size and state.done >= recipe.scales()[-1].steps


def _pixels(path: Path) -> Pixels:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))
