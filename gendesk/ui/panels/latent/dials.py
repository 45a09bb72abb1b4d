"""The card with what is turned and asked of the picture that is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from gendesk.ui.panels.latent.dimensions import Dimensions
from gendesk.ui.panels.latent.likeness import LikenessPage
from gendesk.ui.panels.latent.ways import Ways
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Card

NUMBERS, DIRECTIONS, NEAREST = "dimensions", "directions", "nearest"


class Dials(Card):
    """Numbers of the point, directions, or the real pictures most like it."""

    def __init__(
        self,
        dimensions: Dimensions,
        ways: Ways,
        likeness: LikenessPage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setObjectName("latent_dials_card")
        self._pages = {
            NUMBERS: Scroll(dimensions),
            DIRECTIONS: Scroll(ways),
            NEAREST: Scroll(likeness),
        }
        self._tabs = Segments("latent_dial")
        self._tabs.add(NUMBERS, "Numbers")
        self._tabs.add(DIRECTIONS, "Directions")
        self._tabs.add(NEAREST, "Nearest")
        self._tabs.chosen.connect(self.choose)
        self.header.insertWidget(0, self._tabs)
        self.header.addStretch(1)
        self._stack = QStackedWidget()
        # The room is shared out by the cards alone: nothing jumps when another page is shown.
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)

    def choose(self, name: str) -> None:
        """Show a page."""
        self._tabs.select(name)
        self._stack.setCurrentWidget(self._pages[name])
