"""The words: all can be translated, all are, and what is shown follows the language."""

from __future__ import annotations

import gc
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gendesk.core.sentence import Sentence
from gendesk.paths import resource
from gendesk.ui import words
from gendesk.ui.words import say, show, shown, tr, translated, unsay


def _tool() -> ModuleType:
    """`tools/translations.py`, which is no part of the package."""
    path = Path(__file__).parents[2] / "tools" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


tool = _tool()
sources = tool.Sources()


def test_every_text_is_translated() -> None:
    """Run `make translations` after words have changed, and translate what it lists."""
    finished = {message.source for message in tool.read("tr") if message.finished}
    missing = [
        f"{found.where}: {found.text}" for found in sources.texts() if found.text not in finished
    ]
    assert not missing


def test_every_plural_has_english_forms() -> None:
    forms = {message.source: message for message in tool.read("en")}
    for found in sources.texts():
        if found.plural:
            assert found.text in forms, found.where
            assert forms[found.text].finished and len(forms[found.text].forms) == 2, found.where


def test_no_words_are_out_of_the_translators_reach() -> None:
    assert sources.mistakes() == []


@pytest.mark.parametrize("language", tool.LANGUAGES)
def test_translations_fill_the_same_braces(language: str) -> None:
    for message in tool.read(language):
        for form in message.forms:
            if message.finished and form:
                ours, theirs = tool.braces(message.source), tool.braces(form)
                singular = language == "en" and form == message.forms[0]
                assert theirs == ours or (singular and theirs == ours - {"%n"}), message.source


@pytest.mark.parametrize("language", tool.LANGUAGES)
def test_the_released_translations_are_the_written_ones(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"gendesk_{language}", str(resource("translations")))
    for message in tool.read(language):
        if message.finished:
            n = -1 if language == "en" and len(message.forms) == 1 else 2  # English has two forms
            found = translator.translate("gendesk", message.source, None, n)
            assert found == message.forms[-1]


def test_a_value_that_is_a_function_is_asked_in_each_language(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    words.say(label, "setText", "{name}", name=words.language)
    assert label.text() == "en"
    words.set_language("tr")
    assert label.text() == "tr"


def package(tmp_path: Path, text: str) -> Any:
    """A package with one module of the window."""
    folder = tmp_path / "gendesk" / "ui"
    folder.mkdir(parents=True)
    (folder / "door.py").write_text(text, "utf-8")
    return tool.Sources(tmp_path / "gendesk")


WORDS = """
def tr(text: Source, n: int | None = None, **values): ...
def say(widget, setter, text: Source, n=None, **values): ...
class Trouble(Exception):
    def __init__(self, text: Source, /, **values): ...
"""


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("tr('A door')", ["A door"]),
        ("tr('A door' if wide else 'A gate')", ["A door", "A gate"]),
        ("tr('A long ' 'door')", ["A long door"]),
        ("say(label, 'setText', 'A door')", ["A door"]),
        ("class Jam(Trouble): ...\nraise Jam('The door is {how}.', how=1)", ["The door is {how}."]),
        ("def door(size, text: Source): ...\ndoor(1, 'A door')\ndoor(2, text='A gate')", ["A door", "A gate"]),
        ("class Door:\n  def __init__(self, text: Source): ...\nDoor('A door')", ["A door"]),
        ("@dataclass\nclass Door:\n  size: int\n  text: Source\nDoor(1, 'A door')", ["A door"]),
        ("def door(text: Source = 'A door'): ...", ["A door"]),
        ("def door(*, text: Source): ...\ndoor(text='A door')", ["A door"]),
        ("DOORS: dict[str, Source] = {'front': 'A door'}", ["A door"]),
        ("class Door(Recipe):\n  family = 'door'\n  title: str = 'A door'", ["A door"]),
        ("def knob(default, label: Source, choices: tuple[Source, ...]): ...\n"
         "knob(1, 'A door', choices=('open', 'shut'))", ["A door", "open", "shut"]),
        ("class Door:\n  def __init__(self, text: Source): ...\n"
         "class Gate(Door):\n  def __init__(self):\n    super().__init__('A gate')", ["A gate"]),
        ("class Door:\n  def __init__(self, text: Source): ...\n"
         "class Gate(Door):\n  tall = True\nGate('A gate')", ["A gate"]),
        ("print('a door')", []),
    ],
)  # fmt: skip
def test_the_collector_finds(tmp_path: Path, code: str, texts: list[str]) -> None:
    assert [found.text for found in package(tmp_path, WORDS + code).texts()] == texts


