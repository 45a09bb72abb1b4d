"""Asks for other pictures, and shows how well a run does on them, beside those it learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Event, Failed, Finished, Stage
from gendesk.jobs import Job
from gendesk.ui import amounts, icons, theme, work
from gendesk.ui.panels.charts import metric
from gendesk.ui.panels.sources import FOLDER
from gendesk.ui.pool import Pool
from gendesk.ui.words import say, show, shown, tr, unsay

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


class Trying(QDialog):
    """What a network has learnt belongs to its pictures: here one sees by how much."""

    def __init__(self, run: Run, pool: Pool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trying_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say(self, "setWindowTitle", "Try on other pictures")
        self.resize(520, 340)
        self._run, self._pool = run, pool
        self._own = run.recipe.data
        self._listing = pool.start(Job("catalogue", work.catalogue), self._on_catalogue)
        self._judging: Job | None = None
        self._build()
        self.finished.connect(self._on_closed)

    def choose(self, source: str, title: str) -> None:
        """Offer a source of pictures, and choose it."""
        if self._source.findData(source) < 0:
            self._source.addItem(title, source)
        self._source.setCurrentIndex(self._source.findData(source))

    def _try(self) -> None:
        source = self._source.currentData()
        if source is None:
            return
        if self._judging is not None:
            self._pool.drop(self._judging)
        self._go.setEnabled(False)
        self._clear()
        title = tr("Trying {name} on {source}", name=self._run.name, source=source)
        job = Job(title, work.evaluate_beside(self._run, source))
        self._judging = self._pool.start(job, self._on_judged)

    def _on_catalogue(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished):
            for source, title, _about in last.result:
                self._source.addItem(shown(title), source)

    def _on_judged(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Stage):
            show(self._state, "setText", last.sentence)
        elif isinstance(last, Failed):
            show(self._state, "setText", last.sentence)
            self._go.setEnabled(True)
        elif isinstance(last, Finished):
            unsay(self._state, "setText")
            self._state.clear()
            self._go.setEnabled(True)
            self._fill(*last.result)

    def _on_closed(self) -> None:
        for job in (self._listing, self._judging):
            if job is not None:
                self._pool.drop(job)

    # the figures

    def _fill(self, own: Mapping[str, float], other: Mapping[str, float]) -> None:
        self._cell(0, 1, _short(self._own), 600)
        self._cell(0, 2, _short(self._source.currentData()), 600)
        for row, name in enumerate(other, 1):
            label = QLabel()
            show(label, "setText", metric(name).label)
            self._table.addWidget(label, row, 0)
            for column, figures in enumerate((own, other), 1):
                value = amounts.figure(figures[name]) if name in figures else "–"
                self._cell(row, column, value, 400, f"trying_{name}_{column}")

    def _cell(self, row: int, column: int, text: str, weight: int, name: str = "") -> None:
        label = QLabel(text)
        label.setObjectName(name)
        label.setFont(theme.font(14, weight, figures=True))
        self._table.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)

    def _clear(self) -> None:
        while (item := self._table.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    # how it is put together

    def _build(self) -> None:
        about = QLabel()
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        say(
            about,
            "setText",
            "A network knows the kind of pictures that it has learnt. "
            "See what it loses on pictures of another kind.",
        )
        self._source = QComboBox()
        self._source.setObjectName("trying_source")
        say(self._source, "setAccessibleName", "Other pictures")
        folder = QPushButton()
        folder.setObjectName("trying_folder")
        folder.setIcon(icons.icon("folder"))
        say(folder, "setText", "Choose a folder…")
        folder.clicked.connect(self._on_folder)
        self._go = QPushButton()
        self._go.setObjectName("trying_go")
        self._go.setProperty("role", "primary")
        say(self._go, "setText", "Try")
        self._go.clicked.connect(self._try)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self._source, 1)
        asked.addWidget(folder)
        asked.addWidget(self._go)
        self._state = QLabel()
        self._state.setObjectName("trying_state")
        self._state.setProperty("tone", "muted")
        self._state.setWordWrap(True)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(24)
        self._table.setVerticalSpacing(8)
        self._table.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(about)
        column.addLayout(asked)
        column.addWidget(self._state)
        column.addLayout(self._table)
        column.addStretch(1)

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder of pictures"))
        if chosen:
            self.choose(FOLDER + chosen, Path(chosen).name)


def _short(source: str) -> str:
    """A source as it fits above a column: "flowers" for "folder:/home/me/flowers"."""
    return Path(source.partition(":")[2] or source).name
