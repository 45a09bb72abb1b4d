"""Keyboard shortcuts, and the sheet that lists them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from gendesk.ui import theme
from gendesk.ui.words import Source, say, show


class Shortcuts:
    """The keys of the window; whatever is added here is listed in the sheet."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._listed: list[tuple[str, Source]] = []
        self._sheet: Sheet | None = None

    def add(self, keys: str, does: Source, slot: Callable[[], None]) -> None:
        """Call `slot` when `keys` (such as "Ctrl+S") are pressed anywhere in the window."""
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(slot)
        self.note(keys, does)

    def note(self, keys: str, does: Source) -> None:
        """List keys that somebody else listens to."""
        self._listed.append((keys, does))

    def toggle_sheet(self) -> None:
        """Show the sheet, or take it away."""
        if self._sheet is None:
            self._sheet = Sheet(self._listed, self._window)
        self._sheet.setVisible(not self._sheet.isVisible())


class Sheet(QDialog):
    """All keys at a glance."""

    def __init__(self, listed: list[tuple[str, Source]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut_sheet")
        self.setWindowFlag(Qt.WindowType.Sheet)
        say(self, "setWindowTitle", "Keyboard shortcuts")
        title = QLabel()
        title.setFont(theme.font(18, 600))
        say(title, "setText", "Keyboard shortcuts")
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(10)
        half = (len(listed) + 1) // 2
        for i, (keys, does) in enumerate(listed):
            row, column = i % half, 2 * (i // half)
            name, what = QLabel(), QLabel()
            name.setProperty("role", "key")
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            name.setText(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            show(what, "setText", does)
            grid.addWidget(name, row, column)
            grid.addWidget(what, row, column + 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(28, 24, 28, 26)
        column_.setSpacing(18)
        column_.addWidget(title)
        column_.addLayout(grid)
