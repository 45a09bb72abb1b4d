"""The knob form: whatever a person does in it, its recipe is a valid one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob
from gendesk.ui import words
from gendesk.ui.widgets import form as form_module
from gendesk.ui.widgets.form import KnobForm
from gendesk.ui.widgets.switch import Switch


@dataclass(frozen=True, kw_only=True)
class Door(Recipe):
    """A recipe of every kind of knob."""

    family: ClassVar[str] = ""
    width: int = knob(80, "Latent size", low=60, high=120, basic=True)
    leaves: int = knob(1, "Depth", low=1, high=4, basic=True)
    glass: bool = knob(False, "Mirror", basic=True)
    note: str = knob("oak", "Network")

    def check(self) -> None:
        if self.leaves > 1 and self.width < 100:
            raise Trouble("{name} is empty.", name="a narrow door")


@pytest.fixture
def form(qtbot: QtBot) -> KnobForm:
    widget = KnobForm()
    widget.set_recipe(Door())
    qtbot.addWidget(widget)
    widget.resize(320, 700)
    widget.show()
    return widget


def part(form: KnobForm, name: str, kind: type[QWidget] = QLineEdit) -> Any:
    found = form.findChild(kind, f"form_{name}")
    assert found is not None, name
    return found


def type_in(form: KnobForm, qtbot: QtBot, name: str, text: str) -> None:
    """Put a text in at once, as from the clipboard."""
    entry = part(form, name)
    entry.selectAll()
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_basic_knobs_stand_first_and_the_rest_unfolds(form: KnobForm, qtbot: QtBot) -> None:
    assert part(form, "width").isVisible() and part(form, "lr").isVisible()
    assert not part(form, "seed").isVisible()
    qtbot.mouseClick(part(form, "more", QToolButton), Qt.MouseButton.LeftButton)
    assert part(form, "seed").isVisible()
    qtbot.keyClick(part(form, "more", QToolButton), Qt.Key.Key_Space)
    assert not part(form, "seed").isVisible()


def test_the_pictures_are_chosen_elsewhere(form: KnobForm) -> None:
    assert form.findChild(QWidget, "form_data") is None


def test_every_kind_of_knob_has_its_widget_named(form: KnobForm) -> None:
    kinds = {"width": QLineEdit, "schedule": QComboBox, "glass": Switch, "note": QLineEdit}
    for name, kind in kinds.items():
        assert part(form, name, kind).accessibleName() == Door.knobs()[name].label
    assert part(form, "width_slider", QSlider).accessibleName() == "Latent size"
    assert form.findChild(QSlider, "form_seed_slider") is None  # nobody can aim at 1 of 2³¹


def test_typing_changes_the_recipe(form: KnobForm, qtbot: QtBot) -> None:
    heard: list[tuple[str, Any]] = []
    form.changed.connect(lambda name, value: heard.append((name, value)))
    type_in(form, qtbot, "lr", "2e-4")
    qtbot.keyClick(part(form, "lr"), Qt.Key.Key_Return)
    assert form.recipe().lr == 2e-4
    assert heard[-1] == ("lr", 2e-4)
    assert part(form, "lr").text() == "0.0002"


@pytest.mark.parametrize("text", ["0,002", "0.002", " 2e-3 ", "2E-3"])
def test_numbers_as_people_write_them(form: KnobForm, qtbot: QtBot, text: str) -> None:
    type_in(form, qtbot, "lr", text)
    assert form.recipe().lr == 0.002


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("lr", "fast", "Learning rate must be a number, but was given 'fast'."),
        ("lr", " ", "Learning rate must be a number, but was given ' '."),
        ("lr", "5", "Learning rate must lie between 1e-07 and 1, but was given 5."),
        ("lr", "5,5", "Learning rate must lie between 1e-07 and 1, but was given 5.5."),
        ("width", "70.5", "Latent size must be a whole number, but was given '70.5'."),
        ("lr", "nan", "Learning rate must be a number, but was given 'nan'."),
    ],
)
def test_what_does_not_fit_is_explained_and_kept_out(
    form: KnobForm, qtbot: QtBot, name: str, text: str, sentence: str
) -> None:
    before = form.recipe()
    with qtbot.waitSignal(form.troubled) as heard:
        type_in(form, qtbot, name, text)
    assert heard.args == [True]
    told = part(form, "trouble", QLabel)
    assert told.isVisible()
    assert form.trouble() == told.text() == sentence
    assert getattr(form.recipe(), name) == getattr(before, name)
    assert part(form, name).property("wrong") is True
    with qtbot.waitSignal(form.troubled) as heard:
        type_in(form, qtbot, name, "0.5" if name == "lr" else "90")
    assert heard.args == [False]
    assert form.trouble() == "" and not told.isVisible()
    assert part(form, name).property("wrong") is False


def test_knobs_that_fit_only_together_are_taken_together(form: KnobForm, qtbot: QtBot) -> None:
    heard: list[str] = []
    form.changed.connect(lambda name, _: heard.append(name))
    type_in(form, qtbot, "leaves", "2")
    assert form.trouble() == "a narrow door is empty."
    assert (form.recipe().leaves, heard) == (1, [])  # type: ignore[attr-defined]
    type_in(form, qtbot, "width", "110")
    qtbot.waitUntil(lambda: sorted(heard) == ["leaves", "width"])
    assert form.trouble() == ""
    assert form.recipe() == Door(leaves=2, width=110)


def test_dragging_a_slider_does_not_flood(
    form: KnobForm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form._pace.setInterval(100_000)  # as if all of it happened at once
    heard: list[Any] = []
    form.changed.connect(lambda _, value: heard.append(value))
    slider = part(form, "width_slider", QSlider)
    begin = QPoint(int(slider.width() * 0.34), slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=begin)
    for x in range(begin.x(), slider.width() - 5, 3):
        qtbot.mouseMove(slider, QPoint(x, begin.y()))
    assert len(heard) <= 1
    assert part(form, "width").text() == str(form.recipe().width)  # type: ignore[attr-defined]
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 5, begin.y()))
    assert len(heard) <= 2
    assert heard[-1] == form.recipe().width > 110  # type: ignore[attr-defined]
    form._pace.stop()


def test_what_is_dragged_is_told_at_a_pace(form: KnobForm, qtbot: QtBot) -> None:
    heard: list[Any] = []
    form.changed.connect(lambda _, value: heard.append(value))
    slider = part(form, "width_slider", QSlider)
    for place in (100, 200, 300):
        slider.setValue(place)
    assert heard == [66]
    qtbot.waitUntil(lambda: heard == [66, 78])
    assert form_module.PACE_MS == 50


def test_arrow_keys_step_the_value(form: KnobForm, qtbot: QtBot) -> None:
    entry = part(form, "lr")
    for key, value in ((Qt.Key.Key_Up, 0.002), (Qt.Key.Key_Down, 0.001), (Qt.Key.Key_Down, 9e-4)):
        qtbot.keyClick(entry, key)
        assert form.recipe().lr == pytest.approx(value)
    qtbot.keyClick(part(form, "width"), Qt.Key.Key_Down)
    assert form.recipe().width == 79  # type: ignore[attr-defined]
    assert part(form, "width").text() == "79"


def test_choices_and_switches(form: KnobForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(form, "more", QToolButton), Qt.MouseButton.LeftButton)
    qtbot.keyClick(part(form, "schedule", QComboBox), Qt.Key.Key_Up)
    assert form.recipe().schedule == "constant"
    switch = part(form, "glass", Switch)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert form.recipe().glass is True  # type: ignore[attr-defined]
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert form.recipe().glass is False  # type: ignore[attr-defined]
    type_in(form, qtbot, "note", "pine")
    assert form.recipe().note == "pine"  # type: ignore[attr-defined]


def test_the_way_back_appears_where_a_knob_was_turned(form: KnobForm, qtbot: QtBot) -> None:
    back = part(form, "lr_reset", QToolButton)
    assert not back.isVisible()
    label = part(form, "lr").geometry()
    type_in(form, qtbot, "lr", "0.5")
    assert back.isVisible()
    assert part(form, "lr").geometry() == label  # nothing has moved
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert form.recipe().lr == 1e-3
    assert part(form, "lr").text() == "0.001" and not back.isVisible()


def test_the_way_back_goes_to_the_defaults_given(form: KnobForm, qtbot: QtBot) -> None:
    form.set_recipe(Door(lr=0.5), defaults=Door(lr=0.25))
    qtbot.mouseClick(part(form, "lr_reset", QToolButton), Qt.MouseButton.LeftButton)
    assert form.recipe().lr == 0.25


def test_resetting_ends_trouble(form: KnobForm, qtbot: QtBot) -> None:
    type_in(form, qtbot, "lr", "0.5")
    type_in(form, qtbot, "lr", "x")
    assert form.trouble()
    qtbot.mouseClick(part(form, "lr_reset", QToolButton), Qt.MouseButton.LeftButton)
    assert form.trouble() == "" and form.recipe().lr == 1e-3


def test_while_it_runs_only_live_knobs_turn(form: KnobForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(form, "more", QToolButton), Qt.MouseButton.LeftButton)
    form.set_running(True)
    assert part(form, "lr").isEnabled() and part(form, "lr_slider", QSlider).isEnabled()
    assert (
        not part(form, "width").isEnabled() and not part(form, "width_slider", QSlider).isEnabled()
    )
    assert not part(form, "schedule", QComboBox).isEnabled()
    assert "fixed while it runs" in part(form, "width").parent().parent().toolTip()
    form.set_running(False)
    assert part(form, "width").isEnabled()
    assert part(form, "lr").parent().parent().toolTip() == Door.knobs()["lr"].help


def test_a_form_of_live_knobs_alone(qtbot: QtBot) -> None:
    form = KnobForm(live_only=True)
    qtbot.addWidget(form)
    form.set_recipe(Door())
    form.show()
    qtbot.mouseClick(part(form, "more", QToolButton), Qt.MouseButton.LeftButton)
    assert part(form, "lr").isVisible() and part(form, "ema").isVisible()
    assert form.findChild(QWidget, "form_width") is None


def test_showing_a_recipe_is_silent(form: KnobForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_recipe(Door(lr=0.1, width=100, glass=True))
    assert part(form, "lr").text() == "0.1"
    assert part(form, "glass", Switch).isChecked()
    with qtbot.assertNotEmitted(form.changed):
        form.set_recipe(Recipe(steps=77))
    assert form.findChild(QWidget, "form_width") is None
    assert part(form, "steps").text() == "77"


def test_the_wheel_leaves_values_alone(form: KnobForm) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    for name, kind in (("width_slider", QSlider), ("schedule", QComboBox)):
        widget = part(form, name, kind)
        at, turned = QPointF(5, 5), QPoint(0, -120)
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(widget, QWheelEvent(at, at, QPoint(), turned, *none, phase, False))
    assert form.recipe() == Door()


def test_labels_follow_the_language(form: KnobForm, qtbot: QtBot) -> None:
    words.set_language("tr")
    qtbot.wait(1)
    assert part(form, "lr").accessibleName() == "Öğrenme hızı"
    schedule = part(form, "schedule", QComboBox)
    assert schedule.currentText() == "kosinüs" and schedule.currentData() == "cosine"


def test_trouble_follows_the_language_with_its_numbers(form: KnobForm, qtbot: QtBot) -> None:
    type_in(form, qtbot, "lr", "5.5")
    english = form.trouble()
    words.set_language("tr")
    assert "Öğrenme hızı" in form.trouble() and "5,5" in form.trouble()
    words.set_language("en")
    assert form.trouble() == english
