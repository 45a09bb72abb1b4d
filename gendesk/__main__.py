"""The door: the window, or a command without one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or do the command that `argv` names; the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    if not argv and has_display():
        from gendesk.ui.app import main as window

        return window()
    if not argv:
        print(
            "There is no display here, so gendesk trains on the built-in digits for about a minute "
            "and leaves pictures in out/. `gendesk --help` says what else it does.",
            file=sys.stderr,
        )
        argv = ["demo"]
    from gendesk import cli

    return cli.main(argv, portrait)


def has_display() -> bool:
    """Whether a window can be shown, as far as the environment tells."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def portrait(path: Path, run: Path) -> Path:
    """Paint the window with `run` open, without a display, into the PNG file `path`."""
    from gendesk.ui.app import picture

    return picture(path, run)


if __name__ == "__main__":
    sys.exit(main())
