"""What can be done with the points of the map that were chosen with the lasso."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.widgets.cloud import Places
from gendesk.ui.words import Source, say


class GroupBar(QWidget):
    """Seen while a group is chosen."""

    mean_asked = Signal()
    neighbours_asked = Signal()
    direction_asked = Signal()
    export_asked = Signal()
    leaving_asked = Signal()
    dismissed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.places: Places = np.empty(0, np.int64)
        self._count = Line(13, 600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._count, 1)
        self.leave_out = self._add("leave", "Leave out…", "Branch the run without these pictures")
        for name, label, tip, asked in (
            ("mean", "Middle", "Go to the middle of them", self.mean_asked),
            ("near", "Neighbours", "Choose what lies nearest to the middle", self.neighbours_asked),
            ("way", "Direction…", "A direction that leads to them", self.direction_asked),
            ("export", "Export…", "Write these pictures into a folder", self.export_asked),
        ):
            button = self._add(name, label, tip)
            button.clicked.connect(asked)
            row.addWidget(button)
        self.leave_out.clicked.connect(self.leaving_asked)
        row.addWidget(self.leave_out)
        close = quiet_button("close", f"{self.objectName()}_close", "Choose nothing")
        close.clicked.connect(self._on_closed)
        row.addWidget(close)
        self.hide()

    def set_group(self, places: Places) -> None:
        """Offer what can be done with these; nothing for none."""
        self.places = places
        self.setVisible(len(places) > 0)
        say(self._count, "set_text", "%n chosen", len(places))

    def _add(self, name: str, label: Source, tip: Source) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{self.objectName()}_{name}")
        button.setProperty("role", "chip")
        say(button, "setText", label)
        say(button, "setToolTip", tip)
        return button

    def _on_closed(self) -> None:
        self.set_group(np.empty(0, np.int64))
        self.dismissed.emit()
