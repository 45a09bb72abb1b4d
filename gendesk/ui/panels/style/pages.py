"""The middle of the style panel: a page at a time, chosen by words above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Card

EASEL = "easel"


class Pages(Card):
    """The easel with its tools, the curves, the contact sheet, a folder, the earlier paintings."""

    def __init__(
        self, pages: dict[str, QWidget], tools: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        """The first page is shown.

        Args:
            pages: by the names "easel", "charts", "sheet", "folder" and "earlier".
            tools: of the easel.
            parent: as everywhere.
        """
        super().__init__("", parent)
        self.setObjectName("style_card")
        self._pages, self._tools = pages, tools
        self._tabs = Segments("style_tab")
        self._tabs.add(EASEL, "Picture")
        self._tabs.add("charts", "Curves")
        self._tabs.add("sheet", "Sheet")
        self._tabs.add("folder", "Folder")
        self._tabs.add("earlier", "Earlier")
        self._tabs.chosen.connect(self.choose)
        self._stack = QStackedWidget()
        for page in pages.values():
            inside = page.layout()
            if isinstance(page, Card) and inside is not None:
                inside.setContentsMargins(0, 0, 0, 0)  # a card within a card has no frame
            self._stack.addWidget(page)
        self.header.insertWidget(0, self._tabs)
        self.header.addStretch(1)
        for tool in tools:
            policy = tool.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the head keeps its height
            tool.setSizePolicy(policy)
            self.header.addWidget(tool)
        self.body.addWidget(self._stack, 1)

    def choose(self, name: str) -> None:
        """Show a page."""
        self._tabs.select(name)
        self._stack.setCurrentWidget(self._pages[name])
        for tool in self._tools:
            tool.setVisible(name == EASEL)
