"""What is shown beside the pointer: a picture of the map, what is left of it, and how much is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gendesk.ui import amounts, theme
from gendesk.ui.widgets.image import as_image
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ui.latent_work.maps import Known

SIDE = 84  # pixels of a picture
PAD, FOOT, AWAY = 8, 36, 18


class Tip(QWidget):
    """Floats over the map; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("latent_tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._images: list[QImage] = []
        self._lines: tuple[str, str] = ("", "")
        self.hide()

    def show_known(self, known: Known, at: QPoint) -> None:
        """Show a picture of the map beside a point of it."""
        self._images = []
        if known.original is not None:
            self._images.append(as_image(known.original))
        self._images.append(as_image(known.rebuilt))
        number = tr("No. {number}", number=amounts.count(known.place + 1))
        above = f"{known.label} · {number}" if known.label else number
        below = ""
        if known.original is not None:
            below = tr("error {error}", error=amounts.figure(known.error))
        self._lines = (above, below)
        width = PAD + len(self._images) * (SIDE + PAD)
        self.resize(max(width, 120), 2 * PAD + SIDE + FOOT)
        self.move(self._beside(at))
        self.show()
        self.update()

    def text(self) -> str:
        """What it says."""
        return " · ".join(line for line in self._lines if line)

    def _beside(self, at: QPoint) -> QPoint:
        """Right below a point, or on its other side where there is no room."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        x, y = at.x() + AWAY, at.y() + AWAY
        if x + self.width() > room.right():
            x = at.x() - AWAY - self.width()
        if y + self.height() > room.bottom():
            y = at.y() - AWAY - self.height()
        return QPoint(max(x, 0), max(y, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for i, image in enumerate(self._images):
            painter.drawImage(QRectF(PAD + i * (SIDE + PAD), PAD, SIDE, SIDE), image)
        painter.setFont(theme.font(13, figures=True))
        for i, (line, tone) in enumerate(zip(self._lines, ("text", "muted"), strict=True)):
            painter.setPen(theme.colour(tone))
            foot = QRectF(PAD, PAD + SIDE + 3 + i * 18, self.width() - 2 * PAD, 18)
            painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, line)
