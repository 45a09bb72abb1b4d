"""Choices as they are kept: whatever makes no sense keeps its default."""

from __future__ import annotations

import json

from gendesk.ui.panels.restore.choices import Choices


def test_they_come_back_as_they_were() -> None:
    choices = Choices(model="large", strength=12.5, width=4000, format="webp", out="/home/me/out")
    assert Choices.read(json.loads(json.dumps(choices.as_dict()))) == choices
    assert Choices.read({}) == Choices()


def test_what_makes_no_sense_is_left_out() -> None:
    wrong = {
        "model": 3,
        "strength": "much",
        "scale": True,
        "width": -5,
        "blend": 7.0,
        "quality": 1000,
        "format": "gif",
        "pattern": None,
        "unknown": 1,
    }
    assert Choices.read(wrong) == Choices()
