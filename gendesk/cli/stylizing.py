"""The command that paints pictures in the style of others. What needs torch is imported late."""

from __future__ import annotations

import math
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk import paths
from gendesk.cli.driving import Interrupted, drive_told
from gendesk.cli.telling import say
from gendesk.cli.training import Usage, knobs_set
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing import samples
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.samples import Sample

if TYPE_CHECKING:
    from gendesk.core.family import Features
    from gendesk.ops.batches import Summary
    from gendesk.ops.stylizing.commission import Commission, StyleChoice
    from gendesk.runs.paintings import Painting

_PAINTING = "Painting"  # of a progress bar
_KNOBS = (
    "features",
    "size",
    "steps",
    "style_weight",
    "content_weight",
    "tv",
    "style_scale",
    "init",
    "optimizer",
    "keep_colour",
)  # fmt: skip  which have an option of their own


def stylize(args: Namespace) -> None:
    """Paint one picture, all pictures of a folder, or go on with a painting."""
    settings = _settings(args)
    content = args.content.expanduser()
    if args.styles and content.is_dir():
        _paint_folder(args, content, settings)
        return
    if args.styles:
        given = _commissioned(args, _content(args.content), _changed(PaintingRecipe(), settings))
        _paint_new(args, given)
        return
    _refuse_masks(args)
    if content.is_file():
        given = _within(content)
        _paint_new(args, replace(given, recipe=_changed(given.recipe, settings)))
    else:
        _go_on(args, settings)


def _paint_new(args: Namespace, commission: Commission) -> None:
    from gendesk.ops.stylizing.files import save_painting
    from gendesk.runs.paintings import Painting

    out = _out(args, commission)
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
    except Trouble:
        raise Usage(
            "{content} is neither a painting nor a picture; a picture needs at least one style.",
            content=args.content,
        ) from None
    if args.fast:
        raise Usage("--fast is for new paintings; leave it out to go on with one.")
    out = _out(args, painting.commission())
    steps = int(_changed(painting.recipe, settings).steps) if "steps" in settings else None
    if settings.keys() - {"steps"}:
        painting, steps = _otherwise(painting, settings), None
    features = drive_told(args, _opened(args, painting.recipe), work=_PAINTING)
    _paint(args, painting, out, features, steps)


def _otherwise(painting: Painting, settings: dict[str, Any]) -> Painting:
    """A painting that goes on from this one with other settings."""
    recipe = _changed(painting.recipe, settings)
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
    recipe, controls = _changed(PaintingRecipe(), settings), Controls()
    if args.out.is_file():
        raise Usage("{out} is a file; the paintings of a folder need one.", out=args.out)
    styles = _styles(args)
    try:
        summary: Summary = drive_told(
            args, _batch(args, folder, styles, recipe, controls), controls, _PAINTING
        )
    except Interrupted:
        say(args, None, "Stopped; the same command goes on from here.", sys.stderr)
        raise
    failed = [{"file": file, "reason": str(reason)} for file, reason in summary.failed]
    facts = {"event": "finished", "done": summary.done, "skipped": summary.skipped}
    counts = f"{summary.done} painted, {summary.skipped} done before, {len(failed)} failed"
    say(args, {**facts, "failed": failed, "folder": args.out}, counts, sys.stderr)
    say(args, None, str(args.out))
    if failed:
        raise Trouble(
            "{failed} of {total} pictures could not be painted.",
            failed=len(failed),
            total=summary.done + summary.skipped + len(failed),
        )


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


def _commissioned(args: Namespace, content: Path, recipe: PaintingRecipe) -> Commission:
    from gendesk.ops.stylizing.commission import Commission
    from gendesk.ops.stylizing.files import open_subject

    pixels, alpha = open_subject(content)
    return Commission(content.stem, pixels, _styles(args), recipe, alpha)


