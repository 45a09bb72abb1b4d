"""Where a style goes on the content, or which part of a style counts: drawn with a brush."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QToolButton, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.brush import SIZES, Brush
from gendesk.ui.widgets.cards import Card, Line, quiet_button
from gendesk.ui.words import Source, say, show, shown

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Chosen, Opened


class Masking(Card):
    """A brush over a picture with its tools; every stroke is told at once."""

    edited = Signal(object)  # the mask, (h, w) uint8, or None for all of it
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("style_masking")
        self._nothing = Sentence("")
        self.brush = Brush("style_brush", "The picture to mark appears here.")
        self.brush.edited.connect(self._on_edited)
        self.brush.erasing_changed.connect(lambda _: self._refresh())
        self.brush.size_changed.connect(lambda size: self._size.setValue(size))
        self._build()
        self._refresh()

    def mark(self, style: Chosen, content: Opened | None) -> None:
        """Mark where on the content a style goes, or without one, which part of the style counts."""
        if content is not None:
            title = Sentence("Where “{name}” goes", {"name": style.opened.label})
            self._nothing = Sentence("Nothing is marked: this style goes everywhere.")
            self.brush.set_picture(content.pyramid, style.region, shown(content.label))
        else:
            title = Sentence("What of “{name}” counts", {"name": style.opened.label})
            self._nothing = Sentence("Nothing is marked: all of this style counts.")
            self.brush.set_picture(style.opened.pyramid, style.part, shown(style.opened.label))
        show(self._title_line, "set_text", title)
        self.brush.set_erasing(False)
        self.brush.fit()
        self._refresh()

    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit(self.brush.marked())

    def _refresh(self) -> None:
        self._mode.select("eraser" if self.brush.erasing() else "brush")
        marked = self.brush.marked() is not None
        self._undo.setEnabled(self.brush.undoable)
        self._redo.setEnabled(self.brush.redoable)
        self._clear.setEnabled(marked)
        if marked:
            say(self._hint, "set_text", "Only what is tinted counts.")
        else:
            show(self._hint, "set_text", self._nothing)

    # how it is put together

    def _build(self) -> None:
        self._title_line = Line(16, 600)
        self._title_line.setObjectName("style_masking_title")
        finish = QPushButton()
        finish.setObjectName("style_masking_done")
        finish.setProperty("role", "primary")
        say(finish, "setText", "Done")
        finish.clicked.connect(self.done)
        self.header.insertWidget(0, self._title_line, 1)
        self.header.addWidget(finish)
        self._mode = Segments("style_masking_mode")
        self._mode.add("brush", "Brush")
        self._mode.add("eraser", "Eraser")
        self._mode.chosen.connect(lambda name: self.brush.set_erasing(name == "eraser"))
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setObjectName("style_masking_size")
        self._size.setRange(*SIZES)
        self._size.setValue(self.brush.size_percent())
        self._size.setFixedWidth(110)
        say(self._size, "setAccessibleName", "Size of the brush")
        say(self._size, "setToolTip", "Size of the brush ([ and ])")
        self._size.valueChanged.connect(self.brush.set_size_percent)
        self._undo = self._tool("undo", "Take the last stroke back (Ctrl+Z)", self.brush.undo)
        self._redo = self._tool("redo", "Draw it again (Ctrl+Shift+Z)", self.brush.redo)
        invert = self._tool("invert", "Mark what is not marked", self.brush.invert)
        self._clear = self._tool("bin", "Mark nothing (Delete)", self.brush.clear)
        self._hint = Line(13, tone="muted")
        self._hint.setObjectName("style_masking_hint")
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self._mode)
        tools.addSpacing(8)
        tools.addWidget(self._size)
        tools.addStretch(1)
        for tool in (self._undo, self._redo, invert, self._clear):
            tools.addWidget(tool)
        self.body.addLayout(tools)
        self.body.addWidget(self.brush, 1)
        self.body.addWidget(self._hint)

    def _tool(self, icon: str, tip: Source, does: Callable[[], None]) -> QToolButton:
        button = quiet_button(icon, f"style_masking_{icon}", tip)
        button.clicked.connect(lambda: does())
        return button
