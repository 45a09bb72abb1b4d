"""The restoring panel before anything was dropped on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gendesk.ui.panels.invitation import Invitation, centred, inviting
from gendesk.ui.widgets.cards import Emblem

WIDTH = 560  # of what it says: lines of this length are easily read


class Empty(Invitation):
    """Says what can be done here, and offers three ways to begin."""

    pictures_asked = Signal()
    folder_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore_empty")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Emblem("restore", 52, "accent_text"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(centred("Drop pictures or folders here", 24, 600))
        about = centred(
            "Noise is taken out, or pictures are made larger, by models that run on this "
            "machine. You see the result at once; nothing is written until you say so.",
            15,
            tone="muted",
        )
        about.setMinimumWidth(WIDTH)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(about)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(
            inviting("restore_open", "image", "Open pictures…", self.pictures_asked, first=True)
        )
        row.addWidget(
            inviting("restore_open_folder", "folder", "Open a folder…", self.folder_asked)
        )
        row.addWidget(inviting("restore_sample", "eye", "Try it on a sample", self.sample_asked))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
