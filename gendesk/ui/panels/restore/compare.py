"""The same part of a picture through up to four models or strengths, side by side and in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gendesk.core.sentence import Sentence
from gendesk.ui import amounts, icons
from gendesk.ui.panels.restore.models import Entry, fill
from gendesk.ui.panels.restore.preview import Previewer
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.widgets.knobs import CalmCombo, CalmSlider
from gendesk.ui.widgets.viewer import Viewer
from gendesk.ui.words import say, show

if TYPE_CHECKING:
    from gendesk.ops.restoring.options import Options
    from gendesk.ui.restoring_parts import Judgement, Task
    from gendesk.ui.restoring_work import Opened
    from gendesk.ui.widgets.pyramid import Pyramid

MOST = 4  # cells


@dataclass(frozen=True)
class Subject:
    """What all cells look at."""

    given: Opened
    reference: Opened | None  # what should come back, where `given` was spoilt
    scale: int  # of the model that `given` was spoilt for
    options: Options  # but for the strength


class Compare(QWidget):
    """Cells in a grid: each has a model, and where it knows any a strength."""

    zoomed = Signal(float)

    def __init__(self, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore_compare")
        self._pool = pool
        self._entries: Sequence[Entry] = []
        self._cells: list[Cell] = []
        self._made = 0  # cells so far: their names are never used again
        self._pyramid: Pyramid | None = None
        self._caption = ""
        self._subject: Subject | None = None
        self._errors = False
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._add = QPushButton()
        self._add.setObjectName("restore_compare_add")
        self._add.setIcon(icons.icon("plus"))
        say(self._add, "setText", "Compare with another")
        self._add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid, 1)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def cells(self) -> Sequence[Cell]:
        """All cells, row by row."""
        return self._cells

    def first(self) -> Viewer | None:
        """One of the viewers that move in step."""
        return self._cells[0].viewer if self._cells else None

    def offer(self, entries: Sequence[Entry]) -> None:
        """The models there are."""
        self._entries = entries
        for cell in self._cells:
            cell.offer(entries)

    def set_picture(self, pyramid: Pyramid | None, caption: str) -> None:
        """Look at another picture."""
        self._pyramid, self._caption = pyramid, caption
        self._subject = None
        for cell in self._cells:
            cell.set_subject(None)
            cell.viewer.set_picture(pyramid, caption)

    def begin(self, model: str, strength: float) -> None:
        """Compare this model with another, or this strength with a weaker one, where nothing is."""
        if self._cells:
            return
        if any(each.name == model for each in self._entries):
            self._append(model, strength)
            self._on_add()

    def set_subject(self, subject: Subject | None) -> None:
        """Compare on this; None stops all of it."""
        self._subject = subject
        for cell in self._cells:
            cell.set_subject(subject)

    def show_errors(self, on: bool) -> None:
        """Lay the map of errors over each cell, or take it away."""
        self._errors = on
        for cell in self._cells:
            cell.previewer.show_errors(on)

    def _on_add(self) -> None:
        """One more: a model of the same scale, half the strength, or whatever is not there yet."""
        if not self._cells or len(self._cells) >= MOST:
            return
        last, shown = self._cells[-1], {cell.model() for cell in self._cells}
        entry = next(each for each in self._entries if each.name == last.model())
        others = [each for each in self._entries if each.name not in shown]
        alike = [each for each in others if each.scale == entry.scale]
        if alike:
            self._append(alike[0].name, last.strength())
        elif entry.levels is not None or not others:
            self._append(last.model(), last.strength() / 2)
        else:
            self._append(others[0].name, last.strength())

    def _append(self, model: str, strength: float) -> None:
        self._made += 1
        cell = Cell(f"restore_cell_{self._made}", self._pool)
        cell.offer(self._entries)
        cell.choose(model, strength)
        cell.closed.connect(lambda: self._remove(cell))
        cell.viewer.set_divided(False)
        cell.viewer.set_picture(self._pyramid, self._caption)
        if self._cells:
            self._cells[0].viewer.link_to([cell.viewer])
        self._cells.append(cell)
        cell.viewer.zoomed.connect(self.zoomed)
        cell.previewer.show_errors(self._errors)
        cell.set_subject(self._subject)
        self._arrange()

    def _remove(self, cell: Cell) -> None:
        self._cells.remove(cell)
        cell.set_subject(None)
        cell.viewer.unlink()
        cell.setParent(None)
        cell.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // 2, place % 2)
            cell.offer_close(len(self._cells) > 1)
        self._add.setVisible(len(self._cells) < MOST)


def resulting_scale(task: Task, entry: Entry) -> float:
    """Pixels of the result for one of the picture, along each side."""
    if task.options.width is not None:
        return task.options.width / task.given.photo.width
    return task.options.scale or float(entry.scale)


class Cell(QWidget):
    """One model at one strength, and what it makes of the picture."""

    closed = Signal()

    def __init__(self, name: str, pool: Pool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._entries: dict[str, Entry] = {}
        self._subject: Subject | None = None
        self.viewer = Viewer(f"{name}_viewer", "The picture appears here.")
        self.previewer = Previewer(self.viewer, pool)
        self.previewer.judged.connect(self._on_judged)
        self.previewer.failed.connect(self._on_failed)
        self._model = CalmCombo()
        self._model.setObjectName(f"{name}_model")
        self._model.setMinimumContentsLength(3)
        self._model.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        say(self._model, "setAccessibleName", "Model")
        self._model.activated.connect(lambda: self._on_chosen())
        self._slider = CalmSlider()
        self._slider.setObjectName(f"{name}_strength")
        self._slider.setMinimumWidth(30)
        say(self._slider, "setAccessibleName", "Strength")
        self._slider.valueChanged.connect(lambda: self._on_chosen())
        self._value = Line(13, tone="muted")
        self._value.setFixedWidth(32)
        self._close = quiet_button("close", f"{name}_close", "Take this one away")
        self._figures = Line(13, tone="muted")
        self._figures.setObjectName(f"{name}_figures")
        self._close.clicked.connect(self.closed)
        policy = self._slider.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # pictures side by side stand at one height
        self._slider.setSizePolicy(policy)
        head, below = QHBoxLayout(), QHBoxLayout()
        for line, parts in (
            (head, (self._model, self._close)),
            (below, (self._slider, self._value)),
        ):
            line.setSpacing(6)
            for place, part in enumerate(parts):
                line.addWidget(part, 1 - place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.viewer, 1)
        column.addWidget(self._figures)

    def model(self) -> str:
        """The name of the model chosen."""
        return str(self._model.currentData() or "")

    def strength(self) -> float:
        """Of a denoiser, σ in 1/255."""
        return float(self._slider.value())

    def figures(self) -> str:
        """What is known of how near it comes."""
        return self._figures.text()

    def offer(self, entries: Sequence[Entry]) -> None:
        """The models there are."""
        chosen, strength = self.model(), self.strength()
        self._entries = {each.name: each for each in entries}
        fill(self._model, entries)
        if chosen:
            self.choose(chosen, strength)

    def choose(self, model: str, strength: float) -> None:
        """Show a model and a strength as chosen."""
        self._model.setCurrentIndex(max(self._model.findData(model), 0))
        self._fit_slider()
        self._slider.blockSignals(True)
        self._slider.setValue(round(strength))
        self._slider.blockSignals(False)
        self._show_value()

    def offer_close(self, offered: bool) -> None:
        """Whether it can be taken away."""
        self._close.setVisible(offered)

    def set_subject(self, subject: Subject | None) -> None:
        """What is restored here."""
        self._subject = subject
        self._retask()

    def _on_chosen(self) -> None:
        self._fit_slider()
        self._show_value()
        self._retask()

    def _retask(self) -> None:
        from gendesk.ui.restoring_parts import Task

        entry, subject = self._entries.get(self.model()), self._subject
        self._figures.set_text("")
        self._figures.setVisible(subject is not None and subject.reference is not None)
        if entry is None or subject is None:
            self.previewer.set_task(None)
            return
        reference = None
        if subject.reference is not None and entry.scale == subject.scale:
            reference = subject.reference.photo
        strength = self.strength() if entry.levels is not None else 0.0
        options = replace(subject.options, strength=strength)
        if entry.scale == 1:
            options = replace(options, scale=None, width=None)
        task = Task(subject.given, entry.name, options, reference)
        self.previewer.set_task(task, resulting_scale(task, entry))

    def _fit_slider(self) -> None:
        entry = self._entries.get(self.model())
        levels = entry.levels if entry is not None else None
        self._slider.setVisible(levels is not None)
        self._value.setVisible(levels is not None)
        if levels is not None:
            self._slider.blockSignals(True)
            self._slider.setRange(round(levels[0]), round(levels[1]))
            self._slider.blockSignals(False)

    def _show_value(self) -> None:
        self._value.set_text(f"σ {self._slider.value()}")
        say(self.viewer, "set_after_name", "{name}", name=self.model())  # no word to translate

    def _on_judged(self, judgement: Judgement | None) -> None:
        figures = judgement.figures if judgement is not None else None
        if figures is None:
            self._figures.set_text("")
            return
        say(
            self._figures, "set_text", "PSNR {psnr} dB · SSIM {ssim}",
            psnr=lambda: amounts.decimal(figures.psnr), ssim=lambda: amounts.decimal(figures.ssim, 3),
        )  # fmt: skip

    def _on_failed(self, sentence: Sentence) -> None:
        show(self._figures, "set_text", sentence)
