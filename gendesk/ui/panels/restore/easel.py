"""The picture that is looked at: before and after, or through several models side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ui import amounts, theme
from gendesk.ui.panels.restore.compare import Compare, Subject, resulting_scale
from gendesk.ui.panels.restore.models import Entry
from gendesk.ui.panels.restore.preview import Previewer
from gendesk.ui.panels.segments import Segments
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card, Line, quiet_button
from gendesk.ui.widgets.viewer import Viewer
from gendesk.ui.words import Source, say, show, shown

if TYPE_CHECKING:
    from gendesk.ui.restoring_work import Opened

COMPARED = "compared"
ALONE = "alone"


class Easel(Card):
    """A viewer with its tools, or up to four that move in step."""

    stepped = Signal(int)  # to the next picture (1) or the one before (-1)
    mode_chosen = Signal()
    save_asked = Signal()

    def __init__(self, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("restore_easel")
        self.viewer = Viewer("restore_viewer", "The picture appears here.")
        self.previewer = Previewer(self.viewer, pool)
        self.compare = Compare(pool)
        self._views = QStackedWidget()
        self._views.addWidget(self.viewer)
        self._views.addWidget(self.compare)
        self._build()
        self.viewer.zoomed.connect(self._on_zoomed)
        self.compare.zoomed.connect(self._on_zoomed)
        self.viewer.lens_toggled.connect(self._lens.setChecked)
        self.previewer.advanced.connect(self._on_advanced)
        self.show_picture(None)

    # what it shows

    def compares(self) -> bool:
        """Whether several models are compared."""
        return self._mode.selected() == COMPARED

    def show_picture(self, opened: Opened | None, name: Sentence | None = None) -> None:
        """Look at another picture; None for none."""
        show(self._name, "set_text", name or "")
        self.show_trouble(Sentence("The picture appears here."))
        pyramid = None if opened is None else opened.pyramid
        caption = "" if name is None else shown(name)
        self.viewer.set_picture(pyramid, caption)
        self.compare.set_picture(pyramid, caption)
        for part in (self._fit, self._whole, self._lens, self._save):
            part.setEnabled(opened is not None)
        self._tell()
        if opened is None:
            say(self._facts, "set_text", "")
            self._zoom.setText("")
            return
        photo = opened.photo
        say(
            self._facts, "set_text", "{width} × {height} pixels · {bits} bits · noise σ {noise}",
            width=lambda: amounts.count(photo.width), height=lambda: amounts.count(photo.height),
            bits=photo.bits, noise=lambda: amounts.decimal(opened.noise),
        )  # fmt: skip

    def show_trouble(self, sentence: Sentence) -> None:
        """Say in the picture's place why it cannot be seen."""
        for viewer in (self.viewer, *(cell.viewer for cell in self.compare.cells())):
            show(viewer, "set_empty_text", sentence)

    def show_position(self, position: int, total: int) -> None:
        """Which of all pictures it is."""
        self._position.setText(f"{amounts.count(position)} / {amounts.count(total)}")
        several = total > 1
        for part in (self._before, self._position, self._next):
            part.setVisible(several)
        self._before.setEnabled(position > 1)
        self._next.setEnabled(position < total)

    def set_subject(self, subject: Subject | None, entry: Entry | None) -> None:
        """Restore this with the model `entry`, or with those compared; None for nothing."""
        alone = subject if not self.compares() else None
        self.compare.set_subject(subject if self.compares() else None)
        if alone is None or entry is None:
            self.previewer.set_task(None)
            return
        from gendesk.ui.restoring_parts import Task

        reference = alone.reference.photo if alone.reference is not None else None
        task = Task(alone.given, entry.name, alone.options, reference)
        self.previewer.set_task(task, resulting_scale(task, entry))

    def show_errors(self, on: bool) -> None:
        """Lay the map of errors over what is restored, or take it away."""
        self.previewer.show_errors(on)
        self.compare.show_errors(on)

    def settled(self) -> bool:
        """Whether all that is seen is restored."""
        if self.compares():
            return all(cell.previewer.settled for cell in self.compare.cells())
        return self.previewer.settled

    # what happens

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._name.text():
            self._on_zoomed(self._front().scale())

    def _on_advanced(self, done: int, total: int) -> None:
        if done < total:
            self._tell("Restoring what is seen: {done} of {total}", done=done, total=total)
        elif self.previewer.partial:
            self._tell("Zoom in to see more than the middle restored")
        else:
            self._tell()

    def _tell(self, text: Source = "", **values: int) -> None:
        """What is being done, beside the facts; they have all the room where that is nothing."""
        say(self._status, "set_text", text, **values)
        self._status.setVisible(bool(text))

    def _on_zoomed(self, scale: float) -> None:
        self._zoom.setText(amounts.share(scale))

    def _on_mode(self) -> None:
        self._views.setCurrentWidget(self.compare if self.compares() else self.viewer)
        self._lens.setVisible(not self.compares())
        self._tell()
        self.mode_chosen.emit()
        one, other = self.viewer, self.compare.first()
        if self.compares() and other is not None and not one.fitted():
            other.show_box(QRectF(one.box()))

    def _on_fit(self) -> None:
        self._front().fit()

    def _on_whole(self) -> None:
        self._front().zoom_to(1.0)

    def _front(self) -> Viewer:
        first = self.compare.first()
        return first if self.compares() and first is not None else self.viewer

    # how it is put together

    def _build(self) -> None:
        self._name = Line(16, 600)
        self._name.setObjectName("restore_name")
        self._before = quiet_button("chevron_left", "restore_before", "The picture before")
        self._next = quiet_button("chevron", "restore_next", "The next picture")
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._position = QLabel()
        self._position.setObjectName("restore_position")
        self._position.setProperty("tone", "muted")
        self._position.setFont(theme.font(13, figures=True))
        self.header.insertWidget(0, self._name, 1)
        for part in (self._before, self._position, self._next):
            self.header.addWidget(part)
        self.body.addLayout(self._tools())
        self.body.addWidget(self._views, 1)
        self._facts, self._status = Line(13, tone="muted"), Line(13, tone="muted")
        self._facts.setObjectName("restore_facts")
        self._status.setObjectName("restore_status")
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._facts, 1)
        below.addWidget(self._status, 1)
        self.body.addLayout(below)

    def _tools(self) -> QHBoxLayout:
        self._mode = Segments("restore_mode")
        self._mode.add(ALONE, "One model")
        self._mode.add(COMPARED, "Compare")
        self._mode.chosen.connect(lambda _: self._on_mode())
        self._lens = quiet_button("search", "restore_lens", "Lens (L)")
        self._lens.setCheckable(True)
        self._lens.clicked.connect(lambda on: self.viewer.set_lens(on))
        self._zoom = QLabel()
        self._zoom.setObjectName("restore_zoom")
        self._zoom.setProperty("tone", "muted")
        self._zoom.setFont(theme.font(13, figures=True))
        self._fit = quiet_button("fit", "restore_fit", "The whole picture (0)")
        self._fit.clicked.connect(self._on_fit)
        self._whole = quiet_button("one", "restore_whole", "Pixel for pixel (1)")
        self._whole.clicked.connect(self._on_whole)
        self._save = quiet_button("save", "restore_save", "Save this picture restored…")
        self._save.clicked.connect(self.save_asked)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._mode)
        row.addStretch(1)
        for part in (self._zoom, self._lens, self._fit, self._whole, self._save):
            row.addWidget(part)
        return row
