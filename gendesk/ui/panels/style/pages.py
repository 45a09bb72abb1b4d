"""The middle of the style panel: a page at a time, chosen by words above it."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Card

EASEL = "easel"


class Pages(Card):
    """The easel, the curves, the contact sheet, a folder, the earlier paintings."""

    def __init__(self, pages: dict[str, QWidget], parent: QWidget | None = None) -> None:
        """The first of `pages` is shown; they are "easel", "charts", "sheet", "folder", "earlier"."""
        super().__init__("", parent)
        self.setObjectName("style_card")
        self._pages = pages
        self._tabs = Segments("style_tab")
        self._tabs.add(EASEL, "Picture")
        self._tabs.add("charts", "Curves")
        self._tabs.add("sheet", "Sheet")
        self._tabs.add("folder", "Folder")
        self._tabs.add("earlier", "Earlier")
        self._tabs.chosen.connect(self.choose)
        self._stack = QStackedWidget()
        for page in pages.values():
            if isinstance(page, Card):
                page.set_frameless()
            self._stack.addWidget(page)
        self.header.insertWidget(0, self._tabs)
        self.header.addStretch(1)
        self.body.addWidget(self._stack, 1)

    def choose(self, name: str) -> None:
        """Show a page."""
        self._tabs.select(name)
        self._stack.setCurrentWidget(self._pages[name])
