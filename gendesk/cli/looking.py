"""Commands that look at what is there: runs, pictures, a training elsewhere; and take it along."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.cli.driving import drive_told
from gendesk.cli.telling import say, say_json, table
from gendesk.cli.training import settled
from gendesk.core.controls import Controls
from gendesk.core.sentence import Trouble
from gendesk.runs.export import ENDINGS
from gendesk.runs.export import export as exported
from gendesk.runs.folder import Run, Summary, all_runs
from gendesk.runs.history import History

if TYPE_CHECKING:
    from gendesk.data import Report

_SHOWN = 20  # of a long list of names


def runs(args: Namespace) -> None:
    """List all runs."""
    _list(args, all_runs(), "There are no runs yet; `gendesk train` makes the first.")


def paintings(args: Namespace) -> None:
    """List all paintings."""
    from gendesk.runs.paintings import all_paintings

    _list(args, all_paintings(), "There are no paintings yet; `gendesk stylize` makes the first.")


def data(args: Namespace) -> None:
    """The report on pictures."""
    from gendesk.data import survey

    report = drive_told(args, survey(settled(args.source)))
    if args.json:
        say_json(report.as_dict())
        return
    print(table(_facts(report)))
    for skipped in report.unreadable[:_SHOWN]:
        print(skipped.reason)
    for names in report.duplicates[:_SHOWN]:
        print(f"The same picture: {', '.join(names)}")
    for names in report.near_duplicates[:_SHOWN]:
        print(f"Nearly the same: {', '.join(names)}")


def follow(args: Namespace) -> None:
    """Watch a run or painting that another process makes, or see what became of it."""
    from gendesk.runs.follow import follow as followed

    run, controls = _opened(args.run), Controls()
    status = drive_told(args, followed(run, controls), controls)
    say(args, {"event": "finished", "run": run.name, "status": status}, status)


def export(args: Namespace) -> None:
    """A run or painting as files for elsewhere."""
    run = _opened(args.run)
    out = args.out or Path(f"{run.name}{ENDINGS[args.kind]}")
    picture = args.picture or ("samples" if isinstance(run, Run) else "painting")
    drive_told(args, exported(run, args.kind, out, picture))
    say(args, None, str(out))


def _list(args: Namespace, found: Sequence[History], hint: str) -> None:
    if args.json:
        for each in found:
            say_json({**asdict(each.summary()), "folder": each.folder})
    elif found:
        header = ("name", "status", "steps", "loss", "started")
        print(table([header, *(_row(each.summary()) for each in found)]))
    else:
        print(hint, file=sys.stderr)


def _opened(name: str) -> History:
    """The painting or run of that name or in that folder."""
    from gendesk.runs.paintings import Painting

    with suppress(Trouble):
        return Painting.open(name)
    return Run.open(name)


def _row(summary: Summary) -> tuple[str, ...]:
    return (
        summary.name,
        summary.status,
        f"{summary.step}/{summary.steps}",
        _figure(summary),
        time.strftime("%Y-%m-%d %H:%M", time.localtime(summary.started)),
    )


def _figure(summary: Summary) -> str:
    """Its loss, or for a GAN the distance of its pictures from those learnt from."""
    if summary.loss is not None:
        return f"{summary.loss:.4g}"
    return "" if summary.frechet is None else f"Fréchet {summary.frechet:.4g}"


def _facts(report: Report) -> list[tuple[str, ...]]:
    sizes = {"smallest": report.smallest, "median": report.median, "largest": report.largest}
    oddities = {
        "unreadable": len(report.unreadable),
        "other files": report.others,
        "the same again": report.redundant,
        "nearly the same": sum(len(names) - 1 for names in report.near_duplicates),
        "grey": report.grey,
        "with alpha": report.alpha,
        "CMYK": report.cmyk,
        "16-bit": report.deep,
        "animated": report.animated,
        "turned by EXIF": report.turned,
    }
    labels = sorted(report.labels.items(), key=lambda item: -item[1])
    shown = ", ".join(f"{name} {count}" for name, count in labels[:_SHOWN])
    more = f" and {len(labels) - _SHOWN} more" if len(labels) > _SHOWN else ""
    return [
        ("pictures", f"{report.pictures:,}"),
        *((name, f"{width} × {height}") for name, (width, height) in sizes.items()),
        *((name, f"{count:,}") for name, count in oddities.items() if count),
        *([("labels", shown + more)] if labels else []),
    ]
