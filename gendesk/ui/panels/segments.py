"""A row of words of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from gendesk.ui.words import Source, say

SPARED = 14  # pixels of padding that a word does without where there is little room; see style.qss


class Segments(QWidget):
    """Chooses between a few views of one thing; the first added is chosen at the start.

    Where there is little room, the words stand closer together.
    """

    chosen = Signal(str)  # the name that a person chose

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: dict[str, QPushButton] = {}
        self._tight = False
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)

    def add(self, name: str, label: Source) -> QPushButton:
        """One more word at the right."""
        button = QPushButton()
        button.setObjectName(f"{self.objectName()}_{name}")
        button.setProperty("role", "segment")
        button.setCheckable(True)
        button.setChecked(not self._buttons)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(button, "setText", label)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._row.addWidget(button)
        self._buttons[name] = button
        return button

    def select(self, name: str) -> None:
        """Show `name` as the chosen one; emits nothing."""
        self._buttons[name].setChecked(True)

    def selected(self) -> str:
        """The name chosen now, empty where there is none."""
        return next((name for name, each in self._buttons.items() if each.isChecked()), "")

    def offer(self, name: str, offered: bool) -> None:
        """Show or hide one of the words."""
        self._buttons[name].setVisible(offered)

    def offered(self) -> list[str]:
        """The names that can be chosen."""
        return [name for name, each in self._buttons.items() if not each.isHidden()]

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self._widest() - SPARED * len(self.offered()), super().minimumSizeHint().height()
        )

    def sizeHint(self) -> QSize:
        return QSize(self._widest(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = self.width() < self._widest()
        if tight != self._tight:
            self._tight = tight
            for button in self._buttons.values():
                button.setProperty("tight", tight)
                button.style().unpolish(button)
                button.style().polish(button)
                button.updateGeometry()

    def _widest(self) -> int:
        """As wide as the words are with all of their padding."""
        return self._row.sizeHint().width() + SPARED * len(self.offered()) * self._tight
