"""The command line: the same work without a window."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from gendesk import paths
from gendesk.cli.arguments import parser
from gendesk.cli.driving import INTERRUPTED, Interrupted, forget_output
from gendesk.cli.telling import say_json, speaks
from gendesk.cli.training import Usage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import unforeseen

DONE, FAILED, WRONG_USAGE = 0, 1, 2

Portrait = Callable[[Path, Path], Path]  # (PNG file, run folder) → PNG file: paints the window


def main(argv: Sequence[str], portrait: Portrait | None = None) -> int:
    """Do what `argv` asks for.

    Args:
        argv: the command and its arguments, without the program's name.
        portrait: how the demo gets its picture of the window, which no command may import.

    Returns:
        0 done · 1 it failed, standard error says why · 2 wrong usage · 130 interrupted and saved.
    """
    try:
        args = parser().parse_args(argv)
    except SystemExit as end:  # argparse has said what was wrong, or shown its help
        return int(end.code or DONE)
    args.portrait = portrait
    try:
        args.command(args)
        sys.stdout.flush()
        return DONE
    except BrokenPipeError:
        forget_output()
        return DONE
    except Interrupted:
        return INTERRUPTED
    except Trouble as trouble:
        _say_failure(trouble.sentence, args.json)
        return WRONG_USAGE if isinstance(trouble, Usage) else FAILED
    except Exception as error:
        _say_failure(unforeseen(error), args.json)
        _log(error)
        return FAILED


def _say_failure(sentence: Sentence, as_json: bool) -> None:
    if speaks():
        print(sentence, file=sys.stderr)
        if as_json:
            say_json({"event": "failed", "sentence": sentence})


def _log(error: Exception) -> None:
    """Keep the traceback where the sentence says that it is."""
    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        with paths.log_file().open("a", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        traceback.print_exception(error)
