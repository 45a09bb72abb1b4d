"""How often each kind of pictures is drawn, beside how often it is learnt from, as small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gendesk.core.events import Kind
from gendesk.ui import amounts, theme
from gendesk.ui.words import say, tr

_LEAST = 13  # pixels of a bar's room that a name needs


class KindBars(QWidget):
    """A bar for each kind; a tick is where it would be if it were drawn as often as it is learnt from.

    Missing kinds stand in the colour of a warning.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 100)
        self._kinds: Sequence[Kind] = ()
        say(self, "setAccessibleName", "Kinds drawn")

    def set_kinds(self, kinds: Sequence[Kind]) -> None:
        """Show these, from the left."""
        self._kinds = kinds
        self.setAccessibleDescription(", ".join(map(_said, kinds)))
        self.update()

    def kinds(self) -> Sequence[Kind]:
        """What is shown."""
        return self._kinds

    def sizeHint(self) -> QSize:
        return QSize(220, 200)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._kinds:
            place = int(event.pos().x() / (self.width() / len(self._kinds)))
            kind = self._kinds[min(max(place, 0), len(self._kinds) - 1)]
            QToolTip.showText(event.globalPos(), _said(kind), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._kinds:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12, figures=True))
        metrics = QFontMetricsF(painter.font())
        inner = QRectF(self.rect()).adjusted(0, 2, 0, -metrics.height() - 8)
        most = max(max(kind.drawn, kind.wanted) for kind in self._kinds) or 1.0
        room = inner.width() / len(self._kinds)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        for place, kind in enumerate(self._kinds):
            column = QRectF(inner.left() + place * room, inner.top(), room, inner.height())
            self._paint_bar(painter, kind, column, most)
            if room >= _LEAST:
                words = QRectF(column.left(), inner.bottom() + 5, room, metrics.height() + 2)
                text = metrics.elidedText(kind.name, Qt.TextElideMode.ElideRight, room - 2)
                painter.setPen(theme.colour("warning" if kind.missing else "muted"))
                painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, text)

    def _paint_bar(self, painter: QPainter, kind: Kind, column: QRectF, most: float) -> None:
        thick = min(max(column.width() * 0.62, 1.0), 26.0)
        middle, bottom = column.center().x(), column.bottom()
        height = column.height() * kind.drawn / most
        wanted = bottom - column.height() * kind.wanted / most
        if kind.missing:
            tone = theme.colour("warning")
            pen = QPen(tone, 1, Qt.PenStyle.DashLine)
            ground = QColor(tone)
            ground.setAlphaF(0.12)
            painter.setPen(pen)
            painter.setBrush(ground)
            painter.drawRect(QRectF(middle - thick / 2, wanted, thick, bottom - wanted))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().curves[1]))
        painter.drawRect(QRectF(middle - thick / 2, bottom - height, thick, height))
        painter.setPen(QPen(theme.colour("warning" if kind.missing else "text"), 1.6))
        reach = min(thick / 2 + 3, column.width() / 2)
        painter.drawLine(QPointF(middle - reach, wanted), QPointF(middle + reach, wanted))


def _said(kind: Kind) -> str:
    """ "7: 3 % of the samples, 10 % of the pictures"."""
    return tr(
        "{kind}: {drawn} of the samples, {wanted} of the pictures",
        kind=kind.name, drawn=amounts.share(kind.drawn), wanted=amounts.share(kind.wanted),
    )  # fmt: skip
