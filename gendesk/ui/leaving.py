"""What leaving would cut short, and the question that is asked about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class Stake:
    """Work that would be missed, already in the person's language."""

    what: str  # is going on
    then: str  # becomes of it
    leave: str  # what leaving is called
    stay: str
    saves: bool  # whether leaving waits until it is saved


def ask(window: QWidget, stake: Stake, leave: Callable[[], None]) -> None:
    """Ask about it, and call `leave` if a person means it; blocks nothing."""
    box = QMessageBox(window)
    box.setObjectName("close_dialog")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("gendesk")
    box.setText(stake.what)
    box.setInformativeText(stake.then)
    go = box.addButton(stake.leave, QMessageBox.ButtonRole.AcceptRole)
    go.setObjectName("close_leave")
    stay = box.addButton(stake.stay, QMessageBox.ButtonRole.RejectRole)
    stay.setObjectName("close_stay")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    go.clicked.connect(leave)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
