"""The command that restores pictures. What needs torch is imported where it is used."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Generator
from typing import TYPE_CHECKING

from gendesk.cli.driving import Interrupted, drive_told
from gendesk.cli.telling import say
from gendesk.cli.training import Usage
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.ops.restoring.options import Options

if TYPE_CHECKING:
    from gendesk.ops.restoring.batch import Summary


def restore(args: Namespace) -> None:
    """Denoise or enlarge pictures, into a folder of their own."""
    options, controls = _options(args), Controls()
    try:
        summary: Summary = drive_told(args, _restored(args, options, controls), controls)
    except Interrupted:
        again = "Stopped; the same command goes on from here."
        say(args, None, again, sys.stderr)
        raise
    failed = [{"file": file, "reason": str(reason)} for file, reason in summary.failed]
    facts = {"event": "finished", "done": summary.done, "skipped": summary.skipped}
    counts = f"{summary.done} restored, {summary.skipped} done before, {len(failed)} failed"
    say(args, {**facts, "failed": failed, "folder": args.out}, counts, sys.stderr)
    say(args, None, str(args.out))
    if failed:
        raise Trouble(
            "{failed} of {total} pictures could not be restored.",
            failed=len(failed),
            total=summary.done + summary.skipped + len(failed),
        )


def _restored(
    args: Namespace, options: Options, controls: Controls
) -> Generator[Event, None, Summary]:
    from gendesk.ops.restoring.batch import restore as restored
    from gendesk.ops.restoring.restorers import open_restorer

    restorer = yield from open_restorer(args.model, args.device)
    return (yield from restored(args.paths, restorer, args.out, options, controls))


def _options(args: Namespace) -> Options:
    options = Options(
        strength=args.strength,
        scale=args.scale,
        width=args.width,
        blend=args.blend,
        thorough=args.thorough,
        grain=args.grain,
        tile=args.tile,
        format=args.format,
        quality=args.quality,
        pattern=args.name,
    )
    try:
        options.check()
    except Trouble as trouble:
        raise Usage(trouble.sentence.text, **trouble.sentence.values) from None
    return options
