"""Ticks at round values, and numbers as short as they can be."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale

from gendesk.ui.words import language, spaced

UNITS = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most about `most` values from `low` to `high`, 1, 2 or 5 times a power of ten apart."""
    step = tick_step(low, high, most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [i * step for i in range(first, last + 1)]


def tick_step(low: float, high: float, most: int) -> float:
    """How far apart `ticks` are."""
    rough = (high - low) / max(most, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    return next(size * part for part in (1, 2, 5, 10) if size * part >= rough * (1 - 1e-9))


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """The same for an axis of logarithms: decades, with 2 and 5 between where there is room.

    Args:
        low: the smallest value shown, positive.
        high: the largest value shown.
        most: about how many there may be.
    """
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    decades = math.log10(high / low)
    if decades < 0.8:  # within a decade round values do as on any axis
        return [value for value in ticks(low, high, most) if value > 0]
    parts = (1, 2, 5) if decades * 3 <= most else (1, 3) if decades * 2 <= most else (1,)
    every = max(math.ceil(decades / max(most, 1)), 1)
    found = [
        part * 10.0**power
        for power in range(first, last + 1)
        if power % every == 0
        for part in parts
    ]
    return [value for value in found if low * (1 - 1e-9) <= value <= high * (1 + 1e-9)]


def short(value: float, step: float = 0.0) -> str:
    """A tick's label: 0.05, 250, 1.5k, 2M, with the decimals that ticks `step` apart need."""
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 1e12 or size < 1e-4:
        return _scientific(value, 3)
    for unit, letter in UNITS:
        if size >= unit * (1 - 1e-9):
            digits = _decimals(step / unit) if step else 1
            text = f"{value / unit:.{digits}f}"
            return _spelt(text if step else text.rstrip("0").rstrip(".")) + letter
    return _spelt(f"{value:.{_decimals(step)}f}" if step else f"{value:.4g}")


def precise(value: float) -> str:
    """A value at the cursor: four digits, or all that stand before the point."""
    size = abs(value)
    if value and (size >= 1e9 or size < 1e-4):
        return _scientific(value, 4)
    return _spelt(spaced(value) if size >= 1e4 else f"{value:.4g}")


def pointed(text: str) -> str:
    """A number's text with the decimal point of the language."""
    return text.replace(".", QLocale(language()).decimalPoint())


def _decimals(step: float) -> int:
    return max(0, math.ceil(-math.log10(step) - 1e-9)) if step else 0


def _scientific(value: float, digits: int) -> str:
    mantissa, _, exponent = f"{value:.{digits - 1}e}".partition("e")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return _spelt(f"{mantissa}e{int(exponent)}")


def _spelt(text: str) -> str:
    """With a true minus, and the decimal point of the language."""
    text = pointed(text)
    return text.replace("-", "−", 1) if text.startswith("-") else text
