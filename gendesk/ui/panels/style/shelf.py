"""Sample pictures side by side, each one click away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget, QWidgetAction

from gendesk.ui.widgets.thumb import Thumb
from gendesk.ui.words import Source, say, show

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Offer


class Shelf(QWidget):
    """A grid of samples."""

    chosen = Signal(object)  # Offer

    def __init__(self, name: str, columns: int, side: int, parent: QWidget | None = None) -> None:
        """Empty yet.

        Args:
            name: before the object names of its pictures.
            columns: how many stand in a row.
            side: of a picture, in device-independent pixels.
            parent: as everywhere.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._columns, self._side = columns, side
        self._thumbs: list[Thumb] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    def offer(self, samples: Sequence[Offer]) -> None:
        """What can be chosen."""
        for thumb in self._thumbs:
            self._grid.removeWidget(thumb)
            thumb.deleteLater()
        self._thumbs = []
        for place, sample in enumerate(samples):
            thumb = Thumb(f"{self.objectName()}_{sample.path.stem}")
            thumb.setFixedSize(self._side, self._side)
            thumb.set_picture(sample.thumb)
            show(thumb, "setToolTip", sample.title)
            show(thumb, "setAccessibleName", sample.title)
            thumb.clicked.connect(lambda _=False, sample=sample: self.chosen.emit(sample))
            self._grid.addWidget(thumb, *divmod(place, self._columns))
            self._thumbs.append(thumb)

    def thumbs(self) -> Sequence[Thumb]:
        """The pictures, in order."""
        return self._thumbs


class AddMenu(QMenu):
    """Where a picture may come from: a file, or the samples, which are seen in the menu."""

    files_asked = Signal()
    chosen = Signal(object)  # Offer

    def __init__(self, name: str, label: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_menu")
        files = self.addAction("")
        files.setObjectName(f"{name}_file")
        say(files, "setText", label)
        files.triggered.connect(lambda: self.files_asked.emit())
        self.addSeparator()
        self.shelf = Shelf(f"{name}_sample", 4, 72)
        self.shelf.setContentsMargins(8, 4, 8, 6)
        self.shelf.chosen.connect(self._on_chosen)
        action = QWidgetAction(self)
        action.setDefaultWidget(self.shelf)
        self.addAction(action)

    def _on_chosen(self, sample: Offer) -> None:
        self.close()
        self.chosen.emit(sample)
