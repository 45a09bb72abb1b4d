"""The picture that is being painted: the newest, or any moment before, beside the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ui import amounts, theme
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.widgets.slider import HistorySlider
from gendesk.ui.widgets.viewer import Viewer
from gendesk.ui.words import Source, say, show, shown, unsay

if TYPE_CHECKING:
    from gendesk.ui.stylizing_parts import Frame, Opened

SKETCH, PAINTING = "sketch", "painting"


class Easel(QWidget):
    """Shows the sketch or a painting over the content, and lets one go through its moments."""

    step_chosen = Signal(int)  # an earlier moment is wanted, or the newest
    shown_changed = Signal()  # another kind or moment is seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_easel")
        self._content: Opened | None = None
        self._frames: dict[str, Frame] = {}  # the newest of each kind
        self._earlier: Frame | None = None  # the moment that was gone back to
        self._steps: list[int] = []
        self.viewer = Viewer(
            "style_viewer", "Choose a picture and a style: the sketch appears here."
        )
        say(self.viewer, "set_before_name", "Content")
        self.viewer.set_divided(False)
        self.viewer.zoomed.connect(lambda _: self._show_zoom())
        self.slider = HistorySlider("style_history")
        self.slider.chosen.connect(self._on_step)
        self._build()
        self.show_content(None)

    # what it shows

    def kind(self) -> str:
        """SKETCH or PAINTING."""
        return self._kinds.selected()

    def step(self) -> int | None:
        """The moment of the painting that is seen, None where none is."""
        frame = self._seen()
        return frame.step if frame is not None and self.kind() == PAINTING else None

    def show_content(self, opened: Opened | None) -> None:
        """Another picture to paint; nothing has become of it yet."""
        self._content = opened
        self._frames.clear()
        self._earlier = None
        self.viewer.set_picture(
            None if opened is None else opened.pyramid,
            "" if opened is None else shown(opened.label),
        )
        self.set_steps([])
        self._kinds.select(SKETCH)
        self._refresh()

    def show_frame(self, kind: str, frame: Frame) -> None:
        """A newer moment; it is seen unless a person looks at an earlier one."""
        self._frames[kind] = frame
        self._refresh()

    def show_earlier(self, frame: Frame) -> None:
        """The moment of the painting that a person went back to."""
        if self.slider.step() == frame.step:
            self._earlier = frame
            self._refresh()

    def forget_painting(self) -> None:
        """There is no painting any more, or not yet."""
        self._frames.pop(PAINTING, None)
        self._earlier = None
        self.set_steps([])
        self._refresh()

    def set_steps(self, steps: list[int]) -> None:
        """The moments of the painting that can be gone back to."""
        self._steps = steps
        self.slider.set_steps(steps)
        self._refresh()

    def choose(self, kind: str) -> None:
        """Look at the sketch, or at the painting."""
        self._kinds.select(kind)
        self._refresh()

    def say_status(self, sentence: Sentence | None) -> None:
        """What is being done, below the picture."""
        if sentence is None:
            unsay(self._status, "set_text")
            self._status.set_text("")
        else:
            show(self._status, "set_text", sentence)
        self._status.setVisible(sentence is not None)

    def frame(self) -> Frame | None:
        """What is seen beside the content."""
        return self._seen()

    def painted(self) -> bool:
        """Whether there is a painting to look at."""
        return PAINTING in self._frames

    # what happens

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_zoom()

    def _seen(self) -> Frame | None:
        if self.kind() == PAINTING and self._earlier is not None:
            return self._earlier
        return self._frames.get(self.kind())

    def _refresh(self) -> None:
        both = SKETCH in self._frames and PAINTING in self._frames
        if self.kind() not in self._frames and self._frames:
            self._kinds.select(next(iter(self._frames)))
        self._kinds.setVisible(both)
        frame = self._seen()
        self.viewer.set_after(None if frame is None else frame.pyramid)
        painted = self.kind() == PAINTING
        if painted:
            say(self.viewer, "set_after_name", "Painting")
        else:
            say(self.viewer, "set_after_name", "Sketch")
        self.slider.setVisible(painted and len(self._steps) > 1)
        for part in (self._compare, self._fit, self._whole):
            part.setEnabled(self._content is not None)
        if frame is None:
            self._size.set_text("")
        else:
            say(
                self._size, "set_text", "{width} × {height} pixels",
                width=lambda: amounts.count(frame.pixels.shape[1]),
                height=lambda: amounts.count(frame.pixels.shape[0]),
            )  # fmt: skip
        self._show_zoom()
        self.shown_changed.emit()

    def _scale(self) -> float:
        """Pixels of the result for one of the content."""
        frame = self._seen()
        if frame is None or self._content is None:
            return 1.0
        return float(frame.pixels.shape[1] / self._content.pyramid.width)

    def _show_zoom(self) -> None:
        if self._content is None:
            self._zoom.setText("")
        else:
            self._zoom.setText(amounts.share(self.viewer.scale() / self._scale()))

    def _on_step(self, step: int) -> None:
        newest = self._frames.get(PAINTING)
        if newest is not None and step == newest.step:
            self._earlier = None
            self._refresh()
        else:
            self.step_chosen.emit(step)

    # how it is put together

    def _build(self) -> None:
        self._zoom = QLabel()
        self._zoom.setObjectName("style_zoom")
        self._zoom.setProperty("tone", "muted")
        self._zoom.setFont(theme.font(13, figures=True))
        self._compare = self._tool("compare", "Beside the content, with a divider")
        self._compare.setCheckable(True)
        self._compare.toggled.connect(self.viewer.set_divided)
        self._fit = self._tool("fit", "The whole picture (0)")
        self._fit.clicked.connect(self.viewer.fit)
        self._whole = self._tool("one", "Pixel for pixel (1)")
        self._whole.clicked.connect(lambda: self.viewer.zoom_to(self._scale()))
        self._kinds = Segments("style_kind")
        self._kinds.add(SKETCH, "Sketch")
        self._kinds.add(PAINTING, "Painting")
        self._kinds.chosen.connect(lambda _: self._refresh())
        self._size, self._status = Line(13, tone="muted"), Line(13, tone="muted")
        self._size.setObjectName("style_size")
        self._status.setObjectName("style_status")
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._kinds)
        below.addSpacing(6)
        below.addWidget(self._size, 1)
        below.addWidget(self._status, 1)
        for part in (self._zoom, self._compare, self._fit, self._whole):
            below.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.viewer, 1)
        column.addWidget(self.slider)
        column.addLayout(below)

    def _tool(self, icon: str, tip: Source) -> QToolButton:
        return quiet_button(icon, f"style_{icon}", tip)
