"""The start of the window. Imports no Qt before what Qt needs has been checked."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

from gendesk import paths
from gendesk.core.sentence import Trouble
from gendesk.ui import preflight

log = logging.getLogger("gendesk")

LARGEST_LOG_BYTES = 1_000_000


def main(argv: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed, then end the process.

    Args:
        argv: may name a run, a recipe or a folder to open.

    Returns:
        1 where no window can be opened; standard error says why.
    """
    write_log()
    try:
        preflight.check()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    from gendesk.ui.studio import Studio

    code = Studio(argv).run()
    # All is saved by now. Taking the interpreter down in order would cost a second, print what
    # libraries leak, and abort where a worker still sits in an import.
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def picture(
    path: Path,
    run: Path | None = None,
    size: tuple[int, int] = (1280, 800),
    theme: str = "dark",
    language: str = "en",
    kind: str = "samples",
) -> Path:
    """Paint the window, with `run` and its `kind` of pictures open where one is given, into a PNG file.

    The kind "restore" is the restoring panel with its sample pictures, "style" a painting of samples,
    "latent" the map of the first model that makes pictures.

    Needs no display.

    Raises:
        Trouble: Qt lacks a library, `run` is no run, or `path` cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    preflight.check()
    from gendesk.ui.studio import portrait

    return portrait(path, run, size, theme, language, kind)


def write_log() -> None:
    """Send tracebacks, warnings and crashes to the log file, or to standard error without one."""
    stream = _log_stream()
    logging.basicConfig(
        stream=stream,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        force=True,
    )
    faulthandler.enable(stream)
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception


def _log_stream() -> TextIO:
    file = paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LARGEST_LOG_BYTES:
            file.replace(file.with_suffix(".old.log"))
        return file.open("a", encoding="utf-8", buffering=1)
    except OSError:
        return sys.stderr


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A slot raised: log it, and let the window say so where there is one."""
    log.critical("not foreseen", exc_info=(kind, error, trace))
    studio = sys.modules.get("gendesk.ui.studio")
    if studio is not None:
        studio.on_exception(error)


def _on_thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log.critical("not foreseen", exc_info=args.exc_value)