def _styles(args: Namespace) -> tuple[StyleChoice, ...]:
    """What stands after the content, with the masks in the same order."""
    from gendesk.ops.stylizing.commission import StyleChoice
    from gendesk.ops.stylizing.files import open_mask, open_style

    count = len(args.styles)
    masks = {}
    for option, given in (("--mask", args.masks), ("--style-mask", args.parts)):
        if len(given) > count:
            raise Usage("{option} was given more often than there are styles.", option=option)
        files = [None if str(path) == "-" else path for path in given]
        masks[option] = [*files, *[None] * (count - len(files))]
    chosen = []
    for typed, region, part in zip(
        args.styles, masks["--mask"], masks["--style-mask"], strict=True
    ):
        path, weight = _weighed(typed)
        pixels, visible = open_style(path)
        counted = visible if part is None else open_mask(part.expanduser())
        where = None if region is None else open_mask(region.expanduser())
        chosen.append(StyleChoice(path.stem, pixels, weight, counted, where))
    return tuple(chosen)


def _weighed(typed: str) -> tuple[Path, float]:
    """A style with its weight: "waves.png:0.5", or a file or sample alone."""
    if not _is_known(typed, samples.styles):
        name, colon, number = typed.rpartition(":")
        try:
            weight = float(number)
        except ValueError:
            colon = ""
        if colon and not (math.isfinite(weight) and weight > 0):
            raise Usage("{style} needs a weight above 0 behind its colon.", style=repr(typed))
        if colon:
            return _file_or_sample(name, samples.styles), weight
    return _file_or_sample(typed, samples.styles), 1.0


def _content(path: Path) -> Path:
    return _file_or_sample(str(path), samples.contents)


def _is_known(typed: str, among: Callable[[], list[Sample]]) -> bool:
    return Path(typed).expanduser().exists() or any(typed == sample.name for sample in among())


def _file_or_sample(typed: str, among: Callable[[], list[Sample]]) -> Path:
    """A file, or the sample of that name where there is no such file."""
    path = Path(typed).expanduser()
    if path.exists():
        return path
    return next((sample.path for sample in among() if sample.name == typed), path)


def _within(path: Path) -> Commission:
    """What a painting's file holds."""
    from gendesk.ops.stylizing.files import recipe_in

    commission = recipe_in(path)
    if commission is None:
        raise Usage(
            "{path} holds no painting's recipe; name at least one style to paint it.", path=path
        )
    return commission


def _out(args: Namespace, commission: Commission) -> Path:
    """The file to write, checked before hours of painting.

    Raises:
        Usage: its format is unknown, or it is one of the pictures that are painted from.
    """
    from gendesk.ops.photo import format_of

    out: Path = args.out.expanduser()
    if out.is_dir():
        names = [commission.name, *(style.name for style in commission.styles)]
        out = out / f"{'-'.join(names[:2])}{_suffix(args)}"
    try:
        format_of(out)
    except Trouble as trouble:
        raise Usage(trouble.sentence.text, **trouble.sentence.values) from None
    given = [args.content.expanduser(), *(_weighed(typed)[0] for typed in args.styles)]
    if any(path.is_file() and out.exists() and path.samefile(out) for path in given):
        raise Usage("{file} would be written over; choose another name for the painting.", file=out)
    return out


def _suffix(args: Namespace) -> str:
    from gendesk.ops.batches import SUFFIXES

    return SUFFIXES[args.format or "png"]


def _settings(args: Namespace) -> dict[str, Any]:
    settings = knobs_set(args)
    settings |= {name: value for name in _KNOBS if (value := getattr(args, name)) is not None}
    return settings


def _changed(recipe: PaintingRecipe, settings: dict[str, Any]) -> PaintingRecipe:
    try:
        return recipe.changed(**settings)
    except Trouble as trouble:
        raise Usage(trouble.sentence.text, **trouble.sentence.values) from None


def _refuse_masks(args: Namespace) -> None:
    if args.masks or args.parts:
        raise Usage("Masks need the styles that they are for.")


def _typed(painting: Painting) -> str:
    """A painting as it may be typed after a command."""
    here = painting.folder.parent == paths.paintings()
    return shlex.quote(painting.name if here else str(painting.folder))
