"""What is typed after `gendesk stylize`, as pictures, masks, settings and a file to write."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.cli.training import Usage, knobs_set
from gendesk.core.sentence import Trouble
from gendesk.ops.stylizing import samples
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.samples import Sample

if TYPE_CHECKING:
    from gendesk.ops.stylizing.commission import Commission, StyleChoice

# Knobs that have an option of their own.
_KNOBS = (
    "features", "size", "steps", "style_weight", "content_weight", "tv", "style_scale", "init",
    "optimizer", "keep_colour",
)  # fmt: skip


def commissioned(args: Namespace, content: Path, recipe: PaintingRecipe) -> Commission:
    """All that a new painting is made of.

    Raises:
        Trouble: a picture or mask cannot be read or does not do.
    """
    from gendesk.ops.stylizing.commission import Commission
    from gendesk.ops.stylizing.files import open_subject

    pixels, alpha = open_subject(content)
    return Commission(content.stem, pixels, styles_of(args), recipe, alpha)


def styles_of(args: Namespace) -> tuple[StyleChoice, ...]:
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
    name, _, number = typed.rpartition(":")
    if Path(typed).expanduser().exists():
        return Path(typed).expanduser(), 1.0
    try:
        weight = float(number) if name else None
    except ValueError:
        weight = None
    if weight is None:
        return _file_or_sample(typed, samples.styles), 1.0
    if not (math.isfinite(weight) and weight > 0):
        raise Usage("{style} needs a weight above 0 behind its colon.", style=repr(typed))
    return _file_or_sample(name, samples.styles), weight


def content_of(path: Path) -> Path:
    """The picture to be painted, a file or a sample."""
    return _file_or_sample(str(path), samples.contents)


def _file_or_sample(typed: str, among: Callable[[], list[Sample]]) -> Path:
    """A file, or the sample of that name where there is no such file."""
    path = Path(typed).expanduser()
    if path.exists():
        return path
    return next((sample.path for sample in among() if sample.name == typed), path)


def within(path: Path) -> Commission:
    """What a painting's file holds."""
    from gendesk.ops.stylizing.files import recipe_in

    commission = recipe_in(path)
    if commission is None:
        raise Usage(
            "{path} holds no painting's recipe; name at least one style to paint it.", path=path
        )
    return commission


def out_of(args: Namespace, commission: Commission) -> Path:
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


def settings_of(args: Namespace) -> dict[str, Any]:
    """The knobs that were set, by `--set` or an option of their own, which counts more."""
    settings = knobs_set(args)
    settings |= {name: value for name in _KNOBS if (value := getattr(args, name)) is not None}
    return settings


def changed(recipe: PaintingRecipe, settings: dict[str, Any]) -> PaintingRecipe:
    """A recipe with what was set; what is wrong with that is wrong usage."""
    try:
        return recipe.changed(**settings)
    except Trouble as trouble:
        raise Usage(trouble.sentence.text, **trouble.sentence.values) from None


def refuse_masks(args: Namespace) -> None:
    """Raise `Usage` where masks are given for styles that are not typed."""
    if args.masks or args.parts:
        raise Usage("Masks need the styles that they are for.")
