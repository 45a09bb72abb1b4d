"""Amounts as a person reads them."""

from __future__ import annotations

import pytest

from gendesk.ui import amounts, words


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (97.4217, "97.42"), (1234.4, "1234"), (0.00031234, "0.000312"), (7.0, "7.000"),
     (1e-9, "1.00e-09"), (3.2e9, "3.20e+09"), (float("nan"), "—"), (-0.5, "-0.5000")],
)  # fmt: skip
def test_figures(value: float, text: str) -> None:
    assert amounts.figure(value).replace("E", "e") == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, "—"), (0, "0:00"), (42, "0:42"), (725, "12:05"), (3727, "1:02:07"), (41.2, "0:42")],
)
def test_clock(seconds: float | None, text: str) -> None:
    assert amounts.clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 second"), (42, "40 seconds"), (185, "3 minutes"), (5400, "2 hours")],
)
def test_duration(seconds: float, text: str) -> None:
    assert amounts.duration(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(10, "1 kB"), (115_008, "115 kB"), (31.4e6, "31 MB"), (4.1e8, "0.4 GB"), (25.3e9, "25.3 GB")],
)
def test_size(size: float, text: str) -> None:
    assert amounts.size(size) == text


def test_counts_and_shares() -> None:
    assert amounts.count(1234567) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
    assert amounts.share(0.256) == "26 %"


def test_turkish_has_a_comma() -> None:
    words.set_language("tr")
    assert amounts.figure(97.4217) == "97,42"
