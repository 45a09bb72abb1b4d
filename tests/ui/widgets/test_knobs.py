"""Knobs: the arithmetic of sliders and arrow keys. What a person does is in test_form."""

from __future__ import annotations

import pytest

from gendesk.core.recipe import Recipe
from gendesk.ui.widgets.knobs import at_share, share, stepped, written


@pytest.mark.parametrize("name", ["lr", "steps", "batch_size", "size", "ema"])
def test_sliders_reach_both_ends_with_round_values_between(name: str) -> None:
    knob_ = Recipe.knobs()[name]
    assert at_share(knob_, 0) == knob_.low
    assert at_share(knob_, 1) == knob_.high
    values = [at_share(knob_, i / 1000) for i in range(1001)]
    assert values == sorted(values)
    assert all(value in (knob_.low, knob_.high, float(f"{value:.3g}")) for value in values)
    middle = at_share(knob_, 0.5)
    assert share(knob_, middle) == pytest.approx(0.5, abs=0.02)


def test_steps_stay_in_range() -> None:
    lr = Recipe.knobs()["lr"]
    assert stepped(lr, 1.0, 1) == 1.0 and stepped(lr, 1e-7, -1) == 1e-7
    steps = Recipe.knobs()["steps"]
    assert [stepped(steps, v, 1) for v in (1, 9, 10, 99, 3000)] == [2, 10, 20, 109, 4000]
    clip = Recipe.knobs()["clip"]
    assert 0 < stepped(clip, 0.0, 1) <= 1


def test_numbers_are_written_short() -> None:
    wanted = {3e-5: "3e-5", 1e-3: "0.001", 0.1: "0.1", 3000: "3000", 0.123456789: "0.123456789"}
    assert {value: written(value) for value in wanted} == wanted
    assert written(True) == "True"
