"""The middle of the latent panel: a page at a time with its tools, and the second model beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from gendesk.ui.panels.latent.beside import Beside
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Card

MAP, MANIFOLD, SEEDS, WALK = "map", "manifold", "seeds", "walk"


class Pages(Card):
    """Words above, of which one is chosen."""

    chosen = Signal(str)

    def __init__(
        self,
        pages: Mapping[str, tuple[QWidget, QWidget]],
        beside: Beside,
        parent: QWidget | None = None,
    ) -> None:
        """The first page is shown.

        Args:
            pages: with the tools of each, by the names "map", "manifold", "seeds" and "walk".
            beside: seen with the first two of them, while there is a second model.
            parent: as everywhere.
        """
        super().__init__("", parent)
        self.setObjectName("latent_card")
        self._pages, self._beside = pages, beside
        self._tabs = Segments("latent_tab")
        self._tabs.add(MAP, "Map")
        self._tabs.add(MANIFOLD, "Manifold")
        self._tabs.add(SEEDS, "Seeds")
        self._tabs.add(WALK, "Walk")
        self._tabs.chosen.connect(self.choose)
        self.header.insertWidget(0, self._tabs)
        self.header.addStretch(1)
        self._stack = QStackedWidget()
        for part in (self._stack, beside):  # equally wide, whatever is in them
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        for page, tools in pages.values():
            self._stack.addWidget(page)
            self.header.addWidget(tools)
        two = QHBoxLayout()
        two.setSpacing(12)
        two.addWidget(self._stack, 1)
        two.addWidget(beside, 1)
        self.body.addLayout(two, 1)
        beside.changed.connect(lambda: self.choose(self.page()))
        self.choose(MAP)

    def choose(self, name: str) -> None:
        """Show a page."""
        self._tabs.select(name)
        self._stack.setCurrentWidget(self._pages[name][0])
        for each, (_, tools) in self._pages.items():
            tools.setVisible(each == name)
        self._beside.show_page(name)
        self._beside.setVisible(self._beside.space is not None and name in (MAP, MANIFOLD))
        self.chosen.emit(name)

    def page(self) -> str:
        """The name of the page that is shown."""
        return self._tabs.selected()

    def focus(self) -> None:
        """Let keys act on the page."""
        self._pages[self.page()][0].setFocus()
