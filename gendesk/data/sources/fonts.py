"""The fonts on this computer: the system's own, and those that came as packages."""

from __future__ import annotations

import os
from importlib.metadata import entry_points
from pathlib import Path

_SUFFIXES = (".ttf", ".otf", ".ttc")
# Font packages announce themselves by these groups of entry points, as the project `fonts` began.
_GROUPS = ("fonts_ttf", "fonts_otf")


def font_files() -> list[Path]:
    """All font files, sorted."""
    found = {
        file
        for folder in _system_folders()
        for file in folder.rglob("*")
        if file.suffix.lower() in _SUFFIXES and file.is_file()
    }
    for group in _GROUPS:
        for point in entry_points(group=group):
            found |= {Path(file) for file in point.load().values()}
    return sorted(found)


def _system_folders() -> list[Path]:
    """Where Linux, macOS and Windows keep fonts, as far as they exist here."""
    home = Path.home()
    shares = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    folders = [
        *(Path(share, "fonts") for share in shares if share),
        home / ".fonts",
        home / ".local/share/fonts",
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        home / "Library/Fonts",
        Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
        Path(os.environ.get("LOCALAPPDATA", home), "Microsoft/Windows/Fonts"),
    ]
    return [folder for folder in folders if folder.is_dir()]
