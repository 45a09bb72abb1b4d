"""Reports on pictures that nobody needs to have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gendesk.data import Report
from gendesk.data.report import Bar

_DIGITS = Report(
    source="digits",
    pictures=1797,
    bytes=115_008,
    others=0,
    smallest=(8, 8),
    median=(8, 8),
    largest=(8, 8),
    sides=[Bar(8, 15, 1797)],
    labels={str(i): 180 - i for i in range(10)},
    duplicates=[],
    near_duplicates=[],
    unreadable=[],
    grey=1797,
    alpha=0,
    cmyk=0,
    deep=0,
    animated=0,
    turned=0,
)


def report(**facts: Any) -> Report:
    """The report on the digits, with some facts changed."""
    return replace(_DIGITS, **facts)
