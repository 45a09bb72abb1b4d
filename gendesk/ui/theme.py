"""How the window looks: colours, fonts and style, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gendesk.paths import resource

Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window as ``#rrggbb``; text on its ground has a contrast of 4.5:1 or more."""

    name: str
    window: str  # behind the cards
    rail: str  # the rail and the status line
    card: str
    field: str  # what is typed or chosen in
    raised: str  # plain buttons
    hover: str
    line: str  # borders and grid lines
    text: str
    muted: str  # text that may be overlooked
    faint: str  # what is disabled
    accent: str  # the ground of the one thing to press
    accent_hover: str
    on_accent: str  # text on it
    accent_text: str  # the accent as text, icon or line
    accent_soft: str  # the ground of what is chosen
    danger: str
    warning: str
    good: str
    backdrop: str  # around pictures
    curves: tuple[str, ...]  # told apart by people with any colour vision, in this order


LIGHT = Theme(
    name="light",
    window="#f4f5f7",
    rail="#eaecf0",
    card="#ffffff",
    field="#ffffff",
    raised="#ffffff",
    hover="#f0f2f5",
    line="#dcdfe5",
    text="#1b1e24",
    muted="#5c6370",
    faint="#a3a9b4",
    accent="#2b6be4",
    accent_hover="#1f5cd0",
    on_accent="#ffffff",
    accent_text="#2360d2",
    accent_soft="#dbe7fd",
    danger="#c02e2e",
    warning="#8f5500",
    good="#1a7745",
    backdrop="#e6e9ee",
    curves=("#2a72d4", "#c96100", "#0c8a66", "#a84f92", "#8a7300", "#b3383f", "#0a86a0", "#6b6f7a"),
)

DARK = Theme(
    name="dark",
    window="#15171b",
    rail="#111317",
    card="#1b1e24",
    field="#23272f",
    raised="#262a32",
    hover="#2e333d",
    line="#2d323b",
    text="#e6e8ec",
    muted="#9aa1ad",
    faint="#5d6470",
    accent="#366ee4",
    accent_hover="#2d63d8",
    on_accent="#ffffff",
    accent_text="#76a7ff",
    accent_soft="#22345b",
    danger="#ff7b78",
    warning="#f0b24b",
    good="#5dcb8d",
    backdrop="#0d0f12",
    curves=("#5a9cf8", "#f2953c", "#4fc694", "#cf8fc0", "#dcc04b", "#f07a76", "#56c2dc", "#a6acb8"),
)


class _Notifier(QObject):
    changed = Signal()
    following = False  # the system's colour scheme


_notifier = _Notifier()
changed = _notifier.changed  # another theme is current now; own painting is repainted by Qt anyway
_current = LIGHT
_wanted: Scheme = "system"


def current() -> Theme:
    """The theme to paint with now."""
    return _current


def colour(name: str) -> QColor:
    """The colour of the current theme that has this name."""
    return QColor(getattr(_current, name))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of one colour, the rest of the other."""
    return QColor(
        round(one.red() * share + other.red() * (1 - share)),
        round(one.green() * share + other.green() * (1 - share)),
        round(one.blue() * share + other.blue() * (1 - share)),
    )


def apply(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the application; "system" also follows the system's later changes of mind."""
    global _wanted
    _wanted = scheme
    hints = app.styleHints()
    if not _notifier.following:
        app.setStyle("fusion")
        hints.colorSchemeChanged.connect(_on_scheme_changed)
        _notifier.following = True
    known = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints.setColorScheme(known.get(scheme, Qt.ColorScheme.Unknown))  # the frame around the window
    _dress(app)


def _on_scheme_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _wanted == "system":
        _dress(app)


def _dress(app: QApplication) -> None:
    global _current
    dark = _wanted == "dark" or (_wanted == "system" and system_scheme(app) == Qt.ColorScheme.Dark)
    _current = DARK if dark else LIGHT
    QDir.setSearchPaths("icons", [str(resource("icons"))])
    app.setFont(font())
    app.setPalette(_palette(_current))
    app.setStyleSheet(_style_sheet(_current))
    changed.emit()


def system_scheme(app: QApplication) -> Qt.ColorScheme:
    """Light or dark as the system has it, unknown on a bare X server."""
    return app.styleHints().colorScheme()


def font(size: int = 14, weight: int = 400, *, figures: bool = False) -> QFont:
    """The window's font.

    Args:
        size: in device-independent pixels.
        weight: 400 regular, 500 medium, 600 semi-bold, 700 bold.
        figures: for numbers that change in place: every digit takes the same width.
    """
    made = QFont(list(_families()))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    # All digits of this font are equally wide; kerning alone would move them.
    made.setKerning(not figures)
    return made


@cache
def _families() -> tuple[str, ...]:
    """Hanken Grotesk, and Roboto for the Greek letters that it lacks."""
    needed = {
        "font_hanken_grotesk": ("Regular", "Medium", "SemiBold", "Bold"),
        "font_roboto": ("Regular", "Medium", "Bold"),
    }
    for package, weights in needed.items():
        files = Path(str(import_module(package).__file__)).parent / "files"
        for path in sorted(files.iterdir()):
            if path.stem.partition("-")[2] in weights:
                QFontDatabase.addApplicationFont(str(path))
    return "Hanken Grotesk", "Roboto"


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours: Mapping[QPalette.ColorRole, str] = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.hover,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent_text,
        role.LinkVisited: theme.accent_text,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Light: theme.hover,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.rail,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.line))
    return palette


def _style_sheet(theme: Theme) -> str:
    colours = {name: getattr(theme, name) for name in Theme.__slots__}
    return Template(resource("style.qss").read_text("utf-8")).substitute(colours)
