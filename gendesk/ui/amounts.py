"""How numbers, durations and sizes are written for a person."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale

from gendesk.ui.words import language, spaced, tr


def count(number: float) -> str:
    """A whole number with its thousands apart: "11 470"."""
    return spaced(round(number))


def figure(value: float) -> str:
    """A measured value with about four significant digits: "97.42", "0.00031", "1.2e+09"."""
    if not math.isfinite(value):
        return "—"
    value = float(value)  # Qt formats whole numbers otherwise
    if value and not 1e-4 <= abs(value) < 1e7:
        return _locale().toString(value, "e", 2)
    digits = 0 if value == 0 else max(0, 3 - math.floor(math.log10(abs(value))))
    return _locale().toString(value, "f", min(digits, 6))


def decimal(value: float, digits: int = 1) -> str:
    """A value with so many digits after the point: "25.2"."""
    return _locale().toString(float(value), "f", digits)


def share(part: float) -> str:
    """A part of the whole, from 0 to 1, in percent."""
    return tr("{percent} %", percent=count(100 * part))


def size(amount_bytes: float) -> str:
    """An amount of memory: "312 MB", "0.4 GB"."""
    if amount_bytes < 1e6:
        return tr("{amount} kB", amount=count(max(1, amount_bytes / 1e3)))
    if amount_bytes < 100e6:
        return tr("{amount} MB", amount=count(amount_bytes / 1e6))
    return tr("{amount} GB", amount=_locale().toString(amount_bytes / 1e9, "f", 1))


def clock(seconds: float | None) -> str:
    """A duration as a clock shows it: "0:42", "12:05", "1:02:07"; a dash where it is not known."""
    if seconds is None:
        return "—"
    minutes, s = divmod(math.ceil(seconds), 60)
    hours, m = divmod(minutes, 60)
    return f"{hours}:{m:02}:{s:02}" if hours else f"{m}:{s:02}"


def duration(seconds: float) -> str:
    """A duration as one says it: "40 seconds", "3 minutes", "2 hours"."""
    if seconds < 90:
        rounded = max(1, round(seconds / 5) * 5)
        return tr("%n seconds", rounded)
    if seconds < 90 * 60:
        return tr("%n minutes", round(seconds / 60))
    return tr("%n hours", round(seconds / 3600))


def _locale() -> QLocale:
    locale = QLocale(language())
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
