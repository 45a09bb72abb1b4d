"""The style panel before anything was dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gendesk.ui.panels.invitation import Invitation, centred, inviting
from gendesk.ui.panels.style.shelf import Shelf
from gendesk.ui.widgets.cards import Emblem

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Offer

WIDTH = 600  # of what it says: lines of this length are easily read
SIDE = 76  # of a sample, in pixels


class Empty(Invitation):
    """Says what can be done here, and offers what to begin with."""

    content_asked = Signal()
    trial_asked = Signal()  # a sample content with a sample style
    earlier_asked = Signal()  # the paintings of earlier days
    content_chosen = Signal(object)  # Offer
    style_chosen = Signal(object)  # Offer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_empty")
        self.contents = Shelf("style_empty_content", 8, SIDE)
        self.contents.chosen.connect(self.content_chosen)
        self.styles = Shelf("style_empty_style", 8, SIDE)
        self.styles.chosen.connect(self.style_chosen)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Emblem("style", 52, "accent_text"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(centred("Drop a picture to repaint here", 24, 600))
        about = centred(
            "Then give it the style of another one, or of several. A sketch appears at once; "
            "the painting itself is made on this machine while you watch.",
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
            inviting("style_open", "image", "Open a picture…", self.content_asked, first=True)
        )
        row.addWidget(inviting("style_try", "eye", "Try it on a sample", self.trial_asked))
        row.addWidget(inviting("style_past", "history", "Earlier paintings", self.earlier_asked))
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(18)
        column.addWidget(centred("Or take a photograph", 13, tone="muted"))
        column.addWidget(self.contents, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(centred("and a style", 13, tone="muted"))
        column.addWidget(self.styles, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def offer(self, contents: Sequence[Offer], styles: Sequence[Offer]) -> None:
        """The samples there are."""
        self.contents.offer(contents)
        self.styles.offer(styles)
