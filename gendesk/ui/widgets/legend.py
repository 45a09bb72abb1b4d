"""The legend above curves: what each is called; a click hides or shows one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets.plot import Curve
from gendesk.ui.words import translated

ROW = 24
DASH = 20


class Legend(QWidget):
    """One button for each curve, from the right, in as many rows as they need."""

    toggled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: dict[tuple[str, str], _Button] = {}
        self._several = False

    def set_curves(self, curves: list[Curve]) -> None:
        """Show these curves."""
        self._several = len({curve.group for curve in curves}) > 1
        kept = {(curve.name, curve.group) for curve in curves}
        for key in [key for key in self._buttons if key not in kept]:
            gone = self._buttons.pop(key)
            gone.hide()  # at once: others take its place before it is deleted
            gone.deleteLater()
        for curve in curves:
            key = (curve.name, curve.group)
            if key not in self._buttons:
                self._buttons[key] = _Button(self, curve)
                self._buttons[key].clicked.connect(self.toggled)
                self._buttons[key].show()
            self._buttons[key].show_curve(curve, self.label(curve))
        self._place()

    def label(self, curve: Curve) -> str:
        """What a curve is called, with its run where there are several."""
        name = translated(curve.name)
        return f"{translated(curve.group)} · {name}" if self._several and curve.group else name

    def heightForWidth(self, width: int) -> int:
        rows = [row for row, _, _ in self._places(width)]
        return (rows[-1] + 1) * ROW + 4 if rows else 4

    def paint_entries(self, painter: QPainter, width: int) -> int:
        """Paint the visible entries for a picture `width` wide; returns the height taken."""
        for row, x, button in self._places(width):
            if button.curve.visible:
                painter.save()
                painter.translate(x, row * ROW)
                button.paint_on(painter)
                painter.restore()
        return self.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for row, x, button in self._places(self.width()):
            button.setGeometry(x, row * ROW, button.sizeHint().width(), ROW)
        self.update()

    def _places(self, width: int) -> Iterator[tuple[int, int, _Button]]:
        """Row, left edge and button, filling rows that end at the right."""
        rows: list[list[_Button]] = [[]]
        room = width - 12
        for button in self._buttons.values():
            wide = button.sizeHint().width()
            if rows[-1] and room < wide:
                rows.append([])
                room = width - 12
            rows[-1].append(button)
            room -= wide
        for row, buttons in enumerate(rows):
            x = width - 6 - sum(button.sizeHint().width() for button in buttons)
            for button in buttons:
                yield row, max(x, 0), button
                x += button.sizeHint().width()


class _Button(QAbstractButton):
    def __init__(self, parent: QWidget, curve: Curve) -> None:
        super().__init__(parent)
        self.curve = curve
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key = f"{curve.group}_{curve.name}" if curve.group else curve.name
        self.setObjectName(f"{parent.objectName()}_{key}")
        self.clicked.connect(self._on_clicked)

    def show_curve(self, curve: Curve, label: str) -> None:
        self.curve = curve
        self.setText(label)
        self.setAccessibleName(label)
        self.setChecked(curve.visible)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(_font()).horizontalAdvance(self.text()) + DASH + 24, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(theme.colour("accent_text") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        self.paint_on(painter)

    def paint_on(self, painter: QPainter) -> None:
        """A dash and the name."""
        on = self.curve.visible
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if on else 0.35)
        dash = QPolygonF([QPointF(8, ROW / 2), QPointF(8 + DASH, ROW / 2)])
        self.curve.stroke(painter, [dash], 2.4)
        painter.setOpacity(1.0)
        painter.setFont(_font())
        painter.setPen(theme.colour("text" if on else "faint"))
        size = self.sizeHint()
        words = QRectF(DASH + 14, 0, size.width() - DASH - 16, ROW)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _on_clicked(self, on: bool) -> None:
        self.curve.visible = on


def _font() -> QFont:
    return theme.font(13)
