"""What Qt needs from the system, checked before Qt would abort the process. Imports no Qt."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from gendesk.core.sentence import Trouble


@dataclass(frozen=True, slots=True)
class Missing:
    """A system library that Qt cannot find, and the package that brings it ("" if not known)."""

    library: str
    debian: str = ""
    fedora: str = ""


# soname without its version → (Debian and Ubuntu, Fedora)
_PACKAGES = {
    "libEGL.so": ("libegl1", "libglvnd-egl"),
    "libGL.so": ("libgl1", "libglvnd-glx"),
    "libGLX.so": ("libgl1", "libglvnd-glx"),
    "libOpenGL.so": ("libopengl0", "libglvnd-opengl"),
    "libX11.so": ("libx11-6", "libX11"),
    "libX11-xcb.so": ("libx11-xcb1", "libX11-xcb"),
    "libdbus-1.so": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so": ("libfontconfig1", "fontconfig"),
    "libfreetype.so": ("libfreetype6", "freetype"),
    "libglib-2.0.so": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so": ("libglib2.0-0", "glib2"),
    "libwayland-client.so": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so": ("libwayland-cursor0", "libwayland-cursor"),
    "libwayland-egl.so": ("libwayland-egl1", "libwayland-egl"),
    "libxcb.so": ("libxcb1", "libxcb"),
    "libxcb-cursor.so": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so": ("libxcb-render0", "libxcb"),
    "libxcb-render-util.so": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon.so": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}


def platform() -> str:
    """The Qt platform that will be chosen: "xcb", "wayland", "offscreen" …; "" without a display."""
    asked = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if asked or sys.platform != "linux":
        return asked or sys.platform
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def has_display() -> bool:
    """Whether a person can see a window of this process."""
    chosen = platform()
    return chosen not in ("", "offscreen", "minimal") and (chosen != "xcb" or _x11_answers())


def check() -> None:
    """Raise `Trouble` where Qt would abort: a library or the display is not there."""
    chosen = platform()
    lacking = missing(chosen)
    if lacking:
        raise Trouble(
            "The window needs libraries that this system lacks: {libraries}. Debian and Ubuntu: "
            "sudo apt install {debian}. Fedora: sudo dnf install {fedora}.",
            libraries=", ".join(m.library for m in lacking),
            debian=" ".join(dict.fromkeys(m.debian or m.library for m in lacking)),
            fedora=" ".join(dict.fromkeys(m.fedora or m.library for m in lacking)),
        )
    if not chosen or (chosen == "xcb" and not _x11_answers()):
        raise Trouble(
            "There is no display to open a window on. Set DISPLAY or WAYLAND_DISPLAY, or train "
            "without a window: gendesk train --help."
        )


def missing(chosen: str) -> list[Missing]:
    """The system libraries that PySide6's plugin for the platform `chosen` cannot find.

    Loading the plugin is what Qt does a moment later anyway, so a complete system pays nothing.
    """
    spec = find_spec("PySide6")
    if sys.platform != "linux" or spec is None or spec.origin is None:
        return []
    qt = Path(spec.origin).parent / "Qt"
    plugins = sorted((qt / "plugins" / "platforms").glob(f"libq{chosen}*.so")) if chosen else []
    names: list[str] = []
    for library in (qt / "lib" / "libQt6Widgets.so.6", *plugins[:1]):
        names += _lacking(library)
    return [named(name) for name in dict.fromkeys(names)]


def named(library: str) -> Missing:
    """`library`, such as "libEGL.so.1", with the packages that bring it."""
    stem = library[: library.find(".so") + 3]
    return Missing(library, *_PACKAGES.get(stem, ("", "")))


def _lacking(library: Path) -> list[str]:
    """What the dynamic loader does not find of what `library` needs, itself and transitively."""
    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return _all_lacking(library) or [str(error).split(":")[0]]
    return []


def _all_lacking(library: Path) -> list[str]:
    """The same by `ldd`, which names all at once where the loader names the first alone."""
    import shutil  # these two take a while to load, and a complete system needs neither
    import subprocess

    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    listing = subprocess.run([ldd, str(library)], capture_output=True, text=True, check=False)
    return re.findall(r"^\s*(\S+) => not found", listing.stdout, re.MULTILINE)


def _x11_answers() -> bool:
    """Whether the X server named by DISPLAY lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
