"""The middle of the latent panel: a page at a time with its tools, and the second model beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gendesk.ui.panels.latent.beside import Beside
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Card

MAP, MANIFOLD, SEEDS, WALK = "map", "manifold", "seeds", "walk"


@dataclass(frozen=True, eq=False, slots=True)
class Page:
    """A page, and what of it stands in the head of the card and below both models."""

    view: QWidget
    tools: QWidget | None = None
    foot: QWidget | None = None


class Pages(Card):
    """Words above, of which one is chosen."""

    chosen = Signal(str)

    def __init__(
        self,
        pages: Mapping[str, Page],
        beside: Beside,
        parent: QWidget | None = None,
    ) -> None:
        """The first page is shown.

        Args:
            pages: by the names "map", "manifold", "seeds" and "walk".
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
        for page in pages.values():
            self._stack.addWidget(page.view)
            if page.tools is not None:
                self.header.addWidget(page.tools)
        self.body.addLayout(_two(self._stack, beside), 1)
        feet = [page.foot for page in pages.values() if page.foot is not None]
        self.body.addLayout(_two(_column(feet), beside.foot))
        beside.changed.connect(lambda: self.choose(self.page()))
        self.choose(MAP)

    def choose(self, name: str) -> None:
        """Show a page."""
        self._tabs.select(name)
        self._stack.setCurrentWidget(self._pages[name].view)
        for each, page in self._pages.items():
            for part in (page.tools, page.foot):
                if part is not None:
                    part.setVisible(each == name)
        two = self._beside.space is not None and name in (MAP, MANIFOLD)
        self._beside.show_page(name)
        self._beside.setVisible(two)
        self._beside.foot.setVisible(two)
        self.chosen.emit(name)

    def page(self) -> str:
        """The name of the page that is shown."""
        return self._tabs.selected()

    def focus(self) -> None:
        """Let keys act on the page."""
        self._pages[self.page()].view.setFocus()


def _two(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Beside each other and equally wide, whatever is in them."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in (left, right):
        policy = part.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        part.setSizePolicy(policy)
        row.addWidget(part, 1)
    return row


def _column(parts: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
