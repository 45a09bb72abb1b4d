"""Commands that work on many pictures: driven to the end, and what came of them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Generator
from typing import Any

from gendesk.cli.driving import Interrupted, drive_told
from gendesk.cli.telling import say
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.sentence import Source, Trouble


def drive_batch(
    args: Namespace,
    work: Generator[Event, None, Any],
    controls: Controls,
    title: str,
    done: str,
    refusal: Source,
) -> None:
    """Drive a batch, and say what came of it.

    Args:
        args: of the command line.
        work: returns `ops.batches.Summary`.
        controls: of the work.
        title: of a progress bar.
        done: what became of the pictures that succeeded: "restored".
        refusal: what is said where {failed} of {total} pictures did not.

    Raises:
        Trouble: some pictures failed.
    """
    try:
        summary = drive_told(args, work, controls, title)
    except Interrupted:
        again = "Stopped; the same command goes on from here."
        say(args, None, again, sys.stderr)
        raise
    failed = [{"file": file, "reason": str(reason)} for file, reason in summary.failed]
    facts = {"event": "finished", "done": summary.done, "skipped": summary.skipped}
    counts = f"{summary.done} {done}, {summary.skipped} done before, {len(failed)} failed"
    say(args, {**facts, "failed": failed, "folder": args.out}, counts, sys.stderr)
    say(args, None, str(args.out))
    if failed:
        total = summary.done + summary.skipped + len(failed)
        raise Trouble(refusal, failed=len(failed), total=total)
