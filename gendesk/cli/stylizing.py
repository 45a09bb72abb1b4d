"""The command that paints pictures in the style of others. What needs torch is imported late."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk import paths
from gendesk.cli.batches import drive_batch
from gendesk.cli.commissions import (
    changed,
    commissioned,
    content_of,
    out_of,
    refuse_masks,
    settings_of,
    styles_of,
    within,
)
from gendesk.cli.driving import Interrupted, drive_told
from gendesk.cli.telling import say
from gendesk.cli.training import Usage
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing.recipe import PaintingRecipe

if TYPE_CHECKING:
    from gendesk.core.family import Features
    from gendesk.ops.batches import Summary
    from gendesk.ops.stylizing.commission import Commission, StyleChoice
    from gendesk.runs.paintings import Painting

_PAINTING = "Painting"  # of a progress bar


def stylize(args: Namespace) -> None:
    """Paint one picture, all pictures of a folder, or go on with a painting."""
    settings = settings_of(args)
    content = args.content.expanduser()
    if args.styles and content.is_dir():
        _paint_folder(args, content, settings)
        return
    if args.styles:
        given = commissioned(args, content_of(args.content), changed(PaintingRecipe(), settings))
        _paint_new(args, given)
        return
    refuse_masks(args)
    if content.is_file():
        given = within(content)
        _paint_new(args, replace(given, recipe=changed(given.recipe, settings)))
    else:
        _go_on(args, settings)


def _paint_new(args: Namespace, commission: Commission) -> None:
    from gendesk.ops.stylizing.files import save_painting
    from gendesk.runs.paintings import Painting

    out = out_of(args, commission)
    controls = Controls()
    if args.fast:
        pixels = drive_told(args, _previewed(args, commission, controls), controls, _PAINTING)
        save_painting(out, pixels, commission)
        say(args, {"event": "finished", "out": out}, str(out))
        return
    features = drive_told(args, _opened(args, commission.recipe), work=_PAINTING)
    _paint(args, Painting.create(commission), out, features)


def _go_on(args: Namespace, settings: dict[str, Any]) -> None:
    """With a painting as it stands, or from there in another way."""
    from gendesk.runs.paintings import Painting

    try:
        painting = Painting.open(args.content)
    except Trouble as trouble:
        raise Usage(
            "{why} To paint a picture, name at least one style.", why=trouble.sentence
        ) from None
    if args.fast:
        raise Usage("--fast is for new paintings; leave it out to go on with one.")
    out = out_of(args, painting.commission())
    steps = int(changed(painting.recipe, settings).steps) if "steps" in settings else None
    if settings.keys() - {"steps"}:
        painting, steps = _otherwise(painting, settings), None
    features = drive_told(args, _opened(args, painting.recipe), work=_PAINTING)
    _paint(args, painting, out, features, steps)


def _otherwise(painting: Painting, settings: dict[str, Any]) -> Painting:
    """A painting that goes on from this one with other settings."""
    recipe = changed(painting.recipe, settings)
    moments = painting.moments()
    if moments:
        return painting.branch(moments[-1][0], settings)
    return painting.create(replace(painting.commission(), recipe=recipe), painting.folder.parent)


def _paint(
    args: Namespace, painting: Painting, out: Path, features: Features, steps: int | None = None
) -> None:
    """Paint, and write what there is in the end, however it came about."""
    from gendesk.runs.paintings import paint

    about = {"painting": painting.name, "folder": painting.folder}
    say(args, {"event": "started", **about}, f"Painting {painting.name}", sys.stderr)
    controls = Controls()
    events = paint(painting, controls, features=features, device=args.device, steps=steps)
    try:
        drive_told(args, events, controls, _PAINTING)
    except Interrupted:
        saved = bool(painting.moments())
        if saved:
            painting.save(out)
        again = f"gendesk stylize {_typed(painting)} --out {shlex.quote(str(out))}"
        kept = f"Stopped; {out} is how far it came." if saved else "Stopped before the first step."
        facts = {"event": "cancelled", **about, "out": out if saved else None}
        say(args, facts, f"{kept} `{again}` goes on.", sys.stderr)
        raise
    painting.save(out)
    step = painting.moments()[-1][0]
    say(args, {"event": "finished", **about, "step": step, "out": out}, str(out))


def _paint_folder(args: Namespace, folder: Path, settings: dict[str, Any]) -> None:
    recipe, controls = changed(PaintingRecipe(), settings), Controls()
    if args.out.is_file():
        raise Usage("{out} is a file; the paintings of a folder need one.", out=args.out)
    styles = styles_of(args)
    work = _batch(args, folder, styles, recipe, controls)
    drive_batch(
        args, work, controls, _PAINTING, "painted",
        "{failed} of {total} pictures could not be painted.",
    )  # fmt: skip


def _batch(
    args: Namespace,
    folder: Path,
    styles: tuple[StyleChoice, ...],
    recipe: PaintingRecipe,
    controls: Controls,
) -> Generator[Event, None, Summary]:
    from gendesk.ops.stylizing.batch import stylize_folder

    features = yield from _opened(args, recipe)
    return (
        yield from stylize_folder(
            [folder], args.out, styles, features, recipe, controls,
            format=args.format, fast=args.fast,
        )
    )  # fmt: skip


def _previewed(
    args: Namespace, commission: Commission, controls: Controls
) -> Generator[Event, None, Any]:
    from gendesk.ops.stylizing.painting import preview

    features = yield from _opened(args, commission.recipe)
    subject, styles = commission.subject, commission.manners
    return (yield from preview(subject, styles, features, commission.recipe, controls))


def _opened(args: Namespace, recipe: PaintingRecipe) -> Generator[Event, None, Features]:
    from gendesk.ops.stylizing.features import download, open_features

    if args.download:
        yield from download(recipe.features)
    return (yield from open_features(recipe.features, pooling=recipe.pooling, device=args.device))


def _typed(painting: Painting) -> str:
    """A painting as it may be typed after a command."""
    here = painting.folder.parent == paths.paintings()
    return shlex.quote(painting.name if here else str(painting.folder))
