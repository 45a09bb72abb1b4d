"""What the colours of a map mean; a click hides a group or shows it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets.cloud import group_colours

ROW = 24
ROWS = 2  # more would take the room from the map
DOT = 5.0


class Groups(QWidget):
    """A dot and a name for each group, in at most two rows."""

    changed = Signal(object)  # set[int], the groups that are hidden

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: list[_Button] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_names(self, names: Sequence[str]) -> None:
        """Show these groups, all of them visible."""
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        for place, name in enumerate(names):
            button = _Button(self, place, len(names), name)
            button.setObjectName(f"{self.objectName()}_{place}")
            button.clicked.connect(lambda: self.changed.emit(self.hidden()))
            button.show()
            self._buttons.append(button)
        self.setVisible(bool(names))
        self._place()
        self.updateGeometry()

    def hidden(self) -> set[int]:
        """The groups that are hidden."""
        return {i for i, button in enumerate(self._buttons) if not button.isChecked()}

    def heightForWidth(self, width: int) -> int:
        rows = {place.top() for place in self._places(width) if place is not None}
        return max(len(rows), 1) * ROW

    def sizeHint(self) -> QSize:
        width = max(self.width(), 100)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for button, place in zip(self._buttons, self._places(self.width()), strict=True):
            button.setVisible(place is not None)
            if place is not None:
                button.setGeometry(place)
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect | None]:
        """Where each button stands in rows from the left; None for those without room."""
        places: list[QRect | None] = []
        x = y = 0
        for button in self._buttons:
            wide = button.sizeHint().width()
            if x and x + wide > width:
                x, y = 0, y + ROW
            fits = y < ROWS * ROW
            places.append(QRect(x, y, min(wide, width), ROW) if fits else None)
            x += wide
        return places


class _Button(QAbstractButton):
    def __init__(self, parent: QWidget, place: int, count: int, name: str) -> None:
        super().__init__(parent)
        self._group, self._of = place, count
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(theme.font(13)).horizontalAdvance(self.text()) + 34, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(theme.colour("accent_text") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        on = self.isChecked()
        painter.setOpacity(1.0 if on else 0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group_colours(self._of)[self._group])
        painter.drawEllipse(QPointF(8 + DOT, ROW / 2), DOT, DOT)
        painter.setOpacity(1.0)
        painter.setPen(theme.colour("text" if on else "faint"))
        painter.setFont(theme.font(13))
        words = QRectF(12 + 2 * DOT, 0, self.width() - 14 - 2 * DOT, ROW)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
