"""The dialog before pictures are written: where to, what they are called, and what cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk import paths
from gendesk.ui.panels.restore.choices import Choices
from gendesk.ui.panels.restore.order import Order, proposed
from gendesk.ui.widgets.knobs import CalmCombo


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[Order]:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = tmp_path / "Kediler" / "pamuk.jpg"
    yield Order(Choices(), first, first, 3, parent)


def text(dialog: Order) -> str:
    label = dialog.findChild(QLabel, "restore_example")
    assert label is not None
    return label.text()


def write(dialog: Order, name: str, value: str) -> None:
    entry = dialog.findChild(QLineEdit, name)
    assert entry is not None
    entry.setText(value)


def agrees(dialog: Order) -> bool:
    button = dialog.findChild(QPushButton, "restore_all_dialog_agree")
    assert button is not None
    return button.isEnabled()


def test_it_says_what_the_first_picture_becomes(dialog: Order, tmp_path: Path) -> None:
    assert text(dialog).endswith(str(tmp_path / "Kediler" / "restored" / "pamuk.jpg"))
    format = dialog.findChild(CalmCombo, "restore_format")
    quality = dialog.findChild(QLineEdit, "restore_quality")
    assert format is not None and quality is not None and quality.isEnabled()
    format.setCurrentIndex(format.findData("png"))
    write(dialog, "restore_pattern", "{name} clean")
    assert text(dialog).endswith("pamuk clean.png")
    assert not quality.isEnabled()
    choices = dialog.choices()
    assert (choices.format, choices.pattern) == ("png", "{name} clean")


def test_what_cannot_be_is_said_at_once(dialog: Order, tmp_path: Path) -> None:
    write(dialog, "restore_pattern", "all the same")
    assert "{name}" in text(dialog) and not agrees(dialog)
    write(dialog, "restore_pattern", "{name}/x")
    assert "cannot hold" in text(dialog) and not agrees(dialog)
    write(dialog, "restore_pattern", "{name}")
    (tmp_path / "a file").write_text("")
    write(dialog, "restore_out", str(tmp_path / "a file"))
    assert "is a file" in text(dialog) and not agrees(dialog)
    write(dialog, "restore_out", " ")
    assert not agrees(dialog)
    write(dialog, "restore_out", str(tmp_path / "new"))
    assert agrees(dialog)


def test_it_proposes_a_folder_beside_what_was_dropped(tmp_path: Path) -> None:
    (tmp_path / "cats").mkdir()
    assert proposed(tmp_path / "cats") == tmp_path / "cats restored"
    assert proposed(tmp_path / "cats" / "one.png") == tmp_path / "cats" / "restored"


def test_samples_are_not_restored_into_the_cache() -> None:
    assert not proposed(paths.caches() / "samples" / "china.png").is_relative_to(paths.caches())
