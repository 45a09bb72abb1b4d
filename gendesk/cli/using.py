"""Commands that use what was learnt. What needs torch is imported where it is used."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk import paths
from gendesk.cli.driving import drive_told
from gendesk.cli.telling import say, say_json, table
from gendesk.cli.training import settled
from gendesk.ops.models import all_models
from gendesk.runs.folder import Run
from gendesk.runs.trained import newest_checkpoint, open_trained

if TYPE_CHECKING:
    from gendesk.core.images import Picture
    from gendesk.ops.models import Trained


def sample(args: Namespace) -> None:
    """New pictures as one grid."""
    trained = open_trained(args.run)
    from PIL import Image

    from gendesk.ops.export import save_png
    from gendesk.ops.pictures import samples

    if args.mix:
        sheet = _mixed(trained, args)
    else:
        told = (args.kind, trained.classes, args.truncation)
        sheet = samples(trained.learner(), args.count, args.seed, *told)
    picture = Image.fromarray(sheet.squeeze(2) if sheet.shape[2] == 1 else sheet)
    out = args.out or Path(f"{Path(args.run).name}-samples.png")
    save_png(out, picture, trained.recipe, trained.step)
    say(args, {"event": "saved", "path": out}, str(out))


def _mixed(trained: Trained, args: Namespace) -> Picture:
    """A table of mixed styles, about as many pictures as asked for."""
    from gendesk.ops.latent.breeding import mixing_table
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space
    from gendesk.ops.pictures import kind_number

    space = Space(trained, Path(args.run).name)
    kind = kind_number(args.kind, space.kinds) if args.kind else None
    side = max(1, round(args.count**0.5))
    drawn = space.draw(range(args.seed, args.seed + 2 * side))
    points = [Point(z, "z", kind, args.truncation) for z in drawn]
    return mixing_table(space, points[:side], points[side:], args.mix)


def reconstruct(args: Namespace) -> None:
    """Pictures beside what is left of them after the latent space."""
    trained = open_trained(args.run)
    from gendesk.ops.pictures import reconstruct as rebuilt

    size, channels = trained.recipe.size, trained.channels
    written = drive_told(args, rebuilt(trained.learner(), size, channels, args.images, args.out))
    say(args, {"event": "finished", "written": written, "folder": args.out}, str(args.out))


def evaluate(args: Namespace) -> None:
    """Figures on the pictures that were held out, beside those on pictures of another kind."""
    trained = open_trained(args.run)
    from gendesk.runs.evaluation import evaluate as evaluated
    from gendesk.runs.evaluation import evaluate_beside

    sources, figures = [trained.recipe.data], []
    if args.data:
        sources.append(settled(args.data))
        beside = evaluate_beside(trained, sources[1], args.device, args.iwae)
        figures += drive_told(args, beside)
    else:
        figures.append(drive_told(args, evaluated(trained, args.device, args.iwae)))
    facts = {"event": "evaluated", "step": trained.step, "metrics": figures[0]}
    if args.data:
        facts["other"] = {"data": sources[1], "metrics": figures[1]}
    rows = [("", *sources)] if args.data else []
    for name in figures[-1]:
        cells = (f"{each[name]:.6g}" if name in each else "–" for each in figures)
        rows.append((name.replace("_", " "), *cells))
    say(args, facts, table(rows))


def publish(args: Namespace) -> None:
    """Make a model of a run."""
    newest = newest_checkpoint(Run.open(args.run))
    from gendesk.ops.publishing import publish as published
    from gendesk.training.checkpoints import load

    drive_told(args, published(load(newest), args.name, args.licence))
    say(args, None, str(paths.models() / args.name))


def models(args: Namespace) -> None:
    """List all models."""
    found = all_models()
    if args.json:
        for model in found:
            say_json({"name": model.name, "folder": model.folder, **model.card})
    elif found:
        rows = [
            (
                model.name,
                model.card["family"],
                f"{model.card.get('size')} px",
                " ".join(map(str, model.card["capabilities"])),
                str(model.card.get("data", "")),
            )
            for model in found
        ]
        print(table([("name", "family", "size", "can", "trained on"), *rows]))
    else:
        print("There are no models yet; `gendesk publish` makes one of a run.", file=sys.stderr)
