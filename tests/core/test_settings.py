"""Settings are plain data whose knobs check themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from gendesk.core.sentence import Trouble
from gendesk.core.settings import Settings, knob


@dataclass(frozen=True, kw_only=True)
class Toy(Settings):
    family = "toy"
    depth: int = knob(2, "Depth", low=2, high=4)
    steps: int = knob(100, "Steps", low=1, high=1000)
    lr: float = knob(0.1, "Learning rate", low=1e-7, high=1.0, live=True)
    flip: bool = knob(False, "Mirror")
    shape: str = knob("round", "Shape", choices=("round", "square"))

    def check(self) -> None:
        if self.depth % 2:
            raise Trouble("depth must be even")


@pytest.mark.parametrize(
    ("name", "value", "parsed"),
    [
        ("steps", "100", 100), ("steps", 100.0, 100), ("lr", "1e-4", 1e-4), ("lr", 1, 1.0),
        ("flip", "yes", True), ("flip", "0", False), ("shape", "square", "square"),
    ],
)  # fmt: skip
def test_text_and_json_become_the_knobs_kind(name: str, value: Any, parsed: Any) -> None:
    got = getattr(Toy().changed(**{name: value}), name)
    assert got == parsed and type(got) is type(parsed)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("depth", 9, "between 2 and 4"), ("depth", 1.5, "whole number"),
        ("depth", True, "whole number"), ("depth", None, "whole number"),
        ("lr", "fast", "number"), ("lr", float("nan"), "number"), ("lr", "inf", "number"),
        ("flip", "perhaps", "true or false"), ("shape", "star", "one of round, square"),
        ("shape", 7, "word"), ("depth", 3, "even"), ("colour_of_hair", 1, "no knob"),
        ("steps", "1.5", "whole number"), ("steps", 1e99, "between"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_one_sentence(name: str, value: Any, sentence: str) -> None:
    with pytest.raises(Trouble, match=sentence):
        Toy().changed(**{name: value})
