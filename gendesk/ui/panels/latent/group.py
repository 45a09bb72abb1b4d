"""What can be done with the points of the map that were chosen with the lasso."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets.cards import quiet_button
from gendesk.ui.widgets.cloud import Places
from gendesk.ui.widgets.flow import Flow
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
        self._count = QLabel()
        self._count.setFont(theme.font(13, 600, figures=True))
        row = Flow(4, self)
        row.addWidget(self._count)
        asked = (
            self._add("mean", "Middle", "Go to the middle of them", self.mean_asked),
            self._add(
                "near", "Neighbours", "Choose what lies nearest to the middle",
                self.neighbours_asked,
            ),
            self._add(
                "way", "Direction…", "A direction that leads to them", self.direction_asked
            ),
            self._add(
                "export", "Export…", "Write these pictures into a folder", self.export_asked
            ),
            self._add(
                "leave", "Leave out…", "Branch the run without these pictures",
                self.leaving_asked,
            ),
        )  # fmt: skip
        for button in asked:
            row.addWidget(button)
        self.leave_out = asked[-1]
        close = quiet_button("close", f"{self.objectName()}_close", "Choose nothing")
        close.clicked.connect(self._on_closed)
        row.addWidget(close)
        self.hide()

    def set_group(self, places: Places) -> None:
        """Offer what can be done with these; nothing for none."""
        self.places = places
        self.setVisible(len(places) > 0)
        say(self._count, "setText", "%n chosen", len(places))

    def _add(self, name: str, label: Source, tip: Source, asked: SignalInstance) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{self.objectName()}_{name}")
        button.setProperty("role", "chip")
        say(button, "setText", label)
        say(button, "setToolTip", tip)
        button.clicked.connect(lambda: asked.emit())
        return button

    def _on_closed(self) -> None:
        self.set_group(np.empty(0, np.int64))
        self.dismissed.emit()
