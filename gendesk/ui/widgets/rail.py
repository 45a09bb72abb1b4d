"""The rail at the left of the window: the panels at its top, a few tools at its bottom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.ui import icons
from gendesk.ui.words import Source, say


class Rail(QFrame):
    """Icons with a word each; one panel is chosen at any time.

    Ctrl+1 … Ctrl+9 choose from anywhere in the window, the arrow keys within the rail.
    """

    selected = Signal(str)  # the name of the panel a person chose

    WIDTH = 84

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        say(self, "setAccessibleName", "Panels")
        self.setFixedWidth(self.WIDTH)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 9, 10)
        self._column.setSpacing(6)
        self._column.addStretch(1)

    def add_panel(self, name: str, icon: str, label: Source) -> QToolButton:
        """One more panel below the others, reached with Ctrl and its number."""
        number = len(self._buttons) + 1
        button = QToolButton()
        button.setObjectName(f"rail_{name}")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(24, 24))
        button.setFixedHeight(60)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(button, "setText", label)
        say(button, "setAccessibleName", label)
        button.clicked.connect(lambda: self._choose(name))
        keys = QKeySequence(f"Ctrl+{number}")
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._choose(name))
        self._group.addButton(button)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[name] = button
        return button

    def add_tool(self, name: str, icon: str, label: Source) -> QToolButton:
        """An icon at the bottom that does something at once; `label` is its tip."""
        button = QToolButton()
        button.setObjectName(f"rail_{name}")
        button.setIcon(icons.icon(icon, "muted"))
        button.setIconSize(QSize(20, 20))
        button.setFixedHeight(38)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(button, "setToolTip", label)
        say(button, "setAccessibleName", label)
        self._column.addWidget(button)
        return button

    def select(self, name: str) -> None:
        """Show this panel as the chosen one; emits nothing."""
        self._buttons[name].setChecked(True)

    def chosen(self) -> str:
        """The name of the chosen panel, empty before the first choice."""
        return next((name for name, each in self._buttons.items() if each.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        names = list(self._buttons)
        if step is None or not names:
            super().keyPressEvent(event)
            return
        now = names.index(self.chosen()) if self.chosen() else -step
        name = names[(now + step) % len(names)]
        self._buttons[name].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(name)

    def _choose(self, name: str) -> None:
        self.select(name)
        self.selected.emit(name)
