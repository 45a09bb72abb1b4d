"""What is repainted, and the styles it gets: pictures with their weights and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gendesk.ui import amounts
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.panels.style.shelf import AddMenu, Shelf
from gendesk.ui.widgets.cards import Card, Line, quiet_button
from gendesk.ui.widgets.dial import Dial
from gendesk.ui.widgets.thumb import Thumb
from gendesk.ui.words import Source, say, show

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Chosen, Offer, Opened

SIDE = 64  # of a style's picture, in pixels
LEAST, MOST = 0.05, 4.0  # weight of a style


class Content(Card):
    """The picture that is repainted."""

    file_asked = Signal()
    sample_chosen = Signal(object)  # Offer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Content", parent)
        self.setObjectName("style_content")
        self.menu = _adding(self, "style_content_add", "Choose another picture", "Open a picture…")
        self.menu.files_asked.connect(self.file_asked)
        self.menu.chosen.connect(self.sample_chosen)
        self.thumb = Thumb("style_content_picture", covers=False)
        self.thumb.setMinimumHeight(110)
        self.thumb.clicked.connect(self.file_asked)
        self._facts = Line(13, tone="muted")
        self._facts.setObjectName("style_content_facts")
        self._hint = _Hint("style_content_hint", "Drop the picture to repaint here, or take one:")
        self._hint.shelf.chosen.connect(self.sample_chosen)
        self.body.addWidget(self.thumb, 1)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._hint)
        self.show_content(None)

    def offer(self, samples: Sequence[Offer]) -> None:
        """The samples there are."""
        self.menu.shelf.offer(samples)
        self._hint.shelf.offer(samples)

    def show_content(self, opened: Opened | None) -> None:
        """The picture, or what to do where there is none."""
        self._hint.setVisible(opened is None)
        self._facts.setVisible(opened is not None)
        if opened is None:
            self.thumb.set_picture(None)
            say(self.thumb, "setAccessibleName", "Choose the picture to repaint")
            return
        self.thumb.set_picture(opened.thumb)
        say(self.thumb, "setAccessibleName", "Content: {name}", name=opened.label)
        say(
            self._facts, "set_text", "{name} · {width} × {height}", name=opened.label,
            width=lambda: amounts.count(opened.pyramid.width),
            height=lambda: amounts.count(opened.pyramid.height),
        )  # fmt: skip


class Styles(Card):
    """The pictures whose style is wanted; with more than one, each has a weight."""

    changed = Signal()  # `styles()` are others now
    files_asked = Signal()
    sample_chosen = Signal(object)  # Offer
    part_asked = Signal(int)  # mark which part of this style counts
    region_asked = Signal(int)  # mark where on the content it goes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Styles", parent)
        self.setObjectName("style_styles")
        self._rows: list[Row] = []
        self._made = 0
        self.menu = _adding(self, "style_add", "Add a style", "Open pictures…")
        self.menu.files_asked.connect(self.files_asked)
        self.menu.chosen.connect(self.sample_chosen)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._hint = _Hint("style_hint", "Drop pictures in the style you want here, or take one:")
        self._hint.shelf.chosen.connect(self.sample_chosen)
        self._column.addWidget(self._hint)
        self.body.addWidget(Scroll(inside), 1)

    def offer(self, samples: Sequence[Offer]) -> None:
        """The samples there are."""
        self.menu.shelf.offer(samples)
        self._hint.shelf.offer(samples)

    def styles(self) -> list[Chosen]:
        """What is wanted, in order."""
        return [row.chosen for row in self._rows]

    def set_styles(self, styles: Sequence[Chosen]) -> None:
        """Others in place of all; emits nothing."""
        while self._rows:
            self._take_away(self._rows[-1])
        for each in styles:
            self._append(each)
        self._refresh()

    def add(self, styles: Sequence[Chosen]) -> None:
        """More of them."""
        for each in styles:
            self._append(each)
        self._refresh()
        self.changed.emit()

    def replace(self, place: int, **facts: Any) -> None:
        """Another weight or mask of one style; emits `changed`."""
        row = self._rows[place]
        row.set_chosen(replace(row.chosen, **facts))
        self.changed.emit()

    def _append(self, chosen: Chosen) -> None:
        self._made += 1
        row = Row(chosen, self._made)
        row.weighted.connect(
            lambda weight, row=row: self.replace(self._rows.index(row), weight=weight)
        )
        row.part_asked.connect(lambda row=row: self.part_asked.emit(self._rows.index(row)))
        row.region_asked.connect(lambda row=row: self.region_asked.emit(self._rows.index(row)))
        row.removed.connect(lambda row=row: self._on_removed(row))
        self._rows.append(row)
        self._column.addWidget(row)

    def _on_removed(self, row: Row) -> None:
        self._take_away(row)
        self._refresh()
        self.changed.emit()

    def _take_away(self, row: Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _refresh(self) -> None:
        self._hint.setVisible(not self._rows)
        for row in self._rows:
            row.show_weight(len(self._rows) > 1)


class Row(QWidget):
    """One style."""

    weighted = Signal(object)  # float
    part_asked = Signal()
    region_asked = Signal()
    removed = Signal()

    def __init__(self, chosen: Chosen, number: int) -> None:
        super().__init__()
        self.chosen = chosen
        name = f"style_{number}"
        self.setObjectName(name)
        self.thumb = Thumb(f"{name}_picture")
        self.thumb.setFixedSize(SIDE, SIDE)
        self.thumb.clicked.connect(self.part_asked)
        self._name = Line(14, 600)
        self._region = quiet_button(
            "region", f"{name}_region", "Mark where on the content this style goes"
        )
        self._part = quiet_button("brush", f"{name}_part", "Mark which part of this style counts")
        remove = quiet_button("close", f"{name}_remove", "Take this style away")
        for button, asked in ((self._region, self.region_asked), (self._part, self.part_asked)):
            button.setCheckable(True)
            button.clicked.connect(self._show_marks)  # checked says that something is marked
            button.clicked.connect(asked)
        remove.clicked.connect(self.removed)
        self._weight = Dial(
            f"{name}_weight", "Weight", "How much this style counts beside the others.",
            float, LEAST, MOST,
        )  # fmt: skip
        self._weight.turned.connect(self.weighted)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in (self._region, self._part):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(remove)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addLayout(tools)
        words.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.thumb)
        above.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self._weight)
        self.set_chosen(chosen)

    def set_chosen(self, chosen: Chosen) -> None:
        """The style as it is now; emits nothing."""
        self.chosen = chosen
        show(self._name, "set_text", chosen.opened.label)
        self.thumb.set_picture(chosen.opened.thumb, chosen.part)
        say(self.thumb, "setAccessibleName", "Style: {name}", name=chosen.opened.label)
        self._weight.set_value(chosen.weight)
        self._show_marks()

    def show_weight(self, shown: bool) -> None:
        """A single style has no weight beside others."""
        self._weight.setVisible(shown)

    def _show_marks(self) -> None:
        self._region.setChecked(self.chosen.region is not None)
        self._part.setChecked(self.chosen.part is not None)


class _Hint(QWidget):
    """What to do in an empty card, and samples to do it with."""

    def __init__(self, name: str, text: Source) -> None:
        super().__init__()
        self.shelf = Shelf(name, 3, 68)
        words = QLabel()
        words.setProperty("tone", "muted")
        words.setWordWrap(True)
        say(words, "setText", text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(self.shelf, 0, Qt.AlignmentFlag.AlignLeft)


def _adding(card: Card, name: str, tip: Source, label: Source) -> AddMenu:
    """A button in the card's head that opens a menu of places to take pictures from."""
    tool = card.add_tool("plus", name, tip)
    menu = AddMenu(name, label, tool)
    tool.setMenu(menu)
    tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return menu