def test_the_collector_knows_plurals(tmp_path: Path) -> None:
    found = package(
        tmp_path, WORDS + "tr('%n doors', 3)\ntr('%n gates', n=2)\ntr('A door')"
    ).texts()
    assert {each.text: each.plural for each in found} == {
        "%n doors": True, "%n gates": True, "A door": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "mistakes"),
    [
        ("tr(f'{count} doors')", 1),
        ("tr(name)", 1),
        ("raise Trouble('The door ' + how)", 1),
        ("label.setText('A door')", 1),
        ("label.setText(f'{n} doors')", 1),
        ("QPushButton('Open')", 1),
        ("header.setHeaderLabels(['Door', 'Gate'])", 2),
        ("label.setText(f'{n} %')", 0),
        ("label.setText(tr('A door'))", 0),
        ("label.setObjectName('a_door')", 0),
        ("def door(text: Source): return tr(text)", 0),
    ],
)
def test_the_collector_complains(tmp_path: Path, code: str, mistakes: int) -> None:
    assert len(package(tmp_path, WORDS + code).mistakes()) == mistakes


def test_braces_are_filled_after_translation() -> None:
    assert tr("Step {step}", step=7) == "Step 7"
    words.set_language("tr")
    assert tr("Step {step}", step=7) == "Adım 7"


def test_plurals_in_both_languages() -> None:
    assert [tr("%n seconds", n) for n in (1, 2)] == ["1 second", "2 seconds"]
    words.set_language("tr")
    assert [tr("%n seconds", n) for n in (1, 2)] == ["1 saniye", "2 saniye"]


def test_large_numbers_of_plurals_are_spaced() -> None:
    assert tr("%n seconds", 1797) == "1\N{NO-BREAK SPACE}797 seconds"


def test_a_sentence_of_the_work_is_shown_translated() -> None:
    words.set_language("tr")
    assert shown(Sentence("Decoding pictures")) == "Resimler çözülüyor"
    assert shown(Sentence("{name} is empty.", {"name": "a.png"})) == "a.png boş."


def test_a_sentence_among_the_values_is_translated_too() -> None:
    words.set_language("tr")
    sentence = Sentence("{name} is empty.", {"name": Sentence("Training")})
    assert shown(sentence) == "Eğitim boş."


def test_what_nobody_translated_is_shown_as_it_is() -> None:
    words.set_language("tr")
    assert translated("xyzzy") == "xyzzy"


def test_said_words_follow_the_language(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    say(label, "setText", "Pause")
    assert label.text() == "Pause"
    words.set_language("tr")
    assert label.text() == "Duraklat"
    words.set_language("en")
    assert label.text() == "Pause"


def test_a_later_word_takes_the_place_of_the_earlier(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    say(label, "setText", "Pause")
    say(label, "setText", "Resume")
    say(label, "setToolTip", "Stop")
    words.set_language("tr")
    assert (label.text(), label.toolTip()) == ("Sürdür", "Durdur")
    unsay(label, "setText")
    label.setText("7")
    words.set_language("en")
    assert (label.text(), label.toolTip()) == ("7", "Stop")


def test_sentences_can_be_said_as_well(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    show(label, "setText", Sentence("{name} is empty.", {"name": "a.png"}))
    words.set_language("tr")
    assert label.text() == "a.png boş."
    show(label, "setText", "Pause")
    assert label.text() == "Duraklat"


def test_nothing_is_said_to_the_dead() -> None:
    kept, gone = QLabel(), QLabel()
    say(kept, "setText", "Pause")
    say(gone, "setText", "Pause")
    delete(kept)  # Qt's part alone
    del gone  # all of it
    gc.collect()
    words.set_language("tr")


def test_saying_keeps_nothing_alive() -> None:
    before = len(words._said)
    listener = QObject()
    say(listener, "setObjectName", "Pause")
    assert len(words._said) == before + 1
    del listener
    gc.collect()
    assert len(words._said) == before


def test_qts_own_words_are_translated_too(qtbot: QtBot) -> None:
    words.set_language("tr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") in ("Vazgeç", "İptal")


@pytest.mark.parametrize(
    ("spoken", "wanted"), [(["tr-TR", "en"], "tr"), (["de-DE", "en-GB"], "en"), (["ja"], "en")]
)
def test_the_systems_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, spoken: list[str], wanted: str
) -> None:
    class Locale:
        @staticmethod
        def system() -> Any:
            return Locale

        @staticmethod
        def uiLanguages() -> list[str]:
            return spoken

    monkeypatch.setattr(words, "QLocale", Locale)
    words.set_language("system")
    assert words.language() == wanted
    assert wanted in words.languages()
