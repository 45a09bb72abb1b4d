"""How a GAN does: a person sees what is wrong, what says so, and acts on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.events import Diagnosed, Finding, Remedy
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.training.rules import RULES
from gendesk.ui import words
from gendesk.ui.panels.health import NAMES, Health
from gendesk.ui.widgets.cards import Line

LEFT = Qt.MouseButton.LeftButton
COLLAPSE = Finding(
    "collapse",
    Sentence("The generator draws nearly the same few pictures again and again."),
    1400,
    {"texture/diversity": 0.08, "texture/recall": 0.0},
    (Remedy({"lr": 5e-5, "d_lr": 1.0}), Remedy({"r1": 1.0}), Remedy({"r1": 3.0}, 1200)),
)


class Sight:
    def __init__(self, qtbot: QtBot) -> None:
        self.health = Health("monitor_health")
        qtbot.addWidget(self.health)
        self.health.resize(1000, 60)
        self.qtbot = qtbot
        self.treated: list[tuple[object, ...]] = []
        self.rewound: list[tuple[object, ...]] = []
        self.health.treated.connect(lambda *what: self.treated.append(what))
        self.health.rewound.connect(lambda *what: self.rewound.append(what))

    def begin(self, family: str = "gan", training: bool = True) -> None:
        self.health.begin(Recipe.known[family](), training=training)

    def words(self) -> tuple[str, str, str]:
        title = self.health.findChild(QLabel, "monitor_health_title")
        lines = [self.health.findChild(Line, f"monitor_health_{n}") for n in ("text", "evidence")]
        assert title is not None and lines[0] is not None and lines[1] is not None
        return title.text(), lines[0].text(), lines[1].text() if not lines[1].isHidden() else ""

    def button(self, what: str) -> QPushButton:
        found = self.health.findChild(QPushButton, f"monitor_health_{what}")
        assert found is not None
        return found

    def more(self) -> list[str]:
        menu = self.button("more").menu()
        menu.aboutToShow.emit()
        return [action.text() for action in menu.actions()]


@pytest.fixture
def sight(qtbot: QtBot) -> Sight:
    return Sight(qtbot)


def test_an_autoencoder_has_no_such_line(sight: Sight) -> None:
    assert sight.health.isHidden()
    sight.begin("vae")
    assert sight.health.isHidden()
    sight.begin("gan")
    assert not sight.health.isHidden()
    sight.health.clear()
    assert sight.health.isHidden()


def test_a_healthy_training_is_said_to_be(sight: Sight) -> None:
    sight.begin()
    assert sight.words() == ("Health", "Nothing is known yet.", "")
    sight.health.tell(Diagnosed(100, None))
    title, text, evidence = sight.words()
    assert title == "Healthy"
    assert not evidence
    assert sight.button("remedy").isHidden()
    assert sight.health.accessibleName() == f"Healthy. {text}"


def test_a_finding_has_its_evidence_and_remedies(sight: Sight) -> None:
    sight.begin()
    sight.health.tell(Diagnosed(2000, COLLAPSE))
    title, text, evidence = sight.words()
    assert title == "Mode collapse"
    assert text.startswith("The generator draws")
    assert evidence.startswith("Diversity (texture) 0.08")
    assert evidence.endswith("since step 1\N{NO-BREAK SPACE}400")
    assert sight.button("remedy").text() == "Set Learning rate 5e-5, Discriminator's pace 1"
    assert sight.more() == ["Set R1 1", "Branch from step 1\N{NO-BREAK SPACE}200 with R1 3"]


def test_another_language_is_spoken_of_what_is_already_there(sight: Sight) -> None:
    sight.begin()
    sight.health.tell(Diagnosed(2000, COLLAPSE))
    try:
        words.set_language("tr")
        sight.qtbot.waitUntil(lambda: "0,08" in sight.words()[2])
        assert "Öğrenme hızı" in sight.button("remedy").text()
    finally:
        words.set_language("en")


def test_where_nothing_was_ever_well_one_can_begin_anew(sight: Sight) -> None:
    sight.begin()
    hopeless = Finding("discriminator", COLLAPSE.sentence, 40, {}, (Remedy({"d_lr": 1.0}, 0),))
    sight.health.tell(Diagnosed(200, hopeless))
    assert sight.button("remedy").text() == "Begin anew with Discriminator's pace 1"
    sight.health.show()
    sight.qtbot.mouseClick(sight.button("remedy"), LEFT)
    assert sight.rewound == [("discriminator", 0, {"d_lr": 1.0})]


def test_a_remedy_turns_the_knobs_and_then_waits(sight: Sight) -> None:
    sight.begin()
    sight.health.tell(Diagnosed(2000, COLLAPSE))
    sight.health.show()
    sight.qtbot.mouseClick(sight.button("remedy"), LEFT)
    assert sight.treated == [("collapse", {"lr": 5e-5, "d_lr": 1.0})]
    assert sight.button("remedy").isHidden()
    assert "takes a while" in sight.words()[2]
    # What was tried is not urged again, but another can be had.
    assert sight.more() == ["Set R1 1", "Branch from step 1\N{NO-BREAK SPACE}200 with R1 3"]
    sight.health._menu.actions()[0].trigger()
    assert sight.treated[1:] == [("collapse", {"r1": 1.0})]
    assert sight.more() == ["Branch from step 1\N{NO-BREAK SPACE}200 with R1 3"]
    sight.health.tell(Diagnosed(2600, None))
    assert sight.words()[0] == "Healthy"


def test_while_somebody_else_says_what_to_do_there_is_no_button(sight: Sight) -> None:
    sight.begin()
    sight.health.guide(True)
    sight.health.tell(Diagnosed(2000, COLLAPSE))
    assert sight.words()[0] == "Mode collapse"
    assert sight.button("remedy").isHidden() and sight.button("more").isHidden()
    sight.health.treat({"lr": 5e-5})
    assert sight.treated == [("collapse", {"lr": 5e-5})]
    assert "takes a while" in sight.words()[2]
    sight.health.guide(False)
    assert not sight.button("remedy").isHidden()


def test_once_nothing_trains_here_there_are_branches_alone(sight: Sight) -> None:
    sight.begin(training=False)
    sight.health.tell(Diagnosed(2000, COLLAPSE))
    assert sight.button("remedy").text().startswith("Branch from step 1\N{NO-BREAK SPACE}200")
    assert sight.button("more").isHidden()
    sight.health.show()
    sight.qtbot.mouseClick(sight.button("remedy"), LEFT)
    assert sight.rewound == [("collapse", 1200, {"r1": 3.0})]
    sight.begin()
    sight.health.tell(Diagnosed(2000, COLLAPSE))
    sight.health.rest()
    assert sight.button("remedy").text().startswith("Branch")


def test_every_finding_has_a_name() -> None:
    assert set(NAMES) == {rule.name for rule in RULES}


def test_help_says_that_losses_do_not_fall(sight: Sight) -> None:
    sight.begin()
    about = sight.health.findChild(QToolButton, "monitor_health_about")
    assert about is not None
    sight.health.show()
    sight.qtbot.mouseClick(about, LEFT)
    box = sight.health.findChild(QMessageBox, "monitor_health_help")
    assert box is not None
    assert "losses do not fall" in box.informativeText()
    box.close()
