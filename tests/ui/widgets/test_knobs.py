"""Knobs: the arithmetic of sliders and arrow keys. What a person does is in test_form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.ui import words
from gendesk.ui.widgets.knobs import CalmCombo, Entry, at_share, share, stepped, written


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


def test_numbers_are_written_as_the_language_has_them(qtbot: QtBot) -> None:
    words.set_language("tr")
    assert [written(v) for v in (0.15, 3.5e-05, 3000, "a.b")] == ["0,15", "3,5e-5", "3000", "a.b"]


def test_an_entry_follows_the_language_and_takes_a_comma_or_a_point(qtbot: QtBot) -> None:
    entry = Entry(Recipe.knobs()["lr"])
    qtbot.addWidget(entry)
    heard: list[object] = []
    entry.edited.connect(heard.append)
    entry.set_value(0.15)
    words.set_language("tr")
    qtbot.waitUntil(lambda: entry.text() == "0,15")
    for typed in ("0,25", "0.25"):
        entry.clear()
        qtbot.keyClicks(entry, typed)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        assert (heard[-1], entry.text()) == (0.25, "0,25")
    qtbot.keyClick(entry, Qt.Key.Key_Up)
    assert entry.text() == written(heard[-1]) == "0,35"
    entry.clear()
    qtbot.keyClicks(entry, "0,3 or so")
    words.set_language("en")
    qtbot.wait(1)
    assert entry.text() == "0,3 or so"  # no number: left as it was typed
    entry.set_value(0.35)
    assert entry.text() == "0.35"


def test_items_follow_the_language_there_and_back(qtbot: QtBot) -> None:
    combo = CalmCombo()
    qtbot.addWidget(combo)
    combo.head("Models")
    combo.add("cosine", 1, "Pause")
    combo.add(Sentence("{name} is empty.", {"name": Sentence("Training")}), 2)
    combo.addItem("Pause", 3)  # a name
    combo.setCurrentIndex(2)

    def items() -> list[str]:
        return [combo.itemText(place) for place in range(combo.count())]

    def tip() -> object:
        return combo.itemData(1, Qt.ItemDataRole.ToolTipRole)

    english = ["Models", "cosine", "Training is empty.", "Pause"]
    assert (items(), tip()) == (english, "Pause")
    words.set_language("tr")
    qtbot.waitUntil(lambda: items()[1:] == ["kosinüs", "Eğitim boş.", "Pause"])
    assert (tip(), combo.currentData()) == ("Duraklat", 2)
    words.set_language("en")
    qtbot.waitUntil(lambda: items() == english)
    assert tip() == "Pause"
    assert not combo.model().flags(combo.model().index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
