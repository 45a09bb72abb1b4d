"""Style transfer (Gatys 2016): a picture is moved until it has the content of one, the style of others."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TypeVar

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused, Preview, Progress, Resumed, Saved, Stage
from gendesk.core.family import Features
from gendesk.core.images import Picture
from gendesk.core.sentence import Sentence
from gendesk.ops.stylizing.canvas import State
from gendesk.ops.stylizing.interruption import Interrupted
from gendesk.ops.stylizing.painter import Painter
from gendesk.ops.stylizing.recipe import PaintingRecipe, Scale
from gendesk.ops.stylizing.subject import Style, Subject
from gendesk.training.devices import give_back_memory, keep_freed_memory
from gendesk.training.threads import Pace

__all__ = ["State", "Style", "Subject", "paint", "preview"]

Work = Generator[Event, None, Picture]
T = TypeVar("T")

_PREVIEW = (Scale(64, 40), Scale(128, 30), Scale(256, 20))
_PREVIEW_SHARE = {64: 0.25, 128: 0.65}  # of the seconds, up to the end of the scale


def paint(
    subject: Subject,
    styles: Sequence[Style],
    features: Features,
    recipe: PaintingRecipe,
    controls: Controls,
    *,
    start: State | Picture | None = None,
    folder: Path | None = None,
) -> Work:
    """Paint the subject in the styles; returns (H, W, 3) uint8, its longer side `recipe.size`.

    Each `yield` is where it may pause, be closed and take turned knobs; closing it saves. Somebody who
    cancels need not wait for one: computing stops within a fraction of a step.

    Args:
        subject: the content, and where each style goes.
        styles: at least one.
        features: what compares the pictures.
        recipe: the settings; of a `State` usually `start.recipe`.
        controls: a pause, knobs turned, "save" and "preview" asked for.
        start: what to go on from, or a picture to begin with instead of what `recipe.init` says.
        folder: where checkpoints go; None: none are saved.

    Raises:
        Trouble: the pictures or settings do not do, memory or disk do not suffice.
    """
    painter = Painter(subject, styles, features, recipe, controls)
    if isinstance(start, State):
        painter.go_on_from(start)
        yield Resumed(painter.step)
    else:
        painter.begin_with(start)
    keep_freed_memory()
    try:
        for scale in painter.scales:
            yield from _minding_pauses(painter.enter(scale), painter, controls)
            yield from _paint_scale(painter, scale, controls, folder)
        yield Preview("painting", painter.step, painter.picture())
        yield from _save(painter, folder)
    except Interrupted:
        yield Stage(Sentence("Stopping"))  # where whoever cancelled closes this
    finally:
        painter.save(folder)
        give_back_memory()
    return painter.picture()


def preview(
    subject: Subject,
    styles: Sequence[Style],
    features: Features,
    recipe: PaintingRecipe,
    controls: Controls | None = None,
    *,
    seconds: float = 1.8,
) -> Work:
    """An idea of the painting, 256 pixels long, in about so many seconds; a start for `paint`.

    The content is recoloured like the styles, then painted from coarse to fine in few large steps. Each
    scale has its share of the time, whatever the machine and the features: slow ones stop earlier.
    """
    begun = time.perf_counter()
    quick = recipe.changed(optimizer="adam", lr=0.03, ema=0.7)
    painter = Painter(subject, styles, features, quick, controls or Controls(), _PREVIEW)
    painter.begin_recoloured()
    for scale in painter.scales:
        yield from painter.enter(scale)
        share = _PREVIEW_SHARE.get(scale.size, 1.0)
        step_s = 0.0
        while painter.done < scale.steps:
            before = time.perf_counter()
            if painter.done and before - begun + step_s > share * seconds:
                break
            found = yield from painter.paint_step()
            step_s = time.perf_counter() - before
            yield Progress(painter.step, painter.total, found.metrics)
    picture = painter.picture()
    yield Preview("painting", painter.step, picture)
    return picture


def _paint_scale(
    painter: Painter, scale: Scale, controls: Controls, folder: Path | None
) -> Generator[Event, None, None]:
    """All steps that are left at one scale."""
    pace = Pace()
    while painter.done < scale.steps:
        for name, value in controls.take_turned().items():
            yield painter.turn(name, value)
        before = time.perf_counter()
        found = yield from _minding_pauses(painter.paint_step(), painter, controls)
        if not found.finite:
            yield from _stand_still(painter, controls)
            continue
        pace.mind(time.perf_counter() - before)
        yield Progress(painter.step, painter.total, found.metrics)
        asked = controls.take_asked()
        if _shows(painter.step, painter.recipe.preview_every) or "preview" in asked:
            yield Preview("painting", painter.step, painter.picture())
        if painter.step % painter.recipe.checkpoint_every == 0 or "save" in asked:
            yield from _save(painter, folder)
        if controls.paused:
            yield Paused(painter.step)
            yield Resumed(painter.step)


def _minding_pauses(
    work: Generator[Event, None, T], painter: Painter, controls: Controls
) -> Generator[Event, None, T]:
    """A step of a large picture takes minutes: it may also stand still between two of its tiles."""
    while True:
        try:
            event = next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        yield event
        if controls.paused:
            yield Paused(painter.step)
            yield Resumed(painter.step)


def _stand_still(painter: Painter, controls: Controls) -> Generator[Event, None, None]:
    """Pause after a step that was refused, and say why and what would help."""
    controls.pause()
    yield Paused(
        painter.step,
        Sentence("The losses are no longer finite, so this step was not taken. Lower the weights."),
        {"lr": painter.recipe.lr / 3},
    )
    yield Resumed(painter.step)


def _save(painter: Painter, folder: Path | None) -> Generator[Event, None, None]:
    path = painter.save(folder)
    if path is not None:
        yield Saved("checkpoint", path, painter.step)


def _shows(step: int, every: int) -> bool:
    """Whether this step has a preview: the first at 1, 2, 4, 8 …, since most happens there."""
    return step % every == 0 or (step < every and step.bit_count() == 1)
